//! 无法提供的件数与表格一致.

use super::against::{CASES, Fact, Topic, compare, one, sum, total_of};
use crate::rules::{Group, Rule, Severity};

pub(super) static FACT: Fact = Fact {
    topic: Topic {
        name: "无法提供的申请",
        wanted: &[&["无法提供"]],
        unwanted: &["复议", "诉讼", "占", "比"],
        units: CASES,
    },
    nouns: &[],
    cells: &["t3.result.unable.not_held.total", "application.unable"],
    values: |dossier| {
        one(
            "无法提供",
            total_of(dossier, "t3.result.unable.").or_else(|| sum(dossier, &["application.unable"])),
        )
    },
};

pub(super) static RULE: Rule = Rule {
    id: "text.unable",
    group: Group::Text,
    severity: Severity::Warning,
    title: "无法提供的件数与表格一致",
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
        add(&mut dossier, "overview", "因不掌握相关信息无法提供2件。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains(" 2"), "{}", found[0].message);
    }
}
