//! A locked year: its words, figures, settings and records stay as they are, whoever asks.

use chrono::{NaiveDate, NaiveDateTime};
use domain::{Decimal, Quantity, Value, Values};
use gongkai_store::{Frozen, ReportSettings, Store};

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2025, 1, 15).unwrap().and_hms_opt(9, 30, 0).unwrap()
}

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(id, text)| ((*id).to_owned(), Value::Text((*text).to_owned()))).collect()
}

fn application(received: &str, decided: &str) -> Values {
    let mut values = values(&[
        ("received_on", received),
        ("received_by", "online"),
        ("applicant_kind", "natural"),
        ("name", "某甲"),
        ("content", "某项目批复"),
    ]);
    if !decided.is_empty() {
        values.extend([
            ("decided_on".to_owned(), Value::Text(decided.to_owned())),
            ("outcome".to_owned(), Value::Text("granted".to_owned())),
        ]);
    }
    values
}

fn frozen() -> Frozen {
    Frozen { snapshot: "{\"a\":1}".to_owned(), pdf: b"%PDF".to_vec() }
}

fn locked() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    store.save_narrative(2024, "overview", "{}", now()).unwrap();
    store.enter_cells(2024, &[("t2.permit".into(), Some(Quantity::count(3)))], "", now()).unwrap();
    store.lock_report(2024, &frozen(), now()).unwrap();
    (folder, store)
}

#[test]
fn nothing_of_a_locked_report_can_be_written() {
    let (_folder, mut store) = locked();
    let code = |result: Result<(), domain::Failure>| result.unwrap_err().code;
    assert_eq!(code(store.save_narrative(2024, "overview", "[]", now())), "report.locked");
    assert_eq!(code(store.save_narrative(2024, "others", "[]", now())), "report.locked");
    let cells = [("t2.permit".to_owned(), Some(Quantity::count(4)))];
    assert_eq!(code(store.enter_cells(2024, &cells, "错", now())), "report.locked");
    assert_eq!(code(store.enter_cells(2024, &[("t2.permit".into(), None)], "", now())), "report.locked");
    assert_eq!(code(store.enter_figure(2024, "x", Quantity::count(1), "错", now())), "report.locked");
    assert_eq!(code(store.clear_figure(2024, "t2.permit", now())), "report.locked");
    assert_eq!(code(store.save_report_settings(2024, &ReportSettings::default(), now())), "report.locked");
    assert_eq!(code(store.waive(2024, "k", "n", now())), "report.locked");
    assert_eq!(store.lock_report(2024, &frozen(), now()).unwrap_err().code, "report.locked");
    assert_eq!(store.entered(2024).unwrap()[0].value, Quantity::count(3));
    store.save_narrative(2025, "overview", "[]", now()).unwrap();
    assert_eq!(store.locked_years().unwrap(), [2024]);
}

#[test]
fn a_correction_opens_the_year_and_the_first_version_stays() {
    let (folder, mut store) = locked();
    assert_eq!(store.open_correction(2023, "错", now()).unwrap_err().code, "report.not_locked");
    assert_eq!(store.open_correction(2024, "许可件数填错", now()).unwrap(), 2);
    store.enter_cells(2024, &[("t2.permit".into(), Some(Quantity::count(4)))], "核对", now()).unwrap();
    assert_eq!(store.open_correction(2024, "又", now()).unwrap_err().code, "report.not_locked");
    let second = Frozen { snapshot: "{\"a\":2}".to_owned(), pdf: b"%PDF2".to_vec() };
    let (number, hash) = store.lock_report(2024, &second, now()).unwrap();
    assert_eq!((number, hash.len()), (2, 64));
    assert_eq!(store.frozen(2024, 1).unwrap(), frozen());
    assert_eq!(store.frozen(2024, 2).unwrap(), second);
    assert_eq!(store.frozen(2024, 3).unwrap_err().code, "report.version");
    let numbers: Vec<_> = store.versions(2024).unwrap().into_iter().map(|v| (v.number, v.reason)).collect();
    assert_eq!(numbers, [(1, String::new()), (2, "许可件数填错".to_owned())]);
    drop(store);
    let db = rusqlite::Connection::open(folder.path().join("gongkai.db")).unwrap();
    let changed = db.execute("UPDATE report_version SET snapshot = '{}' WHERE number = 1", []);
    assert!(changed.unwrap_err().to_string().contains("report.locked"));
    db.execute_batch(
        "DROP TRIGGER report_version_kept_update; UPDATE report_version SET snapshot = '{}' WHERE number = 1",
    )
    .unwrap();
    drop(db);
    let store = Store::open(folder.path()).unwrap();
    assert_eq!(store.frozen(2024, 1).unwrap_err().code, "report.altered");
}

#[test]
fn records_that_a_locked_report_counts_stay() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let open = store.insert("application", &application("2024-12-20", ""), now()).unwrap().id;
    let done = store.insert("application", &application("2024-03-01", "2024-03-20"), now()).unwrap().id;
    let binned = store.insert("application", &application("2024-04-01", "2024-04-20"), now()).unwrap().id;
    store.delete("application", &[binned], now()).unwrap();
    store.lock_report(2024, &frozen(), now()).unwrap();
    let code = |failure: domain::Failure| failure.code;
    let late = application("2024-05-01", "");
    assert_eq!(code(store.insert("application", &late, now()).unwrap_err()), "report.locked");
    assert_eq!(code(store.delete("application", &[done], now()).unwrap_err()), "report.locked");
    assert_eq!(code(store.restore("application", &[binned]).unwrap_err()), "report.locked");
    let moved = application("2024-03-01", "2025-01-20");
    assert_eq!(code(store.update("application", done, &moved, now()).unwrap_err()), "report.locked");
    store.update("application", open, &application("2024-12-20", "2025-01-14"), now()).unwrap();
    store.insert("application", &application("2025-01-03", ""), now()).unwrap();
    let mut noted = application("2024-03-01", "2024-03-20");
    noted.insert("note".into(), Value::Text("档案号补记".into()));
    store.update("application", done, &noted, now()).unwrap();
    store.open_correction(2024, "漏登一件", now()).unwrap();
    store.insert("application", &late, now()).unwrap();
}

#[test]
fn cells_are_entered_all_or_none_and_every_change_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let fee = Quantity::Exact(Decimal::parse("12.345678").unwrap());
    let cells = [("t2.fee".to_owned(), Some(fee)), ("t2.permit".to_owned(), Some(Quantity::count(7)))];
    store.enter_cells(2024, &cells, "财政所提供", now()).unwrap();
    store.enter_cells(2024, &cells, "财政所提供", now()).unwrap();
    assert_eq!(store.figure_changes(2024, "t2.fee").unwrap().len(), 1, "no change, no line");
    store.enter_cells(2024, &[("t2.fee".into(), None), ("t2.none".into(), None)], "", now()).unwrap();
    let left: Vec<_> = store.entered(2024).unwrap().into_iter().map(|e| e.figure).collect();
    assert_eq!(left, ["t2.permit"]);
    let changes = store.figure_changes(2024, "t2.fee").unwrap();
    assert_eq!((changes.len(), changes[1].old, changes[1].new), (2, Some(fee), None));
}
