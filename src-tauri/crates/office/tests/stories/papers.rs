//! A report in its editions: what may leave, what is masked, how it looks, and all of it in one folder.

use office::Style;
use office::editions::{Edition, FilingDraft, FilingSettings};
use office::file_set::SetFileRequest;
use office::privacy::{PersonalChoice, PersonalDraft, PersonalFinding};
use office::report_file::{FileKind, FileRequest, Paper};
use office::typefaces::TypefacesDraft;

use super::*;

const FILING: Paper = Paper { year: 2018, version: None, edition: Edition::Filing };
const PUBLIC: Paper = Paper { year: 2018, version: None, edition: Edition::Public };
/// Made up: the area, a day, a sequence, and the check digit that belongs to it.
const ID: &str = "210102199001011237";
const MOBILE: &str = "13904140000";

/// The part whose text says the data.
fn with_personal_data() -> (Desk, String) {
    let mut desk = sample();
    let report = office::report::of_year(&desk.office, january(), 2018).unwrap();
    let part = report.parts.iter().find(|p| !p.heading.is_empty() && !p.annex).unwrap().id.clone();
    let words = format!("申请人{ID}来访，电话{MOBILE}。");
    write(&mut desk, &part, &words);
    (desk, part)
}

fn write(desk: &mut Desk, part: &str, words: &str) {
    let narrative = read(json!({"blocks": [{"level": 0, "inlines": [{"type": "text", "text": words}]}]}));
    let draft = NarrativeDraft { year: 2018, part: part.into(), narrative };
    office::narratives::save(&mut desk.office, january(), draft).unwrap();
}

fn found(desk: &mut Desk, paper: Paper) -> Vec<PersonalFinding> {
    office::privacy::list(&mut desk.office, january(), paper).unwrap()
}

fn decide(
    desk: &mut Desk,
    paper: Paper,
    key: &str,
    choice: Option<PersonalChoice>,
    reason: &str,
) -> Result<Vec<PersonalFinding>, office::Failure> {
    let draft = PersonalDraft { paper, key: key.into(), choice, reason: reason.into() };
    office::privacy::decide(&mut desk.office, january(), draft)
}

fn page(desk: &mut Desk, paper: Paper) -> Result<String, office::Failure> {
    let request = FileRequest { paper, kind: FileKind::Html };
    let made = office::report_file::file(&mut desk.office, january(), request)?;
    Ok(String::from_utf8(made.bytes).unwrap())
}

#[test]
fn nothing_leaves_before_every_finding_is_decided() {
    let (mut desk, part) = with_personal_data();
    let findings = found(&mut desk, PUBLIC);
    assert_eq!(findings.len(), 2);
    assert!(findings.iter().all(|f| f.part.as_deref() == Some(part.as_str()) && f.decision.is_none()));
    let said = serde_json::to_string(&findings).unwrap();
    assert!(!said.contains(ID) && !said.contains(MOBILE), "{said}");

    for (paper, kind) in
        [(FILING, FileKind::Pdf), (FILING, FileKind::Docx), (PUBLIC, FileKind::Pdf), (PUBLIC, FileKind::Html)]
    {
        let request = FileRequest { paper, kind };
        let refused = office::report_file::file(&mut desk.office, january(), request).unwrap_err();
        assert_eq!(refused.code, "report.personal");
        assert!(
            refused.message.contains("2 处") && refused.message.contains("身份证号码"),
            "{}",
            refused.message
        );
        assert!(!refused.message.contains(MOBILE));
        assert_eq!(refused.fields["part"], part);
    }
    // The preview shows it all the same, and the report itself stays in the office.
    assert!(office::report_file::preview(&mut desk.office, january(), PUBLIC).is_ok());
    let report = FileRequest { paper: Paper { edition: Edition::Report, ..PUBLIC }, kind: FileKind::Docx };
    assert!(office::report_file::file(&mut desk.office, january(), report).is_ok());
}

#[test]
fn what_is_masked_is_masked_on_paper_and_what_is_kept_has_its_reason() {
    let (mut desk, part) = with_personal_data();
    let [id, mobile] = [0, 1].map(|at| found(&mut desk, PUBLIC)[at].key.clone());
    decide(&mut desk, PUBLIC, &id, Some(PersonalChoice::Mask), "").unwrap();
    let refused = decide(&mut desk, PUBLIC, &mobile, Some(PersonalChoice::Keep), "　").unwrap_err();
    assert_eq!(refused.code, "personal.reason");
    let after = decide(&mut desk, PUBLIC, &mobile, Some(PersonalChoice::Keep), "公务联系电话").unwrap();
    assert_eq!(after[1].decision.as_ref().unwrap().reason, "公务联系电话");

    let html = page(&mut desk, PUBLIC).unwrap();
    assert!(html.contains("2101**********1237") && html.contains(MOBILE) && !html.contains(ID));
    let docx = FileRequest { paper: FILING, kind: FileKind::Docx };
    assert!(
        office::report_file::file(&mut desk.office, january(), docx).is_ok(),
        "both editions share decisions"
    );
    let report = office::report::of_year(&desk.office, january(), 2018).unwrap();
    let text = report.parts.iter().find(|p| p.id == part).unwrap().narrative.plain(|_, _| String::new());
    assert!(text.contains(ID), "the text itself stays");

    // The same finding keeps its decision through other edits; another number is another finding.
    write(&mut desk, &part, &format!("改过的话。申请人{ID}来访，电话13904149999。"));
    let findings = found(&mut desk, PUBLIC);
    assert_eq!(findings.iter().map(|f| f.decision.is_some()).collect::<Vec<_>>(), [true, false]);
    // Deciding drops what is decided of data that no text says any more.
    decide(&mut desk, PUBLIC, &findings[1].key, Some(PersonalChoice::Mask), "").unwrap();
    let kept = desk.office.store.personal_decisions(2018).unwrap();
    assert!(kept.iter().all(|kept| kept.key != mobile && kept.masked), "{kept:?}");
    let back = decide(&mut desk, PUBLIC, &findings[1].key, None, "").unwrap();
    assert!(back[1].decision.is_none());
    assert_eq!(decide(&mut desk, PUBLIC, "nothing", None, "").unwrap_err().code, "personal.gone");
}

#[test]
fn the_telephone_under_the_filing_copy_is_looked_at_too() {
    let mut desk = sample();
    let settings =
        FilingSettings { note: format!("联系人：王敏，{MOBILE}"), ..FilingSettings::default() };
    office::editions::save(&mut desk.office, january(), FilingDraft { year: 2018, settings }).unwrap();
    let findings = found(&mut desk, FILING);
    assert_eq!((findings[0].place.as_str(), findings[0].part.as_deref()), ("附注", None));
    assert!(found(&mut desk, PUBLIC).is_empty(), "公开稿 has no 附注");
    decide(&mut desk, FILING, &findings[0].key, Some(PersonalChoice::Mask), "").unwrap();
    let document = office::editions::document(&mut desk.office, january(), FILING, true).unwrap();
    assert_eq!(document.note.unwrap(), "联系人：王敏，139******00");
}

#[test]
fn everything_goes_into_a_folder_of_its_own() {
    let mut desk = sample();
    let exports = desk.office.export_dir.clone();
    let plan = |desk: &mut Desk| office::file_set::plan(&mut desk.office, january(), FILING);
    let set = plan(&mut desk).unwrap();
    assert_eq!(set.folder, "下达河乡人民政府2018年度政府信息公开年报");
    let write = |desk: &mut Desk, folder: &str, paper: Paper, kind| {
        let request = SetFileRequest { folder: folder.into(), paper, kind };
        office::file_set::write(&mut desk.office, january(), request)
    };
    for file in &set.files {
        write(&mut desk, &set.folder, Paper { edition: file.edition, ..FILING }, file.kind).unwrap();
    }
    let mut names: Vec<String> = std::fs::read_dir(exports.join(&set.folder))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names.len(), set.files.len());
    assert!(names.iter().any(|name| name.ends_with("（报送稿）.pdf")), "{names:?}");
    assert!(names.iter().any(|name| name.ends_with("（公开稿）.html")), "{names:?}");

    // Nothing is written over: a second set has a folder of its own, a second file is refused.
    let again = write(&mut desk, &set.folder, FILING, FileKind::Pdf).unwrap_err();
    assert_eq!(again.code, "export.exists");
    assert_eq!(plan(&mut desk).unwrap().folder, format!("{}（2）", set.folder));
    for foreign in ["..", "../数据", "/tmp", "不在的文件夹", ""] {
        assert_eq!(
            write(&mut desk, foreign, FILING, FileKind::Pdf).unwrap_err().code,
            "export.folder",
            "{foreign}"
        );
    }

    let (mut desk, _) = with_personal_data();
    assert_eq!(plan(&mut desk).unwrap_err().code, "report.personal");
    assert!(!desk.office.export_dir.exists(), "no folder is left of a set that may not leave");
}

#[test]
fn a_title_is_broken_where_the_office_breaks_it() {
    let mut desk = sample();
    let save = |desk: &mut Desk, title: &str| {
        let draft = SettingsDraft {
            year: 2018,
            title: title.into(),
            signed_on: "2019-01-20".into(),
            categories_complete: false,
        };
        office::report::save_settings(&mut desk.office, january(), draft)
    };
    let report = save(&mut desk, " 下达河乡2018年\n\n政府信息公开工作年度报告 ").unwrap();
    assert_eq!(report.title, "下达河乡2018年政府信息公开工作年度报告");
    assert_eq!(report.title_lines, ["下达河乡2018年", "政府信息公开工作年度报告"]);
    let profile = desk.office.profile().unwrap();
    let document = office::compose::document(&report, &profile, january());
    assert_eq!(document.title, report.title_lines);
    assert_eq!(save(&mut desk, "一\n二\n三\n四\n五\n六").unwrap_err().code, "report.settings");
    let one = save(&mut desk, "下达河乡2018年政府信息公开工作年度报告").unwrap();
    assert_eq!(office::compose::document(&one, &profile, january()).title.len(), 1);
}

#[test]
fn every_page_follows_the_house_style() {
    let mut desk = sample();
    let pages = |desk: &mut Desk| office::report_file::pages(&mut desk.office, january(), 2018).unwrap().0;
    let before = pages(&mut desk);
    let house = Style { lines_per_page: 15, heading3_bold: true, ..Style::default() };
    let tried = office::report_file::tried(&mut desk.office, january(), 2018, &house).unwrap().0;
    assert!(tried > before);
    assert_eq!(pages(&mut desk), before, "trying keeps nothing");
    let shown = office::house_style::save(&mut desk.office, january(), house.clone()).unwrap();
    assert_eq!((shown.style, shown.standard), (house, Style::default()));
    assert_eq!(shown.departures.len(), 2);
    assert_eq!(pages(&mut desk), tried);
    assert!(office::report_file::preview(&mut desk.office, january(), FILING).unwrap().0 > tried);

    let wrong = Style { margin_left: 2.0, ..Style::default() };
    let refused = office::house_style::save(&mut desk.office, january(), wrong).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.fields.len()), ("style.measures", 1));
    desk.office.store.keep_setting(0, "style", "{broken", january()).unwrap();
    assert_eq!(
        office::report_file::pages(&mut desk.office, january(), 2018).unwrap_err().code,
        "style.unreadable"
    );
    let shown = office::house_style::show(&mut desk.office, january(), ()).unwrap();
    assert_eq!(shown.style, Style::default(), "the page that mends it still opens");
}

#[test]
fn fonts_say_what_they_are_for_and_rare_characters_are_listed() {
    let (mut desk, part) = with_personal_data();
    write(&mut desk, &part, "镕、喆和𬭚都在。");
    let shown = office::typefaces::show(&mut desk.office, january(), Year { year: 2018 }).unwrap();
    assert_eq!(shown.fonts.len(), 5);
    assert!(shown.fonts.iter().all(|f| f.shipped && !f.why.is_empty() && !f.used_for.is_empty()));
    assert!(
        shown.rare.iter().any(|r| r.character == "𬭚" && r.code == "U+2CB5A" && r.page == 1),
        "{:?}",
        shown.rare
    );
    assert_eq!(shown.problem, None);
    write(&mut desk, &part, "这个字\u{E000}没有。");
    let shown = office::typefaces::show(&mut desk.office, january(), Year { year: 2018 }).unwrap();
    assert_eq!(shown.problem.unwrap().code, "paper.no_glyph");
    let draft = TypefacesDraft { year: 2018, shipped_only: true };
    assert!(office::typefaces::save(&mut desk.office, january(), draft).unwrap().shipped_only);
}

#[test]
fn a_ledger_leaves_personal_columns_out_and_writes_over_nothing() {
    let desk = sample();
    let export = |desk: &Desk, personal| {
        office::sheets::export_ledger(&desk.office, "application", 2018, personal).unwrap()
    };
    let (first, second) = (export(&desk, false), export(&desk, false));
    assert!(first.exists() && second.exists() && first != second);
    assert!(export(&desk, true).to_str().unwrap().contains("含个人信息"));
}
