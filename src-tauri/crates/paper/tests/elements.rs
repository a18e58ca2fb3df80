//! Every element of GB/T 9704—2012 clause 7 at its place, worked out by hand in millimetres. Type area 156 × 225
//! at 28 from the left and 37 from the top; 28 × 22 squares; a character of 3 号 is 16 pt in a square of 156/28.

mod common;

use chrono::NaiveDate;
use paper::{
    Align, Annex, Block, Cell, Document, Head, Imprint, Line, LineKind, NameSeal, OfficialDocument, Page,
    Pages, Rule, Signature, Style, Table, TableRow, layout_official,
};
use proptest::prelude::*;

const CHAR: f64 = 156.0 / 28.0;
const ROW: f64 = 225.0 / 22.0;
const EM: f64 = 16.0 * 25.4 / 72.0;
const LEFT: f64 = 28.0;
const RIGHT: f64 = 184.0;
const FOOT: f64 = 262.0;

fn date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 1, 5).expect("a date")
}

fn set(document: &OfficialDocument) -> Pages {
    layout_official(document, common::fonts(), &Style::gbt9704()).expect("a document that can be set")
}

fn of(page: &Page, kind: LineKind) -> Vec<&Line> {
    page.lines.iter().filter(|l| l.kind == kind).collect()
}

fn near(what: &str, found: f64, wanted: f64) {
    assert!((found - wanted).abs() < 0.05, "{what}: {found:.3} mm, not {wanted:.3} mm");
}

/// The baseline of a line of the grid.
fn grid(row: u32) -> f64 {
    37.0 + f64::from(row) * ROW + (ROW - EM) / 2.0 + 0.88 * EM
}

fn right(line: &Line) -> f64 {
    line.x + line.width
}

fn body(paragraphs: usize) -> Document {
    Document {
        title: vec!["年度报告".into()],
        salutation: Some("清河县人民政府：".into()),
        signature: Some(Signature { office: "青石乡人民政府".into(), date: date(), sealed: true }),
        ..common::body(&vec!["这是一行正文。"; paragraphs])
    }
}

fn upward() -> Head {
    Head {
        copy_number: Some(12),
        secrecy: Some("机密★1年".into()),
        urgency: Some("特急".into()),
        signers: vec!["王建国".into(), "李小明".into(), "欧阳文静".into()],
        ..Head::new("青石乡人民政府", "青政发〔2022〕3号")
    }
}

fn with_head(head: Head) -> Page {
    let document = OfficialDocument { head: Some(head), body: body(2), ..OfficialDocument::default() };
    set(&document).pages()[0].clone()
}

fn red(page: &Page) -> Vec<&Rule> {
    page.rules.iter().filter(|r| r.red).collect()
}

#[test]
fn copy_number_secrecy_and_urgency_stand_under_each_other_at_the_left() {
    let page = with_head(upward());
    let kinds = [LineKind::CopyNumber, LineKind::Secrecy, LineKind::Urgency];
    let words = ["000012", "机密★1年", "特急"];
    for (row, (kind, words)) in (0..).zip(kinds.into_iter().zip(words)) {
        let line = of(&page, kind)[0];
        assert_eq!(line.text, words);
        near(words, line.x, LEFT);
        near(words, line.baseline, grid(row));
    }
    // Without a copy number the secrecy still stands in the second line, the urgency alone in the first.
    let page = with_head(Head { copy_number: None, ..upward() });
    near("secrecy", of(&page, LineKind::Secrecy)[0].baseline, grid(1));
    let page = with_head(Head { copy_number: None, secrecy: None, ..upward() });
    near("urgency", of(&page, LineKind::Urgency)[0].baseline, grid(0));
}

#[test]
fn the_issuing_office_stands_35_mm_down_in_the_middle_and_fits() {
    for name in ["青石乡人民政府", "某某自治县青石满族蒙古族自治乡人民政府", "乡"]
    {
        let page = with_head(Head::new(name, "青政发〔2022〕3号"));
        let line = of(&page, LineKind::Issuer)[0];
        assert_eq!(line.text, format!("{name}文件"));
        near(name, line.x + line.width / 2.0, 106.0);
        assert!(line.x >= LEFT - 1e-6 && right(line) <= RIGHT + 1e-6, "{name}: too wide");
        let size = line.glyphs[0].size_pt;
        assert!(size <= 42.0 && size > 15.0, "{name}: {size} pt");
        // The ink of the tallest character reaches 0.82 to 0.95 em above the baseline.
        let em = size * 25.4 / 72.0;
        let above = (line.baseline - (37.0 + 35.0)) / em;
        assert!((0.82..0.95).contains(&above), "{name}: {above} em");
    }
}

#[test]
fn several_offices_have_one_width_and_the_word_beside_them() {
    let head = Head {
        issuers: vec!["中共青石乡委员会".into(), "青石乡人民政府".into(), "青石乡人大".into()],
        ..Head::new("", "青委发〔2022〕8号")
    };
    let page = with_head(head);
    let lines = of(&page, LineKind::Issuer);
    assert_eq!(lines.len(), 4);
    for line in &lines[..3] {
        near(&line.text, line.x, lines[0].x);
        near(&line.text, right(line), right(lines[0]));
        let last = line.glyphs.last().expect("a glyph");
        near(&line.text, last.x + last.size_pt * 25.4 / 72.0, right(line));
    }
    assert_eq!(lines[3].text, "文件");
    near("文件", lines[3].baseline, (lines[0].baseline + lines[2].baseline) / 2.0);
    near("both", (lines[0].x + right(lines[3])) / 2.0, 106.0);
    assert!(!of(&page, LineKind::Body).is_empty(), "the first page shows text");
}

#[test]
fn the_number_stands_two_lines_down_and_the_red_line_4_mm_under_it() {
    let page = with_head(Head::new("青石乡人民政府", "青政发〔2022〕3号"));
    let (issuer, number) = (of(&page, LineKind::Issuer)[0], of(&page, LineKind::DocumentNumber)[0]);
    near("number", number.x + number.width / 2.0, 106.0);
    let top = number.baseline - 0.88 * EM;
    let em = issuer.glyphs[0].size_pt * 25.4 / 72.0;
    // The lowest ink of the office's name is 0.05 to 0.12 em under the baseline.
    let gap = top - issuer.baseline;
    assert!((gap - 2.0 * ROW > 0.04 * em) && (gap - 2.0 * ROW < 0.13 * em), "{gap} mm");
    let line = red(&page)[0];
    near("red line", line.from.1, top + EM + 4.0);
    assert_eq!((line.from.0, line.to.0), (LEFT, RIGHT));
    let title = of(&page, LineKind::Title)[0];
    let title_top = title.baseline - 0.88 * 22.0 * 25.4 / 72.0;
    let rows = (title_top - line.from.1) / ROW;
    assert!((1.7..2.9).contains(&rows), "{rows} lines over the title");
    near("title", title.x + title.width / 2.0, 106.0);
    // Title, an empty line, 主送机关, text.
    let title_row = title.row.expect("on the grid");
    let to = of(&page, LineKind::Salutation)[0];
    assert_eq!(to.row, Some(title_row + 2));
    near("主送机关", to.x, LEFT);
    assert_eq!(of(&page, LineKind::Body)[0].row, Some(title_row + 3));
}

#[test]
fn to_a_higher_office_the_number_stands_left_and_the_signers_right() {
    let page = with_head(upward());
    let number = of(&page, LineKind::DocumentNumber)[0];
    near("number", number.x, LEFT + CHAR);
    let signers = of(&page, LineKind::Signer);
    let words: Vec<&str> = signers.iter().map(|l| l.text.as_str()).collect();
    assert_eq!(words, ["签发人：", "王建国", "李小明", "欧阳文静"]);
    // Columns are as wide as the longest name and one character more; the second ends at the edge.
    near("second column", signers[2].x + 4.0 * CHAR, RIGHT - CHAR);
    near("two in a line", signers[2].baseline, signers[1].baseline);
    near("under the first", signers[3].x, signers[1].x);
    near("next line", signers[3].baseline - signers[1].baseline, ROW);
    near("with the last signer", number.baseline, signers[3].baseline);
    near("label", right(signers[0]), signers[1].x);
    near("red line", red(&page)[0].from.1, number.baseline + 0.12 * EM + 4.0);
    let one = with_head(Head { signers: vec!["王建国".into()], ..upward() });
    near("one signer", right(of(&one, LineKind::Signer)[1]), RIGHT - CHAR);
}

#[test]
fn headings_stand_two_characters_in() {
    let levels = [("一、", 1), ("（一）", 2), ("1.", 3), ("（1）", 4)];
    let blocks = levels.map(|(number, level)| Block::heading(level, number, "情况")).to_vec();
    let pages = set(&Document { blocks, ..Document::default() }.into());
    for (row, (_, level)) in (0..).zip(levels) {
        let line = of(&pages.pages()[0], LineKind::Heading(level))[0];
        near("heading", line.x, LEFT + 2.0 * CHAR);
        near("heading", line.baseline, grid(row));
        let font = line.glyphs.last().map_or("", |glyph| pages.font_name(glyph));
        let wanted = ["Noto Sans SC Medium", "Gongkai Kai", "Fandol 仿宋", "Fandol 仿宋"];
        assert_eq!(font, wanted[usize::from(level) - 1]);
    }
}

#[test]
fn annexes_are_named_and_begin_their_pages() {
    let long = "青石乡人民政府政府信息公开工作台账核对情况说明及整改措施";
    let annexes = ["甲表", long]
        .map(|title| Annex { title: title.into(), blocks: vec![Block::paragraph("正文。")] });
    let pages = set(&Document { annexes: annexes.to_vec(), ..body(2) }.into());
    let named = of(&pages.pages()[0], LineKind::Annex);
    near("附件：", named[0].x, LEFT + 2.0 * CHAR);
    assert_eq!(named[0].row, Some(2 + 1 + 1 + 1 + 2 + 1), "an empty line under the text");
    near("2.", named[1].x, LEFT + 5.0 * CHAR);
    assert!(named[2].x >= LEFT + 5.0 * CHAR - 0.05, "further lines stand under the name");
    assert!(!named[2].text.ends_with('。'));
    for (n, page) in pages.pages()[1..].iter().enumerate() {
        let mark = of(page, LineKind::Annex)[0];
        assert_eq!(mark.text, format!("附件{}", n + 1));
        near("mark", mark.x, LEFT);
        near("mark", mark.baseline, grid(0));
        let title = of(page, LineKind::Title)[0];
        assert_eq!(title.row, Some(2));
        near("title", title.x + title.width / 2.0, 106.0);
    }
}

#[test]
fn a_sealed_signature_leaves_room_for_the_seal() {
    let pages = set(&body(2).into());
    let page = &pages.pages()[0];
    let (office, day) = (of(page, LineKind::Office)[0], of(page, LineKind::Date)[0]);
    assert_eq!(day.text, "2022年1月5日", "no empty places in month and day");
    near("date", right(day), RIGHT - 4.0 * CHAR);
    near("office", office.x + office.width / 2.0, day.x + day.width / 2.0);
    let text = of(page, LineKind::Body)[1].row.expect("on the grid");
    assert_eq!(office.row, Some(text + 3), "a seal of 42 mm reaches to within a line of the text");
}

#[test]
fn name_seals_have_room_and_the_post_beside_them() {
    let posts = ["中共青石乡委员会书记", "青石乡人民政府乡长"];
    let name_seals = posts.map(|post| NameSeal { post: post.into() }).to_vec();
    let pages = set(&OfficialDocument { body: body(2), name_seals, ..OfficialDocument::default() });
    let page = &pages.pages()[0];
    let found = of(page, LineKind::Post);
    let text = of(page, LineKind::Body)[1].row.expect("on the grid");
    assert_eq!(found[0].row, Some(text + 3), "two empty lines");
    assert_eq!(found[1].row, Some(text + 5), "seals of two lines do not touch");
    for line in &found {
        // Seal of seven characters, four from the right, two between it and the post.
        near(&line.text, right(line), RIGHT - 13.0 * CHAR);
    }
    let day = of(page, LineKind::Date)[0];
    near("date", right(day), RIGHT - 4.0 * CHAR);
    assert_eq!(day.row, Some(text + 8));
    assert!(of(page, LineKind::Office).is_empty());
}

#[test]
fn the_note_stands_in_brackets_under_the_date() {
    for words in ["联系人：赵喆", "（联系人：赵喆）"] {
        let note = Some(words.into());
        let pages = set(&OfficialDocument { body: body(2), note, ..OfficialDocument::default() });
        let page = &pages.pages()[0];
        let line = of(page, LineKind::Note)[0];
        assert_eq!(line.text, "（联系人：赵喆）");
        near("note", line.x, LEFT + 2.0 * CHAR);
        assert_eq!(line.row, of(page, LineKind::Date)[0].row.map(|row| row + 1));
    }
}

fn imprint() -> Imprint {
    Imprint {
        copies: vec![
            "县政府办公室".into(),
            "县大数据和政务服务管理局".into(),
            "县档案馆".into(),
            "县司法局".into(),
            "各行政村村民委员会。".into(),
        ],
        printer: "青石乡党政综合办公室".into(),
        printed_on: Some(date()),
        ..Imprint::default()
    }
}

#[test]
fn the_imprint_ends_with_the_type_area_of_an_even_page() {
    let document =
        OfficialDocument { body: body(20), imprint: Some(imprint()), ..OfficialDocument::default() };
    let pages = set(&document);
    assert_eq!(pages.pages().len(), 2);
    let page = &pages.pages()[1];
    let lines = of(page, LineKind::Imprint);
    let em = 14.0 * 25.4 / 72.0;
    assert!(lines[0].text.starts_with("抄送：县政府办公室，"));
    near("抄送", lines[0].x, LEFT + em);
    let last = lines.len() - 2;
    near("under the first name", lines[1].x, LEFT + 4.0 * em);
    let copies: String = lines[..last].iter().map(|l| l.text.as_str()).collect();
    assert!(copies.ends_with("各行政村村民委员会。"), "{copies}");
    near("印发机关", lines[last].x, LEFT + em);
    assert_eq!(lines[last + 1].text, "2022年1月5日印发");
    near("印发日期", right(lines[last + 1]), RIGHT - em);
    near("one line", lines[last + 1].baseline, lines[last].baseline);
    let rules: Vec<(f64, f64)> = page.rules.iter().map(|r| (r.from.1, r.width)).collect();
    assert_eq!(rules.iter().map(|r| r.1).collect::<Vec<_>>(), [0.35, 0.25, 0.35]);
    near("last rule", rules[2].0, FOOT);
    assert!(page.rules.iter().all(|r| (r.from.0, r.to.0) == (LEFT, RIGHT)));
    assert!(lines[0].baseline > rules[0].0 && lines[last].baseline > rules[1].0);
}

/// A letter without 版头 has its number under the title, in the middle of the line.
#[test]
fn a_number_without_a_head_stands_under_the_title() {
    let number = Some("青政公开告〔2026〕3号".to_owned());
    let pages = set(&OfficialDocument { number, body: body(2), ..OfficialDocument::default() });
    let lines = &pages.pages()[0].lines;
    let at = lines.iter().position(|line| line.kind == LineKind::DocumentNumber).unwrap();
    assert_eq!(lines[at - 1].kind, LineKind::Title);
    assert_eq!(lines[at].row, lines[at - 1].row.map(|row| row + 1));
    let style = Style::gbt9704();
    let middle = lines[at].x + lines[at].width / 2.0;
    assert!((middle - style.margin_left - style.area_width() / 2.0).abs() < 0.1, "{middle}");
}

#[test]
fn a_blank_page_and_the_imprint_behind_it_have_no_number() {
    for paragraphs in 1..=46 {
        let document = OfficialDocument {
            body: body(paragraphs),
            imprint: Some(imprint()),
            ..OfficialDocument::default()
        };
        let pages = set(&document);
        let pages = pages.pages();
        assert_eq!(pages.len() % 2, 0, "{paragraphs} paragraphs: the imprint stands on the back");
        let last = pages.last().expect("a page");
        assert!(!of(last, LineKind::Imprint).is_empty());
        let text = last.lines.iter().filter(|l| l.row.is_some()).map(|l| l.baseline).fold(0.0, f64::max);
        let top = last.rules.iter().map(|r| r.from.1).fold(f64::MAX, f64::min);
        assert!(text < top, "{paragraphs} paragraphs: the imprint stands in the text");
        let blank = pages.iter().position(|p| p.is_blank());
        for (n, page) in pages.iter().enumerate() {
            let numbered = !of(page, LineKind::PageNumber).is_empty();
            let wanted = blank.is_none_or(|blank| n < blank);
            assert_eq!(numbered, wanted, "{paragraphs} paragraphs, page {}", n + 1);
        }
    }
}

#[test]
fn page_numbers_stand_outside_or_where_the_house_wants_them() {
    let em = 14.0 * 25.4 / 72.0;
    let pages = set(&body(30).into());
    let number = |n: usize| of(&pages.pages()[n], LineKind::PageNumber)[0].clone();
    near("odd", right(&number(0)), RIGHT - em);
    near("even", number(1).x, LEFT + em);
    let style = Style { page_number: paper::PageNumberPlace::Center, ..Style::gbt9704() };
    let centred = layout_official(&body(30).into(), common::fonts(), &style).expect("pages");
    for page in centred.pages() {
        let line = of(page, LineKind::PageNumber)[0];
        near("centre", line.x + line.width / 2.0, 106.0);
    }
}

fn wide(rows: usize) -> Table {
    let row = |n: usize| TableRow {
        header: n == 0,
        cells: (0..14).map(|c| Cell::new(format!("{}", n * c), Align::Center)).collect(),
    };
    Table { columns: vec![1.0; 14], rows: (0..rows).map(row).collect(), landscape: true, ..Table::default() }
}

#[test]
fn a_wide_table_stands_turned_with_its_head_towards_the_left_edge() {
    let mut document = body(2);
    document.blocks.push(Block::Table(wide(50)));
    document.blocks.push(Block::paragraph("表后的正文。"));
    let pages = set(&document.into());
    let turned: Vec<&Page> = pages.pages().iter().filter(|p| p.lines.iter().any(|l| l.turned)).collect();
    assert!(turned.len() > 1, "odd and even pages");
    for page in turned {
        assert_eq!((page.width, page.height), (210.0, 297.0));
        let left = page.rules.iter().map(|r| r.from.0.min(r.to.0)).fold(f64::MAX, f64::min);
        near("the head's edge", left, LEFT);
        for rule in &page.rules {
            for (x, y) in [rule.from, rule.to] {
                assert!((27.8..=184.2).contains(&x) && (36.8..=262.2).contains(&y), "({x}, {y})");
            }
        }
        // The head stands before the rows, seen from the left edge; the page number where all stand.
        let cells: Vec<&Line> =
            page.lines.iter().filter(|l| matches!(l.kind, LineKind::Cell { .. })).collect();
        assert!(cells.iter().all(|l| l.turned));
        let head = cells.iter().filter(|l| matches!(l.kind, LineKind::Cell { row: 0, .. }));
        let lowest = cells.iter().map(|l| l.baseline).fold(f64::MAX, f64::min);
        assert!(head.into_iter().all(|l| (l.baseline - lowest).abs() < 1e-6));
        let number = of(page, LineKind::PageNumber)[0];
        assert!(!number.turned && number.baseline > FOOT + 7.0);
    }
    let after = pages.pages().last().expect("a page");
    assert!(after.lines.iter().any(|l| l.text == "表后的正文。" && !l.turned));
}

fn part() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop::sample::select("青石乡人民政府“委员会”，。（）2022年A ".chars().collect::<Vec<_>>()),
        0..40,
    )
    .prop_map(|chars| chars.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands in the elements: nothing leaves the type area but the page number, and every page of
    /// words has at most 22 lines.
    #[test]
    fn any_elements_keep_within_the_type_area(
        names in prop::collection::vec(part(), 0..4),
        signers in prop::collection::vec(part(), 0..4),
        (number, note, printer) in (part(), part(), part()),
        copies in prop::collection::vec(part(), 0..12),
        paragraphs in 0_usize..30,
    ) {
        let head = Head {
            issuers: names,
            signers: signers.iter().map(|s| s.chars().take(8).collect()).collect(),
            ..Head::new("", number.chars().take(16).collect::<String>())
        };
        let document = OfficialDocument {
            head: Some(head),
            body: body(paragraphs),
            note: Some(note),
            imprint: Some(Imprint { copies, printer, ..imprint() }),
            ..OfficialDocument::default()
        };
        for page in set(&document).pages() {
            for line in page.lines.iter().filter(|l| l.kind != LineKind::PageNumber) {
                let inside = line.x >= LEFT - 0.01 && right(line) <= RIGHT + 0.01 && line.baseline <= FOOT;
                prop_assert!(inside, "{:?} {} from {} to {}", line.kind, line.text, line.x, right(line));
            }
            prop_assert!(page.lines.iter().filter_map(|l| l.row).all(|row| row < 22));
        }
    }
}
