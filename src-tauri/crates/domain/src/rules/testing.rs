//! A report that passes every rule, for the tests to break in one place.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    Dossier, FigureSet, Finding, LastYear, OfficeNames, Origin, PartText, Records, Scope, WordsOnce, run,
};
use crate::figure::{Entered, Figure, FigureKind, FigureSpec, RecordsBehind, Source};
use crate::format::Format;
use crate::ledger::FieldKind;
use crate::ledgers;
use crate::number::{Decimal, Quantity};
use crate::record::{Publication, Record, Value};

/// A clean report of 2024 in the form of 2021.
pub(super) fn clean() -> Dossier {
    clean_in("2021", 2024)
}

/// A clean report in a form.
pub(super) fn clean_in(format: &str, year: i32) -> Dossier {
    let format = Format::by_id(format).unwrap();
    let mut figures: Vec<Figure> = format.figures(&[]).iter().map(|spec| blank(spec, year)).collect();
    for figure in &mut figures {
        fill(figure, 0);
    }
    let mut dossier = Dossier {
        year,
        origin: Origin::Office,
        due_format: Format::of_year(year).unwrap().id,
        office: OfficeNames {
            name: "下达河乡人民政府".into(),
            short: "下达河乡".into(),
            self_name: "我乡".into(),
            county: "县人民政府办公室".into(),
        },
        title: format!("下达河乡人民政府{year}年政府信息公开工作年度报告"),
        signed_on: NaiveDate::from_ymd_opt(year + 1, 1, 15),
        parts: Vec::new(),
        figures: FigureSet::new(figures),
        last: None,
        records: Records::default(),
        categories_complete: false,
        raw: String::new(),
        scope: Scope::default(),
        late_answers: Vec::new(),
        words: WordsOnce::default(),
        last_words: WordsOnce::default(),
        format,
    };
    dossier.parts = super::testing_text::parts(&dossier.format, year);
    if dossier.has_figure("t3.new.natural") {
        cases(&mut dossier);
    }
    dossier.last = Some(last_year(&dossier));
    dossier
}

/// Seven new and one carried over, all from 自然人 but two from a firm.
fn cases(dossier: &mut Dossier) {
    for (row, natural, commercial) in
        [("new", 7, 2), ("carried", 1, 0), ("result.granted", 4, 1), ("result.partly", 1, 0), ("next", 1, 0)]
    {
        set(dossier, &format!("t3.{row}.natural"), natural);
        set(dossier, &format!("t3.{row}.commercial"), commercial);
        set(dossier, &format!("t3.{row}.total"), natural + commercial);
    }
    set(dossier, "t3.result.unable.not_held.natural", 2);
    set(dossier, "t3.result.unable.not_held.commercial", 1);
    set(dossier, "t3.result.unable.not_held.total", 3);
    for (column, n) in [("natural", 7), ("commercial", 2), ("total", 9)] {
        set(dossier, &format!("t3.result.total.{column}"), n);
    }
}

fn last_year(dossier: &Dossier) -> LastYear {
    let mut values: BTreeMap<String, Quantity> =
        dossier.figures.iter().map(|f| (f.id.clone(), f.value)).collect();
    for column in ["natural", "commercial", "research", "public_benefit", "legal", "other", "total"] {
        let carried = dossier.figures.value(&format!("t3.carried.{column}"));
        if let Some(carried) = carried {
            values.insert(format!("t3.next.{column}"), carried);
        }
    }
    LastYear { year: dossier.year - 1, locked: true, values, parts: Vec::new() }
}

fn blank(spec: &FigureSpec, year: i32) -> Figure {
    let sum = match &spec.source {
        Source::Total(of) => of.clone(),
        _ => Vec::new(),
    };
    let behind = spec.source.records().map(|(ledger, filter)| RecordsBehind {
        ledger: ledger.into(),
        year,
        filter: filter.clone(),
    });
    Figure {
        id: spec.id.clone(),
        part: spec.part.clone(),
        label: spec.label.clone(),
        unit: spec.unit.clone(),
        counted: None,
        entered: None,
        value: Quantity::Blank,
        text: String::new(),
        about: String::new(),
        how: spec.source.how(year),
        behind,
        custom: false,
        kind: if sum.is_empty() { FigureKind::Counted } else { FigureKind::Computed },
        place: spec.place.clone(),
        sum,
        carried: None,
        last: None,
        decimals: spec.decimals,
    }
}

fn fill(figure: &mut Figure, n: i64) {
    let value = Quantity::count(n);
    figure.value = value;
    figure.text = value.text();
    figure.about = value.about();
    figure.last = Some(value);
    if figure.carried.is_some() {
        figure.carried = Some(value);
    }
    if figure.behind.is_some() || !figure.sum.is_empty() {
        figure.counted = Some(value);
    }
}

/// Sets a figure, as the records would.
pub(super) fn set(dossier: &mut Dossier, id: &str, n: i64) {
    fill(dossier.figures.get_mut(id).unwrap_or_else(|| panic!("no figure {id}")), n);
}

/// Sets a figure to any quantity, as the records would.
pub(super) fn set_quantity(dossier: &mut Dossier, id: &str, value: Quantity) {
    let figure = dossier.figures.get_mut(id).unwrap_or_else(|| panic!("no figure {id}"));
    fill(figure, 0);
    figure.value = value;
    figure.text = value.text();
    figure.counted = figure.counted.map(|_| value);
}

/// Adds a figure beside those of the format, as a catalogue's entries and the office itself do.
pub(super) fn add_figure(dossier: &mut Dossier, id: &str, label: &str, value: Quantity) {
    let mut figures = std::mem::take(&mut dossier.figures).into_vec();
    let mut figure = figures.iter().find(|f| f.id == "disclosure.total").unwrap().clone();
    (figure.id, figure.label) = (id.to_owned(), label.to_owned());
    figures.push(figure);
    dossier.figures = FigureSet::new(figures);
    set_quantity(dossier, id, value);
}

/// Takes figures away, as those of a text that could not be read.
pub(super) fn forget(dossier: &mut Dossier, which: impl Fn(&str) -> bool) {
    let mut figures = std::mem::take(&mut dossier.figures).into_vec();
    figures.retain(|figure| !which(&figure.id));
    dossier.figures = FigureSet::new(figures);
}

/// Enters a value by hand; what is counted stays beside it.
pub(super) fn enter(dossier: &mut Dossier, id: &str, value: Quantity, reason: &str) {
    let figure = dossier.figures.get_mut(id).unwrap_or_else(|| panic!("no figure {id}"));
    figure.entered = Some(Entered { value, reason: reason.to_owned(), at: "2025-01-06T09:00:00".to_owned() });
    (figure.value, figure.kind, figure.text) = (value, FigureKind::Entered, value.text());
}

/// Carries a value over from last year's locked report; what is counted stays beside it.
pub(super) fn carry(dossier: &mut Dossier, id: &str, n: i64) {
    let figure = dossier.figures.get_mut(id).unwrap_or_else(|| panic!("no figure {id}"));
    let value = Quantity::count(n);
    figure.carried = Some(value);
    if figure.entered.is_none() {
        (figure.value, figure.kind, figure.text) = (value, FigureKind::Carried, value.text());
    }
}

/// Keeps a record in a ledger of the year; channels are parted by 「、」, flags are `true` and `false`.
pub(super) fn keep(dossier: &mut Dossier, ledger: &str, fields: &[(&str, &str)]) -> i64 {
    let described = ledgers::ledger(ledger).unwrap();
    let kept = dossier.records.0.entry(ledger.to_owned()).or_default();
    let id = i64::try_from(kept.len()).unwrap() + 1;
    let mut values: BTreeMap<String, Value> =
        described.own_fields().map(|field| (field.id.to_owned(), Value::Null)).collect();
    for (field, text) in fields {
        let value = match described.field(field).unwrap().kind {
            FieldKind::Flag => Value::Flag(*text == "true"),
            FieldKind::Publications => Value::Publications(
                text.split('、')
                    .map(|channel| Publication { channel: channel.to_owned(), on: None })
                    .collect(),
            ),
            _ => Value::Text((*text).to_owned()),
        };
        values.insert((*field).to_owned(), value);
    }
    let at = "2025-01-06T09:00:00".to_owned();
    kept.push(Record {
        id,
        ledger: ledger.to_owned(),
        values,
        created_at: at.clone(),
        updated_at: at,
        deleted_at: None,
    });
    id
}

/// Sets a figure of last year's report.
pub(super) fn last(dossier: &mut Dossier, id: &str, n: i64) {
    if let Some(last) = dossier.last.as_mut() {
        last.values.insert(id.to_owned(), Quantity::count(n));
    }
}

/// 「n余」
pub(super) fn about(n: i64) -> Quantity {
    Quantity::AtLeast(Decimal::whole(n))
}

/// Puts words in place of a part's.
pub(super) fn say(dossier: &mut Dossier, part: &str, text: &str) {
    let found: &mut PartText = dossier.parts.iter_mut().find(|p| p.id == part).unwrap();
    found.text = text.to_owned();
    dossier.words = WordsOnce::default();
}

/// Adds words to a part's.
pub(super) fn add(dossier: &mut Dossier, part: &str, text: &str) {
    let found: &mut PartText = dossier.parts.iter_mut().find(|p| p.id == part).unwrap();
    found.text.push('\n');
    found.text.push_str(text);
    dossier.words = WordsOnce::default();
}

/// What all rules find, which must be findings of this one alone.
pub(super) fn only(dossier: &Dossier, rule: &str) -> Vec<Finding> {
    let found = run(dossier);
    assert!(!found.is_empty(), "{rule} found nothing");
    let others: Vec<_> = found.iter().filter(|f| f.rule != rule).map(|f| &f.message).collect();
    assert!(others.is_empty(), "other rules speak too: {others:#?}");
    found
}

/// Nobody has anything to say.
pub(super) fn nothing(dossier: &Dossier) {
    let found = run(dossier);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_clean_report_is_clean() {
    nothing(&clean());
    nothing(&clean_in("2019", 2020));
    nothing(&clean_in("2008", 2017));
}

/// A clean report under the old decree whose words hold none of these.
pub(super) fn old_without(words: &[&str]) -> Dossier {
    let mut dossier = clean_in("2008", 2017);
    for part in &mut dossier.parts {
        for word in words {
            part.text = part.text.replace(word, "它");
        }
    }
    dossier
}

/// Last year's words of a part.
pub(super) fn said_last_year(dossier: &mut Dossier, part: &str, text: &str) {
    let heading = dossier.part(part).map(|part| part.heading.clone()).unwrap_or_default();
    let words =
        PartText { id: part.into(), heading, text: text.into(), written: true, ..PartText::default() };
    if let Some(last) = dossier.last.as_mut() {
        last.parts = vec![words];
    }
    dossier.last_words = WordsOnce::default();
}
