//! Who was looked up and when: a line for each look at personal data, for each erasure, without the data itself.

use chrono::NaiveDateTime;
use domain::Failure;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::schema::Step;
use crate::{Store, time};

pub(crate) const STEPS: &[Step] = &[Step {
    version: 5,
    sql: "
CREATE TABLE personal_look (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    what TEXT NOT NULL,
    ledger TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    field TEXT NOT NULL
) STRICT;
CREATE INDEX personal_look_of ON personal_look(ledger, record_id);
",
}];

/// What was done with personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Looked {
    /// A field was shown.
    Shown,
    /// A letter with the name on it was opened, printed or saved as a file.
    Letter,
    /// A ledger's list was saved as a file with personal data in it.
    Exported,
    /// Everything was erased.
    Erased,
}

impl Looked {
    fn id(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Letter => "letter",
            Self::Exported => "exported",
            Self::Erased => "erased",
        }
    }
}

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// `YYYY-MM-DDTHH:MM:SS`
    pub at: String,
    /// What was done: `shown`, `letter`, `exported`, `erased`.
    pub what: String,
    /// In which ledger.
    pub ledger: String,
    /// To which record; 0: to all of a year.
    pub record: i64,
    /// Which field, which letter or which year; empty for all fields.
    pub field: String,
}

impl Store {
    /// Writes a line.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn note_look(
        &mut self,
        what: Looked,
        ledger: &str,
        record: i64,
        field: &str,
        now: NaiveDateTime,
    ) -> std::result::Result<(), Failure> {
        Ok(note(&self.db, what, ledger, record, field, now)?)
    }

    /// The newest lines, and how many there are in all.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn looks(&self, most: u32, skip: u32) -> std::result::Result<(Vec<Look>, u32), Failure> {
        let read = || -> Result<(Vec<Look>, u32)> {
            let count = self.db.query_row("SELECT count(*) FROM personal_look", [], |row| row.get(0))?;
            let sql = "SELECT at, what, ledger, record_id, field FROM personal_look
                       ORDER BY id DESC LIMIT ?1 OFFSET ?2";
            let mut statement = self.db.prepare_cached(sql)?;
            let looks = statement.query_map([most, skip], |row| {
                Ok(Look {
                    at: row.get(0)?,
                    what: row.get(1)?,
                    ledger: row.get(2)?,
                    record: row.get(3)?,
                    field: row.get(4)?,
                })
            })?;
            Ok((looks.collect::<rusqlite::Result<_>>()?, count))
        };
        Ok(read()?)
    }
}

pub(crate) fn note(
    db: &Connection,
    what: Looked,
    ledger: &str,
    record: i64,
    field: &str,
    now: NaiveDateTime,
) -> Result<()> {
    let sql = "INSERT INTO personal_look (at, what, ledger, record_id, field) VALUES (?1, ?2, ?3, ?4, ?5)";
    db.execute(sql, params![time::stamp(now), what.id(), ledger, record, field]).map_err(Error::from)?;
    Ok(())
}
