//! The totals under a list, counted over all of its pages.

use domain::{Decimal, Field, FieldKind, Filter, Ledger, Total, TotalRule};
use rusqlite::Row;
use rusqlite::types::ValueRef;

use crate::catalogue::Names;
use crate::row::entries_of;

/// One total rule on its way through the records.
pub(crate) struct Tally {
    /// By what value it is split.
    by: Option<Split>,
    /// What is added up: a number field, or one for each record.
    sum: Option<&'static Field>,
    /// Label of an undivided sum, and the unit.
    label: &'static str,
    unit: &'static str,
    /// Empty values first, then one for each value of the split.
    amounts: Vec<i64>,
}

/// The values of a field, in the order of the totals.
struct Split {
    field: &'static Field,
    values: Vec<Slot>,
    /// Entry id to place in `values`, for entries.
    places: Vec<usize>,
}

struct Slot {
    /// As the table holds it, for choices.
    kept: &'static str,
    label: String,
    /// As a filter names it.
    accepted: String,
}

impl Tally {
    /// The ledger's total rules, ready to count.
    pub(crate) fn of(ledger: &Ledger, names: &Names) -> Vec<Self> {
        let start = |rule: &TotalRule| {
            let field = |id: &str| ledger.field(id);
            let (by, sum, label, unit) = match *rule {
                TotalRule::Sum(number, label, unit) => (None, Some(field(number)?), label, unit),
                TotalRule::By(id) => (Some(Split::of(field(id)?, names)), None, "", ledger.unit),
                TotalRule::SumBy(number, id, unit) => {
                    (Some(Split::of(field(id)?, names)), Some(field(number)?), "", unit)
                }
            };
            let places = by.as_ref().map_or(0, |split| split.values.len());
            Some(Self { by, sum, label, unit, amounts: vec![0; places + 1] })
        };
        ledger.totals.iter().filter_map(start).collect()
    }

    /// The columns it reads, in order.
    pub(crate) fn columns(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.sum.map(|f| f.id).into_iter().chain(self.by.as_ref().map(|split| split.field.id))
    }

    /// Adds a record whose columns begin at `at`; gives the place after them.
    pub(crate) fn add(&mut self, row: &Row<'_>, mut at: usize) -> rusqlite::Result<usize> {
        let mut amount = 1;
        if self.sum.is_some() {
            amount = row.get::<_, Option<i64>>(at)?.unwrap_or(0);
            at += 1;
        }
        let Some(split) = &self.by else {
            add(&mut self.amounts[0], amount);
            return Ok(at);
        };
        split.places(row.get_ref(at)?, |place| {
            if let Some(sum) = self.amounts.get_mut(place) {
                add(sum, amount);
            }
        });
        Ok(at + 1)
    }

    /// The figures, with the filter that shows their records within `filter`.
    pub(crate) fn totals(self, filter: &Filter) -> Vec<Total> {
        let money = self.sum.is_some_and(|f| f.kind == FieldKind::Money);
        let value = |amount: i64| {
            if money { Decimal::from_millionths(amount).to_string() } else { amount.to_string() }
        };
        let unit = self.unit.to_owned();
        let Some(split) = self.by else {
            let value = value(self.amounts[0]);
            return vec![Total { label: self.label.to_owned(), value, unit, filter: None }];
        };
        let total = |label: &str, accepted: &str, amount: i64| Total {
            label: label.to_owned(),
            value: value(amount),
            unit: unit.clone(),
            filter: split.narrowed(filter, accepted),
        };
        let named = split.values.iter().zip(&self.amounts[1..]);
        let mut totals: Vec<_> =
            named.filter(|(_, n)| **n != 0).map(|(v, n)| total(&v.label, &v.accepted, *n)).collect();
        if self.amounts[0] != 0 {
            totals.push(total(&format!("{}未填", split.field.label), "", self.amounts[0]));
        }
        totals
    }
}

/// Far beyond any office's figures the sum stops rather than wrapping round.
fn add(sum: &mut i64, amount: i64) {
    *sum = sum.saturating_add(amount);
}

impl Split {
    fn of(field: &'static Field, names: &Names) -> Self {
        let mut split = Self { field, values: vec![], places: vec![] };
        match field.kind {
            FieldKind::Choice { choices } => {
                let slot = |c: &domain::Choice| Slot {
                    kept: c.id,
                    label: c.label.to_owned(),
                    accepted: c.id.to_owned(),
                };
                split.values.extend(choices.iter().map(slot));
            }
            FieldKind::Flag => {
                let slot = |(answer, accepted): (&str, &str)| Slot {
                    kept: "",
                    label: format!("{}：{answer}", field.label),
                    accepted: accepted.to_owned(),
                };
                split.values.extend([("是", "true"), ("否", "false")].map(slot));
            }
            _ => {
                for entry in field.kind.catalogue().map(|c| names.in_order(c)).unwrap_or_default() {
                    let place = split.values.len() + 1;
                    let (label, accepted) = (entry.name.clone(), entry.name.clone());
                    split.values.push(Slot { kept: "", label, accepted });
                    let id = usize::try_from(entry.id).unwrap_or(0);
                    split.places.resize(split.places.len().max(id + 1), 0);
                    split.places[id] = place;
                }
            }
        }
        split
    }

    /// Calls `each` with the place of every value in the column.
    fn places(&self, column: ValueRef<'_>, mut each: impl FnMut(usize)) {
        let entry = |id: i64| usize::try_from(id).ok().and_then(|id| self.places.get(id)).copied();
        match (self.field.kind, column) {
            (FieldKind::Flag, ValueRef::Integer(flag)) => each(if flag != 0 { 1 } else { 2 }),
            (_, ValueRef::Integer(id)) => each(entry(id).unwrap_or(0)),
            (FieldKind::Choice { .. }, ValueRef::Text(kept)) => {
                let place = self.values.iter().position(|v| v.kept.as_bytes() == kept);
                each(place.map_or(0, |place| place + 1));
            }
            (_, ValueRef::Text(list)) => {
                for id in entries_of(list) {
                    each(entry(id).unwrap_or(0));
                }
            }
            _ => each(0),
        }
    }

    /// The filter with this value on top. A list that is already filtered by a field with several
    /// values cannot say "and this one too".
    fn narrowed(&self, filter: &Filter, accepted: &str) -> Option<Filter> {
        if self.field.kind.is_many() && filter.contains_key(self.field.id) {
            return None;
        }
        let mut narrowed = filter.clone();
        narrowed.insert(self.field.id.to_owned(), vec![accepted.to_owned()]);
        Some(narrowed)
    }
}

/// Whether a field can be added up.
pub(crate) fn is_number(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Integer { .. } | FieldKind::Money)
}

/// A sum from the database as a number.
pub(crate) fn decimal(field: &Field, sum: i64) -> Decimal {
    match field.kind {
        FieldKind::Money => Decimal::from_millionths(sum),
        _ => Decimal::whole(sum),
    }
}
