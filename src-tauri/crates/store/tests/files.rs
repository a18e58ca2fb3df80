//! Stories of the folder: opening it, what is refused and left as it was, backups, attached files.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::*;
use gongkai_store::Store;

fn database(folder: &Path) -> PathBuf {
    folder.join("gongkai.db")
}

/// A folder with one record in it, closed.
fn folder_in_use() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    store.insert("disclosure", &disclosure("甲", "2018-03-01", "公告公示", &["微信"]), at(0)).unwrap();
    folder
}

/// Names and contents of everything in a folder.
fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    files.into_iter().map(|path| (path.clone(), fs::read(path).unwrap_or_default())).collect()
}

fn code_of_opening(folder: &Path) -> String {
    Store::open(folder).err().expect("refused").code
}

#[test]
fn sqlite_is_new_enough() {
    // Up to 3.51.2 a file in WAL mode could be damaged by a checkpoint.
    assert!(rusqlite::version_number() >= 3_051_003, "{}", rusqlite::version());
}

#[test]
fn a_folder_is_made_and_opened_again() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("数据/下达河乡");
    let mut store = Store::open(&folder).unwrap();
    assert_eq!(store.folder(), folder);
    store.insert("disclosure", &disclosure("甲", "2018-03-01", "公告公示", &[]), at(0)).unwrap();
    drop(store);
    let names: Vec<_> = fs::read_dir(&folder).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names, ["gongkai.db"], "nothing is left lying about");
    assert_eq!(Store::open(&folder).unwrap().list(&of_year("disclosure", 2018)).unwrap().count, 1);
}

#[test]
fn what_was_saved_survives_a_killed_program() {
    let folder = folder_in_use();
    let mut store = Store::open(folder.path()).unwrap();
    store.save_narrative(2018, "overview", "正在输入", at(0)).unwrap();
    // As after SIGKILL: the files as they lie there, nobody closed anything.
    let after = tempfile::tempdir().unwrap();
    for (path, bytes) in contents(folder.path()) {
        fs::write(after.path().join(path.file_name().unwrap()), bytes).unwrap();
    }
    let reopened = Store::open(after.path()).unwrap();
    assert_eq!(reopened.narrative(2018, "overview").unwrap().unwrap().0, "正在输入");
}

#[test]
fn a_newer_file_is_refused_and_left_as_it_was() {
    let folder = folder_in_use();
    let plain = rusqlite::Connection::open(database(folder.path())).unwrap();
    plain.pragma_update(None, "user_version", 99).unwrap();
    drop(plain);
    let before = contents(folder.path());
    let failure = Store::open(folder.path()).err().unwrap();
    assert_eq!(failure.code, "database.newer");
    assert!(failure.message.contains("由更新的版本建立"), "{}", failure.message);
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn a_damaged_file_is_refused_and_left_as_it_was() {
    let folder = folder_in_use();
    let good = fs::read(database(folder.path())).unwrap();
    let mut torn = good.clone();
    for page in torn.chunks_mut(4096).skip(8).step_by(2) {
        page.fill(0xA5);
    }
    let cases =
        [b"PK\x03\x04 not a database".to_vec(), vec![], vec![0x41; 5000], good[..6000].to_vec(), torn];
    for damaged in cases {
        fs::write(database(folder.path()), &damaged).unwrap();
        let failure = Store::open(folder.path()).err().unwrap();
        assert_eq!(failure.code, "database.damaged", "{} bytes: {failure:?}", damaged.len());
        assert!(failure.message.contains("gongkai.db") && failure.hint.contains("备份"), "{failure:?}");
        assert_eq!(fs::read(database(folder.path())).unwrap(), damaged);
    }
}

#[test]
fn another_programs_database_is_not_ours_to_touch() {
    let folder = tempfile::tempdir().unwrap();
    let plain = rusqlite::Connection::open(database(folder.path())).unwrap();
    plain.execute_batch("CREATE TABLE music (title TEXT)").unwrap();
    drop(plain);
    let before = contents(folder.path());
    assert_eq!(code_of_opening(folder.path()), "database.foreign");
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn a_missing_file_with_its_journal_still_there_is_not_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("gongkai.db-wal"), b"journal").unwrap();
    assert_eq!(code_of_opening(folder.path()), "database.damaged");
    assert_eq!(contents(folder.path()).len(), 1);
}

#[test]
fn a_folder_that_cannot_be_written_says_so() {
    let parent = tempfile::tempdir().unwrap();
    let file = parent.path().join("文件");
    fs::write(&file, b"x").unwrap();
    let failure = Store::open(&file.join("数据")).err().unwrap();
    assert_eq!(failure.code, "folder.not_writable");
    assert!(failure.message.contains("数据") && failure.hint.contains("写入权限"), "{failure:?}");
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    // The administrator may write anywhere.
    if fs::write(folder.path().join("probe"), b"x").is_err() {
        assert_eq!(code_of_opening(folder.path()), "folder.not_writable");
    }
}

#[test]
fn a_second_writer_waits_and_then_says_who_is_in_the_way() {
    let folder = folder_in_use();
    let mut store = Store::open(folder.path()).unwrap();
    let other = rusqlite::Connection::open(database(folder.path())).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let failure =
        store.insert("disclosure", &disclosure("乙", "2018-03-01", "公告公示", &[]), at(0)).unwrap_err();
    assert_eq!(failure.code, "database.busy");
    other.execute_batch("ROLLBACK").unwrap();
    store.insert("disclosure", &disclosure("乙", "2018-03-01", "公告公示", &[]), at(0)).unwrap();
}

#[test]
fn every_change_waits_for_another_writer() {
    let folder = folder_in_use();
    let mut store = Store::open(folder.path()).unwrap();
    let path = database(folder.path());
    let (ready, holding) = std::sync::mpsc::channel();
    let writer = std::thread::spawn(move || {
        let other = rusqlite::Connection::open(path).unwrap();
        for step in 0..6 {
            other.execute_batch("BEGIN IMMEDIATE").unwrap();
            other.execute("INSERT INTO report_year VALUES (?1, '')", [step]).unwrap();
            ready.send(()).unwrap();
            std::thread::sleep(std::time::Duration::from_millis(150));
            other.execute_batch("COMMIT").unwrap();
            // Time for the one who waits.
            std::thread::sleep(std::time::Duration::from_millis(300));
        }
    });
    let mut meanwhile = |change: &mut dyn FnMut(&mut Store)| {
        holding.recv().unwrap();
        change(&mut store);
    };
    let village = domain::CatalogueId::Village;
    let mut entry = None;
    let figure = gongkai_store::FigureDraft {
        part: "disclosure".into(),
        label: "甲".into(),
        unit: "条".into(),
        ledger: "disclosure".into(),
        filter: domain::Filter::new(),
    };
    meanwhile(&mut |s| entry = Some(s.save_entry(None, village, "河东村", "", "").unwrap().id));
    meanwhile(&mut |s| s.order_entries(village, &[entry.unwrap()]).unwrap());
    meanwhile(&mut |s| s.remove_entry(entry.unwrap()).unwrap());
    meanwhile(&mut |s| s.enter_figure(2018, "items", domain::Quantity::count(1), "核对", at(0)).unwrap());
    meanwhile(&mut |s| s.clear_figure(2018, "items", at(1)).unwrap());
    meanwhile(&mut |s| drop(s.define_figure(None, &figure, at(0)).unwrap()));
    writer.join().unwrap();
}

#[test]
fn a_backup_is_whole_and_never_overwrites_the_original() {
    let folder = folder_in_use();
    let store = Store::open(folder.path()).unwrap();
    let safe = tempfile::tempdir().unwrap();
    let copy = safe.path().join("备份.db");
    fs::write(&copy, b"an older backup").unwrap();
    store.backup(&copy).unwrap();
    assert_eq!(contents(safe.path()).len(), 1, "one file, nothing beside it");
    let restored = tempfile::tempdir().unwrap();
    fs::copy(&copy, database(restored.path())).unwrap();
    let restored = Store::open(restored.path()).unwrap();
    assert_eq!(column(&restored, &of_year("disclosure", 2018), "title"), ["甲"]);
    assert_eq!(store.backup(&database(folder.path())).unwrap_err().code, "backup.failed");
    let nowhere = store.backup(&safe.path().join("没有/备份.db")).unwrap_err();
    assert_eq!(nowhere.code, "folder.not_writable", "{nowhere:?}");
    assert_eq!(store.list(&of_year("disclosure", 2018)).unwrap().count, 1);
}

#[test]
fn a_store_takes_over_another_as_a_whole() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let mut desk = Store::open_in_memory().unwrap();
    desk.save_entry(None, domain::CatalogueId::Village, "向阳村", "", "").unwrap();
    store.take_over(&desk).unwrap();
    drop(store);
    let again = Store::open(folder.path()).unwrap();
    let catalogues = again.catalogues().unwrap();
    let villages = catalogues.iter().find(|c| c.id == domain::CatalogueId::Village).unwrap();
    assert_eq!(villages.entries.iter().map(|e| &e.name).collect::<Vec<_>>(), ["向阳村"]);
}

#[test]
fn an_attached_file_is_kept_once_under_its_content() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let desk = tempfile::tempdir().unwrap();
    let (first, second) = (desk.path().join("名单.docx"), desk.path().join("名单（副本）.docx"));
    fs::write(&first, "同样的内容").unwrap();
    fs::write(&second, "同样的内容").unwrap();
    let kept = store.keep_file(&first, at(0)).unwrap();
    let again = store.keep_file(&second, at(1)).unwrap();
    assert_eq!((kept.hash == again.hash, kept.name.as_str(), kept.size), (true, "名单.docx", 15));
    let path = store.kept_path(&kept.hash).unwrap();
    assert_eq!(path, folder.path().join("attachments").join(&kept.hash[..2]).join(&kept.hash));
    assert_eq!(fs::read_to_string(&path).unwrap(), "同样的内容");
    fs::remove_file(&first).unwrap();
    assert!(store.kept_path(&kept.hash).is_ok(), "the original is no longer needed");
    assert!(store.is_kept(&kept.hash).unwrap() && !store.is_kept(&"0".repeat(64)).unwrap());
    fs::write(&path, "被改动").unwrap();
    assert_eq!(store.kept_path(&kept.hash).unwrap_err().code, "attachment.changed");
    store.keep_file(&second, at(2)).unwrap();
    assert!(store.kept_path(&kept.hash).is_ok(), "kept again, whole again");
    fs::remove_file(&path).unwrap();
    assert_eq!(store.kept_path(&kept.hash).unwrap_err().code, "attachment.missing");
    assert_eq!(store.kept_path("../../etc/passwd").unwrap_err().code, "attachment.missing");
    assert_eq!(store.keep_file(&first, at(3)).unwrap_err().code, "attachment.unreadable");
    assert_eq!(store.keep_file(desk.path(), at(3)).unwrap_err().code, "attachment.unreadable");
}

#[test]
fn the_files_of_purged_records_go_unless_another_has_them() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let source = folder.path().join("材料.txt");
    let mut with_file = |content: &str, title: &str| {
        fs::write(&source, content).unwrap();
        let kept = store.keep_file(&source, at(0)).unwrap();
        let mut values = disclosure(title, "2018-03-01", "公告公示", &[]);
        values.insert("attachment".into(), domain::Value::Attachment(kept.clone()));
        (store.insert("disclosure", &values, at(0)).unwrap().id, kept.hash)
    };
    let (first, shared) = with_file("共用", "甲");
    let (_, _) = with_file("共用", "乙");
    let (third, own) = with_file("独有", "丙");
    store.delete("disclosure", &[first, third], at(1)).unwrap();
    assert!(store.kept_path(&own).is_ok(), "the recycle bin keeps its files");
    store.empty_bin(None).unwrap();
    assert!(store.kept_path(&shared).is_ok());
    assert_eq!(store.kept_path(&own).unwrap_err().code, "attachment.missing");
}

#[test]
fn an_attachment_that_names_a_path_is_refused_and_no_other_file_is_removed() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let outside = folder.path().join("重要.docx");
    fs::write(&outside, "别动").unwrap();
    let absolute = outside.display().to_string();
    let attached = |hash: &str| {
        let mut values = disclosure("甲", "2018-03-01", "公告公示", &[]);
        let kept = domain::Attachment { hash: hash.into(), name: "名单.docx".into(), size: 1 };
        values.insert("attachment".into(), domain::Value::Attachment(kept));
        values
    };
    for hash in ["../../重要.docx", &absolute, "", "ab", &"A".repeat(64), &"字".repeat(22)] {
        let failure = store.insert("disclosure", &attached(hash), at(0)).unwrap_err();
        assert!(failure.fields.contains_key("attachment"), "{hash}: {failure:?}");
    }
    // A file that was tampered with may hold such a name all the same.
    let id = store.insert("disclosure", &attached(&"a".repeat(64)), at(0)).unwrap().id;
    let other = rusqlite::Connection::open(database(folder.path())).unwrap();
    let forged = "UPDATE disclosure SET attachment = replace(attachment, ?1, ?2)";
    other.execute(forged, ["a".repeat(64), absolute]).unwrap();
    store.delete("disclosure", &[id], at(1)).unwrap();
    assert_eq!(store.empty_bin(None).unwrap(), 1);
    assert_eq!(fs::read_to_string(&outside).unwrap(), "别动");
}

/// The file of a schema as it was released: an office with a record in some ledgers.
fn fixture(schema: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/schema-{schema}.db"))
}

#[test]
#[ignore = "writes the fixture of the present schema"]
fn write_the_fixture() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let office =
        domain::Profile { name: "下达河乡人民政府".into(), code: "XDH".into(), ..Default::default() };
    store.save_profile(&office, at(0)).unwrap();
    store
        .insert("disclosure", &disclosure("甲", "2018-03-01", "公告公示", &["微信", "短信"]), at(0))
        .unwrap();
    store.insert("application", &application("2018-05-01", &[]), at(0)).unwrap();
    let inquiry = [("on", "2018-05-15"), ("way", "phone"), ("subject", "低保"), ("persons", "50")];
    store.insert("inquiry", &checked("inquiry", &inquiry), at(0)).unwrap();
    let fee = [("on", "2018-06-01"), ("kind", "copy"), ("reason", "复印"), ("amount", "12.5")];
    store.insert("fee", &checked("fee", &fee), at(0)).unwrap();
    store.save_narrative(2018, "overview", "{\"blocks\":[]}", at(0)).unwrap();
    store.enter_figure(2018, "items", domain::Quantity::count(200), "县平台统计", at(0)).unwrap();
    let notice = domain::calendar::Notice { year: 2030, holidays: Vec::new(), workdays: Vec::new() };
    store.keep_notice(&notice, at(0)).unwrap();
    let case = store.insert("application", &application("2019-06-03", &[]), at(0)).unwrap();
    let day = chrono::NaiveDate::from_ymd_opt(2019, 6, 3).unwrap();
    let received = domain::clock::received(domain::clock::Way::InPerson, day, None).unwrap();
    let change = gongkai_store::EventChange::Insert(0, vec![received]);
    store.change_events(case.id, &change, &case.values, at(0)).unwrap();
    store.begin_letter(case.id, "receipt", "{}", at(0)).unwrap();
    let frozen = gongkai_store::Frozen { snapshot: "{}".into(), pdf: b"%PDF".to_vec() };
    store.lock_report(2018, &frozen, at(0)).unwrap();
    store.backup(&fixture(5)).unwrap();
}

#[test]
fn a_file_of_schema_1_still_opens() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(fixture(1), database(folder.path())).unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    assert_eq!(store.profile().unwrap().unwrap().name, "下达河乡人民政府");
    let item = store.list(&of_year("disclosure", 2018)).unwrap().rows.remove(0);
    assert_eq!(item.values["index_number"].as_text(), Some("XDH-03-2018-00001"));
    let person = store.record("application", 1).unwrap();
    assert_eq!(person.values["name"].as_text(), Some("张三"));
    assert_eq!(store.sum("inquiry", "persons", Some(2018), &Default::default()).unwrap().to_string(), "50");
    assert_eq!(store.sum("fee", "amount", Some(2018), &Default::default()).unwrap().to_string(), "12.5");
    assert_eq!(store.entered(2018).unwrap()[0].reason, "县平台统计");
    let search = domain::RecordQuery { search: "甲".into(), ..of_year("disclosure", 2018) };
    assert_eq!(store.list(&search).unwrap().count, 1);
    assert!(store.locked_years().unwrap().is_empty());
    store.lock_report(2018, &gongkai_store::Frozen { snapshot: "{}".into(), pdf: vec![] }, at(1)).unwrap();
    assert_eq!(store.save_narrative(2018, "overview", "[]", at(2)).unwrap_err().code, "report.locked");
}

#[test]
fn a_file_of_schema_2_still_opens() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(fixture(2), database(folder.path())).unwrap();
    let store = Store::open(folder.path()).unwrap();
    assert_eq!(store.locked_years().unwrap(), [2018]);
    assert_eq!(store.frozen(2018, 1).unwrap().snapshot, "{}");
    assert_eq!(store.narrative(2018, "overview").unwrap().unwrap().0, "{\"blocks\":[]}");
}

#[test]
fn a_file_of_schema_5_still_opens() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(fixture(5), database(folder.path())).unwrap();
    let store = Store::open(folder.path()).unwrap();
    assert_eq!(store.locked_years().unwrap(), [2018]);
    assert_eq!(store.notices().unwrap()[0].notice.year, 2030);
    let events = store.events(2).unwrap();
    assert_eq!(events[0].event.on.to_string(), "2019-06-03");
    assert_eq!(store.letters(2).unwrap()[0].template, "receipt");
}
