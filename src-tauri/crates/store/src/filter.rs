//! A list's year and filter as SQL conditions. Field names come from the descriptions, what was
//! typed only ever travels as a parameter.

use std::str::FromStr;

use chrono::NaiveDate;
use domain::query::{AFTER_YEAR, AT_YEAR_END, BEFORE_YEAR, WITHIN_YEAR};
use domain::{Decimal, Failure, Field, FieldKind, Filter, Ledger, YearRule};
use rusqlite::types::Value as Sql;

use crate::catalogue::Names;
use crate::error::Result;

/// Conditions that must all hold, and their parameters in order.
pub(crate) struct Conditions {
    all: Vec<String>,
    pub params: Vec<Sql>,
}

impl Conditions {
    /// What stands behind `WHERE`.
    pub(crate) fn sql(&self) -> String {
        self.all.join(" AND ")
    }

    pub(crate) fn add(&mut self, condition: impl Into<String>, params: impl IntoIterator<Item = Sql>) {
        self.all.push(condition.into());
        self.params.extend(params);
    }
}

/// The live records of a year that a filter accepts.
///
/// A record that goes on over several years belongs to each of them: it began on or before 31
/// December, and has no end or one on or after 1 January.
pub(crate) fn conditions(
    ledger: &Ledger,
    year: Option<i32>,
    filter: &Filter,
    names: &Names,
) -> Result<Conditions> {
    let mut conditions = Conditions { all: vec!["deleted_at IS NULL".to_owned()], params: vec![] };
    if let Some(year) = year {
        let (first, last) = days_of(year);
        match ledger.year_rule {
            YearRule::First(_) => {
                conditions.add("year_on BETWEEN ? AND ?", [Sql::Text(first), Sql::Text(last)]);
            }
            YearRule::Span(_, end) => {
                conditions.add("year_on <= ?", [Sql::Text(last)]);
                conditions.add(format!("(\"{end}\" IS NULL OR \"{end}\" >= ?)"), [Sql::Text(first)]);
            }
        }
    }
    for (id, accepted) in filter {
        let field = known_field(ledger, id)?;
        let mut any = Vec::new();
        for value in accepted {
            let (condition, params) = accept(field, value, year, names)?;
            any.push(condition);
            conditions.params.extend(params);
        }
        // No id is negative. A bare 0 would leave the index nothing to be chosen for.
        let any = if any.is_empty() { "id < 0".to_owned() } else { any.join(" OR ") };
        conditions.all.push(if field.personal {
            format!("id IN (SELECT record_id FROM {}_person WHERE {any})", ledger.id)
        } else {
            format!("({any})")
        });
    }
    Ok(conditions)
}

/// A month of a year, or all of it: first and last day.
pub(crate) fn days_of(year: i32) -> (String, String) {
    (format!("{year:04}-01-01"), format!("{year:04}-12-31"))
}

/// A field of the ledger.
pub(crate) fn known_field(ledger: &Ledger, id: &str) -> std::result::Result<&'static Field, Failure> {
    ledger.field(id).ok_or_else(|| {
        let known: Vec<_> = ledger.fields.iter().map(|f| f.id).collect();
        Failure::new(
            "record.unknown_field",
            format!("「{}」没有名为「{id}」的字段", ledger.label),
            format!("可用的字段：{}", known.join("、")),
        )
    })
}

/// One accepted value of a field.
fn accept(field: &Field, value: &str, year: Option<i32>, names: &Names) -> Result<(String, Vec<Sql>)> {
    let column = format!("\"{}\"", field.id);
    if value.is_empty() {
        return Ok((format!("{column} IS NULL"), vec![]));
    }
    let wrong = || unknown_value(field, value);
    let equal = |value: Sql| Ok((format!("{column} = ?"), vec![value]));
    match field.kind {
        FieldKind::Choice { choices } => {
            let found = choices.iter().find(|c| c.id == value).ok_or_else(wrong)?;
            equal(Sql::Text(found.id.to_owned()))
        }
        FieldKind::Entry { catalogue } => {
            equal(Sql::Integer(names.find(catalogue, value).ok_or_else(wrong)?.id))
        }
        FieldKind::Entries { .. } | FieldKind::Publications => {
            let catalogue = field.kind.catalogue().ok_or_else(wrong)?;
            let id = names.find(catalogue, value).ok_or_else(wrong)?.id;
            Ok((format!("instr({column}, ?) > 0"), vec![Sql::Text(format!(",{id},"))]))
        }
        FieldKind::Flag => {
            let flag = bool::from_str(value).map_err(|_| wrong())?;
            equal(Sql::Integer(flag.into()))
        }
        FieldKind::Date => accept_date(&column, value, year).ok_or_else(|| wrong().into()),
        FieldKind::Integer { .. } => {
            equal(Sql::Integer(Decimal::parse(value).and_then(Decimal::as_whole).ok_or_else(wrong)?))
        }
        FieldKind::Money => equal(Sql::Integer(Decimal::parse(value).ok_or_else(wrong)?.millionths())),
        FieldKind::Text { .. } | FieldKind::LongText { .. } | FieldKind::Link => {
            equal(Sql::Text(value.to_owned()))
        }
        FieldKind::Attachment => Err(wrong().into()),
    }
}

/// `@year`, or the beginning of a date: `2018`, `2018-03`, `2018-03-08`.
fn accept_date(column: &str, value: &str, year: Option<i32>) -> Option<(String, Vec<Sql>)> {
    if value == WITHIN_YEAR {
        let Some(year) = year else { return Some((format!("{column} IS NOT NULL"), vec![])) };
        let (first, last) = days_of(year);
        return Some((format!("{column} BETWEEN ? AND ?"), vec![Sql::Text(first), Sql::Text(last)]));
    }
    if value == BEFORE_YEAR {
        let Some(year) = year else { return Some((format!("{column} IS NOT NULL"), vec![])) };
        let (first, _) = days_of(year);
        return Some((format!("{column} < ?"), vec![Sql::Text(first)]));
    }
    let open = match value {
        AT_YEAR_END => Some(">="),
        AFTER_YEAR => Some(">"),
        _ => None,
    };
    if let Some(comparison) = open {
        let Some(year) = year else { return Some((format!("{column} IS NULL"), vec![])) };
        let (_, last) = days_of(year);
        return Some((format!("({column} IS NULL OR {column} {comparison} ?)"), vec![Sql::Text(last)]));
    }
    let whole = match value.len() {
        4 => format!("{value}-01-01"),
        7 => format!("{value}-01"),
        10 => value.to_owned(),
        _ => return None,
    };
    let date = NaiveDate::parse_from_str(&whole, "%Y-%m-%d").ok()?;
    if date.to_string() != whole {
        return None;
    }
    // `~` stands behind every digit and hyphen.
    Some((
        format!("{column} BETWEEN ? AND ?"),
        vec![Sql::Text(value.to_owned()), Sql::Text(format!("{value}~"))],
    ))
}

fn unknown_value(field: &Field, value: &str) -> Failure {
    Failure::new(
        "filter.unknown_value",
        format!("{}里没有「{value}」，不能按它筛选", field.label),
        "它可能已经改名或删除，请重新选择筛选条件",
    )
}
