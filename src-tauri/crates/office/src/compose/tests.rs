//! Reports become documents; a form that nobody has seen is printed like any other.

use chrono::NaiveDate;
use domain::Quantity;
use domain::format::{Format, PartFormat};
use domain::table::TableFormat;
use paper::{LineKind, Pages, Style};

use super::*;
use crate::{Office, report};

#[test]
fn a_heading_runs_in_after_its_first_sentence() {
    let spans = |text| heading_spans(text).into_iter().map(|s| s.text).collect::<Vec<_>>();
    assert_eq!(spans("加强领导。我乡成立小组。"), ["加强领导。", "我乡成立小组。"]);
    assert_eq!(spans("公开了什么？全年公开若干条。"), ["公开了什么？", "全年公开若干条。"]);
    assert_eq!(spans("加强领导。"), ["加强领导。"]);
    assert_eq!(spans("加强领导"), ["加强领导"]);
}

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 1, 12).unwrap().and_hms_opt(9, 0, 0).unwrap()
}

/// An empty office, with the report of a year as it stands.
fn empty(year: i32) -> (tempfile::TempDir, Office, Report) {
    let folder = tempfile::tempdir().unwrap();
    let fonts = crate::office::find_fonts();
    let mut office = Office::open(&folder.path().join("数据"), &fonts, folder.path()).unwrap();
    let profile = Profile { name: "甲乡人民政府".into(), short: "甲乡".into(), ..Profile::default() };
    office.store.save_profile(&profile, now()).unwrap();
    let report = report::of_year(&office, now(), year).unwrap();
    (folder, office, report)
}

fn printed(office: &mut Office, report: &Report) -> Pages {
    let document = document(report, &Profile::default(), now());
    paper::layout(&document, office.fonts().unwrap(), &Style::gbt9704()).unwrap()
}

/// The report with other values: `value` says what a cell holds.
fn filled(mut report: Report, value: impl Fn(&str) -> Quantity) -> Report {
    for figure in &mut report.figures {
        figure.value = value(&figure.id);
        figure.text = figure.value.text();
    }
    report
}

/// The report in a form of which nothing is known but its file.
fn in_form(report: Report, format: &Format) -> Report {
    let (a_part, a_figure) = (report.parts[0].clone(), report.figures[0].clone());
    let part = |(n, part): (usize, &PartFormat)| Part {
        id: part.id.clone(),
        number: if part.heading.is_empty() || part.annex { String::new() } else { format!("第{n}、") },
        heading: part.heading.clone(),
        narrative: domain::narrative::Narrative { blocks: Vec::new() },
        annex: part.annex,
        ..a_part.clone()
    };
    let figure = |spec: domain::figure::FigureSpec| Figure { id: spec.id, ..a_figure.clone() };
    Report {
        parts: format.parts.iter().enumerate().map(part).collect(),
        tables: format.tables.iter().map(TableFormat::view).collect(),
        figures: format.figures(&[]).into_iter().map(figure).collect(),
        ..report
    }
}

fn made_up() -> Format {
    Format::read(include_str!("../../../domain/tests/fixtures/made-up.json")).unwrap()
}

/// Words of each cell of a column with their page, lines of a cell put together.
fn column(pages: &Pages, wanted: usize) -> Vec<(usize, usize, String)> {
    let mut found: Vec<(usize, usize, String)> = Vec::new();
    for page in pages.pages() {
        for line in &page.lines {
            let LineKind::Cell { row, column, .. } = line.kind else { continue };
            if column != wanted {
                continue;
            }
            match found.last_mut() {
                Some((p, r, words)) if (*p, *r) == (page.number, row) => words.push_str(&line.text),
                _ => found.push((page.number, row, line.text.clone())),
            }
        }
    }
    found
}

#[test]
fn a_form_nobody_has_seen_is_printed() {
    let (_folder, mut office, report) = empty(2024);
    let report = in_form(report, &made_up());
    let values = [
        ("grid.first.open", Quantity::count(3)),
        ("grid.first.closed", Quantity::count(0)),
        ("grid.second.open", Quantity::Blank),
        ("grid.second.closed", Quantity::NotApplicable),
        ("grid.all.open", Quantity::AtLeast(domain::Decimal::whole(100))),
        ("grid.apart.amount", Quantity::Exact(domain::Decimal::parse("12.5").unwrap())),
    ];
    let value = |id: &str| values.iter().find(|(v, _)| *v == id).map_or(Quantity::count(8), |(_, q)| *q);
    let pages = printed(&mut office, &filled(report, value));
    let words = |at: usize| -> Vec<String> {
        column(&pages, at).into_iter().filter(|(page, ..)| *page == 1).map(|(.., words)| words).collect()
    };
    // Heads over both columns, rows over two; a blank cell has no words at all.
    assert_eq!(words(0), ["项目", "类别", "总计", "另计", "另计事项"]);
    assert_eq!(words(2), ["本年公开次数", "已主动公开", "3", "100余", "12.5"]);
    assert_eq!(words(3), ["未公开", "0", "不适用", "8"]);
    let annex: Vec<_> = pages.pages()[1].lines.iter().map(|l| l.text.clone()).collect();
    assert!(annex.starts_with(&["附件".into(), "补充表".into(), "指标".into()]), "{annex:?}");
    assert!(annex.contains(&"填报人：".into()), "{annex:?}");
}

#[test]
fn each_table_of_the_forms_stands_on_one_page() {
    for year in [2020, 2024] {
        let (_folder, mut office, report) = empty(year);
        for value in [Quantity::Blank, Quantity::count(0), Quantity::count(1234)] {
            let report = filled(report.clone(), |_| value);
            let pages = printed(&mut office, &report);
            for table in &report.tables {
                let rows = table.rows.len();
                let heading = &report.parts.iter().find(|p| p.id == table.part).unwrap().heading;
                let page = pages.bookmarks().iter().find(|b| b.text.ends_with(heading)).unwrap().page;
                let cells = pages.pages()[page - 1].lines.iter().filter_map(|l| match l.kind {
                    LineKind::Cell { row, .. } => Some(row),
                    _ => None,
                });
                // The last row may be all values, and these may be blank.
                let last = cells.max().unwrap();
                assert!(last + 1 == rows || value == Quantity::Blank, "{year} {}: {last}", table.id);
            }
        }
    }
}

#[test]
fn a_table_without_words_of_its_own_stands_under_its_heading() {
    let (_folder, mut office, report) = empty(2024);
    let document = document(&report, &Profile::default(), now());
    let at = |wanted: &str| {
        let is =
            |b: &paper::Block| matches!(b, paper::Block::Heading { spans, .. } if spans[0].text == wanted);
        document.blocks.iter().position(is).unwrap()
    };
    let disclosure = at("主动公开政府信息情况");
    assert!(matches!(document.blocks[disclosure + 1], paper::Block::Table(_)));
    let application = at("收到和处理政府信息公开申请情况");
    assert_eq!(document.blocks[application - 1], paper::Block::PageBreak, "a page of its own");
    assert!(document.annexes.is_empty());
    assert!(printed(&mut office, &report).pages().len() >= 3);
}

#[test]
fn the_statistics_table_is_the_annex_of_2014_to_2018() {
    let (_folder, mut office, report) = empty(2018);
    let pages = printed(&mut office, &report);
    let named = pages.pages().iter().flat_map(|p| &p.lines).filter(|l| l.kind == LineKind::Annex);
    let named: Vec<_> = named.map(|l| l.text.as_str()).collect();
    assert_eq!(named, ["附件：政府信息公开情况统计表", "附件"]);
    let units: Vec<_> = column(&pages, 1).into_iter().map(|(.., words)| words).collect();
    let heads = units.iter().filter(|u| *u == "单位").count();
    let stats_pages = pages.pages().iter().filter(|p| p.lines.iter().any(|l| l.text == "统计指标")).count();
    assert_eq!(heads, stats_pages, "the head is repeated on each page");
    let (_folder, mut office, report) = empty(2013);
    let pages = printed(&mut office, &report);
    assert!(pages.pages().iter().flat_map(|p| &p.lines).all(|l| l.kind != LineKind::Annex));
}
