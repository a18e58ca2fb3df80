//! Quotation marks, brackets and book titles come in pairs.

use super::said::{Said, said};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.unpaired",
    group: Group::Text,
    severity: Severity::Hint,
    title: "引号、括号、书名号成对",
    basis: "少一半的引号、括号多半是删改时留下的",
    advice: "补上另一半，或者删去多余的一半",
    check,
};

const PAIRS: &[(&[char], &[char])] = &[
    (&['“'], &['”']),
    (&['（', '('], &['）', ')']),
    (&['《'], &['》']),
    (&['【'], &['】']),
    (&['「'], &['」']),
];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let sentences: Vec<Said<'_>> = said(dossier).collect();
    // A quotation may hold a whole sentence: a line is looked at as one.
    for line in sentences.chunk_by(|a, b| std::ptr::eq(a.part, b.part) && a.sentence.line == b.sentence.line)
    {
        let (Some(first), Some(last)) = (line.first(), line.last()) else { continue };
        if line.iter().any(|said| said.sentence.open) {
            continue;
        }
        let text = first.folded(first.sentence.span.start..last.sentence.span.end);
        let Some(pair) = PAIRS.iter().find(|pair| !is_paired(text, pair)) else { continue };
        let signs: String = pair.0.iter().take(1).chain(pair.1.iter().take(1)).collect();
        let finding = Finding::of(&RULE, format!("「{signs}」没有成对"));
        let at = line.iter().find(|said| !is_paired(said.text, pair)).unwrap_or(first);
        out.push(finding.at_text(&at.part.id, at.quote()));
    }
}

/// 「1）」 and 「一)」 number things and open nothing.
fn is_paired(text: &str, (open, close): &(&[char], &[char])) -> bool {
    let mut depth = 0_i32;
    let mut before = ' ';
    for c in text.chars() {
        if open.contains(&c) {
            depth += 1;
        } else if close.contains(&c) {
            let numbers = before.is_ascii_digit() || "一二三四五六七八九十①②③④⑤".contains(before);
            if depth == 0 && !numbers {
                return false;
            }
            depth = (depth - 1).max(0);
        }
        before = c;
    }
    depth == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn half_a_bracket() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "依托微信公众号（下达河发布及时公开信息。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn numbered_items() {
        for words in ["一是做好公开；1）及时更新；2）定期检查。", "开展“公开为民。”活动。"]
        {
            let mut dossier = clean();
            add(&mut dossier, "overview", words);
            nothing(&dossier);
        }
    }
}
