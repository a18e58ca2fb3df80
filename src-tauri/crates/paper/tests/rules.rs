//! Whatever the text: no line breaks a rule, none is wider than the type area, no page has more than 22
//! lines, and what goes in comes out.

mod common;

use paper::{Line, LineKind, Pages};
use proptest::prelude::*;

const NEVER_START: &str = "、，。：；！？）」』】》〉〕”’·％℃～";
const NEVER_END: &str = "（「『【《〈〔“‘";

/// Pieces of office prose; none longer than a line, so every text of them can be broken by the rules.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => prop::sample::select("乡镇政府信息公开工作年度报告情况群众办理人民的一是在和有".chars().map(String::from).collect::<Vec<_>>()),
        4 => prop::sample::select(["，", "。", "、", "；", "：", "！"].map(String::from).to_vec()),
        3 => prop::sample::select(["“公开”", "《条例》", "（试行）", "——", "……", "“谁公开、谁负责”"].map(String::from).to_vec()),
        3 => prop::sample::select(["2018年", "10月", "31日", "100余条", "37 mm", "52.5%", "3万元", "〔2018〕7号", "第12条"].map(String::from).to_vec()),
        2 => prop::sample::select(["GB/T", "9704—2012", "HTML5", " ", "Open Government", "A"].map(String::from).to_vec()),
        1 => prop::sample::select(["镕", "喆", "𬭚"].map(String::from).to_vec()),
    ];
    prop::collection::vec(piece, 1..160).prop_map(|p| p.concat())
}

/// Any text at all of characters that the fonts have.
fn anything() -> impl Strategy<Value = String> {
    let characters: Vec<char> =
        "一乡，。、；：？！（）《》“”‘’〔〕——……·0189AZaz /.-%￥～ \n".chars().collect();
    prop::collection::vec(prop::sample::select(characters), 1..300).prop_map(|c| c.into_iter().collect())
}

/// Runs of what lines stumble over: long Latin, marks upon marks, rare planes, characters that print nothing.
fn odd() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[A-Za-z0-9./:_-]{1,90}",
        3 => "[、，。；：？！”’）》」』…—“‘（《「『]{1,24}",
        2 => prop::sample::select(["𬭚𬬭𨭉𫓧𬒔", "镕喆翀甡垚", "㟃䢼"].map(String::from).to_vec()),
        2 => prop::sample::select(["\u{A0}", "\t", "\u{3000}", "\u{200B}", "\u{FEFF}", "\u{AD}", "é", "Ω", "№", "１２"].map(String::from).to_vec()),
        2 => "[一-三乡镇政府信息公开]{1,40}",
    ];
    prop::collection::vec(piece, 1..24).prop_map(|p| p.concat())
}

fn body_lines(pages: &Pages) -> Vec<&Line> {
    pages.pages().iter().flat_map(|p| &p.lines).filter(|l| l.kind == LineKind::Body).collect()
}

fn check_page(pages: &Pages) {
    for page in pages.pages() {
        let rows: Vec<u32> = page.lines.iter().filter_map(|l| l.row).collect();
        assert!(rows.windows(2).all(|r| r[0] < r[1]), "one line a row");
        assert!(rows.iter().all(|r| *r < 22), "22 lines a page");
        for line in page.lines.iter().filter(|l| l.kind == LineKind::Body) {
            assert!(line.x >= 28.0 - 1e-9 && line.x + line.width <= 184.0 + 1e-9, "too wide: {}", line.text);
        }
    }
}

fn check_ends(lines: &[&Line]) {
    for pair in lines.windows(2).filter(|p| !p[0].forced && !p[0].last) {
        let (Some(end), Some(start)) = (pair[0].text.trim_end().chars().last(), pair[1].text.chars().next())
        else {
            continue;
        };
        let at = format!("{}|{}", pair[0].text, pair[1].text);
        assert!(!NEVER_START.contains(start), "begins a line: {at}");
        assert!(!NEVER_END.contains(end), "ends a line: {at}");
        let spaced = pair[0].text.ends_with(' ');
        // With a blank between they are two dashes, each of them whole.
        assert!(spaced || !(end == start && "—…".contains(end)), "torn dash: {at}");
        assert!(spaced || !(end.is_ascii_alphanumeric() && start.is_ascii_alphanumeric()), "torn word: {at}");
        assert!(!(end.is_ascii_digit() && "年月日条万%".contains(start)), "torn number: {at}");
        let unit =
            pair[1].text.starts_with("mm") && !pair[1].text[2..].starts_with(|c: char| c.is_ascii_graphic());
        assert!(!(end.is_ascii_digit() && spaced && unit), "torn unit: {at}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn prose_breaks_no_rule(text in pieces()) {
        let pages = common::set(&common::body(&[&text]));
        let lines = body_lines(&pages);
        check_page(&pages);
        check_ends(&lines);
        prop_assert!(lines.iter().all(|l| !l.forced));
        // Every line but the last is full, unless a long word follows that did not fit.
        for pair in lines.windows(2) {
            let long = pair[1].text.chars().take(24).any(|c| c.is_ascii_graphic() || "“（《〔—…".contains(c));
            let right = pair[0].x + pair[0].width;
            prop_assert!(right > 183.99 || long, "ragged: {}", pair[0].text);
        }
    }

    #[test]
    fn any_text_keeps_within_the_type_area(text in anything()) {
        let pages = common::set(&common::body(&[&text, "完"]));
        check_page(&pages);
        let ends: Vec<&Line> = body_lines(&pages);
        // Line ends in the text stand where they were put, whatever comes after.
        if !text.contains('\n') {
            check_ends(&ends);
        }
    }

    #[test]
    fn odd_text_keeps_within_the_type_area_and_loses_nothing(text in odd()) {
        // A character in no font stops the export and is named; nothing is laid out then.
        let document = common::body(&[&text, "完"]);
        let pages = match paper::layout(&document, common::fonts(), &paper::Style::gbt9704()) {
            Ok(pages) => pages,
            Err(error) => {
                prop_assert_eq!(error.code(), "paper.no_glyph");
                return Ok(());
            }
        };
        check_page(&pages);
        let printing = |c: &char| !c.is_whitespace() && !"\u{200B}\u{FEFF}\u{AD}".contains(*c);
        let read: String = body_lines(&pages).iter().flat_map(|l| l.text.chars()).filter(printing).collect();
        let given: String = text.chars().chain(['完']).filter(printing).collect();
        prop_assert_eq!(read, given);
        prop_assert!(pages.to_pdf().is_ok());
    }

    #[test]
    fn what_goes_in_comes_out(text in anything(), more in pieces()) {
        let pages = common::set(&common::body(&[&text, &more]));
        let given: String = [text.as_str(), more.as_str()].concat().replace('\n', "");
        let lines = body_lines(&pages);
        let read: String = lines.iter().map(|l| l.text.as_str()).collect();
        prop_assert_eq!(&read, &given);
        let drawn: String = lines.iter().flat_map(|l| &l.glyphs).map(|g| g.text.as_str()).filter(|t| *t != " ").collect();
        prop_assert_eq!(drawn, given.replace(' ', ""));
    }
}

#[test]
fn two_dashes_with_a_blank_between_part_at_the_blank() {
    for words in ["乡政府—— ——乡村", "乡政府…… ……乡村"] {
        // Twenty to thirty characters before them: the end of the line runs through the dashes.
        for before in 20..30 {
            let pages = common::set(&common::body(&[&("乡".repeat(before) + words)]));
            check_ends(&body_lines(&pages));
        }
    }
    let text = "乡".repeat(21) + "乡政府—— ——乡村";
    let pages = common::set(&common::body(&[&text]));
    let lines = body_lines(&pages);
    assert!(lines[0].text.ends_with("—— ") && lines[1].text.starts_with("——乡"), "{:?}", lines[0].text);
}

#[test]
fn a_mark_is_squeezed_in_before_a_character_is_pushed_down() {
    // The first line holds 26 characters. The stop is the 27th; the comma and the stop give half each.
    let text = format!("{}，{}。{}", "乡".repeat(11), "镇".repeat(14), "村".repeat(9));
    let pages = common::set(&common::body(&[&text]));
    let first = body_lines(&pages)[0];
    assert_eq!((first.text.chars().count(), first.text.chars().last()), (27, Some('。')));
    assert!((first.x + first.width - 184.0).abs() < 1e-6);
    // Without a comma half a character is missing: one goes down with the stop, the rest is spread.
    let text = format!("{}。{}", "乡".repeat(26), "村".repeat(9));
    let pages = common::set(&common::body(&[&text]));
    let first = body_lines(&pages)[0];
    assert_eq!(first.text.chars().count(), 25);
    assert!((first.x + first.width - 184.0).abs() < 1e-6);
}

#[test]
fn a_word_longer_than_a_line_is_cut_and_says_so() {
    let word = "a".repeat(200);
    let pages = common::set(&common::body(&[&word]));
    check_page(&pages);
    assert!(body_lines(&pages).iter().filter(|l| l.forced).count() >= 2);
}
