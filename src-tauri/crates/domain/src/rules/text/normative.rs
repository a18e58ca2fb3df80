//! 制发规范性文件的件数与表格一致.

use super::against::{Fact, Topic, compare, first_sum, one};
use crate::rules::{Group, Rule, Severity};

pub(super) static FACT: Fact = Fact {
    topic: Topic {
        name: "制发的规范性文件",
        wanted: &[&["规范性文件"], &["制发", "制定", "新制", "印发", "出台", "新公开"]],
        unwanted: &[
            "废止", "失效", "现行", "有效", "解读", "占", "比", "累计", "制度", "管理", "清理", "审查",
        ],
        units: &["件", "份", "个", "部", "项"],
    },
    nouns: &["制发行政规范性文件", "制发规范性文件", "制定规范性文件"],
    cells: &["t2.normative.issued", "t2.normative.made"],
    values: |dossier| {
        one("规范性文件本年制发数", first_sum(dossier, &[&["t2.normative.issued"], &["t2.normative.made"]]))
    },
};

pub(super) static RULE: Rule = Rule {
    id: "text.normative",
    group: Group::Text,
    severity: Severity::Warning,
    title: "制发规范性文件的件数与表格一致",
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
        set(&mut dossier, "t2.normative.issued", 2);
        set(&mut dossier, "t2.normative.in_force", 2);
        add(&mut dossier, "overview", "全年制发行政规范性文件3件。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains(" 3"), "{}", found[0].message);
    }
}
