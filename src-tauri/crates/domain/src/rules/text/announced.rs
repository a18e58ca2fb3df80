//! What a report says about its own parts: how many, and which.

use super::said::{Said, any, said};
use crate::reading::small_number;
use crate::rules::Dossier;

/// A sentence that says of how many parts a report is made.
pub(super) struct Announced<'a> {
    /// The sentence.
    pub said: Said<'a>,
    /// How many.
    pub count: usize,
    /// How many it lists, at least and at most; `None` where it lists none.
    pub listed: Option<(usize, usize)>,
}

/// Every such sentence.
pub(super) fn announced(dossier: &Dossier) -> impl Iterator<Item = Announced<'_>> {
    let early = |said: &Said<'_>| matches!(said.part.id.as_str(), "preamble" | "overview");
    said(dossier).filter(early).filter_map(|said| {
        let whole = any(said.text, &["报告", "年报", "全文", "本文"]).is_some();
        let made = any(said.text, &["组成", "包括", "包含", "分为", "共", "主要从", "由"]).is_some();
        let (at, count) = counted(said.text).filter(|_| whole && made)?;
        let listed = listed(said.text, at);
        // 「四个方面」 counts parts only where it lists them.
        let parts = said.text[at..].contains("部分") || listed.is_some();
        parts.then_some(Announced { said, count, listed })
    })
}

/// The number before 「部分」 or 「方面」, and where it stands.
fn counted(text: &str) -> Option<(usize, usize)> {
    for word in ["部分", "方面", "板块"] {
        for (at, _) in text.match_indices(word) {
            let before = text[..at].trim_end_matches(['个', '大', ' ']);
            let is_numeral = |c: &char| c.is_ascii_digit() || "一二三四五六七八九十两".contains(*c);
            let numeral: Vec<char> = before.chars().rev().take_while(is_numeral).collect();
            let numeral: String = numeral.into_iter().rev().collect();
            let start = before.len() - numeral.len();
            let ordinal = before[..start].ends_with('第');
            if let Some(count) = small_number(&numeral).filter(|n| (2..=20).contains(n) && !ordinal) {
                return Some((start, count));
            }
        }
    }
    None
}

/// Parts by the words in their names.
const NAMES: &[&[&str]] = &[
    &["概述", "总体情况", "概况", "基本情况"],
    &["主动公开", "公开的内容"],
    &["申请公开", "公开申请", "依申请"],
    &["复议", "诉讼"],
    &["收费", "减免", "费用"],
    &["咨询", "投诉"],
    &["问题", "改进"],
    &["工作人员", "机构建设", "会议"],
    &["其他", "需要报告", "需要说明"],
    &["附表", "统计表"],
    &["解读", "回应"],
];

/// How many parts are named before the number, or behind it after a colon: at least and at most, for
/// 「其他事项和附表」 may be one or two.
fn listed(text: &str, at: usize) -> Option<(usize, usize)> {
    let before = run(text[..at]
        .rsplit(SEPARATORS)
        .skip_while(|item| kinds(item).is_empty() && item.chars().count() <= 6));
    let behind = || run(text[at..].split_once(['：', ':'])?.1.split(SEPARATORS));
    before.or_else(behind)
}

const SEPARATORS: &[char] = &['、', '，', ',', '；', ';', '：', ':', '。'];

/// Names of parts one after the other, as far as they are known.
fn run<'a>(items: impl Iterator<Item = &'a str>) -> Option<(usize, usize)> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for item in items {
        let kinds = kinds(item);
        if kinds.is_empty() {
            break;
        }
        // 「行政复议、行政诉讼情况」 is one part.
        if groups.last() == Some(&kinds) && kinds.len() == 1 {
            continue;
        }
        groups.push(kinds);
    }
    (groups.len() >= 3).then(|| (groups.len(), groups.iter().map(Vec::len).sum()))
}

/// Which parts a name may stand for.
fn kinds(item: &str) -> Vec<usize> {
    let named = |(n, words): (usize, &&[&str])| any(item, words).is_some().then_some(n);
    let mut kinds: Vec<usize> = NAMES.iter().enumerate().filter_map(named).collect();
    // 「因政府信息公开申请行政复议」 is about disputes alone.
    if kinds.contains(&3) {
        kinds.retain(|kind| *kind != 2);
    }
    kinds
}
