//! No more 规范性文件 are published than issued, in the statistics table of 2014–2018.

use super::relation::relations;
use crate::rules::{Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "stats.normative_issued",
    group: Group::Identities,
    severity: Severity::Error,
    title: "统计表：制发规范性文件总数不少于主动公开规范性文件数",
    basis: "《政府信息公开情况统计表》的行目结构",
    advice: "核对两数；公开的是往年制发的，写明情况",
    check: |dossier, out| relations(dossier, &RULE, out),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn more_published_than_issued() {
        let mut dossier = clean_in("2008", 2017);
        set(&mut dossier, "stats.disclosed", 2);
        set(&mut dossier, "stats.channel.website", 2);
        set(&mut dossier, "stats.disclosed.normative", 2);
        set(&mut dossier, "stats.normative.issued", 1);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("为 1") && found[0].message.contains("后者为 2"));
    }
}
