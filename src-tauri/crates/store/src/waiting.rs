//! Records that wait for a day: what was formed and is not published, what a hotline handed down and is not
//! done, and how often an applicant filed in a month.

use domain::{Failure, Record};
use rusqlite::params;

use crate::catalogue::Names;
use crate::error::{Error, Result};
use crate::{Store, records, row};

/// So many of a kind are looked at, the newest first; nobody works through more on a page.
const MOST: u32 = 500;

impl Store {
    /// What was formed, is to be published and has no day of publication; the newest five hundred.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn unpublished(&self) -> std::result::Result<Vec<Record>, Failure> {
        self.waiting(
            "disclosure",
            "\"published_on\" IS NULL AND \"formed_on\" IS NOT NULL
             AND (\"openness\" IS NULL OR \"openness\" = 'open')",
        )
    }

    /// Hotline cases that are not done; the newest five hundred.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn undone_hotline(&self) -> std::result::Result<Vec<Record>, Failure> {
        self.waiting("hotline", "\"done_on\" IS NULL AND (\"result\" IS NULL OR \"result\" = 'pending')")
    }

    /// How many applications the same applicant filed earlier in the calendar month of one; applicants are
    /// told apart by their names.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn filed_before(&self, application: i64) -> std::result::Result<u32, Failure> {
        let sql = "SELECT count(*) FROM application this
                   JOIN application_person who ON who.record_id = this.id
                   JOIN application_person same ON same.\"name\" = who.\"name\"
                   JOIN application other ON other.id = same.record_id
                   WHERE this.id = ?1 AND other.id <> this.id AND other.deleted_at IS NULL
                   AND substr(other.\"received_on\", 1, 7) = substr(this.\"received_on\", 1, 7)
                   AND (other.\"received_on\", other.id) < (this.\"received_on\", this.id)";
        Ok(self.db.query_row(sql, params![application], |row| row.get(0)).map_err(Error::from)?)
    }

    fn waiting(&self, ledger: &str, condition: &str) -> std::result::Result<Vec<Record>, Failure> {
        let read = || -> Result<Vec<Record>> {
            let names = Names::read(&self.db)?;
            let ledger = records::known(ledger)?;
            let newest = format!(
                "id IN (SELECT id FROM {} WHERE deleted_at IS NULL AND {condition}
                        ORDER BY year_on DESC LIMIT {MOST})",
                ledger.id
            );
            row::read_where(&self.db, ledger, &names, &newest)
        };
        Ok(read()?)
    }
}
