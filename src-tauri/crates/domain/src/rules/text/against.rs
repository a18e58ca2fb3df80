//! Numbers of the words against cells of the tables: what all these rules share.

use super::said::{Said, any, said};
use crate::number::{Decimal, Quantity};
use crate::reading::{Bound, Number};
use crate::rules::{Dossier, Finding, Rule};

/// What the words may speak of.
pub(super) struct Topic {
    /// Its name in a message: 收到的申请.
    pub name: &'static str,
    /// The words before the number hold one of each of these.
    pub wanted: &'static [&'static [&'static str]],
    /// And none of these.
    pub unwanted: &'static [&'static str],
    /// Units of the number.
    pub units: &'static [&'static str],
}

/// Words that turn a number of applications into something else.
pub(super) const OTHER_MATTERS: &[&str] = &[
    "复议",
    "诉讼",
    "热线",
    "12345",
    "民心网",
    "投诉",
    "交办",
    "提案",
    "议案",
    "信访",
    "咨询",
    "占",
    "比",
    "增",
    "减少",
];

/// Units of cases.
pub(super) const CASES: &[&str] = &["件", "宗", "起", "份", "例", ""];

/// Numbers that the words give for a topic.
pub(super) fn stated<'a>(
    dossier: &'a Dossier,
    topic: &'a Topic,
) -> impl Iterator<Item = (Said<'a>, &'a Number)> {
    let key = topic.wanted.first().copied().unwrap_or_default();
    let speaks = said(dossier).filter(move |said| any(said.text, key).is_some());
    speaks.flat_map(move |said| {
        said.counts()
            .filter(move |number| {
                let before = said.before(number);
                topic.units.contains(&number.unit)
                    && topic.wanted.iter().all(|words| any(before, words).is_some())
                    && any(before, topic.unwanted).is_none()
                    && !said.of_another_year(number.span.start, dossier.year)
            })
            .map(move |number| (said, number))
    })
}

/// The cells added up; `None` where one is missing or says nothing.
pub(super) fn sum(dossier: &Dossier, ids: &[&str]) -> Option<Decimal> {
    let mut sum = Decimal::ZERO;
    for id in ids {
        match dossier.figures.value(id)? {
            Quantity::Exact(value) => sum = sum.checked_add(value)?,
            Quantity::NotApplicable => {}
            Quantity::AtLeast(_) | Quantity::Blank => return None,
        }
    }
    Some(sum)
}

/// The first of these sums of cells that the form has.
pub(super) fn first_sum(dossier: &Dossier, choices: &[&[&str]]) -> Option<Decimal> {
    choices.iter().find_map(|ids| sum(dossier, ids))
}

/// The cells whose id begins like this, added up, in the column of totals.
pub(super) fn total_of(dossier: &Dossier, prefix: &str) -> Option<Decimal> {
    let cells: Vec<&str> = dossier
        .figures
        .iter()
        .map(|f| f.id.as_str())
        .filter(|id| id.starts_with(prefix) && id.ends_with(".total"))
        .collect();
    // A row that is itself called so, and rows under it: 「（六）其他处理」 has both in different forms.
    if cells.is_empty() { None } else { sum(dossier, &cells) }
}

/// Whether a number of the words can be the cell's.
pub(super) fn agrees(number: &Number, cell: Decimal) -> bool {
    match number.bound {
        Bound::Exact => number.value == cell,
        Bound::AtLeast => number.value <= cell,
        Bound::About => true,
    }
}

/// Values of the tables with their names; the first is the one that is meant.
pub(super) type Values = Vec<(&'static str, Decimal)>;

/// Something that both the words and the tables count.
pub(super) struct Fact {
    /// How the words speak of it.
    pub topic: Topic,
    /// What there may be none of: 「没有……行政复议」.
    pub nouns: &'static [&'static str],
    /// Cells to look at.
    pub cells: &'static [&'static str],
    /// What the tables say; empty where they are not filled in or the form has none.
    pub values: fn(&Dossier) -> Values,
}

/// One value with its name, where there is one.
pub(super) fn one(label: &'static str, value: Option<Decimal>) -> Values {
    value.map(|value| (label, value)).into_iter().collect()
}

/// A finding for every number of the words that is none of the values of the tables.
pub(super) fn compare(dossier: &Dossier, rule: &'static Rule, fact: &Fact, out: &mut Vec<Finding>) {
    let values = (fact.values)(dossier);
    let Some((label, meant)) = values.first() else { return };
    // That there is nothing at all, in the tables or in the words, is spoken of by rules of its own.
    if values.iter().all(|(_, value)| *value == Decimal::ZERO) {
        return;
    }
    for (said, number) in stated(dossier, &fact.topic) {
        if number.value == Decimal::ZERO || values.iter().any(|(_, value)| agrees(number, *value)) {
            continue;
        }
        let named: Vec<String> = values.iter().map(|(label, value)| format!("{label}为 {value}")).collect();
        let stated = stated_text(number);
        let message = format!("文字写{}为 {stated}，表中{}", fact.topic.name, named.join("，"));
        let finding = Finding::of(rule, message)
            .sides(
                (&format!("文字：{}", fact.topic.name), &stated),
                (&format!("表格：{label}"), &meant.to_string()),
            )
            .at_text(&said.part.id, said.around(number));
        out.push(at_cells(dossier, finding, fact));
    }
}

/// 「100余」
pub(super) fn stated_text(number: &Number) -> String {
    format!("{}{}", number.value, if number.bound == Bound::AtLeast { "余" } else { "" })
}

/// With the cells that the form has.
pub(super) fn at_cells(dossier: &Dossier, finding: Finding, fact: &Fact) -> Finding {
    fact.cells.iter().filter(|id| dossier.has_figure(id)).fold(finding, |f, id| f.at_figure(id))
}
