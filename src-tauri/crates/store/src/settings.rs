//! Settings that the floors above keep as they like: how the office's paper looks, what stands over the
//! copy that goes to the county. Year 0 is for what holds in every year.

use chrono::NaiveDateTime;
use domain::Failure;
use rusqlite::{OptionalExtension, params};

use crate::error::Error;
use crate::schema::Step;
use crate::{Store, time};

pub(crate) const STEPS: &[Step] = &[Step {
    version: 2,
    sql: "
CREATE TABLE setting (
    year INTEGER NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (year, name)
) STRICT, WITHOUT ROWID;
",
}];

impl Store {
    /// A setting as it was last kept; `None` where nobody has set it.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn setting(&self, year: i32, name: &str) -> std::result::Result<Option<String>, Failure> {
        let sql = "SELECT value FROM setting WHERE year = ?1 AND name = ?2";
        let found = self.db.query_row(sql, params![year, name], |row| row.get(0));
        Ok(found.optional().map_err(Error::from)?)
    }

    /// Keeps a setting in place of the one before.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn keep_setting(
        &mut self,
        year: i32,
        name: &str,
        value: &str,
        now: NaiveDateTime,
    ) -> std::result::Result<(), Failure> {
        let sql = "INSERT INTO setting (year, name, value, saved_at) VALUES (?1, ?2, ?3, ?4)
                   ON CONFLICT (year, name) DO UPDATE SET value = ?3, saved_at = ?4";
        self.db.execute(sql, params![year, name, value, time::stamp(now)]).map_err(Error::from)?;
        Ok(())
    }
}
