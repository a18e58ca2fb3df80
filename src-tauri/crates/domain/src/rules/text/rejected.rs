//! 不予处理的件数与表格一致.

use super::against::{CASES, Fact, Topic, compare, one, sum, total_of};
use crate::rules::{Group, Rule, Severity};

pub(super) static FACT: Fact = Fact {
    topic: Topic {
        name: "不予处理的申请",
        wanted: &[&["不予处理"]],
        unwanted: &["复议", "诉讼", "占", "比"],
        units: CASES,
    },
    nouns: &["不予处理"],
    cells: &["t3.result.rejected.petition.total", "application.rejected"],
    values: |dossier| {
        one(
            "不予处理",
            total_of(dossier, "t3.result.rejected.").or_else(|| sum(dossier, &["application.rejected"])),
        )
    },
};

pub(super) static RULE: Rule = Rule {
    id: "text.rejected",
    group: Group::Text,
    severity: Severity::Warning,
    title: "不予处理的件数与表格一致",
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
        set(&mut dossier, "t3.result.rejected.petition.natural", 1);
        set(&mut dossier, "t3.result.granted.natural", 3);
        set(&mut dossier, "t3.result.rejected.petition.total", 1);
        set(&mut dossier, "t3.result.granted.total", 4);
        add(&mut dossier, "overview", "属于信访事项不予处理2件。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains(" 2"), "{}", found[0].message);
    }
}
