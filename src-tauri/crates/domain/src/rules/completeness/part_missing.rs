//! Every part that the form lays down is there.

use super::whole::missing;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "complete.part_missing",
    group: Group::Completeness,
    severity: Severity::Error,
    title: "格式规定的部分齐全",
    basis: "《条例》第五十条；年度报告格式规定六个部分，不能遗漏",
    advice: "补上缺少的部分",
    check,
};

/// Forms whose parts the State lays down.
const LAID_DOWN: &[&str] = &["2019", "2021"];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    if !LAID_DOWN.contains(&dossier.format.id.as_str()) {
        return;
    }
    let parts = dossier.format.parts.iter().filter(|part| !part.heading.is_empty() && !part.annex);
    for part in parts.filter(|part| missing(dossier, &part.id)) {
        let message = format!("报告里没有「{}」这一部分", part.heading);
        out.push(Finding::of(&RULE, message).at_text(&part.id, ""));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn part_four_is_gone() {
        let mut dossier = clean();
        dossier.parts.retain(|part| part.id != "dispute");
        let found = only(&dossier, RULE.id);
        assert!(found[0].message.contains("行政复议"));
    }
}
