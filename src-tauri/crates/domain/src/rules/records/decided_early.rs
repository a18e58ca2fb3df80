//! Nothing ends before it began.

use super::kept::{found, name, text};
use crate::ledgers;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.decided_early",
    group: Group::Records,
    severity: Severity::Error,
    title: "办结不早于收到",
    basis: "日期的先后",
    advice: "打开这条记录，核对两个日期",
    check,
};

/// Ledger, its first and its last day.
const SPANS: [(&str, &str, &str); 5] = [
    ("application", "received_on", "decided_on"),
    ("dispute", "filed_on", "closed_on"),
    ("complaint", "received_on", "closed_on"),
    ("hotline", "received_on", "done_on"),
    ("normative", "issued_on", "repealed_on"),
];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for (ledger, first, last) in SPANS {
        let Some(described) = ledgers::ledger(ledger) else { continue };
        let label = |field: &str| described.field(field).map_or("", |field| field.label);
        for record in dossier.records.of(ledger) {
            let (began, ended) = (text(record, first), text(record, last));
            if !ended.is_empty() && ended < began {
                let message = format!(
                    "{}「{}」{}是 {ended}，早于{} {began}",
                    described.short,
                    name(record),
                    label(last),
                    label(first)
                );
                out.push(found(&RULE, message, &[record]).sides((label(last), ended), (label(first), began)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::kept::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn answered_before_it_came() {
        let mut dossier = clean();
        application(&mut dossier, &[("received_on", "2024-04-20")]);
        assert!(
            only(&dossier, RULE.id)[0].message.contains("答复日期是 2024-03-20，早于收到日期 2024-04-20")
        );
    }
}
