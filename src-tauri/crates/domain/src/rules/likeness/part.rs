//! A part that is mostly last year's.

use super::alike::{alike, basis, both, mostly};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "likeness.part",
    group: Group::Likeness,
    severity: Severity::Warning,
    title: "各部分不照抄上年",
    basis: "国办公开办函〔2021〕30号：内容雷同、敷衍塞责造成不良后果的追究责任",
    advice: "按本年的实际情况改写",
    check,
};

/// Fewer sentences are alike by chance.
const LEAST: usize = 4;

/// Parts that are about the same every year, or have a rule of their own.
const EVERY_YEAR: &[&str] = &["preamble", "others", "dispute", "problems"];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for both in both(dossier).filter(|both| !EVERY_YEAR.contains(&both.part.id.as_str())) {
        let (all, same) = alike(&both);
        if all < LEAST || !mostly(all, same.len()) {
            continue;
        }
        let share = same.len() * 100 / all;
        let message = format!(
            "「{}」的 {all} 句话里有 {} 句和上年相同或几乎相同，占 {share}%",
            both.part.heading,
            same.len()
        );
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
    fn last_years_words_with_other_numbers() {
        let mut dossier = clean();
        let words = dossier.part("overview").unwrap().text.clone();
        said_last_year(&mut dossier, "overview", &words.replace("县政府网站", "市县政府网站"));
        let found = only(&dossier, RULE.id);
        assert!(found[0].message.contains('%'), "{}", found[0].message);
    }

    #[test]
    fn a_few_standing_phrases_are_no_copy() {
        let mut dossier = clean();
        let first = dossier.part("overview").unwrap().text.lines().next().unwrap().to_owned();
        said_last_year(&mut dossier, "overview", &first);
        nothing(&dossier);
    }
}
