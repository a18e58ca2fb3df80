//! The web page as a browser or another tool reads it: well-formed, its words those of the document, its tables
//! with headings that say what they head.

mod xml;

use chrono::NaiveDate;
use paper::html::to_html;
use paper::{Align, Annex, Block, Cell, Document, Meta, Signature, Span, Style, Table, TableRow};
use proptest::prelude::*;
use xml::Node;

fn row(header: bool, cells: Vec<Cell>) -> TableRow {
    TableRow { header, cells }
}

fn value(text: &str) -> Cell {
    Cell::new(text, Align::Center)
}

/// The applications' table in small: a corner, heads over heads, labels over rows.
fn applications() -> Table {
    Table {
        columns: vec![1.0, 3.0, 1.0, 1.0],
        rows: vec![
            row(true, vec![value("（勾稽关系）").spanning(2, 2), Cell::head("申请人情况").spanning(2, 1)]),
            row(true, vec![Cell::head("自然人"), Cell::head("总计")]),
            row(false, vec![Cell::new("一、本年新收", Align::Left).spanning(2, 1), value("2"), value("3")]),
            row(
                false,
                vec![value("二、结果").spanning(1, 2), value("（一）予以公开"), value("1"), value("")],
            ),
            row(false, vec![value("（二）部分公开"), value("0"), value("不适用")]),
        ],
        ..Table::default()
    }
}

/// A table without head, its headings among its rows.
fn disclosures() -> Table {
    let heads = |words: [&str; 2]| row(false, words.map(Cell::head).to_vec());
    Table {
        caption: "主动公开".into(),
        columns: vec![1.0, 1.0],
        rows: vec![
            row(false, vec![Cell::head("第二十条第（一）项").spanning(2, 1)]),
            heads(["信息内容", "本年制发件数"]),
            row(false, vec![value("规范性文件"), value("4")]),
            row(false, vec![Cell::head("第二十条第（五）项").spanning(2, 1)]),
            heads(["信息内容", "本年处理决定数量"]),
            row(false, vec![value("行政许可"), value("100余")]),
        ],
        footer: vec!["审核人：".into(), "填报人：".into()],
        ..Table::default()
    }
}

fn report() -> Document {
    Document {
        meta: Meta {
            title: "青石乡“2018”<年报> & 附表".into(),
            author: "青石乡人民政府".into(),
            ..Meta::default()
        },
        title: vec!["青石乡人民政府".into(), "2018年年度报告".into()],
        blocks: vec![
            Block::paragraph("前言 <b>不是</b> 标记 & 如此。\n第二行"),
            Block::heading(1, "一、", "总体情况"),
            Block::Heading {
                level: 2,
                number: "（一）".into(),
                spans: vec![Span::heading("加强领导。"), Span::body("乡成立领导小组。")],
            },
            Block::heading(3, "1.", "制度"),
            Block::heading(4, "（1）", "审查"),
            Block::PageBreak,
            Block::Table(applications()),
        ],
        signature: Some(Signature {
            office: "青石乡人民政府".into(),
            date: NaiveDate::from_ymd_opt(2019, 1, 20).expect("a date"),
            sealed: true,
        }),
        annexes: vec![Annex { title: "统计表".into(), blocks: vec![Block::Table(disclosures())] }],
        ..Document::default()
    }
}

fn page(document: &Document) -> Node {
    let html = to_html(document, &Style::gbt9704());
    assert!(html.starts_with("<!DOCTYPE html>\n<html"), "{html}");
    xml::read(&html)
}

#[test]
fn headings_are_nested_as_the_report_is() {
    let page = page(&report());
    assert_eq!(page.attr("lang"), "zh-CN");
    assert_eq!(page.first("title").words(), "青石乡“2018”<年报> & 附表");
    let words = |name| page.all(name).iter().map(|h| h.words()).collect::<Vec<_>>();
    assert_eq!(words("h1"), ["青石乡人民政府2018年年度报告"]);
    assert_eq!(words("h2"), ["一、总体情况", "附件：统计表"]);
    assert_eq!(words("h3"), ["（一）加强领导。"]);
    assert_eq!([words("h4"), words("h5")].concat(), ["1.制度", "（1）审查"]);
    assert_eq!(words("p")[1], "乡成立领导小组。");
    assert_eq!(page.first("time").attr("datetime"), "2019-01-20");
}

#[test]
fn nothing_is_fetched_and_nothing_runs() {
    let html = to_html(&report(), &Style::gbt9704());
    for forbidden in ["<script", "<link", "<img", "@import", "url(", "src=", "href=", "onclick"] {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
}

/// Words and scope of the cells of a table, row by row; no scope for a value.
fn cells(table: &Node) -> Vec<Vec<(String, String)>> {
    let of = |row: &&Node| {
        let cells = row.children.iter().filter(|c| matches!(c.name.as_str(), "th" | "td"));
        cells.map(|c| (c.words(), c.attr("scope").to_owned())).collect()
    };
    table.all("tr").iter().map(of).collect()
}

fn scopes(row: &[(String, String)]) -> Vec<&str> {
    row.iter().map(|(_, scope)| scope.as_str()).collect()
}

#[test]
fn a_table_says_what_its_headings_head() {
    let page = page(&report());
    let tables = page.all("table");
    let rows = cells(tables[0]);
    assert_eq!(scopes(&rows[0]), ["colgroup", "colgroup"]);
    assert_eq!(scopes(&rows[1]), ["col", "col"]);
    assert_eq!(scopes(&rows[2]), ["row", "", ""]);
    assert_eq!(scopes(&rows[3]), ["rowgroup", "row", "", ""]);
    assert_eq!(scopes(&rows[4]), ["row", "", ""], "under a label over two rows");
    assert_eq!(rows[3][3].0, "", "blank stays blank");
    assert_eq!(tables[0].first("thead").all("tr").len(), 2);
    let spans: Vec<_> = tables[0].all("th").iter().map(|c| (c.attr("colspan"), c.attr("rowspan"))).collect();
    assert_eq!(spans[..3], [("2", "2"), ("2", ""), ("", "")]);
    let rows = cells(tables[1]);
    assert_eq!(scopes(&rows[0]), ["rowgroup"]);
    assert_eq!(scopes(&rows[1]), ["col", "col"]);
    assert_eq!(scopes(&rows[2]), ["row", ""]);
    assert_eq!(tables[1].all("tbody").len(), 2, "a group for each heading over the whole row");
    assert_eq!(tables[1].first("caption").words(), "主动公开");
}

#[test]
fn the_page_says_what_the_document_says() {
    let article = page(&report()).first("article").words();
    let said = [
        "青石乡人民政府2018年年度报告前言 <b>不是</b> 标记 & 如此。第二行一、总体情况（一）加强领导。",
        "乡成立领导小组。1.制度（1）审查（勾稽关系）申请人情况自然人总计一、本年新收23二、结果（一）予以公开1",
        "（二）部分公开0不适用青石乡人民政府2019年1月20日附件：统计表主动公开第二十条第（一）项信息内容",
        "本年制发件数规范性文件4第二十条第（五）项信息内容本年处理决定数量行政许可100余审核人：　　填报人：",
    ];
    assert_eq!(article, said.concat());
}

proptest! {
    #[test]
    fn any_words_come_through(words in "[\\PC\n\u{1}\u{FFFE}]{1,60}") {
        let page = page(&Document { blocks: vec![Block::paragraph(words.as_str())], ..Document::default() });
        let kept: String = words
            .chars()
            .filter(|c| !matches!(c, '\n' | '\u{2028}' | '\u{2029}' | '\u{1}' | '\u{FFFE}' | '\u{FFFF}'))
            .collect();
        prop_assert_eq!(page.first("article").words(), kept);
    }
}
