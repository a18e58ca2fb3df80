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
        let draft = RecordDraft { ledger: "application".into(), id: Some(id), values, confirmed: false };
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

/// The first of January 2027 is a Friday.
const NEW_YEAR: &str = "一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n二、春节：2月5日（周五）至11日（周四）放假调休，共7天。";

#[test]
fn terms_are_sorted_by_their_nearness_and_move_with_a_notice_that_comes_later() {
    let mut desk = desk();
    let office = &mut desk.office;
    let add_on = |office: &mut Office, received: &str| application(office, received);
    let (overdue, today, moved) =
        (add_on(office, "2026-11-10"), add_on(office, "2026-11-18"), add_on(office, "2026-12-10"));
    add(
        office,
        "disclosure",
        json!({"title": "水渠修缮资金", "formed_on": "2026-11-20", "openness": "open"}),
    );
    add(
        office,
        "hotline",
        json!({"source": "12345", "received_on": "2026-12-14", "due_on": "2026-12-21", "subject": "路灯", "result": "pending"}),
    );
    add(office, "hotline", json!({"source": "12345", "received_on": "2026-12-14", "subject": "水压"}));
    let shown = office::terms::show(office, at("2026-12-16"), ()).unwrap();
    let lines: Vec<_> = shown
        .terms
        .iter()
        .map(|t| format!("{:?} {} {} {} {}", t.nearness, t.what, t.id, t.due, t.days_left))
        .collect();
    let expected = [
        format!("Overdue 答复 {overdue} 2026-12-08 -6"),
        format!("Today 答复 {today} 2026-12-16 0"),
        "Soon 主动公开 1 2026-12-18 2".to_owned(),
        "Soon 办结 1 2026-12-21 3".to_owned(),
        format!("Soon 要求补正（内容不明确的） {moved} 2026-12-21 3"),
        format!("Later 答复 {moved} 2027-01-07 16"),
        "Later 报送 2026 2027-01-31 32".to_owned(),
    ];
    let mut sorted = lines.clone();
    sorted.sort();
    let mut wanted = expected.to_vec();
    wanted.sort();
    assert_eq!(sorted, wanted);
    assert_eq!(shown.unlisted, [2027]);
    assert!(shown.left_out[0].contains("1 件热线"), "{:?}", shown.left_out);
    let noted = shown.terms.iter().find(|t| t.id == moved && t.what == "答复").unwrap();
    assert_eq!(noted.note.as_deref(), Some("2027 年安排未入库，按周末推算"));

    let text = office::calendars::NoticeText { text: NEW_YEAR.into(), year: Some(2027) };
    let read_notice = office::calendars::read(office, at("2026-12-16"), text).unwrap();
    assert!(read_notice.doubts.iter().any(|d| d.contains("没有识别到清明节")));
    let change = office::calendars::save_notice(office, at("2026-12-16"), read_notice.notice).unwrap();
    let said: Vec<_> = change.moved.iter().map(office::terms::said).collect();
    assert_eq!(said, ["某项目批复：答复由 2027年1月7日 移到 2027年1月8日"]);
    assert_eq!(shown_due(office, moved), "2027-01-08");
    let change =
        office::calendars::remove_notice(office, at("2026-12-16"), office::calendars::OfYear { year: 2027 });
    assert_eq!(change.unwrap().moved.len(), 1);
    assert_eq!(shown_due(office, moved), "2027-01-07");
}

fn shown_due(office: &mut Office, id: i64) -> String {
    shown(office, id, "2026-12-16").state.unwrap().due.unwrap().to_string()
}

#[test]
fn holidays_of_the_place_count_and_a_faulty_calendar_is_refused() {
    let mut desk = desk();
    let office = &mut desk.office;
    let id = application(office, "2026-12-10");
    let local = |days: &[&str]| -> office::calendars::LocalHolidays {
        read(json!({"holidays": [{"name": "县庆", "days": days}]}))
    };
    let change = office::calendars::save_local(office, at("2026-12-16"), local(&["2026-12-22"])).unwrap();
    assert_eq!(change.moved.len(), 1);
    assert_eq!(shown_due(office, id), "2027-01-08");
    let refused = office::calendars::save_local(office, at("2026-12-16"), local(&[])).unwrap_err();
    assert!(refused.message.contains("县庆没有放假日期"));
    assert_eq!(shown_due(office, id), "2027-01-08", "nothing was lost");
    let empty = office::calendars::NoticeText { text: " ".into(), year: None };
    assert_eq!(
        office::calendars::read(office, at("2026-12-16"), empty).unwrap_err().code,
        "calendar.unrecognised"
    );
    let file = r#"{"year": 2027, "holidays": [{"name": "元旦", "days": ["2028-06-01"]}]}"#;
    let file = office::calendars::NoticeText { text: file.into(), year: None };
    assert_eq!(office::calendars::read(office, at("2026-12-16"), file).unwrap_err().code, "calendar.notice");
    let month = office::calendars::Month { year: 2026, month: 10 };
    let october = office::calendars::month(office, at("2026-12-16"), month).unwrap();
    assert_eq!((october.days.len(), october.known), (31, true));
}

#[test]
fn a_fee_is_reckoned_with_the_applicants_other_applications() {
    let mut desk = desk();
    let office = &mut desk.office;
    for _ in 0..11 {
        application(office, "2025-09-03");
    }
    let id = application(office, "2025-09-25");
    let before = office::reckoning::before(office, at("2026-03-02"), ApplicationId { id }).unwrap();
    assert_eq!(before, 11);
    let asked = json!({"received_on": "2025-09-25", "basis": {"by": "applications", "before": before, "count": 2},
        "reduction": 50, "reason": "低保户"});
    let payable = office::reckoning::reckon(office, at("2026-03-02"), read(asked)).unwrap();
    assert_eq!((payable.fee.amount, payable.amount), (200, 150));
    let notice = json!({"on": "2025-10-09", "what": "fee_notice", "yuan": 150,
        "basis": {"by": "applications", "before": 11, "count": 2}, "reduction": 50, "reason": "低保户"});
    let view = step(office, id, notice).unwrap();
    assert_eq!(view.events[1].detail, "150元，按件（本月已有11件，本件计2件），已减免50元：低保户");
    let text =
        |office: &Office, field: &str| held(office, id, field).as_text().unwrap_or_default().to_owned();
    assert_eq!([text(office, "fee"), text(office, "reduction")], ["150", "50"]);
    applications::remove_event(office, at("2026-03-02"), EventPlace { id, position: 1 }).unwrap();
    assert_eq!(text(office, "fee"), "");
}

#[test]
fn an_answer_is_late_by_the_clock_of_its_case_not_by_the_days_between() {
    let mut desk = desk();
    let office = &mut desk.office;
    let late = |office: &Office| {
        let found = office::dossiers::findings(office, at("2026-01-10"), 2025).unwrap();
        found.into_iter().filter(|f| f.rule == "record.answered_late").map(|f| f.message).collect::<Vec<_>>()
    };
    let corrected = application(office, "2025-09-25");
    let asked = json!({"on": "2025-09-28", "what": "correction_asked", "until": "2025-10-20"});
    step(office, corrected, asked).unwrap();
    let came = json!({"on": "2025-10-11", "what": "correction_received", "excuse": null});
    step(office, corrected, came).unwrap();
    step(office, corrected, json!({"on": "2025-11-06", "what": "decided", "outcome": "granted"})).unwrap();
    assert!(late(office).is_empty(), "counted anew from the correction");

    let straight = application(office, "2025-09-25");
    step(office, straight, json!({"on": "2025-10-30", "what": "decided", "outcome": "granted"})).unwrap();
    let found = late(office);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("2025年10月30日 答复，晚于期限 2025年10月29日"), "{found:?}");
}
