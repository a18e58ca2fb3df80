//! Rules that are given away by certain words: each of them says what it looks for, and this looks.

use super::said::in_report;
use crate::rules::{Dossier, Finding, Rule};

/// Where to look.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    /// In the sentences alone.
    Words,
    /// In tables among the words too.
    Everywhere,
}

/// A finding for every part that holds one of the words, with all that it holds as places.
pub(super) fn phrases(
    dossier: &Dossier,
    rule: &'static Rule,
    wanted: &[&str],
    place: Where,
    message: impl Fn(&str) -> String,
    out: &mut Vec<Finding>,
) {
    for (part, words) in dossier.parts.iter().zip(&dossier.words().parts).filter(|(part, _)| in_report(part))
    {
        let mut found: Vec<&str> = Vec::new();
        for sentence in words.sentences.iter().filter(|s| place == Where::Everywhere || !s.table) {
            let text = &words.text[sentence.span.clone()];
            for word in wanted {
                if let Some(at) = text.find(word) {
                    let start = sentence.span.start + at;
                    found.extend(part.text.get(start..start + word.len()));
                }
            }
        }
        found.dedup();
        if let Some(first) = found.first() {
            let finding = Finding::of(rule, message(first));
            out.push(found.iter().fold(finding, |finding, quote| finding.at_text(&part.id, quote)));
        }
    }
}
