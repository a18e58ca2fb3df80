//! The pages that LibreOffice makes of a Word file, beside our own.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::NaiveDate;
use paper::docx::official_to_docx;
use paper::{
    Align, Annex, Block, Cell, Document, Line, LineKind, OfficialDocument, Pages, Signature, Style, Table,
    TableRow, layout_official,
};

use super::{common, documents, report};

/// Fonts under the names of the Word file, so that the pages can be compared with ours.
fn font_configuration(folder: &Path) -> PathBuf {
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fonts");
    let alias = |(name, shipped): &(&str, &str)| {
        format!(
            "<match target=\"pattern\"><test name=\"family\"><string>{name}</string></test>\
             <edit name=\"family\" mode=\"assign\" binding=\"same\"><string>{shipped}</string></edit></match>"
        )
    };
    let aliases: String = [
        ("仿宋_GB2312", "FandolFang"),
        ("方正小标宋简体", "Noto Serif SC Black"),
        ("黑体", "Noto Sans SC Medium"),
        ("楷体_GB2312", "Gongkai Kai"),
        ("宋体", "Noto Serif SC Light"),
    ]
    .iter()
    .map(alias)
    .collect();
    let file = folder.join("fonts.conf");
    let text = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>{}</dir>\
         <cachedir>{}</cachedir>{aliases}</fontconfig>",
        fonts.display(),
        folder.join("cache").display()
    );
    std::fs::write(&file, text).expect("a file");
    file
}

/// How many pages a PDF has.
fn count_pages(file: &Path) -> usize {
    lopdf::Document::load(file).expect("a PDF").get_pages().len()
}

/// The words of our pages as often as the document has them: without page numbers and what is repeated on
/// further pages.
fn our_words(pages: &Pages) -> String {
    let printed_once =
        |line: &&Line| !matches!(line.kind, LineKind::PageNumber | LineKind::Cell { repeated: true, .. });
    let lines = pages.pages().iter().flat_map(|page| &page.lines).filter(printed_once);
    lines.flat_map(|line| line.text.chars()).filter(|c| !c.is_whitespace()).collect()
}

/// How often each character stands in a text: a row's cells come in another order where they are merged.
fn tally(words: &str) -> BTreeMap<char, usize> {
    let mut tally = BTreeMap::new();
    for ch in words.chars() {
        *tally.entry(ch).or_default() += 1;
    }
    tally
}

/// Whether LibreOffice is there.
fn installed() -> bool {
    let there = Command::new("soffice").arg("--version").output().is_ok();
    if !there {
        println!("skipped: soffice is not installed");
    }
    there
}

/// A letter that fills its page to the last line, with a form behind it that fills its own.
fn full_letter() -> OfficialDocument {
    let date = NaiveDate::from_ymd_opt(2026, 3, 5).expect("a day");
    let row = |label: &str, lines: usize| TableRow {
        header: false,
        cells: vec![Cell::head(label), Cell::new(vec!["　"; lines].join("\n"), Align::Left)],
    };
    let rows = [("第三方", 1), ("意见", 6), ("理由", 10), ("联系方式", 4), ("签名或者盖章", 5)];
    let form = Table {
        columns: vec![1.0, 4.0],
        rows: rows.iter().map(|(label, lines)| row(label, *lines)).collect(),
        least_pt: Some(9.0),
        ..Table::default()
    };
    let body = Document {
        title: vec!["青石乡人民政府".into(), "政府信息公开征求第三方意见书".into()],
        salutation: Some("青石建筑有限公司：".into()),
        blocks: vec![Block::paragraph("现就是否同意公开书面征求贵方的意见".repeat(15) + "。")],
        signature: Some(Signature { office: "青石乡人民政府".into(), date, sealed: true }),
        annexes: vec![Annex { title: "第三方意见反馈表".into(), blocks: vec![Block::Table(form)] }],
        ..Document::default()
    };
    OfficialDocument {
        number: Some("青政公开征〔2026〕1号".into()), body, ..OfficialDocument::default()
    }
}

#[test]
fn a_full_page_keeps_its_signature() {
    let pages = layout_official(&full_letter(), common::fonts(), &Style::gbt9704()).expect("pages");
    assert_eq!(pages.pages().len(), 2);
    let row = |kind: LineKind| pages.pages()[0].lines.iter().rfind(|l| l.kind == kind).and_then(|l| l.row);
    let (annex, office) = (row(LineKind::Annex).expect("a row"), row(LineKind::Office).expect("a row"));
    assert_eq!(office - annex, 2, "one empty line where there is no room for two");
}

#[test]
fn libreoffice_makes_the_same_pages_of_every_document() {
    if !installed() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut documents = documents::all();
    documents.push(("merged", report().into()));
    documents.push(("full-letter", full_letter()));
    let mut words = Vec::new();
    for (name, document) in &documents {
        let file = folder.path().join(format!("{name}.docx"));
        let bytes = official_to_docx(document, common::fonts(), &Style::gbt9704()).expect("a Word file");
        std::fs::write(&file, bytes).expect("a file");
        words.push(file);
    }
    let theirs = folder.path().join("theirs");
    let fonts = font_configuration(folder.path());
    for target in ["pdf", "txt:Text (encoded):UTF8"] {
        let made = Command::new("soffice")
            .env("FONTCONFIG_FILE", &fonts)
            .env("HOME", folder.path())
            .args(["--headless", "--convert-to", target, "--outdir"])
            .arg(&theirs)
            .args(&words)
            .output()
            .expect("LibreOffice runs");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    }
    let mut apart = Vec::new();
    for (name, document) in &documents {
        let pages = layout_official(document, common::fonts(), &Style::gbt9704()).expect("pages");
        let their = theirs.join(format!("{name}.pdf"));
        if let Some(kept) = std::env::var_os("KEEP_PAGES") {
            let kept = Path::new(&kept);
            std::fs::write(kept.join(format!("{name}-ours.pdf")), pages.to_pdf().expect("a PDF"))
                .expect("kept");
            std::fs::copy(&their, kept.join(format!("{name}-theirs.pdf"))).expect("a copy");
        }
        // LibreOffice pushes a mark down where Word and we squeeze it in: a line in thirty is lost by that, in a
        // long text with many marks a page in ten.
        let (ours, their) = (pages.pages().len(), count_pages(&their));
        if !(ours..=ours + ours / 10).contains(&their) {
            apart.push(format!("{name}: {ours} pages here, {their} there"));
        }
        let text = std::fs::read_to_string(theirs.join(format!("{name}.txt"))).expect("their words");
        let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{feff}').collect();
        let (ours, their) = (tally(&our_words(&pages)), tally(&text));
        if ours != their {
            let all: BTreeSet<&char> = ours.keys().chain(their.keys()).collect();
            let differ: Vec<_> = all.into_iter().filter(|c| ours.get(c) != their.get(c)).collect();
            apart.push(format!("{name}: not as often there as here: {differ:?}"));
        }
    }
    assert!(apart.is_empty(), "{apart:#?}");
}
