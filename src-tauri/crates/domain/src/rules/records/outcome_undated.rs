//! An outcome without its day: the case is still counted as open.

use super::kept::{found, name, text};
use crate::ledgers;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.outcome_undated",
    group: Group::Records,
    severity: Severity::Error,
    title: "有结果的填了日期",
    basis: "办理结果按答复日期、审结日期计入年度；没有日期的按没有办结统计",
    advice: "打开这条记录，补填答复日期或者审结日期",
    check,
};

/// Ledger, the day of its outcome, and the day in words.
const ENDS: [(&str, &str, &str); 2] =
    [("application", "decided_on", "答复日期"), ("dispute", "closed_on", "审结日期")];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for (ledger, day, label) in ENDS {
        let short = ledgers::ledger(ledger).map_or("", |ledger| ledger.short);
        for record in dossier.records.of(ledger) {
            if !matches!(text(record, "outcome"), "" | "pending") && text(record, day).is_empty() {
                let message = format!("{short}「{}」填了结果，没有填{label}", name(record));
                out.push(found(&RULE, message, &[record]));
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
    fn granted_nobody_knows_when() {
        let mut dossier = clean();
        application(&mut dossier, &[("decided_on", ""), ("delivered_on", "")]);
        assert!(only(&dossier, RULE.id)[0].message.contains("没有填答复日期"));
        let mut dossier = clean();
        dispute(&mut dossier, &[("closed_on", "")]);
        assert!(only(&dossier, RULE.id)[0].message.contains("没有填审结日期"));
    }
}
