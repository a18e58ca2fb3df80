//! 申请办结数 = 按时 + 延期, in the statistics table of 2014–2018.

use super::relation::relations;
use crate::rules::{Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "stats.closed",
    group: Group::Identities,
    severity: Severity::Error,
    title: "统计表：申请办结数等于按时办结加延期办结",
    basis: "《政府信息公开情况统计表》的行目结构",
    advice: "核对按时办结数、延期办结数和申请办结数",
    check: |dossier, out| relations(dossier, &RULE, out),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn closed_in_no_time_at_all() {
        let mut dossier = clean_in("2008", 2017);
        set(&mut dossier, "stats.closed", 1);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("后者为 1"));
    }
}
