//! Records, texts, years and paper.

use super::*;

#[test]
fn text_is_kept_taken_over_and_offered_anew() {
    let mut desk = sample();
    let narrative = json!({"blocks": [{"level": 0, "inlines": [
        {"type": "text", "text": "2017年共"}, {"type": "figure", "id": "inquiry.total", "shown": "exact"}]}]});
    let draft =
        |part: &str| -> NarrativeDraft { read(json!({"year": 2017, "part": part, "narrative": narrative})) };
    let saved = office::narratives::save(&mut desk.office, january(), draft("inquiry")).unwrap();
    assert_eq!(saved.saved_at, "2019-01-10T10:32:00");
    let wrong = office::narratives::save(&mut desk.office, january(), draft("weather")).unwrap_err();
    assert_eq!(wrong.code, "report.part");

    let take = TakeOver { year: 2018, from: 2017, part: "inquiry".into() };
    let taken = office::narratives::of_year(&mut desk.office, january(), take).unwrap();
    assert_eq!(taken.plain(|id, _| format!("[{id}]")), "2018年共[inquiry.total]");
    let take = TakeOver { year: 2018, from: 2019, part: "inquiry".into() };
    assert_eq!(
        office::narratives::of_year(&mut desk.office, january(), take).unwrap_err().code,
        "narrative.none"
    );

    let report = office::report::show(&mut desk.office, january(), Year { year: 2019 }).unwrap();
    assert!(report.parts.iter().all(|p| !p.written), "an empty year starts with the format's sentences");
    let request = PartOfYear { year: 2016, part: "inquiry".into() };
    let starter = office::narratives::starter_of(&mut desk.office, january(), request).unwrap();
    assert!(starter.plain(|_, _| String::new()).contains("未接到政府信息公开方面的咨询"));
}

#[test]
fn the_report_is_signed_between_the_period_and_the_filing_day() {
    let mut desk = sample();
    let signed = |desk: &mut Desk, day: &str| {
        office::report::show(&mut desk.office, at(day), Year { year: 2018 }).unwrap().signed_on
    };
    assert_eq!(signed(&mut desk, "2018-12-20"), "2019-01-01");
    assert_eq!(signed(&mut desk, "2019-01-10"), "2019-01-10");
    assert_eq!(signed(&mut desk, "2026-11-23"), "2019-01-31");
    let save = |desk: &mut Desk, day: &str| {
        let draft = SettingsDraft {
            year: 2018,
            title: "年度报告".into(),
            signed_on: day.into(),
            categories_complete: false,
        };
        office::report::save_settings(&mut desk.office, january(), draft)
    };
    assert!(save(&mut desk, "2018-12-31").unwrap_err().fields.contains_key("signed_on"));
    assert!(save(&mut desk, "2019-02-30").unwrap_err().fields.contains_key("signed_on"));
    assert_eq!(save(&mut desk, "2019-01-20").unwrap().signed_on, "2019-01-20");
    assert_eq!(signed(&mut desk, "2026-11-23"), "2019-01-20");
}

#[test]
fn what_is_deleted_counts_no_more_and_comes_back_within_thirty_days() {
    let mut desk = sample();
    let id = add(
        &mut desk.office,
        "inquiry",
        json!({"on": "2018-06-01", "way": "电话", "persons": 5, "subject": "甲"}),
    );
    assert_eq!(figure(&desk.office, 2018, "inquiry.total").text, "405");
    let ids = RecordIds { ledger: "inquiry".into(), ids: vec![id] };
    office::records::delete(&mut desk.office, january(), ids.clone()).unwrap();
    assert_eq!(figure(&desk.office, 2018, "inquiry.total").text, "400");
    let bin = office::records::bin(&mut desk.office, at("2019-02-08"), ()).unwrap();
    assert_eq!((bin.len(), bin[0].purged_on.as_str()), (1, "2019-02-09"));
    office::records::restore(&mut desk.office, january(), ids.clone()).unwrap();
    assert_eq!(figure(&desk.office, 2018, "inquiry.total").text, "405");
    office::records::delete(&mut desk.office, january(), ids).unwrap();
    assert!(office::records::bin(&mut desk.office, at("2019-02-10"), ()).unwrap().is_empty());
}

#[test]
fn an_empty_year_and_an_office_without_a_name_can_be_printed() {
    let mut sample = sample();
    let (pages, bytes) = office::report_file::pages(&mut sample.office, january(), 2019).unwrap();
    assert!(pages >= 1 && bytes.starts_with(b"%PDF-1.7"));
    let mut unnamed = desk();
    let profile = serde_json::to_value(office::Profile::default()).unwrap();
    let setup = read(json!({"profile": profile, "sample": false}));
    let start = office::start::setup(&mut unnamed.office, january(), setup).unwrap();
    assert!(!start.first_run);
    assert!(
        office::report_file::pages(&mut unnamed.office, january(), 2018).is_ok(),
        "a preview needs no name"
    );
    let refused = office::report_file::finished(&mut unnamed.office, january(), 2018).unwrap_err();
    assert_eq!(refused.code, "report.unsigned");
    let dashboard = office::dashboard::show(&mut unnamed.office, january(), Year { year: 2018 }).unwrap();
    assert!(dashboard.todos.iter().any(|t| t.id == "profile.name"));
}

#[test]
fn a_character_in_no_font_stops_the_paper_and_says_where() {
    let mut desk = sample();
    let draft: NarrativeDraft = read(json!({"year": 2018, "part": "inquiry", "narrative": {"blocks": [
        {"level": 0, "inlines": [{"type": "text", "text": "共受理咨询若干😀人次"}]}]}}));
    office::narratives::save(&mut desk.office, january(), draft).unwrap();
    let failure = office::report_file::finished(&mut desk.office, january(), 2018).unwrap_err();
    assert_eq!(failure.code, "paper.no_glyph");
    assert!(
        failure.message.contains('😀') && failure.message.contains("受理咨询若干"),
        "{}",
        failure.message
    );
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let mut desk = sample();
    let (_, first) = office::report_file::finished(&mut desk.office, january(), 2018).unwrap();
    let (_, second) = office::report_file::finished(&mut desk.office, january(), 2018).unwrap();
    assert!(first == second);
    assert!(first.len() < 500 * 1024);
}

#[test]
fn the_workbench_names_what_is_unfinished() {
    let mut desk = sample();
    add(&mut desk.office, "disclosure", json!({"title": "待公开", "formed_on": "2018-12-29"}));
    add(
        &mut desk.office,
        "hotline",
        json!({"source": "12345", "received_on": "2018-12-29", "subject": "路灯"}),
    );
    let board = office::dashboard::show(&mut desk.office, january(), Year { year: 2018 }).unwrap();
    let said: Vec<_> = board.todos.iter().map(|t| t.text.as_str()).collect();
    assert_eq!(said, ["1 条信息已形成、还没有填公开日期", "1 件热线还在办理中"]);
    assert_eq!((board.filing.due.as_str(), board.filing.days_left), ("2019-01-31", 21));
    let inquiries = board.counts.iter().find(|c| c.ledger == "inquiry").unwrap();
    assert_eq!((inquiries.count, inquiries.unit.as_str()), (400, "人次"));
}

#[test]
fn the_years_stand_side_by_side() {
    let mut desk = sample();
    let years = office::years::list(&mut desk.office, january(), ()).unwrap();
    let of = |n: usize, id: &str| years[n].figures.iter().find(|f| f.id == id).unwrap().text.clone();
    assert_eq!(years.iter().map(|y| y.year).collect::<Vec<_>>(), [2019, 2018, 2017]);
    assert_eq!(
        (of(0, "disclosure.total"), of(1, "disclosure.total"), of(2, "disclosure.total")),
        ("0".into(), "200".into(), "169".into())
    );
    assert_eq!((years[1].parts_written, years[1].parts, years[0].parts_written), (7, 7, 0));
    let far = office::years::open(&mut desk.office, january(), Year { year: 2030 }).unwrap_err();
    assert_eq!(far.code, "year.far");
    assert_eq!(
        office::years::open(&mut desk.office, january(), Year { year: 2007 }).unwrap_err().code,
        "format.none"
    );
}

#[test]
fn a_record_names_no_file_that_was_never_kept() {
    let mut desk = sample();
    let attachment = json!({"hash": "0".repeat(64), "name": "名单.docx", "size": 15});
    let draft = |attachment: &serde_json::Value| -> office::records::RecordDraft {
        read(json!({"ledger": "disclosure", "id": null, "values": {"title": "防汛值班名单",
            "category": "公告公示", "formed_on": "2018-06-01", "attachment": attachment}}))
    };
    let failure = office::records::save(&mut desk.office, january(), draft(&attachment)).unwrap_err();
    assert_eq!(failure.code, "attachment.missing");
    assert!(failure.message.contains("名单.docx") && failure.fields.contains_key("attachment"));
    let file = desk.office.store.folder().join("名单.docx");
    std::fs::write(&file, "名单").unwrap();
    let kept = desk.office.store.keep_file(&file, january()).unwrap();
    let kept = serde_json::to_value(kept).unwrap();
    office::records::save(&mut desk.office, january(), draft(&kept)).unwrap();
}

#[test]
fn a_command_nobody_declared() {
    let mut desk = desk();
    let failure =
        office::commands::call(&mut desk.office, january(), "records.burn", json!(null)).unwrap_err();
    assert_eq!(failure.code, "command.unknown");
    let failure =
        office::commands::call(&mut desk.office, january(), "records.get", json!({"ledger": 3})).unwrap_err();
    assert_eq!(failure.code, "command.request");
    let start = office::commands::call(&mut desk.office, january(), "app.start", json!(null)).unwrap();
    assert_eq!(start["first_run"], true);
}

#[test]
fn years_later_the_program_opens_on_the_last_year_with_records() {
    let mut desk = sample();
    let year = |desk: &mut Desk, day: &str| office::start::start(&mut desk.office, at(day), ()).unwrap().year;
    assert_eq!(year(&mut desk, "2019-01-10"), 2018);
    assert_eq!(year(&mut desk, "2019-06-10"), 2019);
    assert_eq!(year(&mut desk, "2026-11-23"), 2018);
}

#[test]
fn a_copied_application_is_somebody_elses() {
    let mut desk = sample();
    let application = json!({"received_on": "2018-06-01", "received_by": "当面", "applicant_kind": "自然人",
        "name": "欧阳某某", "content": "某批复", "outcome": "granted", "decided_on": "2018-06-10"});
    let id = add(&mut desk.office, "application", application);
    let request = DraftRequest { ledger: "application".into(), year: 2018, copy_of: Some(id) };
    let copy = office::records::draft(&mut desk.office, january(), request).unwrap();
    assert!(["name", "outcome", "decided_on"].iter().all(|field| copy[*field] == Value::Null));
    assert_eq!(copy["content"], Value::Text("某批复".into()));
}

#[test]
fn a_copy_a_day_is_kept_for_fourteen_days_of_work_and_can_be_opened() {
    let mut desk = sample();
    let folder = desk.office.store.folder().join(office::backups::FOLDER);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("我自己的.db"), b"mine").unwrap();
    for day in 1..=20 {
        let now = at(&format!("2019-01-{day:02}"));
        assert!(office::backups::daily(&desk.office, now).unwrap().is_some());
        assert!(office::backups::daily(&desk.office, now).unwrap().is_none(), "one a day");
    }
    let count = std::fs::read_dir(&folder).unwrap().count();
    assert_eq!(count, 15, "fourteen copies and the clerk's own file");
    assert!(!folder.join("gongkai-2019-01-06.db").exists() && folder.join("gongkai-2019-01-07.db").exists());
    // What was lost after the copy comes back with it.
    let ids = RecordIds { ledger: "disclosure".into(), ids: (1..=100).collect() };
    office::records::delete(&mut desk.office, january(), ids).unwrap();
    let restored = tempfile::tempdir().unwrap();
    std::fs::copy(folder.join("gongkai-2019-01-20.db"), restored.path().join("gongkai.db")).unwrap();
    let again = Office::open(restored.path(), &office::office::find_fonts(), restored.path()).unwrap();
    assert_eq!(figure(&again, 2018, "disclosure.total").text, "200");
}
