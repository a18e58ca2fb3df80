//! Four outcomes of 行政复议 add up to its 总计.

use super::relation::relations;
use crate::rules::{Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "dispute.reconsideration",
    group: Group::Identities,
    severity: Severity::Error,
    title: "复议诉讼表：行政复议四种结果之和等于总计",
    basis: "复议诉讼表：四种结果之和为总计",
    advice: "核对这一组的维持、纠正、其他结果、尚未审结和总计",
    check: |dossier, out| relations(dossier, &RULE, out),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn an_outcome_that_the_total_leaves_out() {
        let mut dossier = clean();
        set(&mut dossier, "t4.reconsideration.upheld", 1);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("为 1") && found[0].message.contains("为 0"));
    }
}
