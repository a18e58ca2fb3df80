//! Tables that are to stand on one page, their labels and footers, and annexes behind the signature.

mod common;

use chrono::NaiveDate;
use paper::{Align, Annex, Block, Cell, Document, Line, LineKind, Page, Pages, Signature, Table, TableRow};

/// Lower edge of the type area.
const FOOT: f64 = 37.0 + 225.0;

fn row(header: bool, words: &[&str]) -> TableRow {
    let cells = words.iter().map(|w| Cell { header, ..Cell::new(*w, Align::Center) }).collect();
    TableRow { header, cells }
}

/// A head and so many rows.
fn table(rows: usize) -> Table {
    let mut all = vec![row(true, &["事项", "件数"])];
    all.extend((0..rows).map(|n| row(false, &[format!("第{n}项").as_str(), "0"])));
    Table { columns: vec![3.0, 1.0], rows: all, ..Table::default() }
}

fn with(blocks: Vec<Block>) -> Pages {
    common::set(&Document { blocks, ..Document::default() })
}

fn cells(page: &Page) -> Vec<&Line> {
    page.lines.iter().filter(|l| matches!(l.kind, LineKind::Cell { .. })).collect()
}

/// Points of the first cell's type.
fn size(pages: &Pages) -> f64 {
    let all: Vec<&Line> = pages.pages().iter().flat_map(cells).collect();
    all[0].glyphs[0].size_pt
}

fn within_the_type_area(pages: &Pages) {
    for page in pages.pages() {
        let lowest = page.rules.iter().flat_map(|r| [r.from.1, r.to.1]).fold(0.0, f64::max);
        assert!(lowest <= FOOT + 1e-6, "page {}: a rule at {lowest}", page.number);
        let text = page.lines.iter().filter(|l| l.kind != LineKind::PageNumber);
        let lowest = text.map(|l| l.baseline).fold(0.0, f64::max);
        assert!(lowest <= FOOT, "page {}: a line at {lowest}", page.number);
    }
}

#[test]
fn a_table_shrinks_only_as_far_as_saves_a_page() {
    let fit = |rows| Table { size_pt: Some(12.0), least_pt: Some(9.0), ..table(rows) };
    let small = with(vec![Block::Table(fit(5))]);
    assert!((size(&small) - 12.0).abs() < 1e-9, "one page at its own size");
    // 34 rows of 7.5 mm are 255 mm; set close they stand on the page of 225.
    let closer = with(vec![Block::Table(fit(33))]);
    assert_eq!(closer.pages().len(), 1);
    assert!(size(&closer) < 12.0 && size(&closer) > 9.0, "{}", size(&closer));
    let long = with(vec![Block::Table(fit(200))]);
    assert!(long.pages().len() > 1, "no size saves it");
    for pages in [small, closer, long] {
        within_the_type_area(&pages);
    }
    let rigid = with(vec![Block::Table(table(33))]);
    assert_eq!((rigid.pages().len(), size(&rigid)), (2, 12.0), "only where it is asked for");
}

#[test]
fn a_table_that_a_page_holds_is_not_cut_and_keeps_its_heading() {
    for above in 0..22 {
        let mut blocks = vec![Block::paragraph("正文。"); above];
        blocks.push(Block::heading(1, "三、", "收到和处理申请情况"));
        blocks.push(Block::Table(Table { least_pt: Some(9.0), ..table(26) }));
        let pages = with(blocks);
        within_the_type_area(&pages);
        let holding: Vec<&Page> = pages.pages().iter().filter(|p| !cells(p).is_empty()).collect();
        assert_eq!(holding.len(), 1, "{above} paragraphs above");
        let heading = holding[0].lines.iter().any(|l| l.kind == LineKind::Heading(1));
        assert!(heading, "{above} paragraphs above: the heading stayed behind");
    }
}

/// A row nearly as high as the page goes over to the next rather than below the type area, wherever the
/// caption, a heading or a text stands above it.
#[test]
fn a_row_as_high_as_the_page_never_runs_over_its_foot() {
    // 39 lines are all that a page holds under the head.
    for lines in 30..=39 {
        for caption in ["", "附表"] {
            for heading in [false, true] {
                let high = "字\n".repeat(lines).trim_end().to_owned();
                let mut tall = table(1);
                tall.caption = caption.to_owned();
                tall.rows[1].cells[1].text = high;
                let mut blocks = vec![Block::paragraph("正文。")];
                if heading {
                    blocks.push(Block::heading(1, "一、", "情况"));
                }
                blocks.push(Block::Table(tall));
                within_the_type_area(&with(blocks));
            }
        }
    }
}

#[test]
fn centred_words_are_broken_into_like_lengths() {
    let mut head = table(1);
    // At 8 points two and a half characters have room in the first column, three in the second, four in
    // the third.
    head.columns = vec![9.65, 11.35, 13.9, 121.1];
    head.rows = vec![row(true, &["社会公益组织", "（三）不予公开", "未经复议直接起诉", ""])];
    head.size_pt = Some(8.0);
    let pages = with(vec![Block::Table(head)]);
    let broken = |column: usize| -> Vec<String> {
        let of = |l: &&Line| matches!(l.kind, LineKind::Cell { column: c, .. } if c == column);
        cells(&pages.pages()[0]).into_iter().filter(of).map(|l| l.text.clone()).collect()
    };
    assert_eq!(broken(0), ["社会", "公益", "组织"]);
    assert_eq!(broken(1), ["（三）", "不予", "公开"]);
    assert_eq!(broken(2), ["未经复议", "直接起诉"]);
}

#[test]
fn labels_under_a_table_stay_with_its_last_row() {
    let labels = ["单位负责人：", "审核人：", "填报人：", "联系电话：", "填报日期："];
    for rows in 20..=32 {
        let mut signed = table(rows);
        signed.footer = labels.map(str::to_owned).to_vec();
        let pages = with(vec![Block::Table(signed), Block::paragraph("正文。")]);
        within_the_type_area(&pages);
        let last_row = pages.pages().iter().position(|p| {
            p.lines.iter().any(|l| matches!(l.kind, LineKind::Cell { row, .. } if row == rows))
        });
        let page = &pages.pages()[last_row.expect("a last row")];
        let footer: Vec<&Line> = page.lines.iter().filter(|l| l.kind == LineKind::Footer).collect();
        assert_eq!(footer.iter().map(|l| l.text.as_str()).collect::<Vec<_>>(), labels, "{rows} rows");
        let edge = page.rules.iter().map(|r| r.to.1).fold(0.0, f64::max);
        assert!(footer.iter().all(|l| l.baseline > edge), "{rows} rows: under the table");
        let room = footer[1].x - footer[0].x - footer[0].width;
        assert!(room >= 25.0, "{room} mm to write in");
        let after = pages.pages().iter().flat_map(|p| &p.lines).find(|l| l.kind == LineKind::Body);
        assert!(
            after
                .is_some_and(|l| l.baseline > footer[4].baseline || last_row < Some(pages.pages().len() - 1))
        );
    }
}

fn annexed(paragraphs: usize, titles: &[&str]) -> Document {
    let date = NaiveDate::from_ymd_opt(2019, 1, 20).expect("a date");
    let annex = |title: &&str| Annex { title: (*title).into(), blocks: vec![Block::Table(table(3))] };
    Document {
        signature: Some(Signature { office: "青石乡人民政府".into(), date, sealed: true }),
        annexes: titles.iter().map(annex).collect(),
        ..common::body(&vec!["这是一行正文。"; paragraphs])
    }
}

#[test]
fn an_annex_is_named_under_the_body_and_begins_a_page_behind_the_signature() {
    let pages = common::set(&annexed(3, &["情况统计表"]));
    assert_eq!(pages.pages().len(), 2);
    let [first, second] = [&pages.pages()[0], &pages.pages()[1]];
    let name = first.lines.iter().find(|l| l.kind == LineKind::Annex).expect("the annex named");
    assert_eq!((name.text.as_str(), name.row), ("附件：情况统计表", Some(4)));
    assert!((name.x - (28.0 + 2.0 * 156.0 / 28.0)).abs() < 0.01, "two characters in");
    assert!(first.lines.iter().any(|l| l.kind == LineKind::Date), "the signature stands under the body");
    let rows: Vec<_> = second.lines.iter().map(|l| (l.text.as_str(), l.row)).take(2).collect();
    assert_eq!(rows, [("附件", Some(0)), ("情况统计表", Some(2))]);
    assert!(second.lines[0].x - 28.0 < 0.01, "flush left");
    let mark = pages.bookmarks().last().expect("a bookmark");
    assert_eq!((mark.text.as_str(), mark.page, mark.level), ("情况统计表", 2, 1));
}

#[test]
fn several_annexes_are_numbered() {
    let pages = common::set(&annexed(3, &["甲表", "乙表"]));
    let said: Vec<_> = pages
        .pages()
        .iter()
        .flat_map(|p| &p.lines)
        .filter(|l| l.kind == LineKind::Annex)
        .map(|l| l.text.as_str())
        .collect();
    assert_eq!(said, ["附件：1.甲表", "2.乙表", "附件1", "附件2"]);
    assert_eq!(pages.pages().len(), 3);
}

#[test]
fn a_long_annex_name_goes_on_under_its_beginning() {
    let title = "关于全乡政府信息公开情况的统计表以及有关说明材料和补充材料";
    let pages = common::set(&annexed(3, &[title]));
    let named: Vec<&Line> = pages.pages()[0].lines.iter().filter(|l| l.kind == LineKind::Annex).collect();
    assert_eq!(named.len(), 2);
    assert!((named[1].x - (28.0 + 5.0 * 156.0 / 28.0)).abs() < 0.01, "{}", named[1].x);
    assert!(named.iter().all(|l| l.x + l.width <= 184.01));
}

#[test]
fn the_signature_of_a_report_with_an_annex_never_stands_alone() {
    for paragraphs in 10..=24 {
        let pages = common::set(&annexed(paragraphs, &["情况统计表"]));
        within_the_type_area(&pages);
        let page = pages.pages().iter().find(|p| p.lines.iter().any(|l| l.kind == LineKind::Date));
        let page = page.expect("a signature");
        let with_it = page.lines.iter().any(|l| matches!(l.kind, LineKind::Body | LineKind::Annex));
        assert!(with_it, "{paragraphs} paragraphs");
    }
}
