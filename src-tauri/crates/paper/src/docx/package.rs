//! The parts of a Word file in their container.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::DocxError;

/// Puts the parts into a ZIP file, in their order. All carry the first day that ZIP knows, so that the bytes
/// tell nothing of when they were written, and one and the same system, so that they are alike everywhere.
pub(super) fn zip<'p>(parts: impl Iterator<Item = (&'p str, String)>) -> Result<Vec<u8>, DocxError> {
    let failed = |reason: String| DocxError::Container(reason);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .system(zip::System::Unix)
        .unix_permissions(0o644);
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, xml) in parts {
        file.start_file(name, options).map_err(|e| failed(e.to_string()))?;
        file.write_all(xml.as_bytes()).map_err(|e| failed(e.to_string()))?;
    }
    let cursor = file.finish().map_err(|e| failed(e.to_string()))?;
    Ok(cursor.into_inner())
}
