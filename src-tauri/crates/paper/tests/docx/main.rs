//! Word files as other programs read them: the container, every part, the tables' grids, and the pages that
//! LibreOffice makes of them.

#[path = "../common/mod.rs"]
mod common;
#[path = "../../examples/samples/documents/mod.rs"]
mod documents;
mod official;
mod pages;
#[path = "../xml/mod.rs"]
mod xml;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use chrono::NaiveDate;
use paper::docx::to_docx;
use paper::{
    Align, Annex, Block, Cell, Document, Meta, PageNumberPlace, PaperError, Signature, Span, Style, Table,
    TableRow,
};
use proptest::prelude::*;
use xml::Node;

fn row(header: bool, cells: Vec<Cell>) -> TableRow {
    TableRow { header, cells }
}

fn label(text: &str, columns: usize, rows: usize) -> Cell {
    Cell::new(text, Align::Center).spanning(columns, rows)
}

/// A table with a corner, heads over heads and labels over several rows, like that of the applications.
fn merged() -> Table {
    let head = |text: &str, columns, rows| Cell::head(text).spanning(columns, rows);
    let values = |from: usize| (from..from + 4).map(|n| Cell::new(n.to_string(), Align::Center));
    let line = |labels: Vec<Cell>, from| row(false, labels.into_iter().chain(values(from)).collect());
    let mut rows = vec![
        row(true, vec![label("（各列相加得总计）", 3, 3), head("申请人情况", 4, 1)]),
        row(true, vec![head("自然人", 1, 2), head("法人或其他组织", 2, 1), head("总计", 1, 2)]),
        row(true, vec![head("商业企业", 1, 1), head("社会公益组织", 1, 1)]),
        line(vec![Cell::new("一、本年新收", Align::Left).spanning(3, 1)], 0),
        line(vec![label("二、办理结果", 1, 5), label("（一）予以公开", 2, 1)], 10),
    ];
    for n in 0..4 {
        let mut labels = vec![label(&format!("{}.事由", n + 1), 1, 1)];
        if n == 0 {
            labels.insert(0, label("（二）不予公开", 1, 4));
        }
        rows.push(line(labels, 20 + n * 10));
    }
    Table {
        columns: vec![1.0, 1.4, 3.2, 1.0, 1.0, 1.0, 1.0],
        rows,
        size_pt: Some(10.5),
        least_pt: Some(9.0),
        ..Table::default()
    }
}

fn list() -> Table {
    let mut rows = vec![row(true, vec![Cell::head("统计指标"), Cell::head("单位"), Cell::head("统计数")])];
    for n in 0..45 {
        let label = Cell::new(format!("（{n}）指标"), Align::Left);
        rows.push(row(false, vec![label, Cell::new("条", Align::Center), Cell::new("0", Align::Right)]));
    }
    Table {
        caption: "统计表".into(),
        columns: vec![5.0, 1.0, 1.0],
        rows,
        footer: ["单位负责人：", "审核人：", "填报人："].map(str::to_owned).to_vec(),
        ..Table::default()
    }
}

fn report() -> Document {
    let mut blocks = vec![Block::paragraph(
        "根据《中华人民共和国政府信息公开条例》编制本报告。全文分三个部分，附统计表。",
    )];
    blocks.push(Block::heading(1, "一、", "总体情况"));
    blocks.push(Block::Heading {
        level: 2,
        number: "（一）".into(),
        spans: vec![
            Span::heading("加强领导。"),
            Span::body("乡成立领导小组，由专人负责这项工作，全年开会四次。"),
        ],
    });
    blocks.push(Block::heading(3, "1.", "制度"));
    blocks.push(Block::heading(4, "（1）", "审查"));
    for _ in 0..9 {
        let words = "全年在政务公开栏、微信公众号上主动公开政府信息100余条，其中“惠民政策”60条，接受群众咨询200余人次。";
        blocks.push(Block::paragraph(words));
    }
    blocks.push(Block::PageBreak);
    blocks.push(Block::heading(1, "二、", "收到和处理申请情况"));
    blocks.push(Block::Table(merged()));
    blocks.push(Block::Table(merged()));
    blocks.push(Block::heading(1, "三、", "存在问题"));
    blocks.push(Block::paragraph("公开的形式还比较单一，下一年增加图解和广播。\n联系人：党政办"));
    let moment = NaiveDate::from_ymd_opt(2019, 1, 20).and_then(|day| day.and_hms_opt(9, 30, 0));
    Document {
        meta: Meta {
            title: "青石乡2018年年度报告".into(),
            author: "青石乡人民政府".into(),
            subject: "年度报告".into(),
            keywords: vec!["政府信息公开".into(), "A<B>&C".into()],
            created: moment.unwrap_or_default(),
        },
        title: vec!["青石乡人民政府2018年政府信息公开工作年度报告".into()],
        salutation: Some("清河县人民政府办公室：".into()),
        blocks,
        signature: Some(Signature {
            office: "青石乡人民政府".into(),
            date: moment.unwrap_or_default().date(),
            sealed: true,
        }),
        annexes: vec![
            Annex { title: "政府信息公开情况统计表".into(), blocks: vec![Block::Table(list())] },
            Annex {
                title: "工作总结".into(), blocks: vec![Block::paragraph("全年工作按计划完成。")]
            },
        ],
    }
}

fn docx(document: &Document) -> Vec<u8> {
    to_docx(document, common::fonts(), &Style::gbt9704()).expect("a Word file")
}

fn parts(file: &[u8]) -> BTreeMap<String, Node> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("a ZIP file");
    let mut parts = BTreeMap::new();
    for n in 0..archive.len() {
        let mut part = archive.by_index(n).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("UTF-8");
        let name = part.name().expect("a name").into_owned();
        parts.insert(name, xml::read(&text));
    }
    parts
}

#[test]
fn every_part_is_well_formed_named_and_reached() {
    let parts = parts(&docx(&report()));
    let types = &parts["[Content_Types].xml"];
    let named: BTreeSet<&str> = types.all("Override").iter().map(|o| o.attr("PartName")).collect();
    for name in parts.keys().filter(|name| !name.ends_with(".rels") && !name.starts_with('[')) {
        assert!(named.contains(format!("/{name}").as_str()), "{name} has no content type");
    }
    assert_eq!(named.len() + 3, parts.len(), "{named:?}");
    for (relations, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
        for relation in parts[relations].all("Relationship") {
            let target = format!("{folder}{}", relation.attr("Target"));
            assert!(parts.contains_key(&target), "{relations} leads to {target}");
        }
    }
    let known: BTreeSet<&str> =
        parts["word/_rels/document.xml.rels"].all("Relationship").iter().map(|r| r.attr("Id")).collect();
    for footer in parts["word/document.xml"].all("w:footerReference") {
        assert!(known.contains(footer.attr("r:id")), "{footer:?}");
    }
}

#[test]
fn looks_come_from_styles_that_exist_and_fonts_that_are_listed() {
    let parts = parts(&docx(&report()));
    let styles = &parts["word/styles.xml"];
    let known: BTreeSet<&str> = styles.all("w:style").iter().map(|s| s.attr("w:styleId")).collect();
    for part in parts.values() {
        for used in ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link"] {
            for style in part.all(used) {
                assert!(known.contains(style.attr("w:val")), "{used} {}", style.attr("w:val"));
            }
        }
    }
    let document = &parts["word/document.xml"];
    for direct in ["w:sz", "w:b", "w:color"] {
        assert!(document.all(direct).is_empty(), "{direct} is direct formatting");
    }
    let fonts: BTreeSet<&str> =
        parts["word/fontTable.xml"].all("w:font").iter().map(|f| f.attr("w:name")).collect();
    let named: BTreeSet<&str> = styles.all("w:rFonts").iter().map(|f| f.attr("w:eastAsia")).collect();
    assert_eq!(fonts, named);
    assert_eq!(named, BTreeSet::from(["仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "宋体"]));
    let heading = |level: usize| {
        let of = |s: &&Node| s.first("w:name").attr("w:val") == format!("heading {level}");
        let style = styles.all("w:style").into_iter().find(of).expect("a built-in heading").clone();
        let outline = style.first("w:outlineLvl").attr("w:val").to_owned();
        (style.first("w:rFonts").attr("w:eastAsia").to_owned(), outline)
    };
    let said: Vec<_> = (1..=4).map(heading).collect();
    let fonts: Vec<&str> = said.iter().map(|(font, _)| font.as_str()).collect();
    let levels: Vec<&str> = said.iter().map(|(_, level)| level.as_str()).collect();
    assert_eq!(fonts, ["黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312"]);
    assert_eq!(levels, ["0", "1", "2", "3"]);
}

#[test]
fn the_page_is_that_of_the_standard() {
    let parts = parts(&docx(&report()));
    let section = parts["word/document.xml"].first("w:sectPr");
    let (size, margins, grid) =
        (section.first("w:pgSz"), section.first("w:pgMar"), section.first("w:docGrid"));
    assert_eq!([size.attr("w:w"), size.attr("w:h")], ["11906", "16838"]);
    let sides = ["w:top", "w:left", "w:right", "w:bottom"].map(|side| margins.attr(side));
    assert_eq!(sides, ["2098", "1588", "1474", "1984"]);
    assert_eq!(grid.attr("w:type"), "linesAndChars");
    let pitch: i64 = grid.attr("w:linePitch").parse().expect("a number");
    assert_eq!((16838 - 2098 - 1984) / pitch, 22, "22 lines");
    let kinds: Vec<&str> = section.all("w:footerReference").iter().map(|f| f.attr("w:type")).collect();
    assert_eq!(kinds, ["default", "even"]);
    assert_eq!(parts["word/settings.xml"].all("w:evenAndOddHeaders").len(), 1);
    let outside = [("word/footer1.xml", "right"), ("word/footer2.xml", "left")];
    for (footer, side) in outside {
        let footer = &parts[footer];
        assert_eq!(footer.first("w:jc").attr("w:val"), side);
        assert_eq!(footer.words(), "—  PAGE 1 —");
    }
    let style = Style { page_number: PageNumberPlace::None, ..Style::gbt9704() };
    let bare = to_docx(&report(), common::fonts(), &style).expect("a Word file");
    assert!(self::parts(&bare)["word/document.xml"].all("w:footerReference").is_empty());
}

/// A cell's first column, the columns it covers, and whether it goes on from above.
type Covered = (usize, usize, bool);

/// The columns of a table and the cells of each row.
fn grid(table: &Node) -> (usize, Vec<Vec<Covered>>) {
    let columns = table.all("w:gridCol").len();
    let cells = |row: &&Node| {
        let mut at = 0;
        let cell = |cell: &&Node| {
            let span =
                cell.all("w:gridSpan").first().map_or(1, |s| s.attr("w:val").parse().expect("a number"));
            let merge = cell.all("w:vMerge");
            let goes_on = merge.first().is_some_and(|m| m.attr("w:val") != "restart");
            at += span;
            (at - span, span, goes_on)
        };
        row.all("w:tc").iter().map(cell).collect()
    };
    (columns, table.all("w:tr").iter().map(cells).collect())
}

#[test]
fn merged_cells_fill_the_grid() {
    let parts = parts(&docx(&report()));
    let tables = parts["word/document.xml"].all("w:tbl");
    assert_eq!(tables.len(), 3);
    for table in tables {
        let (columns, rows) = grid(table);
        for (r, row) in rows.iter().enumerate() {
            assert_eq!(row.iter().map(|(_, span, _)| span).sum::<usize>(), columns, "row {r}");
            for (column, span, _) in row.iter().filter(|(.., goes_on)| *goes_on) {
                let above = rows[r - 1].iter().any(|(c, s, _)| (c, s) == (column, span));
                assert!(above, "row {r} column {column} goes on from nothing");
            }
        }
        let width: i64 =
            table.all("w:gridCol").iter().map(|c| c.attr("w:w").parse::<i64>().expect("a number")).sum();
        assert_eq!(width, 8844, "as wide as the type area");
        assert!(table.all("w:tr").iter().all(|row| row.all("w:cantSplit").len() == 1));
    }
    let heads = |n: usize| parts["word/document.xml"].all("w:tbl")[n].all("w:tblHeader").len();
    assert_eq!([heads(0), heads(2)], [3, 1], "heads are repeated");
    let merges = parts["word/document.xml"].all("w:tbl")[0].all("w:vMerge").len();
    assert_eq!(merges, 3 + 2 + 2 + 5 + 4, "cells over several rows");
}

/// The words of each paragraph.
fn paragraphs(document: &Node) -> Vec<(String, String)> {
    let style = |p: &Node| p.first("w:pStyle").attr("w:val").to_owned();
    document.all("w:p").into_iter().map(|p| (style(p), p.words())).collect()
}

#[test]
fn words_stand_in_their_order_and_style() {
    let parts = parts(&docx(&report()));
    let said = paragraphs(&parts["word/document.xml"]);
    let at =
        |style: &str| said.iter().filter(|(s, _)| s == style).map(|(_, w)| w.as_str()).collect::<Vec<_>>();
    assert_eq!(at("Title"), ["青石乡人民政府2018年政府信息公开工作年度报告"]);
    assert_eq!(at("Salutation"), ["清河县人民政府办公室："]);
    assert_eq!(at("Heading1"), ["一、总体情况", "二、收到和处理申请情况", "三、存在问题"]);
    assert_eq!(at("Heading3"), ["1.制度"]);
    assert_eq!(at("AnnexList"), ["附件：1.政府信息公开情况统计表", "2.工作总结"]);
    assert_eq!([at("Signature"), at("Date")].concat(), ["青石乡人民政府", "2019年1月20日"]);
    assert_eq!(at("AnnexMark"), ["附件1", "附件2"]);
    let run_in = said.iter().find(|(_, words)| words.starts_with("（一）加强领导。乡")).expect("run in");
    assert_eq!(run_in.0, "NormalIndent");
    let styled = parts["word/document.xml"].all("w:rStyle");
    assert!(styled.iter().all(|style| style.attr("w:val") == "Heading2Char") && styled.len() == 2);
    // Title and text come out as they went in, also where a title is broken in the middle.
    assert_eq!(parts["word/document.xml"].first("w:p").all("w:br").len(), 1);
    let order =
        ["Title", "Salutation", "NormalIndent", "Heading1", "AnnexList", "Signature", "Date", "AnnexMark"];
    let first = order.map(|style| said.iter().position(|(s, _)| s == style).expect("a style"));
    assert!(first.is_sorted(), "{first:?}");
}

#[test]
fn what_follows_a_page_break_begins_a_page_and_the_signature_has_company() {
    let parts = parts(&docx(&report()));
    let document = &parts["word/document.xml"];
    let having = |mark: &str| -> Vec<String> {
        document.all("w:p").into_iter().filter(|p| !p.all(mark).is_empty()).map(Node::words).collect()
    };
    assert_eq!(having("w:pageBreakBefore"), ["二、收到和处理申请情况"]);
    let kept = having("w:keepNext");
    assert!(kept.contains(&"2.工作总结".to_owned()), "the last words stay with the signature");
    let plain = Document { annexes: Vec::new(), ..report() };
    let plain = self::parts(&docx(&plain));
    let paragraphs = plain["word/document.xml"].all("w:p");
    let last = paragraphs[paragraphs.len() - 3];
    assert!(last.words().starts_with("公开的形式") && !last.all("w:keepNext").is_empty());
    let mut with_break = common::body(&["正文。"]);
    with_break.blocks.insert(0, Block::PageBreak);
    with_break.blocks.push(Block::PageBreak);
    let parts = self::parts(&docx(&with_break));
    let breaks = parts["word/document.xml"].all("w:pageBreakBefore").len();
    assert_eq!(breaks, 0, "no page of nothing at either end");
}

#[test]
fn the_file_names_the_office_and_nobody_else() {
    let parts = parts(&docx(&report()));
    let core = &parts["docProps/core.xml"];
    assert_eq!(core.first("dc:creator").words(), "青石乡人民政府");
    assert_eq!(core.first("dc:title").words(), "青石乡2018年年度报告");
    assert_eq!(core.first("cp:keywords").words(), "政府信息公开，A<B>&C");
    assert_eq!(core.first("dcterms:created").words(), "2019-01-20T01:30:00Z");
    assert!(core.all("cp:lastModifiedBy").is_empty());
    assert!(!parts.keys().any(|name| name.contains("app.xml") || name.contains("people")));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let again = docx(&report());
    assert!(docx(&report()) == again);
    let mut other = report();
    other.blocks.push(Block::paragraph("又一段。"));
    assert!(docx(&other) != again);
    let mut archive = zip::ZipArchive::new(Cursor::new(again)).expect("a ZIP file");
    for n in 0..archive.len() {
        let date = archive.by_index(n).expect("a part").last_modified().expect("a date");
        assert_eq!((date.year(), date.month(), date.day()), (1980, 1, 1));
    }
}

#[test]
fn rare_characters_stay_text_and_a_broken_table_is_named() {
    // 𰻝 is in none of the shipped fonts, which stops the PDF.
    let rare =
        Document { title: vec!["𰻝镇镕𬭚喆".into()], ..common::body(&["赵𰻝同志\u{1}。"]) };
    let parts = parts(&docx(&rare));
    assert_eq!(parts["word/document.xml"].words(), "𰻝镇镕𬭚喆赵𰻝同志。");
    let mut table = merged();
    table.rows[3].cells.pop();
    let broken = Document { blocks: vec![Block::Table(table)], ..Document::default() };
    let error = to_docx(&broken, common::fonts(), &Style::gbt9704()).expect_err("a hole in the table");
    assert!(matches!(error, paper::docx::DocxError::Paper(PaperError::TableShape { .. })), "{error}");
    assert_eq!(error.code(), "paper.table_shape");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is typed or pasted, the file opens and says the same.
    #[test]
    fn any_words_come_through(words in "[\\PC\n\t\u{1}\u{FFFE}]{0,60}") {
        let document = common::body(&[&words]);
        let parts = parts(&docx(&document));
        let kept: String = words
            .chars()
            .filter(|c| !matches!(c, '\n' | '\u{2028}' | '\u{2029}' | '\u{1}' | '\u{FFFE}' | '\u{FFFF}'))
            .map(|c| if c == '\t' { ' ' } else { c })
            .collect();
        prop_assert_eq!(parts["word/document.xml"].words(), kept);
    }
}
