//! A statutory table wants the number, not 「余」.

use crate::number::Quantity;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "cell.lower_bound",
    group: Group::Identities,
    severity: Severity::Error,
    title: "表格里填准确的数",
    basis: "统计表格填准确数，约数无法核对和汇总",
    advice: "查清准确的数再填；正文里可以写约数",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for cell in dossier.figures.cells().filter(|cell| cell.sum.is_empty()) {
        if matches!(cell.value, Quantity::AtLeast(_)) {
            let message = format!("「{}」填的是约数 {}", cell.label, cell.value.text());
            out.push(Finding::of(&RULE, message).at_figure(&cell.id));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn some_three() {
        let mut dossier = clean();
        set_quantity(&mut dossier, "t2.permit", about(3));
        assert!(only(&dossier, RULE.id)[0].message.contains("3余"));
    }
}
