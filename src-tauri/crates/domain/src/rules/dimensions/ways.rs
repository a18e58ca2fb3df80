//! A total and the ways of counting what it counts. 「100余」 is a lower bound all along: it may still grow
//! to a total, and it is over one only where it is already.

use crate::figure::Figure;
use crate::number::{Decimal, Quantity};
use crate::rules::{Dossier, Finding, Place, Rule};

/// The number of published items.
pub(super) const TOTAL: &str = "disclosure.total";

/// The figures whose ids begin so: one for each entry of a catalogue.
pub(super) fn beginning<'a>(dossier: &'a Dossier, prefix: &str) -> Vec<&'a Figure> {
    dossier.figures.iter().filter(|figure| figure.id.starts_with(prefix)).collect()
}

/// These figures, those of them that there are.
pub(super) fn these<'a>(dossier: &'a Dossier, ids: &[&str]) -> Vec<&'a Figure> {
    ids.iter().filter_map(|id| dossier.figures.get(id)).collect()
}

/// All of them together; `None` where none of them says anything.
pub(super) fn together(parts: &[&Figure]) -> Option<Quantity> {
    let values: Vec<Quantity> = parts.iter().map(|figure| figure.value).collect();
    Quantity::sum(&values).filter(|sum| sum.number().is_some())
}

/// Whether two numbers can be the same.
pub(super) fn can_agree(one: Quantity, other: Quantity) -> bool {
    match (one, other) {
        (Quantity::Exact(one), Quantity::Exact(other)) => one == other,
        (Quantity::AtLeast(least), Quantity::Exact(exact))
        | (Quantity::Exact(exact), Quantity::AtLeast(least)) => least <= exact,
        _ => true,
    }
}

/// Whether a number is more than a total, whatever its 余 comes to.
pub(super) fn is_over(part: Quantity, total: Quantity) -> bool {
    match (part.number(), total) {
        (Some(part), Quantity::Exact(total)) => part > total,
        _ => false,
    }
}

/// A finding on parts and their total. A click leads to the parts, then to the total and its records.
pub(super) fn finding(rule: &Rule, message: String, parts: &[&Figure], total: &Figure) -> Finding {
    let finding = parts.iter().fold(Finding::of(rule, message), |finding, part| finding.at_figure(&part.id));
    let finding = finding.at_figure(&total.id);
    match &total.behind {
        Some(behind) => finding.at(Place::Records { behind: behind.clone() }),
        None => finding,
    }
}

/// Says so where parts that are all of a total do not add up to it.
pub(super) fn equal(
    dossier: &Dossier,
    rule: &Rule,
    parts: &[&Figure],
    words: &str,
    total: &str,
) -> Option<Finding> {
    let total = dossier.figures.get(total)?;
    let sum = together(parts)?;
    if total.value.number().is_none() || can_agree(sum, total.value) {
        return None;
    }
    let (sum, whole) = (sum.text(), total.value.text());
    let message = format!("{words}相加是 {sum}，「{}」是 {whole}", total.label);
    Some(finding(rule, message, parts, total).sides((&format!("{words}之和"), &sum), (&total.label, &whole)))
}

/// Says so where parts together are more than their total.
pub(super) fn over(
    dossier: &Dossier,
    rule: &Rule,
    parts: &[&Figure],
    words: &str,
    total: &str,
) -> Option<Finding> {
    let total = dossier.figures.get(total)?;
    let sum = together(parts)?;
    if !is_over(sum, total.value) {
        return None;
    }
    let (sum, whole) = (sum.text(), total.value.text());
    let message = format!("{words} {sum}，多于「{}」的 {whole}", total.label);
    Some(finding(rule, message, parts, total).sides((words, &sum), (&total.label, &whole)))
}

/// How many the parts leave over, where both are known exactly and some are left.
pub(super) fn left_over(parts: &[&Figure], total: &Figure) -> Option<Decimal> {
    match (together(parts)?, total.value) {
        (Quantity::Exact(sum), Quantity::Exact(total)) => {
            total.checked_sub(sum).filter(|left| *left > Decimal::ZERO)
        }
        _ => None,
    }
}

#[cfg(test)]
pub(super) mod samples {
    use super::TOTAL;
    use crate::number::Quantity;
    use crate::rules::Dossier;
    use crate::rules::testing::{add_figure, clean, last, set};

    /// A clean report of so many published items, as many as last year.
    pub fn items(n: i64) -> Dossier {
        let mut dossier = clean();
        set(&mut dossier, TOTAL, n);
        last(&mut dossier, TOTAL, n);
        dossier
    }

    /// Figures of a catalogue: `disclosure.channel.1`, …
    pub fn entries(dossier: &mut Dossier, of: &str, values: &[Quantity]) {
        for (n, value) in values.iter().enumerate() {
            add_figure(dossier, &format!("disclosure.{of}.{n}"), &format!("条目{n}"), *value);
        }
    }

    /// Exact numbers.
    pub fn exact<const N: usize>(values: [i64; N]) -> [Quantity; N] {
        values.map(Quantity::count)
    }
}
