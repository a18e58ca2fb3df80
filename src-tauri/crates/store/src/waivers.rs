//! 情况说明: what the office says of a finding. It belongs to the finding's key, so it holds as long as rule
//! and values are the same, and only then.

use chrono::NaiveDateTime;
use domain::Failure;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::schema::Step;
use crate::{Store, profile, time};

pub(crate) const STEPS: &[Step] = &[Step {
    version: 2,
    sql: "
CREATE TABLE waiver (
    year INTEGER NOT NULL,
    key TEXT NOT NULL,
    note TEXT NOT NULL,
    noted_at TEXT NOT NULL,
    noted_by TEXT NOT NULL,
    PRIMARY KEY (year, key)
) STRICT, WITHOUT ROWID;
",
}];

/// What the office says of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptWaiver {
    /// The finding's key.
    pub key: String,
    /// The words.
    pub note: String,
    /// `YYYY-MM-DDTHH:MM:SS`.
    pub at: String,
    /// The office's 拟稿人 at the time; may be empty.
    pub by: String,
}

impl Store {
    /// Every 情况说明 of a year.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn waivers(&self, year: i32) -> std::result::Result<Vec<KeptWaiver>, Failure> {
        Ok(of_year(&self.db, year)?)
    }

    /// Keeps a 情况说明 in place of an earlier one for the same finding.
    ///
    /// # Errors
    /// `report.locked`; those of SQLite.
    pub fn waive(
        &mut self,
        year: i32,
        key: &str,
        note: &str,
        now: NaiveDateTime,
    ) -> std::result::Result<(), Failure> {
        let by = profile::read(&self.db)?.map(|office| office.drafter).unwrap_or_default();
        let sql = "INSERT INTO waiver (year, key, note, noted_at, noted_by) VALUES (?1, ?2, ?3, ?4, ?5)
                   ON CONFLICT (year, key) DO UPDATE SET note = ?3, noted_at = ?4, noted_by = ?5";
        self.db.execute(sql, params![year, key, note, time::stamp(now), by]).map_err(Error::from)?;
        Ok(())
    }

    /// Takes a 情况说明 back.
    ///
    /// # Errors
    /// `report.locked`; those of SQLite.
    pub fn unwaive(&mut self, year: i32, key: &str) -> std::result::Result<(), Failure> {
        let sql = "DELETE FROM waiver WHERE year = ?1 AND key = ?2";
        self.db.execute(sql, params![year, key]).map_err(Error::from)?;
        Ok(())
    }
}

fn of_year(db: &Connection, year: i32) -> Result<Vec<KeptWaiver>> {
    let sql = "SELECT key, note, noted_at, noted_by FROM waiver WHERE year = ?1 ORDER BY key";
    let mut statement = db.prepare_cached(sql)?;
    let waivers = statement.query_map([year], |row| {
        Ok(KeptWaiver { key: row.get(0)?, note: row.get(1)?, at: row.get(2)?, by: row.get(3)? })
    })?;
    Ok(waivers.collect::<rusqlite::Result<_>>()?)
}
