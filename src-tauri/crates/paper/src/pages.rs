//! The document laid out: every character at its place. Tests measure it, the PDF is written from it.

use std::ops::Range;
use std::sync::Arc;

use crate::fonts::Face;
use crate::{FontRole, Meta, PaperError, pdf};

/// A laid-out document.
#[derive(Debug, Clone)]
pub struct Pages {
    pub(crate) meta: Meta,
    pub(crate) pages: Vec<Page>,
    pub(crate) bookmarks: Vec<Bookmark>,
    pub(crate) fallbacks: Vec<Fallback>,
    /// What the tables hold, in the order of the pages.
    pub(crate) tables: Vec<TableShape>,
    pub(crate) faces: Vec<Arc<Face>>,
}

impl Pages {
    /// The pages from the first.
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// The headings with their places, in reading order.
    pub fn bookmarks(&self) -> &[Bookmark] {
        &self.bookmarks
    }

    /// Characters that their own font lacks and another font draws, each once.
    pub fn fallbacks(&self) -> &[Fallback] {
        &self.fallbacks
    }

    /// Characters that are set in another font than their own, with that font.
    pub fn rare(&self) -> Vec<(char, &str)> {
        let mut rare: Vec<(char, &str)> = self.fallbacks.iter().map(|f| (f.ch, f.used.as_str())).collect();
        rare.sort_unstable();
        rare.dedup();
        rare
    }

    /// The name of the font that draws a glyph, as people know it.
    pub fn font_name(&self, glyph: &Glyph) -> &str {
        self.faces.get(usize::from(glyph.face)).map_or("", |face| face.family())
    }

    /// The document as PDF. The same document gives the same bytes.
    pub fn to_pdf(&self) -> Result<Vec<u8>, PaperError> {
        pdf::write(self)
    }
}

/// One page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The number, from 1.
    pub number: usize,
    /// Width of the paper in millimetres.
    pub width: f64,
    /// Height of the paper in millimetres.
    pub height: f64,
    /// The lines of text in reading order; the page number is the last.
    pub lines: Vec<Line>,
    /// The rules of tables, of the head and of the imprint.
    pub rules: Vec<Rule>,
    /// Prints its number. A blank page before 版记 and the page of 版记 behind it do not (7.5).
    pub numbered: bool,
    /// Which of `lines` are a table's, and the table as the pages count them.
    pub(crate) tables: Vec<(Range<usize>, usize)>,
}

impl Page {
    /// An empty page.
    pub(crate) fn empty(number: usize, width: f64, height: f64) -> Self {
        let (lines, rules, tables) = (Vec::new(), Vec::new(), Vec::new());
        Page { number, width, height, lines, rules, numbered: true, tables }
    }

    /// Nothing stands on it but perhaps its number.
    pub fn is_blank(&self) -> bool {
        self.rules.is_empty() && self.lines.iter().all(|line| line.kind == LineKind::PageNumber)
    }
}

/// The cells of a table, for readers that are told its rows and columns.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct TableShape {
    /// Row by row, from the left.
    pub cells: Vec<CellShape>,
}

/// A cell's place and part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct CellShape {
    pub row: usize,
    pub column: usize,
    pub rows: usize,
    pub columns: usize,
    /// A label.
    pub header: bool,
    /// Stands in the table's head.
    pub in_head: bool,
}

/// A line of text. On a page turned for a wide table `x` runs up from the page's foot and `baseline` to the
/// right from its left edge: as they stand on the sheet once the reader has turned it.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What it is a line of.
    pub kind: LineKind,
    /// Its words.
    pub text: String,
    /// Left end of the text in millimetres from the left of the page.
    pub x: f64,
    /// Baseline in millimetres from the top of the page.
    pub baseline: f64,
    /// Width of the text in millimetres.
    pub width: f64,
    /// The line of the page's grid, from 0; `None` off the grid (tables, page numbers).
    pub row: Option<u32>,
    /// Last line of its paragraph.
    pub last: bool,
    /// Broken where no rule allows it, because a word is longer than a whole line.
    pub forced: bool,
    /// Runs up the page (GB/T 9704—2012 clause 8).
    pub turned: bool,
    /// Its glyphs from the left.
    pub glyphs: Vec<Glyph>,
}

/// What a line is a line of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// 份号.
    CopyNumber,
    /// 密级和保密期限.
    Secrecy,
    /// 紧急程度.
    Urgency,
    /// 发文机关标志, red.
    Issuer,
    /// 发文字号.
    DocumentNumber,
    /// 签发人.
    Signer,
    /// The title.
    Title,
    /// 主送机关.
    Salutation,
    /// A heading of this level, 1 to 4.
    Heading(u8),
    /// A paragraph.
    Body,
    /// A table's caption.
    Caption,
    /// A table's cell: row and column from 0; `repeated` in a head repeated on a further page.
    Cell {
        /// Row of the table.
        row: usize,
        /// Column of the table.
        column: usize,
        /// Printed once more on a further page.
        repeated: bool,
    },
    /// A label under a table.
    Footer,
    /// 附件 at the head of an annex, or the annexes' names under the body.
    Annex,
    /// 署名.
    Office,
    /// 职务 beside a 签名章.
    Post,
    /// 成文日期.
    Date,
    /// 附注.
    Note,
    /// 版记.
    Imprint,
    /// The page number.
    PageNumber,
}

/// A glyph at its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// The characters it stands for; one, except for a dash drawn whole.
    pub text: GlyphText,
    /// The font, as the laid-out document counts them.
    pub(crate) face: u16,
    /// How wide the font draws it, in thousandths of an em.
    pub(crate) advance: i16,
    /// Glyph number in the font.
    pub(crate) id: u16,
    /// The part it is set in.
    pub(crate) role: FontRole,
    /// Drawn with another font than its role's own.
    pub(crate) fallback: bool,
    /// Drawn bold by a stroke, for want of a bold cut.
    pub(crate) bold: bool,
    /// Size in points.
    pub size_pt: f64,
    /// Origin in millimetres from the left of the page.
    pub x: f64,
}

/// The characters of a glyph, in place: a long document has half a million of them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GlyphText {
    ch: char,
    bytes: [u8; 8],
    long: u8,
}

impl GlyphText {
    /// A character, once or twice.
    pub(crate) fn new(ch: char, times: u8) -> Self {
        let mut bytes = [0; 8];
        let one = ch.len_utf8();
        ch.encode_utf8(&mut bytes);
        let twice = times > 1;
        if twice {
            bytes.copy_within(0..one, one);
        }
        let long = if twice { 2 * one } else { one };
        GlyphText { ch, bytes, long: u8::try_from(long).unwrap_or(8) }
    }

    /// The first of the characters.
    pub fn first(&self) -> char {
        self.ch
    }

    /// The characters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.long)]).unwrap_or_default()
    }
}

impl std::ops::Deref for GlyphText {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl std::fmt::Debug for GlyphText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self.as_str(), f)
    }
}

impl PartialEq<str> for GlyphText {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for GlyphText {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

/// A straight line, in millimetres from the top left of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// One end.
    pub from: (f64, f64),
    /// The other end.
    pub to: (f64, f64),
    /// Thickness.
    pub width: f64,
    /// Red; else black.
    pub red: bool,
}

impl Rule {
    /// A black rule.
    pub(crate) fn black(from: (f64, f64), to: (f64, f64), width: f64) -> Self {
        Rule { from, to, width, red: false }
    }
}

/// A heading and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Bookmark {
    /// 1 to 4.
    pub level: u8,
    /// Its words.
    pub text: String,
    /// Page, from 1.
    pub page: usize,
    /// Top of its line in millimetres from the top of the page.
    pub y: f64,
}

/// A character that its own font lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fallback {
    /// The character.
    pub ch: char,
    /// The font it should be in.
    pub wanted: FontRole,
    /// The font that draws it.
    pub used: String,
    /// The first page with it, from 1.
    pub page: usize,
}
