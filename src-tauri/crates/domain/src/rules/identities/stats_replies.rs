//! 申请答复数 = its eight kinds of reply, in the statistics table of 2014–2018.

use super::relation::relations;
use crate::rules::{Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "stats.replies",
    group: Group::Identities,
    severity: Severity::Error,
    title: "统计表：申请答复数等于八种答复之和",
    basis: "《政府信息公开情况统计表》的行目结构",
    advice: "核对八种答复数和申请答复数，一件申请只计一种",
    check: |dossier, out| relations(dossier, &RULE, out),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_reply_of_no_kind() {
        let mut dossier = clean_in("2008", 2017);
        set(&mut dossier, "stats.replied", 1);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("后者为 1"));
    }
}
