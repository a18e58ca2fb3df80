//! 行政诉讼数量 = its three outcomes, in the statistics table of 2014–2018.

use super::relation::relations;
use crate::rules::{Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "stats.litigation",
    group: Group::Identities,
    severity: Severity::Error,
    title: "统计表：行政诉讼数量等于三种结果之和",
    basis: "《政府信息公开情况统计表》的行目结构",
    advice: "核对维持、纠错、其他情形和行政诉讼数量；没有结案的计入其他情形",
    check: |dossier, out| relations(dossier, &RULE, out),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_lawsuit_without_an_outcome() {
        let mut dossier = clean_in("2008", 2017);
        set(&mut dossier, "stats.litigation", 1);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("为 0") && found[0].message.contains("后者为 1"));
    }
}
