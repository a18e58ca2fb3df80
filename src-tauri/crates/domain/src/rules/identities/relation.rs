//! The relations of the format, looked at: what all the identities share. One wrong cell breaks every
//! relation it stands in; one rule speaks of it then, and names the cell.

use super::slip::{Broken, slip};
use crate::number::{Decimal, Quantity};
use crate::relation::{Must, Relation};
use crate::rules::{Dossier, Finding, Rule};

/// Every relation of the format that this rule speaks of.
pub(super) fn relations(dossier: &Dossier, rule: &Rule, out: &mut Vec<Finding>) {
    relations_of(dossier, rule, |id| id == rule.id, out);
}

/// Every relation whose rule id is one of these.
pub(super) fn relations_of(
    dossier: &Dossier,
    rule: &Rule,
    of: impl Fn(&str) -> bool,
    out: &mut Vec<Finding>,
) {
    let own = dossier.format.relations_of(&of);
    if own.iter().all(|relation| stands(dossier, relation) != Some(false)) {
        return;
    }
    // Something is wrong: only now is it worth looking at all of them.
    let all = dossier.format.relations();
    let looked_at: Vec<(&Relation, bool)> =
        all.iter().filter_map(|relation| Some((relation, stands(dossier, relation)?))).collect();
    let broken: Vec<Broken<'_>> = looked_at
        .iter()
        .filter(|(_, holds)| !holds)
        .map(|(relation, _)| Broken { relation, short: short(dossier, relation) })
        .collect();
    for one in broken.iter().filter(|one| of(&one.relation.rule)) {
        let finding = || finding(dossier, rule, one.relation);
        match slip(one, &broken, &looked_at) {
            None => out.extend(finding()),
            Some(slip) if std::ptr::eq(slip.speaker, one.relation) => {
                out.extend(finding().map(|found| slip.named(dossier, found)));
            }
            Some(_) => {}
        }
    }
}

/// Whether the two sides stand as they must. `None` where nothing can be said: a cell is blank (a finding
/// of its own) or unknown, or the relation follows from others.
fn stands(dossier: &Dossier, relation: &Relation) -> Option<bool> {
    let left = side(dossier, &relation.left)?;
    let right = side(dossier, &relation.right)?;
    if follows(dossier, relation) {
        return None;
    }
    Some(match (relation.must, left, right) {
        (Must::Equal, Quantity::Exact(l), Quantity::Exact(r)) => l == r,
        // 「100余」 is a lower bound: it can still grow to the other side, never shrink to it.
        (Must::Equal, Quantity::AtLeast(l), Quantity::Exact(r)) => l <= r,
        (Must::Equal, Quantity::Exact(l), Quantity::AtLeast(r)) => r <= l,
        (Must::AtLeast, Quantity::Exact(l), Quantity::Exact(r) | Quantity::AtLeast(r)) => l >= r,
        _ => true,
    })
}

/// A relation between totals follows from those between the columns that they add up, unless one of these
/// is not known exactly. A blank one makes the totals say nothing.
fn follows(dossier: &Dossier, relation: &Relation) -> bool {
    let cells = relation.left.iter().chain(&relation.right);
    let mut known = true;
    for cell in cells {
        let Some(place) = dossier.figures.get(cell).and_then(|figure| figure.place.as_ref()) else {
            return false;
        };
        let Some(table) = dossier.format.table(&place.table) else { return false };
        let Some(column) = table.columns.iter().find(|column| column.id == place.column) else {
            return false;
        };
        if column.sum.is_empty() {
            return false;
        }
        for addend in &column.sum {
            match dossier.figures.value(&table.cell_id(&place.row, addend)) {
                Some(Quantity::Blank) => return true,
                Some(Quantity::Exact(_) | Quantity::NotApplicable) => {}
                Some(Quantity::AtLeast(_)) | None => known = false,
            }
        }
    }
    known
}

/// How much the right side exceeds the left, where both are exact and must be the same.
fn short(dossier: &Dossier, relation: &Relation) -> Option<Decimal> {
    match (relation.must, side(dossier, &relation.left)?, side(dossier, &relation.right)?) {
        (Must::Equal, Quantity::Exact(left), Quantity::Exact(right)) => right.checked_sub(left),
        _ => None,
    }
}

fn finding(dossier: &Dossier, rule: &Rule, relation: &Relation) -> Option<Finding> {
    let (l, r) = (side(dossier, &relation.left)?.text(), side(dossier, &relation.right)?.text());
    let sign = if relation.must == Must::Equal { "应当等于" } else { "不应少于" };
    let about =
        if relation.about.is_empty() { String::new() } else { format!("「{}」：", relation.about) };
    let message = format!("{about}{}为 {l}，{sign}{}，后者为 {r}", relation.left_label, relation.right_label);
    let finding = Finding::of(rule, message)
        .sides((&relation.left_label, &l), (&relation.right_label, &r))
        .on(&relation.basis);
    // What somebody filled in by hand is likelier wrong than what was counted.
    let by_hand = |id: &&String| dossier.figures.get(id).is_some_and(|figure| figure.entered.is_some());
    let ids = relation.left.iter().chain(&relation.right);
    let (first, then): (Vec<&String>, Vec<&String>) = ids.partition(by_hand);
    Some(first.into_iter().chain(then).fold(finding, |finding, id| finding.at_figure(id)))
}

/// The cells added up; `None` where one is not there or says nothing.
fn side(dossier: &Dossier, ids: &[String]) -> Option<Quantity> {
    let values: Option<Vec<Quantity>> = ids.iter().map(|id| dossier.figures.value(id)).collect();
    let values = values?;
    if values.contains(&Quantity::Blank) {
        return None;
    }
    // 不适用 counts nothing beside numbers.
    let numbers: Vec<Quantity> = values
        .into_iter()
        .map(|v| if v.number().is_none() { Quantity::Exact(Decimal::ZERO) } else { v })
        .collect();
    Quantity::sum(&numbers)
}
