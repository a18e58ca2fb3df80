//! Sentences of this year beside last year's: the same, or nearly so, when numbers and years are taken out.

use std::collections::HashSet;

use crate::reading::{PartWords, Sentence};
use crate::rules::{Dossier, PartText};

/// Fewer characters than this are said every year.
const LEAST: usize = 8;

/// Of a hundred pairs of neighbouring characters, so many in common make two sentences nearly the same.
const NEARLY: usize = 85;

/// A part of both years.
pub(super) struct Both<'a> {
    /// This year's.
    pub part: &'a PartText,
    /// This year's words.
    pub words: &'a PartWords,
    /// Last year's words.
    pub last: &'a PartWords,
}

/// Parts that somebody has written in both years.
pub(super) fn both(dossier: &Dossier) -> impl Iterator<Item = Both<'_>> {
    let last = dossier.last.as_ref().map_or(&[][..], |last| &last.parts);
    let last_words = &dossier.last_words().parts;
    dossier.parts.iter().zip(&dossier.words().parts).filter_map(move |(part, words)| {
        let at = last.iter().position(|other| other.id == part.id && other.written)?;
        let written = part.written && !part.id.is_empty();
        written.then_some(Both { part, words, last: last_words.get(at)? })
    })
}

/// Long enough to compare, without numbers, years and marks.
pub(super) fn core(words: &PartWords, sentence: &Sentence) -> Option<String> {
    let text = words.text.get(sentence.span.clone())?;
    let core: String = text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).collect();
    (core.chars().count() >= LEAST).then_some(core)
}

/// How many sentences of a part there are to compare, and how many of them are last year's.
pub(super) fn alike(both: &Both<'_>) -> (usize, Vec<std::ops::Range<usize>>) {
    let cores = |words: &'_ PartWords| -> Vec<(std::ops::Range<usize>, String)> {
        words.sentences.iter().filter_map(|s| Some((s.span.clone(), core(words, s)?))).collect()
    };
    let (now, last) = (cores(both.words), cores(both.last));
    let exact: HashSet<&str> = last.iter().map(|(_, core)| core.as_str()).collect();
    let pairs: Vec<(usize, Vec<(char, char)>)> =
        last.iter().map(|(_, core)| (core.len(), bigrams(core))).collect();
    let same = now.iter().filter(|(_, core)| {
        if exact.contains(core.as_str()) {
            return true;
        }
        let own = bigrams(core);
        pairs
            .iter()
            .any(|(length, other)| length.abs_diff(core.len()) * 5 <= core.len() && nearly(&own, other))
    });
    let spans = same.map(|(span, _)| span.clone()).collect();
    (now.len(), spans)
}

fn bigrams(text: &str) -> Vec<(char, char)> {
    let mut pairs: Vec<(char, char)> = text.chars().zip(text.chars().skip(1)).collect();
    pairs.sort_unstable();
    pairs
}

/// Pairs in common, each counted in both.
fn nearly(a: &[(char, char)], b: &[(char, char)]) -> bool {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while let (Some(left), Some(right)) = (a.get(i), b.get(j)) {
        match left.cmp(right) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, common) = (i + 1, j + 1, common + 1),
        }
    }
    common * 2 * 100 >= NEARLY * (a.len() + b.len())
}

/// On what a finding stands: the circular of 2021 for reports since then, before it the usual appraisal.
pub(super) fn basis(dossier: &Dossier) -> &'static str {
    let circular = dossier.year >= 2021;
    if circular { "" } else { "考核惯例：与往年雷同的年度报告扣分" }
}

/// Whether so much of a part is last year's that it speaks for itself.
pub(super) fn mostly(all: usize, same: usize) -> bool {
    same * 10 > all * 6
}
