//! 予以公开的件数与表格一致.

use super::against::{CASES, Fact, Topic, compare, first_sum, one};
use crate::rules::{Group, Rule, Severity};

pub(super) static FACT: Fact = Fact {
    topic: Topic {
        name: "予以公开的申请",
        wanted: &[&["予以公开", "同意公开"]],
        unwanted: &["不予", "复议", "诉讼", "占", "比", "部分", "不同意", "未予"],
        units: CASES,
    },
    nouns: &[],
    cells: &["t3.result.granted.total", "application.granted"],
    values: |dossier| {
        one("予以公开", first_sum(dossier, &[&["t3.result.granted.total"], &["application.granted"]]))
    },
};

pub(super) static RULE: Rule = Rule {
    id: "text.granted",
    group: Group::Text,
    severity: Severity::Warning,
    title: "予以公开的件数与表格一致",
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
        add(&mut dossier, "overview", "经审查予以公开4件。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains(" 4"), "{}", found[0].message);
    }
}
