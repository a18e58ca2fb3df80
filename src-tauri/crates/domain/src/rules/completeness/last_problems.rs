//! What has become of last year's problems.

use super::whole::says;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "complete.last_problems",
    group: Group::Completeness,
    severity: Severity::Hint,
    title: "写了上年问题的改进情况",
    basis: "《条例》第五十条第四项：改进情况；格式要求说明上年问题的改进",
    advice: "写一两句上年提出的问题改进得怎样",
    check,
};

/// Words that look back.
const WORDS: &[&str] = &[
    "上年",
    "上一年",
    "去年",
    "往年",
    "已经",
    "已得到",
    "改进情况",
    "已解决",
    "针对",
    "有所改善",
    "得到改进",
    "改进了",
];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let due = dossier.due_format == "2021";
    let long = dossier.part("problems").is_some_and(|part| part.text.chars().count() >= 10);
    if due && long && says(dossier, "problems", WORDS) == Some(false) {
        out.push(Finding::of(&RULE, "第五部分没有写上年问题的改进情况").at_text("problems", ""));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn no_look_back() {
        let mut dossier = clean();
        say(
            &mut dossier,
            "problems",
            "一是政策解读的形式比较单一；二是业务不够熟练。下一步将增加图解，加强学习。",
        );
        only(&dossier, RULE.id);
    }
}
