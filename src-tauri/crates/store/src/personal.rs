//! What the office has decided of personal data found in a report: mask it on paper, or keep it for a reason.
//! A decision belongs to what was found and where, by a hash: the data itself stands in the text and nowhere else.

use chrono::NaiveDateTime;
use domain::Failure;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::schema::Step;
use crate::{Store, profile, time};

pub(crate) const STEPS: &[Step] = &[Step {
    version: 3,
    sql: "
CREATE TABLE personal_decision (
    year INTEGER NOT NULL,
    key TEXT NOT NULL,
    masked INTEGER NOT NULL CHECK (masked IN (0, 1)),
    reason TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    PRIMARY KEY (year, key)
) STRICT, WITHOUT ROWID;
",
}];

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDecision {
    /// Names what was found and where.
    pub key: String,
    /// Masked on paper; else kept.
    pub masked: bool,
    /// Why it is kept; empty where it is masked.
    pub reason: String,
    /// `YYYY-MM-DDTHH:MM:SS`.
    pub at: String,
    /// The office's 拟稿人 at the time; may be empty.
    pub by: String,
}

impl Store {
    /// Every decision of a year.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn personal_decisions(&self, year: i32) -> std::result::Result<Vec<KeptDecision>, Failure> {
        Ok(of_year(&self.db, year)?)
    }

    /// Keeps a decision in place of an earlier one on the same finding.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn decide_personal(
        &mut self,
        year: i32,
        key: &str,
        masked: bool,
        reason: &str,
        now: NaiveDateTime,
    ) -> std::result::Result<(), Failure> {
        let by = profile::read(&self.db)?.map(|office| office.drafter).unwrap_or_default();
        let sql = "INSERT INTO personal_decision (year, key, masked, reason, decided_at, decided_by)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (year, key)
                   DO UPDATE SET masked = ?3, reason = ?4, decided_at = ?5, decided_by = ?6";
        let values = params![year, key, masked, reason, time::stamp(now), by];
        self.db.execute(sql, values).map_err(Error::from)?;
        Ok(())
    }

    /// Takes a decision back.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn forget_personal(&mut self, year: i32, key: &str) -> std::result::Result<(), Failure> {
        let sql = "DELETE FROM personal_decision WHERE year = ?1 AND key = ?2";
        self.db.execute(sql, params![year, key]).map_err(Error::from)?;
        Ok(())
    }
}

fn of_year(db: &Connection, year: i32) -> Result<Vec<KeptDecision>> {
    let sql = "SELECT key, masked, reason, decided_at, decided_by FROM personal_decision
               WHERE year = ?1 ORDER BY key";
    let mut statement = db.prepare_cached(sql)?;
    let decisions = statement.query_map([year], |row| {
        Ok(KeptDecision {
            key: row.get(0)?,
            masked: row.get(1)?,
            reason: row.get(2)?,
            at: row.get(3)?,
            by: row.get(4)?,
        })
    })?;
    Ok(decisions.collect::<rusqlite::Result<_>>()?)
}
