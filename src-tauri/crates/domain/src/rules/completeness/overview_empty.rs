//! 总体情况 has words.

use super::whole::is_whole;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "complete.overview_empty",
    group: Group::Completeness,
    severity: Severity::Error,
    title: "总体情况写了内容",
    basis: "年度报告格式：总体情况为文字部分，不能空着",
    advice: "写总体情况的五个方面",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let part = dossier.part("overview").filter(|_| is_whole(dossier, "overview"));
    if let Some(part) = part.filter(|part| part.text.trim().is_empty()) {
        let message = format!("「{}」一部分没有写内容", part.heading);
        out.push(Finding::of(&RULE, message).at_text("overview", ""));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn nothing_said() {
        let mut dossier = clean();
        say(&mut dossier, "overview", "");
        only(&dossier, RULE.id);
    }
}
