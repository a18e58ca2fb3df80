//! A look at a report before it is published: does it say anything of a person that nobody may read on a web
//! site (条例第十五条)?

use domain::privacy::{self, PersonalKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::report::{Part, Report};

/// Characters shown on both sides of what was found.
const AROUND: usize = 8;

/// Personal data that a report would publish.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Exposure {
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
    let mut found = exposures("", &report.title);
    for part in &report.parts {
        found.extend(exposures(&part.id, &part.heading));
        for line in words(part, report).lines() {
            found.extend(exposures(&part.id, line));
        }
        for view in report.tables.iter().filter(|view| view.part == part.id) {
            let cells = view.rows.iter().flat_map(|row| &row.cells);
            let shown =
                cells.map(|cell| cell.cell.as_deref().map_or(cell.text.as_str(), |id| value(id, report)));
            found.extend(shown.flat_map(|words| exposures(&part.id, words)));
            found.extend(view.footer.iter().flat_map(|label| exposures(&part.id, label)));
        }
    }
    found
}

/// A part's words as they will be printed.
fn words(part: &Part, report: &Report) -> String {
    part.narrative.plain(|id, shown| {
        let figure = report.figures.iter().find(|figure| figure.id == id);
        figure.map(|figure| figure.shown(shown).to_owned()).unwrap_or_default()
    })
}

fn value<'r>(id: &str, report: &'r Report) -> &'r str {
    report.figures.iter().find(|figure| figure.id == id).map_or("", |figure| figure.text.as_str())
}

fn exposures(part: &str, words: &str) -> Vec<Exposure> {
    let found = privacy::find(words);
    let exposure = |personal: &privacy::Personal| {
        // What stands beside it may be personal too, so the words around are masked as well.
        let before = privacy::masked(words.get(..personal.range.start).unwrap_or_default());
        let behind = privacy::masked(words.get(personal.range.end..).unwrap_or_default());
        let from = before.chars().count().saturating_sub(AROUND);
        let before: String = before.chars().skip(from).collect();
        let behind: String = behind.chars().take(AROUND).collect();
        Exposure {
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
