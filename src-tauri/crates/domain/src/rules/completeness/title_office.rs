//! The title names the office and the year.

use super::whole::begins;
use crate::reading::{fold, years_in};
use crate::rules::Place;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "complete.title_office",
    group: Group::Completeness,
    severity: Severity::Warning,
    title: "标题有机关名称和年份",
    basis: "惯例的标题是「某某人民政府某某年政府信息公开工作年度报告」",
    advice: "在标题里补上机关名称或年份",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let title = fold(&dossier.title);
    if title.trim().is_empty() || !begins(dossier) {
        return;
    }
    let office = dossier.office.short.is_empty()
        || title.contains(&dossier.office.short)
        || !crate::reading::townships(&title).is_empty();
    let year = !years_in(&title).is_empty();
    let lacks: Vec<&str> = [("机关名称", office), ("年份", year)]
        .iter()
        .filter(|(_, there)| !there)
        .map(|(name, _)| *name)
        .collect();
    if !lacks.is_empty() {
        let message = format!("标题「{}」里没有{}", dossier.title, lacks.join("和"));
        out.push(Finding::of(&RULE, message).at(Place::Setting { name: "title".into() }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn no_office_and_no_year() {
        let mut dossier = clean();
        dossier.title = "政府信息公开工作年度报告".into();
        let found = only(&dossier, RULE.id);
        assert!(found[0].message.contains("机关名称和年份"));
    }
}
