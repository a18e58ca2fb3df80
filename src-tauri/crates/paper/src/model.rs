//! The document as its author means it: words and their part, no positions.

use chrono::{NaiveDate, NaiveDateTime};

/// A document to be laid out: title, salutation, body, signature (GB/T 9704—2012 7.3).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// What the file says about itself.
    pub meta: Meta,
    /// The title's lines, broken by hand; a single line too long for the page is broken into balanced lines.
    /// Empty: no title.
    pub title: Vec<String>,
    /// 主送机关, flush left, printed as given (it ends with a full-width colon; 7.3.2).
    pub salutation: Option<String>,
    /// The body.
    pub blocks: Vec<Block>,
    /// 署名 and 成文日期.
    pub signature: Option<Signature>,
    /// 附件, named under the body and printed behind the signature, each from a new page (7.3.4, 7.3.7).
    pub annexes: Vec<Annex>,
}

/// An annex.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Annex {
    /// Its name, as it is named under the body and as it stands over the annex.
    pub title: String,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// What the PDF says about itself; not printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meta {
    /// The title shown by readers and archives.
    pub title: String,
    /// The office.
    pub author: String,
    /// What the document is about.
    pub subject: String,
    /// Words to find it by.
    pub keywords: Vec<String>,
    /// When it was made, local time of UTC+08:00.
    pub created: NaiveDateTime,
}

/// A piece of the body.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading of level 1 to 4 (7.3.3): 一、黑体; （一）楷体; 1. and （1）仿宋. Body spans after the heading
    /// sentence run on in the same paragraph.
    Heading {
        /// 1 to 4; anything else is taken as the nearest of these.
        level: u8,
        /// 「一、」 「（一）」 「1.」 「（1）」; may be empty.
        number: String,
        /// The words.
        spans: Vec<Span>,
    },
    /// A paragraph, first line two characters in.
    Paragraph {
        /// The words.
        spans: Vec<Span>,
    },
    /// A table over the full width of the type area.
    Table(Table),
    /// What follows begins on a new page.
    PageBreak,
}

impl Block {
    /// A paragraph of plain body text.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Block::Paragraph { spans: vec![Span::body(text)] }
    }

    /// A heading that stands on a line of its own.
    pub fn heading(level: u8, number: impl Into<String>, text: impl Into<String>) -> Self {
        Block::Heading { level, number: number.into(), spans: vec![Span::heading(text)] }
    }
}

/// Words of one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The words; `\n` starts a new line without indent.
    pub text: String,
    /// Their part.
    pub role: SpanRole,
}

impl Span {
    /// Body text.
    pub fn body(text: impl Into<String>) -> Self {
        Span { text: text.into(), role: SpanRole::Body }
    }

    /// The words of a heading, in the heading's font.
    pub fn heading(text: impl Into<String>) -> Self {
        Span { text: text.into(), role: SpanRole::HeadingSentence }
    }
}

/// The part that words play in a heading or paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanRole {
    /// 仿宋 body text.
    Body,
    /// In the font of the heading's level; the same as body outside a heading.
    HeadingSentence,
}

/// A table. Header rows are repeated on every page it goes over; no row is torn. The words of a centred
/// cell are broken into lines of like length.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Printed centred above the table; may be empty.
    pub caption: String,
    /// The columns' widths as shares of the whole; their sum does not matter.
    pub columns: Vec<f64>,
    /// The rows from the top.
    pub rows: Vec<TableRow>,
    /// Size of the text in points; `None`: the style's.
    pub size_pt: Option<f64>,
    /// Sizes down to this are tried where they save a page, and a table that a page holds is not cut.
    pub least_pt: Option<f64>,
    /// Stands on pages of its own, turned a quarter, its head towards the left edge (clause 8).
    pub landscape: bool,
    /// Labels under the table, with room behind each to write by hand: 审核人：.
    pub footer: Vec<String>,
}

/// A row: the cells that begin in it, from the left; places taken by a cell of a row above are left out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TableRow {
    /// Part of the head. Only the rows from the top of the table count as its head.
    pub header: bool,
    /// The cells.
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The words; `\n` starts a new line.
    pub text: String,
    /// Columns covered, 1 or more.
    pub col_span: usize,
    /// Rows covered, 1 or more.
    pub row_span: usize,
    /// Where the words stand in the cell.
    pub align: Align,
    /// A label rather than a value: set in 黑体.
    pub header: bool,
}

impl Cell {
    /// A value of one place.
    pub fn new(text: impl Into<String>, align: Align) -> Self {
        Cell { text: text.into(), col_span: 1, row_span: 1, align, header: false }
    }

    /// A label of one place, centred.
    pub fn head(text: impl Into<String>) -> Self {
        Cell { text: text.into(), col_span: 1, row_span: 1, align: Align::Center, header: true }
    }

    /// The cell over so many columns and rows.
    pub fn spanning(mut self, col_span: usize, row_span: usize) -> Self {
        self.col_span = col_span;
        self.row_span = row_span;
        self
    }
}

/// Where words stand between left and right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// At the left.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

/// 署名 and 成文日期 (7.3.5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The office that signs.
    pub office: String,
    /// 成文日期, printed as 2019年1月20日 (7.3.5.4).
    pub date: NaiveDate,
    /// Room is left for a seal (7.3.5.1); else the form without seal (7.3.5.2).
    pub sealed: bool,
}
