//! Excel files as another program reads them.

use std::io::{Cursor, Read};

use calamine::{Data, Range, Reader, Xlsx};
use chrono::{NaiveDate, NaiveDateTime};
use domain::{Decimal, Profile, Quantity, Values};
use serde_json::json;

use super::*;
use crate::report::Report;
use crate::{Office, records, report};

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 1, 12).unwrap().and_hms_opt(9, 0, 0).unwrap()
}

fn empty() -> (tempfile::TempDir, Office) {
    let folder = tempfile::tempdir().unwrap();
    let fonts = crate::office::find_fonts();
    let mut office = Office::open(&folder.path().join("数据"), &fonts, folder.path()).unwrap();
    let profile = Profile { name: "甲乡人民政府".into(), short: "甲乡".into(), ..Profile::default() };
    office.store.save_profile(&profile, now()).unwrap();
    (folder, office)
}

fn sheet(file: &[u8], name: &str) -> Range<Data> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file)).unwrap();
    let formulas = book.worksheet_formula(name).unwrap();
    assert!(formulas.used_cells().next().is_none(), "no cell is a formula");
    book.worksheet_range(name).unwrap()
}

fn part(file: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn filled(mut report: Report) -> Report {
    for (n, figure) in report.figures.iter_mut().enumerate() {
        figure.value = match n % 5 {
            0 => Quantity::count(0),
            1 => Quantity::AtLeast(Decimal::whole(100)),
            2 => Quantity::Blank,
            3 => Quantity::NotApplicable,
            _ => Quantity::Exact(Decimal::parse("12.5").unwrap()),
        };
        figure.text = figure.value.text();
    }
    report
}

/// Every value of every table of the form stands where the form has it, as what it is.
#[test]
fn each_statutory_table_is_a_sheet_with_its_values_in_place() {
    for year in [2016, 2020, 2024] {
        let (_folder, office) = empty();
        let report = filled(report::of_year(&office, now(), year).unwrap());
        let file = tables(&report).unwrap();
        let book: Xlsx<_> = Xlsx::new(Cursor::new(file.as_slice())).unwrap();
        let names: Vec<String> = report.tables.iter().map(|view| view.name.clone()).collect();
        assert_eq!(book.sheet_names(), names);
        for view in &report.tables {
            let range = sheet(&file, &view.name);
            assert_eq!(range.get_value((0, 0)), Some(&Data::String(view.name.clone())));
            let mut places = Vec::new();
            let mut taken = vec![0; view.widths.len()];
            for (r, row) in view.rows.iter().enumerate() {
                for cell in &row.cells {
                    let column = taken.iter().position(|until| *until <= r).unwrap();
                    taken[column..column + cell.cols].fill(r + cell.rows);
                    places.push((r as u32 + 2, column as u32, cell));
                }
            }
            for (row, column, cell) in places {
                let found = range.get_value((row, column)).unwrap_or(&Data::Empty);
                let Some(id) = &cell.cell else {
                    let label = found.to_string();
                    assert_eq!(label, cell.text, "{} {row} {column}", view.id);
                    continue;
                };
                match report.figures.iter().find(|figure| &figure.id == id).unwrap().value {
                    Quantity::Exact(n) => assert_eq!(found.to_string(), n.to_string(), "{id}"),
                    Quantity::Blank => assert_eq!(found, &Data::Empty, "{id}"),
                    words => assert_eq!(found, &Data::String(words.text()), "{id}"),
                }
                let number = matches!(found, Data::Float(_) | Data::Int(_));
                let exact =
                    report.figures.iter().any(|f| &f.id == id && matches!(f.value, Quantity::Exact(_)));
                assert_eq!(number, exact, "{id}: a number is a number");
            }
        }
    }
}

#[test]
fn labels_are_merged_as_the_form_draws_them_and_print_on_a4() {
    let (_folder, office) = empty();
    let report = report::of_year(&office, now(), 2024).unwrap();
    let file = tables(&report).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file.as_slice())).unwrap();
    for (n, view) in report.tables.iter().enumerate() {
        let merged = book.merge_cells_by_sheet_name(&view.name).unwrap();
        let drawn = view.rows.iter().flat_map(|row| &row.cells).filter(|c| c.cols > 1 || c.rows > 1).count();
        assert_eq!(merged.len(), drawn + 2, "{}: with the two lines above", view.id);
        let xml = part(&file, &format!("xl/worksheets/sheet{}.xml", n + 1));
        assert!(xml.contains("paperSize=\"9\"") && xml.contains("fitToPage=\"1\""), "{}", view.id);
        assert_eq!(xml.contains("orientation=\"landscape\""), view.widths.len() > 10, "{}", view.id);
    }
    assert!(file == tables(&report).unwrap(), "the same report gives the same bytes");
    let core = part(&file, "docProps/core.xml");
    assert!(core.contains("<dc:creator>甲乡人民政府</dc:creator>"), "{core}");
    assert!(core.contains(&format!("{}T00:00:00Z", report.signed_on)), "{core}");
}

#[test]
fn a_form_without_tables_says_so() {
    let (_folder, office) = empty();
    let report = Report { tables: Vec::new(), ..report::of_year(&office, now(), 2024).unwrap() };
    assert_eq!(tables(&report).unwrap_err().code, "sheets.none");
}

fn add(office: &mut Office, ledger: &str, json: serde_json::Value) {
    let values: Values = serde_json::from_value(json).unwrap();
    records::add_many(office, now(), ledger, &[values]).unwrap();
}

fn application(name: &str, on: &str) -> serde_json::Value {
    json!({"received_on": on, "received_by": "online", "applicant_kind": "natural", "name": name,
        "phone": "13904140000", "content": "低保名单", "extended": true, "fee": "12.50"})
}

#[test]
fn personal_data_is_left_out_unless_it_is_asked_for() {
    let (_folder, mut office) = empty();
    add(&mut office, "application", application("赵甲乙", "2025-03-05"));
    add(&mut office, "application", application("钱丙丁", "2025-02-01"));
    let header = |range: &Range<Data>| -> Vec<String> {
        range.rows().next().unwrap().iter().map(ToString::to_string).collect()
    };
    let file = ledger(&office, "application", 2025, false).unwrap();
    let range = sheet(&file, "依申请公开申请");
    let described = crate::ledgers::find("application").unwrap();
    let own: Vec<&str> = described.own_fields().map(|field| field.label).collect();
    assert_eq!(header(&range), own);
    let all = part(&file, "xl/sharedStrings.xml");
    for word in ["赵甲乙", "钱", "139", "联系电话", "*"] {
        assert!(!all.contains(word), "{word} is in the file");
    }
    let column = |label: &str| header(&range).iter().position(|l| l == label).unwrap();
    let row = |n: usize| range.rows().nth(n).unwrap();
    assert_eq!(range.height(), 3);
    let day = |n: usize| row(n)[column("收到日期")].to_string();
    assert_eq!([day(1), day(2)], ["45689", "45721"], "oldest first, as days: 2025-02-01 and 2025-03-05");
    assert!(matches!(row(1)[column("收到日期")], Data::DateTime(_)));
    assert_eq!(row(1)[column("收到方式")], Data::String("网络".into()), "choices by their labels");
    assert_eq!(row(1)[column("已延长答复期限")], Data::String("是".into()));
    assert_eq!(row(1)[column("收费（元）")], Data::Float(12.5));
    assert_eq!(row(1)[column("办理结果")], Data::Empty);

    let range = sheet(&ledger(&office, "application", 2025, true).unwrap(), "依申请公开申请");
    assert_eq!(header(&range).len(), described.fields.len());
    let column = header(&range).iter().position(|l| l == "联系电话").unwrap();
    assert_eq!(range.rows().nth(1).unwrap()[column], Data::String("13904140000".into()));
}

#[test]
fn words_that_look_like_a_formula_stay_words() {
    let (_folder, mut office) = empty();
    for (n, title) in ["=1+1", "+86", "-5", "@SUM(A1)", "＝1", "公告"].into_iter().enumerate() {
        let on = format!("2025-01-{:02}", n + 1);
        add(&mut office, "disclosure", json!({"title": title, "formed_on": on, "published_on": on}));
    }
    let file = ledger(&office, "disclosure", 2025, false).unwrap();
    let range = sheet(&file, "主动公开信息");
    let header = range.rows().next().unwrap();
    let title = header.iter().position(|cell| *cell == "标题").unwrap();
    let titles: Vec<String> = range.rows().skip(1).map(|row| row[title].to_string()).collect();
    assert_eq!(titles, ["=1+1", "+86", "-5", "@SUM(A1)", "＝1", "公告"], "shown unchanged");
    assert!(part(&file, "xl/styles.xml").contains("quotePrefix=\"1\""), "and marked as text");
    let xml = part(&file, "xl/worksheets/sheet1.xml");
    assert!(xml.contains("state=\"frozen\"") && xml.contains("<autoFilter ref=\"A1:"), "{xml}");
}

/// More records than the store gives at once, in every ledger there is.
#[test]
fn all_records_of_all_ledgers_come_out() {
    let (_folder, mut office) = empty();
    let many: Vec<Values> = (0..1_003)
        .map(|n| {
            serde_json::from_value(json!({"title": format!("第{n}条"), "formed_on": "2025-05-06"})).unwrap()
        })
        .collect();
    records::add_many(&mut office, now(), "disclosure", &many).unwrap();
    for described in domain::ledgers::ALL {
        let file = ledger(&office, described.id, 2025, true).unwrap();
        let range = sheet(&file, described.label);
        let expected = if described.id == "disclosure" { 1_003 } else { 0 };
        assert_eq!(range.height(), expected + 1, "{}", described.id);
        assert_eq!(range.width(), described.fields.len(), "{}", described.id);
    }
}
