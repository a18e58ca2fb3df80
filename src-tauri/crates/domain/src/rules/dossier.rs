//! Everything a rule may look at: a report with its figures, its words, last year's report and the records
//! of the year. Brought together by the floor above, or read from the text of any report.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use chrono::NaiveDate;

use crate::figure::Figure;
use crate::format::Format;
use crate::number::Quantity;
use crate::reading::Words;
use crate::record::Record;

/// Where a dossier comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The office's own records: every value knows where it comes from.
    Office,
    /// The text of a published report: only what it says.
    Text,
}

/// The office's names.
#[derive(Debug, Clone, Default)]
pub struct OfficeNames {
    /// 下达河乡人民政府
    pub name: String,
    /// 下达河乡
    pub short: String,
    /// 我乡
    pub self_name: String,
    /// 县人民政府办公室
    pub county: String,
}

/// A part's words.
#[derive(Debug, Clone, Default)]
pub struct PartText {
    /// Part id of the format; empty for a part that the format does not have.
    pub id: String,
    /// 「一、」; empty for the preamble.
    pub number: String,
    /// As it stands in the report.
    pub heading: String,
    /// The words, a block a line, figures in them as they are printed.
    pub text: String,
    /// Somebody has worked on it.
    pub written: bool,
}

/// Last year's report.
#[derive(Debug, Clone, Default)]
pub struct LastYear {
    /// Its year.
    pub year: i32,
    /// Locked, and so binding for what is carried over.
    pub locked: bool,
    /// Its cells and figures.
    pub values: BTreeMap<String, Quantity>,
    /// Its words.
    pub parts: Vec<PartText>,
}

/// The year's records by ledger id, without personal data. Only ledgers that rules look at.
#[derive(Debug, Clone, Default)]
pub struct Records(pub BTreeMap<String, Vec<Record>>);

impl Records {
    /// The records of a ledger that fall into the year.
    pub fn of(&self, ledger: &str) -> &[Record] {
        self.0.get(ledger).map_or(&[], Vec::as_slice)
    }
}

/// Figures and cells, found by their id.
#[derive(Debug, Clone, Default)]
pub struct FigureSet {
    all: Vec<Figure>,
    index: HashMap<String, usize>,
}

impl FigureSet {
    /// Of these figures.
    pub fn new(all: Vec<Figure>) -> Self {
        let index = all.iter().enumerate().map(|(at, figure)| (figure.id.clone(), at)).collect();
        Self { all, index }
    }

    /// One of them.
    pub fn get(&self, id: &str) -> Option<&Figure> {
        self.index.get(id).and_then(|at| self.all.get(*at))
    }

    /// One of them, to be changed.
    pub fn get_mut(&mut self, id: &str) -> Option<&mut Figure> {
        self.index.get(id).and_then(|at| self.all.get_mut(*at))
    }

    /// Its value; `None` where there is no such figure.
    pub fn value(&self, id: &str) -> Option<Quantity> {
        self.get(id).map(|figure| figure.value)
    }

    /// All of them, in the format's order.
    pub fn iter(&self) -> impl Iterator<Item = &Figure> {
        self.all.iter()
    }

    /// The cells of tables.
    pub fn cells(&self) -> impl Iterator<Item = &Figure> {
        self.all.iter().filter(|figure| figure.place.is_some())
    }

    /// Takes them apart again.
    pub fn into_vec(self) -> Vec<Figure> {
        self.all
    }
}

/// How much of a report is there. What is cut off is unknown, and no rule says that it is missing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scope {
    /// The beginning is not there.
    pub headless: bool,
    /// Something between is left out.
    pub gaps: bool,
    /// The end is cut off.
    pub cut: bool,
}

impl Scope {
    /// All of the report is there.
    pub fn is_whole(self) -> bool {
        self == Self::default()
    }
}

/// Words taken apart when the first rule asks for them. A copy of a dossier takes its own apart, so that
/// its words may be changed.
#[derive(Debug, Default)]
pub struct WordsOnce(OnceLock<Words>);

impl Clone for WordsOnce {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// An application that was answered after its term, as its clock says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LateAnswer {
    /// Record id.
    pub record: i64,
    /// The day of the answer.
    pub on: NaiveDate,
    /// Last day for it.
    pub due: NaiveDate,
}

/// What the rules look at.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// The report's year.
    pub year: i32,
    /// Where it comes from.
    pub origin: Origin,
    /// The form it is in.
    pub format: Format,
    /// Id of the form the year calls for.
    pub due_format: String,
    /// The office's names.
    pub office: OfficeNames,
    /// The report's title.
    pub title: String,
    /// 成文日期
    pub signed_on: Option<NaiveDate>,
    /// In order, the preamble first.
    pub parts: Vec<PartText>,
    /// Figures and cells.
    pub figures: FigureSet,
    /// Last year's report, where there is one.
    pub last: Option<LastYear>,
    /// The year's records.
    pub records: Records,
    /// Which of its applications were answered late.
    pub late_answers: Vec<LateAnswer>,
    /// The office says that every item has its category.
    pub categories_complete: bool,
    /// The whole text as it was read; empty for the office's own report.
    pub raw: String,
    /// How much of it is there.
    pub scope: Scope,
    /// The words of this year's parts and of last year's, taken apart.
    pub words: WordsOnce,
    /// Last year's.
    pub last_words: WordsOnce,
}

impl Dossier {
    /// A part by its id.
    pub fn part(&self, id: &str) -> Option<&PartText> {
        self.parts.iter().find(|part| part.id == id)
    }

    /// The words of its parts taken apart, part by part.
    pub fn words(&self) -> &Words {
        let words = self.words.0.get_or_init(|| Words::of(&self.parts, self.origin == Origin::Text));
        debug_assert!(
            words.parts.iter().map(|p| p.text.len()).eq(self.parts.iter().map(|p| p.text.len())),
            "the words changed after a rule had asked for them"
        );
        words
    }

    /// The words of last year's parts taken apart.
    pub fn last_words(&self) -> &Words {
        let parts = self.last.as_ref().map_or(&[][..], |last| &last.parts);
        self.last_words.0.get_or_init(|| Words::of(parts, false))
    }

    /// Whether the form has this part, table or figure at all.
    pub fn has_figure(&self, id: &str) -> bool {
        self.figures.get(id).is_some()
    }
}
