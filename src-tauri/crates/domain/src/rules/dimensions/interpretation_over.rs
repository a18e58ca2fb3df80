//! An item either is an interpretation or has one, if any: together they are no more than there are.

use super::ways::{TOTAL, over, these};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "dimension.interpretation_over",
    group: Group::Dimensions,
    severity: Severity::Error,
    title: "政策解读和已配发解读的信息不多于主动公开总数",
    basis: "一条信息或者本身是解读，或者配发了解读，不重复计",
    advice: "核对政策解读信息、已配发解读的信息和总数",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let parts = these(dossier, &["disclosure.interpretation", "disclosure.interpreted"]);
    out.extend(over(dossier, &RULE, &parts, "政策解读和已配发解读的信息之和", TOTAL));
}

#[cfg(test)]
mod tests {
    use super::super::ways::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn more_interpretations_than_items() {
        let mut dossier = items(10);
        set(&mut dossier, "disclosure.interpretation", 6);
        set(&mut dossier, "disclosure.interpreted", 4);
        nothing(&dossier);
        set(&mut dossier, "disclosure.interpreted", 5);
        assert!(only(&dossier, RULE.id)[0].message.contains("11"));
    }
}
