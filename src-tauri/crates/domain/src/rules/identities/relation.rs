//! The relations of the format, looked at: what all the identities share.

use crate::number::{Decimal, Quantity};
use crate::relation::{Must, Relation};
use crate::rules::{Dossier, Finding, Rule};

/// Every relation of the format that this rule speaks of.
pub(super) fn relations(dossier: &Dossier, rule: &Rule, out: &mut Vec<Finding>) {
    let own = dossier.format.relations().into_iter().filter(|r| r.rule == rule.id);
    out.extend(own.filter_map(|relation| broken(dossier, rule, &relation)));
}

/// A finding where the two sides do not stand as they must. Sides with a blank among them say nothing: that
/// a cell is blank is a finding of its own.
pub(super) fn broken(dossier: &Dossier, rule: &Rule, relation: &Relation) -> Option<Finding> {
    let left = side(dossier, &relation.left)?;
    let right = side(dossier, &relation.right)?;
    let holds = match (relation.must, left, right) {
        (Must::Equal, Quantity::Exact(l), Quantity::Exact(r)) => l == r,
        // 「100余」 is a lower bound: it can still grow to the other side, never shrink to it.
        (Must::Equal, Quantity::AtLeast(l), Quantity::Exact(r)) => l <= r,
        (Must::Equal, Quantity::Exact(l), Quantity::AtLeast(r)) => r <= l,
        (Must::AtLeast, Quantity::Exact(l), Quantity::Exact(r) | Quantity::AtLeast(r)) => l >= r,
        _ => true,
    };
    if holds {
        return None;
    }
    let sign = if relation.must == Must::Equal { "应当等于" } else { "不应少于" };
    let about =
        if relation.about.is_empty() { String::new() } else { format!("「{}」：", relation.about) };
    let (l, r) = (left.text(), right.text());
    let message = format!("{about}{}为 {l}，{sign}{}，后者为 {r}", relation.left_label, relation.right_label);
    let ids = relation.left.iter().chain(&relation.right);
    let finding = Finding::of(rule, message)
        .sides((&relation.left_label, &l), (&relation.right_label, &r))
        .on(&relation.basis);
    Some(ids.fold(finding, |finding, id| finding.at_figure(id)))
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
