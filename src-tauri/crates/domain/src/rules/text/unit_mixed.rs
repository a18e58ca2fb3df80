//! A unit that does not go with what is counted, or stands in a cell.

use super::said::{any, in_report, said};
use crate::rules::Origin;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.unit_mixed",
    group: Group::Text,
    severity: Severity::Warning,
    title: "单位用对",
    basis: "申请用「件」，信息用「条」，采购项目用「个」；单元格里只填数",
    advice: "改用合适的单位；表格里删去单位",
    check,
};

/// What is counted, and units that it is not counted in.
const WRONG: &[(&[&str], &[&str])] = &[
    (&["项目数量", "采购项目"], &["次", "人次", "条"]),
    (&["收到申请", "公开申请", "受理申请"], &["次", "人次", "人"]),
    (&["公开政府信息", "公开信息"], &["次", "人次", "人", "元"]),
    (&["行政许可", "行政处罚"], &["次", "条", "人次"]),
];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for said in said(dossier) {
        for number in said.counts().filter(|n| !n.unit.is_empty()) {
            let before = said.before(number).trim_end();
            let wrong = WRONG.iter().find(|(nouns, units)| {
                units.contains(&number.unit)
                    && nouns
                        .iter()
                        .any(|noun| before.ends_with(noun) || before.ends_with(&format!("{noun}数")))
            });
            if wrong.is_some() {
                let message = format!("「{}{}」的单位用得不对", tail(before), said.piece(&number.span));
                out.push(Finding::of(&RULE, message).at_text(&said.part.id, said.around(number)));
            }
        }
    }
    if dossier.origin == Origin::Text {
        in_cells(dossier, out);
    }
}

/// The last words before a number.
fn tail(before: &str) -> &str {
    let start = before.char_indices().rev().nth(7).map_or(0, |(at, _)| at);
    &before[start..]
}

/// A unit behind the number of a cell.
fn in_cells(dossier: &Dossier, out: &mut Vec<Finding>) {
    for (part, words) in dossier.parts.iter().zip(&dossier.words().parts).filter(|(part, _)| in_report(part))
    {
        for number in words.sentences.iter().filter(|s| s.table).flat_map(|s| &s.numbers) {
            let before = words.text[..number.span.start].chars().next_back();
            let alone = before.is_some_and(|c| c.is_whitespace() || c == '|');
            if alone && any(number.unit, &["元", "件", "项", "次", "条"]).is_some() {
                let cell = part.text.get(number.span.clone()).unwrap_or_default();
                let message = format!("单元格里写的是「{cell}」，应当只填数");
                out.push(Finding::of(&RULE, message).at_text(&part.id, cell));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn projects_counted_in_times() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "政府集中采购项目数量3次。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn a_unit_in_a_cell() {
        let text = "青石岭镇2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（九）项 | 采购项目数量 | 采购总金额 | 政府集中采购 6 152790元\n……[截断]";
        let dossier = crate::reading::read(text, crate::reading::Known::default()).unwrap();
        let found = only(&dossier, RULE.id);
        assert!(found[0].message.contains("152790元"));
    }
}
