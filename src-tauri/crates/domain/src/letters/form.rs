//! Forms: 送达回证, which is one, and what goes along with a letter to be filled in by hand and sent back. What is
//! known is printed, for the rest there is room to write.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::inline;
use crate::clock::Decree;

/// A form as its letter's file has it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Over the form; empty where the form is the letter.
    #[serde(default)]
    pub title: String,
    /// Widths of the columns as shares of the whole.
    pub columns: Vec<u32>,
    /// Size of the words in points; none: the house style's for tables.
    #[serde(default)]
    pub size: Option<u32>,
    rows: Vec<FormRow>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct FormRow {
    /// Only under this decree.
    #[serde(default)]
    decree: Option<Decree>,
    cells: Vec<FormCell>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct FormCell {
    /// What is to be filled in, and not what is filled in.
    #[serde(default)]
    label: bool,
    /// The words with their places, a line a line.
    #[serde(default)]
    say: String,
    /// Columns that it takes.
    #[serde(default = "one")]
    over: usize,
    /// Empty lines under the words, to write in.
    #[serde(default)]
    room: usize,
    /// Closes with a line for the day.
    #[serde(default)]
    dated: bool,
}

fn one() -> usize {
    1
}

/// Where the day of a signature is written, at the right of its cell.
const DAY: &str = "年　　月　　日　　";

/// A line to write in. A blank that is a character, so that a line at the end of a cell is one on paper too.
const ROOM: &str = "　";

/// A form with what is known filled in; kept with an issued letter as it was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilledForm {
    /// Over the form; empty where the form is the letter.
    pub title: String,
    /// Widths of the columns as shares of the whole.
    pub columns: Vec<u32>,
    /// Size of the words in points; none: the house style's for tables.
    pub size: Option<u32>,
    /// Rows from the top, cells from the left.
    pub rows: Vec<Vec<FilledCell>>,
}

/// A cell of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilledCell {
    /// What is to be filled in.
    pub label: bool,
    /// The words; blank lines are to be written in.
    pub text: String,
    /// Columns that it takes.
    pub over: usize,
    /// To be signed: the day stands at the right.
    pub dated: bool,
}

impl FilledForm {
    /// Every word of it.
    pub fn text(&self) -> String {
        let cells = self.rows.iter().flatten().map(|cell| cell.text.as_str());
        std::iter::once(self.title.as_str()).chain(cells).collect::<Vec<_>>().join("\n")
    }
}

impl Form {
    /// Its words under a decree with their places.
    pub(super) fn says(&self, decree: Decree) -> impl Iterator<Item = &str> {
        self.under(decree).flat_map(|row| row.cells.iter().map(|cell| cell.say.as_str()))
    }

    fn under(&self, decree: Decree) -> impl Iterator<Item = &FormRow> {
        self.rows.iter().filter(move |row| row.decree.is_none_or(|of| of == decree))
    }

    /// The form with its places filled in; those that are empty are added to `holes`.
    pub(super) fn fill(
        &self,
        decree: Decree,
        values: &BTreeMap<String, String>,
        known: &dyn Fn(&str) -> bool,
        holes: &mut Vec<String>,
    ) -> FilledForm {
        let rows = self.under(decree).map(|row| {
            let cells = row.cells.iter().map(|cell| FilledCell {
                label: cell.label,
                text: cell.fill(values, known, holes),
                over: cell.over,
                dated: cell.dated,
            });
            cells.collect()
        });
        let rows = rows.collect();
        FilledForm { title: self.title.clone(), columns: self.columns.clone(), size: self.size, rows }
    }
}

impl FormCell {
    fn fill(
        &self,
        values: &BTreeMap<String, String>,
        known: &dyn Fn(&str) -> bool,
        holes: &mut Vec<String>,
    ) -> String {
        let mut lines = Vec::new();
        for line in self.say.lines() {
            let filled = inline(line, values, known);
            // A cell is no sentence, though what stands in it may be one in a letter.
            let full_stop = line.ends_with('。');
            let said = filled.lines.into_iter().filter(|line| !line.is_empty());
            lines.extend(said.map(|line| match line.strip_suffix('。').filter(|_| !full_stop) {
                Some(bare) => bare.to_owned(),
                None => line,
            }));
            holes.extend(filled.holes);
        }
        lines.extend(std::iter::repeat_n(ROOM.to_owned(), self.room));
        lines.extend(self.dated.then(|| DAY.to_owned()));
        lines.join("\n")
    }
}
