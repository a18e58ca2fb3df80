//! Part five in a few words.

use super::said::is_none;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.problems_short",
    group: Group::Text,
    severity: Severity::Error,
    title: "第五部分写清楚了",
    basis: "《条例》第五十条第四项；不足10个字的按没有写判断",
    advice: "把问题和改进情况写具体",
    check,
};

/// Fewer characters than this say nothing.
const LEAST: usize = 10;

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let Some(part) = dossier.part("problems").filter(|part| !part.text.contains('…')) else { return };
    let length = part.text.chars().filter(|c| c.is_alphanumeric()).count();
    if (1..LEAST).contains(&length) && !is_none(&part.text) {
        let message = format!("「{}」一部分只有 {length} 个字", part.heading);
        out.push(Finding::of(&RULE, message).at_text("problems", part.text.trim()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn five_characters() {
        let mut dossier = clean();
        say(&mut dossier, "problems", "将改进更新。");
        let found = only(&dossier, RULE.id);
        assert!(found[0].message.contains("5 个字"), "{}", found[0].message);
    }
}
