//! 现行有效 = 上年现行有效 + 本年制发 − 本年废止, in every row that counts documents in force.

use crate::figure::Figure;
use crate::number::{Decimal, Quantity};
use crate::rules::{Dossier, Finding, Group, LastYear, Rule, Severity};

use super::township_rules;

pub(super) static RULE: Rule = Rule {
    id: "year.in_force",
    group: Group::Identities,
    severity: Severity::Error,
    title: "现行有效件数等于上年有效加制发减废止",
    basis: "跨年勾稽：本年现行有效件数等于上年现行有效件数加本年制发件数减本年废止件数",
    advice: "核对本年制发、废止的登记和上年报告；因清理等原因确实不衔接的，写明情况说明",
    check,
};

/// Whether a cell is reckoned from last year's and from what came and went since.
pub(super) fn is_balance(figure: &Figure) -> bool {
    figure.place.as_ref().is_some_and(|place| place.column == "in_force")
}

/// Against a year that is not locked it is a warning: that year may still change.
fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let Some(last) = &dossier.last else { return };
    let severity = if last.locked { Severity::Error } else { Severity::Warning };
    for figure in dossier.figures.cells().filter(|figure| is_balance(figure)) {
        // That there are 规章 at all is said already.
        if !township_rules::speaks_of(dossier, figure) {
            out.extend(unbalanced(dossier, last, figure).map(|finding| finding.as_grave_as(severity)));
        }
    }
}

fn unbalanced(dossier: &Dossier, last: &LastYear, figure: &Figure) -> Option<Finding> {
    let row = figure.id.strip_suffix(".in_force")?;
    let number = |column: &str| exact(dossier.figures.value(&format!("{row}.{column}"))?);
    let (issued, repealed) = (number("issued")?, number("repealed")?);
    let (now, before) = (exact(figure.value)?, exact(last_in_force(dossier, last, figure)?)?);
    let due = before.checked_add(issued)?.checked_sub(repealed)?;
    if due == now {
        return None;
    }
    let name = figure.place.as_ref().map_or("", |place| place.row_label.as_str());
    let message = format!(
        "{name}现行有效填的是 {now} 件，按{}年有效 {before} 件加本年制发 {issued} 件减本年废止 {repealed} 件应为 {due} 件",
        last.year
    );
    let finding = Finding::of(&RULE, message)
        .sides(("现行有效件数", &now.to_string()), ("上年有效加制发减废止", &due.to_string()))
        .at_figure(&figure.id);
    Some(finding.at_figure(&format!("{row}.issued")).at_figure(&format!("{row}.repealed")))
}

fn exact(value: Quantity) -> Option<Decimal> {
    match value {
        Quantity::Exact(n) => Some(n),
        _ => None,
    }
}

/// Last year's cell: the first that the format names as its origin and that last year's report has.
fn last_in_force(dossier: &Dossier, last: &LastYear, figure: &Figure) -> Option<Quantity> {
    let place = figure.place.as_ref()?;
    let table = dossier.format.table(&place.table)?;
    let row = table.rows.iter().find(|row| row.id == place.row)?;
    let value = row.values.iter().find(|value| value.column == place.column);
    let named = value.and_then(|value| value.carried.as_ref()).map(|balance| balance.from.as_slice());
    let named = named.unwrap_or_default().iter().find_map(|id| last.values.get(id));
    named.or_else(|| last.values.get(&figure.id)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_document_that_was_never_repealed_is_gone() {
        let mut dossier = clean();
        last(&mut dossier, "t2.normative.in_force", 6);
        set(&mut dossier, "t2.normative.issued", 1);
        set(&mut dossier, "t2.normative.in_force", 6);
        let found = only(&dossier, RULE.id);
        assert!(found[0].message.contains("填的是 6 件") && found[0].message.contains("应为 7 件"));
        assert_eq!(found[0].severity, Severity::Error);
        dossier.last.as_mut().unwrap().locked = false;
        let found = crate::rules::run(&dossier);
        assert!(found.iter().any(|f| f.rule == RULE.id && f.severity == Severity::Warning));
        set(&mut dossier, "t2.normative.repealed", 1);
        assert!(crate::rules::run(&dossier).iter().all(|f| f.rule != RULE.id));
    }

    #[test]
    fn the_other_row_too() {
        let mut dossier = clean();
        last(&mut dossier, "t2.rule.in_force", 6);
        assert!(only(&dossier, RULE.id)[0].message.contains("规章现行有效"));
    }
}
