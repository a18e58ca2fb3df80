//! 申请办结数 = 申请答复数, in the statistics table of 2014–2018; a withdrawn application is closed without a reply.

use super::relation::relations;
use crate::rules::{Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "stats.closed_replies",
    group: Group::Identities,
    severity: Severity::Warning,
    title: "统计表：申请办结数和申请答复数相同",
    basis: "《政府信息公开情况统计表》的行目结构",
    advice: "撤回等没有答复的申请可以使两数不同，确实如此的写明情况；否则核对两数",
    check: |dossier, out| relations(dossier, &RULE, out),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn closed_without_a_reply() {
        let mut dossier = clean_in("2008", 2017);
        set(&mut dossier, "stats.closed.on_time", 2);
        set(&mut dossier, "stats.closed", 2);
        set(&mut dossier, "stats.replied.granted", 1);
        set(&mut dossier, "stats.replied", 1);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("为 2") && found[0].message.contains("后者为 1"));
    }
}
