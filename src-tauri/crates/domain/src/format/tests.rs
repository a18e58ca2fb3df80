//! The format files are read, whole, and say only what they can count.

use super::*;
use crate::catalogue::Entry;
use crate::figure::Figure;
use crate::ledgers;
use crate::number::Quantity;

fn catalogues() -> Vec<Catalogue> {
    CatalogueId::ALL
        .into_iter()
        .map(|id| Catalogue {
            id,
            label: id.label().into(),
            help: String::new(),
            kinds: id.kinds(),
            entries: id
                .defaults()
                .iter()
                .enumerate()
                .map(|(n, d)| Entry {
                    id: n as i64,
                    catalogue: id,
                    key: d.key.into(),
                    name: d.name.into(),
                    code: d.code.into(),
                    kind: d.kind.into(),
                    position: n as i64,
                    retired: false,
                    used: 0,
                })
                .collect(),
        })
        .collect()
}

fn figures(format: &Format, value: impl Fn(&str) -> i64) -> Vec<Figure> {
    let figure = |spec: FigureSpec| {
        let value = Quantity::count(value(&spec.id));
        Figure {
            text: value.text(),
            about: value.about(),
            value,
            counted: Some(value),
            entered: None,
            how: spec.source.how(2018),
            behind: None,
            custom: false,
            kind: crate::figure::FigureKind::Counted,
            place: None,
            sum: Vec::new(),
            carried: None,
            last: None,
            decimals: 0,
            id: spec.id,
            part: spec.part,
            label: spec.label,
            unit: spec.unit,
        }
    };
    format.figures(&catalogues()).into_iter().map(figure).collect()
}

const NAMES: Names<'_> = Names {
    office: "甲乡人民政府",
    short: "甲乡",
    self_name: "我乡",
    county: "乙县人民政府办公室",
    year: 2018,
};

fn text_of(format: &Format, figures: &[Figure]) -> String {
    let say = |id: &str, shown| {
        figures
            .iter()
            .find(|f| f.id == id)
            .map(|f| f.shown(shown).to_owned())
            .unwrap_or_else(|| panic!("no figure {id}"))
    };
    let parts = format.parts.iter().map(|p| starter(format, &p.id, &NAMES, figures).plain(say));
    parts.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_figure_of_every_format_can_be_counted() {
    for format in Format::embedded().unwrap() {
        let specs = format.figures(&catalogues());
        for (n, spec) in specs.iter().enumerate() {
            assert!(specs[..n].iter().all(|s| s.id != spec.id), "{} twice", spec.id);
            assert!(format.part(&spec.part).is_some(), "{}: part {}", spec.id, spec.part);
            let Some((ledger, filter)) = spec.source.records() else { continue };
            let ledger = ledgers::ledger(ledger).unwrap_or_else(|| panic!("{}: ledger {ledger}", spec.id));
            for (field, values) in filter {
                let field = ledger.field(field).unwrap_or_else(|| panic!("{}: field {field}", spec.id));
                if let crate::ledger::FieldKind::Choice { choices } = field.kind {
                    assert!(
                        values.iter().all(|v| v.is_empty() || choices.iter().any(|c| c.id == v)),
                        "{}",
                        spec.id
                    );
                }
                assert!(
                    values.iter().all(|v| !v.contains(':') && !v.contains('{')),
                    "{}: {values:?}",
                    spec.id
                );
            }
        }
    }
}

#[test]
fn starters_hold_together_with_no_record_and_with_many() {
    for format in Format::embedded().unwrap() {
        for n in [0, 1, 103] {
            let figures = figures(&format, |_| n);
            let text = text_of(&format, &figures);
            assert!(!text.contains(['{', '}']), "{text}");
            assert!(
                !text.contains("。。")
                    && !text.contains("，。")
                    && !text.contains("：。")
                    && !text.contains("，，"),
                "{text}"
            );
        }
    }
}

#[test]
fn a_name_with_a_colon_in_it_is_said_whole() {
    let format = Format::of_year(2024).unwrap();
    let mut figures = figures(&format, |_| 3);
    let category = figures.iter_mut().find(|f| f.id.starts_with("disclosure.category.")).unwrap();
    category.label = "类别：村务公开：财务".to_owned();
    let text = text_of(&format, &figures);
    assert!(text.contains("村务公开：财务3条"), "{text}");
}

#[test]
fn nothing_received_is_said_in_words() {
    let format = Format::of_year(2018).unwrap();
    let none = text_of(&format, &figures(&format, |_| 0));
    assert!(none.contains("未收到") && none.contains("没有因政府信息公开"), "{none}");
    let some = text_of(&format, &figures(&format, |id| i64::from(id.starts_with("dispute")) * 2));
    assert!(some.contains("行政复议2件"), "{some}");
}

#[test]
fn the_preamble_names_the_parts_there_are() {
    let format = Format::of_year(2018).unwrap();
    let text = text_of(&format, &figures(&format, |_| 0));
    let headings = format.parts.iter().filter(|p| !p.heading.is_empty() && !p.annex);
    assert!(headings.clone().all(|p| text.contains(&p.heading)));
    assert_eq!(headings.count(), 6);
    assert!(text.contains("六个部分"));
}

#[test]
fn a_year_before_the_decree_has_no_format() {
    assert_eq!(Format::of_year(2007).unwrap_err().code, "format.none");
    assert_eq!(Format::read("{").unwrap_err().code, "format.unreadable");
}

#[test]
fn new_media_are_one_figure_over_several_channels() {
    let format = Format::of_year(2018).unwrap();
    let specs = format.figures(&catalogues());
    let spec = specs.iter().find(|s| s.id == "disclosure.new_media").unwrap();
    let (_, filter) = spec.source.records().unwrap();
    assert_eq!(filter["channels"], ["微信", "短信", "微博"]);
}
