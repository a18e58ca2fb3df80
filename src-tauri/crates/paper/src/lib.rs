//! Official documents on paper: a [`Document`] is laid out on the character grid of GB/T 9704—2012
//! (28 characters a line, 22 lines a page) into [`Pages`], and those are written as PDF.
//!
//! The crate knows paper, type and PDF, and nothing of what the documents are about. It reads no
//! clock: the date of a document is part of it. One direction only:
//!
//! ```text
//! Document ─► layout (Fonts, Style) ─► Pages ─► to_pdf
//! ```
//!
//! All lengths are millimetres from the top left corner of the page unless a name says points.

pub mod docx;
mod error;
mod fonts;
pub mod html;
mod layout;
mod markup;
mod model;
mod official;
mod pages;
mod pdf;
mod quick;
mod style;

pub use error::PaperError;
pub use fonts::{FontChoice, FontRole, Fonts, OwnFonts};
pub use layout::{layout, layout_official};
pub use model::{Align, Annex, Block, Cell, Document, Meta, Signature, Span, SpanRole, Table, TableRow};
pub use official::{Head, Imprint, NameSeal, OfficialDocument};
pub use pages::{Bookmark, Fallback, Glyph, GlyphText, Line, LineKind, Page, Pages, Rule};
pub use style::{Departure, PageNumberPlace, Style, StyleFault};
