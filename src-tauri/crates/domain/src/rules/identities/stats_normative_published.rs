//! 规范性文件 that were published are among the published items, in the statistics table of 2014–2018.

use super::relation::relations;
use crate::rules::{Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "stats.normative_published",
    group: Group::Identities,
    severity: Severity::Error,
    title: "统计表：主动公开政府信息数不少于主动公开规范性文件数",
    basis: "《政府信息公开情况统计表》的行目结构",
    advice: "核对两数，规范性文件公开了也要计入主动公开政府信息数",
    check: |dossier, out| relations(dossier, &RULE, out),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn more_documents_than_items() {
        let mut dossier = clean_in("2008", 2017);
        set(&mut dossier, "stats.disclosed.normative", 1);
        set(&mut dossier, "stats.normative.issued", 1);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("为 0") && found[0].message.contains("后者为 1"));
    }
}
