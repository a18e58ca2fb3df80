//! What an application says it cost against what the ledger of fees says.

use super::kept::{found, name, text};
use crate::number::Decimal;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.fee_application",
    group: Group::Records,
    severity: Severity::Hint,
    title: "申请里的收费同收费台账一致",
    basis: "同一件申请的收费在两本台账里应当相同",
    advice: "核对两处的金额，改正登错的一处；收费台账漏登的补登",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for application in dossier.records.of("application") {
        let number = text(application, "number");
        let Some(said) = Decimal::parse(text(application, "fee")).filter(|_| !number.is_empty()) else {
            continue;
        };
        let fees = dossier.records.of("fee").iter();
        let own = fees.filter(|fee| text(fee, "application_number") == number);
        let amounts = own.filter_map(|fee| Decimal::parse(text(fee, "amount")));
        let Some(charged) = amounts.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add) else {
            continue;
        };
        if charged != said {
            let message = format!(
                "申请「{}」（{number}）登记收费 {said} 元，收费台账合计 {charged} 元",
                name(application)
            );
            let finding = found(&RULE, message, &[application]);
            out.push(finding.sides(("申请台账", &said.to_string()), ("收费台账", &charged.to_string())));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::kept::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn one_page_fewer_in_the_other_ledger() {
        let mut dossier = clean();
        application(&mut dossier, &[("fee", "270.00")]);
        let fee = [
            ("on", "2024-03-15"),
            ("kind", "processing"),
            ("reason", "超量页数"),
            ("application_number", "2024-001"),
        ];
        keep(&mut dossier, "fee", &[&fee[..], &[("amount", "260.00")]].concat());
        let found = only(&dossier, RULE.id);
        assert!(found[0].message.contains("270 元") && found[0].message.contains("260 元"));
        keep(&mut dossier, "fee", &[&fee[..], &[("amount", "10")]].concat());
        nothing(&dossier);
    }
}
