//! The old decree wants 行政复议和行政诉讼的情况.

use super::whole::{old_form, says_anywhere};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "complete.old_dispute",
    group: Group::Completeness,
    severity: Severity::Warning,
    title: "旧格式：写了行政复议和行政诉讼的情况",
    basis: "2007年《条例》（国务院令第492号）第三十二条第四项",
    advice: "补写行政复议和行政诉讼的情况，没有的写明没有",
    check,
};

/// Words that speak of it.
const WORDS: &[&str] = &["复议", "诉讼"];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    if old_form(dossier) && says_anywhere(dossier, WORDS) == Some(false) {
        out.push(Finding::of(&RULE, "全文没有写行政复议和行政诉讼的情况").at_text("dispute", ""));
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
