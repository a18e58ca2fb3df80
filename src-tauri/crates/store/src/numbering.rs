//! The running numbers of the 索引号: one series a year, no number given twice.

use chrono::Datelike;
use domain::{Failure, Profile, Values, index_number};
use rusqlite::{Connection, OptionalExtension, params};

use crate::catalogue::Names;
use crate::error::Result;
use crate::schema::Step;
use crate::{Store, profile};

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: "
CREATE TABLE index_run (
    year INTEGER PRIMARY KEY,
    highest INTEGER NOT NULL
) STRICT;
",
}];

/// The field that holds the 索引号; only the disclosure ledger numbers itself.
pub(crate) const FIELD: &str = "index_number";

impl Store {
    /// The running number that the next record of `year` is offered; one above the highest given.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn next_number(&self, year: i32) -> std::result::Result<i64, Failure> {
        Ok(next(&self.db, year)?)
    }
}

fn next(db: &Connection, year: i32) -> Result<i64> {
    let sql = "SELECT highest FROM index_run WHERE year = ?1";
    let highest: Option<i64> = db.prepare_cached(sql)?.query_row([year], |row| row.get(0)).optional()?;
    Ok(highest.unwrap_or(0) + 1)
}

/// Gives the next 索引号 of the year of formation, and passes over any that was typed by hand.
pub(crate) fn give(db: &Connection, values: &Values, names: &Names) -> Result<String> {
    let office = profile::read(db)?.unwrap_or_else(Profile::default);
    index_number::check_pattern(&office.index_pattern).map_err(profile::wrong_pattern)?;
    let year = values.get("formed_on").and_then(|v| v.as_date()).map_or(0, |date| date.year());
    let category = values
        .get("category")
        .and_then(|v| v.as_text())
        .and_then(|name| names.find(domain::CatalogueId::Category, name))
        .map_or("", |entry| entry.code.as_str());
    let mut number = next(db, year)?;
    let text = loop {
        let parts = index_number::Parts { office: &office.code, category, year, number };
        let text = index_number::render(&office.index_pattern, parts).map_err(profile::wrong_pattern)?;
        if !taken(db, &text)? {
            break text;
        }
        number += 1;
    };
    let sql = "INSERT INTO index_run (year, highest) VALUES (?1, ?2)
               ON CONFLICT (year) DO UPDATE SET highest = ?2";
    db.prepare_cached(sql)?.execute(params![year, number])?;
    Ok(text)
}

/// In the recycle bin too: a record that comes back must find its number free.
fn taken(db: &Connection, number: &str) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM disclosure WHERE index_number = ?1 AND deleted_at IS NULL)
                   OR EXISTS (SELECT 1 FROM disclosure WHERE index_number = ?1 AND deleted_at IS NOT NULL)";
    Ok(db.prepare_cached(sql)?.query_row([number], |row| row.get(0))?)
}

/// Refuses a 索引号 that another live record has.
pub(crate) fn check_free(db: &Connection, number: &str, own: Option<i64>) -> Result<()> {
    let sql = "SELECT title FROM disclosure
               WHERE index_number = ?1 AND deleted_at IS NULL AND id IS NOT ?2";
    let holder: Option<Option<String>> =
        db.prepare_cached(sql)?.query_row(params![number, own], |row| row.get(0)).optional()?;
    let Some(title) = holder else { return Ok(()) };
    let title = title.unwrap_or_default();
    let fault = format!("索引号「{number}」已经用在「{title}」上");
    Err(Failure::new("record.duplicate", format!("没有保存：{fault}"), "请改一个索引号，或者留空由程序编号")
        .with_fields([(FIELD.to_owned(), fault)].into())
        .into())
}
