//! The text of each part of a year's report, as it is typed.

use chrono::NaiveDateTime;
use domain::Failure;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::schema::Step;
use crate::{Store, time};

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: "
CREATE TABLE narrative (
    year INTEGER NOT NULL,
    part TEXT NOT NULL,
    text TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (year, part)
) STRICT, WITHOUT ROWID;
",
}];

/// The text of a part as it was last saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NarrativeText {
    /// Part id.
    pub part: String,
    /// The text as it was given.
    pub json: String,
    /// `YYYY-MM-DDTHH:MM:SS`.
    pub saved_at: String,
}

impl Store {
    /// The text of a part and when it was saved; `None` where nobody has written it.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn narrative(&self, year: i32, part: &str) -> std::result::Result<Option<(String, String)>, Failure> {
        let sql = "SELECT text, saved_at FROM narrative WHERE year = ?1 AND part = ?2";
        let found = self.db.query_row(sql, params![year, part], |row| Ok((row.get(0)?, row.get(1)?)));
        Ok(found.optional().map_err(Error::from)?)
    }

    /// Every text of a year.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn narratives(&self, year: i32) -> std::result::Result<Vec<NarrativeText>, Failure> {
        Ok(of_year(&self.db, year)?)
    }

    /// Keeps the text of a part in place of the one before.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn save_narrative(
        &mut self,
        year: i32,
        part: &str,
        json: &str,
        now: NaiveDateTime,
    ) -> std::result::Result<(), Failure> {
        let sql = "INSERT INTO narrative (year, part, text, saved_at) VALUES (?1, ?2, ?3, ?4)
                   ON CONFLICT (year, part) DO UPDATE SET text = ?3, saved_at = ?4";
        self.db.execute(sql, params![year, part, json, time::stamp(now)]).map_err(Error::from)?;
        Ok(())
    }
}

fn of_year(db: &Connection, year: i32) -> Result<Vec<NarrativeText>> {
    let mut statement =
        db.prepare_cached("SELECT part, text, saved_at FROM narrative WHERE year = ?1 ORDER BY part")?;
    let texts = statement.query_map([year], |row| {
        Ok(NarrativeText { part: row.get(0)?, json: row.get(1)?, saved_at: row.get(2)? })
    })?;
    Ok(texts.collect::<rusqlite::Result<_>>()?)
}
