//! Where things stand, in millimetres: worked out by hand from GB/T 9704—2012 (type area 156 × 225 mm at
//! 28 mm from the left and 37 mm from the top, 28 × 22 squares, glyphs in the middle of their row).

mod common;

use chrono::NaiveDate;
use paper::{
    Align, Block, Cell, Document, Line, LineKind, PaperError, Signature, Style, Table, TableRow, layout,
};

const CHAR: f64 = 156.0 / 28.0;
const ROW: f64 = 225.0 / 22.0;

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.01
}

fn find(document: &Document, kind: LineKind) -> Vec<(usize, Line)> {
    let pages = common::set(document);
    let mut out = Vec::new();
    for page in pages.pages() {
        out.extend(page.lines.iter().filter(|l| l.kind == kind).map(|l| (page.number, l.clone())));
    }
    out
}

fn signed(office: &str, sealed: bool, paragraphs: usize) -> Document {
    let date = NaiveDate::from_ymd_opt(2019, 1, 20).expect("a date");
    let mut document = common::body(&vec!["这是一行正文。"; paragraphs]);
    document.signature = Some(Signature { office: office.into(), date, sealed });
    document
}

#[test]
fn the_first_line_of_the_body() {
    let lines = find(&common::body(&["这是正文的第一行。"]), LineKind::Body);
    assert!(near(lines[0].1.x, 39.143), "{}", lines[0].1.x);
    assert!(near(lines[0].1.baseline, 44.259), "{}", lines[0].1.baseline);
    assert!(near(lines[0].1.glyphs[1].x - lines[0].1.glyphs[0].x, 5.571));
}

#[test]
fn a_full_line_ends_at_the_edge_of_the_type_area() {
    let lines = find(&common::body(&["字".repeat(80).as_str()]), LineKind::Body);
    assert_eq!(lines[0].1.text.chars().count(), 26);
    assert_eq!(lines[1].1.text.chars().count(), 28);
    assert!(near(lines[1].1.x, 28.0) && near(lines[1].1.width, 156.0));
    assert!(near(lines[1].1.baseline - lines[0].1.baseline, 10.227));
}

#[test]
fn the_title_stands_two_rows_down_in_the_middle() {
    let document = Document { title: vec!["年度报告".into()], ..common::body(&["正文。"]) };
    let title = &find(&document, LineKind::Title)[0].1;
    // Four glyphs of 22 pt are 31.04 mm; the middle of the type area is 106 mm.
    assert!(near(title.x, 106.0 - 15.522), "{}", title.x);
    assert!(
        near(title.baseline, 37.0 + 2.0 * ROW + (ROW - 7.761) / 2.0 + 0.88 * 7.761),
        "{}",
        title.baseline
    );
    let text = &find(&document, LineKind::Body)[0].1;
    assert_eq!((title.row, text.row), (Some(2), Some(4)));
}

#[test]
fn a_long_title_is_broken_where_sense_allows() {
    let title = "青石乡人民政府2018年政府信息公开工作年度报告";
    let lines = find(&Document { title: vec![title.into()], ..Document::default() }, LineKind::Title);
    let lines: Vec<&str> = lines.iter().map(|(_, l)| l.text.as_str()).collect();
    assert_eq!(lines, ["青石乡人民政府2018年", "政府信息公开工作年度报告"]);
}

#[test]
fn page_numbers_stand_outside_seven_millimetres_down() {
    let paragraphs = vec!["这是一行正文。"; 30];
    let lines = find(&common::body(&paragraphs), LineKind::PageNumber);
    assert_eq!(lines.iter().map(|(_, l)| l.text.as_str()).collect::<Vec<_>>(), ["— 1 —", "— 2 —"]);
    // One character of 14 pt from the edge.
    assert!(near(lines[0].1.x + lines[0].1.width, 184.0 - 4.939));
    assert!(near(lines[1].1.x, 28.0 + 4.939));
    // The dash's upper edge is a good third of an em above the baseline.
    let above = lines[0].1.baseline - 269.0;
    assert!((1.2..2.2).contains(&above), "{above}");
}

#[test]
fn a_sealed_date_ends_four_characters_from_the_edge() {
    let document = signed("青石乡人民政府", true, 1);
    let (date, office) = (&find(&document, LineKind::Date)[0].1, &find(&document, LineKind::Office)[0].1);
    assert_eq!(date.text, "2019年1月20日");
    assert!(near(date.x + date.width, 184.0 - 4.0 * CHAR), "{}", date.x + date.width);
    assert!(near(office.x + office.width / 2.0, date.x + date.width / 2.0));
    assert_eq!((office.row, date.row), (Some(3), Some(4)));
}

#[test]
fn without_seal_the_office_ends_two_characters_from_the_edge() {
    let document = signed("青石乡党政综合办公室", false, 1);
    let (date, office) = (&find(&document, LineKind::Date)[0].1, &find(&document, LineKind::Office)[0].1);
    assert!(near(office.x + office.width, 184.0 - 2.0 * CHAR));
    assert!(near(date.x, office.x + 2.0 * CHAR));
    assert_eq!((office.row, date.row), (Some(2), Some(3)));
}

#[test]
fn a_signature_never_stands_on_an_empty_page() {
    for paragraphs in 15..=24 {
        for sealed in [true, false] {
            let pages = common::set(&signed("青石乡人民政府", sealed, paragraphs));
            let last = pages.pages().last().expect("a page");
            let has = |kind| last.lines.iter().any(|l| l.kind == kind);
            assert!(has(LineKind::Office) && has(LineKind::Date), "{paragraphs}: torn");
            assert!(has(LineKind::Body), "{paragraphs}: alone");
        }
    }
}

#[test]
fn a_signature_after_a_table_never_stands_on_an_empty_page() {
    for paragraphs in 0..24 {
        for rows in [1, 2, 3, 8, 31] {
            for sealed in [true, false] {
                let mut document = signed("青石乡人民政府", sealed, paragraphs);
                document.blocks.push(Block::heading(1, "一、", "统计"));
                document.blocks.push(Block::Table(long_table(rows)));
                let pages = common::set(&document);
                let last = pages.pages().last().expect("a page");
                let cells =
                    last.lines.iter().filter(|l| matches!(l.kind, LineKind::Cell { repeated: false, .. }));
                let dates = last.lines.iter().filter(|l| l.kind == LineKind::Date).count();
                assert_eq!(dates, 1, "{paragraphs} paragraphs, {rows} rows");
                assert!(cells.count() > 0, "{paragraphs} paragraphs, {rows} rows, sealed {sealed}");
                let office = last.lines.iter().find(|l| l.kind == LineKind::Office).expect("an office");
                for page in pages.pages() {
                    let foot = page.lines.iter().rfind(|l| l.kind != LineKind::PageNumber).expect("a line");
                    assert!(
                        !matches!(foot.kind, LineKind::Heading(_)),
                        "{paragraphs} paragraphs, {rows} rows"
                    );
                }
                let foot = last.rules.iter().map(|r| r.to.1).fold(0.0, f64::max);
                assert!(office.baseline - foot > 5.0, "the office stands clear of the table");
            }
        }
    }
}

#[test]
fn a_very_long_title_or_word_takes_no_time() {
    let started = std::time::Instant::now();
    let title = "青石乡人民政府信息公开工作年度报告".repeat(60);
    common::set(&Document { title: vec![title], ..Document::default() });
    common::set(&common::body(&["-".repeat(200_000).as_str()]));
    assert!(started.elapsed().as_secs() < 120, "{:?}", started.elapsed());
}

#[test]
fn no_heading_is_alone_at_the_foot() {
    for lines in 15..=22 {
        let mut document = common::body(&vec!["这是一行正文。"; lines]);
        document.blocks.push(Block::heading(1, "一、", "概述"));
        document.blocks.push(Block::heading(3, "1.", "机构"));
        document.blocks.push(Block::paragraph("正文。"));
        let pages = common::set(&document);
        for page in pages.pages() {
            let last = page.lines.iter().rfind(|l| l.row.is_some()).expect("a line");
            assert!(!matches!(last.kind, LineKind::Heading(_)), "{lines}: {}", last.text);
        }
        assert_eq!(pages.bookmarks().len(), 2);
    }
}

#[test]
fn a_heading_carried_over_takes_its_bookmark_along() {
    let mut document = common::body(&vec!["这是一行正文。"; 18]);
    document.blocks.push(Block::heading(3, "1.", "机构"));
    document.blocks.push(Block::paragraph("正文。"));
    document.signature = signed("青石乡人民政府", true, 0).signature;
    let pages = common::set(&document);
    let page = &pages.pages()[1];
    assert_eq!(page.lines[0].text, "1.机构");
    let mark = &pages.bookmarks()[0];
    assert_eq!((mark.page, mark.y), (2, 37.0));
}

fn long_table(rows: usize) -> Table {
    let mut table = Table { caption: "统计表".into(), columns: vec![1.0, 3.0, 1.0], ..Table::default() };
    table
        .rows
        .push(TableRow { header: true, cells: ["类别", "名称", "件数"].map(Cell::head).to_vec() });
    for row in 0..rows {
        let mut cells = Vec::new();
        if row % 10 == 0 {
            cells.push(Cell::head("组").spanning(1, 10.min(rows - row)));
        }
        cells.push(Cell::new(
            format!("第{row}行的名称，长到要分成两行才放得下，否则看不出行会不会被撕开"),
            Align::Left,
        ));
        cells.push(Cell::new(row.to_string(), Align::Right));
        table.rows.push(TableRow { header: false, cells });
    }
    table
}

#[test]
fn a_long_table_repeats_its_head_and_tears_no_row() {
    let pages = common::set(&Document { blocks: vec![Block::Table(long_table(60))], ..Document::default() });
    assert!(pages.pages().len() >= 3);
    let mut where_is = vec![Vec::new(); 61];
    for page in pages.pages() {
        let heads = page.lines.iter().filter(|l| l.text == "件数").count();
        assert_eq!(heads, 1, "page {}", page.number);
        for line in &page.lines {
            if let LineKind::Cell { row, column: 1.., .. } = line.kind {
                where_is[row].push(page.number);
            }
            assert!(
                line.kind == LineKind::PageNumber || line.baseline < 262.0,
                "below the type area: {}",
                line.text
            );
        }
    }
    for pages in &where_is[1..] {
        assert!(!pages.is_empty() && pages.iter().all(|p| *p == pages[0]));
    }
}

#[test]
fn a_table_that_does_not_fit_together_is_an_error() {
    for spoil in [
        (|t: &mut Table| t.columns = vec![1.0, 0.0, 1.0]) as fn(&mut Table),
        |t| t.rows[1].cells[0].row_span = 99,
        |t| t.rows[1].cells[1].col_span = 3,
        |t| drop(t.rows[2].cells.pop()),
        |t| t.rows[0].cells[0].row_span = 2,
        |t| t.rows[1].cells[1].text = "长".repeat(3000),
        |t| t.size_pt = Some(f64::NAN),
    ] {
        let mut table = long_table(5);
        spoil(&mut table);
        let document = Document { blocks: vec![Block::Table(table)], ..Document::default() };
        let error = layout(&document, common::fonts(), &Style::gbt9704()).expect_err("a bad table");
        assert_eq!(error.code(), "paper.table_shape", "{error}");
    }
}

#[test]
fn a_character_in_no_font_is_named_with_its_place() {
    let mut document = common::body(&vec!["这是一行正文。"; 25]);
    document.blocks.push(Block::paragraph("联系人是赵\u{30EDD}同志，电话另附。"));
    let error = layout(&document, common::fonts(), &Style::gbt9704()).expect_err("no such glyph");
    let PaperError::NoGlyph { ch, place } = &error else { panic!("{error}") };
    assert_eq!(*ch, '\u{30EDD}');
    assert!(place.starts_with("第2页“") && place.contains("是赵\u{30EDD}同志"), "{place}");
}

#[test]
fn rare_characters_are_drawn_with_another_font_and_listed() {
    let pages = common::set(&common::body(&["赵喆、钱镕、孙𬭚。"]));
    let listed: String = pages.fallbacks().iter().map(|f| f.ch).collect();
    assert_eq!(listed, "喆镕𬭚");
}

#[test]
fn a_style_without_room_is_an_error() {
    for spoil in [
        (|s: &mut Style| s.margin_left = 120.0) as fn(&mut Style),
        |s| s.margin_right = f64::NAN,
        |s| s.chars_per_line = 0,
        |s| s.title_rows_above = 40,
    ] {
        let mut style = Style::gbt9704();
        spoil(&mut style);
        let error = layout(&common::body(&["正文。"]), common::fonts(), &style).expect_err("a bad style");
        assert_eq!(error.code(), "paper.style");
    }
}

#[test]
fn a_missing_font_file_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let error = paper::Fonts::load(folder.path()).expect_err("no fonts there");
    assert_eq!(error.code(), "paper.font_missing");
    assert!(error.to_string().contains("FandolFang-Regular.otf"), "{error}");
    std::fs::write(folder.path().join("FandolFang-Regular.otf"), b"not a font").expect("written");
    let error = paper::Fonts::load(folder.path()).expect_err("no font");
    assert_eq!(error.code(), "paper.font_unreadable");
}

#[test]
fn a_signature_has_two_lines_of_the_body_above_it() {
    for paragraphs in 15..=46 {
        for sealed in [true, false] {
            let pages = common::set(&signed("青石乡人民政府", sealed, paragraphs));
            let last = pages.pages().last().expect("a page");
            let body = last.lines.iter().filter(|l| l.kind == LineKind::Body).count();
            assert!(body >= 2, "{paragraphs} paragraphs: {body} with the signature");
            let rows: Vec<u32> = last.lines.iter().filter_map(|l| l.row).collect();
            assert!(rows.windows(2).all(|r| r[0] < r[1]) && rows[0] == 0, "{paragraphs}: {rows:?}");
            let all = pages.pages().iter().flat_map(|p| &p.lines).filter(|l| l.kind == LineKind::Body);
            assert_eq!(all.count(), paragraphs);
        }
    }
}
