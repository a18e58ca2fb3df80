//! An item comes from one department, so departments never hold more than there are items.

use super::ways::{TOTAL, beginning, over};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "dimension.department_over",
    group: Group::Dimensions,
    severity: Severity::Error,
    title: "各科室之和不多于主动公开总数",
    basis: "按科室统计：一条信息只计在提供它的一个科室",
    advice: "核对各科室的数；多半是一条信息计在了两个科室",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let parts = beginning(dossier, "disclosure.department.");
    out.extend(over(dossier, &RULE, &parts, "各科室之和", TOTAL));
}

#[cfg(test)]
mod tests {
    use super::super::ways::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn an_item_in_two_departments() {
        let mut dossier = items(200);
        entries(&mut dossier, "department", &[about(100), about(90)]);
        nothing(&dossier);
        add_figure(&mut dossier, "disclosure.department.more", "司法所", about(11));
        assert!(only(&dossier, RULE.id)[0].message.contains("201余"));
    }
}
