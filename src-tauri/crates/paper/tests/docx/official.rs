//! 版头, 版记, 签名章 and turned pages in a Word file.

use chrono::NaiveDate;
use paper::docx::official_to_docx;
use paper::{Block, Document, Head, Imprint, NameSeal, OfficialDocument, Style, Table};

use super::{Node, common, list, merged, parts, report};

fn written(official: &OfficialDocument) -> (Node, Node) {
    let file = official_to_docx(official, common::fonts(), &Style::gbt9704()).expect("a Word file");
    let parts = parts(&file);
    (parts["word/document.xml"].clone(), parts["word/styles.xml"].clone())
}

fn styled(document: &Node, style: &str) -> Vec<Node> {
    let of = |p: &&Node| p.first("w:pStyle").attr("w:val") == style;
    document.all("w:p").into_iter().filter(of).cloned().collect()
}

fn words(paragraphs: &[Node]) -> Vec<String> {
    paragraphs.iter().map(Node::words).collect()
}

fn style<'n>(styles: &'n Node, id: &str) -> &'n Node {
    styles.all("w:style").into_iter().find(|s| s.attr("w:styleId") == id).expect("a style")
}

#[test]
fn a_red_head_stands_over_the_document() {
    let head = Head {
        copy_number: Some(12),
        urgency: Some("特急".into()),
        ..Head::new("青石乡人民政府", "青政发〔2019〕1号")
    };
    let official = OfficialDocument { head: Some(head), ..report().into() };
    let (document, styles) = written(&official);
    let first: Vec<String> = document.all("w:p").into_iter().take(5).map(Node::words).collect();
    assert_eq!(first[..4], ["000012", "特急", "青石乡人民政府文件", "青政发〔2019〕1号"]);
    assert!(first[4].starts_with("青石乡人民政府2018年"), "then the title");
    assert_eq!(style(&styles, "Issuer").first("w:color").attr("w:val"), "FF0000");
    assert_eq!(style(&styles, "Issuer").first("w:rFonts").attr("w:eastAsia"), "方正小标宋简体");
    let line = &styled(&document, "DocumentNumber")[0];
    assert_eq!(line.first("w:pBdr").first("w:bottom").attr("w:color"), "FF0000");
    // Two lines of the corner, 579 twips each, and then the names: 35 mm are 1984.
    let before: i64 =
        styled(&document, "Issuer")[0].first("w:spacing").attr("w:before").parse().expect("twips");
    assert!(before < 1984 - 2 * 579 && before > 1984 - 2 * 579 - 200, "{before}");
    let (_, plain) = written(&report().into());
    assert!(plain.all("w:style").iter().all(|s| s.attr("w:styleId") != "Issuer"), "no head, no style for it");
}

#[test]
fn to_a_higher_office_the_number_stands_left_of_the_signers() {
    let head = Head {
        signers: vec!["林晓禾".into(), "周立".into(), "郑海峰".into()],
        issuers: vec!["青石乡人民政府".into(), "中共青石乡委员会".into()],
        ..Head::new("", "青政〔2019〕7号")
    };
    let (document, _) = written(&OfficialDocument { head: Some(head), ..report().into() });
    let lines = styled(&document, "DocumentNumber");
    assert_eq!(words(&lines), ["　签发人：林晓禾　周立", "　青政〔2019〕7号郑海峰"]);
    assert!(lines[0].all("w:pBdr").is_empty() && lines[1].all("w:pBdr").len() == 1, "one red line, the last");
    let names: Vec<&str> = lines[0].all("w:rStyle").iter().map(|s| s.attr("w:val")).collect();
    assert_eq!(names, ["Signer", "Signer"]);
    // Several offices: each spread over one width, 文件 once beside them.
    let issuers = document.first("w:tbl");
    assert_eq!(issuers.words(), "青石乡人民政府文件中共青石乡委员会");
    let spread = issuers.all("w:jc").iter().filter(|jc| jc.attr("w:val") == "distribute").count();
    assert_eq!((spread, issuers.all("w:vMerge").len()), (2, 2));
}

#[test]
fn name_seals_a_note_and_the_imprint_stand_under_it() {
    let official = OfficialDocument {
        name_seals: vec![NameSeal { post: "青石乡人民政府乡长".into() }],
        note: Some("（联系人：林晓禾）".into()),
        imprint: Some(Imprint {
            copies: vec!["县政府办公室".into(), "县司法局。".into()],
            printer: "青石乡党政办公室".into(),
            printed_on: NaiveDate::from_ymd_opt(2019, 1, 21),
            ..Imprint::default()
        }),
        ..Document { annexes: Vec::new(), ..report() }.into()
    };
    let (document, _) = written(&official);
    assert_eq!(words(&styled(&document, "Signature")), ["青石乡人民政府乡长"]);
    let said = document.words();
    assert!(said.contains("2019年1月20日（联系人：林晓禾）抄送：县政府办公室，县司法局。"), "{said}");
    let imprint = styled(&document, "Imprint");
    assert_eq!(words(&imprint)[1], "　青石乡党政办公室2019年1月21日印发");
    let tables = document.all("w:tbl");
    let last = tables.last().expect("a table");
    assert_eq!(last.first("w:tblpPr").attr("w:tblpYSpec"), "bottom");
    let rules =
        ["w:top", "w:insideH", "w:bottom"].map(|side| last.first("w:tblBorders").first(side).attr("w:sz"));
    assert_eq!(rules, ["8", "6", "8"], "thick, thin, thick");
}

#[test]
fn a_number_without_a_head_stands_right_under_the_title() {
    let official =
        OfficialDocument { number: Some("青政公开告〔2026〕3号".into()), ..report().into() };
    let (document, styles) = written(&official);
    let first: Vec<Node> = document.all("w:p").into_iter().take(2).cloned().collect();
    assert_eq!(words(&first)[1], "青政公开告〔2026〕3号");
    assert_eq!(first[0].first("w:spacing").attr("w:after"), "0", "nothing between title and number");
    assert_eq!(first[1].first("w:pStyle").attr("w:val"), "TitleNumber");
    let number = style(&styles, "TitleNumber");
    assert_eq!(number.first("w:jc").attr("w:val"), "center");
    let below = |style: &Node| style.first("w:spacing").attr("w:after").to_owned();
    assert_eq!(below(number), below(style(&styles, "Title")), "the white under the title stands under it");
}

/// Orientation of the sections in their order, with the words that begin each.
fn sections(document: &Node) -> Vec<(bool, String)> {
    let mut found = Vec::new();
    let mut begun = String::new();
    for piece in &document.first("w:body").children {
        begun += &piece.words();
        let ends = if piece.name == "w:sectPr" { vec![piece] } else { piece.all("w:sectPr") };
        for section in ends {
            let size = section.first("w:pgSz");
            let turned = size.attr("w:orient") == "landscape";
            assert_eq!(turned, size.attr("w:w") == "16838", "as wide as it says");
            found.push((turned, begun.chars().take(4).collect()));
            begun.clear();
        }
    }
    found
}

#[test]
fn wide_tables_stand_on_turned_pages() {
    let wide = || Block::Table(Table { landscape: true, ..merged() });
    let mut blocks = vec![Block::paragraph("正文在前。"), wide(), wide(), Block::paragraph("正文在后。")];
    let document = Document { blocks: blocks.clone(), signature: None, annexes: Vec::new(), ..report() };
    let (document, _) = written(&Document { title: Vec::new(), salutation: None, ..document }.into());
    let expected = [(false, "正文在前"), (true, "（各列相"), (false, "正文在后")];
    assert_eq!(sections(&document), expected.map(|(turned, words)| (turned, words.to_owned())));
    let width: i64 =
        document.all("w:gridCol")[..7].iter().filter_map(|c| c.attr("w:w").parse::<i64>().ok()).sum();
    assert_eq!(width, 12756, "225 mm");
    // An annex of nothing else is turned as a whole, one with other tables is not.
    blocks = vec![wide()];
    let mut annexed =
        Document { title: Vec::new(), salutation: None, blocks: vec![], signature: None, ..report() };
    annexed.annexes[0].blocks = blocks;
    annexed.annexes[1].blocks = vec![Block::Table(list())];
    let (document, _) = written(&annexed.into());
    let turned: Vec<(bool, String)> = sections(&document);
    assert_eq!(turned[1..], [(true, "附件1政".to_owned()), (false, "附件2工".to_owned())]);
}
