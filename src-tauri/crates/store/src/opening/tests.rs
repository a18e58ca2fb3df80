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
    let copies = fs::read_dir(folder.path()).unwrap().flatten();
    let left = copies.filter(|entry| entry.file_name().to_string_lossy().contains("升级前")).count();
    assert_eq!(left, 0, "each further try would leave one more");
}

#[test]
fn a_backup_put_in_place_by_hand_is_not_mixed_with_the_journal_left_there() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let now = NaiveDate::from_ymd_opt(2019, 1, 8).unwrap().and_hms_opt(9, 30, 0).unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    store.save_narrative(2018, "overview", "旧", now).unwrap();
    store.backup(&at("昨天.db")).unwrap();
    store.save_narrative(2018, "overview", "新", now).unwrap();
    // The power fails: the journal stays. Then the clerk follows the manual, and forgets the journal.
    fs::copy(at("gongkai.db-wal"), at("日志")).unwrap();
    drop(store);
    fs::rename(at("gongkai.db"), at("损坏的.db")).unwrap();
    fs::copy(at("昨天.db"), at("gongkai.db")).unwrap();
    fs::copy(at("日志"), at("gongkai.db-wal")).unwrap();
    let store = Store::open(folder.path()).unwrap();
    assert_eq!(store.narrative(2018, "overview").unwrap().unwrap().0, "旧");
    assert_eq!(
        fs::read(at("gongkai-换下的日志-1.wal")).unwrap(),
        fs::read(at("日志")).unwrap(),
        "nothing is lost"
    );
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

#[test]
fn a_folder_deeper_than_260_characters_with_blanks_and_chinese_names_works() {
    let root = tempfile::tempdir().unwrap();
    let mut folder = root.path().join("张 三 的电脑");
    for n in 1..=6 {
        // Elsewhere than on Windows a path of such names would be too long in bytes.
        let level = if cfg!(windows) {
            "很长的文件夹名称".repeat(5)
        } else {
            "a long folder name ".repeat(2)
        };
        folder.push(format!("{level} 第 {n} 层"));
    }
    assert!(folder.to_string_lossy().chars().count() > 260);
    let now = NaiveDate::from_ymd_opt(2019, 1, 8).unwrap().and_hms_opt(9, 30, 0).unwrap();
    Store::open(&folder).unwrap().save_narrative(2018, "overview", "在", now).unwrap();
    let mut store = Store::open(&folder).unwrap();
    let (copy, letter) = (folder.join("备份.db"), root.path().join("来 信.txt"));
    store.backup(&copy).unwrap();
    fs::write(&letter, "附件").unwrap();
    let kept = store.keep_file(&letter, now).unwrap();
    assert_eq!(fs::read(store.kept_path(&kept.hash).unwrap()).unwrap(), fs::read(&letter).unwrap());
    assert_eq!(store.narrative(2018, "overview").unwrap().unwrap().0, "在");
    assert!(copy.exists());
}

#[cfg(not(windows))]
#[test]
fn a_folder_too_deep_for_the_database_is_refused_in_a_sentence() {
    let root = tempfile::tempdir().unwrap();
    let folder = (0..12).fold(root.path().to_owned(), |folder, _| folder.join("很长的名称很长的名称很长的"));
    assert_eq!(code(open_with(&folder, &schema::steps())), "folder.too_long");
}

#[test]
fn paths_are_written_so_that_windows_takes_them_at_any_length() {
    let endless = |path: &str| endless(Path::new(path)).display().to_string();
    assert_eq!(endless(r"C:\用户\张 三"), r"\\?\C:\用户\张 三");
    assert_eq!(endless(r"\\服务器\共享\年报"), r"\\?\UNC\服务器\共享\年报");
    assert_eq!(endless(r"\\?\C:\甲"), r"\\?\C:\甲");
}
