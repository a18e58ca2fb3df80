//! What last year's report hands on against what the ledger says.

use super::application_dropped;
use super::hand_differs::overrules;
use crate::figure::{Figure, FigureKind};
use crate::rules::{Dossier, Finding, Group, Place, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "carried.differs",
    group: Group::Records,
    severity: Severity::Warning,
    title: "结转的数同台账一致",
    basis: "结转数取自上年锁定的报告，应当同台账里的记录对得上",
    advice: "看一看台账里是不是有往年的记录后来补登、改动；上年报告确有差错的，更正上年报告",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for figure in dossier.figures.iter().filter(|figure| figure.kind == FigureKind::Carried) {
        let (Some(counted), Some(behind)) = (figure.counted, &figure.behind) else { continue };
        if counted == figure.value || application_dropped::is_dropped(figure) || by_hand(dossier, figure) {
            continue;
        }
        let (carried, counted) = (figure.value.text(), counted.text());
        let message = format!("「{}」由上年报告结转为 {carried}，台账统计是 {counted}", figure.label);
        let finding = Finding::of(&RULE, message)
            .sides(("上年报告结转", &carried), ("台账统计", &counted))
            .at_figure(&figure.id);
        out.push(finding.at(Place::Records { behind: behind.clone() }));
    }
}

/// Whether it was reckoned with a number that somebody put over the ledger's, which is spoken of itself.
fn by_hand(dossier: &Dossier, figure: &Figure) -> bool {
    let row = figure.place.as_ref().map(|place| (&place.table, &place.row));
    let same_row = |cell: &&Figure| cell.place.as_ref().map(|place| (&place.table, &place.row)) == row;
    dossier.figures.cells().filter(same_row).any(overrules)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_document_of_last_year_was_kept_later() {
        let mut dossier = clean();
        set(&mut dossier, "t2.normative.in_force", 2);
        carry(&mut dossier, "t2.normative.in_force", 1);
        last(&mut dossier, "t2.normative.in_force", 1);
        let found = only(&dossier, RULE.id);
        assert!(found[0].message.contains("结转为 1") && found[0].message.contains("台账统计是 2"));
        assert!(matches!(found[0].places[1], Place::Records { .. }));
    }

    #[test]
    fn what_follows_from_a_number_by_hand_is_said_there() {
        let mut dossier = clean();
        set(&mut dossier, "t2.normative.issued", 2);
        set(&mut dossier, "t2.normative.in_force", 2);
        carry(&mut dossier, "t2.normative.in_force", 1);
        enter(&mut dossier, "t2.normative.issued", crate::number::Quantity::count(1), "一份不是规范性文件");
        only(&dossier, "hand.differs");
    }
}
