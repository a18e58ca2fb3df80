//! 定期, 随时 and 长期 part the items: together they are no more than there are.

use super::ways::{TOTAL, beginning, over};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "dimension.timing_over",
    group: Group::Dimensions,
    severity: Severity::Error,
    title: "定期、随时、长期公开之和不多于主动公开总数",
    basis: "按时限类型统计：一条信息只有一种时限类型",
    advice: "核对三个数和总数",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let parts = beginning(dossier, "disclosure.timing.");
    out.extend(over(dossier, &RULE, &parts, "定期、随时、长期公开之和", TOTAL));
}

#[cfg(test)]
mod tests {
    use super::super::ways::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn more_at_any_time_than_there_are() {
        let mut dossier = items(200);
        set(&mut dossier, "disclosure.timing.regular", 120);
        set(&mut dossier, "disclosure.timing.temporary", 80);
        nothing(&dossier);
        set(&mut dossier, "disclosure.timing.fixed", 1);
        assert!(only(&dossier, RULE.id)[0].message.contains("201"));
    }
}
