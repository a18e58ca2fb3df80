//! A number entered by hand that is not what the records say: both are shown.

use super::{cell_reason, undecided};
use crate::figure::Figure;
use crate::number::Quantity;
use crate::rules::{Dossier, Finding, Group, Place, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "hand.differs",
    group: Group::Records,
    severity: Severity::Warning,
    title: "人工填写的数同台账一致",
    basis: "报表的数从台账统计得出，人工填写只用于台账确实没有登记的情况",
    advice: "台账漏登的补登，多登的改正；人工填的确实对的，保留并写清理由",
    check,
};

/// What is said of the cell already: it is without a reason, or an open case was left out.
fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for figure in dossier.figures.iter().filter(|figure| overrules(figure)) {
        if !cell_reason::is_without(figure) && !undecided::leaves_out(figure) {
            out.push(finding(&RULE, figure, ""));
        }
    }
}

/// Whether a value by hand stands over another one from the records. What is carried over is held against
/// last year's report, and a blank or 不适用 is spoken of as such.
pub(super) fn overrules(figure: &Figure) -> bool {
    let from_records = figure.behind.is_some() || !figure.sum.is_empty();
    let (Some(entered), Some(counted)) = (&figure.entered, figure.counted) else { return false };
    if !from_records || figure.carried.is_some() {
        return false;
    }
    match (entered.value, counted) {
        (Quantity::Blank | Quantity::NotApplicable, _) => false,
        // 「100余」 and 103 go together in a sentence.
        (Quantity::AtLeast(least), Quantity::Exact(counted)) => counted < least,
        (entered, counted) => entered != counted,
    }
}

/// Both numbers, the figure and its records.
pub(super) fn finding(rule: &Rule, figure: &Figure, but: &str) -> Finding {
    let entered = figure.entered.as_ref().map_or_else(String::new, |entered| entered.value.text());
    let counted = figure.counted.map_or_else(String::new, |counted| counted.text());
    let message = format!("「{}」人工填的是 {entered}，台账统计是 {counted}{but}", figure.label);
    let finding = Finding::of(rule, message)
        .sides(("人工填写", &entered), ("台账统计", &counted))
        .at_figure(&figure.id);
    match &figure.behind {
        Some(behind) => finding.at(Place::Records { behind: behind.clone() }),
        None => finding,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn more_by_hand_than_in_the_ledger() {
        let mut dossier = clean();
        enter(&mut dossier, "inquiry.total", Quantity::count(4), "电话咨询没有逐条登记");
        set(&mut dossier, "inquiry.by.phone", 4);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("人工填的是 4") && found[0].message.contains("台账统计是 0"));
        assert!(matches!(&found[0].places[1], Place::Records { behind } if behind.ledger == "inquiry"));
    }

    #[test]
    fn rounded_down_is_no_difference() {
        let mut dossier = clean();
        set(&mut dossier, "activity.materials", 1034);
        enter(&mut dossier, "activity.materials", about(1000), "约数");
        nothing(&dossier);
    }
}
