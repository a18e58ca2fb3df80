//! Figures the office enters by hand, each with its reason, and every change there ever was.

use chrono::NaiveDateTime;
use domain::{Failure, Quantity};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::schema::Step;
use crate::{Store, profile, time};

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: "
CREATE TABLE entered_figure (
    year INTEGER NOT NULL,
    figure TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    PRIMARY KEY (year, figure)
) STRICT, WITHOUT ROWID;
CREATE TABLE entered_figure_history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL,
    figure TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    old_value TEXT,
    new_value TEXT,
    reason TEXT NOT NULL
) STRICT;
CREATE INDEX entered_figure_history_of ON entered_figure_history(year, figure);
",
}];

/// A figure entered by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnteredFigure {
    /// Figure id.
    pub figure: String,
    /// The value in force.
    pub value: Quantity,
    /// Why the office knows better than its records.
    pub reason: String,
    /// `YYYY-MM-DDTHH:MM:SS`.
    pub at: String,
}

/// One change of a figure entered by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureChange {
    /// `YYYY-MM-DDTHH:MM:SS`.
    pub at: String,
    /// The office's 拟稿人 at the time; may be empty.
    pub by: String,
    /// Before; `None`: as counted.
    pub old: Option<Quantity>,
    /// After; `None`: as counted again.
    pub new: Option<Quantity>,
    /// Why.
    pub reason: String,
}

impl Store {
    /// The figures of a year that were entered by hand.
    ///
    /// # Errors
    /// `database.damaged` for a value that is none; those of SQLite.
    pub fn entered(&self, year: i32) -> std::result::Result<Vec<EnteredFigure>, Failure> {
        Ok(of_year(&self.db, year)?)
    }

    /// Enters a figure by hand, in place of an earlier entry.
    ///
    /// # Errors
    /// `figure.reason` without a reason; those of SQLite.
    pub fn enter_figure(
        &mut self,
        year: i32,
        figure: &str,
        value: Quantity,
        reason: &str,
        now: NaiveDateTime,
    ) -> std::result::Result<(), Failure> {
        let reason = reason.trim();
        if reason.is_empty() {
            let fields = [("reason".to_owned(), "请填写原因".to_owned())].into();
            let failure = Failure::new(
                "figure.reason",
                "没有保存：人工填写的数字要写明原因",
                "请填写为什么与台账统计不同，例如：部分信息由县级平台统一发布",
            );
            return Err(failure.with_fields(fields));
        }
        let mut enter = || -> Result<()> {
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            record_change(&transaction, year, figure, Some(value), reason, now)?;
            let sql = "INSERT INTO entered_figure (year, figure, value, reason, entered_at)
                       VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (year, figure)
                       DO UPDATE SET value = ?3, reason = ?4, entered_at = ?5";
            transaction.execute(sql, params![year, figure, value.to_storage(), reason, time::stamp(now)])?;
            Ok(transaction.commit()?)
        };
        Ok(enter()?)
    }

    /// Enters cells of the tables by hand, or takes them back to what is counted (`None`), all or none. The
    /// reason may be empty: that it is missing is a finding, not a reason to lose what was typed.
    ///
    /// # Errors
    /// `report.locked`; those of SQLite.
    pub fn enter_cells(
        &mut self,
        year: i32,
        cells: &[(String, Option<Quantity>)],
        reason: &str,
        now: NaiveDateTime,
    ) -> std::result::Result<(), Failure> {
        let mut enter = || -> Result<()> {
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for (cell, value) in cells {
                enter_cell(&transaction, year, cell, *value, reason.trim(), now)?;
            }
            Ok(transaction.commit()?)
        };
        Ok(enter()?)
    }

    /// Goes back to the figure as it is counted.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn clear_figure(
        &mut self,
        year: i32,
        figure: &str,
        now: NaiveDateTime,
    ) -> std::result::Result<(), Failure> {
        let mut clear = || -> Result<()> {
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let sql = "DELETE FROM entered_figure WHERE year = ?1 AND figure = ?2";
            if current(&transaction, year, figure)?.is_some() {
                record_change(&transaction, year, figure, None, "改回按台账统计", now)?;
                transaction.execute(sql, params![year, figure])?;
            }
            Ok(transaction.commit()?)
        };
        Ok(clear()?)
    }

    /// Every change of a figure by hand, oldest first.
    ///
    /// # Errors
    /// `database.damaged` for a value that is none; those of SQLite.
    pub fn figure_changes(&self, year: i32, figure: &str) -> std::result::Result<Vec<FigureChange>, Failure> {
        Ok(changes(&self.db, year, figure)?)
    }
}

/// One cell; nothing is written where nothing changes.
fn enter_cell(
    transaction: &Transaction<'_>,
    year: i32,
    cell: &str,
    value: Option<Quantity>,
    reason: &str,
    now: NaiveDateTime,
) -> Result<()> {
    let sql = "SELECT value, reason FROM entered_figure WHERE year = ?1 AND figure = ?2";
    let held: Option<(String, String)> =
        transaction.query_row(sql, params![year, cell], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    match (value, held) {
        (None, None) => Ok(()),
        (None, Some(_)) => {
            record_change(transaction, year, cell, None, "改回按台账统计", now)?;
            let sql = "DELETE FROM entered_figure WHERE year = ?1 AND figure = ?2";
            transaction.execute(sql, params![year, cell])?;
            Ok(())
        }
        (Some(value), Some(held)) if held == (value.to_storage(), reason.to_owned()) => Ok(()),
        (Some(value), _) => {
            record_change(transaction, year, cell, Some(value), reason, now)?;
            let sql = "INSERT INTO entered_figure (year, figure, value, reason, entered_at)
                       VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (year, figure)
                       DO UPDATE SET value = ?3, reason = ?4, entered_at = ?5";
            transaction.execute(sql, params![year, cell, value.to_storage(), reason, time::stamp(now)])?;
            Ok(())
        }
    }
}

fn of_year(db: &Connection, year: i32) -> Result<Vec<EnteredFigure>> {
    let sql = "SELECT figure, value, reason, entered_at FROM entered_figure WHERE year = ?1 ORDER BY figure";
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query([year])?;
    let mut entered = Vec::new();
    while let Some(row) = rows.next()? {
        entered.push(EnteredFigure {
            figure: row.get(0)?,
            value: quantity(&row.get::<_, String>(1)?)?,
            reason: row.get(2)?,
            at: row.get(3)?,
        });
    }
    Ok(entered)
}

fn changes(db: &Connection, year: i32, figure: &str) -> Result<Vec<FigureChange>> {
    let sql = "SELECT changed_at, changed_by, old_value, new_value, reason FROM entered_figure_history
               WHERE year = ?1 AND figure = ?2 ORDER BY id";
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(params![year, figure])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        let value = |text: Option<String>| text.as_deref().map(quantity).transpose();
        changes.push(FigureChange {
            at: row.get(0)?,
            by: row.get(1)?,
            old: value(row.get(2)?)?,
            new: value(row.get(3)?)?,
            reason: row.get(4)?,
        });
    }
    Ok(changes)
}

fn record_change(
    transaction: &Transaction<'_>,
    year: i32,
    figure: &str,
    new: Option<Quantity>,
    reason: &str,
    now: NaiveDateTime,
) -> Result<()> {
    let old = current(transaction, year, figure)?;
    let by = profile::read(transaction)?.map(|office| office.drafter).unwrap_or_default();
    let sql = "INSERT INTO entered_figure_history
               (year, figure, changed_at, changed_by, old_value, new_value, reason)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let new = new.map(|value| value.to_storage());
    transaction.execute(sql, params![year, figure, time::stamp(now), by, old, new, reason])?;
    Ok(())
}

fn current(db: &Connection, year: i32, figure: &str) -> Result<Option<String>> {
    let sql = "SELECT value FROM entered_figure WHERE year = ?1 AND figure = ?2";
    Ok(db.query_row(sql, params![year, figure], |row| row.get(0)).optional()?)
}

fn quantity(text: &str) -> Result<Quantity> {
    Quantity::from_storage(text).ok_or_else(|| {
        Failure::new(
            "database.damaged",
            format!("人工填写的数字「{text}」读不出来"),
            "请在报告里重新填写这个数字",
        )
        .into()
    })
}
