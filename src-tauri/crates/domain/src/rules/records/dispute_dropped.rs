//! A dispute that was pending at the end of last year goes on in this year's ledger.

use super::kept::{Span, counts, text};
use crate::figure::Figure;
use crate::number::Decimal;
use crate::query::AFTER_YEAR;
use crate::rules::{Dossier, Finding, Group, LastYear, Origin, Place, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.dispute_dropped",
    group: Group::Records,
    severity: Severity::Warning,
    title: "上年尚未审结的案件都有下落",
    basis: "上年报告“尚未审结”的案件，本年应当有审结结果或者继续列为尚未审结",
    advice: "在台账里找出这些案件：漏登的补登，审结了的填结果和审结日期",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let Some(last) = dossier.last.as_ref().filter(|_| dossier.origin == Origin::Office) else { return };
    out.extend(dossier.figures.cells().filter_map(|cell| dropped(dossier, last, cell)));
}

fn dropped(dossier: &Dossier, last: &LastYear, cell: &Figure) -> Option<Finding> {
    let behind = cell.behind.as_ref().filter(|behind| behind.ledger == "dispute")?;
    if !behind.filter.get("closed_on")?.iter().any(|accepted| accepted == AFTER_YEAR) {
        return None;
    }
    let pending = last.values.get(&cell.id)?.number().filter(|n| *n > Decimal::ZERO)?;
    let mut filter = behind.filter.clone();
    filter.remove("closed_on");
    let span = Span::of(dossier.year);
    let from_before =
        dossier.records.of("dispute").iter().filter(|record| {
            counts(&filter, record, &span) && text(record, "filed_on") < span.first.as_str()
        });
    let kept = Decimal::whole(i64::try_from(from_before.count()).unwrap_or(i64::MAX));
    if kept >= pending {
        return None;
    }
    let message = format!(
        "{}年报告「{}」有 {pending} 件，台账里以前年度受理、延续到本年的只有 {kept} 件",
        last.year, cell.label
    );
    let mut behind = behind.clone();
    behind.filter = filter;
    let finding = Finding::of(&RULE, message)
        .sides(("上年尚未审结", &pending.to_string()), ("台账里延续下来的", &kept.to_string()))
        .at_figure(&cell.id);
    Some(finding.at(Place::Records { behind }))
}

#[cfg(test)]
mod tests {
    use super::super::kept::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_pending_case_vanished() {
        let mut dossier = clean();
        last(&mut dossier, "t4.after.pending", 1);
        last(&mut dossier, "t4.after.total", 1);
        dispute(&mut dossier, &[]);
        let found = only(&dossier, RULE.id);
        assert!(found[0].message.contains("有 1 件") && found[0].message.contains("只有 0 件"));
        dispute(&mut dossier, &[("kind", "litigation_after"), ("filed_on", "2023-11-02")]);
        nothing(&dossier);
    }
}
