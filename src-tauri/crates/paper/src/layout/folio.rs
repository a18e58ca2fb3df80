//! 页码: 「— 1 —」 under the type area, on the outside of the leaf (GB/T 9704—2012 7.5).

use crate::fonts::Case;
use crate::{FontRole, Line, LineKind, Page, PageNumberPlace, Style};

use super::cells::{self, Cell};
use super::strip::centred;
use super::{Context, MM_PER_PT, run};

/// Numbers the pages that are to have a number.
pub(super) fn number_pages(pages: &mut [Page], context: &mut Context<'_>) {
    let style = context.style;
    for page in pages.iter_mut().filter(|page| page.numbered) {
        let words = format!("— {} —", page.number);
        let cells = cells::cells(&[run(&words, FontRole::Song)], &mut context.case);
        if let Some(line) = page_number(&cells, page.number, style, &context.case) {
            page.lines.push(line);
        }
    }
}

/// The page number's line: its dashes' upper edge stands below the type area as the style says; on odd
/// pages it ends one character from the right, on even ones it begins one from the left (7.5).
fn page_number(cells: &[Cell], number: usize, style: &Style, case: &Case<'_>) -> Option<Line> {
    let em = style.page_number_pt * MM_PER_PT;
    let dash = cells.first()?.drawn?;
    let top = case.ink(dash).map_or(0.4, |[_, _, _, top]| f64::from(top) / 1000.0);
    let baseline = style.margin_top + style.area_height() + style.page_number_drop + top * em;
    let mut line = centred(cells, LineKind::PageNumber, style.page_number_pt, 0.0, 0.0, baseline);
    let left = match style.page_number {
        PageNumberPlace::None => return None,
        PageNumberPlace::Center => style.margin_left + (style.area_width() - line.width) / 2.0,
        PageNumberPlace::Outside if number % 2 == 1 => {
            style.margin_left + style.area_width() - em - line.width
        }
        PageNumberPlace::Outside => style.margin_left + em,
    };
    let shift = left - line.x;
    line.x = left;
    for glyph in &mut line.glyphs {
        glyph.x += shift;
    }
    Some(line)
}
