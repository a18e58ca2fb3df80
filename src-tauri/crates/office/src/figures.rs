//! The figures of a year: overruled by hand with a reason, and the office's own ones.

use chrono::NaiveDateTime;
use domain::figure::Figure;
use domain::format::Format;
use domain::{Failure, Filter, Quantity};
use serde::{Deserialize, Serialize};
use store::{FigureChange as KeptChange, FigureDraft};
use ts_rs::TS;

pub use crate::counting::of_year;
use crate::{Office, ledgers, narratives, versions};

/// A value entered by hand.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FigureEntry {
    /// Year.
    pub year: i32,
    /// Figure id.
    pub figure: String,
    /// The value.
    pub value: Quantity,
    /// Why the office knows better; required.
    pub reason: String,
}

/// A figure of a year.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FigureOfYear {
    /// Year.
    pub year: i32,
    /// Figure id.
    pub figure: String,
}

/// A figure that the office defines: a ledger and a filter under a name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FigureDefinition {
    /// Part it is shown in.
    pub part: String,
    /// Name.
    pub label: String,
    /// Unit.
    pub unit: String,
    /// Ledger id.
    pub ledger: String,
    /// Which records.
    pub filter: Filter,
}

/// A figure's id.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FigureId {
    /// Figure id.
    pub id: String,
}

fn one(office: &Office, year: i32, id: &str) -> Result<Figure, Failure> {
    let found = of_year(office, year)?.into_iter().find(|f| f.id == id);
    found.ok_or_else(|| {
        Failure::new(
            "figure.unknown",
            format!("{year} 年的报告里没有数据项「{id}」"),
            "它可能已被删除；请在右侧的数据项里重新选择",
        )
    })
}

/// `figure.enter`
///
/// # Errors
/// `figure.reason` without a reason, `figure.words` for a figure made of words, `figure.unknown`.
pub fn enter(office: &mut Office, now: NaiveDateTime, entry: FigureEntry) -> Result<Figure, Failure> {
    versions::writable(office, entry.year)?;
    let figure = one(office, entry.year, &entry.figure)?;
    if figure.place.is_some() && !figure.sum.is_empty() {
        return Err(crate::cells::computed(&figure));
    }
    if figure.counted.is_some_and(|c| c.text() != figure.text) && figure.entered.is_none() {
        return Err(Failure::new(
            "figure.words",
            format!("「{}」是文字，不能填数字", figure.label),
            "请到「机构人员」台账里修改，或者直接在正文里写",
        ));
    }
    if entry.value.number().is_some_and(|n| n < domain::Decimal::ZERO) {
        return Err(Failure::new(
            "figure.negative",
            format!("「{}」不能是负数", figure.label),
            "请检查后重新填写",
        ));
    }
    if matches!(entry.value, domain::Quantity::AtLeast(n) if n <= domain::Decimal::ZERO) {
        return Err(Failure::new(
            "figure.lower_bound",
            format!("「{}」写不成「0余」", figure.label),
            "没有的填 0；说不清的留空",
        ));
    }
    let whole = entry.value.number().is_none_or(|n| n.as_whole().is_some());
    if !whole && figure.decimals == 0 && !figure.unit.ends_with('元') {
        return Err(Failure::new(
            "figure.fraction",
            format!("「{}」按{}计数，只能填整数", figure.label, figure.unit),
            "请检查后重新填写",
        ));
    }
    let reason = entry.reason.trim();
    if reason.is_empty() {
        return Err(Failure::new(
            "figure.reason",
            format!("人工填写「{}」要写明理由", figure.label),
            "例如：另有 5 条在村务公开栏公开，未逐条登记",
        ));
    }
    office.store.enter_figure(entry.year, &entry.figure, entry.value, reason, now)?;
    one(office, entry.year, &entry.figure)
}

/// `figure.clear`: back to what the records say.
///
/// # Errors
/// `figure.unknown`.
pub fn clear(office: &mut Office, now: NaiveDateTime, request: FigureOfYear) -> Result<Figure, Failure> {
    versions::writable(office, request.year)?;
    office.store.clear_figure(request.year, &request.figure, now)?;
    one(office, request.year, &request.figure)
}

/// A change of a figure by hand.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FigureChange {
    /// `YYYY-MM-DDTHH:MM:SS`
    pub at: String,
    /// Who kept the records at the time; may be empty.
    pub by: String,
    /// Before; `None`: as counted.
    pub old: Option<Quantity>,
    /// After; `None`: as counted again.
    pub new: Option<Quantity>,
    /// Why.
    pub reason: String,
}

/// `figure.changes`: every change by hand, oldest first.
///
/// # Errors
/// What the store says.
pub fn changes(
    office: &mut Office,
    _: NaiveDateTime,
    request: FigureOfYear,
) -> Result<Vec<FigureChange>, Failure> {
    let kept = office.store.figure_changes(request.year, &request.figure)?;
    let told = |KeptChange { at, by, old, new, reason }| FigureChange { at, by, old, new, reason };
    Ok(kept.into_iter().map(told).collect())
}

/// `figure.define`
///
/// # Errors
/// `figure.incomplete`, `ledger.unknown`, and a filter the ledger cannot answer.
pub fn define(
    office: &mut Office,
    now: NaiveDateTime,
    definition: FigureDefinition,
) -> Result<FigureId, Failure> {
    let ledger = ledgers::find(&definition.ledger)?;
    let label = definition.label.trim();
    if label.is_empty() {
        return Err(Failure::new("figure.incomplete", "数据项要有名称", "请写一个报告里看得懂的名称"));
    }
    if Format::embedded()?.iter().all(|f| f.part(&definition.part).is_none()) {
        return Err(Failure::new("figure.incomplete", "没有选数据项放在哪一部分", "请选择报告的一个部分"));
    }
    let personal = definition.filter.keys().filter_map(|id| ledger.field(id)).find(|f| f.personal);
    if let Some(field) = personal {
        return Err(Failure::new(
            "figure.personal",
            format!("数据项不能按「{}」统计，它是个人信息", field.label),
            "请去掉这个筛选条件再存为数据项",
        ));
    }
    office.store.count(ledger.id, None, &definition.filter)?;
    let unit = if definition.unit.trim().is_empty() { ledger.unit } else { definition.unit.trim() };
    let draft = FigureDraft {
        part: definition.part.clone(),
        label: label.to_owned(),
        unit: unit.to_owned(),
        ledger: ledger.id.to_owned(),
        filter: definition.filter.clone(),
    };
    Ok(FigureId { id: office.store.define_figure(None, &draft, now)?.id })
}

/// `figure.undefine`
///
/// # Errors
/// `figure.in_use` while a report's text says it.
pub fn undefine(office: &mut Office, _: NaiveDateTime, request: FigureId) -> Result<(), Failure> {
    for year in office.store.years()? {
        for text in office.store.narratives(year)? {
            let used = narratives::kept(office, year, &text.part)?
                .is_some_and(|(narrative, _)| narrative.figures().any(|id| id == request.id));
            if used {
                return Err(Failure::new(
                    "figure.in_use",
                    format!("{year} 年的报告正文里还在用这个数据项，没有移除"),
                    "请先在那一年的正文里删掉它，再移除",
                ));
            }
        }
    }
    office.store.undefine_figure(&request.id)
}
