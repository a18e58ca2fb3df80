//! An application as a case: its events, where it stands and why, and what can be done next. The record in
//! the ledger follows from the events, so that every figure is counted from the ledger alone.

use chrono::NaiveDateTime;
use domain::calendar::Calendar;
use domain::clock::{self, Case, Event, Possible, State, What};
use domain::ledger::Ledger;
use domain::{Failure, Value, Values};
use serde::{Deserialize, Serialize};
use store::EventChange;
use ts_rs::TS;

use crate::{Office, ledgers};

/// Its ledger.
pub(crate) const LEDGER: &str = "application";

/// An application by its record.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct ApplicationId {
    /// Record id.
    #[ts(type = "number")]
    pub id: i64,
}

/// An event of a case as the window shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CaseEvent {
    /// Stable; none while it is only read out of the record.
    #[ts(type = "number | null")]
    pub id: Option<i64>,
    /// What happened.
    pub event: Event,
    /// 要求补正
    pub label: String,
    /// What else there is to say of it.
    pub detail: String,
    /// When it was entered; none while it is only read out of the record.
    pub entered_at: Option<String>,
}

/// What an event was before it was put right or taken back.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PastCaseEvent {
    /// 要求补正 2025年9月28日
    pub text: String,
    /// When it was put right or taken back.
    pub replaced_at: String,
}

/// An application as a case.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CaseView {
    /// Record id.
    #[ts(type = "number")]
    pub id: i64,
    /// 登记号; may be empty.
    pub number: String,
    /// What is asked for.
    pub content: String,
    /// The record's values without personal data.
    pub values: Values,
    /// In their order.
    pub events: Vec<CaseEvent>,
    /// Whether the events are kept; else they are read out of the record, and the first one added keeps them.
    pub kept: bool,
    /// Where it stands today; none where the events cannot be read.
    pub state: Option<State>,
    /// Why they cannot be read.
    pub problem: Option<Failure>,
    /// What can be done next, and what cannot with the reason.
    pub possible: Vec<Possible>,
    /// What was put right or taken back, the latest first.
    pub past: Vec<PastCaseEvent>,
}

/// An event to be added.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NewEvent {
    /// Record id.
    #[ts(type = "number")]
    pub id: i64,
    /// What happened.
    pub event: Event,
    /// Put it where its day belongs, not at the end: something was forgotten.
    #[serde(default)]
    pub by_date: bool,
}

/// An event put right.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ChangedEvent {
    /// Record id.
    #[ts(type = "number")]
    pub id: i64,
    /// Which, from 0.
    #[ts(type = "number")]
    pub position: usize,
    /// As it should be.
    pub event: Event,
}

/// An event by its place.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct EventPlace {
    /// Record id.
    #[ts(type = "number")]
    pub id: i64,
    /// Which, from 0.
    #[ts(type = "number")]
    pub position: usize,
}

/// `application.case`
///
/// # Errors
/// `record.missing`; what the store says.
pub fn case(office: &mut Office, now: NaiveDateTime, request: ApplicationId) -> Result<CaseView, Failure> {
    view(office, now, request.id)
}

/// `application.event.add`: a step more. The first makes the steps that were read out of the record real.
///
/// # Errors
/// `clock.…` with the reason why it cannot be there; `report.locked`; what the store says.
pub fn add_event(office: &mut Office, now: NaiveDateTime, request: NewEvent) -> Result<CaseView, Failure> {
    let event = entered(request.event)?;
    change(office, now, request.id, |held| {
        let at = if request.by_date {
            held.iter().rposition(|e| e.on <= event.on).map_or(0, |at| at + 1)
        } else {
            held.len()
        };
        Ok(EventChange::Insert(at, vec![event.clone()]))
    })
}

/// `application.event.change`: a step put right; what follows it has to hold with it.
///
/// # Errors
/// As [`add_event`].
pub fn change_event(
    office: &mut Office,
    now: NaiveDateTime,
    request: ChangedEvent,
) -> Result<CaseView, Failure> {
    let event = entered(request.event)?;
    change(office, now, request.id, |held| {
        known(held, request.position)?;
        Ok(EventChange::Replace(request.position, event.clone()))
    })
}

/// `application.event.remove`: a step taken back; what follows it has to hold without it.
///
/// # Errors
/// As [`add_event`]; `clock.received` for the first.
pub fn remove_event(
    office: &mut Office,
    now: NaiveDateTime,
    request: EventPlace,
) -> Result<CaseView, Failure> {
    change(office, now, request.id, |held| {
        known(held, request.position)?;
        if request.position == 0 {
            return Err(Failure::new(
                "clock.received",
                "「收到申请」不能删去",
                "登记错了的，请改正这一步；整件登记错的，请在列表里删除这件申请。",
            ));
        }
        Ok(EventChange::Remove(request.position))
    })
}

/// An event as somebody entered it: known, not taken over, and a receipt on the day that the law fixes.
fn entered(mut event: Event) -> Result<Event, Failure> {
    if let What::Received { way, arrived_on, confirmed_on } = event.what {
        return clock::received(way, arrived_on, confirmed_on);
    }
    event.taken_over = false;
    Ok(event)
}

/// Gives a record without events the events that led to what it says.
pub(crate) fn tell(
    office: &mut Office,
    now: NaiveDateTime,
    id: i64,
    events: Vec<Event>,
) -> Result<(), Failure> {
    let calendar = office.calendar()?;
    let mut values = office.store.record(LEDGER, id)?.values;
    clock::follow(&Case::read(&events, &calendar)?, &events, &mut values);
    office.store.change_events(id, &EventChange::Insert(0, events), &values, now)
}

fn known(held: &[Event], position: usize) -> Result<(), Failure> {
    if position < held.len() {
        return Ok(());
    }
    Err(Failure::new(
        "application.event",
        "没有保存：这一步已经不在了",
        "请关闭后重新打开这件申请，再改一次。",
    ))
}

/// The events of an application: those that are kept, or those that its record tells.
///
/// # Errors
/// `clock.record` where the record leaves out what a case needs; what the store says.
pub(crate) fn events(
    office: &Office,
    values: &Values,
    id: i64,
    calendar: &Calendar,
) -> Result<Vec<Event>, Failure> {
    let kept: Vec<Event> = office.store.events(id)?.into_iter().map(|k| k.event).collect();
    if kept.is_empty() { clock::from_record(values, calendar) } else { Ok(kept) }
}

/// A step more, tried on a copy: the change of the events and the record's values that follow, to be written
/// together with what the step belongs to.
///
/// # Errors
/// As [`add_event`].
pub(crate) fn planned(
    office: &Office,
    now: NaiveDateTime,
    id: i64,
    event: Event,
) -> Result<(EventChange, Values), Failure> {
    tried(office, now, id, |held| Ok(EventChange::Insert(held.len(), vec![event])))
}

/// Tries a change on a copy of the events, brings the record after them, and writes both.
fn change(
    office: &mut Office,
    now: NaiveDateTime,
    id: i64,
    plan: impl FnOnce(&[Event]) -> Result<EventChange, Failure>,
) -> Result<CaseView, Failure> {
    let (write, values) = tried(office, now, id, plan)?;
    office.store.change_events(id, &write, &values, now)?;
    view(office, now, id)
}

fn tried(
    office: &Office,
    now: NaiveDateTime,
    id: i64,
    plan: impl FnOnce(&[Event]) -> Result<EventChange, Failure>,
) -> Result<(EventChange, Values), Failure> {
    let calendar = office.calendar()?;
    let mut values = office.store.record(LEDGER, id)?.values;
    let kept: Vec<Event> = office.store.events(id)?.into_iter().map(|k| k.event).collect();
    let held = if kept.is_empty() { clock::from_record(&values, &calendar)? } else { kept.clone() };
    let change = plan(&held)?;
    let events = changed(&held, &change);
    clock::not_after(&events, now.date())?;
    let case = Case::read(&events, &calendar)?;
    let fee = |events: &[Event]| events.iter().any(|e| matches!(e.what, What::FeeNotice { .. }));
    if fee(&held) && !fee(&events) {
        clock::FOLLOWED_FEE.iter().for_each(|field| {
            values.insert((*field).to_owned(), Value::Null);
        });
    }
    clock::follow(&case, &events, &mut values);
    let write = if kept.is_empty() { EventChange::Insert(0, events) } else { change };
    Ok((write, values))
}

fn changed(held: &[Event], change: &EventChange) -> Vec<Event> {
    let mut events = held.to_vec();
    match change {
        EventChange::Insert(at, new) => {
            events.splice(*at..*at, new.iter().cloned());
        }
        EventChange::Replace(at, event) => event.clone_into(&mut events[*at]),
        EventChange::Remove(at) => {
            events.remove(*at);
        }
    }
    events
}

fn view(office: &mut Office, now: NaiveDateTime, id: i64) -> Result<CaseView, Failure> {
    let ledger = ledgers::find(LEDGER)?;
    let calendar = office.calendar()?;
    let record = office.store.record(LEDGER, id)?;
    let text = |field: &str| record.values.get(field).and_then(Value::as_text).unwrap_or_default().to_owned();
    let kept = office.store.events(id)?;
    let read = if kept.is_empty() {
        clock::from_record(&record.values, &calendar)
    } else {
        Ok(kept.iter().map(|k| k.event.clone()).collect())
    };
    let (events, mut problem) = match read {
        Ok(events) => (events, None),
        Err(failure) => (Vec::new(), Some(failure)),
    };
    let state = match Case::read(&events, &calendar) {
        Ok(case) => Some(case.state(now.date())),
        Err(failure) => {
            problem.get_or_insert(failure);
            None
        }
    };
    let past = office.store.past_events(id)?;
    Ok(CaseView {
        id,
        number: text("number"),
        content: text("content"),
        values: own_values(ledger, record.values),
        kept: !kept.is_empty(),
        state,
        problem,
        possible: clock::possible(&events, &calendar, now.date()),
        past: past
            .into_iter()
            .map(|p| PastCaseEvent { text: said(&p.event), replaced_at: p.replaced_at })
            .collect(),
        events: events
            .into_iter()
            .enumerate()
            .map(|(at, event)| CaseEvent {
                id: kept.get(at).map(|k| k.id),
                label: event.what.label().to_owned(),
                detail: event.detail(),
                entered_at: kept.get(at).map(|k| k.created_at.clone()),
                event,
            })
            .collect(),
    })
}

fn own_values(ledger: &Ledger, mut values: Values) -> Values {
    ledger.personal_fields().for_each(|field| {
        values.remove(field.id);
    });
    values
}

fn said(event: &Event) -> String {
    let detail = event.detail();
    let detail = if detail.is_empty() { detail } else { format!("，{detail}") };
    format!("{} {}{detail}", event.what.label(), domain::calendar::long_date(event.on))
}
