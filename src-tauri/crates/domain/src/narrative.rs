//! The text of a part: paragraphs and headings with figures standing in the sentences. A figure in
//! the text is a reference, so the sentence follows the records.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::failure::Failure;

/// How a figure shows in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// 103
    Exact,
    /// 「100余」
    About,
}

/// A piece of a block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Inline {
    /// Words.
    Text {
        /// The words.
        text: String,
    },
    /// A live figure.
    Figure {
        /// Figure id.
        id: String,
        /// Exactly or rounded down.
        shown: Shown,
    },
}

/// A paragraph or a heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Block {
    /// 0 paragraph; 2 （一）, 3 1., 4 （1）. Numbers are made, never typed. A heading whose text goes on
    /// after its first 「。」, 「？」 or 「！」 runs into its paragraph.
    pub level: u8,
    /// Its pieces in order.
    pub inlines: Vec<Inline>,
}

/// The text of a part.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Narrative {
    /// In order.
    pub blocks: Vec<Block>,
}

/// Longest text of a part, characters. Far above any report, far below what would hurt.
const LONGEST: usize = 200_000;

impl Narrative {
    /// Whether the text can be kept.
    ///
    /// # Errors
    /// `narrative.level` for a heading level that no report has, `narrative.too_long`.
    pub fn check(&self) -> Result<(), Failure> {
        if let Some(block) = self.blocks.iter().find(|b| !matches!(b.level, 0 | 2..=4)) {
            return Err(Failure::new(
                "narrative.level",
                format!("正文里有 {} 级标题，报告只用二、三、四级", block.level),
                "请把它改成正文或者（一）、1.、（1）中的一种",
            ));
        }
        let length: usize = self.blocks.iter().flat_map(|b| &b.inlines).map(Inline::length).sum();
        if length > LONGEST {
            return Err(Failure::new(
                "narrative.too_long",
                format!("这一部分有 {length} 字，超过了 {LONGEST} 字"),
                "请检查是否粘贴了别的文件",
            ));
        }
        Ok(())
    }

    /// The text without blocks that hold nothing.
    pub fn without_empty_blocks(&self) -> Self {
        let blank = |inline: &Inline| matches!(inline, Inline::Text { text } if text.trim().is_empty());
        Self { blocks: self.blocks.iter().filter(|b| !b.inlines.iter().all(blank)).cloned().collect() }
    }

    /// A text written with marks, see [`place`]: the level and the words of each block.
    pub fn from_marked(blocks: &[(u8, &str)]) -> Self {
        let block = |(level, marked): &(u8, &str)| {
            let mut inlines = Vec::new();
            place(marked, &mut inlines);
            Block { level: *level, inlines }
        };
        Self { blocks: blocks.iter().map(block).collect() }
    }

    /// Every figure id in the text, in order, repeated where it is repeated.
    pub fn figures(&self) -> impl Iterator<Item = &str> {
        self.blocks.iter().flat_map(|b| &b.inlines).filter_map(|inline| match inline {
            Inline::Figure { id, .. } => Some(id.as_str()),
            Inline::Text { .. } => None,
        })
    }

    /// Another year's text for use in `to`: its own year, the one before and the one after move along
    /// (「比2017年」, 「2018年」, 「2019年打算」), but not the year of a decree (「2018年修订」).
    pub fn moved(&self, from: i32, to: i32) -> Self {
        let mut moved = self.clone();
        for inline in moved.blocks.iter_mut().flat_map(|b| &mut b.inlines) {
            if let Inline::Text { text } = inline {
                *text = years_moved(text, from, to);
            }
        }
        moved
    }

    /// The words, a block a line, with each figure as `say` gives it.
    pub fn plain(&self, say: impl Fn(&str, Shown) -> String) -> String {
        let line = |block: &Block| -> String {
            let words = block.inlines.iter().map(|inline| match inline {
                Inline::Text { text } => text.clone(),
                Inline::Figure { id, shown } => say(id, *shown),
            });
            words.collect()
        };
        self.blocks.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

/// Words behind a year that make it the year of something fixed.
const FIXED: [&str; 5] = ["修订", "修正", "施行", "公布", "印发"];

fn years_moved(text: &str, from: i32, to: i32) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('年') {
        let (before, behind) = (&rest[..at], &rest[at + '年'.len_utf8()..]);
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let (words, year) = before.split_at(before.len() - digits);
        out.push_str(words);
        let near = year.parse::<i32>().ok().filter(|y| digits == 4 && (from - 1..=from + 1).contains(y));
        match near.filter(|_| !FIXED.iter().any(|fixed| behind.starts_with(fixed))) {
            Some(year) => out.push_str(&(year + to - from).to_string()),
            None => out.push_str(year),
        }
        out.push('年');
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// Cuts a marked text at its figure places: `{id}` is a figure, `{~id}` one rounded down.
pub fn place(marked: &str, inlines: &mut Vec<Inline>) {
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((id, tail)) = after.split_once('}') else { break };
        push_text(before, inlines);
        let (shown, id) = match id.strip_prefix('~') {
            Some(id) => (Shown::About, id),
            None => (Shown::Exact, id),
        };
        inlines.push(Inline::Figure { id: id.to_owned(), shown });
        rest = tail;
    }
    push_text(rest, inlines);
}

fn push_text(text: &str, inlines: &mut Vec<Inline>) {
    if text.is_empty() {
        return;
    }
    match inlines.last_mut() {
        Some(Inline::Text { text: last }) => last.push_str(text),
        _ => inlines.push(Inline::Text { text: text.to_owned() }),
    }
}

impl Inline {
    fn length(&self) -> usize {
        match self {
            Self::Text { text } => text.chars().count(),
            Self::Figure { .. } => 1,
        }
    }
}

/// Numbers the blocks of a part as the standard does: （一）, 1., （1）; a higher heading starts the lower
/// ones anew (GB/T 9704—2012 7.3.3). Paragraphs get the empty text.
pub fn numbers(blocks: &[Block]) -> Vec<String> {
    let (mut second, mut third, mut fourth) = (0, 0, 0);
    blocks
        .iter()
        .map(|block| match block.level {
            2 => {
                (second, third, fourth) = (second + 1, 0, 0);
                format!("（{}）", numeral(second))
            }
            3 => {
                (third, fourth) = (third + 1, 0);
                format!("{third}.")
            }
            4 => {
                fourth += 1;
                format!("（{fourth}）")
            }
            _ => String::new(),
        })
        .collect()
}

/// 一, 二, … 十, 十一, … 九十九; above that the digits.
pub fn numeral(n: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: u32| DIGITS.get(n as usize).copied().unwrap_or_default();
    match n {
        0 => "〇".to_owned(),
        1..=9 => digit(n).to_owned(),
        10..=19 => format!("十{}", digit(n - 10)),
        20..=99 => format!("{}十{}", digit(n / 10), digit(n % 10)),
        _ => n.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(level: u8, text: &str) -> Block {
        Block { level, inlines: vec![Inline::Text { text: text.to_owned() }] }
    }

    #[test]
    fn numbers_restart_under_a_higher_heading() {
        let blocks = [(2, "甲"), (3, "a"), (3, "b"), (4, "x"), (0, "文"), (2, "乙"), (3, "c"), (4, "y")];
        let blocks: Vec<_> = blocks.iter().map(|(level, text)| block(*level, text)).collect();
        assert_eq!(numbers(&blocks), ["（一）", "1.", "2.", "（1）", "", "（二）", "1.", "（1）"]);
    }

    #[test]
    fn numerals() {
        let read: Vec<_> = [1, 10, 11, 20, 21, 99, 100].map(numeral).to_vec();
        assert_eq!(read, ["一", "十", "十一", "二十", "二十一", "九十九", "100"]);
    }

    #[test]
    fn last_years_text_speaks_of_this_year() {
        let text = Narrative { blocks: vec![block(0, "2018年度，自2018年1月1日起，20180308")] };
        let moved = text.moved(2018, 2019);
        assert_eq!(moved.blocks[0], block(0, "2019年度，自2019年1月1日起，20180308"));
        let text = Narrative {
            blocks: vec![block(0, "比2017年多，2019年打算，2008年起，办法（2018年修订）")],
        };
        let moved = text.moved(2018, 2019);
        assert_eq!(moved.blocks[0], block(0, "比2018年多，2020年打算，2008年起，办法（2018年修订）"));
    }

    #[test]
    fn a_first_level_heading_belongs_to_the_format() {
        let text = Narrative { blocks: vec![block(1, "甲")] };
        assert_eq!(text.check().unwrap_err().code, "narrative.level");
    }
}
