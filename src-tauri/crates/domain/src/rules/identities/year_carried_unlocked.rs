//! Last year's report is there but not locked, so nothing is carried over from it yet.

use crate::rules::{Dossier, Finding, Group, Origin, Rule, Severity};
use crate::table::{RowFormat, TableFormat};

pub(super) static RULE: Rule = Rule {
    id: "year.carried_unlocked",
    group: Group::Identities,
    severity: Severity::Hint,
    title: "上年报告锁定后才能结转",
    basis: "上年结转和现行有效件数取自上年锁定的报告",
    advice: "先核对并锁定上年的报告；锁定后结转数自动带入本年",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let Some(last) = dossier.last.as_ref().filter(|last| !last.locked) else { return };
    let Some(first) = dossier.format.tables.iter().find_map(first_carried) else { return };
    if dossier.origin == Origin::Office && dossier.has_figure(&first) {
        let message = format!("{}年的报告还没有锁定，本年的结转数没有从那里带过来", last.year);
        out.push(Finding::of(&RULE, message).at_figure(&first));
    }
}

/// The first cell of a table that is carried over as it is.
fn first_carried(table: &TableFormat) -> Option<String> {
    let row: &RowFormat = table.data_rows().find(|row| row.carried.is_some())?;
    Some(table.cell_id(&row.id, &table.columns.first()?.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn last_year_is_still_open() {
        let mut dossier = clean();
        dossier.last.as_mut().unwrap().locked = false;
        let found = only(&dossier, RULE.id);
        assert!(found[0].message.contains("2023年"));
        dossier.last = None;
        nothing(&dossier);
    }
}
