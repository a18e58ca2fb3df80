//! The same words twice in a row.

use super::said::in_report;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.repeated_words",
    group: Group::Text,
    severity: Severity::Warning,
    title: "没有叠字",
    basis: "打字或粘贴时重复",
    advice: "删去重复的字",
    check,
};

/// Words that may stand twice with what follows.
const MAY: &[(&str, &str)] = &[
    ("公开", "栏"),
    ("公开", "平台"),
    ("公开", "目录"),
    ("公开", "指南"),
    ("信息", "化"),
    ("工作", "人员"),
    ("村", ""),
];

/// Whose 政府 it is: 「人民政府政府信息公开」, 「镇政府政府网站」, but not 「推进政府政府信息公开」.
const WHOSE: &[char] =
    &['民', '省', '市', '州', '盟', '县', '区', '旗', '乡', '镇', '级', '本', '我', '各', '方', '上'];

/// Characters alone that never stand twice.
const NEVER_TWICE: &[char] = &['的', '和', '在', '是', '与', '为', '对', '及', '将'];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let parts = dossier.parts.iter().zip(&dossier.words().parts).filter(|(part, _)| in_report(part));
    for (part, words) in parts {
        for word in repeated(&words.text) {
            let message = format!("「{word}」重复了");
            let at = words.text.find(&word.repeat(2)).unwrap_or(0);
            let quote = part.text.get(at..at + 2 * word.len()).unwrap_or_default();
            out.push(Finding::of(&RULE, message).at_text(&part.id, quote));
        }
        for word in repeated(&words.heading) {
            let message = format!("标题「{}」里「{word}」重复了", part.heading);
            out.push(Finding::of(&RULE, message).at_text(&part.id, ""));
        }
    }
}

/// Words of two to eight characters that stand twice in a row.
fn repeated(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let size = c.len_utf8();
        // All characters of Chinese words have three bytes.
        let doubled = (size == 3).then(|| (1..=8).rev().find(|n| doubled(bytes, at, n * 3))).flatten();
        if let Some(n) = doubled {
            let word = &text[at..at + n * 3];
            let behind = &text[at + n * 6..];
            let whose = word == "政府" && text[..at].ends_with(WHOSE);
            let may = whose || MAY.iter().any(|(w, next)| word == *w && behind.starts_with(next));
            if is_word(word, n) && !may {
                found.push(word);
            }
            at += n * 6;
        } else {
            at += size;
        }
    }
    found
}

fn doubled(bytes: &[u8], at: usize, length: usize) -> bool {
    bytes.get(at..at + length).is_some_and(|word| bytes.get(at + length..at + 2 * length) == Some(word))
}

fn is_word(word: &str, length: usize) -> bool {
    let chinese = word.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let same = word.chars().all(|c| word.starts_with(c));
    chinese
        && if length == 1 {
            word.starts_with(NEVER_TWICE)
        } else {
            !same && !word.starts_with(['一', '逐'])
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn typed_twice() {
        for words in ["主动公开工作工作有序推进。", "全面推进政府政府信息公开平台建设。"]
        {
            let mut dossier = clean();
            add(&mut dossier, "overview", words);
            assert_eq!(only(&dossier, RULE.id).len(), 1, "{words}");
        }
    }

    #[test]
    fn grammar_wants_it() {
        let mut dossier = clean();
        add(
            &mut dossier,
            "overview",
            "下达河乡人民政府政府信息公开专栏、县政府政府网站运行正常，事项一件一件常常更新。",
        );
        nothing(&dossier);
    }
}
