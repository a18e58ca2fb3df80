//! The same problems as last year.

use super::alike::{alike, basis, both, mostly};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "likeness.problems",
    group: Group::Likeness,
    severity: Severity::Warning,
    title: "问题和改进情况不照抄上年",
    basis: "《条例》第五十条第四项；国办公开办函〔2021〕30号：内容雷同的追究责任",
    advice: "写本年新发现的问题，以及上年问题改进得怎样",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for both in both(dossier).filter(|both| both.part.id == "problems") {
        let (all, same) = alike(&both);
        if all == 0 || !mostly(all, same.len()) {
            continue;
        }
        let message = format!("「{}」的 {all} 句话里有 {} 句是上年的", both.part.heading, same.len());
        let finding = Finding::of(&RULE, message).on(basis(dossier));
        let quotes = same.iter().filter_map(|span| both.part.text.get(span.clone()));
        out.push(quotes.fold(finding, |finding, quote| finding.at_text(&both.part.id, quote)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn the_same_again() {
        let mut dossier = clean();
        let words = dossier.part("problems").unwrap().text.clone();
        said_last_year(&mut dossier, "problems", &words);
        assert_eq!(only(&dossier, RULE.id).len(), 1);
    }
}
