//! A row of cells with a place for each: what every line on paper is drawn from, on the grid and off it.

use crate::fonts::Drawn;
use crate::{Glyph, GlyphText, Line, LineKind};

use super::MM_PER_PT;
use super::cells::Cell;

/// Cells at their places, to be drawn somewhere.
pub(super) struct Strip<'c> {
    pub cells: &'c [Cell],
    pub places: &'c [i32],
    /// Left end in millimetres.
    pub x: f64,
    /// Millimetres of one character's width.
    pub unit: f64,
    pub size_pt: f64,
}

impl Strip<'_> {
    pub fn glyphs(&self) -> Vec<Glyph> {
        let mut out = Vec::with_capacity(self.places.len());
        for (cell, place) in self.cells.iter().zip(self.places) {
            let drawn = match cell.drawn {
                Some(drawn) => drawn,
                None if cell.is_space() || cell.is_line_end() => continue,
                None => Drawn::NOTHING,
            };
            out.push(Glyph {
                text: GlyphText::new(cell.ch, cell.times),
                face: drawn.face,
                id: drawn.id,
                advance: i16::try_from(drawn.advance).unwrap_or(i16::MAX),
                role: cell.role,
                fallback: drawn.fallback,
                bold: cell.bold,
                size_pt: self.size_pt,
                x: self.x + f64::from(place + cell.shift) / 1000.0 * self.unit,
            });
        }
        out
    }

    /// The line of these cells, off the grid and the last of its paragraph.
    pub fn line(&self, kind: LineKind, baseline: f64, width: f64) -> Line {
        Line {
            kind,
            text: words(self.cells),
            x: self.x,
            baseline,
            width,
            row: None,
            last: true,
            forced: false,
            turned: false,
            glyphs: self.glyphs(),
        }
    }
}

/// Left ends of cells one after the other at their own widths, and the width of all.
pub(super) fn natural_places(cells: &[Cell]) -> (Vec<i32>, i32) {
    let mut places = Vec::with_capacity(cells.len());
    let mut at = 0;
    for cell in cells {
        places.push(at);
        at += cell.advance + cell.gap;
    }
    (places, at - cells.last().map_or(0, |cell| cell.gap))
}

/// The words of cells, without line ends.
fn words(cells: &[Cell]) -> String {
    let mut words = String::with_capacity(3 * cells.len());
    for cell in cells.iter().filter(|c| !c.is_line_end()) {
        (0..cell.times).for_each(|_| words.push(cell.ch));
    }
    words
}

/// Cells centred between `left` and `left + width`, at their own widths.
pub(super) fn centred(
    cells: &[Cell],
    kind: LineKind,
    size_pt: f64,
    left: f64,
    width: f64,
    baseline: f64,
) -> Line {
    let unit = size_pt * MM_PER_PT;
    let (places, own) = natural_places(cells);
    let wide = f64::from(own) / 1000.0 * unit;
    let strip = Strip { cells, places: &places, x: left + (width - wide) / 2.0, unit, size_pt };
    strip.line(kind, baseline, wide)
}
