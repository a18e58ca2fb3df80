//! A [`Document`] as a Word file, for those who go on working on it: the county merges the townships' reports
//! and changes their words.
//!
//! Word and WPS lay the text out again, so the file says what the parts are and leaves the looks to styles:
//! 标题 1 to 4 as Word knows them, real tables, the page grid of GB/T 9704—2012. What a program cannot find
//! out by itself is taken from our own layout: where a long title is broken, and at which size a table stands
//! on one page. The fonts named are those that offices have; nothing is embedded.
//!
//! The same document gives the same bytes. The file names the office and nobody else.

mod body;
mod frame;
mod head;
mod measure;
mod package;
mod paragraph;
mod styles;
mod table;

use thiserror::Error;

use crate::{Document, Fonts, OfficialDocument, PaperError, Style};

use measure::Measures;

/// Why a Word file could not be written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum DocxError {
    /// What layout says of a table or the style.
    #[error(transparent)]
    Paper(#[from] PaperError),
    /// The parts could not be put together.
    #[error("生成 Word 文件时出错：{0}")]
    Container(String),
}

impl DocxError {
    /// The stable code of the error.
    pub fn code(&self) -> &'static str {
        match self {
            DocxError::Paper(error) => error.code(),
            DocxError::Container(_) => "paper.docx",
        }
    }

    /// What the reader of the message can do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            DocxError::Paper(error) => error.hint(),
            DocxError::Container(_) => "请重试；如仍然出错，请把这条信息告诉技术支持人员。",
        }
    }
}

/// Writes a document as a Word file (Office Open XML). Characters that none of our fonts has stay text.
///
/// # Errors
/// A style without room for text, a table whose spans do not fit its columns.
pub fn to_docx(document: &Document, fonts: &Fonts, style: &Style) -> Result<Vec<u8>, DocxError> {
    official_to_docx(&document.clone().into(), fonts, style)
}

/// Writes a document with its 版头 and 版记 as a Word file. 版记 stands at the foot of the last page; where our own
/// layout gives it a page of its own, it begins an even page in Word as well, however long the text becomes.
///
/// # Errors
/// As [`to_docx`].
pub fn official_to_docx(
    official: &OfficialDocument,
    fonts: &Fonts,
    style: &Style,
) -> Result<Vec<u8>, DocxError> {
    let measures = Measures::new(fonts, style)?;
    let body = body::write(official, &measures)?;
    let parts = [
        ("[Content_Types].xml", frame::content_types()),
        ("_rels/.rels", frame::package_relations()),
        ("docProps/core.xml", frame::core_properties(&official.body.meta)),
        ("word/document.xml", frame::document(body.elements, body.section, &measures)),
        ("word/_rels/document.xml.rels", frame::document_relations()),
        ("word/styles.xml", styles::styles(&body.table_sizes, body.issuer, &measures)),
        ("word/fontTable.xml", styles::font_table()),
        ("word/settings.xml", frame::settings()),
        ("word/footer1.xml", frame::odd_footer(&measures)),
        ("word/footer2.xml", frame::even_footer(&measures)),
        ("word/footer3.xml", frame::no_number()),
    ];
    package::zip(parts.iter().map(|(name, element)| (*name, element.to_xml())))
}
