//! The versions of a year's report: what was locked and when, frozen as it was, and the correction that is
//! being written. A locked year's words, figures and settings are guarded by the database itself.

use chrono::NaiveDateTime;
use domain::Failure;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::schema::Step;
use crate::{Store, time};

pub(crate) const STEPS: &[Step] = &[Step {
    version: 2,
    sql: "
CREATE TABLE report_version (
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    reason TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    locked_at TEXT,
    snapshot TEXT,
    pdf BLOB,
    sha256 TEXT,
    PRIMARY KEY (year, number)
) STRICT;
CREATE VIEW locked_year AS
    SELECT year FROM report_version v WHERE locked_at IS NOT NULL
    AND number = (SELECT max(number) FROM report_version w WHERE w.year = v.year);
CREATE TRIGGER report_version_kept_update BEFORE UPDATE ON report_version WHEN OLD.locked_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'report.locked'); END;
CREATE TRIGGER report_version_kept_delete BEFORE DELETE ON report_version WHEN OLD.locked_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'report.locked'); END;
CREATE TRIGGER narrative_locked_insert BEFORE INSERT ON narrative
    WHEN NEW.year IN (SELECT year FROM locked_year) BEGIN SELECT RAISE(ABORT, 'report.locked'); END;
CREATE TRIGGER narrative_locked_update BEFORE UPDATE ON narrative
    WHEN OLD.year IN (SELECT year FROM locked_year) BEGIN SELECT RAISE(ABORT, 'report.locked'); END;
CREATE TRIGGER narrative_locked_delete BEFORE DELETE ON narrative
    WHEN OLD.year IN (SELECT year FROM locked_year) BEGIN SELECT RAISE(ABORT, 'report.locked'); END;
CREATE TRIGGER entered_figure_locked_insert BEFORE INSERT ON entered_figure
    WHEN NEW.year IN (SELECT year FROM locked_year) BEGIN SELECT RAISE(ABORT, 'report.locked'); END;
CREATE TRIGGER entered_figure_locked_update BEFORE UPDATE ON entered_figure
    WHEN OLD.year IN (SELECT year FROM locked_year) BEGIN SELECT RAISE(ABORT, 'report.locked'); END;
CREATE TRIGGER entered_figure_locked_delete BEFORE DELETE ON entered_figure
    WHEN OLD.year IN (SELECT year FROM locked_year) BEGIN SELECT RAISE(ABORT, 'report.locked'); END;
CREATE TRIGGER report_settings_locked_insert BEFORE INSERT ON report_settings
    WHEN NEW.year IN (SELECT year FROM locked_year) BEGIN SELECT RAISE(ABORT, 'report.locked'); END;
CREATE TRIGGER report_settings_locked_update BEFORE UPDATE ON report_settings
    WHEN OLD.year IN (SELECT year FROM locked_year) BEGIN SELECT RAISE(ABORT, 'report.locked'); END;
CREATE TRIGGER report_settings_locked_delete BEFORE DELETE ON report_settings
    WHEN OLD.year IN (SELECT year FROM locked_year) BEGIN SELECT RAISE(ABORT, 'report.locked'); END;
CREATE TRIGGER waiver_locked_insert BEFORE INSERT ON waiver
    WHEN NEW.year IN (SELECT year FROM locked_year) BEGIN SELECT RAISE(ABORT, 'report.locked'); END;
CREATE TRIGGER waiver_locked_update BEFORE UPDATE ON waiver
    WHEN OLD.year IN (SELECT year FROM locked_year) BEGIN SELECT RAISE(ABORT, 'report.locked'); END;
CREATE TRIGGER waiver_locked_delete BEFORE DELETE ON waiver
    WHEN OLD.year IN (SELECT year FROM locked_year) BEGIN SELECT RAISE(ABORT, 'report.locked'); END;
",
}];

/// A version of a year's report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportVersion {
    /// 1, 2, …
    pub number: u32,
    /// Why a correction was opened; empty for the first.
    pub reason: String,
    /// When it was begun: for the first, when it was locked.
    pub opened_at: String,
    /// When it was locked; `None` for the one being written.
    pub locked_at: Option<String>,
    /// Hash of the snapshot, in hexadecimal.
    pub sha256: Option<String>,
}

/// What is frozen when a year is locked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    /// Everything, as JSON; names the hash of the PDF.
    pub snapshot: String,
    /// The PDF.
    pub pdf: Vec<u8>,
}

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Store {
    /// The versions of a year's report, oldest first; none before it is first locked.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn versions(&self, year: i32) -> std::result::Result<Vec<ReportVersion>, Failure> {
        Ok(versions(&self.db, year)?)
    }

    /// The years that are locked, ascending: those whose newest version is.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn locked_years(&self) -> std::result::Result<Vec<i32>, Failure> {
        Ok(locked_years(&self.db)?)
    }

    /// A locked version as it was frozen.
    ///
    /// # Errors
    /// `report.version` where there is none; `report.altered` where its hash no longer fits.
    pub fn frozen(&self, year: i32, number: u32) -> std::result::Result<Frozen, Failure> {
        let (frozen, hash) = frozen(&self.db, year, number)?.ok_or_else(|| no_version(year, number))?;
        if sha256(frozen.snapshot.as_bytes()) != hash {
            return Err(Failure::new(
                "report.altered",
                format!("{year} 年第 {number} 版的归档内容与当时的校验码不符，可能被改动或损坏"),
                "请不要使用它；从备份恢复数据文件，或者以盖章的纸质件为准",
            ));
        }
        Ok(frozen)
    }

    /// Locks the version being written, or the first one. Gives its number and the snapshot's hash.
    ///
    /// # Errors
    /// `report.locked` where it is locked already; those of SQLite.
    pub fn lock_report(
        &mut self,
        year: i32,
        frozen: &Frozen,
        now: NaiveDateTime,
    ) -> std::result::Result<(u32, String), Failure> {
        let hash = sha256(frozen.snapshot.as_bytes());
        let mut lock = || -> Result<u32> {
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let newest = versions(&transaction, year)?.pop();
            let stamp = time::stamp(now);
            let number = match newest {
                Some(version) if version.locked_at.is_some() => return Err(locked(year).into()),
                Some(version) => {
                    let sql = "UPDATE report_version SET locked_at = ?3, snapshot = ?4, pdf = ?5, sha256 = ?6
                               WHERE year = ?1 AND number = ?2";
                    let values = params![year, version.number, stamp, frozen.snapshot, frozen.pdf, hash];
                    transaction.execute(sql, values)?;
                    version.number
                }
                None => {
                    let sql = "INSERT INTO report_version
                               (year, number, reason, opened_at, locked_at, snapshot, pdf, sha256)
                               VALUES (?1, 1, '', ?2, ?2, ?3, ?4, ?5)";
                    transaction.execute(sql, params![year, stamp, frozen.snapshot, frozen.pdf, hash])?;
                    1
                }
            };
            transaction.commit()?;
            Ok(number)
        };
        Ok((lock()?, hash))
    }

    /// Opens a correction of a locked year: the next version. The locked one stays as it is.
    ///
    /// # Errors
    /// `report.not_locked`; those of SQLite.
    pub fn open_correction(
        &mut self,
        year: i32,
        reason: &str,
        now: NaiveDateTime,
    ) -> std::result::Result<u32, Failure> {
        let mut open = || -> Result<u32> {
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let newest = versions(&transaction, year)?.pop().filter(|v| v.locked_at.is_some());
            let Some(newest) = newest else {
                return Err(Failure::new(
                    "report.not_locked",
                    format!("{year} 年的报告没有锁定，可以直接修改"),
                    "",
                )
                .into());
            };
            let sql = "INSERT INTO report_version (year, number, reason, opened_at) VALUES (?1, ?2, ?3, ?4)";
            transaction.execute(sql, params![year, newest.number + 1, reason, time::stamp(now)])?;
            transaction.commit()?;
            Ok(newest.number + 1)
        };
        Ok(open()?)
    }
}

/// The failure for a year that can no longer be changed.
pub(crate) fn locked(year: i32) -> Failure {
    Failure::new(
        "report.locked",
        format!("{year} 年的报告已经锁定归档，没有修改"),
        "确需更正的，请到这一年的年度报告里点「更正」，写明理由，另出一版；已归档的版本不会变",
    )
}

pub(crate) fn locked_years(db: &Connection) -> Result<Vec<i32>> {
    let mut statement = db.prepare_cached("SELECT year FROM locked_year ORDER BY year")?;
    let years = statement.query_map([], |row| row.get(0))?;
    Ok(years.collect::<rusqlite::Result<_>>()?)
}

fn versions(db: &Connection, year: i32) -> Result<Vec<ReportVersion>> {
    let sql = "SELECT number, reason, opened_at, locked_at, sha256 FROM report_version
               WHERE year = ?1 ORDER BY number";
    let mut statement = db.prepare_cached(sql)?;
    let versions = statement.query_map([year], |row| {
        Ok(ReportVersion {
            number: row.get(0)?,
            reason: row.get(1)?,
            opened_at: row.get(2)?,
            locked_at: row.get(3)?,
            sha256: row.get(4)?,
        })
    })?;
    Ok(versions.collect::<rusqlite::Result<_>>()?)
}

fn frozen(db: &Connection, year: i32, number: u32) -> Result<Option<(Frozen, String)>> {
    let sql = "SELECT snapshot, pdf, sha256 FROM report_version
               WHERE year = ?1 AND number = ?2 AND locked_at IS NOT NULL";
    let found = db.query_row(sql, params![year, number], |row| {
        Ok((Frozen { snapshot: row.get(0)?, pdf: row.get(1)? }, row.get(2)?))
    });
    found.optional().map_err(Error::from)
}

fn no_version(year: i32, number: u32) -> Failure {
    Failure::new("report.version", format!("{year} 年的报告没有已归档的第 {number} 版"), "请在版本列表里选择")
}
