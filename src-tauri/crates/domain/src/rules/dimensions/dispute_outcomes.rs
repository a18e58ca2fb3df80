//! The outcomes of disputes make up all of them, in the figures of the text as in the table.

use super::ways::{equal, these};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "dimension.dispute_outcomes",
    group: Group::Dimensions,
    severity: Severity::Error,
    title: "复议、诉讼的各种结果之和等于总数",
    basis: "每个案件有一种结果，没有审结的计入尚未审结",
    advice: "核对维持、纠正、其他结果、尚未审结和总数",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for (kind, words) in [("reconsideration", "行政复议四种结果"), ("litigation", "行政诉讼四种结果")]
    {
        let ids =
            ["upheld", "corrected", "other", "pending"].map(|outcome| format!("dispute.{kind}.{outcome}"));
        let parts = these(dossier, &ids.each_ref().map(String::as_str));
        out.extend(equal(dossier, &RULE, &parts, words, &format!("dispute.{kind}")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_case_without_an_outcome() {
        let mut dossier = clean();
        set(&mut dossier, "dispute.litigation", 1);
        assert!(only(&dossier, RULE.id)[0].message.contains("行政诉讼四种结果相加是 0"));
        set(&mut dossier, "dispute.litigation.pending", 1);
        nothing(&dossier);
    }
}
