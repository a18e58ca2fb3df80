//! Four outcomes of lawsuits without 复议 before them add up to their 总计.

use super::relation::relations;
use crate::rules::{Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "dispute.litigation_direct",
    group: Group::Identities,
    severity: Severity::Error,
    title: "复议诉讼表：未经复议直接起诉四种结果之和等于总计",
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
        set(&mut dossier, "t4.direct.upheld", 1);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("为 1") && found[0].message.contains("为 0"));
    }
}
