//! Every application came in one way.

use super::ways::{beginning, equal};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "dimension.application_ways",
    group: Group::Dimensions,
    severity: Severity::Error,
    title: "各种方式收到的申请之和等于收到申请总数",
    basis: "每一件申请有一种收到方式",
    advice: "核对各种方式的件数和收到申请总数",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let parts = beginning(dossier, "application.by.");
    out.extend(equal(dossier, &RULE, &parts, "各种方式收到的申请", "application.total"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn one_that_came_in_no_way() {
        let mut dossier = clean();
        set(&mut dossier, "application.by.online", 2);
        set(&mut dossier, "application.total", 3);
        assert!(only(&dossier, RULE.id)[0].message.contains("相加是 2"));
    }
}
