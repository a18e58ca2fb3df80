//! A number that changed by more than half against last year asks for a line of explanation. One change is
//! said once: totals where there are totals, single cells where there are none.

use std::collections::HashSet;

use super::year_in_force::is_balance;
use crate::figure::Figure;
use crate::number::Decimal;
use crate::rules::{Dossier, Finding, Group, LastYear, Place, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "year.change",
    group: Group::Identities,
    severity: Severity::Warning,
    title: "与上年相比变化过半",
    basis: "逐年数据应当可比，同比变化较大的要能说明原因",
    advice: "核对这个数；确实如此的，写一句原因作为情况说明，也可以写进第五部分",
    check,
};

/// Totals of the text that a township's report lives on.
const TOTALS: [&str; 4] = ["disclosure.total", "inquiry.total", "hotline.total", "complaint.total"];
/// Fewer more or less than this are no change worth a word.
const LEAST: i64 = 5;

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let Some(last) = &dossier.last else { return };
    let added_up: HashSet<&str> =
        dossier.figures.cells().flat_map(|cell| &cell.sum).map(String::as_str).collect();
    let cells = dossier.figures.cells().filter(|cell| !added_up.contains(cell.id.as_str()));
    let cells = cells.filter(|cell| !follows(dossier, cell));
    let totals = TOTALS.iter().filter_map(|id| dossier.figures.get(id));
    // A total of the text that stands in a table too is looked at there.
    let totals = totals.filter(|total| dossier.figures.cells().all(|cell| cell.behind != total.behind));
    out.extend(cells.chain(totals).filter_map(|figure| changed(last, figure)));
}

/// What follows from other cells (in force, carried over, a result, the total of totals), and 规章, which
/// a rule of their own speaks of.
fn follows(dossier: &Dossier, cell: &Figure) -> bool {
    let Some(place) = &cell.place else { return false };
    let Some(table) = dossier.format.table(&place.table) else { return false };
    let Some(row) = table.rows.iter().find(|row| row.id == place.row) else { return false };
    let column = table.columns.iter().find(|column| column.id == place.column);
    let both_ways = column.is_some_and(|column| !column.sum.is_empty());
    let result = both_ways && table.rows.iter().any(|other| other.sum.contains(&row.id));
    let corner = both_ways && !row.sum.is_empty();
    result || corner || row.carried.is_some() || is_balance(cell) || place.row_label == "规章"
}

fn changed(last: &LastYear, figure: &Figure) -> Option<Finding> {
    let (now, before) = (figure.value.number()?, last.values.get(&figure.id)?.number()?);
    let (low, high) = if now < before { (now, before) } else { (before, now) };
    let by = high.checked_sub(low)?;
    if by < Decimal::whole(LEAST) || by.checked_add(by)? <= before {
        return None;
    }
    let name = name(figure);
    let (now_text, before_text) = (figure.value.text(), last.values.get(&figure.id)?.text());
    let way = if now > before { "增加" } else { "减少" };
    let share = share(by, before).map_or_else(String::new, |share| format!("（{share}%）"));
    let unit = &figure.unit;
    let message = format!("「{name}」由{}年的 {before_text} 变为 {now_text}，{way} {by}{share}", last.year);
    let finding = Finding::of(&RULE, message)
        .sides((&name, &format!("{now_text}{unit}")), ("上年", &format!("{before_text}{unit}")))
        .at_figure(&figure.id);
    Some(match &figure.behind {
        Some(behind) => finding.at(Place::Records { behind: behind.clone() }),
        None => finding,
    })
}

/// Whole per cent.
fn share(by: Decimal, before: Decimal) -> Option<i64> {
    (before > Decimal::ZERO).then(|| by.millionths().saturating_mul(100) / before.millionths())
}

/// Row and column without their numbers in the form: 本年新收政府信息公开申请数量.
fn name(figure: &Figure) -> String {
    let Some(place) = &figure.place else { return figure.label.clone() };
    let row = place
        .row_label
        .trim_start_matches(|c: char| "一二三四五六七八九十（）、.".contains(c) || c.is_ascii_digit());
    let column = if place.column == "total" { "" } else { place.column_label.as_str() };
    format!("{row}{column}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn more_than_half_as_many_again() {
        let mut dossier = clean();
        set(&mut dossier, "t2.permit", 21);
        last(&mut dossier, "t2.permit", 10);
        let found = only(&dossier, RULE.id);
        assert!(found[0].message.contains("增加 11（110%）"), "{}", found[0].message);
        set(&mut dossier, "t2.permit", 15);
        nothing(&dossier);
    }

    #[test]
    fn a_handful_is_no_change() {
        let mut dossier = clean();
        set(&mut dossier, "t2.penalty", 4);
        nothing(&dossier);
        set(&mut dossier, "t2.penalty", 5);
        assert!(!only(&dossier, RULE.id)[0].message.contains('%'), "no share of nothing");
    }

    #[test]
    fn one_change_is_said_once_and_by_the_total() {
        let mut dossier = clean();
        for (cell, n) in [("new.natural", 4), ("new.total", 6), ("carried.natural", 1), ("carried.total", 1)]
        {
            last(&mut dossier, &format!("t3.{cell}"), n);
        }
        for (row, natural, total) in [("new", 17, 19), ("result.granted", 14, 15), ("result.total", 17, 19)] {
            set(&mut dossier, &format!("t3.{row}.natural"), natural);
            set(&mut dossier, &format!("t3.{row}.total"), total);
        }
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        let this = &found[0].sides.as_ref().unwrap().0;
        assert_eq!((this.label.as_str(), this.value.as_str()), ("本年新收政府信息公开申请数量", "19件"));
    }

    #[test]
    fn a_total_of_the_text() {
        let mut dossier = clean();
        set(&mut dossier, "disclosure.total", 90);
        last(&mut dossier, "disclosure.total", 200);
        assert!(only(&dossier, RULE.id)[0].message.contains("减少 110（55%）"));
    }
}
