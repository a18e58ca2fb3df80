//! 部分公开的件数与表格一致.

use super::against::{CASES, Fact, Topic, compare, first_sum, one};
use crate::rules::{Group, Rule, Severity};

pub(super) static FACT: Fact = Fact {
    topic: Topic {
        name: "部分公开的申请",
        wanted: &[&["部分公开"]],
        unwanted: &["复议", "诉讼", "占", "比"],
        units: CASES,
    },
    nouns: &["部分公开"],
    cells: &["t3.result.partly.total", "application.partly"],
    values: |dossier| {
        one("部分公开", first_sum(dossier, &[&["t3.result.partly.total"], &["application.partly"]]))
    },
};

pub(super) static RULE: Rule = Rule {
    id: "text.partly",
    group: Group::Text,
    severity: Severity::Warning,
    title: "部分公开的件数与表格一致",
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
        add(&mut dossier, "overview", "区分处理后部分公开2件。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains(" 2"), "{}", found[0].message);
    }
}
