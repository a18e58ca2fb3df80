//! The office's own calendar: notices that it added for years the program does not know, or in place of one it
//! does, and the holidays of its place (民族自治地方).

use chrono::NaiveDateTime;
use domain::Failure;
use domain::calendar::{Holiday, Notice};
use rusqlite::{TransactionBehavior, params};

use crate::error::{Error, Result};
use crate::schema::Step;
use crate::{Store, time};

pub(crate) const STEPS: &[Step] = &[Step {
    version: 4,
    sql: "
CREATE TABLE calendar_notice (
    year INTEGER PRIMARY KEY,
    notice TEXT NOT NULL,
    saved_at TEXT NOT NULL
) STRICT;
CREATE TABLE local_holiday (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    days TEXT NOT NULL
) STRICT;
",
}];

/// A notice that the office added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptNotice {
    /// The days.
    pub notice: Notice,
    /// When it was added: `YYYY-MM-DDTHH:MM:SS`.
    pub saved_at: String,
}

impl Store {
    /// The notices that the office added, by year.
    ///
    /// # Errors
    /// Those of SQLite; `calendar.damaged` for one that cannot be read.
    pub fn notices(&self) -> std::result::Result<Vec<KeptNotice>, Failure> {
        let read = || -> Result<Vec<KeptNotice>> {
            let sql = "SELECT notice, saved_at FROM calendar_notice ORDER BY year";
            let mut statement = self.db.prepare_cached(sql)?;
            let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
            rows.map(|row| {
                let (notice, saved_at) = row?;
                Ok(KeptNotice { notice: parse(&notice)?, saved_at })
            })
            .collect()
        };
        Ok(read()?)
    }

    /// Keeps a notice in place of an earlier one for its year.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn keep_notice(&mut self, notice: &Notice, now: NaiveDateTime) -> std::result::Result<(), Failure> {
        let keep = || -> Result<()> {
            let sql = "INSERT INTO calendar_notice (year, notice, saved_at) VALUES (?1, ?2, ?3)
                       ON CONFLICT (year) DO UPDATE SET notice = ?2, saved_at = ?3";
            self.db.execute(sql, params![notice.year, json(notice)?, time::stamp(now)])?;
            Ok(())
        };
        Ok(keep()?)
    }

    /// Takes the office's notice for a year back; the program's own, where there is one, holds again.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn remove_notice(&mut self, year: i32) -> std::result::Result<(), Failure> {
        self.db.execute("DELETE FROM calendar_notice WHERE year = ?1", [year]).map_err(Error::from)?;
        Ok(())
    }

    /// The holidays of the place, in the order they were given.
    ///
    /// # Errors
    /// As [`Store::notices`].
    pub fn local_holidays(&self) -> std::result::Result<Vec<Holiday>, Failure> {
        let read = || -> Result<Vec<Holiday>> {
            let mut statement = self.db.prepare_cached("SELECT name, days FROM local_holiday ORDER BY id")?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
            rows.map(|row| {
                let (name, days) = row?;
                Ok(Holiday { name, days: parse(&days)? })
            })
            .collect()
        };
        Ok(read()?)
    }

    /// Keeps the holidays of the place in place of those before.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn keep_local_holidays(&mut self, holidays: &[Holiday]) -> std::result::Result<(), Failure> {
        let mut keep = || -> Result<()> {
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            transaction.execute("DELETE FROM local_holiday", [])?;
            for holiday in holidays {
                let sql = "INSERT INTO local_holiday (name, days) VALUES (?1, ?2)";
                transaction.execute(sql, params![holiday.name, json(&holiday.days)?])?;
            }
            Ok(transaction.commit()?)
        };
        Ok(keep()?)
    }
}

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| damaged(&error).into())
}

fn parse<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| damaged(&error).into())
}

fn damaged(error: &serde_json::Error) -> Failure {
    Failure::new(
        "calendar.damaged",
        format!("保存的节假日安排读不出来：{error}"),
        "请在「设置—节假日」里删去这一年，重新添加",
    )
}
