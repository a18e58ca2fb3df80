//! Records come, change, go into the recycle bin and come back. Whatever one of these does to a
//! record's tables, its numbers and its search index happens in one transaction.

use chrono::NaiveDateTime;
use domain::ledger::frozen;
use domain::{Failure, Filter, Ledger, Record, Value, Values, ledgers};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params_from_iter};

use crate::catalogue::Names;
use crate::error::{Error, Result, no_record, unknown_ledger};
use crate::row::{self, Columns};
use crate::{Store, events, filter, numbering, search, time, versions};

/// From so many records at a time on, the search index is put in order afterwards.
const MANY: usize = 1_000;

impl Store {
    /// A record with all its values, unmasked; also from the recycle bin.
    ///
    /// # Errors
    /// `ledger.unknown`, `record.missing`.
    pub fn record(&self, ledger: &str, id: i64) -> std::result::Result<Record, Failure> {
        let read = || -> Result<Record> { row::read(&self.db, known(ledger)?, &Names::read(&self.db)?, id) };
        Ok(read()?)
    }

    /// The records of a ledger that fall into a year, oldest first, without personal data and without the
    /// dates of single channels: what the rules look at.
    ///
    /// # Errors
    /// `ledger.unknown`; those of SQLite.
    pub fn records_of_year(&self, ledger: &str, year: i32) -> std::result::Result<Vec<Record>, Failure> {
        let read = || -> Result<Vec<Record>> {
            let ledger = known(ledger)?;
            let names = Names::read(&self.db)?;
            let conditions = filter::conditions(ledger, Some(year), &Filter::new(), &names)?;
            row::read_all(&self.db, ledger, &names, &conditions)
        };
        Ok(read()?)
    }

    /// Adds a checked record. A disclosure without a 索引号 gets the next one of its year.
    ///
    /// # Errors
    /// `record.incomplete` for an unknown or retired entry; `record.duplicate` for a 索引号 in use;
    /// `profile.index_pattern`; those of SQLite.
    pub fn insert(
        &mut self,
        ledger: &str,
        values: &Values,
        now: NaiveDateTime,
    ) -> std::result::Result<Record, Failure> {
        let mut insert = || -> Result<Record> {
            let ledger = known(ledger)?;
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let names = Names::read(&transaction)?;
            let id = add(&transaction, ledger, values, &names, now)?;
            let record = row::read(&transaction, ledger, &names, id)?;
            transaction.commit()?;
            Ok(record)
        };
        Ok(insert()?)
    }

    /// Adds checked records, all or none, and gives their ids in order.
    ///
    /// # Errors
    /// As [`Store::insert`], the message saying which of several records it was.
    pub fn insert_many(
        &mut self,
        ledger: &str,
        records: &[Values],
        now: NaiveDateTime,
    ) -> std::result::Result<Vec<i64>, Failure> {
        let mut insert = || -> Result<Vec<i64>> {
            let ledger = known(ledger)?;
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let names = Names::read(&transaction)?;
            let mut ids = Vec::with_capacity(records.len());
            for (at, values) in records.iter().enumerate() {
                let id = add(&transaction, ledger, values, &names, now).map_err(|error| {
                    let mut failure = Failure::from(error);
                    if records.len() > 1 {
                        failure.message = format!("第 {} 条：{}", at + 1, failure.message);
                    }
                    failure
                })?;
                ids.push(id);
            }
            if records.len() >= MANY {
                search::tidy(&transaction, ledger)?;
            }
            transaction.commit()?;
            Ok(ids)
        };
        Ok(insert()?)
    }

    /// Puts checked values in place of a record's. A disclosure whose 索引号 was cleared gets a new
    /// one.
    ///
    /// # Errors
    /// As [`Store::insert`]; `record.missing`; `record.deleted` for one in the recycle bin;
    /// `application.events` for what follows from a case's events.
    pub fn update(
        &mut self,
        ledger: &str,
        id: i64,
        values: &Values,
        now: NaiveDateTime,
    ) -> std::result::Result<Record, Failure> {
        let mut update = || -> Result<Record> {
            let ledger = known(ledger)?;
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let names = Names::read(&transaction)?;
            events::guard_typed(&transaction, ledger, &names, id, values)?;
            change(&transaction, ledger, id, values, &names, now)?;
            let record = row::read(&transaction, ledger, &names, id)?;
            transaction.commit()?;
            Ok(record)
        };
        Ok(update()?)
    }

    /// Puts records into the recycle bin, all or none. One that is there already stays as it is.
    ///
    /// # Errors
    /// `ledger.unknown`, `record.missing`.
    pub fn delete(
        &mut self,
        ledger: &str,
        ids: &[i64],
        now: NaiveDateTime,
    ) -> std::result::Result<(), Failure> {
        let mut delete = || -> Result<()> {
            let ledger = known(ledger)?;
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let names = Names::read(&transaction)?;
            for id in ids {
                require(&transaction, ledger, *id)?;
                let held = row::read(&transaction, ledger, &names, *id)?;
                if held.deleted_at.is_none() {
                    guard(&transaction, ledger, Some(&held.values), None)?;
                }
                let sql =
                    format!("UPDATE {} SET deleted_at = ?2 WHERE id = ?1 AND deleted_at IS NULL", ledger.id);
                transaction.prepare_cached(&sql)?.execute((id, time::stamp(now)))?;
            }
            Ok(transaction.commit()?)
        };
        Ok(delete()?)
    }

    /// Takes records out of the recycle bin, all or none.
    ///
    /// # Errors
    /// `ledger.unknown`, `record.missing`; `record.duplicate` where a 索引号 is in use by now.
    pub fn restore(&mut self, ledger: &str, ids: &[i64]) -> std::result::Result<(), Failure> {
        let mut restore = || -> Result<()> {
            let ledger = known(ledger)?;
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let names = Names::read(&transaction)?;
            for id in ids {
                require(&transaction, ledger, *id)?;
                let held = row::read(&transaction, ledger, &names, *id)?;
                if held.deleted_at.is_some() {
                    guard(&transaction, ledger, None, Some(&held.values))?;
                }
                if ledger.field(numbering::FIELD).is_some() {
                    let sql = "SELECT index_number FROM disclosure WHERE id = ?1";
                    let number: Option<String> = transaction.query_row(sql, [id], |row| row.get(0))?;
                    if let Some(number) = number {
                        numbering::check_free(&transaction, &number, Some(*id)).map_err(in_the_way)?;
                    }
                }
                let sql = format!("UPDATE {} SET deleted_at = NULL WHERE id = ?1", ledger.id);
                transaction.prepare_cached(&sql)?.execute([id])?;
            }
            Ok(transaction.commit()?)
        };
        Ok(restore()?)
    }
}

/// A record in the recycle bin cannot be changed, so the one that has its 索引号 has to give way.
fn in_the_way(error: Error) -> Error {
    let mut failure = Failure::from(error);
    if failure.code == "record.duplicate" {
        let holder = failure.fields.get(numbering::FIELD).cloned().unwrap_or_default();
        failure.message = format!("没有还原：{holder}");
        failure.hint = "请先修改那条记录的索引号，再来还原".to_owned();
    }
    failure.into()
}

/// A ledger by its id.
pub(crate) fn known(id: &str) -> std::result::Result<&'static Ledger, Failure> {
    ledgers::ledger(id).ok_or_else(|| unknown_ledger(id))
}

/// Nothing that a locked report counts may change behind it.
fn guard(db: &Connection, ledger: &Ledger, old: Option<&Values>, new: Option<&Values>) -> Result<()> {
    let locked = versions::locked_years(db)?;
    match frozen::locked_by(ledger, &locked, old, new) {
        None => Ok(()),
        Some(year) => Err(Failure::new(
            "report.locked",
            format!("没有保存：{year} 年的报告已经锁定归档，计入这一年的「{}」记录不能增删改", ledger.label),
            "备注和附件仍可以修改；确需更正数据的，请到那一年的年度报告里点「更正」，写明理由，另出一版",
        )
        .into()),
    }
}

fn add(
    db: &Connection,
    ledger: &'static Ledger,
    values: &Values,
    names: &Names,
    now: NaiveDateTime,
) -> Result<i64> {
    let columns = row::columns(ledger, values, names, None)?;
    guard(db, ledger, None, Some(values))?;
    let numbered = numbered(db, ledger, values, names, None)?;
    let (values, columns) = match &numbered {
        Some(values) => (values, row::columns(ledger, values, names, None)?),
        None => (values, columns),
    };
    let fields: Vec<_> = ledger.own_fields().map(|f| format!("\"{}\"", f.id)).collect();
    let sql = format!(
        "INSERT INTO {} (year_on, created_at, updated_at, {}) VALUES (?, ?, ?{})",
        ledger.id,
        fields.join(", "),
        ", ?".repeat(fields.len())
    );
    let stamp = Sql::Text(time::stamp(now));
    let head = [Sql::Text(columns.year_on.clone()), stamp.clone(), stamp];
    db.prepare_cached(&sql)?.execute(params_from_iter(head.iter().chain(&columns.own)))?;
    let id = db.last_insert_rowid();
    put_beside(db, ledger, id, &columns)?;
    search::index(db, ledger, id, values)?;
    Ok(id)
}

/// Puts values in place of a record's, in a transaction that the caller has begun.
pub(crate) fn change(
    db: &Connection,
    ledger: &'static Ledger,
    id: i64,
    values: &Values,
    names: &Names,
    now: NaiveDateTime,
) -> Result<()> {
    let held = row::read(db, ledger, names, id)?;
    if held.deleted_at.is_some() {
        return Err(Failure::new(
            "record.deleted",
            "没有保存：这条记录在回收站里",
            "请先在回收站里还原它，再修改",
        )
        .into());
    }
    // Entries first: no number is used up for a record that is not kept.
    row::columns(ledger, values, names, Some(&held.values))?;
    guard(db, ledger, Some(&held.values), Some(values))?;
    let numbered = numbered(db, ledger, values, names, Some(id))?;
    let values = numbered.as_ref().unwrap_or(values);
    let columns = row::columns(ledger, values, names, Some(&held.values))?;
    let fields: String = ledger.own_fields().map(|f| format!(", \"{}\" = ?", f.id)).collect();
    let sql = format!("UPDATE {} SET year_on = ?, updated_at = ?{fields} WHERE id = ?", ledger.id);
    let head = [Sql::Text(columns.year_on.clone()), Sql::Text(time::stamp(now))];
    let tail = [Sql::Integer(id)];
    db.prepare_cached(&sql)?.execute(params_from_iter(head.iter().chain(&columns.own).chain(&tail)))?;
    put_beside(db, ledger, id, &columns)?;
    search::forget(db, ledger, id)?;
    search::index(db, ledger, id, values)
}

/// The values with a 索引号, where the ledger numbers its records and this one has none; a 索引号 that
/// was typed must be free.
fn numbered(
    db: &Connection,
    ledger: &Ledger,
    values: &Values,
    names: &Names,
    own: Option<i64>,
) -> Result<Option<Values>> {
    if ledger.field(numbering::FIELD).is_none() {
        return Ok(None);
    }
    if let Some(number) = values.get(numbering::FIELD).and_then(|value| value.as_text()) {
        numbering::check_free(db, number, own)?;
        return Ok(None);
    }
    let mut numbered = values.clone();
    numbered.insert(numbering::FIELD.to_owned(), Value::Text(numbering::give(db, values, names)?));
    Ok(Some(numbered))
}

/// The tables beside the ledger's own: entries, channels, personal data.
fn put_beside(db: &Connection, ledger: &Ledger, id: i64, columns: &Columns) -> Result<()> {
    for (field, list) in &columns.many {
        let table = format!("{}_{}", ledger.id, field.id);
        db.prepare_cached(&format!("DELETE FROM {table} WHERE record_id = ?1"))?.execute([id])?;
        let dated = field.kind == domain::FieldKind::Publications;
        let (more, value) = if dated { (", published_on", ", ?3") } else { ("", "") };
        let sql = format!("INSERT INTO {table} (record_id, entry_id{more}) VALUES (?1, ?2{value})");
        let mut insert = db.prepare_cached(&sql)?;
        for (entry, on) in list {
            if dated {
                insert.execute((id, entry, on))?
            } else {
                insert.execute((id, entry))?
            };
        }
    }
    if !columns.personal.is_empty() {
        let fields: String = ledger.personal_fields().map(|f| format!(", \"{}\"", f.id)).collect();
        let marks = ", ?".repeat(columns.personal.len());
        let sql =
            format!("INSERT OR REPLACE INTO {}_person (record_id{fields}) VALUES (?{marks})", ledger.id);
        let head = [Sql::Integer(id)];
        db.prepare_cached(&sql)?.execute(params_from_iter(head.iter().chain(&columns.personal)))?;
    }
    Ok(())
}

fn require(db: &Connection, ledger: &Ledger, id: i64) -> Result<()> {
    let sql = format!("SELECT 1 FROM {} WHERE id = ?1", ledger.id);
    let there: Option<i64> = db.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?;
    there.map(|_| ()).ok_or_else(|| no_record(ledger.label, id).into())
}
