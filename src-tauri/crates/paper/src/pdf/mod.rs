//! From pages to PDF.

use crate::{Pages, PaperError};

/// Writes the pages as PDF.
pub(crate) fn write(_pages: &Pages) -> Result<Vec<u8>, PaperError> {
    Err(PaperError::Pdf("还没有页面".into()))
}
