//! A record that no cell counts: something is missing in it, and the table is one short.

use super::kept::{Span, counts, found, list, name};
use crate::figure::RecordsBehind;
use crate::ledger::YearRule;
use crate::ledgers;
use crate::query::AFTER_YEAR;
use crate::record::Record;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.uncounted",
    group: Group::Records,
    severity: Severity::Error,
    title: "台账里每一件都计入表格",
    basis: "申请表、复议诉讼表从台账逐件统计，每一件都应当计在一格",
    advice: "打开这条记录，补填缺的内容",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for ledger in ["application", "dispute"] {
        let cells: Vec<&RecordsBehind> = dossier
            .figures
            .cells()
            .filter_map(|cell| cell.behind.as_ref())
            .filter(|behind| behind.ledger == ledger)
            .collect();
        out.extend(uncounted(dossier, ledger, &cells));
    }
}

/// Records are counted once as they come in and once as they end or stay open, where the form has both.
fn uncounted(dossier: &Dossier, ledger: &str, cells: &[&RecordsBehind]) -> Vec<Finding> {
    let Some(described) = ledgers::ledger(ledger) else { return Vec::new() };
    let YearRule::Span(start, end) = described.year_rule else { return Vec::new() };
    let with = |day: &str| -> Vec<&&RecordsBehind> {
        cells.iter().filter(|behind| behind.filter.contains_key(day)).collect()
    };
    let (coming, ending) = (with(start), with(end));
    // A form that does not ask for what is open does not count every record.
    let open = |behind: &&&RecordsBehind| behind.filter[end].iter().any(|accepted| accepted == AFTER_YEAR);
    if !ending.iter().any(open) {
        return Vec::new();
    }
    let span = Span::of(dossier.year);
    let in_one = |record: &Record, of: &[&&RecordsBehind]| {
        of.is_empty() || of.iter().any(|behind| counts(&behind.filter, record, &span))
    };
    let left_out = |record: &&Record| !in_one(record, &coming) || !in_one(record, &ending);
    let finding = |record: &Record| {
        let empty: Vec<String> = described
            .fields
            .iter()
            .filter(|field| field.id != start && field.id != end)
            .filter(|field| cells.iter().any(|behind| behind.filter.contains_key(field.id)))
            .filter(|field| record.values.get(field.id).is_none_or(crate::record::Value::is_empty))
            .map(|field| format!("「{}」", field.label))
            .collect();
        let why = if empty.is_empty() { String::new() } else { format!("，缺{}", empty.join("、")) };
        let message = format!("{}「{}」没有计入表格{why}", described.short, name(record));
        found(&RULE, message, &[record]).at(list(dossier, ledger, &[]))
    };
    dossier.records.of(ledger).iter().filter(left_out).map(finding).collect()
}

#[cfg(test)]
mod tests {
    use super::super::kept::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn nobody_says_who_applied() {
        let mut dossier = clean();
        application(&mut dossier, &[("applicant_kind", "")]);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("缺「申请人类别」"));
    }

    #[test]
    fn answered_nobody_knows_how() {
        let mut dossier = clean();
        application(&mut dossier, &[("outcome", "")]);
        assert!(only(&dossier, RULE.id)[0].message.contains("缺「办理结果」"));
        let mut dossier = clean();
        dispute(&mut dossier, &[("outcome", "")]);
        assert_eq!(only(&dossier, RULE.id).len(), 1);
    }

    #[test]
    fn what_is_open_is_counted_as_open() {
        let mut dossier = clean();
        application(&mut dossier, &[("outcome", ""), ("decided_on", ""), ("delivered_on", "")]);
        dispute(&mut dossier, &[("outcome", "pending"), ("closed_on", "")]);
        nothing(&dossier);
    }
}
