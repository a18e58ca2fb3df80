//! Every application that was closed has one outcome.

use super::ways::{equal, these};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "dimension.application_outcomes",
    group: Group::Dimensions,
    severity: Severity::Error,
    title: "各种办理结果之和等于办结申请总数",
    basis: "一件申请只计一种办理结果",
    advice: "核对予以公开、部分公开、不予公开、无法提供、不予处理、其他处理和办结总数",
    check,
};

/// The six headings of the applications' table.
const OUTCOMES: [&str; 6] = [
    "application.granted",
    "application.partly",
    "application.refused",
    "application.unable",
    "application.rejected",
    "application.other",
];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let parts = these(dossier, &OUTCOMES);
    out.extend(equal(dossier, &RULE, &parts, "六种办理结果", "application.decided"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn counted_as_granted_and_as_partly_granted() {
        let mut dossier = clean();
        for (id, n) in [("granted", 2), ("partly", 1), ("decided", 2)] {
            set(&mut dossier, &format!("application.{id}"), n);
        }
        assert!(only(&dossier, RULE.id)[0].message.contains("相加是 3"));
    }
}
