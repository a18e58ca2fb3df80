//! 不同意公开答复数 = its six reasons, in the statistics table of 2014–2018.

use super::relation::relations;
use crate::rules::{Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "stats.refusals",
    group: Group::Identities,
    severity: Severity::Error,
    title: "统计表：不同意公开答复数等于六种情形之和",
    basis: "《政府信息公开情况统计表》的行目结构",
    advice: "核对不同意公开的六种情形，一件申请只计一种",
    check: |dossier, out| relations(dossier, &RULE, out),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_reason_without_a_refusal() {
        let mut dossier = clean_in("2008", 2017);
        set(&mut dossier, "stats.replied.refused.privacy", 1);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("为 1") && found[0].message.contains("后者为 0"));
    }
}
