//! Lists and figures over a ledger: a page with its totals, a count, a sum, the different texts, the
//! months of a year.

use std::collections::BTreeSet;

use domain::{
    Decimal, Failure, FieldKind, Filter, Ledger, Record, RecordPage, RecordQuery, Value, mask::masked,
};
use rusqlite::{Connection, params_from_iter};

use crate::Store;
use crate::catalogue::Names;
use crate::error::Result;
use crate::filter::{conditions, known_field};
use crate::records::known;
use crate::totals::{Tally, decimal, is_number};
use crate::{order, row, selection};

impl Store {
    /// A page of a ledger with the number of records and the totals of all pages. Personal data is
    /// masked. A month takes the records that began in it.
    ///
    /// # Errors
    /// `ledger.unknown`, `record.unknown_field`, `filter.unknown_value`, `search.too_long`; those of
    /// SQLite.
    pub fn list(&self, query: &RecordQuery) -> std::result::Result<RecordPage, Failure> {
        Ok(page(&self.db, query)?)
    }

    /// How many records of a year a filter accepts.
    ///
    /// # Errors
    /// As [`Store::list`].
    pub fn count(
        &self,
        ledger: &str,
        year: Option<i32>,
        filter: &Filter,
    ) -> std::result::Result<i64, Failure> {
        Ok(scalar(&self.db, known(ledger)?, "count(*)", year, filter)?)
    }

    /// The sum of a number field over the records of a year that a filter accepts; amounts in 元.
    ///
    /// # Errors
    /// As [`Store::list`]; `field.not_a_number`.
    pub fn sum(
        &self,
        ledger: &str,
        field: &str,
        year: Option<i32>,
        filter: &Filter,
    ) -> std::result::Result<Decimal, Failure> {
        let ledger = known(ledger)?;
        let field = known_field(ledger, field)?;
        if !is_number(field) || field.personal {
            return Err(Failure::new(
                "field.not_a_number",
                format!("「{}」的「{}」不是数字，不能相加", ledger.label, field.label),
                "请选一个数字字段",
            ));
        }
        let sum = format!("coalesce(sum(\"{}\"), 0)", field.id);
        Ok(scalar(&self.db, ledger, &sum, year, filter).map(|sum| decimal(field, sum))?)
    }

    /// The different texts of a field, choices by their labels, in the order of another field (empty
    /// ones last) and then of entry.
    ///
    /// # Errors
    /// As [`Store::list`]; `field.not_a_text`, for personal data too.
    pub fn distinct_texts(
        &self,
        ledger: &str,
        field: &str,
        year: Option<i32>,
        filter: &Filter,
        order_by: Option<&str>,
    ) -> std::result::Result<Vec<String>, Failure> {
        Ok(texts(&self.db, known(ledger)?, field, year, filter, order_by)?)
    }

    /// How many records of a year fall, or begin, in each of its months.
    ///
    /// # Errors
    /// `ledger.unknown`; those of SQLite.
    pub fn months(&self, ledger: &str, year: i32) -> std::result::Result<[i64; 12], Failure> {
        Ok(months(&self.db, known(ledger)?, year)?)
    }
}

fn page(db: &Connection, query: &RecordQuery) -> Result<RecordPage> {
    let ledger = known(&query.ledger)?;
    // One state of the file for the page, the count and the totals, whatever another program writes.
    let _snapshot = db.unchecked_transaction()?;
    let names = Names::read(db)?;
    let mut tallies = Tally::of(ledger, &names);
    let accepted = selection::select(db, ledger, query, &names, &mut tallies)?;
    let ids = order::page_ids(db, ledger, query, &names, &accepted)?;
    let rows = ids.into_iter().map(|id| Ok(hidden(ledger, row::read(db, ledger, &names, id)?)));
    Ok(RecordPage {
        rows: rows.collect::<Result<_>>()?,
        count: i64::try_from(accepted.len()).unwrap_or(i64::MAX),
        totals: tallies.into_iter().flat_map(|tally| tally.totals(&query.filter)).collect(),
    })
}

/// The record as a list may show it.
fn hidden(ledger: &Ledger, mut record: Record) -> Record {
    for field in ledger.personal_fields() {
        if matches!(field.kind, FieldKind::Choice { .. }) {
            continue;
        }
        if let Some(value) = record.values.get_mut(field.id) {
            *value = value.as_text().map_or(Value::Null, |text| Value::Text(masked(text)));
        }
    }
    record
}

fn scalar(db: &Connection, ledger: &Ledger, what: &str, year: Option<i32>, filter: &Filter) -> Result<i64> {
    let wanted = conditions(ledger, year, filter, &Names::read(db)?)?;
    let sql = format!("SELECT {what} FROM {0} INDEXED BY {0}_facets WHERE {1}", ledger.id, wanted.sql());
    Ok(db.prepare_cached(&sql)?.query_row(params_from_iter(&wanted.params), |row| row.get(0))?)
}

fn texts(
    db: &Connection,
    ledger: &Ledger,
    field: &str,
    year: Option<i32>,
    filter: &Filter,
    order_by: Option<&str>,
) -> Result<Vec<String>> {
    let field = known_field(ledger, field)?;
    let textual = matches!(
        field.kind,
        FieldKind::Text { .. }
            | FieldKind::LongText { .. }
            | FieldKind::Choice { .. }
            | FieldKind::Entry { .. }
    );
    let order = order_by.map(|id| known_field(ledger, id)).transpose()?;
    if let Some(wrong) = [Some(field), order].into_iter().flatten().find(|f| f.personal) {
        return Err(not_a_text(ledger, wrong.label, "是个人信息").into());
    }
    if !textual {
        return Err(not_a_text(ledger, field.label, "不是文字").into());
    }
    let names = Names::read(db)?;
    let wanted = conditions(ledger, year, filter, &names)?;
    let (column, table) = (field.id, ledger.id);
    let order = order.map(|f| format!("\"{0}\" IS NULL, \"{0}\", ", f.id)).unwrap_or_default();
    let sql = format!(
        "SELECT \"{column}\" FROM {table} WHERE {} AND \"{column}\" IS NOT NULL ORDER BY {order}id",
        wanted.sql()
    );
    let mut statement = db.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(&wanted.params))?;
    let (mut seen, mut texts) = (BTreeSet::new(), Vec::new());
    while let Some(row) = rows.next()? {
        let text = match field.kind {
            FieldKind::Entry { .. } => names.name(row.get(0)?).to_owned(),
            FieldKind::Choice { choices } => {
                let id: String = row.get(0)?;
                choices.iter().find(|c| c.id == id).map_or(id, |c| c.label.to_owned())
            }
            _ => row.get(0)?,
        };
        if seen.insert(text.clone()) {
            texts.push(text);
        }
    }
    Ok(texts)
}

fn not_a_text(ledger: &Ledger, label: &str, why: &str) -> Failure {
    Failure::new(
        "field.not_a_text",
        format!("「{}」的「{label}」{why}，不能列出", ledger.label),
        "请选一个文字字段",
    )
}

fn months(db: &Connection, ledger: &Ledger, year: i32) -> Result<[i64; 12]> {
    let sql = format!(
        "SELECT count(*) FROM {0} INDEXED BY {0}_newest
         WHERE deleted_at IS NULL AND year_on BETWEEN ?1 AND ?1 || '~'",
        ledger.id
    );
    let mut statement = db.prepare_cached(&sql)?;
    let mut months = [0; 12];
    for (month, count) in (1..).zip(&mut months) {
        *count = statement.query_row([format!("{year:04}-{month:02}")], |row| row.get(0))?;
    }
    Ok(months)
}
