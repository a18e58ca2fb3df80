//! The old decree wants 主要问题及改进情况.

use super::whole::{old_form, says_anywhere};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "complete.old_problems",
    group: Group::Completeness,
    severity: Severity::Warning,
    title: "旧格式：写了主要问题及改进情况",
    basis: "2007年《条例》（国务院令第492号）第三十二条第五项",
    advice: "补写主要问题及改进情况，没有的写明没有",
    check,
};

/// Words that speak of it.
const WORDS: &[&str] = &["主要问题", "存在问题", "存在的问题", "不足之处", "改进措施", "改进情况"];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    if old_form(dossier) && says_anywhere(dossier, WORDS) == Some(false) {
        out.push(Finding::of(&RULE, "全文没有写主要问题及改进情况").at_text("problems", ""));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn is_left_out() {
        let dossier = old_without(WORDS);
        only(&dossier, RULE.id);
    }
}
