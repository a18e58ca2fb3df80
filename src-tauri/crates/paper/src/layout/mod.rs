//! From a document to its pages.

use crate::{Document, Fonts, Pages, PaperError, Style};

/// Lays a document out on pages.
pub fn layout(document: &Document, fonts: &Fonts, style: &Style) -> Result<Pages, PaperError> {
    style.check()?;
    Ok(Pages {
        meta: document.meta.clone(),
        pages: Vec::new(),
        bookmarks: Vec::new(),
        fallbacks: Vec::new(),
        faces: fonts.faces().to_vec(),
    })
}
