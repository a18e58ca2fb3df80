//! What the tests share: the shipped fonts, read once.

use std::path::Path;
use std::sync::OnceLock;

use paper::{Block, Document, Fonts, Pages, Style, layout};

pub fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| {
        Fonts::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fonts")).expect("the shipped fonts")
    })
}

#[allow(dead_code)]
pub fn set(document: &Document) -> Pages {
    layout(document, fonts(), &Style::gbt9704()).expect("a document that can be set")
}

#[allow(dead_code)]
pub fn body(paragraphs: &[&str]) -> Document {
    Document { blocks: paragraphs.iter().map(|p| Block::paragraph(*p)).collect(), ..Document::default() }
}
