//! 不予公开的件数与表格一致.

use super::against::{CASES, Fact, Topic, compare, one, sum, total_of};
use crate::rules::{Group, Rule, Severity};

pub(super) static FACT: Fact = Fact {
    topic: Topic {
        name: "不予公开的申请",
        wanted: &[&["不予公开", "不同意公开"]],
        unwanted: &["复议", "诉讼", "占", "比"],
        units: CASES,
    },
    nouns: &["不予公开", "不同意公开"],
    cells: &["t3.result.refused.third_party.total", "application.refused"],
    values: |dossier| {
        one(
            "不予公开",
            total_of(dossier, "t3.result.refused.").or_else(|| sum(dossier, &["application.refused"])),
        )
    },
};

pub(super) static RULE: Rule = Rule {
    id: "text.refused",
    group: Group::Text,
    severity: Severity::Warning,
    title: "不予公开的件数与表格一致",
    basis: "年度报告的文字和表格说的是同一件事，数字应当一致",
    advice: "核对台账，改正文字里的数字或者表中的一格；文字里的数字最好插入数据项，随表格一起变",
    check: |dossier, out| compare(dossier, &RULE, &FACT, out),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn another_number_in_the_words() {
        let mut dossier = clean();
        set(&mut dossier, "t3.result.refused.internal.natural", 1);
        set(&mut dossier, "t3.result.granted.natural", 3);
        set(&mut dossier, "t3.result.refused.internal.total", 1);
        set(&mut dossier, "t3.result.granted.total", 4);
        add(&mut dossier, "overview", "因属于内部事务不予公开2件。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains(" 2"), "{}", found[0].message);
    }
}
