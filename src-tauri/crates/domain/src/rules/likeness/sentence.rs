//! A long sentence of last year's, word for word.

use std::collections::HashSet;

use super::alike::{alike, basis, both, core, mostly};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "likeness.sentence",
    group: Group::Likeness,
    severity: Severity::Hint,
    title: "长句不逐字照抄上年",
    basis: "国办公开办函〔2021〕30号：内容雷同的追究责任",
    advice: "看一看这句话是否还符合本年的情况",
    check,
};

/// Characters from which on a sentence is not the same by chance.
const LONG: usize = 36;

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for both in both(dossier).filter(|both| both.part.id != "preamble") {
        let last: HashSet<&str> =
            both.last.sentences.iter().filter_map(|s| both.last.text.get(s.span.clone())).collect();
        let same = both.words.sentences.iter().filter(|s| {
            let long = core(both.words, s).is_some_and(|core| core.chars().count() >= LONG);
            long && both.words.text.get(s.span.clone()).is_some_and(|text| last.contains(text))
        });
        let quotes: Vec<&str> = same.filter_map(|s| both.part.text.get(s.span.clone())).collect();
        let (all, alike) = alike(&both);
        // A part that is mostly last year's is spoken of as a whole.
        if quotes.is_empty() || mostly(all, alike.len()) {
            continue;
        }
        let message = format!("「{}」里有 {} 句长句和上年一字不差", both.part.heading, quotes.len());
        let finding = Finding::of(&RULE, message).on(basis(dossier));
        out.push(quotes.iter().fold(finding, |finding, quote| finding.at_text(&both.part.id, quote)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn one_long_sentence() {
        let long = "围绕村民关心的耕地补贴、危房改造和医疗救助等事项，逐村召开说明会，并在公开栏张贴办理条件和流程。";
        let mut dossier = clean();
        add(&mut dossier, "overview", long);
        said_last_year(&mut dossier, "overview", &format!("上年的其他话。{long}"));
        assert_eq!(only(&dossier, RULE.id).len(), 1);
    }
}
