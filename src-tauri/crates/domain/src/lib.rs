//! What is recorded, when it counts, what a report holds: the field's own knowledge, pure.
//!
//! Nothing here reads a file, a clock or a database. The floors above ask this crate what a
//! ledger looks like, whether a record is whole, which figures a year's report has and how a
//! number is written; they bring the data and the date.

pub mod calendar;
pub mod catalogue;
pub mod clock;
pub mod failure;
pub mod fees;
pub mod figure;
pub mod format;
pub mod identity;
pub mod index_number;
pub mod ledger;
pub mod ledgers;
pub mod letters;
pub mod mask;
pub mod narrative;
pub mod number;
pub mod privacy;
pub mod profile;
pub mod query;
pub mod reading;
pub mod record;
pub mod relation;
pub mod retention;
pub mod rules;
pub mod table;

pub use catalogue::{Catalogue, CatalogueId, Entry};
pub use failure::Failure;
pub use ledger::{Choice, Field, FieldKind, Ledger, Section, TotalRule, YearRule};
pub use number::{Decimal, Quantity};
pub use profile::Profile;
pub use query::{Filter, RecordPage, RecordQuery, Sort, Total};
pub use record::{Attachment, Publication, Record, Value, Values};
