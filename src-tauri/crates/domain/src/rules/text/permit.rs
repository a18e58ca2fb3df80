//! 行政许可的件数与表格一致.

use super::against::{Fact, Topic, compare, first_sum, one};
use crate::rules::{Group, Rule, Severity};

pub(super) static FACT: Fact = Fact {
    topic: Topic {
        name: "行政许可",
        wanted: &[&["行政许可"]],
        unwanted: &["事项", "目录", "占", "比", "项目", "条"],
        units: &["件", "宗", "个", ""],
    },
    nouns: &["行政许可"],
    cells: &["t2.permit", "t2.permit.decided"],
    values: |dossier| {
        one("行政许可处理决定数量", first_sum(dossier, &[&["t2.permit"], &["t2.permit.decided"]]))
    },
};

pub(super) static RULE: Rule = Rule {
    id: "text.permit",
    group: Group::Text,
    severity: Severity::Warning,
    title: "行政许可的件数与表格一致",
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
        set(&mut dossier, "t2.permit", 2);
        add(&mut dossier, "overview", "全年办理行政许可3件。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains(" 3"), "{}", found[0].message);
    }
}
