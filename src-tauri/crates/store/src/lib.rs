//! The office's records in one SQLite file.
//!
//! Everything the office keeps stands in one folder: `gongkai.db` and the attached files. A
//! [`Store`] is the one writer of that folder. Tables, search index, filters and totals follow the
//! ledgers' descriptions in `domain`; a file here stands for a table or a closely related group,
//! with the steps that make its tables and the queries that use them. Nothing here reads the clock.

use std::path::{Path, PathBuf};

use domain::Failure;
use rusqlite::Connection;

mod error;

mod api;

pub use api::{BinEntry, EnteredFigure, FigureDraft, NarrativeText, OwnFigure, ReportSettings};

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
