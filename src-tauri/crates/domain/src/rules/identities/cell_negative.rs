//! Nothing is counted below zero; only 本年增/减 of the trial form may be.

use crate::figure::Figure;
use crate::number::Decimal;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "cell.negative",
    group: Group::Identities,
    severity: Severity::Error,
    title: "表格里没有负数",
    basis: "件数、金额不会小于 0；只有2019年试行表的“本年增/减”可以为负",
    advice: "改成实际的数；由其他格算出来的，先核对那几格",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let below = |cell: &&Figure| cell.value.number().is_some_and(|n| n < Decimal::ZERO);
    let change = |cell: &&Figure| cell.place.as_ref().is_some_and(|place| place.column == "change");
    for cell in dossier.figures.cells().filter(below).filter(|cell| !change(cell)) {
        let message = format!("「{}」填的是 {}，不能小于 0", cell.label, cell.text);
        out.push(Finding::of(&RULE, message).at_figure(&cell.id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Quantity;
    use crate::rules::testing::*;

    #[test]
    fn one_less_than_nothing() {
        let mut dossier = clean();
        set_quantity(&mut dossier, "t2.permit", Quantity::count(-1));
        assert!(only(&dossier, RULE.id)[0].message.contains("-1"));
    }

    #[test]
    fn an_item_fewer_is_no_mistake() {
        let mut dossier = clean_in("2019", 2020);
        set(&mut dossier, "t2.permit.last", 3);
        set(&mut dossier, "t2.permit.change", -1);
        last(&mut dossier, "t2.permit.last", 3);
        nothing(&dossier);
    }
}
