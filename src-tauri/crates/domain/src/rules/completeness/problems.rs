//! Part five names problems.

use super::whole::says;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "complete.problems",
    group: Group::Completeness,
    severity: Severity::Warning,
    title: "第五部分写了主要问题",
    basis: "《条例》第五十条第四项：存在的主要问题及改进情况",
    advice: "写明主要问题，不只写今后的打算",
    check,
};

/// Words that name a problem.
const WORDS: &[&str] = &[
    "问题",
    "不足",
    "不够",
    "不高",
    "不强",
    "不及时",
    "欠缺",
    "薄弱",
    "单一",
    "差距",
    "有待",
    "短板",
    "不深",
    "不全",
    "滞后",
    "困难",
    "不广",
    "还需",
];

/// Fewer characters are spoken of by a rule of their own.
const LEAST: usize = 10;

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let long = dossier
        .part("problems")
        .is_some_and(|part| part.text.chars().filter(|c| c.is_alphanumeric()).count() >= LEAST);
    if long && says(dossier, "problems", WORDS) == Some(false) {
        out.push(Finding::of(&RULE, "第五部分没有写存在什么问题").at_text("problems", ""));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn plans_alone() {
        let mut dossier = clean();
        say(
            &mut dossier,
            "problems",
            "上年的打算都已落实，下一步将继续做好政务公开，按季度开展业务学习，增加图解和现场讲解。",
        );
        only(&dossier, RULE.id);
    }
}
