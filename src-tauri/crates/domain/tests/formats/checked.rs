//! A relation whose rule id nobody registered is checked all the same.

use domain::figure::Figure;
use domain::format::{Format, starter};
use domain::rules::{
    Dossier, FigureSet, Finding, OfficeNames, Origin, PartText, Place, Records, Scope, WordsOnce, run,
};

use super::made_up::{NAMES, filled, format};

fn dossier(format: Format, figures: Vec<Figure>) -> Dossier {
    let texts = |part: &domain::format::PartFormat| PartText {
        id: part.id.clone(),
        number: String::new(),
        heading: part.heading.clone(),
        text: starter(&format, &part.id, &NAMES, &figures).plain(|id, shown| {
            figures.iter().find(|f| f.id == id).map_or_else(String::new, |f| f.shown(shown).to_owned())
        }),
        written: true,
    };
    Dossier {
        year: 2031,
        origin: Origin::Office,
        due_format: format.id.clone(),
        office: OfficeNames { name: "甲乡人民政府".into(), ..OfficeNames::default() },
        title: "甲乡人民政府2031年度公开报告".into(),
        signed_on: chrono::NaiveDate::from_ymd_opt(2032, 1, 9),
        parts: format.parts.iter().map(texts).collect(),
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
    }
}

/// Findings that point at a cell of the table.
fn in_the_table(findings: Vec<Finding>) -> Vec<Finding> {
    let cell = |place: &Place| matches!(place, Place::Figure { id } if id.starts_with("grid."));
    findings.into_iter().filter(|f| f.places.iter().any(cell)).collect()
}

#[test]
fn a_relation_that_no_rule_knows_is_checked() {
    let format = format().for_year(2031);
    let sound = filled(&format, &[("grid.apart.amount", "1.5"), ("grid.apart.limit", "2")]);
    assert_eq!(in_the_table(run(&dossier(format.clone(), sound))), []);
    let broken = filled(&format, &[("grid.apart.amount", "2.5"), ("grid.apart.limit", "2")]);
    let found = in_the_table(run(&dossier(format, broken)));
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].rule, "format.relation");
    let (limit, amount) = found[0].sides.clone().unwrap();
    assert_eq!((limit.value.as_str(), amount.value.as_str()), ("2", "2.5"));
    assert_eq!(found[0].basis, "虚构办函〔2029〕1号");
}
