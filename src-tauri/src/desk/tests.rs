//! Stories of a data folder that moves while the program runs.

use super::*;
use office::Profile;

struct Computer {
    root: tempfile::TempDir,
    homes: Homes,
}

fn computer() -> Computer {
    let root = tempfile::tempdir().unwrap();
    let at = |name: &str| Some(root.path().join(name));
    let homes =
        Homes { program: root.path().join("程序"), data: at("默认"), config: at("设置"), log: None };
    Computer { root, homes }
}

fn start(homes: &Homes) -> Desk {
    Desk::new(Arguments::default(), homes.clone())
}

fn name(desk: &Desk) -> Result<String, Failure> {
    match &desk.office().office {
        Ok(office) => office.profile().map(|profile| profile.name),
        Err(failure) => Err(failure.clone()),
    }
}

fn set_up(desk: &Desk) {
    let profile = Profile { name: "下达河乡人民政府".to_owned(), ..Profile::default() };
    let now = chrono::NaiveDate::from_ymd_opt(2026, 1, 8).unwrap().and_hms_opt(9, 30, 0).unwrap();
    desk.office().office.as_mut().unwrap().store.save_profile(&profile, now).unwrap();
}

fn plan(desk: &Desk, to: &Path) -> Plan {
    let from = desk.place().unwrap().folder;
    moving::plan(Some(&from), to).unwrap()
}

#[test]
fn work_goes_on_in_the_new_folder_and_starts_there_next_time() {
    let Computer { root, homes } = computer();
    let desk = start(&homes);
    set_up(&desk);
    let new = root.path().join("D 盘");
    desk.carry_out(&plan(&desk, &new)).unwrap();
    assert_eq!(name(&desk).unwrap(), "下达河乡人民政府");
    assert_eq!(desk.place().unwrap(), Place { folder: new, why: Why::Chosen });
    assert_eq!(desk.before().unwrap().folder, homes.data.clone().unwrap());
    assert_eq!(name(&start(&homes)).unwrap_err().code, "folder.in_use", "the new folder is held");
    drop(desk);
    assert_eq!(name(&start(&homes)).unwrap(), "下达河乡人民政府");
}

#[test]
fn a_move_that_fails_leaves_the_work_where_it_was() {
    let Computer { root, homes } = computer();
    let desk = start(&homes);
    set_up(&desk);
    let new = root.path().join("D 盘");
    let planned = plan(&desk, &new);
    std::fs::write(&new, "在这期间有人放了一个同名的文件").unwrap();
    assert_eq!(desk.carry_out(&planned).unwrap_err().code, "folder.copy");
    assert_eq!(name(&desk).unwrap(), "下达河乡人民政府");
    assert_eq!(desk.place().unwrap().why, Why::Usual);
    set_up(&desk);
}

#[test]
fn a_stick_that_is_not_plugged_in_is_no_empty_office() {
    let Computer { root, homes } = computer();
    let desk = start(&homes);
    set_up(&desk);
    let stick = root.path().join("U 盘");
    desk.carry_out(&plan(&desk, &stick)).unwrap();
    drop(desk);
    let elsewhere = root.path().join("拔掉");
    std::fs::rename(&stick, &elsewhere).unwrap();
    let desk = start(&homes);
    assert_eq!(name(&desk).unwrap_err().code, "folder.away");
    assert!(!stick.exists());
    // The user points to where it is now.
    desk.carry_out(&moving::plan(None, &elsewhere).unwrap()).unwrap();
    assert_eq!(name(&desk).unwrap(), "下达河乡人民政府");
}

#[test]
fn the_sample_and_a_named_folder_are_not_moved() {
    let Computer { root, homes } = computer();
    let named = Arguments { data: Some(root.path().join("甲")), ..Arguments::default() };
    assert!(!Desk::new(named, homes.clone()).may_choose());
    assert!(start(&homes).may_choose());
}

#[test]
fn the_journal_is_in_the_file_when_the_program_ends() {
    let Computer { homes, .. } = computer();
    let desk = start(&homes);
    set_up(&desk);
    let data = homes.data.clone().unwrap();
    assert!(data.join("gongkai.db-wal").exists());
    desk.close();
    assert!(!data.join("gongkai.db-wal").exists());
    // What is still asked of it opens nothing anew.
    desk.try_again();
    assert_eq!(name(&desk).unwrap_err().code, "program.ended");
    assert_eq!(name(&start(&homes)).unwrap(), "下达河乡人民政府");
}

#[test]
fn a_copy_is_made_on_every_day_of_a_program_that_stays_open() {
    let Computer { homes, .. } = computer();
    let desk = start(&homes);
    set_up(&desk);
    let on = |day: u32| chrono::NaiveDate::from_ymd_opt(2026, 1, day).unwrap().and_hms_opt(9, 30, 0).unwrap();
    for day in [8, 8, 9, 12] {
        desk.copy_of_the_day(on(day));
    }
    let made = std::fs::read_dir(homes.data.clone().unwrap().join("备份")).unwrap().count();
    assert_eq!(made, 3);
}

#[test]
fn a_second_start_says_when_it_asks_for_other_records() {
    let Computer { root, homes } = computer();
    let desk = start(&homes);
    let exe = homes.program.join("gongkai").display().to_string();
    let asked = |words: &[&str]| {
        let line: Vec<String> = [exe.as_str()].iter().chain(words).map(|w| (*w).to_owned()).collect();
        desk.other_records(&line, root.path())
    };
    assert_eq!(asked(&[]), None);
    assert_eq!(asked(&["某乡.gknb"]), None);
    assert_eq!(asked(&["--data", "默认"]), None, "the same by another name");
    assert!(asked(&["--demo"]).unwrap().contains("要打开示例单位"));
    assert!(asked(&["--data", "另一处"]).unwrap().contains("另一处"));
    // The program on a stick.
    let stick = root.path().join("U 盘");
    std::fs::create_dir_all(&stick).unwrap();
    std::fs::write(stick.join("portable"), "").unwrap();
    let line = [stick.join("gongkai").display().to_string()];
    assert!(desk.other_records(&line, root.path()).unwrap().contains("数据"));
}
