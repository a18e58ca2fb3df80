//! A dispute names an application that the ledger does not know.

use super::kept::{application_numbers, found, name, of_an_earlier_year, text};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.dispute_unlinked",
    group: Group::Records,
    severity: Severity::Hint,
    title: "复议诉讼对应得上申请",
    basis: "案件由哪一件申请引起，以登记号对应",
    advice: "核对登记号；对应的是以前年度的申请，可以不管",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let known = application_numbers(dossier);
    for record in dossier.records.of("dispute") {
        let number = text(record, "application_number");
        if !number.is_empty() && !known.contains(number) && !of_an_earlier_year(number, dossier.year) {
            let message = format!("案件「{}」对应的申请登记号 {number}，申请台账里没有", name(record));
            out.push(found(&RULE, message, &[record]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::kept::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_number_that_no_application_has() {
        let mut dossier = clean();
        application(&mut dossier, &[]);
        dispute(&mut dossier, &[("application_number", "2023-009")]);
        nothing(&dossier);
        dispute(&mut dossier, &[("application_number", "2024-010")]);
        assert!(only(&dossier, RULE.id)[0].message.contains("2024-010"));
    }
}
