//! Figures the office defines itself: how many records of a ledger a filter accepts.
//!
//! A filter names catalogue entries; it is kept by their ids, so that a figure follows an entry that
//! is renamed and an entry a figure needs is not removed.

use chrono::NaiveDateTime;
use domain::{Failure, Filter, ledgers};
use rusqlite::{Connection, Row, TransactionBehavior, params};
use serde::{Deserialize, Serialize};

use crate::catalogue::Names;
use crate::error::{Result, unknown_ledger};
use crate::schema::Step;
use crate::{Store, filter, time};

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: "
CREATE TABLE own_figure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    part TEXT NOT NULL,
    label TEXT NOT NULL,
    unit TEXT NOT NULL,
    ledger TEXT NOT NULL,
    filter TEXT NOT NULL,
    saved_at TEXT NOT NULL
) STRICT;
",
}];

/// What an office's own figure counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureDraft {
    /// Part id.
    pub part: String,
    /// Name.
    pub label: String,
    /// Unit.
    pub unit: String,
    /// Ledger id.
    pub ledger: String,
    /// Which of its records; entries by name.
    pub filter: Filter,
}

/// An office's own figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnFigure {
    /// `own.{n}`, never given twice.
    pub id: String,
    /// What it counts.
    #[serde(flatten)]
    pub figure: FigureDraft,
}

impl Store {
    /// The office's own figures, in the order in which they were defined.
    ///
    /// # Errors
    /// `database.damaged` for a filter that cannot be read; those of SQLite.
    pub fn own_figures(&self) -> std::result::Result<Vec<OwnFigure>, Failure> {
        Ok(all(&self.db)?)
    }

    /// Adds a figure (`id` is `None`) or changes one.
    ///
    /// # Errors
    /// `figure.label` for an empty name; `ledger.unknown`, and the failures of a filter that does not
    /// fit the ledger; `figure.missing`.
    pub fn define_figure(
        &mut self,
        id: Option<&str>,
        figure: &FigureDraft,
        now: NaiveDateTime,
    ) -> std::result::Result<OwnFigure, Failure> {
        let mut define = || -> Result<OwnFigure> {
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let number = save(&transaction, id, figure, now)?;
            transaction.commit()?;
            Ok(OwnFigure { id: format!("own.{number}"), figure: figure.clone() })
        };
        Ok(define()?)
    }

    /// Takes a figure of the office away.
    ///
    /// # Errors
    /// `figure.missing`.
    pub fn undefine_figure(&mut self, id: &str) -> std::result::Result<(), Failure> {
        let remove = || -> Result<usize> {
            Ok(self.db.execute("DELETE FROM own_figure WHERE id = ?1", [number(id)?])?)
        };
        if remove()? == 0 { Err(missing(id)) } else { Ok(()) }
    }
}

/// How many figures need the entry.
pub(crate) fn pointing_at(db: &Connection, entry: i64) -> Result<i64> {
    let mut found = 0;
    let token = token(entry);
    for (_, figure) in rows(db)? {
        let ledger = ledgers::ledger(&figure.ledger);
        let needs = |(field, accepted): (&String, &Vec<String>)| {
            let named = ledger.and_then(|l| l.field(field)).is_some_and(|f| f.kind.catalogue().is_some());
            named && accepted.contains(&token)
        };
        found += i64::from(figure.filter.iter().any(needs));
    }
    Ok(found)
}

fn save(db: &Connection, id: Option<&str>, figure: &FigureDraft, now: NaiveDateTime) -> Result<i64> {
    if figure.label.trim().is_empty() {
        let fields = [("label".to_owned(), "请填写名称".to_owned())].into();
        let failure = Failure::new("figure.label", "没有保存：请填写数据项的名称", "例如：涉农补贴公开条数");
        return Err(failure.with_fields(fields).into());
    }
    let names = Names::read(db)?;
    let ledger = ledgers::ledger(&figure.ledger).ok_or_else(|| unknown_ledger(&figure.ledger))?;
    // A year stands in for the report's: the filter must be one that can be counted.
    filter::conditions(ledger, Some(2000), &figure.filter, &names)?;
    let kept = with_entries(&figure.ledger, &figure.filter, |catalogue, name| {
        names.find(catalogue, name).map_or_else(|| name.to_owned(), |entry| token(entry.id))
    });
    let kept = serde_json::to_string(&kept).map_err(|e| damaged(&e))?;
    let FigureDraft { part, label, unit, ledger, .. } = figure;
    let (label, stamp) = (label.trim(), time::stamp(now));
    let Some(id) = id else {
        let sql = "INSERT INTO own_figure (part, label, unit, ledger, filter, saved_at)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        db.execute(sql, params![part, label, unit, ledger, kept, stamp])?;
        return Ok(db.last_insert_rowid());
    };
    let number = number(id)?;
    let sql =
        "UPDATE own_figure SET part = ?2, label = ?3, unit = ?4, ledger = ?5, filter = ?6, saved_at = ?7
               WHERE id = ?1";
    match db.execute(sql, params![number, part, label, unit, ledger, kept, stamp])? {
        0 => Err(missing(id).into()),
        _ => Ok(number),
    }
}

fn all(db: &Connection) -> Result<Vec<OwnFigure>> {
    let names = Names::read(db)?;
    let named = |(id, mut figure): (i64, FigureDraft)| {
        figure.filter = with_entries(&figure.ledger, &figure.filter, |_, kept| {
            let id = kept.strip_prefix('#').and_then(|id| id.parse().ok());
            id.and_then(|id| names.entry(id)).map_or_else(|| kept.to_owned(), |entry| entry.name.clone())
        });
        OwnFigure { id: format!("own.{id}"), figure }
    };
    Ok(rows(db)?.into_iter().map(named).collect())
}

fn rows(db: &Connection) -> Result<Vec<(i64, FigureDraft)>> {
    let sql = "SELECT id, part, label, unit, ledger, filter FROM own_figure ORDER BY id";
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut figures = Vec::new();
    while let Some(row) = rows.next()? {
        figures.push((row.get(0)?, draft(row)?));
    }
    Ok(figures)
}

fn draft(row: &Row<'_>) -> Result<FigureDraft> {
    let filter: String = row.get(5)?;
    Ok(FigureDraft {
        part: row.get(1)?,
        label: row.get(2)?,
        unit: row.get(3)?,
        ledger: row.get(4)?,
        filter: serde_json::from_str(&filter).map_err(|e| damaged(&e))?,
    })
}

/// The filter with every entry it names put another way.
fn with_entries(ledger: &str, filter: &Filter, put: impl Fn(domain::CatalogueId, &str) -> String) -> Filter {
    let catalogue = |field: &str| ledgers::ledger(ledger)?.field(field)?.kind.catalogue();
    filter
        .iter()
        .map(|(field, accepted)| {
            let accepted = match catalogue(field) {
                Some(catalogue) => accepted
                    .iter()
                    .map(|value| if value.is_empty() { String::new() } else { put(catalogue, value) })
                    .collect(),
                None => accepted.clone(),
            };
            (field.clone(), accepted)
        })
        .collect()
}

fn token(entry: i64) -> String {
    format!("#{entry}")
}

fn number(id: &str) -> Result<i64> {
    Ok(id.strip_prefix("own.").and_then(|n| n.parse().ok()).ok_or_else(|| missing(id))?)
}

fn missing(id: &str) -> Failure {
    Failure::new("figure.missing", format!("没有自定义数据项「{id}」"), "它可能已经被删除，请刷新后再看")
}

fn damaged(e: &serde_json::Error) -> Failure {
    Failure::new(
        "database.damaged",
        format!("自定义数据项的条件读不出来（{e}）"),
        "请删除这个数据项后重新定义",
    )
}
