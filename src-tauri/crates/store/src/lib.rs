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
mod catalogue;
mod entered;
mod error;
mod filter;
mod list;
mod narrative;
mod numbering;
mod opening;
mod order;
mod own_figures;
mod profile;
mod records;
mod report;
mod row;
mod schema;
mod search;
mod selection;
mod tables;
mod time;
mod totals;

pub use bin::BinEntry;
pub use entered::{EnteredFigure, FigureChange};
pub use narrative::NarrativeText;
pub use own_figures::{FigureDraft, OwnFigure};
pub use report::ReportSettings;

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
}
