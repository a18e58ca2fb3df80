//! The cells of the statutory tables: tried out while somebody types, and entered.

use chrono::NaiveDateTime;
use domain::figure::{Entered, Figure};
use domain::{Decimal, Failure, Quantity};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::checks::{self, CheckSheet};
use crate::{Office, counting, dossiers, figures, versions};

/// A cell and what was typed into it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CellEntry {
    /// Figure id.
    pub cell: String,
    /// The value; `None`: back to what is counted.
    pub value: Option<Quantity>,
}

/// Cells to be tried.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TrialDraft {
    /// Year.
    pub year: i32,
    /// The cells.
    pub entries: Vec<CellEntry>,
}

/// Cells to be entered.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CellsDraft {
    /// Year.
    pub year: i32,
    /// The cells.
    pub entries: Vec<CellEntry>,
    /// Why; may be empty, which the rules then speak of where a count is overruled.
    pub reason: String,
}

/// A cell with another value than is stored.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CellValue {
    /// Figure id.
    pub cell: String,
    /// The value.
    pub value: Quantity,
    /// As it is printed.
    pub text: String,
}

/// What would be.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Trial {
    /// Year.
    pub year: i32,
    /// Cells that would change, sums among them.
    pub values: Vec<CellValue>,
    /// What the rules would find.
    pub sheet: CheckSheet,
}

/// What is, after cells were entered.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CellsSaved {
    /// All figures of the year.
    pub figures: Vec<Figure>,
    /// What the rules find.
    pub sheet: CheckSheet,
}

/// `report.try`: nothing is stored.
///
/// # Errors
/// As [`enter`], but for a locked year.
pub fn attempt(office: &mut Office, now: NaiveDateTime, draft: TrialDraft) -> Result<Trial, Failure> {
    let TrialDraft { year, entries } = draft;
    let stored = counting::of_year(office, year)?;
    check(&stored, &entries)?;
    let mut tried = stored.clone();
    for CellEntry { cell, value } in entries {
        let Some(figure) = tried.iter_mut().find(|f| f.id == cell) else { continue };
        figure.entered = value.map(|value| match figure.entered.take() {
            Some(entered) => Entered { value, ..entered },
            None => Entered { value, reason: String::new(), at: String::new() },
        });
        counting::settle(figure);
    }
    counting::add_up(&mut tried);
    let changed = tried.iter().zip(&stored).filter(|(new, old)| new.value != old.value);
    let values = changed.map(|(figure, _)| CellValue {
        cell: figure.id.clone(),
        value: figure.value,
        text: figure.text.clone(),
    });
    let values = values.collect();
    let findings = dossiers::with_figures(office, now, year, tried)?;
    Ok(Trial { year, values, sheet: checks::sheet_of(office, year, findings)? })
}

/// `cells.enter`
///
/// # Errors
/// `report.locked`; `cell.refused` with what is wrong cell by cell.
pub fn enter(office: &mut Office, now: NaiveDateTime, draft: CellsDraft) -> Result<CellsSaved, Failure> {
    versions::writable(office, draft.year)?;
    check(&counting::of_year(office, draft.year)?, &draft.entries)?;
    let cells: Vec<_> = draft.entries.into_iter().map(|entry| (entry.cell, entry.value)).collect();
    office.store.enter_cells(draft.year, &cells, &draft.reason, now)?;
    Ok(CellsSaved {
        figures: figures::of_year(office, draft.year)?,
        sheet: checks::of_year(office, now, draft.year)?,
    })
}

/// A year's 增/减 may be below zero; nothing else may.
fn may_be_negative(figure: &Figure) -> bool {
    figure.place.as_ref().is_some_and(|place| place.column == "change")
}

fn check(figures: &[Figure], entries: &[CellEntry]) -> Result<(), Failure> {
    let mut wrong = std::collections::BTreeMap::new();
    for CellEntry { cell, value } in entries {
        let fault = match figures.iter().find(|f| &f.id == cell && f.place.is_some()) {
            None => "这张表里没有这一格".to_owned(),
            Some(figure) if !figure.sum.is_empty() => "由其他格子相加得出，不能填写".to_owned(),
            Some(figure) => match value.as_ref().and_then(Quantity::number) {
                Some(Decimal::ZERO) if matches!(value, Some(Quantity::AtLeast(_))) => {
                    "写不成「0余」，没有的填 0".to_owned()
                }
                Some(n) if n < Decimal::ZERO && !may_be_negative(figure) => "不能是负数".to_owned(),
                Some(n) if places(n) > figure.decimals => match figure.decimals {
                    0 => "这一格只能填整数".to_owned(),
                    most => format!("最多 {most} 位小数"),
                },
                _ => continue,
            },
        };
        wrong.insert(cell.clone(), fault);
    }
    match wrong.iter().next() {
        None => Ok(()),
        Some((cell, fault)) => {
            let label = figures.iter().find(|f| &f.id == cell).map_or(cell.as_str(), |f| &f.label);
            let message = format!("没有保存：「{label}」{fault}");
            Err(Failure::new("cell.refused", message, "请改正后再保存；其他格子也没有动").with_fields(wrong))
        }
    }
}

/// Decimals of a number.
fn places(number: Decimal) -> u8 {
    let text = number.to_string();
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    u8::try_from(decimals).unwrap_or(u8::MAX)
}

/// The failure for a cell that is never an input.
pub(crate) fn computed(figure: &Figure) -> Failure {
    Failure::new(
        "cell.computed",
        format!("「{}」由其他格子相加得出，不能填写", figure.label),
        "请改它所加的那几格",
    )
}
