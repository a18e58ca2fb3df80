//! Stories of an older file that a newer program opens, with a made-up next schema.

use std::fs;

use chrono::NaiveDate;
use rusqlite::ErrorCode;

use super::*;
use crate::error::Error;

/// A schema after every present one.
const NEXT: i32 = 1_000;

const COMMENTS: Step = Step { version: NEXT, sql: "CREATE TABLE comment (id INTEGER PRIMARY KEY)" };
const BROKEN: Step = Step { version: NEXT, sql: "CREATE TABLE office (id INTEGER)" };

fn with(step: &'static Step) -> Vec<&'static Step> {
    let mut steps = schema::steps();
    steps.push(step);
    steps
}

fn present() -> i32 {
    schema::steps().iter().map(|step| step.version).max().unwrap()
}

fn code(failed: Result<Store>) -> String {
    failed.err().map(|e| Failure::from(e).code).unwrap_or_default()
}

#[test]
fn an_older_file_is_backed_up_and_then_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let now = NaiveDate::from_ymd_opt(2019, 1, 8).unwrap().and_hms_opt(9, 30, 0).unwrap();
    Store::open(folder.path()).unwrap().save_narrative(2018, "overview", "旧", now).unwrap();
    let store = open_with(folder.path(), &with(&COMMENTS)).unwrap();
    assert_eq!(schema::version(&store.db).unwrap(), NEXT);
    assert_eq!(store.narrative(2018, "overview").unwrap().unwrap().0, "旧");
    let copy = format!("gongkai-升级前-v{}-1.db", present());
    let copy = Connection::open(folder.path().join(copy)).unwrap();
    assert_eq!(schema::version(&copy).unwrap(), present());
    drop(store);
    assert_eq!(code(open_with(folder.path(), &schema::steps())), "database.newer", "there is no way back");
}

#[test]
fn a_step_that_fails_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    drop(Store::open(folder.path()).unwrap());
    let steps = [with(&COMMENTS), vec![&BROKEN]].concat();
    assert_eq!(code(open_with(folder.path(), &steps)), "database.failed");
    let store = Store::open(folder.path()).unwrap();
    assert_eq!(schema::version(&store.db).unwrap(), present());
    let comments = "SELECT count(*) FROM sqlite_master WHERE name = 'comment'";
    assert_eq!(store.db.query_row(comments, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
}

#[test]
fn a_first_start_that_was_cut_short_is_made_good() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("gongkai.db.new"), b"half").unwrap();
    Store::open(folder.path()).unwrap();
    assert!(!folder.path().join("gongkai.db.new").exists());
}

#[test]
fn every_save_reaches_the_disk_and_every_reference_is_held() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    let pragma = |name: &str| store.db.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!((pragma("synchronous"), pragma("foreign_keys"), pragma("secure_delete")), (2, 1, 1));
    let mode: String = store.db.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal");
    let dangling =
        "INSERT INTO disclosure (year_on, category, created_at, updated_at) VALUES ('', 999, '', '')";
    assert_eq!(
        store.db.execute(dangling, []).unwrap_err().sqlite_error_code(),
        Some(ErrorCode::ConstraintViolation)
    );
}

#[test]
fn a_full_disk_says_so_and_keeps_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let now = NaiveDate::from_ymd_opt(2019, 1, 8).unwrap().and_hms_opt(9, 30, 0).unwrap();
    store.save_narrative(2018, "overview", "原来的", now).unwrap();
    let pages: i64 = store.db.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    store.db.pragma_update(None, "max_page_count", pages).unwrap();
    let long = "长".repeat(100_000);
    let failure = store.save_narrative(2018, "overview", &long, now).unwrap_err();
    assert_eq!(failure.code, "disk.full");
    assert_eq!(store.narrative(2018, "overview").unwrap().unwrap().0, "原来的");
    assert!(matches!(Error::from(failure), Error::Told(_)));
}
