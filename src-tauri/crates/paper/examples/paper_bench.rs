//! Layout and PDF of a short and a long document.
//!
//! `cargo run --release -p gongkai-paper --example paper_bench` measures them against reading the shipped fonts
//! once, all in the same run; medians by the clock.
//!
//! `paper_bench pdf|docx|typst PARAGRAPHS FILE` writes the document once, for `scripts/bench-paper.py`, which
//! holds the whole process against other programs.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use paper::{Block, Document, Fonts, Meta, Span, SpanRole, Style, docx, layout};

const RUNS: usize = 9;
/// A ten-page report is to be on paper within this time and size.
const TIME_FOR_TEN: Duration = Duration::from_millis(300);
const SIZE_FOR_TEN: usize = 500 * 1024;

fn document(paragraphs: usize) -> Document {
    let mut blocks = Vec::new();
    for n in 0..paragraphs {
        if n % 8 == 0 {
            blocks.push(Block::heading(1, "一、", "公开工作情况"));
        }
        blocks.push(Block::Heading {
            level: 2,
            number: "（一）".to_owned(),
            spans: vec![
                Span::heading("规范内容，提高质量。"),
                Span::body(format!(
                    "第{n}段：全年公开信息{}条，其中“定期公开”{}条、随时公开{}条（统计期限为2018年1月1日至12月31日）；\
                     各村、各科室按照GB/T 9704—2012的格式报送材料，做到及时、准确、规范，群众满意率{}%。",
                    200 + n,
                    80 + n,
                    40 + n,
                    90 + n % 10
                )),
            ],
        });
        blocks.push(Block::paragraph(
            "围绕资金使用、项目建设、惠民补贴等群众最关心的事项，逐项明确公开的范围、形式和时限，把决策、执行、结果一并纳入公开。",
        ));
    }
    Document {
        meta: Meta::default(),
        title: vec!["政府信息公开工作年度报告".to_owned()],
        blocks,
        ..Document::default()
    }
}

/// The same words in the same fonts, on the same page, for Typst.
fn typst(document: &Document) -> String {
    let mut out = String::from(TYPST_PAGE);
    for line in &document.title {
        out.push_str(&format!(
            "#align(center, text(font: \"Noto Serif SC\", weight: 900, size: 22pt)[{line}])\n\n"
        ));
    }
    for block in &document.blocks {
        match block {
            Block::Heading { level, number, spans } => {
                let head: String = spans
                    .iter()
                    .filter(|s| s.role == SpanRole::HeadingSentence)
                    .map(|s| s.text.as_str())
                    .collect();
                let rest: String =
                    spans.iter().filter(|s| s.role == SpanRole::Body).map(|s| s.text.as_str()).collect();
                match level {
                    1 => out.push_str(&format!("= {number}{head}\n\n")),
                    _ => out.push_str(&format!("#text(font: \"Gongkai Kai\")[{number}{head}]{rest}\n\n")),
                }
            }
            Block::Paragraph { spans } => {
                spans.iter().for_each(|span| out.push_str(&span.text));
                out.push_str("\n\n");
            }
            Block::Table(_) | Block::PageBreak => {}
        }
    }
    out
}

const TYPST_PAGE: &str = r#"#set document(title: "政府信息公开工作年度报告")
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), footer-descent: 7mm,
  footer: context align(right, text(font: "Noto Serif SC", weight: 300, size: 14pt)[— #counter(page).display() —]))
#set text(font: ((name: "Noto Serif SC", covers: "latin-in-cjk"), "FandolFang R"), weight: 300, size: 15.79pt, lang: "zh")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 0.84em, spacing: 0.84em)
#show heading.where(level: 1): it => par(text(font: "Noto Sans SC", weight: 500, size: 15.79pt, it.body))

"#;

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fonts");
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [kind, paragraphs, file] => write(kind, paragraphs.parse()?, &PathBuf::from(file), &folder),
        _ => compare(&folder),
    }
}

/// Writes one file and says how many pages it has.
fn write(kind: &str, paragraphs: usize, file: &Path, fonts: &Path) -> Result<(), Box<dyn Error>> {
    let document = document(paragraphs);
    let bytes = match kind {
        "typst" => typst(&document).into_bytes(),
        "docx" => docx::to_docx(&document, &Fonts::load(fonts)?, &Style::gbt9704())?,
        "pdf" => {
            let pages = layout(&document, &Fonts::load(fonts)?, &Style::gbt9704())?;
            println!("{}", pages.pages().len());
            pages.to_pdf()?
        }
        other => return Err(format!("unknown kind: {other}").into()),
    };
    std::fs::write(file, bytes)?;
    Ok(())
}

fn compare(folder: &Path) -> Result<(), Box<dyn Error>> {
    let fonts = Fonts::load(folder)?;
    let reference = median(|| {
        let _ = Fonts::load(folder);
    });
    println!("reference, reading the shipped fonts once: {:.1} ms", reference.as_secs_f64() * 1e3);
    for paragraphs in [32, 1600] {
        let document = document(paragraphs);
        let style = Style::gbt9704();
        let pages = layout(&document, &fonts, &style)?;
        let size = pages.to_pdf()?.len();
        let laid_out = median(|| {
            let _ = layout(&document, &fonts, &style);
        });
        let whole = median(|| {
            let _ = layout(&document, &fonts, &style).and_then(|pages| pages.to_pdf());
        });
        let count = pages.pages().len();
        let missed = count <= 12 && (whole > TIME_FOR_TEN || size > SIZE_FOR_TEN);
        println!(
            "{count:4} pages: layout {:8.1} ms, layout and PDF {:8.1} ms ({:.1} × reference), {} KB{}",
            laid_out.as_secs_f64() * 1e3,
            whole.as_secs_f64() * 1e3,
            whole.as_secs_f64() / reference.as_secs_f64(),
            size / 1024,
            if missed { "   <-- over the aim of 300 ms and 500 KB" } else { "" }
        );
    }
    Ok(())
}
