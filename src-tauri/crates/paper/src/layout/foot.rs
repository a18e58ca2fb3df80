//! Labels under a table, to be filled in by hand: 单位负责人：, 审核人：.

use crate::{Line, LineKind, Page};

use super::MM_PER_PT;
use super::cells::Cell;
use super::flow::ASCENT;
use super::strip::{Strip, natural_places};

/// From the table to the labels, in millimetres.
const GAP: f64 = 1.0;
/// Pitch of their lines in ems.
const LEADING: f64 = 2.0;
/// Room to write behind a label, in millimetres.
const WRITING: f64 = 25.0;

/// The labels, line by line.
#[derive(Default)]
pub(super) struct Foot {
    lines: Vec<Vec<Vec<Cell>>>,
    size_pt: f64,
    width: f64,
}

impl Foot {
    /// As many labels in a line as leave room to write behind each.
    pub fn set(labels: &[Vec<Cell>], size_pt: f64, width: f64) -> Self {
        let em = size_pt * MM_PER_PT;
        let longest = labels.iter().map(|label| wide(label, em)).fold(0.0, f64::max);
        let in_line = ((width / (longest + WRITING)).floor() as usize).max(1);
        Self { lines: labels.chunks(in_line).map(<[Vec<Cell>]>::to_vec).collect(), size_pt, width }
    }

    /// Millimetres from the table's lower edge to that of the last label.
    pub fn height(&self) -> f64 {
        if self.lines.is_empty() { 0.0 } else { GAP + self.lines.len() as f64 * self.pitch() }
    }

    fn pitch(&self) -> f64 {
        self.size_pt * MM_PER_PT * LEADING
    }

    /// Draws the labels under the table's lower edge `y`; returns the lower edge of the last.
    pub fn draw(&self, x: f64, y: f64, page: &mut Page) -> f64 {
        let in_line = self.lines.first().map_or(1, Vec::len);
        for (nth, line) in self.lines.iter().enumerate() {
            let top = y + GAP + self.pitch() * nth as f64;
            for (column, cells) in line.iter().enumerate() {
                let left = x + self.width * column as f64 / in_line as f64;
                page.lines.push(self.label(cells, left, top));
            }
        }
        y + self.height()
    }

    fn label(&self, cells: &[Cell], x: f64, top: f64) -> Line {
        let em = self.size_pt * MM_PER_PT;
        let (places, _) = natural_places(cells);
        let strip = Strip { cells, places: &places, x, unit: em, size_pt: self.size_pt };
        strip.line(LineKind::Footer, top + (self.pitch() - em) / 2.0 + ASCENT * em, wide(cells, em))
    }
}

fn wide(cells: &[Cell], em: f64) -> f64 {
    f64::from(natural_places(cells).1) / 1000.0 * em
}
