//! Two full stops where one belongs.

use super::said::in_report;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.doubled_marks",
    group: Group::Text,
    severity: Severity::Hint,
    title: "标点没有重复",
    basis: "删改时留下的标点",
    advice: "删去多余的标点",
    check,
};

const MARKS: &[&str] =
    &["。。", "，，", "；；", "、、", "：：", "，。", "。，", "、。", "；。", "，；", "。；", "、，"];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for (part, words) in dossier.parts.iter().zip(&dossier.words().parts).filter(|(p, _)| in_report(p)) {
        for line in words.text.lines() {
            let Some(mark) = MARKS.iter().find(|mark| line.contains(**mark)) else { continue };
            let at = line.find(mark).unwrap_or(0);
            let before = line[..at].char_indices().rev().nth(7).map_or(0, |(place, _)| place);
            let start = (line.as_ptr() as usize) - (words.text.as_ptr() as usize);
            let quote = part.text.get(start + before..start + at + mark.len()).unwrap_or_default();
            out.push(Finding::of(&RULE, format!("标点「{mark}」用重了")).at_text(&part.id, quote));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn two_stops() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "定期召开会议。。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
    }
}
