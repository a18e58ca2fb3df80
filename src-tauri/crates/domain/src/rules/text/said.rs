//! What a report says, sentence by sentence: how the rules on words walk through it.

use std::ops::Range;

use crate::reading::{Number, NumberKind, PartWords, Sentence};
use crate::rules::{Dossier, PartText};

/// Signs that part a sentence into clauses.
const CLAUSES: &[char] = &['，', ',', '；', ';', '（', '(', '）', ')', '。', '！', '？', '\n'];

/// A sentence with the part it stands in.
#[derive(Clone, Copy)]
pub(in crate::rules) struct Said<'a> {
    /// The part as it stands.
    pub part: &'a PartText,
    /// The part taken apart.
    pub words: &'a PartWords,
    /// The sentence.
    pub sentence: &'a Sentence,
    /// Its words in simplified characters.
    pub text: &'a str,
}

impl<'a> Said<'a> {
    /// Words of the report as they stand; `span` is a place in the part.
    pub fn piece(&self, span: &Range<usize>) -> &'a str {
        self.part.text.get(span.clone()).unwrap_or_default()
    }

    /// The sentence as it stands.
    pub fn quote(&self) -> &'a str {
        self.piece(&self.sentence.span)
    }

    /// Words in simplified characters; `span` is a place in the part.
    pub fn folded(&self, span: Range<usize>) -> &'a str {
        self.words.text.get(span).unwrap_or_default()
    }

    /// The clause around a place of the part.
    pub fn clause(&self, at: usize) -> Range<usize> {
        let span = &self.sentence.span;
        let start = self.folded(span.start..at).rfind(CLAUSES).map_or(span.start, |found| {
            let from = span.start + found;
            from + self.words.text[from..].chars().next().map_or(0, char::len_utf8)
        });
        let end = self.folded(at..span.end).find(CLAUSES).map_or(span.end, |found| at + found);
        start..end
    }

    /// The words of a number's clause that stand before it and behind the number before it, in simplified
    /// characters: 「予以公开4件、部分公开1件」 says 「部分公开」 of the second.
    pub fn before(&self, number: &Number) -> &'a str {
        let clause = self.clause(number.span.start);
        let earlier = self.sentence.numbers.iter().take_while(|n| n.span.start < number.span.start).last();
        let start = earlier.map_or(clause.start, |n| n.span.end.max(clause.start));
        self.folded(start..number.span.start)
    }

    /// The clause of a number as it stands.
    pub fn around(&self, number: &Number) -> &'a str {
        self.piece(&self.clause(number.span.start)).trim()
    }

    /// Numbers that count something.
    pub fn counts(&self) -> impl Iterator<Item = &'a Number> + use<'a> {
        self.sentence.numbers.iter().filter(|n| n.kind == NumberKind::Count)
    }

    /// Shares of a hundred.
    pub fn percents(&self) -> impl Iterator<Item = &'a Number> + use<'a> {
        self.sentence.numbers.iter().filter(|n| n.kind == NumberKind::Percent)
    }

    /// Whether the words before this place speak of another year than the report's.
    pub fn of_another_year(&self, at: usize, year: i32) -> bool {
        let before = self.folded(self.sentence.span.start..at);
        let named = self.sentence.dates.iter().rev().find(|d| d.span.start < at).and_then(|d| d.year);
        named.is_some_and(|named| named != year)
            || ["去年", "上一年度", "上年度收", "上年收", "上年同期", "往年", "历年"]
                .iter()
                .any(|words| before.contains(words))
    }
}

/// Every sentence of the parts, without tables and without what the web page left around the report.
pub(in crate::rules) fn said(dossier: &Dossier) -> impl Iterator<Item = Said<'_>> {
    dossier.parts.iter().zip(&dossier.words().parts).filter(|(part, _)| in_report(part)).flat_map(
        |(part, words)| {
            words.sentences.iter().filter(|s| !s.table).map(move |sentence| Said {
                part,
                words,
                sentence,
                text: words.text.get(sentence.span.clone()).unwrap_or_default(),
            })
        },
    )
}

/// Not what the page left around the report.
pub(in crate::rules) fn in_report(part: &PartText) -> bool {
    !part.id.is_empty() || !part.heading.is_empty()
}

/// The first of these words that the text holds.
pub(in crate::rules) fn any<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    words.iter().find(|word| text.contains(**word)).copied()
}

/// 「无」, 「没有」: words that say that there is nothing.
pub(in crate::rules) fn is_none(text: &str) -> bool {
    let bare = text.trim().trim_matches(['。', '，', '；', '、', '.', ' ', '　', '\n']);
    matches!(bare, "无" | "没有" | "暂无" | "不存在" | "无问题" | "没有问题" | "無" | "无此情况")
}
