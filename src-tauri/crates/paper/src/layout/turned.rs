//! Wide tables on pages turned a quarter (GB/T 9704—2012 clause 8).
//!
//! The table's head stands towards the binding edge on odd pages and towards the cut edge on even ones: that is
//! the left edge of the paper on both. So the sheet is laid out upright, 297 mm wide, and its lines then run up
//! the page. The page itself stays upright, and its number where all page numbers stand. The file does not ask
//! a reader to turn the page (`/Rotate`): printers turn such pages as they like, half of them the wrong way.

use crate::{Block, PaperError, Rule, Style};

use super::Context;
use super::flow::{Flow, Laid};

impl Style {
    /// The sheet as the reader sees it who has turned the page: its upper edge is the page's left one.
    pub(super) fn turned(&self) -> Style {
        let rows = (self.area_width() / self.row_pitch()).floor().max(1.0);
        Style {
            paper_width: self.paper_height,
            paper_height: self.paper_width,
            margin_top: self.margin_left,
            margin_right: self.margin_top,
            margin_bottom: self.margin_right,
            margin_left: self.margin_bottom,
            chars_per_line: (self.area_height() / self.char_pitch()).floor() as u32,
            lines_per_page: rows as u32,
            line_pitch_pt: None,
            ..self.clone()
        }
    }
}

/// Whether all of an annex stands on turned pages.
pub(super) fn all_turned(blocks: &[Block]) -> bool {
    !blocks.is_empty() && blocks.iter().all(|block| matches!(block, Block::Table(table) if table.landscape))
}

/// Lays out what `part` lays out on turned pages.
pub(super) fn place<'a>(
    context: &mut Context<'a>,
    flow: &mut Flow<'_>,
    part: impl FnOnce(&mut Context<'a>, &mut Flow<'a>) -> Result<(), PaperError>,
) -> Result<(), PaperError> {
    let mut inner = Flow::new(context.turned);
    std::mem::swap(&mut context.style, &mut context.turned);
    let done = part(context, &mut inner);
    std::mem::swap(&mut context.style, &mut context.turned);
    done?;
    flow.append(turn(inner.finish()));
    Ok(())
}

fn turn(mut laid: Laid) -> Laid {
    for page in &mut laid.pages {
        std::mem::swap(&mut page.width, &mut page.height);
        let height = page.height;
        page.lines.iter_mut().for_each(|line| line.turned = true);
        let point = |(x, y): (f64, f64)| (y, height - x);
        for rule in &mut page.rules {
            *rule = Rule { from: point(rule.from), to: point(rule.to), ..*rule };
        }
    }
    // A reader is taken to the top of the page.
    laid.bookmarks.iter_mut().for_each(|mark| mark.y = 0.0);
    laid
}
