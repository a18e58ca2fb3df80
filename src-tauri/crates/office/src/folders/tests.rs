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
    assert_eq!(homes.place().unwrap().why, Why::Usual);
    let chosen = root.path().join("D 盘/年报 数据");
    homes.choose(&chosen).unwrap();
    assert_eq!(homes.place().unwrap(), Place { folder: chosen.clone(), why: Why::Chosen });
    assert_eq!(homes.place().unwrap().is_there().unwrap_err().code, "folder.away", "no new empty office");
    drop(office(&chosen));
    homes.place().unwrap().is_there().unwrap();
    homes.choose(homes.data.as_deref().unwrap()).unwrap();
    assert_eq!(homes.place().unwrap().why, Why::Usual, "back home");
    fs::create_dir_all(&homes.program).unwrap();
    fs::write(homes.program.join(PORTABLE_MARK), "").unwrap();
    assert_eq!(homes.place().unwrap().folder, homes.program.join("数据"));
    assert_eq!(homes.log().unwrap(), homes.program.join("日志"));
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
    let before = copy(&old, &made.folder).unwrap();
    assert!(!wanted.join("gongkai.lock").exists());
    let moved = office(&wanted);
    assert!(moved.store.kept_path(&kept.hash).unwrap().starts_with(&wanted));
    homes.choose(&wanted).unwrap();
    homes.remember(&before).unwrap();
    assert_eq!(homes.before().unwrap(), before);

    fs::write(wanted.join("自己的笔记.txt"), "后来改过").unwrap();
    assert_eq!(remove(&before, &wanted).unwrap(), 1, "what differs stays");
    assert_eq!(fs::read_dir(&old).unwrap().count(), 1);
    assert_eq!(homes.before(), None);
    assert!(moved.profile().unwrap().name.contains("下达河"));
}

#[test]
fn an_old_folder_that_was_worked_in_since_is_not_removed() {
    let Computer { root, homes } = computer();
    let old = homes.data.unwrap();
    drop(office(&old));
    let new = root.path().join("新");
    let before = copy(&old, &new).unwrap();
    let mut again = office(&old);
    set_up(&mut again);
    drop(again);
    assert_eq!(remove(&before, &new).unwrap_err().code, "folder.changed");
    assert!(old.join(DATABASE).exists());
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
