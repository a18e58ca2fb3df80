//! 办结的申请数与表格一致.

use super::against::{CASES, Fact, Topic, compare, first_sum, one};
use crate::rules::{Group, Rule, Severity};

pub(super) static FACT: Fact = Fact {
    topic: Topic {
        name: "办结的申请",
        wanted: &[&["申请"], &["办结", "办理完毕", "答复完毕"]],
        unwanted: &[
            "复议",
            "诉讼",
            "热线",
            "12345",
            "民心网",
            "投诉",
            "交办",
            "提案",
            "议案",
            "信访",
            "咨询",
            "占",
            "比",
            "未办结",
            "按时",
            "延期",
            "当场",
            "其中",
        ],
        units: CASES,
    },
    nouns: &[],
    cells: &["t3.result.total.total", "application.decided"],
    values: |dossier| {
        one("办理结果总计", first_sum(dossier, &[&["t3.result.total.total"], &["application.decided"]]))
    },
};

pub(super) static RULE: Rule = Rule {
    id: "text.decided",
    group: Group::Text,
    severity: Severity::Warning,
    title: "办结的申请数与表格一致",
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
        add(&mut dossier, "overview", "全年办结公开申请8件。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains(" 8"), "{}", found[0].message);
    }
}
