//! The words of a report taken apart once: lines, sentences, and the numbers in them with what they are.
//! Every rule on words looks at the same pieces, so eight pages are read once and not sixty times.

use std::ops::Range;

use super::fold::fold;
use super::numbers::{Date, Number, numbers_of};
use crate::rules::PartText;

/// A report's words.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// In the order of the report's parts.
    pub parts: Vec<PartWords>,
}

/// A part's words.
#[derive(Debug, Clone, Default)]
pub struct PartWords {
    /// In simplified characters, every character at the place it has in the report.
    pub text: String,
    /// The heading in simplified characters.
    pub heading: String,
    /// In order.
    pub sentences: Vec<Sentence>,
    /// Where something is left out: 「……」, 「[截断]」.
    pub cut: bool,
}

/// A sentence: up to its full stop, or to the end of its line.
#[derive(Debug, Clone, Default)]
pub struct Sentence {
    /// Where it stands in the part.
    pub span: Range<usize>,
    /// Number of its line.
    pub line: usize,
    /// Something is left out of it.
    pub open: bool,
    /// Part of a table that stands between the words.
    pub table: bool,
    /// The numbers in it that count or measure something; places are places in the part.
    pub numbers: Vec<Number>,
    /// The dates and years in it.
    pub dates: Vec<Date>,
}

impl Words {
    /// Takes the parts of a report apart. `tables`: tables may stand among the words, as in the text of a
    /// published report.
    pub fn of(parts: &[PartText], tables: bool) -> Self {
        Self { parts: parts.iter().map(|part| PartWords::of(part, tables)).collect() }
    }
}

impl PartWords {
    fn of(part: &PartText, tables: bool) -> Self {
        let text = fold(&part.text).into_owned();
        let mut sentences = Vec::new();
        let mut at = 0;
        let mut in_table = false;
        for (number, line) in text.split('\n').enumerate() {
            in_table = tables && (table_line(line) || in_table && goes_on(line));
            for span in sentences_of(line) {
                let words = &line[span.clone()];
                let (numbers, dates) = numbers_of(words, at + span.start);
                sentences.push(Sentence {
                    span: at + span.start..at + span.end,
                    line: number,
                    open: cut(words),
                    table: in_table,
                    numbers,
                    dates,
                });
            }
            at += line.len() + 1;
        }
        Self { cut: cut(&text), heading: fold(&part.heading).into_owned(), sentences, text }
    }
}

fn cut(words: &str) -> bool {
    words.contains('…') || words.contains("截断")
}

/// Words that stand in the head or the margin of a statutory table.
const TABLE_WORDS: &[&str] = &[
    "第二十条第",
    "本列数据的勾稽关系",
    "新收政府信息公开申请数量",
    "上年结转政府信息公开申请数量",
    "本年度办理结果",
];

fn table_line(line: &str) -> bool {
    line.matches('|').count() >= 2 || TABLE_WORDS.iter().any(|words| line.contains(words))
}

/// The next row of a table: it ends in numbers parted by blanks.
fn goes_on(line: &str) -> bool {
    let cell = |word: &str| word.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '.'));
    let mut words = line.split_whitespace().rev();
    matches!((words.next(), words.next()), (Some(last), Some(_)) if cell(last))
}

/// Sentences of a line without the blanks around them.
fn sentences_of(line: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut start = 0;
    for (at, c) in line.char_indices() {
        if matches!(c, '。' | '！' | '？') {
            spans.push(start..at + c.len_utf8());
            start = at + c.len_utf8();
        }
    }
    spans.push(start..line.len());
    spans.into_iter().filter_map(|span| trimmed(line, span)).collect()
}

fn trimmed(line: &str, span: Range<usize>) -> Option<Range<usize>> {
    let words = &line[span.clone()];
    let lead = words.len() - words.trim_start().len();
    let kept = words.trim().len();
    (kept > 0).then(|| span.start + lead..span.start + lead + kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_keep_their_places() {
        let part = PartText { text: " 公開200條。其中5條\n第二行".into(), ..PartText::default() };
        let words = Words::of(std::slice::from_ref(&part), false);
        let said: Vec<&str> = words.parts[0].sentences.iter().map(|s| &part.text[s.span.clone()]).collect();
        assert_eq!(said, ["公開200條。", "其中5條", "第二行"]);
        assert_eq!(words.parts[0].sentences[2].line, 1);
    }

    #[test]
    fn rows_of_a_table_are_told_from_words() {
        let text = "全年公开20条。\n第二十条第(一)项 规章 0 0 0\n行政许可 0 3 1\n其他事项见上。";
        let words = Words::of(&[PartText { text: text.into(), ..PartText::default() }], true);
        let tables: Vec<bool> = words.parts[0].sentences.iter().map(|s| s.table).collect();
        assert_eq!(tables, [false, true, true, false]);
    }
}
