//! One wrong cell: where the relations that a cell stands in are all broken, and one other number in it
//! would mend them all, it is that cell.

use crate::number::Decimal;
use crate::relation::Relation;
use crate::rules::{Dossier, Finding, Place};

/// A broken relation, and how much its right side exceeds the left where that can be said.
pub(super) struct Broken<'a> {
    pub relation: &'a Relation,
    pub short: Option<Decimal>,
}

/// The cell that was filled in wrongly.
pub(super) struct Slip<'a> {
    cell: &'a str,
    /// What has to be added to it.
    by: Decimal,
    /// The relation that speaks of it.
    pub speaker: &'a Relation,
}

/// The one cell that explains this broken relation together with others; `None` where there is none, or
/// more than one could be meant.
pub(super) fn slip<'a>(
    one: &Broken<'a>,
    broken: &[Broken<'a>],
    looked_at: &[(&'a Relation, bool)],
) -> Option<Slip<'a>> {
    let cells = one.relation.left.iter().chain(&one.relation.right);
    let mut found = cells.filter_map(|cell| explains(cell, broken, looked_at));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

fn explains<'a>(
    cell: &'a str,
    broken: &[Broken<'a>],
    looked_at: &[(&'a Relation, bool)],
) -> Option<Slip<'a>> {
    if looked_at.iter().any(|(relation, holds)| *holds && holds_cell(relation, cell)) {
        return None;
    }
    let touched: Vec<&Broken<'a>> = broken.iter().filter(|b| holds_cell(b.relation, cell)).collect();
    let by = wanted(touched.first()?, cell)?;
    if touched.len() < 2 || touched.iter().any(|b| wanted(b, cell) != Some(by)) {
        return None;
    }
    let alone =
        touched.iter().find(|b| [&b.relation.left, &b.relation.right].contains(&&vec![cell.to_owned()]));
    let speaker = alone.or_else(|| touched.first())?.relation;
    Some(Slip { cell, by, speaker })
}

fn holds_cell(relation: &Relation, cell: &str) -> bool {
    relation.left.iter().chain(&relation.right).any(|id| id == cell)
}

/// What has to be added to a cell for a relation to hold.
fn wanted(broken: &Broken<'_>, cell: &str) -> Option<Decimal> {
    let short = broken.short?;
    if broken.relation.left.iter().any(|id| id == cell) {
        return Some(short);
    }
    Decimal::ZERO.checked_sub(short)
}

impl Slip<'_> {
    /// The finding, naming the cell and leading to it first.
    pub(super) fn named(&self, dossier: &Dossier, mut finding: Finding) -> Finding {
        let Some(figure) = dossier.figures.get(self.cell) else { return finding };
        let right = figure.value.number().and_then(|n| n.checked_add(self.by));
        if let Some(right) = right.filter(|n| *n >= Decimal::ZERO) {
            let advice = format!(
                "先核对「{}」：现在填的是 {}，改为 {right} 后有关的勾稽都成立",
                figure.label, figure.text
            );
            finding = finding.advise(advice);
        }
        let first = Place::Figure { id: self.cell.to_owned() };
        finding.places.retain(|place| *place != first);
        finding.places.insert(0, first);
        finding
    }
}
