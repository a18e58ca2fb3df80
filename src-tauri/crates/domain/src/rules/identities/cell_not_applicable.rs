//! 不适用 in a statutory table: what did not happen is 0.

use crate::number::Quantity;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "cell.not_applicable",
    group: Group::Identities,
    severity: Severity::Warning,
    title: "表格里少用“不适用”",
    basis: "填报要求：没有发生的填 0",
    advice: "没有发生的改填 0；确实不适用的，写明情况",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let own = dossier.figures.cells().filter(|cell| cell.sum.is_empty());
    for cell in own.filter(|cell| cell.value == Quantity::NotApplicable) {
        let message = format!("「{}」填的是“不适用”，没有发生的应填 0", cell.label);
        out.push(Finding::of(&RULE, message).at_figure(&cell.id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn no_permits_are_not_not_applicable() {
        let mut dossier = clean();
        set_quantity(&mut dossier, "t2.permit", Quantity::NotApplicable);
        assert_eq!(only(&dossier, RULE.id).len(), 1);
    }
}
