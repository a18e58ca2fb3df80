//! The figures and cells of a year, counted: from the records, from last year's locked report, by hand, and
//! added up. What was counted under one state of the records is kept until they change.

use std::collections::BTreeMap;

use domain::figure::{Entered, Figure, FigureKind, FigureSpec, RecordsBehind, Source};
use domain::format::Format;
use domain::query::WITHIN_YEAR;
use domain::table::Balance;
use domain::{Decimal, Failure, Filter, Quantity};
use store::{FigureDraft, OwnFigure};

use crate::{Office, formats, versions};

/// Figures and cells with their values under one state of the records.
#[derive(Default)]
pub struct Counted {
    state: Option<(u64, i64)>,
    years: BTreeMap<i32, Vec<Figure>>,
    values: BTreeMap<i32, Option<LastValues>>,
}

/// A year's values as the next year looks back on them.
#[derive(Debug, Clone)]
pub struct LastValues {
    /// From a locked report.
    pub locked: bool,
    /// By id.
    pub values: BTreeMap<String, Quantity>,
}

/// All figures and cells of a year, in the order of the parts; a locked year's as they were frozen.
///
/// # Errors
/// What the store says; `format.none`.
pub fn of_year(office: &Office, year: i32) -> Result<Vec<Figure>, Failure> {
    refresh(office)?;
    if let Some(figures) = office.counted.borrow().years.get(&year) {
        return Ok(figures.clone());
    }
    let figures = match versions::frozen_report(office, year)? {
        Some(report) => report.figures,
        None => live(office, year)?,
    };
    office.counted.borrow_mut().years.insert(year, figures.clone());
    Ok(figures)
}

/// What the year before a report's has to say: its locked values, or those of the records where it is not
/// locked. `None` where the office has nothing of that year.
///
/// # Errors
/// As [`of_year`].
pub fn last_values(office: &Office, year: i32) -> Result<Option<LastValues>, Failure> {
    refresh(office)?;
    if let Some(values) = office.counted.borrow().values.get(&year) {
        return Ok(values.clone());
    }
    let read = |figures: Vec<Figure>, locked| LastValues {
        locked,
        values: figures.into_iter().map(|f| (f.id, f.value)).collect(),
    };
    let values = match versions::frozen_report(office, year)? {
        Some(report) => Some(read(report.figures, true)),
        None if office.store.years()?.contains(&year) && Format::of_year(year).is_ok() => {
            Some(read(base(office, year)?, false))
        }
        None => None,
    };
    office.counted.borrow_mut().values.insert(year, values.clone());
    Ok(values)
}

fn refresh(office: &Office) -> Result<(), Failure> {
    let state = office.store.state()?;
    let mut counted = office.counted.borrow_mut();
    if counted.state != Some(state) {
        *counted = Counted { state: Some(state), ..Counted::default() };
    }
    Ok(())
}

fn live(office: &Office, year: i32) -> Result<Vec<Figure>, Failure> {
    let mut figures = base(office, year)?;
    if let Some(last) = last_values(office, year - 1)? {
        for figure in &mut figures {
            figure.last = last.values.get(&figure.id).copied();
        }
    }
    Ok(figures)
}

/// Everything but the look back at last year's value.
fn base(office: &Office, year: i32) -> Result<Vec<Figure>, Failure> {
    let format = formats::of_year(office, year)?;
    let specs = specs(office, &format)?;
    let entered = office.store.entered(year)?;
    let before = versions::frozen_values(office, year - 1)?;
    let mut figures = Vec::with_capacity(specs.len());
    for spec in &specs {
        let by_hand = entered.iter().find(|e| e.figure == spec.id).map(|e| Entered {
            value: e.value,
            reason: e.reason.clone(),
            at: e.at.clone(),
        });
        figures.push(figure(office, spec, year, by_hand)?);
    }
    if let Some(before) = &before {
        carry_over(&specs, &mut figures, before);
    }
    add_up(&mut figures);
    Ok(figures)
}

fn specs(office: &Office, format: &Format) -> Result<Vec<FigureSpec>, Failure> {
    let mut specs = format.figures(&office.store.catalogues()?);
    specs.extend(office.store.own_figures()?.into_iter().map(own_spec));
    let order = |spec: &FigureSpec| format.parts.iter().position(|p| p.id == spec.part).unwrap_or(usize::MAX);
    specs.sort_by_key(order);
    Ok(specs)
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
    FigureSpec {
        id: own.id,
        part,
        label,
        unit,
        source,
        remark: String::new(),
        custom: true,
        place: None,
        carried: None,
        decimals: 0,
    }
}

fn figure(
    office: &Office,
    spec: &FigureSpec,
    year: i32,
    entered: Option<Entered>,
) -> Result<Figure, Failure> {
    let (counted, words) = count(office, &spec.source, year)?;
    let sum = match &spec.source {
        Source::Total(of) => of.clone(),
        _ => Vec::new(),
    };
    let remark = if spec.remark.is_empty() { String::new() } else { format!("；{}", spec.remark) };
    let behind = spec.source.records().map(|(ledger, filter)| RecordsBehind {
        ledger: ledger.to_owned(),
        year,
        filter: filter.clone(),
    });
    // A cell that adds up is never an input, whatever an older file may hold.
    let entered = entered.filter(|_| sum.is_empty() || spec.place.is_none());
    let mut figure = Figure {
        id: spec.id.clone(),
        part: spec.part.clone(),
        label: spec.label.clone(),
        unit: spec.unit.clone(),
        counted,
        entered,
        value: Quantity::Blank,
        text: String::new(),
        about: String::new(),
        how: format!("{}{remark}", spec.source.how(year)),
        behind,
        custom: spec.custom,
        kind: FigureKind::Blank,
        place: spec.place.clone(),
        sum,
        carried: None,
        last: None,
        decimals: spec.decimals,
    };
    settle(&mut figure);
    if let (Some(words), None) = (words, &figure.entered) {
        figure.about.clone_from(&words);
        figure.text = words;
    }
    Ok(figure)
}

/// The value in force: by hand before carried over before counted.
pub fn settle(figure: &mut Figure) {
    (figure.value, figure.kind) = match (&figure.entered, figure.carried, figure.counted) {
        (Some(entered), _, _) => (entered.value, FigureKind::Entered),
        (None, Some(carried), _) => (carried, FigureKind::Carried),
        (None, None, Some(counted)) if figure.sum.is_empty() => (counted, FigureKind::Counted),
        (None, None, Some(counted)) => (counted, FigureKind::Computed),
        (None, None, None) => (Quantity::Blank, FigureKind::Blank),
    };
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
        Source::Always { value, .. } => (Some(Quantity::Exact(*value)), None),
        Source::Total(_) | Source::Entered => (None, None),
    })
}

/// What last year's locked report makes of this year's cells.
fn carry_over(specs: &[FigureSpec], figures: &mut [Figure], before: &BTreeMap<String, Quantity>) {
    for (at, spec) in specs.iter().enumerate() {
        let Some(balance) = &spec.carried else { continue };
        let value = |id: &String| figures.iter().find(|f| &f.id == id).map(|f| f.value);
        let Some(carried) = balanced(balance, before, value) else { continue };
        figures[at].carried = Some(carried);
        settle(&mut figures[at]);
    }
}

/// `None` where last year says nothing, or something that cannot be reckoned with.
fn balanced(
    balance: &Balance,
    before: &BTreeMap<String, Quantity>,
    value: impl Fn(&String) -> Option<Quantity>,
) -> Option<Quantity> {
    let mut sum = balance.from.iter().find_map(|id| before.get(id))?.number()?;
    for id in &balance.plus {
        sum = sum.checked_add(value(id)?.number()?)?;
    }
    for id in &balance.minus {
        sum = sum.checked_sub(value(id)?.number()?)?;
    }
    (sum >= Decimal::ZERO).then_some(Quantity::Exact(sum))
}

/// Fills in what is the sum of others; sums of sums follow those they are made of.
pub fn add_up(figures: &mut [Figure]) {
    let places: BTreeMap<String, usize> =
        figures.iter().enumerate().map(|(n, f)| (f.id.clone(), n)).collect();
    // Deeper than this no table adds up.
    for _ in 0..4 {
        let mut settled = true;
        for at in 0..figures.len() {
            if figures[at].sum.is_empty() {
                continue;
            }
            let terms: Vec<Quantity> =
                figures[at].sum.iter().filter_map(|id| places.get(id)).map(|n| figures[*n].value).collect();
            let sum = Quantity::sum(&terms);
            if sum.is_some() && figures[at].counted != sum {
                figures[at].counted = sum;
                settle(&mut figures[at]);
                settled = false;
            }
        }
        if settled {
            return;
        }
    }
}
