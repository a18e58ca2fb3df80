//! Stories of a data folder that is chosen, moved, and of the one that was left.

use super::moving::{Use, copy, plan, remove};
use super::*;
use crate::Office;

struct Computer {
    root: tempfile::TempDir,
    homes: Homes,
}

fn computer() -> Computer {
    let root = tempfile::tempdir().unwrap();
    let at = |name: &str| Some(root.path().join(name));
    let homes = Homes {
        program: root.path().join("程序"),
        data: at("用户/张 三/gongkai"),
        config: at("设置"),
        log: at("日志"),
    };
    Computer { root, homes }
}

fn office(folder: &Path) -> Office {
    Office::open(folder, Path::new("fonts"), folder).unwrap()
}

/// Something to carry along.
fn set_up(office: &mut Office) {
    let profile =
        domain::Profile { name: "下达河乡人民政府".to_owned(), ..domain::Profile::default() };
    office.store.save_profile(&profile, now()).unwrap();
}

fn now() -> chrono::NaiveDateTime {
    chrono::NaiveDate::from_ymd_opt(2026, 1, 8).unwrap().and_hms_opt(9, 30, 0).unwrap()
}

#[test]
fn a_folder_is_usual_until_it_is_chosen_or_carried_about() {
    let Computer { root, homes } = computer();
    let place = || homes.place().unwrap().unwrap();
    assert_eq!(place().why, Why::Usual);
    let chosen = root.path().join("D 盘/年报 数据");
    homes.choose(&chosen).unwrap();
    assert_eq!(place(), Place { folder: chosen.clone(), why: Why::Chosen });
    assert_eq!(homes.is_there(&place()).unwrap_err().code, "folder.away", "no new empty office");
    drop(office(&chosen));
    homes.is_there(&place()).unwrap();
    homes.choose(homes.data.as_deref().unwrap()).unwrap();
    assert_eq!(place().why, Why::Usual, "back home");
    fs::create_dir_all(&homes.program).unwrap();
    fs::write(homes.program.join(PORTABLE_MARK), "").unwrap();
    assert_eq!(place().folder, homes.program.join("数据"));
    assert_eq!(homes.log().unwrap(), homes.program.join("日志"));
}

/// A note that somebody has saved in another encoding, or that a power cut has emptied.
#[test]
fn a_note_that_cannot_be_read_is_no_empty_office() {
    let Computer { homes, .. } = computer();
    let note = homes.config.clone().unwrap().join("folder.txt");
    fs::create_dir_all(note.parent().unwrap()).unwrap();
    let gbk = b"D:\\\xc4\xea\xb1\xa8".to_vec();
    let utf16 = [0xff, 0xfe, b'D', 0, b':', 0].to_vec();
    for bytes in [gbk, utf16, Vec::new(), b"\r\n".to_vec()] {
        fs::write(&note, bytes).unwrap();
        assert_eq!(homes.place().unwrap_err().code, "folder.note");
    }
    homes.choose(homes.data.as_deref().unwrap()).unwrap();
    assert_eq!(homes.place().unwrap().unwrap().why, Why::Usual, "pointing at the data mends it");
}

#[test]
fn a_folder_is_copied_verified_and_removed_when_the_user_agrees() {
    let Computer { root, homes } = computer();
    let old = homes.data.clone().unwrap();
    let mut first = office(&old);
    set_up(&mut first);
    let letter = root.path().join("来信.txt");
    fs::write(&letter, "附件").unwrap();
    let kept = first.store.keep_file(&letter, now()).unwrap();
    drop(first);
    fs::write(old.join("gongkai.lock"), "").unwrap();
    fs::write(old.join("自己的笔记.txt"), "不是程序的文件").unwrap();

    let wanted = root.path().join("新 盘");
    let made = plan(Some(&old), &wanted).unwrap();
    assert_eq!((made.folder.as_path(), made.good_for, made.files), (wanted.as_path(), Use::Copy, 3));
    let before = copy(&old, &made.folder).unwrap().finish();
    assert!(!wanted.join("gongkai.lock").exists() && !wanted.join("搬动还没有完成").exists());
    let moved = office(&wanted);
    assert!(moved.store.kept_path(&kept.hash).unwrap().starts_with(&wanted));
    homes.choose(&wanted).unwrap();
    homes.remember(&before).unwrap();
    assert_eq!(homes.before(&wanted).unwrap(), before);
    // Work in a third folder: the old one may hold the only copy left, and is named where the new one is away.
    let third = root.path().join("第三个");
    drop(office(&third));
    assert_eq!(homes.before(&third), None);
    assert_eq!(remove(&before, &third).unwrap_err().code, "folder.changed");
    let away = Place { folder: root.path().join("拔掉了"), why: Why::Chosen };
    assert!(homes.is_there(&away).unwrap_err().hint.contains(&old.display().to_string()));

    fs::write(wanted.join("自己的笔记.txt"), "后来改过").unwrap();
    assert_eq!(remove(&before, &wanted).unwrap(), 1, "what differs stays");
    assert_eq!(fs::read_dir(&old).unwrap().count(), 1);
    assert_eq!(homes.before(&wanted), None);
    assert!(moved.profile().unwrap().name.contains("下达河"));
}

#[test]
fn an_old_folder_that_was_worked_in_since_is_not_removed() {
    let Computer { root, homes } = computer();
    let old = homes.data.unwrap();
    drop(office(&old));
    let new = root.path().join("新");
    let before = copy(&old, &new).unwrap().finish();
    let mut again = office(&old);
    set_up(&mut again);
    drop(again);
    assert_eq!(remove(&before, &new).unwrap_err().code, "folder.changed");
    assert!(old.join(DATABASE).exists());
}

/// Another program has the database open, or the disk is full: the newest records are in the journal only.
#[test]
fn records_that_are_not_in_the_database_file_yet_are_not_left_behind() {
    let Computer { root, homes } = computer();
    let old = homes.data.unwrap();
    let mut first = office(&old);
    let second = office(&old);
    set_up(&mut first);
    drop(first);
    let new = root.path().join("新");
    assert_eq!(copy(&old, &new).unwrap_err().code, "folder.busy");
    assert!(!new.exists());
    drop(second);
    let before = copy(&old, &new).unwrap().finish();
    fs::write(old.join("gongkai.db-wal"), "后来的").unwrap();
    assert_eq!(remove(&before, &new).unwrap_err().code, "folder.busy");
    assert!(old.join("gongkai.db-wal").exists());
}

#[test]
fn a_move_that_was_cut_short_is_begun_anew() {
    let Computer { root, homes } = computer();
    let old = homes.data.unwrap();
    drop(office(&old));
    let letter = root.path().join("来信.txt");
    fs::write(&letter, "附件").unwrap();
    office(&old).store.keep_file(&letter, now()).unwrap();
    let disk = root.path().join("D 盘");
    fs::create_dir_all(&disk).unwrap();
    fs::write(disk.join("别的.txt"), "").unwrap();
    let made = plan(Some(&old), &disk).unwrap();
    // The program is ended after everything was copied and before the new folder is the one in use.
    let cut_short = copy(&old, &made.folder).unwrap();
    drop(cut_short);
    set_up(&mut office(&old));
    let again = plan(Some(&old), &disk).unwrap();
    assert_eq!(
        (&again.folder, again.good_for),
        (&made.folder, Use::Copy),
        "the old copy is not taken for records"
    );
    copy(&old, &again.folder).unwrap().finish();
    assert!(office(&again.folder).profile().unwrap().name.contains("下达河"));
    assert_eq!(plan(Some(&old), &disk).unwrap().good_for, Use::Switch);

    // The new folder is not going to be used after all: nothing is left of it.
    let other = root.path().join("E 盘");
    copy(&old, &other).unwrap().undo();
    assert!(!other.exists());
}

#[test]
fn what_stood_in_the_way_stays() {
    let Computer { root, homes } = computer();
    let old = homes.data.unwrap();
    drop(office(&old));
    let disk = root.path().join("D 盘");
    let own = disk.join("政府信息公开年报数据");
    fs::create_dir_all(&own).unwrap();
    fs::write(own.join("报告.pdf"), "别的东西").unwrap();
    assert_eq!(plan(Some(&old), &disk).unwrap().folder, disk.join("政府信息公开年报数据（2）"));
    fs::write(old.join("报告.pdf"), "自己的").unwrap();
    assert_eq!(copy(&old, &own).unwrap_err().code, "folder.copy");
    assert_eq!(fs::read(own.join("报告.pdf")).unwrap(), "别的东西".as_bytes());
    assert_eq!(fs::read_dir(&own).unwrap().count(), 1);
}

#[test]
fn a_copy_that_fails_leaves_nothing_behind() {
    let Computer { root, homes } = computer();
    let old = homes.data.unwrap();
    drop(office(&old));
    fs::create_dir_all(old.join("备份")).unwrap();
    fs::write(old.join("备份/说明.txt"), "甲").unwrap();
    let new = root.path().join("新");
    fs::create_dir_all(&new).unwrap();
    fs::write(new.join("备份"), "在一个文件夹该在的地方").unwrap();
    assert_eq!(copy(&old, &new).unwrap_err().code, "folder.copy");
    assert_eq!(fs::read_dir(&new).unwrap().count(), 1, "only what stood there before");
    assert!(old.join(DATABASE).exists());
}

#[test]
fn a_chosen_folder_is_looked_at_first() {
    let Computer { root, homes } = computer();
    let old = homes.data.unwrap();
    drop(office(&old));
    let code = |chosen: &Path| plan(Some(&old), chosen).unwrap_err().code;
    assert_eq!(code(&old), "folder.same");
    assert_eq!(code(&old.join("里面")), "folder.inside");
    let full = root.path().join("文档");
    fs::create_dir_all(&full).unwrap();
    fs::write(full.join("信.doc"), "").unwrap();
    assert_eq!(plan(Some(&old), &full).unwrap().folder, full.join("政府信息公开年报数据"));
    drop(office(&root.path().join("同事的")));
    assert_eq!(plan(Some(&old), &root.path().join("同事的")).unwrap().good_for, Use::Switch);
}
