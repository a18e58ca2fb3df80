//! Stories of an office at work, told on fixed days.

use chrono::{NaiveDate, NaiveDateTime};
use office::figures::{FigureDefinition, FigureEntry, FigureId, FigureOfYear};
use office::narratives::{NarrativeDraft, PartOfYear, TakeOver};
use office::records::{DraftRequest, RecordDraft, RecordId, RecordIds};
use office::report::{SettingsDraft, Year};
use office::{Figure, Office, Value, Values};
use serde_json::json;

fn at(day: &str) -> NaiveDateTime {
    day.parse::<NaiveDate>().unwrap().and_hms_opt(10, 32, 0).unwrap()
}

fn january() -> NaiveDateTime {
    at("2019-01-10")
}

struct Desk {
    office: Office,
    _folder: tempfile::TempDir,
}

fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let fonts = office::office::find_fonts();
    let office = Office::open(&folder.path().join("数据"), &fonts, &folder.path().join("导出")).unwrap();
    Desk { office, _folder: folder }
}

fn sample() -> Desk {
    let mut desk = desk();
    office::demo::fill(&mut desk.office, january()).unwrap();
    desk
}

fn figure(office: &Office, year: i32, id: &str) -> Figure {
    office::figures::of_year(office, year).unwrap().into_iter().find(|f| f.id == id).unwrap()
}

fn values(json: serde_json::Value) -> Values {
    serde_json::from_value(json).unwrap()
}

fn add(office: &mut Office, ledger: &str, json: serde_json::Value) -> i64 {
    let draft = RecordDraft { ledger: ledger.into(), id: None, values: values(json) };
    office::records::save(office, january(), draft).unwrap().id
}

fn read<T: serde::de::DeserializeOwned>(json: serde_json::Value) -> T {
    serde_json::from_value(json).unwrap()
}

#[test]
fn a_new_item_counts_once_as_an_item_and_once_on_each_channel() {
    let mut desk = sample();
    let before = figure(&desk.office, 2018, "disclosure.new_media");
    add(
        &mut desk.office,
        "disclosure",
        json!({"title": "甲", "formed_on": "2018-12-30", "published_on": "2018-12-31",
               "channels": [{"channel": "微信"}, {"channel": "短信"}]}),
    );
    assert_eq!(figure(&desk.office, 2018, "disclosure.total").text, "201");
    assert_eq!(figure(&desk.office, 2018, "disclosure.channel.wechat").text, "63");
    assert_eq!(figure(&desk.office, 2018, "disclosure.channel.sms").text, "42");
    assert_eq!(before.text, "83");
    assert_eq!(figure(&desk.office, 2018, "disclosure.new_media").text, "84");
    assert_eq!(figure(&desk.office, 2017, "disclosure.total").text, "169");
}

#[test]
fn an_item_belongs_to_the_year_it_was_published_in() {
    let mut desk = sample();
    add(
        &mut desk.office,
        "disclosure",
        json!({"title": "跨年", "formed_on": "2018-12-29", "published_on": "2019-01-02"}),
    );
    add(&mut desk.office, "disclosure", json!({"title": "还没公开", "formed_on": "2018-12-29"}));
    assert_eq!(figure(&desk.office, 2018, "disclosure.total").text, "200");
    assert_eq!(figure(&desk.office, 2019, "disclosure.total").text, "1");
}

#[test]
fn a_value_by_hand_wins_and_both_stay_visible() {
    let mut desk = sample();
    let enter = |value: serde_json::Value, reason: &str| -> FigureEntry {
        read(json!({"year": 2018, "figure": "disclosure.total", "value": value, "reason": reason}))
    };
    let without = enter(json!({"kind": "exact", "value": "205"}), "  ");
    assert_eq!(
        office::figures::enter(&mut desk.office, january(), without).unwrap_err().code,
        "figure.reason"
    );
    let entry = enter(json!({"kind": "at_least", "value": "200"}), "村务公开栏另有数条未逐条登记");
    let entered = office::figures::enter(&mut desk.office, january(), entry).unwrap();
    assert_eq!((entered.text.as_str(), entered.counted.unwrap().text().as_str()), ("200余", "200"));
    assert_eq!(entered.entered.unwrap().reason, "村务公开栏另有数条未逐条登记");
    for (kind, text) in [("blank", ""), ("not_applicable", "不适用")] {
        let entry = enter(json!({"kind": kind}), "试");
        assert_eq!(office::figures::enter(&mut desk.office, january(), entry).unwrap().text, text);
    }
    let request = FigureOfYear { year: 2018, figure: "disclosure.total".into() };
    let cleared = office::figures::clear(&mut desk.office, january(), request).unwrap();
    assert!(cleared.entered.is_none() && cleared.text == "200");
}

#[test]
fn a_lower_bound_makes_its_sum_a_lower_bound() {
    let mut desk = sample();
    let entry = read(json!({"year": 2018, "figure": "dispute.litigation_direct",
                            "value": {"kind": "at_least", "value": "2"}, "reason": "档案未找全"}));
    office::figures::enter(&mut desk.office, january(), entry).unwrap();
    assert_eq!(figure(&desk.office, 2018, "dispute.litigation").text, "2余");
}

#[test]
fn figures_made_of_words_are_not_numbers() {
    let mut desk = sample();
    assert_eq!(figure(&desk.office, 2018, "post.leading_group.heads").text, "乡党委书记、乡长");
    let entry = read(json!({"year": 2018, "figure": "post.leading_group.heads",
                            "value": {"kind": "exact", "value": "2"}, "reason": "试"}));
    assert_eq!(office::figures::enter(&mut desk.office, january(), entry).unwrap_err().code, "figure.words");
}

#[test]
fn an_own_figure_follows_its_filter_and_a_renamed_entry() {
    let mut desk = sample();
    let definition: FigureDefinition =
        read(json!({"part": "disclosure", "label": "柳树村的政策信息", "unit": "",
        "ledger": "disclosure", "filter": {"villages": ["柳树村"], "category": ["政策性信息"]}}));
    let FigureId { id } = office::figures::define(&mut desk.office, january(), definition).unwrap();
    let counted = figure(&desk.office, 2018, &id);
    assert!(counted.custom && counted.unit == "条" && !counted.value.is_zero());
    let entries = desk.office.store.catalogues().unwrap();
    let policy = entries.iter().flat_map(|c| &c.entries).find(|e| e.name == "政策性信息").unwrap().clone();
    desk.office.store.save_entry(Some(policy.id), policy.catalogue, "惠民政策", "02", "").unwrap();
    assert_eq!(figure(&desk.office, 2018, &id).text, counted.text);
    assert_eq!(figure(&desk.office, 2018, "disclosure.category.policy").label, "类别：惠民政策");
    office::figures::undefine(&mut desk.office, january(), FigureId { id: id.clone() }).unwrap();
    assert!(office::figures::of_year(&desk.office, 2018).unwrap().iter().all(|f| f.id != id));
    let wrong = read(json!({"part": "disclosure", "label": "甲", "unit": "", "ledger": "disclosure",
                            "filter": {"category": ["没有的类别"]}}));
    assert!(office::figures::define(&mut desk.office, january(), wrong).is_err());
}

#[test]
fn text_is_kept_taken_over_and_offered_anew() {
    let mut desk = sample();
    let narrative = json!({"blocks": [{"level": 0, "inlines": [
        {"type": "text", "text": "2018年共"}, {"type": "figure", "id": "inquiry.total", "shown": "exact"}]}]});
    let draft =
        |part: &str| -> NarrativeDraft { read(json!({"year": 2018, "part": part, "narrative": narrative})) };
    let saved = office::narratives::save(&mut desk.office, january(), draft("inquiry")).unwrap();
    assert_eq!(saved.saved_at, "2019-01-10T10:32:00");
    let wrong = office::narratives::save(&mut desk.office, january(), draft("weather")).unwrap_err();
    assert_eq!(wrong.code, "report.part");

    let take = TakeOver { year: 2019, from: 2018, part: "inquiry".into() };
    let taken = office::narratives::of_year(&mut desk.office, january(), take).unwrap();
    assert_eq!(taken.plain(|id, _| format!("[{id}]")), "2019年共[inquiry.total]");
    let take = TakeOver { year: 2018, from: 2019, part: "inquiry".into() };
    assert_eq!(
        office::narratives::of_year(&mut desk.office, january(), take).unwrap_err().code,
        "narrative.none"
    );

    let report = office::report::show(&mut desk.office, january(), Year { year: 2019 }).unwrap();
    assert!(report.parts.iter().all(|p| !p.written), "an empty year starts with the format's sentences");
    let request = PartOfYear { year: 2019, part: "inquiry".into() };
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
        let draft = SettingsDraft { year: 2018, title: "年度报告".into(), signed_on: day.into() };
        office::report::save_settings(&mut desk.office, january(), draft)
    };
    assert!(save(&mut desk, "2018-12-31").unwrap_err().fields.contains_key("signed_on"));
    assert!(save(&mut desk, "2019-02-30").unwrap_err().fields.contains_key("signed_on"));
    assert_eq!(save(&mut desk, "2019-01-20").unwrap().signed_on, "2019-01-20");
    assert_eq!(signed(&mut desk, "2026-11-23"), "2019-01-20");
}

#[test]
fn a_copy_has_no_numbers_of_its_own() {
    let mut desk = sample();
    let original = json!({"title": "甲", "formed_on": "2018-12-30", "document_number": "甲政发〔2018〕3号",
                          "category": "公告公示"});
    let id = add(&mut desk.office, "disclosure", original);
    let request = DraftRequest { ledger: "disclosure".into(), year: 2018, copy_of: Some(id) };
    let copy = office::records::draft(&mut desk.office, january(), request).unwrap();
    assert_eq!(copy["title"], Value::Text("甲".into()));
    assert!(copy["index_number"] == Value::Null && copy["document_number"] == Value::Null);
    let saved = add(&mut desk.office, "disclosure", serde_json::to_value(&copy).unwrap());
    let number = |office: &mut Office, id| {
        let request = RecordId { ledger: "disclosure".into(), id };
        office::records::get(office, january(), request).unwrap().values["index_number"].clone()
    };
    assert_ne!(number(&mut desk.office, id), number(&mut desk.office, saved));
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
fn personal_data_stays_out_of_lists_figures_and_paper() {
    let mut desk = sample();
    let application = json!({"received_on": "2018-06-01", "received_by": "当面", "applicant_kind": "自然人",
        "name": "欧阳某某", "identity_number": "210102199001011234", "phone": "13900000000", "content": "某项目批复"});
    add(&mut desk.office, "application", application);
    let query = read(
        json!({"ledger": "application", "year": 2018, "month": null, "sort": null, "page": 0, "page_size": 50}),
    );
    let list = office::records::list(&mut desk.office, january(), query).unwrap();
    let shown = serde_json::to_string(&list).unwrap();
    assert_eq!(list.count, 1);
    assert!(
        !shown.contains("欧阳某某")
            && !shown.contains("210102199001011234")
            && !shown.contains("13900000000")
    );
    assert!(shown.contains("欧"));
    let report = office::report::show(&mut desk.office, january(), Year { year: 2018 }).unwrap();
    let said = serde_json::to_string(&report).unwrap();
    assert!(!said.contains("欧阳") && !said.contains("1990"));
    assert_eq!(figure(&desk.office, 2018, "application.total").text, "1");
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
fn who_takes_over_a_post_is_not_counted_beside_the_one_before() {
    let mut desk = sample();
    assert_eq!(figure(&desk.office, 2018, "post.leading_group").text, "7");
    let request =
        read(json!({"ledger": "post", "year": 2018, "month": null, "sort": null, "page": 0, "page_size": 50,
                              "search": "杨国栋"}));
    let old = office::records::list(&mut desk.office, january(), request).unwrap().rows.remove(0);
    let mut left = old.values.clone();
    left.insert("to_on".into(), Value::Text("2018-06-30".into()));
    let draft = RecordDraft { ledger: "post".into(), id: Some(old.id), values: left };
    office::records::save(&mut desk.office, january(), draft).unwrap();
    add(
        &mut desk.office,
        "post",
        json!({"body": "leading_group", "role": "member", "name": "何新民", "position": "副乡长", "from_on": "2018-07-01"}),
    );
    assert_eq!(figure(&desk.office, 2018, "post.leading_group").text, "7");
    assert_eq!(figure(&desk.office, 2017, "post.leading_group").text, "7");
}

#[test]
fn a_closed_year_stays_as_it_was_when_a_case_ends_later() {
    let mut desk = sample();
    let application = json!({"received_on": "2018-12-20", "received_by": "当面", "applicant_kind": "自然人", "name": "甲",
        "content": "某批复", "outcome": "refused.process", "decided_on": "2019-01-10"});
    add(&mut desk.office, "application", application);
    let of = |year: i32, id: &str| figure(&desk.office, year, id).text;
    assert_eq!(
        (of(2018, "application.total"), of(2018, "application.decided"), of(2018, "application.open")),
        ("1".into(), "0".into(), "1".into())
    );
    assert_eq!(
        (of(2019, "application.total"), of(2019, "application.decided"), of(2019, "application.open")),
        ("0".into(), "1".into(), "0".into())
    );
    let request = PartOfYear { year: 2019, part: "application".into() };
    let starter = office::narratives::starter_of(&mut desk.office, january(), request).unwrap();
    let said = starter.plain(|id, _| format!("[{id}]"));
    assert!(said.contains("不予公开[application.refused]件") && !said.contains("没有不予公开"), "{said}");
}

#[test]
fn a_figure_that_the_text_says_is_not_taken_away_and_never_printed_as_a_hole() {
    let mut desk = sample();
    let refused =
        office::figures::undefine(&mut desk.office, january(), FigureId { id: "own.1".into() }).unwrap_err();
    assert_eq!(refused.code, "figure.in_use");
    let draft: NarrativeDraft = read(json!({"year": 2018, "part": "inquiry", "narrative": {"blocks": [
        {"level": 0, "inlines": [{"type": "figure", "id": "own.99", "shown": "exact"}]}]}}));
    office::narratives::save(&mut desk.office, january(), draft).unwrap();
    let refused = office::report_file::finished(&mut desk.office, january(), 2018).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.fields["part"].as_str()), ("report.lost_figure", "inquiry"));
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
fn own_figures_do_not_count_persons_by_name() {
    let mut desk = sample();
    let definition = read(json!({"part": "application", "label": "甲", "unit": "", "ledger": "application",
                                 "filter": {"name": ["欧阳某某"]}}));
    assert_eq!(
        office::figures::define(&mut desk.office, january(), definition).unwrap_err().code,
        "figure.personal"
    );
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
