//! What the fonts of a document could not do: characters drawn with another font, or with none.

use std::sync::Arc;

use crate::fonts::Face;
use crate::{Fallback, Line, Page, PaperError};

use super::marks;

/// Which characters another font draws; an error when one is in no font at all.
pub(super) fn survey(pages: &[Page], faces: &[Arc<Face>]) -> Result<Vec<Fallback>, PaperError> {
    let mut found: Vec<Fallback> = Vec::new();
    for page in pages {
        for line in &page.lines {
            for (i, glyph) in line.glyphs.iter().enumerate() {
                let ch = glyph.text.first();
                if glyph.id == 0 {
                    return Err(PaperError::NoGlyph { ch, place: place(page.number, line, i) });
                }
                let rare = glyph.fallback && !ch.is_ascii() && !marks::full_square(ch) && ch != '⸺';
                if rare && !found.iter().any(|f| f.ch == ch && f.wanted == glyph.role) {
                    let used = faces
                        .get(usize::from(glyph.face))
                        .map(|f| f.family().to_string())
                        .unwrap_or_default();
                    found.push(Fallback { ch, wanted: glyph.role, used, page: page.number });
                }
            }
        }
    }
    Ok(found)
}

/// 「第3页“……赵𰻝同志……”」.
fn place(page: usize, line: &Line, glyph: usize) -> String {
    let from = glyph.saturating_sub(6);
    let to = (glyph + 7).min(line.glyphs.len());
    let words: String = line.glyphs[from..to].iter().map(|g| g.text.as_str()).collect();
    let dots = |cut: bool| if cut { "……" } else { "" };
    format!("第{page}页“{}{words}{}”", dots(from > 0), dots(to < line.glyphs.len()))
}
