//! 「（一）」, 「（二）」: the numbers of headings inside a part, where they stand in the words.

use std::ops::Range;

use crate::reading::small_number;

/// A number of a heading.
pub(in crate::rules) struct Marker {
    /// 1 for （一）.
    pub number: usize,
    /// Where it stands.
    pub span: Range<usize>,
}

/// Every number of a heading, in order.
pub(in crate::rules) fn markers(text: &str) -> Vec<Marker> {
    let mut found = Vec::new();
    for (at, open) in text.match_indices(['（', '(']) {
        let inside = &text[at + open.len()..];
        let Some(close) = inside.find(['）', ')']).filter(|close| *close <= 9) else { continue };
        let chinese = |c: char| "一二三四五六七八九十".contains(c);
        let numeral = &inside[..close];
        let heads =
            text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || "。；;…：:".contains(c));
        if heads && !numeral.is_empty() && numeral.chars().all(chinese) {
            let sign = inside[close..].chars().next().map_or(0, char::len_utf8);
            let end = at + open.len() + close + sign;
            found.extend(small_number(numeral).map(|number| Marker { number, span: at..end }));
        }
    }
    found
}

/// The words of a heading behind its number.
pub(in crate::rules) fn head_words(text: &str, marker: &Marker) -> String {
    let words = text[marker.span.end..]
        .split(['。', '\n', '：', ':', '，', ',', ' ', '…'])
        .next()
        .unwrap_or_default();
    words.trim().to_owned()
}

/// Whether a line alone among the words looks like a heading that lost its number.
pub(super) fn bare_head(text: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim();
        let short = (4..=12).contains(&line.chars().count());
        short
            && (line.ends_with("情况") || line.ends_with("公开"))
            && !line.contains(['。', '，', '、', '：', '（', '('])
    })
}
