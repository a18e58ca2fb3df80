//! A record's values as the tables hold them, and back: entries as ids, money in millionths of a
//! 元, personal data in its own table.

use chrono::NaiveDate;
use domain::ledger::check::{self, Faults};
use domain::{
    Attachment, CatalogueId, Decimal, Field, FieldKind, Ledger, Publication, Record, Value, Values, YearRule,
};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};

use crate::attachments;
use crate::catalogue::Names;
use crate::error::{Result, no_record};
use crate::filter::{Conditions, known_field};

/// Entries and, for channels, each one's own date.
type Several = Vec<(i64, Option<String>)>;

/// A record's values, ready for its tables.
pub(crate) struct Columns {
    /// The day that places the record in a year.
    pub year_on: String,
    /// One for each of [`Ledger::own_fields`], in their order.
    pub own: Vec<Sql>,
    /// One for each of [`Ledger::personal_fields`], in their order.
    pub personal: Vec<Sql>,
    /// Fields with a table of their own.
    pub many: Vec<(&'static Field, Several)>,
}

/// Brings values to the tables' form. `held` are the values the record had before: an entry that was
/// retired since may stay.
pub(crate) fn columns(
    ledger: &'static Ledger,
    values: &Values,
    names: &Names,
    held: Option<&Values>,
) -> Result<Columns> {
    for id in values.keys() {
        known_field(ledger, id)?;
    }
    let mut faults = Faults::new();
    let mut columns = Columns { year_on: String::new(), own: vec![], personal: vec![], many: vec![] };
    for field in ledger.fields {
        let value = values.get(field.id).unwrap_or(&Value::Null);
        let held = held.and_then(|held| held.get(field.id));
        let kept = keep(field, value, names, held).unwrap_or_else(|fault| {
            faults.insert(field.id.to_owned(), fault);
            Kept::One(Sql::Null)
        });
        match kept {
            Kept::One(value) if field.personal => columns.personal.push(value),
            Kept::One(value) => columns.own.push(value),
            Kept::Many(list) => {
                columns.own.push(in_one_column(&list));
                columns.many.push((field, list));
            }
        }
    }
    match year_on(ledger, values) {
        Ok(day) => columns.year_on = day,
        Err((id, fault)) => {
            faults.entry(id).or_insert(fault);
        }
    }
    if faults.is_empty() { Ok(columns) } else { Err(check::incomplete(ledger, faults).into()) }
}

enum Kept {
    One(Sql),
    Many(Several),
}

fn keep(
    field: &Field,
    value: &Value,
    names: &Names,
    held: Option<&Value>,
) -> std::result::Result<Kept, String> {
    if value.is_empty() {
        return Ok(if field.kind.is_many() { Kept::Many(vec![]) } else { Kept::One(Sql::Null) });
    }
    let wrong = || format!("{}填得不对", field.label);
    let find = |catalogue, name: &str| find(names, catalogue, name, held);
    let one = match (field.kind, value) {
        (FieldKind::Integer { .. }, Value::Integer(n)) => Sql::Integer(*n),
        (FieldKind::Flag, Value::Flag(flag)) => Sql::Integer((*flag).into()),
        (FieldKind::Money, Value::Text(text)) => {
            Sql::Integer(Decimal::parse(text).ok_or_else(wrong)?.millionths())
        }
        (FieldKind::Entry { catalogue }, Value::Text(name)) => Sql::Integer(find(catalogue, name)?),
        (FieldKind::Attachment, Value::Attachment(kept)) if attachments::is_hash(&kept.hash) => {
            Sql::Text(serde_json::to_string(kept).map_err(|_| wrong())?)
        }
        (FieldKind::Date, Value::Text(text)) if value.as_date().is_some_and(|d| d.to_string() == *text) => {
            Sql::Text(text.clone())
        }
        (
            FieldKind::Text { .. } | FieldKind::LongText { .. } | FieldKind::Choice { .. } | FieldKind::Link,
            Value::Text(text),
        ) => Sql::Text(text.clone()),
        (FieldKind::Entries { catalogue }, Value::List(list)) => {
            let entries = list.iter().map(|name| Ok((find(catalogue, name)?, None)));
            return Ok(Kept::Many(once_each(entries.collect::<std::result::Result<_, String>>()?)));
        }
        (FieldKind::Publications, Value::Publications(list)) => {
            let entries = list
                .iter()
                .map(|p| Ok((find(CatalogueId::Channel, &p.channel)?, p.on.map(|on| on.to_string()))));
            return Ok(Kept::Many(once_each(entries.collect::<std::result::Result<_, String>>()?)));
        }
        _ => return Err(wrong()),
    };
    Ok(Kept::One(one))
}

fn once_each(list: Several) -> Several {
    let mut once: Several = Vec::with_capacity(list.len());
    for entry in list {
        if !once.iter().any(|(id, _)| *id == entry.0) {
            once.push(entry);
        }
    }
    once
}

fn find(
    names: &Names,
    catalogue: CatalogueId,
    name: &str,
    held: Option<&Value>,
) -> std::result::Result<i64, String> {
    let label = catalogue.label();
    let Some(entry) = names.find(catalogue, name.trim()) else {
        return Err(format!("{label}里没有「{name}」，请先在设置的目录中添加"));
    };
    let had = match held {
        Some(Value::Text(held)) => *held == entry.name,
        Some(Value::List(held)) => held.contains(&entry.name),
        Some(Value::Publications(held)) => held.iter().any(|p| p.channel == entry.name),
        _ => false,
    };
    if entry.retired && !had {
        return Err(format!("{label}「{name}」已经停用，请换一个，或者先在设置的目录中恢复使用"));
    }
    Ok(entry.id)
}

/// `,3,1,`, in the order given; see [`crate::tables`].
fn in_one_column(list: &[(i64, Option<String>)]) -> Sql {
    if list.is_empty() {
        return Sql::Null;
    }
    Sql::Text(list.iter().map(|(id, _)| format!(",{id}")).collect::<String>() + ",")
}

/// The entries of a column written by [`in_one_column`]. Byte by byte: lists read it for every record.
pub(crate) fn entries_of(column: &[u8]) -> impl Iterator<Item = i64> {
    let mut rest = column;
    std::iter::from_fn(move || {
        let mut id = None;
        while let Some((byte, after)) = rest.split_first() {
            rest = after;
            match byte {
                b'0'..=b'9' => {
                    let so_far: i64 = id.unwrap_or(0);
                    id = Some(so_far.saturating_mul(10).saturating_add(i64::from(byte - b'0')));
                }
                _ if id.is_some() => break,
                _ => {}
            }
        }
        id
    })
}

fn year_on(ledger: &Ledger, values: &Values) -> std::result::Result<String, (String, String)> {
    let dates = match &ledger.year_rule {
        YearRule::First(dates) => *dates,
        YearRule::Span(from, _) => std::slice::from_ref(from),
    };
    let filled = dates.iter().find_map(|id| values.get(*id).and_then(|value| value.as_date()));
    let last = dates.last().copied().unwrap_or_default();
    filled.map(|date| date.to_string()).ok_or_else(|| {
        let label = ledger.field(last).map_or(last, |f| f.label);
        (last.to_owned(), format!("请填写{label}"))
    })
}

/// A record by its id, in the recycle bin or not.
pub(crate) fn read(db: &Connection, ledger: &'static Ledger, names: &Names, id: i64) -> Result<Record> {
    let sql = format!("SELECT {} FROM {} WHERE id = ?1", selected(ledger), ledger.id);
    let mut statement = db.prepare_cached(&sql)?;
    let found = statement.query_row([id], |row| record(ledger, row, names));
    let mut record = found.optional()?.ok_or_else(|| no_record(ledger.label, id))?;
    add_channel_dates(db, ledger, names, &mut record)?;
    add_personal(db, ledger, names, &mut record)?;
    Ok(record)
}

/// The records that meet conditions, oldest first, without what stands in tables beside.
pub(crate) fn read_all(
    db: &Connection,
    ledger: &'static Ledger,
    names: &Names,
    conditions: &Conditions,
) -> Result<Vec<Record>> {
    let sql =
        format!("SELECT {} FROM {} WHERE {} ORDER BY id", selected(ledger), ledger.id, conditions.sql());
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map(params_from_iter(&conditions.params), |row| record(ledger, row, names))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The records that meet a condition without parameters, oldest first, as [`read_all`] gives them.
pub(crate) fn read_where(
    db: &Connection,
    ledger: &'static Ledger,
    names: &Names,
    condition: &str,
) -> Result<Vec<Record>> {
    let sql = format!("SELECT {} FROM {} WHERE {condition} ORDER BY id", selected(ledger), ledger.id);
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| record(ledger, row, names))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn selected(ledger: &Ledger) -> String {
    let fields: String = ledger.own_fields().map(|f| format!(", \"{}\"", f.id)).collect();
    format!("created_at, updated_at, deleted_at, id{fields}")
}

/// A row of [`selected`] columns.
fn record(ledger: &'static Ledger, row: &Row<'_>, names: &Names) -> rusqlite::Result<Record> {
    let mut record = Record {
        id: row.get(3)?,
        ledger: ledger.id.to_owned(),
        values: Values::new(),
        created_at: row.get(0)?,
        updated_at: row.get(1)?,
        deleted_at: row.get(2)?,
    };
    for (at, field) in ledger.own_fields().enumerate() {
        record.values.insert(field.id.to_owned(), value(field, row, at + 4, names)?);
    }
    Ok(record)
}

fn value(field: &Field, row: &Row<'_>, at: usize, names: &Names) -> rusqlite::Result<Value> {
    Ok(match field.kind {
        FieldKind::Integer { .. } => row.get::<_, Option<i64>>(at)?.map_or(Value::Null, Value::Integer),
        FieldKind::Flag => row.get::<_, Option<bool>>(at)?.map_or(Value::Null, Value::Flag),
        FieldKind::Money => row
            .get::<_, Option<i64>>(at)?
            .map_or(Value::Null, |n| Value::Text(Decimal::from_millionths(n).to_string())),
        FieldKind::Entry { .. } => {
            row.get::<_, Option<i64>>(at)?.map_or(Value::Null, |id| Value::Text(names.name(id).to_owned()))
        }
        FieldKind::Entries { .. } => row.get::<_, Option<String>>(at)?.map_or(Value::Null, |list| {
            Value::List(entries_of(list.as_bytes()).map(|id| names.name(id).to_owned()).collect())
        }),
        FieldKind::Publications => row.get::<_, Option<String>>(at)?.map_or(Value::Null, |list| {
            let named = |id| Publication { channel: names.name(id).to_owned(), on: None };
            Value::Publications(entries_of(list.as_bytes()).map(named).collect())
        }),
        FieldKind::Attachment => {
            let json: Option<String> = row.get(at)?;
            let kept: Option<Attachment> = json.and_then(|json| serde_json::from_str(&json).ok());
            kept.map_or(Value::Null, Value::Attachment)
        }
        FieldKind::Text { .. }
        | FieldKind::LongText { .. }
        | FieldKind::Date
        | FieldKind::Choice { .. }
        | FieldKind::Link => row.get::<_, Option<String>>(at)?.map_or(Value::Null, Value::Text),
    })
}

fn add_channel_dates(db: &Connection, ledger: &Ledger, names: &Names, record: &mut Record) -> Result<()> {
    for field in ledger.fields.iter().filter(|f| f.kind == FieldKind::Publications) {
        let Some(Value::Publications(list)) = record.values.get_mut(field.id) else { continue };
        let sql =
            format!("SELECT entry_id, published_on FROM {}_{} WHERE record_id = ?1", ledger.id, field.id);
        let mut statement = db.prepare_cached(&sql)?;
        let mut rows = statement.query([record.id])?;
        while let Some(row) = rows.next()? {
            let (name, on) = (names.name(row.get(0)?), row.get::<_, Option<String>>(1)?);
            let on: Option<NaiveDate> = on.and_then(|on| on.parse().ok());
            for publication in list.iter_mut().filter(|p| p.channel == name) {
                publication.on = on;
            }
        }
    }
    Ok(())
}

fn add_personal(db: &Connection, ledger: &Ledger, names: &Names, record: &mut Record) -> Result<()> {
    let personal: Vec<_> = ledger.personal_fields().collect();
    if personal.is_empty() {
        return Ok(());
    }
    let columns: Vec<_> = personal.iter().map(|f| format!("\"{}\"", f.id)).collect();
    let sql = format!("SELECT {} FROM {}_person WHERE record_id = ?1", columns.join(", "), ledger.id);
    let mut statement = db.prepare_cached(&sql)?;
    let values = statement.query_row([record.id], |row| {
        personal
            .iter()
            .enumerate()
            .map(|(at, field)| value(field, row, at, names))
            .collect::<rusqlite::Result<Vec<_>>>()
    });
    let values = values.optional()?.unwrap_or_else(|| vec![Value::Null; personal.len()]);
    record.values.extend(personal.iter().map(|f| f.id.to_owned()).zip(values));
    Ok(())
}
