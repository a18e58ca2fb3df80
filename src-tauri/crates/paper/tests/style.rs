//! The house style of an office: what can be set is printed as set, what cannot is said in a sentence.

mod common;

use paper::{
    Block, Document, FontRole, LineKind, PageNumberPlace, Pages, Signature, Style, StyleFault, docx, html,
    layout,
};
use proptest::prelude::*;

/// As a provincial body prescribed: 上下2.8厘米, 左右2.7厘米, 行距33磅, page numbers in the middle.
fn house() -> Style {
    Style {
        margin_top: 28.0,
        margin_bottom: 28.0,
        margin_left: 27.0,
        margin_right: 27.0,
        line_pitch_pt: Some(33.0),
        title_font: FontRole::HeiTi,
        heading3_bold: true,
        page_number: PageNumberPlace::Center,
        ..Style::gbt9704()
    }
}

fn document() -> Document {
    let text =
        "围绕资金使用、项目建设、惠民补贴等事项，逐项明确公开的范围、形式和时限，做到“及时、准确、规范”。";
    let mut blocks = vec![Block::heading(1, "一、", "总体情况"), Block::heading(3, "1.", "主动公开")];
    blocks.extend((0..30).map(|_| Block::paragraph(text)));
    Document {
        title: vec!["青石乡人民政府2018年政府信息公开工作年度报告".into()],
        salutation: Some("清河县人民政府：".into()),
        blocks,
        signature: Some(Signature {
            office: "青石乡人民政府".into(),
            date: chrono::NaiveDate::from_ymd_opt(2019, 1, 20).expect("a day"),
            sealed: true,
        }),
        ..Document::default()
    }
}

fn set(style: &Style) -> Pages {
    layout(&document(), common::fonts(), style).expect("a style that can be printed")
}

fn faults(change: impl Fn(&mut Style)) -> Vec<StyleFault> {
    let mut style = Style::gbt9704();
    change(&mut style);
    style.faults()
}

#[test]
fn a_house_style_is_printed_as_it_says() {
    let style = house();
    assert_eq!(style.faults(), []);
    // 241 mm at 33 pt: 20 lines.
    assert_eq!(style.rows(), 20);
    let pages = set(&style);
    let page = &pages.pages()[1];
    let rows: Vec<&paper::Line> = page.lines.iter().filter(|l| l.row.is_some()).collect();
    assert_eq!(rows.len(), 20);
    let pitch = rows[1].baseline - rows[0].baseline;
    assert!((pitch - 33.0 * 25.4 / 72.0).abs() < 1e-9, "{pitch}");
    assert!((rows[1].x - 27.0).abs() < 1e-9 || rows[1].x > 27.0);
    let number = page.lines.last().expect("a page number");
    assert_eq!(number.kind, LineKind::PageNumber);
    assert!((number.x + number.width / 2.0 - 105.0).abs() < 0.01, "in the middle");
    let title = pages.pages()[0].lines.iter().find(|l| l.kind == LineKind::Title).expect("a title");
    assert_eq!(pages.font_name(&title.glyphs[0]), "Noto Sans SC Medium");
}

#[test]
fn the_word_file_and_the_web_page_follow_the_house_style() {
    let bytes = docx::to_docx(&document(), common::fonts(), &house()).expect("a Word file");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a container");
    let mut part = |name: &str| {
        let mut text = String::new();
        let mut file = archive.by_name(name).expect("the part");
        std::io::Read::read_to_string(&mut file, &mut text).expect("text");
        text
    };
    let (document_part, styles) = (part("word/document.xml"), part("word/styles.xml"));
    assert!(document_part.contains("w:top=\"1587\"") || document_part.contains("w:top=\"1588\""));
    assert!(document_part.contains("w:linePitch=\"660\""), "33 pt are 660 twips");
    assert!(styles.contains("w:line=\"660\""));
    let page = html::to_html(&document(), &house());
    assert!(page.contains("h1{font-family:黑体") && page.contains("h4{font-weight:bold}"));
    let plain = html::to_html(&document(), &Style::gbt9704());
    assert!(plain.contains("h1{font-family:方正小标宋简体") && !plain.contains("font-weight:bold}"));
}

#[test]
fn what_cannot_be_is_said_with_what_can() {
    let said = |change: fn(&mut Style)| {
        let faults = faults(change);
        assert!(!faults.is_empty());
        (faults[0].field.clone(), faults[0].message.clone())
    };
    let (field, message) = said(|s| s.margin_left = 120.0);
    assert_eq!(
        (field.as_str(), message.as_str()),
        ("margin_left", "左右边距太大：版心只剩64毫米宽，至少要留80毫米")
    );
    let (field, message) = said(|s| s.chars_per_line = 32);
    assert_eq!(field, "chars_per_line");
    assert_eq!(message, "每行32字排不下：版心宽156毫米，正文3号（16磅）时每行最多28字");
    let (field, message) = said(|s| s.lines_per_page = 32);
    assert_eq!(field, "lines_per_page");
    assert!(message.contains("每页最多28行"), "{message}");
    let (field, message) = said(|s| s.line_pitch_pt = Some(20.0));
    assert_eq!(field, "line_pitch_pt");
    assert!(message.contains("20磅") && message.contains("2号（22磅）"), "{message}");
    let (field, _) = said(|s| s.margin_bottom = 9.0);
    assert_eq!(field, "margin_bottom", "no room for the page number");
    let (field, _) = said(|s| s.title_rows_above = 40);
    assert_eq!(field, "title_rows_above");
    for change in [
        (|s: &mut Style| s.margin_top = f64::NAN) as fn(&mut Style),
        |s| s.body_pt = -1.0,
        |s| s.line_pitch_pt = Some(f64::INFINITY),
        |s| s.lines_per_page = 0,
        |s| s.title_rows_below = u32::MAX,
        |s| s.paper_width = 1e300,
    ] {
        said(change);
    }
}

#[test]
fn departures_from_the_standard_are_listed() {
    assert_eq!(Style::gbt9704().departures(), []);
    let departures = house().departures();
    let of = |field: &str| departures.iter().find(|d| d.field == field).expect("listed");
    assert_eq!((of("margin_left").standard.as_str(), of("margin_left").here.as_str()), ("28毫米", "27毫米"));
    assert_eq!(
        (of("line_pitch_pt").label.as_str(), of("line_pitch_pt").here.as_str()),
        ("行距", "固定值33磅")
    );
    assert_eq!(of("title_font").here, "黑体");
    assert_eq!(departures.len(), 8);
}

/// Styles of which many can be printed.
fn styles() -> impl Strategy<Value = Style> {
    let margin = || 5.0..60.0_f64;
    let margins = (margin(), margin(), margin(), margin());
    let grid = (15..40_u32, 12..34_u32, prop::option::of(20.0..40.0_f64));
    let sizes = (12.0..20.0_f64, 16.0..30.0_f64, 9.0..16.0_f64);
    let place =
        prop::sample::select(vec![PageNumberPlace::Outside, PageNumberPlace::Center, PageNumberPlace::None]);
    (margins, grid, sizes, place, any::<bool>()).prop_map(
        |(margins, grid, sizes, page_number, heading3_bold)| Style {
            margin_top: margins.0,
            margin_right: margins.1,
            margin_bottom: margins.2,
            margin_left: margins.3,
            chars_per_line: grid.0,
            lines_per_page: grid.1,
            line_pitch_pt: grid.2,
            body_pt: sizes.0,
            title_pt: sizes.1,
            page_number_pt: sizes.2,
            page_number,
            heading3_bold,
            ..Style::gbt9704()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_style_without_fault_keeps_to_its_own_measures(style in styles()) {
        prop_assume!(style.faults().is_empty());
        let pages = set(&style);
        let right = style.margin_left + style.area_width();
        for page in pages.pages() {
            for line in &page.lines {
                prop_assert!(line.row.is_none_or(|row| row < style.rows()));
                prop_assert!(line.baseline < style.paper_height, "off the paper: {}", line.text);
                prop_assert!(line.x >= style.margin_left - 1e-6 && line.x + line.width <= right + 1e-6, "{}", line.text);
            }
        }
        let numbers = pages.pages().iter().filter(|p| p.lines.iter().any(|l| l.kind == LineKind::PageNumber)).count();
        prop_assert_eq!(numbers, if style.page_number == PageNumberPlace::None { 0 } else { pages.pages().len() });
    }
}
