//! An application told by its events: the record follows, and what cannot have been is refused with nothing
//! lost.

use domain::clock::Status;
use office::Failure;
use office::applications::{self, ApplicationId, CaseView, ChangedEvent, EventPlace, NewEvent};

use super::*;

fn application(office: &mut Office, received: &str) -> i64 {
    add(
        office,
        "application",
        json!({"received_on": received, "received_by": "in_person", "applicant_kind": "natural",
               "name": "示例人", "content": "某项目批复"}),
    )
}

fn step(office: &mut Office, id: i64, json: serde_json::Value) -> Result<CaseView, Failure> {
    let event: NewEvent = read(json!({"id": id, "event": json}));
    applications::add_event(office, at("2026-03-02"), event)
}

fn held(office: &Office, id: i64, field: &str) -> Value {
    office.store.record("application", id).unwrap().values[field].clone()
}

fn shown(office: &mut Office, id: i64, day: &str) -> CaseView {
    applications::case(office, at(day), ApplicationId { id }).unwrap()
}

#[test]
fn the_record_follows_the_events_and_so_does_the_table() {
    let mut desk = desk();
    let office = &mut desk.office;
    let id = application(office, "2025-09-25");
    let first = shown(office, id, "2025-10-20");
    assert!(!first.kept && first.events[0].event.taken_over);
    assert_eq!(first.state.unwrap().due.unwrap().to_string(), "2025-10-29");

    step(office, id, json!({"on": "2025-09-28", "what": "correction_asked", "until": "2025-10-20"})).unwrap();
    step(office, id, json!({"on": "2025-10-11", "what": "correction_received", "excuse": null})).unwrap();
    let asked = json!({"on": "2025-10-13", "what": "consultation_asked", "whom": "third_party", "party": 1});
    step(office, id, asked).unwrap();
    let answered = json!({"on": "2025-10-20", "what": "consultation_answered", "whom": "third_party", "party": 1, "agrees": true});
    step(office, id, answered).unwrap();
    step(
        office,
        id,
        json!({"on": "2025-10-21", "what": "extended", "days": 10, "approved_on": "2025-10-21"}),
    )
    .unwrap();
    assert_eq!(figure(office, 2025, "t3.result.granted.natural").text, "0");
    step(office, id, json!({"on": "2025-11-05", "what": "decided", "outcome": "granted"})).unwrap();
    let view = step(office, id, json!({"on": "2025-11-06", "what": "delivered", "by": "posted"})).unwrap();
    let state = view.state.unwrap();
    assert_eq!((state.status, state.on_time), (Status::Closed, Some(true)));
    let text = |field: &str| held(office, id, field).as_text().unwrap_or_default().to_owned();
    assert_eq!(
        [text("outcome"), text("decided_on"), text("delivered_on")],
        ["granted", "2025-11-05", "2025-11-06"]
    );
    assert_eq!(held(office, id, "extended"), Value::Flag(true));
    assert_eq!(figure(office, 2025, "t3.result.granted.natural").text, "1");
    assert!(!view.values.contains_key("name"), "no personal data in a case");
}

#[test]
fn a_step_that_cannot_be_is_refused_and_nothing_changes() {
    let mut desk = desk();
    let office = &mut desk.office;
    let id = application(office, "2025-09-25");
    let before =
        step(office, id, json!({"on": "2025-09-20", "what": "decided", "outcome": "granted"})).unwrap_err();
    assert_eq!(before.code, "clock.order");
    let future =
        step(office, id, json!({"on": "2026-05-20", "what": "decided", "outcome": "granted"})).unwrap_err();
    assert_eq!(future.code, "clock.future");
    let early =
        step(office, id, json!({"on": "2025-09-26", "what": "delivered", "by": "direct"})).unwrap_err();
    assert!(early.message.contains("还没有作出决定"), "{}", early.message);
    assert!(!shown(office, id, "2025-09-28").kept, "nothing was kept");
    assert!(held(office, id, "outcome").is_empty());
}

#[test]
fn a_forgotten_step_is_put_where_its_day_belongs_and_a_wrong_one_put_right() {
    let mut desk = desk();
    let office = &mut desk.office;
    let id = application(office, "2025-09-25");
    step(office, id, json!({"on": "2025-10-20", "what": "decided", "outcome": "granted"})).unwrap();
    let late = json!({"on": "2025-09-28", "what": "extended", "days": 20, "approved_on": "2025-09-28"});
    assert_eq!(step(office, id, late.clone()).unwrap_err().code, "clock.order");
    let event: NewEvent = read(json!({"id": id, "event": late, "by_date": true}));
    let view = applications::add_event(office, at("2026-03-02"), event).unwrap();
    let labels: Vec<_> = view.events.iter().map(|e| e.label.as_str()).collect();
    assert_eq!(labels, ["收到申请", "延期", "作出决定"]);
    assert_eq!(held(office, id, "extended"), Value::Flag(true));

    let change = |office: &mut Office, on: &str| {
        let changed: ChangedEvent = read(
            json!({"id": id, "position": 2, "event": {"on": on, "what": "decided", "outcome": "partly"}}),
        );
        applications::change_event(office, at("2026-03-02"), changed)
    };
    assert_eq!(change(office, "2025-09-01").unwrap_err().code, "clock.order");
    let view = change(office, "2025-10-22").unwrap();
    assert_eq!(held(office, id, "outcome"), Value::Text("partly".into()));
    assert_eq!(view.past.len(), 1);
    assert!(view.past[0].text.contains("予以公开"), "{}", view.past[0].text);

    let remove = |office: &mut Office, position| {
        applications::remove_event(office, at("2026-03-02"), EventPlace { id, position })
    };
    assert_eq!(remove(office, 0).unwrap_err().code, "clock.received");
    assert_eq!(remove(office, 9).unwrap_err().code, "application.event");
    remove(office, 2).unwrap();
    assert!(held(office, id, "outcome").is_empty() && held(office, id, "decided_on").is_empty());
}

#[test]
fn what_follows_from_events_is_not_typed_over() {
    let mut desk = desk();
    let office = &mut desk.office;
    let id = application(office, "2025-09-25");
    step(office, id, json!({"on": "2025-10-20", "what": "decided", "outcome": "granted"})).unwrap();
    let save = |office: &mut Office, field: &str, value: &str| {
        let mut values = office.store.record("application", id).unwrap().values;
        values.insert(field.into(), Value::Text(value.into()));
        let draft = RecordDraft { ledger: "application".into(), id: Some(id), values };
        office::records::save(office, at("2026-03-02"), draft)
    };
    let refused = save(office, "outcome", "partly").unwrap_err();
    assert_eq!(refused.code, "application.events");
    assert!(refused.message.contains("办理结果") && refused.fields.contains_key("outcome"));
    save(office, "decision_number", "某政公开答〔2025〕1号").unwrap();
    save(office, "fee", "20").unwrap();
}

#[test]
fn an_old_record_without_events_reads_as_it_was_kept() {
    let mut desk = desk();
    let office = &mut desk.office;
    let id = add(
        office,
        "application",
        json!({"received_on": "2017-03-01", "received_by": "letter", "applicant_kind": "natural", "name": "示例人",
               "content": "旧申请", "extended": true, "outcome": "other.not_paid", "decided_on": "2017-04-10",
               "delivered_on": "2017-04-11", "fee": "30"}),
    );
    let view = shown(office, id, "2026-03-02");
    let state = view.state.unwrap();
    assert_eq!(state.status, Status::Closed);
    assert_eq!(state.due.unwrap().to_string(), "2017-04-13", "15 and 15 working days of the old decree");
    assert!(view.problem.is_none() && view.events.iter().all(|e| e.id.is_none()));

    let disputed = json!({"on": "2017-05-02", "what": "disputed", "kind": "reconsideration", "case_number": "县复〔2017〕1号"});
    let view = step(office, id, disputed).unwrap();
    assert!(view.kept && view.events.len() == 5);
    let text = |field: &str| held(office, id, field).as_text().unwrap_or_default().to_owned();
    assert_eq!([text("outcome"), text("fee"), text("received_by")], ["other.not_paid", "30", "letter"]);
}

#[test]
fn events_go_to_the_bin_with_their_record_and_come_back() {
    let mut desk = desk();
    let office = &mut desk.office;
    let id = application(office, "2025-09-25");
    step(office, id, json!({"on": "2025-10-20", "what": "withdrawn"})).unwrap();
    let ids = RecordIds { ledger: "application".into(), ids: vec![id] };
    office::records::delete(office, at("2026-03-02"), ids.clone()).unwrap();
    let refused =
        step(office, id, json!({"on": "2025-10-21", "what": "delivered", "by": "direct"})).unwrap_err();
    assert_eq!(refused.code, "record.deleted");
    office::records::restore(office, at("2026-03-02"), ids.clone()).unwrap();
    assert_eq!(shown(office, id, "2026-03-02").events.len(), 2);
    office::records::delete(office, at("2026-03-02"), ids).unwrap();
    office::records::empty_bin(office, at("2026-03-02"), ()).unwrap();
    assert!(office.store.events(id).unwrap().is_empty());
}

#[test]
fn a_locked_year_keeps_its_cases_and_lets_open_ones_go_on() {
    let mut desk = sample();
    let office = &mut desk.office;
    office.store.open_year(2025, january()).unwrap();
    let closed = application(office, "2025-03-03");
    step(office, closed, json!({"on": "2025-03-10", "what": "decided", "outcome": "granted"})).unwrap();
    let open = application(office, "2025-12-22");
    let frozen = store::Frozen { snapshot: "{}".into(), pdf: b"%PDF".to_vec() };
    office.store.lock_report(2025, &frozen, at("2026-01-20")).unwrap();

    let removed =
        applications::remove_event(office, at("2026-03-02"), EventPlace { id: closed, position: 1 });
    assert_eq!(removed.unwrap_err().code, "report.locked");
    assert_eq!(shown(office, closed, "2026-03-02").events.len(), 2);
    let dispute =
        json!({"on": "2025-04-01", "what": "disputed", "kind": "reconsideration", "case_number": "1号"});
    step(office, closed, dispute).unwrap();
    step(office, open, json!({"on": "2026-01-09", "what": "decided", "outcome": "granted"})).unwrap();
    let moved: ChangedEvent =
        read(json!({"id": open, "position": 0, "event": {"on": "2025-12-23", "what": "received",
        "way": "in_person", "arrived_on": "2025-12-23", "confirmed_on": null}}));
    assert_eq!(
        applications::change_event(office, at("2026-03-02"), moved).unwrap_err().code,
        "report.locked"
    );
}
