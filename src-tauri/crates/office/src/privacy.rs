//! A look at a report before it is published: does it say anything of a person that nobody may read on a web
//! site (条例第十五条)?

use std::collections::BTreeSet;

use domain::Quantity;
use domain::figure::Figure;
use domain::narrative::{Block, Inline};
use domain::privacy::{self, Personal, PersonalKind};

use crate::report::Report;

mod decisions;

pub use decisions::{PersonalChoice, PersonalDecision, PersonalDraft, PersonalFinding, decide, list};
pub(crate) use decisions::{masks, settled};

/// Characters shown on both sides of what was found.
const AROUND: usize = 8;

/// Personal data that a report would publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exposure {
    /// Names what was found and where, without saying it.
    pub key: String,
    /// Part id; empty for the title.
    pub part: String,
    /// The words around it with itself masked, to find it by. Never the data itself: this goes into lists and
    /// messages.
    pub quote: String,
    /// What it is.
    pub kind: PersonalKind,
    /// The data, masked.
    pub masked: String,
}

/// Looks through a report: its title, the words of its parts with the figures in them, and the cells of its
/// tables.
pub fn look(report: &Report) -> Vec<Exposure> {
    let mut found = Vec::new();
    rewrite(&mut report.clone(), &mut |part, words| {
        found.extend(exposures(part, words));
        None
    });
    found
}

/// The report with the data masked that these keys name. A sentence with something masked is all words: the
/// figures in it are said as they are now.
pub fn masked(report: &Report, keys: &BTreeSet<String>) -> Report {
    let mut report = report.clone();
    if !keys.is_empty() {
        rewrite(&mut report, &mut |part, words| hidden(part, words, keys));
    }
    report
}

/// The words with those of their personal data masked that these keys name; `None` where nothing changes.
pub fn hidden(part: &str, words: &str, keys: &BTreeSet<String>) -> Option<String> {
    let mut said = words.to_owned();
    for personal in privacy::find(words).into_iter().rev().filter(|p| keys.contains(&key(part, p))) {
        said.replace_range(personal.range, &personal.masked);
    }
    (said != words).then_some(said)
}

/// Calls for everything that is said in a report, with its part, and puts what comes back in its place.
fn rewrite(report: &mut Report, change: &mut dyn FnMut(&str, &str) -> Option<String>) {
    if let Some(title) = change("", &report.title) {
        report.title_lines = vec![title.clone()];
        report.title = title;
    }
    let figures = &mut report.figures;
    for part in &mut report.parts {
        for block in &mut part.narrative.blocks {
            if let Some(text) = change(&part.id, &words(block, figures)) {
                block.inlines = vec![Inline::Text { text }];
            }
        }
        let views = report.tables.iter().filter(|view| view.part == part.id);
        let cells = views.flat_map(|view| &view.rows).flat_map(|row| &row.cells);
        for id in cells.filter_map(|cell| cell.cell.as_deref()) {
            let Some(figure) = figures.iter_mut().find(|figure| figure.id == id) else { continue };
            if let Some(text) = change(&part.id, &figure.text) {
                // A sheet takes the value and paper the text: neither shows the number.
                figure.value = Quantity::Blank;
                figure.text = text;
            }
        }
    }
}

/// A block's words as they will be printed.
fn words(block: &Block, figures: &[Figure]) -> String {
    let said = block.inlines.iter().map(|inline| match inline {
        Inline::Text { text } => text.as_str(),
        Inline::Figure { id, shown } => {
            figures.iter().find(|figure| &figure.id == id).map_or("", |figure| figure.shown(*shown))
        }
    });
    said.collect()
}

/// Names what was found and where. The same number twice in a part is one finding; another number, or the same
/// in another part, is another one.
fn key(part: &str, personal: &Personal) -> String {
    let told = format!("{part}\n{:?}\n{}", personal.kind, personal.text);
    store::sha256(told.as_bytes()).chars().take(32).collect()
}

/// What is found in the words of a part.
pub fn exposures(part: &str, words: &str) -> Vec<Exposure> {
    let found = privacy::find(words);
    let exposure = |personal: &Personal| {
        // What stands beside it may be personal too, so the words around are masked as well.
        let before = privacy::masked(words.get(..personal.range.start).unwrap_or_default());
        let behind = privacy::masked(words.get(personal.range.end..).unwrap_or_default());
        let from = before.chars().count().saturating_sub(AROUND);
        let before: String = before.chars().skip(from).collect();
        let behind: String = behind.chars().take(AROUND).collect();
        Exposure {
            key: key(part, personal),
            part: part.to_owned(),
            quote: format!("{before}{}{behind}", personal.masked),
            kind: personal.kind,
            masked: personal.masked.clone(),
        }
    };
    found.iter().map(exposure).collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use domain::narrative::Narrative;
    use domain::number::Quantity;

    use super::*;
    use crate::{Office, report};

    fn report() -> Report {
        let folder = tempfile::tempdir().unwrap();
        let fonts = crate::office::find_fonts();
        let office = Office::open(&folder.path().join("数据"), &fonts, folder.path()).unwrap();
        let now = NaiveDate::from_ymd_opt(2026, 1, 12).unwrap().and_hms_opt(9, 0, 0).unwrap();
        report::of_year(&office, now, 2024).unwrap()
    }

    #[test]
    fn a_report_of_figures_exposes_nobody() {
        assert_eq!(look(&report()), []);
    }

    #[test]
    fn words_and_cells_are_looked_through() {
        let mut report = report();
        let text = "救助困难群众张三，住某某村3组12号，电话13904140000，效果很好。";
        report.parts[1].narrative = Narrative::from_marked(&[(2, "加强救助"), (0, text)]);
        let (table, id) = report
            .tables
            .iter()
            .find_map(|view| {
                let mut cells = view.rows.iter().flat_map(|row| &row.cells);
                cells.find_map(|cell| cell.cell.clone()).map(|id| (view.part.clone(), id))
            })
            .unwrap();
        let cell = report.figures.iter_mut().find(|figure| figure.id == id).unwrap();
        cell.value = Quantity::Exact(domain::Decimal::whole(13_904_140_000));
        cell.text = cell.value.text();
        let found = look(&report);
        let kinds: Vec<_> = found.iter().map(|e| (e.part.as_str(), e.kind)).collect();
        let second = report.parts[1].id.as_str();
        let in_words = [(second, PersonalKind::Dwelling), (second, PersonalKind::Mobile)];
        assert!(in_words.iter().all(|wanted| kinds.contains(wanted)), "{kinds:?}");
        assert!(kinds.contains(&(table.as_str(), PersonalKind::Mobile)), "{kinds:?}");
        assert_eq!(found.len(), 3);
        let telephone = found.iter().find(|e| e.part == second && e.kind == PersonalKind::Mobile).unwrap();
        assert_eq!(telephone.quote, "住****，电话139******00，效果很好。");
        let said: String = found.iter().map(|e| format!("{}{}", e.quote, e.masked)).collect();
        assert!(!said.contains("13904140000") && !said.contains("张三"), "{said}");
    }
}
