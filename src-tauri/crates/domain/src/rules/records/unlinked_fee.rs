//! A fee names an application that the ledger does not know.

use super::kept::{application_numbers, found, name, of_an_earlier_year, text};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.unlinked_fee",
    group: Group::Records,
    severity: Severity::Hint,
    title: "收费对应得上申请",
    basis: "收费由哪一件申请产生，以登记号对应",
    advice: "核对登记号；对应的是以前年度的申请，可以不管",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let known = application_numbers(dossier);
    for record in dossier.records.of("fee") {
        let number = text(record, "application_number");
        if !number.is_empty() && !known.contains(number) && !of_an_earlier_year(number, dossier.year) {
            let message = format!("收费「{}」对应的申请登记号 {number}，申请台账里没有", name(record));
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
    fn a_fee_for_nothing_in_the_ledger() {
        let mut dossier = clean();
        application(&mut dossier, &[]);
        let fee =
            [("on", "2024-03-15"), ("kind", "processing"), ("amount", "270.00"), ("reason", "超量页数")];
        keep(&mut dossier, "fee", &[&fee[..], &[("application_number", "2024-011")]].concat());
        assert!(only(&dossier, RULE.id)[0].message.contains("2024-011"));
    }
}
