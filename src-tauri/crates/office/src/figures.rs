//! The figures of a year: counted from the records, overruled by hand with a reason, and the office's
//! own ones.

use chrono::NaiveDateTime;
use domain::figure::{Entered, Figure, FigureSpec, RecordsBehind, Source};
use domain::format::Format;
use domain::query::WITHIN_YEAR;
use domain::{Failure, Filter, Quantity};
use serde::{Deserialize, Serialize};
use store::{FigureDraft, OwnFigure};
use ts_rs::TS;

use crate::{Office, ledgers, narratives};

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

/// All figures of a year, in the order of the format, the office's own after those of their part.
///
/// # Errors
/// What the store says; `format.none`.
pub fn of_year(office: &Office, year: i32) -> Result<Vec<Figure>, Failure> {
    let format = Format::of_year(year)?;
    let catalogues = office.store.catalogues()?;
    let mut specs = format.figures(&catalogues);
    for own in office.store.own_figures()? {
        specs.push(own_spec(own));
    }
    let order = |spec: &FigureSpec| format.parts.iter().position(|p| p.id == spec.part).unwrap_or(usize::MAX);
    specs.sort_by_key(order);
    let entered = office.store.entered(year)?;
    let mut figures = Vec::with_capacity(specs.len());
    for spec in &specs {
        let by_hand = entered.iter().find(|e| e.figure == spec.id).map(|e| Entered {
            value: e.value,
            reason: e.reason.clone(),
            at: e.at.clone(),
        });
        figures.push(figure(office, spec, year, by_hand)?);
    }
    total_up(&specs, &mut figures);
    Ok(figures)
}

fn own_spec(own: OwnFigure) -> FigureSpec {
    let FigureDraft { part, label, unit, ledger, mut filter } = own.figure;
    if ledger == "disclosure" {
        // An item that waits for publication is no published item.
        filter.entry("published_on".to_owned()).or_insert_with(|| vec![WITHIN_YEAR.to_owned()]);
    }
    let source = match ledger.as_str() {
        "inquiry" => Source::Sum { ledger, field: "persons".to_owned(), filter },
        _ => Source::Count { ledger, filter },
    };
    FigureSpec { id: own.id, part, label, unit, source, remark: String::new(), custom: true }
}

fn figure(
    office: &Office,
    spec: &FigureSpec,
    year: i32,
    entered: Option<Entered>,
) -> Result<Figure, Failure> {
    let (counted, words) = count(office, &spec.source, year)?;
    let value = entered.as_ref().map(|e| e.value).or(counted).unwrap_or(Quantity::Blank);
    let remark = if spec.remark.is_empty() { String::new() } else { format!("；{}", spec.remark) };
    let behind = spec.source.records().map(|(ledger, filter)| RecordsBehind {
        ledger: ledger.to_owned(),
        year,
        filter: filter.clone(),
    });
    let mut figure = Figure {
        id: spec.id.clone(),
        part: spec.part.clone(),
        label: spec.label.clone(),
        unit: spec.unit.clone(),
        counted,
        entered,
        value,
        text: String::new(),
        about: String::new(),
        how: format!("{}{remark}", spec.source.how(year)),
        behind,
        custom: spec.custom,
    };
    say(&mut figure);
    if let (Some(words), None) = (words, &figure.entered) {
        figure.about.clone_from(&words);
        figure.text = words;
    }
    Ok(figure)
}

fn say(figure: &mut Figure) {
    figure.text = figure.value.text();
    figure.about = figure.value.about();
}

/// The count, and the words where the figure is made of words.
fn count(office: &Office, source: &Source, year: i32) -> Result<(Option<Quantity>, Option<String>), Failure> {
    let impossible = |filter: &Filter| filter.values().any(Vec::is_empty);
    Ok(match source {
        Source::Count { filter, .. } | Source::Sum { filter, .. } if impossible(filter) => {
            (Some(Quantity::count(0)), None)
        }
        Source::Count { ledger, filter } => {
            (Some(Quantity::count(office.store.count(ledger, Some(year), filter)?)), None)
        }
        Source::Sum { ledger, field, filter } => {
            (Some(Quantity::Exact(office.store.sum(ledger, field, Some(year), filter)?)), None)
        }
        Source::Texts { ledger, field, order_by, filter } => {
            let texts =
                office.store.distinct_texts(ledger, field, Some(year), filter, order_by.as_deref())?;
            let number = i64::try_from(texts.len()).unwrap_or(i64::MAX);
            (Some(Quantity::count(number)), Some(texts.join("、")))
        }
        Source::Total(_) | Source::Entered => (None, None),
    })
}

/// Fills in the figures that are sums of others. A sum over a lower bound is a lower bound.
fn total_up(specs: &[FigureSpec], figures: &mut [Figure]) {
    for (n, spec) in specs.iter().enumerate() {
        let Source::Total(of) = &spec.source else { continue };
        let terms: Vec<Quantity> =
            of.iter().filter_map(|id| figures.iter().find(|f| &f.id == id)).map(|f| f.value).collect();
        if terms.iter().all(|t| t.number().is_none()) && !terms.is_empty() {
            // Nothing to add up is not 0.
            let blank = terms.contains(&Quantity::Blank);
            take(&mut figures[n], if blank { Quantity::Blank } else { Quantity::NotApplicable });
            continue;
        }
        let sum = terms
            .iter()
            .filter_map(Quantity::number)
            .try_fold(domain::Decimal::ZERO, domain::Decimal::checked_add);
        let Some(sum) = sum else { continue };
        let at_least = terms.iter().any(|t| matches!(t, Quantity::AtLeast(_)));
        take(&mut figures[n], if at_least { Quantity::AtLeast(sum) } else { Quantity::Exact(sum) });
    }
}

/// What was added up counts, unless the office knows better.
fn take(figure: &mut Figure, counted: Quantity) {
    figure.counted = Some(counted);
    if figure.entered.is_none() {
        figure.value = counted;
        say(figure);
    }
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
    let figure = one(office, entry.year, &entry.figure)?;
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
    office.store.clear_figure(request.year, &request.figure, now)?;
    one(office, request.year, &request.figure)
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
