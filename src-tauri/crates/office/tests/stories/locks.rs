//! A year is checked, locked, corrected; the next one looks back on it.

use office::cells::{CellEntry, CellsDraft, TrialDraft};
use office::checks::{FindingOfYear, WaiverDraft};
use office::figures::FigureOfYear;
use office::formats::FormatDraft;
use office::report_file::{FileKind, FileRequest, Paper};
use office::versions::{Correction, VersionOfYear};
use office::{Place, Quantity, Severity};

use super::*;

const SPRING: &str = "2025-01-15";

fn year(year: i32) -> Year {
    Year { year }
}

/// An office with 2024 in the form of 2021: one case decided, one over the year's end.
fn office_of_2024() -> Desk {
    let mut desk = desk();
    let profile = json!({"name": "石桥乡人民政府", "short": "石桥乡", "self_name": "我乡", "county": "某县人民政府办公室",
        "code": "", "index_pattern": domain_pattern(), "filing_day": "01-31", "drafter": "白露", "reviewer": "",
        "approver": "", "contact": "", "phone": ""});
    office::start::save_profile(&mut desk.office, at(SPRING), read(profile)).unwrap();
    application(&mut desk.office, "2024-03-01", Some("2024-03-20"));
    application(&mut desk.office, "2024-12-20", None);
    fill_rest(&mut desk.office, 2024);
    desk
}

fn domain_pattern() -> String {
    office::Profile::default().index_pattern
}

fn application(office: &mut Office, received: &str, decided: Option<&str>) -> i64 {
    let mut record = json!({"received_on": received, "received_by": "网络", "applicant_kind": "自然人",
        "name": "某甲", "content": "某项目批复文件"});
    if let Some(day) = decided {
        record["decided_on"] = json!(day);
        record["outcome"] = json!("予以公开");
    }
    add(office, "application", record)
}

/// Noughts where the records say nothing.
fn fill_rest(office: &mut Office, year: i32) {
    let figures = office::figures::of_year(office, year).unwrap();
    let blank =
        figures.iter().filter(|f| f.place.is_some() && f.sum.is_empty() && f.value == Quantity::Blank);
    let entries: Vec<_> =
        blank.map(|f| CellEntry { cell: f.id.clone(), value: Some(Quantity::count(0)) }).collect();
    assert_eq!(entries.len(), 4, "许可、处罚、强制、收费");
    enter(office, year, entries, "").unwrap();
}

fn enter(
    office: &mut Office,
    year: i32,
    entries: Vec<CellEntry>,
    reason: &str,
) -> Result<office::cells::CellsSaved, office::Failure> {
    office::cells::enter(office, at(SPRING), CellsDraft { year, entries, reason: reason.into() })
}

fn cell(id: &str, n: i64) -> CellEntry {
    CellEntry { cell: id.into(), value: Some(Quantity::count(n)) }
}

/// Says something of every error that is left, and locks.
fn lock(office: &mut Office, y: i32) -> office::report::Report {
    loop {
        let sheet = office::checks::of_year(office, at(SPRING), y).unwrap();
        let open =
            sheet.findings.iter().find(|c| c.finding.severity == Severity::Error && c.waiver.is_none());
        let Some(open) = open else { break };
        let draft = WaiverDraft { year: y, key: open.finding.key.clone(), note: "已核对".into() };
        office::checks::waive(office, at(SPRING), draft).unwrap();
    }
    office::versions::lock(office, at(SPRING), year(y)).unwrap()
}

#[test]
fn cells_count_by_applicant_and_outcome_and_add_up() {
    let mut desk = office_of_2024();
    let of = |office: &Office, id: &str| figure(office, 2024, id).text;
    for (id, text) in [
        ("t3.new.natural", "2"),
        ("t3.new.total", "2"),
        ("t3.result.granted.natural", "1"),
        ("t3.result.total.total", "1"),
        ("t3.next.total", "1"),
        ("t3.carried.total", "0"),
        ("t2.rule.in_force", "0"),
        ("t4.reconsideration.total", "0"),
    ] {
        assert_eq!(of(&desk.office, id), text, "{id}");
    }
    let granted = figure(&desk.office, 2024, "t3.result.granted.natural");
    let behind = granted.behind.unwrap();
    let mut query = RecordQuery::of_year(&behind.ledger, Some(behind.year));
    query.filter = behind.filter;
    let rows = office::records::list(&mut desk.office, at(SPRING), query).unwrap();
    assert_eq!(rows.count, 1, "the click leads to the one record");
    let wrong = enter(&mut desk.office, 2024, vec![cell("t3.new.total", 3)], "错").unwrap_err();
    assert_eq!(wrong.code, "cell.refused");
    let half = CellEntry {
        cell: "t2.permit".into(),
        value: serde_json::from_value(json!({"kind": "exact", "value": "1.5"})).unwrap(),
    };
    let minus = cell("t2.penalty", -1);
    let wrong = enter(&mut desk.office, 2024, vec![half, minus, cell("t2.fee", 3)], "").unwrap_err();
    assert_eq!(wrong.fields.len(), 2);
    assert_eq!(of(&desk.office, "t2.fee"), "0", "all or none");
}

#[test]
fn a_trial_shows_sums_and_findings_and_stores_nothing() {
    let mut desk = office_of_2024();
    let before = office::checks::of_year(&desk.office, at(SPRING), 2024).unwrap();
    let draft = TrialDraft { year: 2024, entries: vec![cell("t3.new.natural", 5)] };
    let trial = office::cells::attempt(&mut desk.office, at(SPRING), draft).unwrap();
    let changed: Vec<_> = trial.values.iter().map(|v| (v.cell.as_str(), v.text.as_str())).collect();
    assert_eq!(changed, [("t3.new.natural", "5"), ("t3.new.total", "5")]);
    let balance = trial.sheet.findings.iter().find(|c| c.finding.rule == "application.balance").unwrap();
    assert_eq!(balance.part.as_deref(), Some("application"));
    assert!(matches!(&balance.finding.places[0], Place::Figure { id } if id == "t3.new.natural"));
    assert_eq!(office::checks::of_year(&desk.office, at(SPRING), 2024).unwrap(), before);
    assert_eq!(figure(&desk.office, 2024, "t3.new.natural").text, "2");
}

#[test]
fn what_the_office_says_of_a_finding_holds_while_rule_and_values_are_the_same() {
    let mut desk = office_of_2024();
    let found = |office: &Office| {
        let sheet = office::checks::of_year(office, at(SPRING), 2024).unwrap();
        sheet.findings.into_iter().filter(|c| c.finding.rule == "application.balance").collect::<Vec<_>>()
    };
    enter(&mut desk.office, 2024, vec![cell("t3.new.natural", 3)], "纸质登记簿多 1 件").unwrap();
    let key = found(&desk.office)[0].finding.key.clone();
    let waive = |key: &str, note: &str| WaiverDraft { year: 2024, key: key.into(), note: note.into() };
    let empty = office::checks::waive(&mut desk.office, at(SPRING), waive(&key, " ")).unwrap_err();
    assert_eq!(empty.code, "waiver.empty");
    let gone = office::checks::waive(&mut desk.office, at(SPRING), waive("x", "甲")).unwrap_err();
    assert_eq!(gone.code, "finding.gone");
    office::checks::waive(&mut desk.office, at(SPRING), waive(&key, "登记簿为准")).unwrap();
    assert_eq!(found(&desk.office)[0].waiver.as_ref().unwrap().by, "白露");
    enter(&mut desk.office, 2024, vec![cell("t3.new.natural", 4)], "又查到 1 件").unwrap();
    assert!(found(&desk.office).iter().all(|c| c.waiver.is_none()), "other values, another finding");
    enter(&mut desk.office, 2024, vec![cell("t3.new.natural", 3)], "纸质登记簿多 1 件").unwrap();
    assert!(found(&desk.office)[0].waiver.is_some(), "the same values again");
    let request = FindingOfYear { year: 2024, key };
    office::checks::unwaive(&mut desk.office, at(SPRING), request).unwrap();
    assert!(found(&desk.office)[0].waiver.is_none());
    let request = FigureOfYear { year: 2024, figure: "t3.new.natural".into() };
    let changes = office::figures::changes(&mut desk.office, at(SPRING), request).unwrap();
    assert_eq!(changes.len(), 3);
    assert_eq!((changes[0].old, changes[0].by.as_str()), (None, "白露"));
}

#[test]
fn a_year_with_open_errors_is_not_locked_and_a_locked_one_is_read_only() {
    let mut desk = office_of_2024();
    enter(&mut desk.office, 2024, vec![cell("t3.new.natural", 3)], "登记簿").unwrap();
    let refused = office::versions::lock(&mut desk.office, at(SPRING), year(2024)).unwrap_err();
    assert_eq!(refused.code, "report.errors");
    let entries = vec![CellEntry { cell: "t3.new.natural".into(), value: None }];
    enter(&mut desk.office, 2024, entries, "").unwrap();
    let locked = lock(&mut desk.office, 2024);
    assert!(locked.locked && locked.version.number == 1);
    assert_eq!(locked.version.sha256.as_ref().unwrap().len(), 64);
    let o = &mut desk.office;
    let code = |failure: office::Failure| failure.code;
    assert_eq!(code(enter(o, 2024, vec![cell("t2.permit", 1)], "").unwrap_err()), "report.locked");
    let text: NarrativeDraft = read(json!({"year": 2024, "part": "others", "narrative": {"blocks": []}}));
    assert_eq!(code(office::narratives::save(o, at(SPRING), text).unwrap_err()), "report.locked");
    let title = SettingsDraft {
        year: 2024,
        title: "别的".into(),
        signed_on: "2025-01-20".into(),
        categories_complete: false,
    };
    assert_eq!(code(office::report::save_settings(o, at(SPRING), title).unwrap_err()), "report.locked");
    let format = FormatDraft { year: 2024, format: "2019".into(), reason: "试".into() };
    assert_eq!(code(office::formats::choose(o, at(SPRING), format).unwrap_err()), "report.locked");
    let entry = read(
        json!({"year": 2024, "figure": "disclosure.total", "value": {"kind": "exact", "value": "9"}, "reason": "试"}),
    );
    assert_eq!(code(office::figures::enter(o, at(SPRING), entry).unwrap_err()), "report.locked");
    let late = RecordDraft {
        ledger: "application".into(),
        id: None,
        values: values(
            json!({"received_on": "2024-05-05", "received_by": "网络", "applicant_kind": "自然人", "name": "乙", "content": "补登"}),
        ),
        confirmed: false,
    };
    assert_eq!(code(office::records::save(o, at(SPRING), late).unwrap_err()), "report.locked");
    assert_eq!(code(office::versions::lock(o, at(SPRING), year(2024)).unwrap_err()), "report.locked");
    // What is in force now no longer matters to what was filed.
    application(o, "2025-01-03", None);
    assert_eq!(office::report::of_year(o, at("2025-06-01"), 2024).unwrap(), locked);
}

#[test]
fn a_correction_is_another_version_and_the_first_is_readable_for_ever() {
    let mut desk = office_of_2024();
    let first = lock(&mut desk.office, 2024);
    let (_, paper) = office::report_file::pages(&mut desk.office, at(SPRING), 2024).unwrap();
    let without = Correction { year: 2024, reason: "  ".into() };
    let refused = office::versions::reopen(&mut desk.office, at(SPRING), without).unwrap_err();
    assert_eq!(refused.code, "report.reason");
    let why = Correction { year: 2024, reason: "县里退回，许可少计 1 件".into() };
    let open = office::versions::reopen(&mut desk.office, at(SPRING), why).unwrap();
    assert!(!open.locked && open.version.number == 2);
    enter(&mut desk.office, 2024, vec![cell("t2.permit", 1)], "").unwrap();
    let second = lock(&mut desk.office, 2024);
    assert_eq!((second.version.number, second.version.reason.as_str()), (2, "县里退回，许可少计 1 件"));
    let request = VersionOfYear { year: 2024, version: 1 };
    assert_eq!(office::versions::show(&mut desk.office, at(SPRING), request).unwrap(), first);
    let old = Paper { year: 2024, version: Some(1), ..Paper::default() };
    let old = FileRequest { paper: old, kind: FileKind::Pdf };
    let file = office::report_file::file(&mut desk.office, at("2030-01-01"), old).unwrap();
    assert!(file.bytes == paper && file.name.contains("第1版"));
    let listed = office::versions::list(&mut desk.office, at(SPRING), year(2024)).unwrap();
    assert_eq!(listed.iter().map(|v| v.number).collect::<Vec<_>>(), [1, 2]);
    assert_ne!(listed[0].sha256, listed[1].sha256);
}

#[test]
fn the_next_year_takes_over_from_the_locked_report_and_explains_a_difference() {
    let mut desk = office_of_2024();
    let o = &mut desk.office;
    add(
        o,
        "normative",
        json!({"title": "甲办法", "document_number": "石政发〔2024〕1号", "issued_on": "2024-02-01",
        "disclosed": true, "registered_number": "1"}),
    );
    assert_eq!(figure(o, 2025, "t3.carried.natural").carried, None, "nothing is locked yet");
    lock(o, 2024);
    let carried = figure(o, 2025, "t3.carried.natural");
    assert_eq!((carried.carried, carried.counted), (Some(Quantity::count(1)), Some(Quantity::count(1))));
    assert_eq!(figure(o, 2025, "t3.carried.total").text, "1");
    add(
        o,
        "normative",
        json!({"title": "乙办法", "document_number": "石政发〔2025〕1号", "issued_on": "2025-02-01",
        "disclosed": true, "registered_number": "2"}),
    );
    let in_force = figure(o, 2025, "t2.normative.in_force");
    assert_eq!((in_force.carried, in_force.last), (Some(Quantity::count(2)), Some(Quantity::count(1))));
    enter(o, 2025, vec![cell("t3.carried.natural", 3)], "").unwrap();
    let by_hand = figure(o, 2025, "t3.carried.natural");
    assert_eq!(
        (by_hand.text.as_str(), by_hand.carried),
        ("3", Some(Quantity::count(1))),
        "both stay visible"
    );
    let sheet = office::checks::of_year(o, at("2026-01-10"), 2025).unwrap();
    let found = sheet.findings.iter().find(|c| c.finding.rule == "year.carried").unwrap();
    assert_eq!(found.finding.severity, Severity::Error);
}

#[test]
fn another_form_needs_a_reason_and_is_warned_of() {
    let mut desk = office_of_2024();
    let o = &mut desk.office;
    let draft =
        |format: &str, reason: &str| FormatDraft { year: 2024, format: format.into(), reason: reason.into() };
    let refused = office::formats::choose(o, at(SPRING), draft("2019", "")).unwrap_err();
    assert_eq!(refused.code, "format.reason");
    let report = office::formats::choose(o, at(SPRING), draft("2019", "县里沿用原表")).unwrap();
    assert_eq!((report.format.as_str(), report.format_choice.due.as_str()), ("2019", "2021"));
    assert!(report.format_choice.warning.is_some());
    let sheet = office::checks::of_year(o, at(SPRING), 2024).unwrap();
    assert!(sheet.findings.iter().any(|c| c.finding.rule == "format.old_form"));
    let back = office::formats::choose(o, at(SPRING), draft("2021", "")).unwrap();
    assert!(back.format_choice.warning.is_none() && back.format_choice.reason.is_empty());
    for (y, format) in
        [(2010, "2008"), (2018, "2008"), (2019, "2019"), (2020, "2019"), (2021, "2021"), (2026, "2021")]
    {
        assert_eq!(office::report::of_year(o, at(SPRING), y).unwrap().format, format, "{y}");
    }
}

fn filed_today() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/snapshot-1.json")
}

#[test]
#[ignore = "writes what a year is frozen as by the present program"]
fn write_a_frozen_year() {
    let mut desk = office_of_2024();
    lock(&mut desk.office, 2024);
    let frozen = desk.office.store.frozen(2024, 1).unwrap();
    std::fs::create_dir_all(filed_today().parent().unwrap()).unwrap();
    std::fs::write(filed_today(), frozen.snapshot).unwrap();
}

#[test]
fn what_an_earlier_program_froze_is_still_read() {
    let mut desk = office_of_2024();
    let snapshot = std::fs::read_to_string(filed_today()).unwrap();
    let frozen = store::Frozen { snapshot, pdf: b"%PDF".to_vec() };
    desk.office.store.lock_report(2024, &frozen, at(SPRING)).unwrap();
    let report = office::report::of_year(&desk.office, at(SPRING), 2024).unwrap();
    assert!(report.locked && report.tables.len() == 3);
    assert_eq!(figure(&desk.office, 2024, "t3.next.total").text, "1");
    assert_eq!(figure(&desk.office, 2025, "t3.carried.natural").carried, Some(Quantity::count(1)));
    let altered = office::report_file::pages(&mut desk.office, at(SPRING), 2024).unwrap_err();
    assert_eq!(altered.code, "report.altered", "its PDF is another one");
}
