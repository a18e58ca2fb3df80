//! 2019: more items fell away than there were.

use super::trial::rows;
use crate::number::Decimal;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "trial.below_zero",
    group: Group::Identities,
    severity: Severity::Error,
    title: "2019年表：减少的项目不多于上一年的项目",
    basis: "2019年试行表：上一年项目数量加本年增/减是现有项目数，不会小于 0",
    advice: "核对上一年项目数量和本年增/减",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for row in rows(dossier, &["last", "change"]) {
        let [last, change] = row.values[..] else { continue };
        if last.checked_add(change).is_some_and(|now| now < Decimal::ZERO) {
            let message = format!("{}上一年项目数量 {last}，本年增/减 {change}，减得比原有的多", row.name);
            let finding = Finding::of(&RULE, message)
                .sides(("上一年项目数量", &last.to_string()), ("本年增/减", &change.to_string()))
                .at_figure(&format!("{}.change", row.id));
            out.push(finding.at_figure(&format!("{}.last", row.id)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn two_of_one_fell_away() {
        let mut dossier = clean_in("2019", 2020);
        set(&mut dossier, "t2.fee.last", 1);
        last(&mut dossier, "t2.fee.last", 1);
        set(&mut dossier, "t2.fee.change", -2);
        assert!(only(&dossier, RULE.id)[0].message.contains("减得比原有的多"));
    }
}
