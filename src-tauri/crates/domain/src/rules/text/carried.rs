//! 上年结转的申请数与表格一致.

use super::against::{CASES, Fact, OTHER_MATTERS, Topic, compare, one, sum};
use crate::rules::{Group, Rule, Severity};

pub(super) static FACT: Fact = Fact {
    topic: Topic {
        name: "上年结转的申请",
        wanted: &[&["上年结转", "上年度结转", "结转上年"]],
        unwanted: OTHER_MATTERS,
        units: CASES,
    },
    nouns: &["上年结转", "上年度结转"],
    cells: &["t3.carried.total"],
    values: |dossier| one("上年结转", sum(dossier, &["t3.carried.total"])),
};

pub(super) static RULE: Rule = Rule {
    id: "text.carried",
    group: Group::Text,
    severity: Severity::Warning,
    title: "上年结转的申请数与表格一致",
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
        add(&mut dossier, "overview", "另有上年结转政府信息公开申请3件。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains(" 3"), "{}", found[0].message);
    }
}
