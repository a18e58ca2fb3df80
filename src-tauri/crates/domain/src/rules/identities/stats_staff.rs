//! 从事政府信息公开工作人员数 = 专职 + 兼职, in the statistics table of 2014–2018.

use super::relation::relations;
use crate::rules::{Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "stats.staff",
    group: Group::Identities,
    severity: Severity::Error,
    title: "统计表：工作人员数等于专职加兼职",
    basis: "《政府信息公开情况统计表》的行目结构",
    advice: "核对专职、兼职人员数和工作人员总数，多半是漏填了兼职",
    check: |dossier, out| relations(dossier, &RULE, out),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn nobody_works_part_time() {
        let mut dossier = clean_in("2008", 2017);
        set(&mut dossier, "stats.staff.full_time", 1);
        set(&mut dossier, "stats.staff", 2);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("为 1") && found[0].message.contains("后者为 2"));
    }
}
