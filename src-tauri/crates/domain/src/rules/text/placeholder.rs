//! A place that somebody meant to fill in later.

use std::ops::Range;

use super::phrases::{Where, phrases};
use super::said::said;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.placeholder",
    group: Group::Text,
    severity: Severity::Warning,
    title: "没有留下待填的空",
    basis: "报告应当填写完整",
    advice: "把这一处补上",
    check,
};

/// What gives it away.
const WORDS: &[&str] = &[
    "××",
    "XX",
    "xx年",
    "【】",
    "【待",
    "（待",
    "(待",
    "待补充",
    "待填",
    "__",
    "＿＿",
    "〇〇",
    "（）",
    "( )",
    "（ ）",
];

/// Units whose number may be left out by mistake.
const UNITS: &[&str] = &["人次", "万元", "条", "件", "次", "项", "份", "篇", "场", "期", "元", "个", "人"];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    phrases(dossier, &RULE, WORDS, Where::Words, |words| format!("「{words}」这一处还没有填"), out);
    for said in said(dossier) {
        if let Some(gap) = gap(said.text) {
            let start = said.sentence.span.start;
            let quote = said.piece(&(start + gap.start..start + gap.end));
            let message = format!("「{quote}」这一处还没有填数");
            out.push(Finding::of(&RULE, message).at_text(&said.part.id, quote));
        }
    }
}

/// 「召开会议 次，」: blanks where the number should stand, from the word before them to the unit.
fn gap(text: &str) -> Option<Range<usize>> {
    let chinese = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
    UNITS.iter().find_map(|unit| {
        text.match_indices(unit).find_map(|(at, _)| {
            let end = at + unit.len();
            let closed =
                text[end..].chars().next().is_none_or(|c| matches!(c, '，' | '。' | '、' | '；' | ','));
            let before = text[..at].trim_end_matches([' ', '　', '\u{a0}']);
            let word = before.chars().next_back().filter(chinese).filter(|c| *c != '位');
            let word = word.filter(|_| before.len() < at && closed)?;
            Some(before.len() - word.len_utf8()..end)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn is_seen() {
        for words in ["全年召开会议××次。", "全年召开会议__次。", "全年召开会议 次，培训2次。"]
        {
            let mut dossier = clean();
            add(&mut dossier, "overview", words);
            assert_eq!(only(&dossier, RULE.id).len(), 1, "{words}");
        }
    }

    #[test]
    fn blanks_around_numbers_are_no_gap() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "全年召开会议 3 次，培训 2次。 条目清楚 件件有着落。");
        nothing(&dossier);
    }
}
