//! The use cases: what the window and the terminal can ask for, an area a file, and the one list of
//! commands that both speak.
//!
//! Nothing here reads the clock; every call brings its moment. Nothing here draws a window.

pub mod applications;
pub mod backups;
pub mod calendars;
pub mod catalogues;
pub mod cells;
pub mod checks;
pub mod commands;
pub mod compose;
pub mod counting;
pub mod dashboard;
pub mod declare;
pub mod demo;
pub mod dossiers;
pub mod editions;
pub mod figures;
pub mod file_set;
pub mod folders;
pub mod formats;
pub mod house_style;
pub mod ledgers;
pub mod letters;
pub mod looks;
pub mod narratives;
pub mod office;
pub mod privacy;
pub mod reckoning;
pub mod records;
pub mod report;
pub mod report_file;
pub mod retention;
pub mod sheets;
pub mod start;
pub mod terms;
pub mod typefaces;
pub mod typescript;
pub mod versions;
pub mod years;

pub use domain::figure::Figure;
pub use domain::narrative::numbers;
pub use domain::rules::{Place, Severity};
pub use domain::{
    Attachment, Decimal, Failure, Field, FieldKind, Ledger, Profile, Quantity, Record, RecordQuery, Value,
    Values,
};
pub use office::Office;
pub use paper::{Departure, Style};
pub use store::in_plain_words;
