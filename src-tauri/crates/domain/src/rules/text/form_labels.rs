//! Labels of a table that are not this year's, or stand twice.

use super::said::in_report;
use crate::format::Format;
use crate::rules::Origin;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.form_labels",
    group: Group::Text,
    severity: Severity::Warning,
    title: "表格用本年度格式的栏目",
    basis: "国务院办公厅印发的年度报告格式，栏目名称照原文",
    advice: "换用本年度格式的表格，栏目照原文写",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    // The office's own tables are drawn from the format and cannot be wrong.
    if dossier.origin != Origin::Text {
        return;
    }
    let others = foreign_labels(dossier);
    for (part, words) in dossier.parts.iter().zip(&dossier.words().parts).filter(|(part, _)| in_report(part))
    {
        let spans: Vec<_> = words.sentences.iter().filter(|s| s.table).map(|s| s.span.clone()).collect();
        let (Some(first), Some(last)) = (spans.first(), spans.last()) else { continue };
        let table = &words.text[first.start..last.end];
        let found: Vec<&str> =
            others.iter().map(String::as_str).filter(|label| table.contains(label)).collect();
        if let Some(label) = found.first() {
            let message = format!("表格的栏目{}不是 {} 年度格式的", quoted(&found), dossier.year);
            out.push(Finding::of(&RULE, message).at_text(&part.id, label));
        } else if let Some(label) = old_row(dossier, table) {
            let message = format!("行名写「{label}」，{} 年度格式是「行政{label}」", dossier.year);
            out.push(
                Finding::of(&RULE, message)
                    .sides(("报告", label), ("格式", "行政规范性文件"))
                    .at_text(&part.id, label),
            );
        }
        if let Some(label) = twice(table) {
            out.push(Finding::of(&RULE, format!("两个栏目都写「{label}」")).at_text(&part.id, label));
        }
    }
}

fn quoted(labels: &[&str]) -> String {
    labels.iter().map(|label| format!("「{label}」")).collect()
}

/// Labels that only other forms have.
fn foreign_labels(dossier: &Dossier) -> Vec<String> {
    let all = Format::embedded().unwrap_or_default();
    let others = all.into_iter().filter(|other| other.id != dossier.format.id && !other.basis.is_empty());
    others.flat_map(|other| other.marks).filter(|mark| !dossier.format.marks.contains(mark)).collect()
}

/// 「规范性文件」 where the form has 「行政规范性文件」.
fn old_row(dossier: &Dossier, table: &str) -> Option<&'static str> {
    const ROW: &str = "规范性文件";
    let formal =
        dossier.format.tables.iter().flat_map(|t| &t.rows).any(|row| row.label == format!("行政{ROW}"));
    let bare = table.match_indices(ROW).any(|(at, _)| {
        let row =
            table[at + ROW.len()..].trim_start_matches([' ', '|']).starts_with(|c: char| c.is_ascii_digit());
        row && !table[..at].ends_with("行政")
    });
    (formal && bare).then_some(ROW)
}

/// A label that follows itself.
fn twice(table: &str) -> Option<&str> {
    let cells: Vec<&str> = table.split(['|', '\n']).map(str::trim).collect();
    let pair = cells.windows(2).find(|pair| matches!(pair, [a, b] if a == b && a.chars().count() >= 4 && !a.starts_with(|c: char| c.is_ascii_digit())));
    pair.and_then(|pair| pair.first().copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn columns_of_the_trial_form() {
        let text = "青石岭镇2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（一）项 | 信息内容 | 本年新制作数量 | 本年新公开数量 | 规章 0 0 0\n……[截断]";
        let dossier = crate::reading::read(text, crate::reading::Known::default()).unwrap();
        let found = only(&dossier, RULE.id);
        assert!(found[0].message.contains("本年新制作数量"));
    }

    #[test]
    fn a_column_twice_and_a_row_without_its_adjective() {
        for table in [
            "本年制发件数 | 本年制发件数 | 现行有效件数 | 规章 0 0 0",
            "本年制发件数 | 本年废止件数 | 规章 0 0 0 | 规范性文件 0 0 0",
        ] {
            let text = format!(
                "青石岭镇2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（一）项 | {table}\n……[截断]"
            );
            let dossier = crate::reading::read(&text, crate::reading::Known::default()).unwrap();
            assert_eq!(only(&dossier, RULE.id).len(), 1);
        }
    }
}
