//! The report of a year: that it was opened, what it is called, what day it is signed.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use domain::{Failure, ledgers};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::schema::Step;
use crate::{Store, time};

pub(crate) const STEPS: &[Step] = &[
    Step {
        version: 1,
        sql: "
CREATE TABLE report_year (
    year INTEGER PRIMARY KEY,
    opened_at TEXT NOT NULL
) STRICT;
CREATE TABLE report_settings (
    year INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    signed_on TEXT NOT NULL,
    format TEXT NOT NULL,
    saved_at TEXT NOT NULL
) STRICT;
",
    },
    // Without a reason the year's own format holds: version 1 wrote the only one there was.
    Step {
        version: 2,
        sql: "
ALTER TABLE report_settings ADD COLUMN format_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE report_settings ADD COLUMN categories_complete INTEGER NOT NULL DEFAULT 0;
",
    },
];

/// What a year's report is called and signed with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportSettings {
    /// Title in place of the format's own; empty: the format's.
    pub title: String,
    /// 成文日期, `YYYY-MM-DD`; empty where not yet set.
    pub signed_on: String,
    /// Format id; counts only with a reason, else the year's own format holds.
    pub format: String,
    /// Why another format than the year's own was chosen; empty where it was not.
    pub format_reason: String,
    /// The office says that every disclosed item has its category.
    pub categories_complete: bool,
}

impl Store {
    /// The settings of a year's report; `None` where nobody has set any.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn report_settings(&self, year: i32) -> std::result::Result<Option<ReportSettings>, Failure> {
        let sql = "SELECT title, signed_on, format, format_reason, categories_complete
                   FROM report_settings WHERE year = ?1";
        let found = self.db.query_row(sql, [year], |row| {
            Ok(ReportSettings {
                title: row.get(0)?,
                signed_on: row.get(1)?,
                format: row.get(2)?,
                format_reason: row.get(3)?,
                categories_complete: row.get(4)?,
            })
        });
        Ok(found.optional().map_err(Error::from)?)
    }

    /// Keeps the settings of a year's report.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn save_report_settings(
        &mut self,
        year: i32,
        settings: &ReportSettings,
        now: NaiveDateTime,
    ) -> std::result::Result<(), Failure> {
        let sql = "INSERT INTO report_settings
                   (year, title, signed_on, format, format_reason, categories_complete, saved_at)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (year) DO UPDATE
                   SET title = ?2, signed_on = ?3, format = ?4, format_reason = ?5,
                       categories_complete = ?6, saved_at = ?7";
        let ReportSettings { title, signed_on, format, format_reason, categories_complete } = settings;
        let values =
            params![year, title, signed_on, format, format_reason, categories_complete, time::stamp(now)];
        self.db.execute(sql, values).map_err(Error::from)?;
        Ok(())
    }

    /// Marks a year as worked on, though it may hold nothing yet.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn open_year(&mut self, year: i32, now: NaiveDateTime) -> std::result::Result<(), Failure> {
        let sql = "INSERT INTO report_year (year, opened_at) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
        self.db.execute(sql, params![year, time::stamp(now)]).map_err(Error::from)?;
        Ok(())
    }

    /// The years that were opened or hold a record, a text, settings or a figure, ascending. A
    /// record that goes on over several years names the one it began in.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn years(&self) -> std::result::Result<Vec<i32>, Failure> {
        Ok(years(&self.db)?.into_iter().collect())
    }
}

fn years(db: &Connection) -> Result<BTreeSet<i32>> {
    let sql = "SELECT year FROM report_year UNION SELECT year FROM report_settings
               UNION SELECT year FROM narrative UNION SELECT year FROM entered_figure";
    let mut statement = db.prepare_cached(sql)?;
    let mut years = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<BTreeSet<_>>>()?;
    for ledger in ledgers::ALL {
        // From one year straight to the next: as many look-ups as there are years.
        let sql = format!(
            "SELECT CAST(min(year_on) AS INTEGER) FROM {} WHERE deleted_at IS NULL AND year_on >= ?1",
            ledger.id
        );
        let mut next = db.prepare_cached(&sql)?;
        let mut from = 0;
        while let Some(year) = next.query_row([format!("{from:04}")], |row| row.get::<_, Option<i32>>(0))? {
            years.insert(year);
            from = year + 1;
        }
    }
    Ok(years)
}
