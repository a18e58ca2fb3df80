//! 收到申请数 = 当面 + 传真 + 网络 + 信函, in the statistics table of 2014–2018.

use super::relation::relations;
use crate::rules::{Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "stats.channels_received",
    group: Group::Identities,
    severity: Severity::Error,
    title: "统计表：收到申请数等于四种方式之和",
    basis: "《政府信息公开情况统计表》的行目结构",
    advice: "核对当面、传真、网络、信函申请数和收到申请数",
    check: |dossier, out| relations(dossier, &RULE, out),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_way_left_out() {
        let mut dossier = clean_in("2008", 2017);
        set(&mut dossier, "stats.received", 1);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("后者为 1"));
    }
}
