//! The pages that LibreOffice makes of a Word file, beside our own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use paper::LineKind;

use super::{common, docx, report};

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

/// The words of a PDF without blanks and page numbers, and how many pages it has.
fn pdf_words(file: &Path) -> Option<(String, usize)> {
    let out = Command::new("pdftotext").arg(file).arg("-").output().ok()?;
    let text = String::from_utf8(out.stdout).ok()?;
    let pages = text.matches('\u{c}').count();
    let number = |line: &&str| !(line.starts_with('—') && line.ends_with('—') && line.len() < 20);
    let lines = text.split(['\n', '\u{c}']).map(str::trim).filter(number);
    let words: String = lines.flat_map(|l| l.chars()).filter(|c| !c.is_whitespace()).collect();
    Some((words, pages))
}

/// How often each character stands in a text: tables are read in another order by other programs.
fn tally(words: &str) -> BTreeMap<char, usize> {
    let mut tally = BTreeMap::new();
    for ch in words.chars() {
        *tally.entry(ch).or_default() += 1;
    }
    tally
}

#[test]
fn libreoffice_makes_the_same_pages_of_it() {
    let soffice = Command::new("soffice").arg("--version").output();
    let pdftotext = Command::new("pdftotext").arg("-v").output();
    if soffice.is_err() || pdftotext.is_err() {
        eprintln!("skipped: soffice or pdftotext is not installed");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let (word, ours) = (folder.path().join("report.docx"), folder.path().join("ours.pdf"));
    std::fs::write(&word, docx(&report())).expect("a file");
    let pages = common::set(&report());
    std::fs::write(&ours, pages.to_pdf().expect("a PDF")).expect("a file");
    let made = Command::new("soffice")
        .env("FONTCONFIG_FILE", font_configuration(folder.path()))
        .env("HOME", folder.path())
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder.path())
        .arg(&word)
        .output()
        .expect("LibreOffice runs");
    let theirs = folder.path().join("report.pdf");
    assert!(theirs.is_file(), "{}", String::from_utf8_lossy(&made.stderr));
    if let Some(kept) = std::env::var_os("KEEP_PAGES") {
        for file in [&word, &ours, &theirs] {
            std::fs::copy(file, Path::new(&kept).join(file.file_name().expect("a name"))).expect("a copy");
        }
    }
    let (our_words, our_pages) = pdf_words(&ours).expect("words");
    let (their_words, their_pages) = pdf_words(&theirs).expect("words");
    assert_eq!(tally(&our_words), tally(&their_words));
    assert_eq!(our_pages, their_pages);
    let annex = |line: &&paper::Line| line.kind == LineKind::Annex && line.text == "附件1";
    assert!(pages.pages().iter().flat_map(|p| &p.lines).any(|l| annex(&l)), "the annex is in ours");
}
