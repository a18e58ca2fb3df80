//! 行政复议的件数与表格一致.

use super::against::{CASES, Fact, Topic, compare, first_sum, one};
use crate::rules::{Group, Rule, Severity};

pub(super) static FACT: Fact = Fact {
    topic: Topic {
        name: "行政复议",
        wanted: &[&["复议"]],
        unwanted: &[
            "复议后",
            "诉讼",
            "投诉",
            "占",
            "比",
            "维持",
            "纠正",
            "尚未审结",
            "结果",
            "纠错",
            "撤销",
            "驳回",
            "未经复议",
            "经复议",
        ],
        units: CASES,
    },
    nouns: &["行政复议", "申请复议"],
    cells: &["t4.reconsideration.total", "dispute.reconsideration"],
    values: |dossier| {
        one(
            "行政复议总计",
            first_sum(dossier, &[&["t4.reconsideration.total"], &["dispute.reconsideration"]]),
        )
    },
};

pub(super) static RULE: Rule = Rule {
    id: "text.reconsideration",
    group: Group::Text,
    severity: Severity::Warning,
    title: "行政复议的件数与表格一致",
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
        set(&mut dossier, "t4.reconsideration.upheld", 1);
        set(&mut dossier, "t4.reconsideration.total", 1);
        add(&mut dossier, "overview", "全年被申请行政复议2件。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains(" 2"), "{}", found[0].message);
    }
}
