//! A cell of a published table with a stroke in it: 空 is not 0, and a stroke is neither.

use super::said::in_report;
use crate::rules::{Dossier, Finding, Group, Origin, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.cell_dash",
    group: Group::Text,
    severity: Severity::Warning,
    title: "表格里没有的填 0，不画线",
    basis: "填报要求：没有的填 0；空白、斜杠、横线都不是 0",
    advice: "没有的填 0，有的填上数字",
    check,
};

/// What is drawn where nothing is to be said.
const STROKES: &[&str] = &["/", "／", "\\", "-", "－", "—", "——", "–"];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    // A report out of the ledgers has its cells checked one by one.
    if dossier.origin != Origin::Text {
        return;
    }
    for (part, words) in dossier.parts.iter().zip(&dossier.words().parts).filter(|(part, _)| in_report(part))
    {
        let tables = dossier.format.tables.iter().any(|table| table.part == part.id);
        for sentence in words.sentences.iter().filter(|_| tables) {
            let row = &words.text[sentence.span.clone()];
            let stroke = row.split(['|', ' ', '\t', '　']).skip(1).find(|cell| STROKES.contains(cell));
            if let Some(stroke) = stroke.filter(|_| !row.ends_with('。')) {
                let message = format!("表格里有一格填的是「{stroke}」，不是数字");
                let quote = part.text.get(sentence.span.clone()).unwrap_or_default();
                out.push(Finding::of(&RULE, message).at_text(&part.id, quote));
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_stroke_instead_of_a_number() {
        let mut dossier = clean();
        dossier.origin = Origin::Text;
        add(&mut dossier, "disclosure", "行政许可 | 0\n行政处罚 | /\n行政强制 | /");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains('/'));
    }

    #[test]
    fn numbers_and_words_are_none() {
        let mut dossier = clean();
        dossier.origin = Origin::Text;
        add(&mut dossier, "disclosure", "信息内容 | 本年处理决定数量\n行政处罚 | 0");
        nothing(&dossier);
    }
}
