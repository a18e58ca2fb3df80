//! The office's records in one SQLite file.
//!
//! Everything the office keeps stands in one folder: `gongkai.db` and the attached files. A
//! [`Store`] is the one writer of that folder. Tables, search index, filters and totals follow the
//! ledgers' descriptions in `domain`; a file here stands for a table or a closely related group,
//! with the steps that make its tables and the queries that use them. Nothing here reads the clock.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

mod attachments;
mod backup;
mod bin;
mod calendar;
mod catalogue;
mod entered;
mod erasure;
mod error;
mod events;
mod filter;
mod letters;
mod list;
mod looks;
mod narrative;
mod numbering;
mod opening;
mod order;
mod own_figures;
mod personal;
mod profile;
mod records;
mod report;
mod row;
mod schema;
mod search;
mod selection;
mod settings;
mod tables;
mod time;
mod totals;
mod versions;
mod waiting;
mod waivers;

pub use bin::BinEntry;
pub use calendar::KeptNotice;
pub use entered::{EnteredFigure, FigureChange};
pub use erasure::Expired;
pub use error::in_plain_words;
pub use events::{EventChange, KeptEvent, OpenCase, PastEvent};
pub use letters::{GivenNumber, Issue, KeptLetter};
pub use looks::{Look, Looked};
pub use narrative::NarrativeText;
pub use own_figures::{FigureDraft, OwnFigure};
pub use personal::KeptDecision;
pub use report::ReportSettings;
pub use versions::{Frozen, ReportVersion, sha256};
pub use waivers::KeptWaiver;

/// The data folder of one office, open for reading and writing.
pub struct Store {
    db: Connection,
    folder: PathBuf,
}

impl Store {
    /// The data folder; empty for a store in memory.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Changes with every change of the records, by this program or another. What was counted under one
    /// state holds as long as the state is the same.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn state(&self) -> std::result::Result<(u64, i64), domain::Failure> {
        let others = self.db.query_row("PRAGMA data_version", [], |row| row.get(0));
        Ok((self.db.total_changes(), others.map_err(error::Error::from)?))
    }
}
