//! The events of applications. They belong to their record: they lie in the recycle bin with it, come back
//! with it and are purged with it. The fields of the record that follow from them are written in the same
//! transaction, so the ledger and the case never disagree.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};
use domain::clock::{Event, FOLLOWED, FOLLOWED_FEE, What, refuse_typed};
use domain::{Failure, Ledger, Record, Value, Values};
use rusqlite::{Connection, Row, TransactionBehavior, params};
use serde::{Deserialize, Serialize};

use crate::catalogue::Names;
use crate::error::Result;
use crate::schema::Step;
use crate::{Store, records, row, time};

pub(crate) const STEPS: &[Step] = &[Step {
    version: 4,
    sql: "
CREATE TABLE application_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    application_id INTEGER NOT NULL REFERENCES application(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    on_date TEXT NOT NULL,
    event TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX application_event_order ON application_event(application_id, position);
CREATE TABLE application_event_past (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    application_id INTEGER NOT NULL REFERENCES application(id) ON DELETE CASCADE,
    event_id INTEGER NOT NULL,
    event TEXT NOT NULL,
    created_at TEXT NOT NULL,
    replaced_at TEXT NOT NULL
) STRICT;
CREATE INDEX application_event_past_of ON application_event_past(application_id);
CREATE INDEX application_open ON application(id) WHERE deleted_at IS NULL AND \"delivered_on\" IS NULL;
",
}];

/// What may still be open: nothing delivered, and either no outcome yet or events that say how it stands. A
/// record that was kept without events and has its outcome is done.
const OPEN: &str = "deleted_at IS NULL AND \"delivered_on\" IS NULL AND
    (\"outcome\" IS NULL OR id IN (SELECT application_id FROM application_event))";

/// An event as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptEvent {
    /// Stable, also when the event is put right.
    pub id: i64,
    /// What happened.
    pub event: Event,
    /// When it was entered: `YYYY-MM-DDTHH:MM:SS`.
    pub created_at: String,
}

/// What an event was before it was put right or taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastEvent {
    /// Of which event.
    pub event_id: i64,
    /// As it was.
    pub event: Event,
    /// When it had been entered.
    pub created_at: String,
    /// When it was put right or taken back.
    pub replaced_at: String,
}

/// A change to the events of an application; positions count from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EventChange {
    /// Puts events in at a position.
    Insert(usize, Vec<Event>),
    /// Puts an event right.
    Replace(usize, Event),
    /// Takes an event back.
    Remove(usize),
}

/// An application that is not closed, with what the terms page says of it. No personal data.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenCase {
    /// The record, without what stands in tables beside.
    pub record: Record,
    /// Its events; none where it is kept without.
    pub events: Vec<Event>,
}

impl Store {
    /// The events of an application, in their order; none where it is kept without.
    ///
    /// # Errors
    /// Those of SQLite; `database.failed` for one that cannot be read.
    pub fn events(&self, application: i64) -> std::result::Result<Vec<KeptEvent>, Failure> {
        Ok(of_case(&self.db, application)?)
    }

    /// What was put right or taken back in an application, the latest first.
    ///
    /// # Errors
    /// As [`Store::events`].
    pub fn past_events(&self, application: i64) -> std::result::Result<Vec<PastEvent>, Failure> {
        let read = || -> Result<Vec<PastEvent>> {
            let sql = "SELECT event_id, event, created_at, replaced_at FROM application_event_past
                       WHERE application_id = ?1 ORDER BY id DESC";
            let mut statement = self.db.prepare_cached(sql)?;
            let rows = statement.query_map([application], |row| {
                Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?, row.get(3)?))
            })?;
            rows.map(|row| {
                let (event_id, event, created_at, replaced_at) = row?;
                Ok(PastEvent { event_id, event: parse(&event)?, created_at, replaced_at })
            })
            .collect()
        };
        Ok(read()?)
    }

    /// The applications that may still be open, oldest first. A case that was withdrawn is among them; its
    /// events say so.
    ///
    /// # Errors
    /// As [`Store::events`].
    pub fn open_cases(&self) -> std::result::Result<Vec<OpenCase>, Failure> {
        let read = || -> Result<Vec<OpenCase>> {
            let ledger = records::known("application")?;
            let names = Names::read(&self.db)?;
            let sql = format!(
                "SELECT application_id, event FROM application_event
                 WHERE application_id IN (SELECT id FROM application WHERE {OPEN})
                 ORDER BY application_id, position"
            );
            let mut statement = self.db.prepare_cached(&sql)?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
            let mut events: HashMap<i64, Vec<Event>> = HashMap::new();
            for row in rows {
                let (id, event) = row?;
                events.entry(id).or_default().push(parse(&event)?);
            }
            let open =
                row::read_where(&self.db, ledger, &names, "deleted_at IS NULL AND \"delivered_on\" IS NULL")?;
            let with_events = |record: Record| {
                let events = events.remove(&record.id).unwrap_or_default();
                OpenCase { record, events }
            };
            Ok(open.into_iter().map(with_events).collect())
        };
        Ok(read()?)
    }

    /// Changes the events of an application, and with them the fields of its record that follow.
    ///
    /// # Errors
    /// `record.missing`, `record.deleted`, `report.locked`; those of SQLite.
    pub fn change_events(
        &mut self,
        application: i64,
        change: &EventChange,
        values: &Values,
        now: NaiveDateTime,
    ) -> std::result::Result<(), Failure> {
        let mut change_both = || -> Result<()> {
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            write(&transaction, application, Some(change), values, now)?;
            Ok(transaction.commit()?)
        };
        Ok(change_both()?)
    }
}

/// Brings a record and its events to what they are to be, in a transaction that the caller has begun.
pub(crate) fn write(
    db: &Connection,
    application: i64,
    change: Option<&EventChange>,
    values: &Values,
    now: NaiveDateTime,
) -> Result<()> {
    let names = Names::read(db)?;
    records::change(db, records::known("application")?, application, values, &names, now)?;
    let held = of_case(db, application)?;
    change.map_or(Ok(()), |change| apply(db, application, &held, change, now))
}

fn apply(
    db: &Connection,
    application: i64,
    held: &[KeptEvent],
    change: &EventChange,
    now: NaiveDateTime,
) -> Result<()> {
    let stamp = time::stamp(now);
    match change {
        EventChange::Insert(at, events) => {
            let place = i64::try_from(*at).unwrap_or(i64::MAX);
            let count = i64::try_from(events.len()).unwrap_or_default();
            let sql = "UPDATE application_event SET position = position + ?3
                       WHERE application_id = ?1 AND position >= ?2";
            db.execute(sql, params![application, place, count])?;
            let sql = "INSERT INTO application_event (application_id, position, on_date, event, created_at)
                       VALUES (?1, ?2, ?3, ?4, ?5)";
            let mut insert = db.prepare_cached(sql)?;
            for (position, event) in (place..).zip(events) {
                insert.execute(params![application, position, day(event), json(event)?, stamp])?;
            }
        }
        EventChange::Replace(at, event) => {
            let Some(old) = held.get(*at) else { return Err(gone().into()) };
            keep_past(db, application, old, &stamp)?;
            let sql = "UPDATE application_event SET on_date = ?2, event = ?3, created_at = ?4 WHERE id = ?1";
            db.execute(sql, params![old.id, day(event), json(event)?, stamp])?;
        }
        EventChange::Remove(at) => {
            let Some(old) = held.get(*at) else { return Err(gone().into()) };
            keep_past(db, application, old, &stamp)?;
            db.execute("DELETE FROM application_event WHERE id = ?1", [old.id])?;
            let place = i64::try_from(*at).unwrap_or(i64::MAX);
            let sql = "UPDATE application_event SET position = position - 1
                       WHERE application_id = ?1 AND position > ?2";
            db.execute(sql, params![application, place])?;
        }
    }
    Ok(())
}

fn keep_past(db: &Connection, application: i64, old: &KeptEvent, stamp: &str) -> Result<()> {
    let sql = "INSERT INTO application_event_past (application_id, event_id, event, created_at, replaced_at)
               VALUES (?1, ?2, ?3, ?4, ?5)";
    db.execute(sql, params![application, old.id, json(&old.event)?, old.created_at, stamp])?;
    Ok(())
}

/// Fields that follow from a case's events are not typed over: what they say would be lost with the next
/// event.
pub(crate) fn guard_typed(
    db: &Connection,
    ledger: &'static Ledger,
    names: &Names,
    id: i64,
    new: &Values,
) -> Result<()> {
    if ledger.id != "application" {
        return Ok(());
    }
    let held = of_case(db, id)?;
    if held.is_empty() {
        return Ok(());
    }
    let old = row::read(db, ledger, names, id)?.values;
    let fee = held.iter().any(|kept| matches!(kept.event.what, What::FeeNotice { .. }));
    let followed = FOLLOWED.iter().chain(FOLLOWED_FEE.iter().filter(|_| fee));
    let changed: Vec<_> = followed.filter(|field| !same(&old, new, field)).copied().collect();
    if changed.is_empty() {
        return Ok(());
    }
    let labels: Vec<_> = changed.iter().map(|f| ledger.field(f).map_or(*f, |field| field.label)).collect();
    let fields = changed.iter().map(|f| ((*f).to_owned(), "由办理过程得出".to_owned())).collect();
    Err(refuse_typed(&labels).with_fields(fields).into())
}

/// 否 and nothing filled in are the same in what follows from events.
fn same(old: &Values, new: &Values, field: &str) -> bool {
    let of =
        |values: &Values| values.get(field).filter(|v| !v.is_empty() && **v != Value::Flag(false)).cloned();
    of(old) == of(new)
}

fn of_case(db: &Connection, application: i64) -> Result<Vec<KeptEvent>> {
    let sql =
        "SELECT id, event, created_at FROM application_event WHERE application_id = ?1 ORDER BY position";
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map([application], kept)?;
    rows.map(|row| {
        let (id, event, created_at) = row?;
        Ok(KeptEvent { id, event: parse(&event)?, created_at })
    })
    .collect()
}

fn kept(row: &Row<'_>) -> rusqlite::Result<(i64, String, String)> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

fn day(event: &Event) -> String {
    let on: NaiveDate = event.on;
    on.to_string()
}

fn json(event: &Event) -> Result<String> {
    serde_json::to_string(event).map_err(|error| unreadable(&error).into())
}

fn parse(text: &str) -> Result<Event> {
    serde_json::from_str(text).map_err(|error| unreadable(&error).into())
}

fn unreadable(error: &serde_json::Error) -> Failure {
    Failure::new(
        "application.event",
        format!("办理过程里有一步读不出来：{error}"),
        "请把这句话告诉技术人员；台账里的登记内容不受影响",
    )
}

fn gone() -> Failure {
    Failure::new("application.event", "没有保存：这一步已经不在了", "请关闭后重新打开这件申请，再改一次")
}
