//! A circular that no longer lays down the form.

use super::said::said;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.old_basis",
    group: Group::Text,
    severity: Severity::Warning,
    title: "引用现行的格式文件",
    basis: "各年度的格式由国务院办公厅政府信息与政务公开办公室印发",
    advice: "改引本年度格式的文号，或者只引《条例》第五十条",
    check,
};

/// Circulars that laid down a form, with the first year they were for.
const CIRCULARS: &[(&str, &str, i32)] = &[
    ("公开办函", "60号", 2019),
    ("公开办函", "30号", 2021),
    ("国办发", "32号", 2014),
    ("格式（试行", "试行", 2019),
    ("格式(试行", "试行", 2019),
    ("格式》（试行", "试行", 2019),
];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let due = dossier.format.from_year;
    for said in said(dossier) {
        let cited = CIRCULARS.iter().find(|(series, number, _)| {
            let at = said.text.find(series);
            at.is_some_and(|at| said.text[at..].chars().take(16).collect::<String>().contains(number))
        });
        let Some((_, number, from)) = cited.filter(|(_, _, from)| *from < due && dossier.year >= due) else {
            continue;
        };
        let basis = if dossier.format.basis.is_empty() {
            "《条例》第五十条"
        } else {
            dossier.format.basis.as_str()
        };
        let message =
            format!("引用的「{number}」文件是 {from} 年起用的格式，{} 年度应当引用{basis}", dossier.year);
        let finding = Finding::of(&RULE, message).sides(("文字", number), ("应为", basis));
        out.push(finding.at_text(&said.part.id, said.quote()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn the_trial_form() {
        let mut dossier = clean();
        add(&mut dossier, "preamble", "按照国办公开办函〔2019〕60号的要求编制。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn the_present_form() {
        let mut dossier = clean();
        add(&mut dossier, "preamble", "按照国办公开办函〔2021〕30号的要求编制。");
        nothing(&dossier);
    }
}
