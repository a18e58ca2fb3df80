//! The pages that LibreOffice makes of a Word file, beside our own.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use paper::docx::official_to_docx;
use paper::{Line, LineKind, Pages, Style, layout_official};

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

#[test]
fn libreoffice_makes_the_same_pages_of_every_document() {
    if !installed() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut documents = documents::all();
    documents.push(("merged", report().into()));
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
