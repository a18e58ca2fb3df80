//! A report becomes a document: headings numbered, figures put in words, run-in headings split, tables
//! under their parts, the signature, annexes behind it.

use chrono::{NaiveDate, NaiveDateTime};
use domain::figure::Figure;
use domain::narrative::{Block, Inline, numbers};
use domain::{Failure, Profile};
use paper::{Annex, Document, Meta, PaperError, Signature, Span};

use crate::report::{Part, Report};

mod tables;

pub use tables::table;

/// The document of a report.
pub fn document(report: &Report, profile: &Profile, now: NaiveDateTime) -> Document {
    let (annexes, body): (Vec<&Part>, Vec<&Part>) = report.parts.iter().partition(|part| part.annex);
    let blocks = body.into_iter().flat_map(|part| blocks(part, report)).collect();
    let annex = |part: &Part| Annex { title: part.heading.clone(), blocks: content(part, report) };
    let signed = NaiveDate::parse_from_str(&report.signed_on, "%Y-%m-%d").ok();
    let signature = signed.filter(|_| !report.signature_office.is_empty()).map(|date| Signature {
        office: report.signature_office.clone(),
        date,
        sealed: true,
    });
    Document {
        meta: Meta {
            title: report.title.clone(),
            author: profile.name.clone(),
            subject: format!("{}年度政府信息公开工作年度报告", report.year),
            keywords: vec!["政府信息公开".to_owned(), "年度报告".to_owned(), report.year.to_string()],
            created: now,
        },
        title: title(report),
        salutation: None,
        blocks,
        signature,
        annexes: annexes.into_iter().map(annex).collect(),
    }
}

/// The title, broken where the office breaks it.
fn title(report: &Report) -> Vec<String> {
    if report.title_lines.len() > 1 { report.title_lines.clone() } else { vec![report.title.clone()] }
}

/// A part with its heading, on a page of its own where the form wants that for its table.
fn blocks(part: &Part, report: &Report) -> Vec<paper::Block> {
    let content = content(part, report);
    let mut blocks = Vec::new();
    if own_page(part, report) && matches!(content.first(), Some(paper::Block::Table(_))) {
        blocks.push(paper::Block::PageBreak);
    }
    if !part.heading.is_empty() {
        blocks.push(paper::Block::heading(1, part.number.clone(), part.heading.clone()));
    }
    blocks.extend(content);
    blocks
}

/// The words of a part, then its tables.
fn content(part: &Part, report: &Report) -> Vec<paper::Block> {
    let mut blocks = body(part, &report.figures);
    let tables = report.tables.iter().filter(|view| view.part == part.id);
    blocks.extend(tables.map(|view| paper::Block::Table(table(view, &report.figures))));
    blocks
}

fn own_page(part: &Part, report: &Report) -> bool {
    report.tables.iter().any(|view| view.part == part.id && view.own_page)
}

fn body(part: &Part, figures: &[Figure]) -> Vec<paper::Block> {
    let narrative = part.narrative.without_empty_blocks();
    let numbers = numbers(&narrative.blocks);
    let block = |(block, number): (&Block, String)| {
        let text = words(block, figures);
        match block.level {
            0 => paper::Block::paragraph(text),
            level => paper::Block::Heading { level, number, spans: heading_spans(&text) },
        }
    };
    narrative.blocks.iter().zip(numbers).map(block).collect()
}

/// The words of a block with its figures in them. A figure that no longer exists leaves its id in
/// brackets, so that nobody prints a hole.
fn words(block: &Block, figures: &[Figure]) -> String {
    let words = block.inlines.iter().map(|inline| match inline {
        Inline::Text { text } => text.clone(),
        Inline::Figure { id, shown } => match figures.iter().find(|f| &f.id == id) {
            Some(figure) => figure.shown(*shown).to_owned(),
            None => format!("［数据项 {id} 已不存在］"),
        },
    });
    words.collect::<String>().trim().to_owned()
}

/// The part whose text says a figure that no longer exists, with the figure's id.
pub fn lost_figure(report: &Report) -> Option<(&Part, &str)> {
    let known = |id: &str| report.figures.iter().any(|f| f.id == id);
    report.parts.iter().find_map(|part| part.narrative.figures().find(|id| !known(id)).map(|id| (part, id)))
}

/// A heading that goes on after its first sentence is a run-in heading: the sentence in the heading's
/// font, the rest as body.
fn heading_spans(text: &str) -> Vec<Span> {
    let end =
        text.char_indices().find(|(_, c)| ['。', '？', '！'].contains(c)).map(|(at, c)| at + c.len_utf8());
    match end.map(|end| text.split_at(end)) {
        Some((sentence, rest)) if !rest.is_empty() => vec![Span::heading(sentence), Span::body(rest)],
        _ => vec![Span::heading(text)],
    }
}

/// What paper says, as every floor says it.
pub fn paper_failure(error: PaperError) -> Failure {
    Failure::new(error.code(), error.to_string(), error.hint())
}

#[cfg(test)]
mod tests;
