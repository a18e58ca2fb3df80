//! The head of the office takes part in no more press conferences than there were, in the statistics table of 2014–2018.

use super::relation::relations;
use crate::rules::{Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "stats.press",
    group: Group::Identities,
    severity: Severity::Error,
    title: "统计表：新闻发布会总次数不少于主要负责同志参加次数",
    basis: "《政府信息公开情况统计表》的行目结构",
    advice: "核对两数，主要负责同志参加的也要计入总次数",
    check: |dossier, out| relations(dossier, &RULE, out),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn the_head_at_a_conference_that_was_none() {
        let mut dossier = clean_in("2008", 2017);
        set(&mut dossier, "stats.press.head", 1);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("为 0") && found[0].message.contains("后者为 1"));
    }
}
