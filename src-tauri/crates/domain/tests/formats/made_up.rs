//! A form that the program has never seen: a file, and nothing else.

use std::collections::BTreeMap;

use domain::figure::{Figure, FigureKind, FigureSpec, Source};
use domain::format::{Format, Names, starter};
use domain::{Decimal, Quantity};

/// Read from its file.
pub fn format() -> Format {
    Format::read(include_str!("../fixtures/made-up.json")).unwrap()
}

/// The figures of a year as the office fills them: what it enters, nothing else being there, and sums.
pub fn filled(format: &Format, entered: &[(&str, &str)]) -> Vec<Figure> {
    let specs = format.figures(&super::catalogues());
    let mut values: BTreeMap<String, Quantity> =
        specs.iter().map(|s| (s.id.clone(), Quantity::count(0))).collect();
    for (id, value) in entered {
        let value = Decimal::parse(value).unwrap();
        assert!(values.insert((*id).to_owned(), Quantity::Exact(value)).is_some(), "no figure {id}");
    }
    let sums: BTreeMap<String, Vec<String>> = specs.iter().filter_map(sum).collect();
    for id in sums.keys() {
        let value = added(id, &sums, &values);
        values.insert(id.clone(), Quantity::Exact(value));
    }
    specs.into_iter().map(|spec| figure(spec, &values, &sums)).collect()
}

fn sum(spec: &FigureSpec) -> Option<(String, Vec<String>)> {
    match &spec.source {
        Source::Total(of) => Some((spec.id.clone(), of.clone())),
        _ => None,
    }
}

fn added(id: &str, sums: &BTreeMap<String, Vec<String>>, values: &BTreeMap<String, Quantity>) -> Decimal {
    match sums.get(id) {
        None => values[id].number().unwrap(),
        Some(of) => of
            .iter()
            .map(|term| added(term, sums, values))
            .fold(Decimal::ZERO, |sum, term| sum.checked_add(term).unwrap()),
    }
}

fn figure(
    spec: FigureSpec,
    values: &BTreeMap<String, Quantity>,
    sums: &BTreeMap<String, Vec<String>>,
) -> Figure {
    let value = values[&spec.id];
    Figure {
        text: value.text(),
        about: value.about(),
        value,
        counted: Some(value),
        entered: None,
        how: spec.source.how(2031),
        behind: None,
        custom: false,
        kind: if sums.contains_key(&spec.id) { FigureKind::Computed } else { FigureKind::Counted },
        place: spec.place,
        sum: sums.get(&spec.id).cloned().unwrap_or_default(),
        carried: None,
        last: None,
        decimals: spec.decimals,
        id: spec.id,
        part: spec.part,
        label: spec.label,
        unit: spec.unit,
    }
}

pub const NAMES: Names<'_> =
    Names {
        office: "甲乡人民政府", short: "甲乡", self_name: "我乡", county: "乙县", year: 2031
    };

#[test]
fn it_is_read_drawn_and_filled() {
    let format = format().for_year(2031);
    let figures =
        filled(&format, &[("grid.first.open", "3"), ("grid.first.closed", "1"), ("grid.second.open", "4")]);
    let value = |id: &str| figures.iter().find(|f| f.id == id).unwrap().text.clone();
    assert_eq!(
        (value("grid.all.open"), value("grid.first.sum"), value("grid.all.sum")),
        ("7".into(), "4".into(), "8".into())
    );
    let amount = figures.iter().find(|f| f.id == "grid.apart.amount").unwrap();
    assert_eq!(
        (amount.unit.as_str(), amount.decimals, amount.label.as_str()),
        ("万元", 2, "另计事项（金额）")
    );
    let text = starter(&format, "foreword", &NAMES, &figures);
    assert_eq!(text.plain(|id, _| value(id)), "甲乡人民政府2031年公开0条，表内合计8次。");
    let view = format.table("grid").unwrap().view();
    let drawn: Vec<usize> = view.rows.iter().map(|row| row.cells.len()).collect();
    assert_eq!(drawn, [2, 3, 5, 4, 4, 1, 3]);
}

#[test]
fn its_counts_are_narrowed_by_their_columns() {
    let specs = super::specs(&format());
    let (ledger, filter) = specs["grid.first.closed"].source.records().unwrap();
    assert_eq!((ledger, filter["disclosed"].len(), filter["issued_on"].len()), ("normative", 2, 1));
    assert_eq!(specs["grid.second.open"].source, Source::Entered);
}

#[test]
fn a_part_that_begins_later_brings_everything_of_its_own() {
    let earlier = format().for_year(2031);
    let later = format().for_year(2032);
    let has = |format: &Format, id: &str| format.figures(&[]).iter().any(|f| f.id == id);
    let rules = |format: &Format| {
        let mut rules: Vec<_> = format.relations().into_iter().map(|r| r.rule).collect();
        rules.dedup();
        rules
    };
    assert!(!has(&earlier, "more.mentioned") && !has(&earlier, "supplement.inspections"));
    assert!(has(&later, "more.mentioned") && has(&later, "supplement.inspections"));
    assert_eq!(rules(&earlier), ["made_up.limit", "made_up.columns"]);
    assert_eq!(rules(&later), ["made_up.limit", "made_up.columns", "made_up.answers"]);
}

#[test]
fn its_relations_run_through_its_columns() {
    let relations = format().for_year(2031).relations();
    let about: Vec<_> =
        relations.iter().filter(|r| r.rule == "made_up.columns").map(|r| r.about.as_str()).collect();
    assert_eq!(about, ["已主动公开", "未公开", "合计"]);
    assert_eq!(relations[1].left, ["grid.first.open", "grid.second.open"]);
}
