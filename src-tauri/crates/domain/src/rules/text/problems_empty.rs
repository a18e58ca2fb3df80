//! Part five says nothing.

use super::said::is_none;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.problems_empty",
    group: Group::Text,
    severity: Severity::Error,
    title: "第五部分写了问题",
    basis: "《条例》第五十条第四项；第五部分不能写「无」",
    advice: "写明工作中存在的主要问题和改进情况",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let Some(part) = dossier.part("problems").filter(|part| !part.text.contains('…')) else { return };
    if part.text.trim().is_empty() || is_none(&part.text) {
        let message = format!("「{}」一部分没有写内容", part.heading);
        out.push(Finding::of(&RULE, message).at_text("problems", part.text.trim()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn none() {
        for words in ["无。", "", "没有。"] {
            let mut dossier = clean();
            say(&mut dossier, "problems", words);
            assert_eq!(only(&dossier, RULE.id).len(), 1);
        }
    }
}
