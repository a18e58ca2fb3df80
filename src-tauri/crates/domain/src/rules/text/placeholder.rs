//! A place that somebody meant to fill in later.

use super::phrases::{Where, phrases};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.placeholder",
    group: Group::Text,
    severity: Severity::Warning,
    title: "没有留下待填的空",
    basis: "报告应当填写完整",
    advice: "把这一处补上",
    check,
};

/// What gives it away.
const WORDS: &[&str] = &[
    "××",
    "XX",
    "xx年",
    "【】",
    "【待",
    "（待",
    "(待",
    "待补充",
    "待填",
    "____",
    "＿＿",
    "〇〇",
    "（）",
    "( )",
    "（ ）",
];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    phrases(dossier, &RULE, WORDS, Where::Words, |words| format!("「{words}」这一处还没有填"), out);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn is_seen() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "全年召开会议××次。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
    }
}
