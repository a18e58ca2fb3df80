//! A report has a title.

use super::whole::begins;
use crate::rules::Place;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "complete.title",
    group: Group::Completeness,
    severity: Severity::Error,
    title: "有标题",
    basis: "公文应当有标题",
    advice: "在报告设置里填写标题",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    if dossier.title.trim().is_empty() && begins(dossier) {
        out.push(Finding::of(&RULE, "报告没有标题").at(Place::Setting { name: "title".into() }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn none() {
        let mut dossier = clean();
        dossier.title.clear();
        only(&dossier, RULE.id);
    }
}
