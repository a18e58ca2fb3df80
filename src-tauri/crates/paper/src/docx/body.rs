//! The words of a document, part by part: title, salutation, body, annexes' names, signature, annexes.

use std::collections::BTreeSet;

use chrono::Datelike;

use crate::markup::Element;
use crate::{Annex, Block, Head, NameSeal, OfficialDocument, PaperError, Signature, Span, SpanRole, Table};

use super::frame::{self, LastPage, Section};
use super::head;
use super::measure::Measures;
use super::paragraph::{Indent, Paragraph, width};
use super::styles::run_in;
use super::table;

/// The body of a Word file.
pub(super) struct Body {
    pub elements: Vec<Element>,
    /// Sizes of its tables in half-points.
    pub table_sizes: BTreeSet<u32>,
    /// Size of the issuing offices' names, likewise.
    pub issuer: Option<u32>,
    /// How its last pages stand.
    pub section: Section,
}

/// A piece that may still be told to stay with the next.
enum Piece {
    Paragraph(Paragraph),
    Table(Element),
    /// Under a table.
    Gap(Paragraph),
}

struct Writer<'a> {
    measures: &'a Measures<'a>,
    pieces: Vec<Piece>,
    table_sizes: BTreeSet<u32>,
    /// The next piece begins a page.
    breaks_page: bool,
    /// The pages are turned, and what is written now is to stand on turned pages.
    turned: bool,
    wants_turned: bool,
    /// What is written now is the page of 版记.
    last: Option<LastPage>,
}

/// Writes a document's words.
pub(super) fn write(official: &OfficialDocument, measures: &Measures<'_>) -> Result<Body, PaperError> {
    let document = &official.body;
    let mut writer = Writer {
        measures,
        pieces: Vec::new(),
        table_sizes: BTreeSet::new(),
        breaks_page: false,
        turned: false,
        wants_turned: false,
        last: None,
    };
    let issuer = official.head.as_ref().map(|head| measures.issuer(head)).transpose()?;
    if let (Some(head), Some(issuer)) = (&official.head, issuer) {
        writer.head(head, issuer);
    }
    writer.title("Title", &document.title)?;
    if let Some(number) = official.number.as_deref().map(str::trim).filter(|number| !number.is_empty()) {
        writer.title_number(number);
    }
    if let Some(words) = document.salutation.as_deref().filter(|s| !s.is_empty()) {
        writer.push(Paragraph::new("Salutation").words(words));
    }
    let signed = document.signature.is_some() && document.annexes.is_empty();
    // Where the seal and 版记 stand only the pages themselves tell.
    let asks = document.signature.as_ref().is_some_and(|s| s.sealed) || official.imprint.is_some();
    let pages = if asks { measures.pages(official)? } else { None };
    writer.blocks(&document.blocks, 0, signed)?;
    writer.annex_names(&document.annexes);
    if let Some(signature) = &document.signature {
        let above = if signature.sealed { Measures::rows_above_signature(pages.as_ref()) } else { 1 };
        writer.signature(signature, &official.name_seals, above);
    }
    if let Some(note) = official.note.as_deref().map(str::trim).filter(|note| !note.is_empty()) {
        writer.note(note);
    }
    for (n, annex) in document.annexes.iter().enumerate() {
        writer.annex(annex, n, document.annexes.len())?;
    }
    if let Some(imprint) = official.imprint.as_ref().and_then(|imprint| head::imprint(imprint, measures)) {
        match measures.last_page(pages.as_ref()) {
            Some(last) => writer.last_page(last),
            None => writer.turn(false),
        }
        writer.pieces.push(Piece::Table(imprint));
        // A table is no end of a document.
        writer.push(Paragraph::new("BelowTable"));
    }
    let section = Section { turned: writer.turned, last: writer.last };
    let table_sizes = writer.table_sizes;
    let mut elements = Vec::with_capacity(writer.pieces.len());
    let mut pieces = writer.pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Paragraph(paragraph) => elements.push(paragraph.element(measures)),
            Piece::Table(element) => elements.push(element),
            Piece::Gap(gap) => elements.extend(between(gap, pieces.peek()).map(|gap| gap.element(measures))),
        }
    }
    Ok(Body { elements, table_sizes, issuer, section })
}

/// Under a table that fills its page there is no room for a gap: where a page ends anyway it would begin an
/// empty one. Between two tables there has to be one, or Word takes them for one table.
fn between(gap: Paragraph, next: Option<&Piece>) -> Option<Paragraph> {
    match next {
        Some(Piece::Paragraph(next)) if next.breaks_page || next.style == "AnnexMark" => None,
        Some(Piece::Table(_)) => Some(Paragraph { rows_above: Some(1), ..gap }),
        _ => Some(gap),
    }
}

impl Writer<'_> {
    fn push(&mut self, mut paragraph: Paragraph) {
        self.turn(self.wants_turned);
        // A break before the first words would make an empty page.
        paragraph.breaks_page |= std::mem::take(&mut self.breaks_page) && !self.pieces.is_empty();
        self.pieces.push(Piece::Paragraph(paragraph));
    }

    /// Goes on with turned pages, or with upright ones; the section up to here ends.
    fn turn(&mut self, turned: bool) {
        if turned != self.turned && !self.pieces.is_empty() {
            self.end_section();
        }
        self.turned = turned;
    }

    fn end_section(&mut self) {
        let section = Some(frame::section(Section { turned: self.turned, last: None }, self.measures));
        if matches!(self.pieces.last(), Some(Piece::Gap(_))) {
            self.pieces.pop();
        }
        match self.pieces.last_mut() {
            // No line of its own, for which a full page would have no room.
            Some(Piece::Paragraph(last)) if last.section.is_none() => last.section = section,
            _ => self.pieces.push(Piece::Paragraph(Paragraph { section, ..Paragraph::new("BelowTable") })),
        }
        self.breaks_page = false;
    }

    /// Goes on with the page of 版记.
    fn last_page(&mut self, last: LastPage) {
        self.end_section();
        (self.turned, self.last) = (false, Some(last));
    }

    fn head(&mut self, head: &Head, issuer: u32) {
        let parts = head::head(head, issuer, self.measures);
        parts.corner.into_iter().for_each(|line| self.push(line));
        self.pieces.extend(parts.issuers.map(Piece::Table));
        parts.number.into_iter().for_each(|line| self.push(line));
    }

    fn title(&mut self, style: &str, title: &[String]) -> Result<(), PaperError> {
        let lines = self.measures.title_lines(title)?;
        if !lines.is_empty() {
            self.push(Paragraph::new(style).words(&lines.join("\n")));
        }
        Ok(())
    }

    /// The body, or that of an annex. `above` lines of the first page are taken; `signed`: a signature
    /// follows, which a table must not leave alone.
    fn blocks(&mut self, blocks: &[Block], above: usize, signed: bool) -> Result<(), PaperError> {
        // What stands over a table on its page: headings, and what begins the page.
        let mut over = vec![Block::heading(4, "", "一行"); above];
        for (n, block) in blocks.iter().enumerate() {
            let last = n + 1 == blocks.len();
            match block {
                Block::PageBreak => self.breaks_page = true,
                Block::Paragraph { spans } => self.push(paragraph(spans)),
                Block::Heading { level, number, spans } => self.push(heading(*level, number, spans)),
                Block::Table(table) => self.table(table, &over, last && signed)?,
            }
            match block {
                Block::Heading { spans, .. } if !runs_on(spans) => over.push(block.clone()),
                _ => over.clear(),
            }
        }
        Ok(())
    }

    fn table(&mut self, table: &Table, over: &[Block], signed: bool) -> Result<(), PaperError> {
        let set = self.measures.table(table, over)?;
        self.table_sizes.insert(set.half_points);
        let around = self.wants_turned;
        self.wants_turned |= table.landscape;
        self.turn(self.wants_turned);
        if !table.caption.is_empty() {
            self.push(Paragraph::new("Caption").words(&table.caption));
        } else if self.breaks_page {
            self.push(Paragraph { keep_next: true, ..Paragraph::new("BelowTable") });
        }
        let keeps = signed || !table.footer.is_empty();
        self.pieces.push(Piece::Table(table::element(table, &set, keeps, self.measures)));
        for mut line in table::foot(table, &set) {
            line.keep_next = signed;
            self.push(line);
        }
        self.pieces.push(Piece::Gap(Paragraph { keep_next: signed, ..Paragraph::new("BelowTable") }));
        self.wants_turned = around;
        Ok(())
    }

    /// Under the body: 「附件：1.甲」, further lines under the first character of the name (7.3.4).
    /// They stay with the signature and are company enough for it.
    fn annex_names(&mut self, annexes: &[Annex]) {
        let several = annexes.len() > 1;
        for (n, annex) in annexes.iter().enumerate() {
            let number = if several { format!("{}.", n + 1) } else { String::new() };
            let label = if n == 0 { "附件：" } else { "" };
            let hanging = width(label) + width(&number);
            let left = 200 + width("附件：") + width(&number);
            self.push(Paragraph {
                keep_next: true,
                rows_above: (n == 0).then_some(1),
                indent: Some(Indent { left, right: 0, hanging }),
                ..Paragraph::new("AnnexList").words(&format!("{label}{number}{}", annex.title))
            });
        }
    }

    /// The last words stay with the signature, so that it never stands alone on a page (7.3.5.4).
    fn keep_last(&mut self) {
        if let Some(Piece::Paragraph(last)) = self.pieces.last_mut() {
            last.keep_next = true;
        }
    }

    /// The number of a document without 版头, right under its title.
    fn title_number(&mut self, number: &str) {
        if let Some(Piece::Paragraph(title)) = self.pieces.last_mut() {
            title.close_below = true;
        }
        self.push(Paragraph::new("TitleNumber").words(number));
    }

    /// `above`: empty lines over it.
    fn signature(&mut self, signature: &Signature, seals: &[NameSeal], above: u32) {
        self.keep_last();
        let date = signature.date;
        let date = format!("{}年{}月{}日", date.year(), date.month(), date.day());
        if !seals.is_empty() {
            return self.name_seals(seals, &date);
        }
        let full = i64::from(self.measures.style.chars_per_line) * 100;
        let wide = signature.office.split('\n').map(width).max().unwrap_or(0);
        let places = if signature.sealed { sealed } else { unsealed };
        let [office_at, date_at] = places(full, wide, width(&date));
        self.push(Paragraph {
            rows_above: Some(above),
            indent: Some(office_at.0),
            align: Some(office_at.1),
            ..Paragraph::new("Signature").words(&signature.office)
        });
        self.push(Paragraph {
            indent: Some(date_at.0),
            align: Some(date_at.1),
            ..Paragraph::new("Date").words(&date)
        });
    }

    /// Posts with room for a 签名章 of seven characters behind them, which ends four characters from the right; an
    /// empty line under the last, then the date (7.3.5.3).
    fn name_seals(&mut self, seals: &[NameSeal], date: &str) {
        let right = |right: i64| Some(Indent { right, ..Indent::default() });
        for (n, seal) in seals.iter().enumerate() {
            self.push(Paragraph {
                rows_above: Some(if n == 0 { 2 } else { 1 }),
                indent: right(400 + 700 + 200),
                align: Some("right"),
                ..Paragraph::new("Signature").words(&seal.post)
            });
        }
        self.push(Paragraph {
            rows_above: Some(2),
            indent: right(400),
            align: Some("right"),
            ..Paragraph::new("Date").words(date)
        });
    }

    /// 附注, in brackets under the date (7.3.6).
    fn note(&mut self, words: &str) {
        self.keep_last();
        let bare = words.strip_prefix(['（', '(']).and_then(|w| w.strip_suffix(['）', ')'])).unwrap_or(words);
        self.push(Paragraph::new("NormalIndent").words(&format!("（{bare}）")));
    }

    /// An annex from a new page: the mark in its first line, its title in the third (7.3.7).
    fn annex(&mut self, annex: &Annex, n: usize, of: usize) -> Result<(), PaperError> {
        let mark = if of > 1 { format!("附件{}", n + 1) } else { "附件".to_owned() };
        self.breaks_page = false;
        let wide = |block: &Block| matches!(block, Block::Table(table) if table.landscape);
        self.wants_turned = !annex.blocks.is_empty() && annex.blocks.iter().all(wide);
        self.push(Paragraph::new("AnnexMark").words(&mark));
        let before = self.pieces.len();
        self.title("AnnexTitle", std::slice::from_ref(&annex.title))?;
        // The mark, an empty line, the title and the lines under it.
        let titled =
            if self.pieces.len() > before { 2 + self.measures.style.title_rows_below as usize } else { 0 };
        self.blocks(&annex.blocks, 1 + titled, false)?;
        self.wants_turned = false;
        Ok(())
    }
}

fn runs_on(spans: &[Span]) -> bool {
    spans.iter().any(|span| span.role == SpanRole::Body && !span.text.is_empty())
}

fn paragraph(spans: &[Span]) -> Paragraph {
    spans.iter().fold(Paragraph::new("NormalIndent"), |paragraph, span| paragraph.words(&span.text))
}

/// A heading on a line of its own is a 标题 of Word; one that the text runs on from is a body paragraph with
/// its first words in the heading's style.
fn heading(level: u8, number: &str, spans: &[Span]) -> Paragraph {
    let level = level.clamp(1, 4);
    if !runs_on(spans) {
        let heading = Paragraph::new(format!("Heading{level}")).words(number);
        return spans.iter().fold(heading, |paragraph, span| paragraph.words(&span.text));
    }
    let style = run_in(level);
    let paragraph = Paragraph::new("NormalIndent").styled(number, &style);
    spans.iter().fold(paragraph, |paragraph, span| match span.role {
        SpanRole::HeadingSentence => paragraph.styled(&span.text, &style),
        SpanRole::Body => paragraph.words(&span.text),
    })
}

/// How a line of the signature stands.
type Place = (Indent, &'static str);

/// Office and date with a seal: the date four characters from the right, the office centred over it; an
/// office too long for that moves both to the left (7.3.5.1).
fn sealed(full: i64, office: i64, date: i64) -> [Place; 2] {
    let wanted = full - 400 - date / 2;
    let middle = wanted.min(full - office / 2).max(office / 2);
    let around = Indent { left: (2 * middle - full).max(0), right: (full - 2 * middle).max(0), hanging: 0 };
    let date_at = if middle == wanted {
        (Indent { right: 400, ..Indent::default() }, "right")
    } else {
        (around, "center")
    };
    [(around, "center"), date_at]
}

/// Without seal: the office two characters from the right, the date two further in than the office; a date
/// longer than the office stands two from the right and the office two to its left (7.3.5.2).
fn unsealed(full: i64, office: i64, date: i64) -> [Place; 2] {
    let at = |left: i64| (Indent { left, ..Indent::default() }, "left");
    let office_at = if date > office { full - 400 - date } else { (full - 200 - office).max(0) };
    [at(office_at), at(office_at + 200)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signature_stands_as_on_paper() {
        // 8 characters of office, 6.5 of date in a line of 28.
        let [office, date] = sealed(2800, 800, 650);
        assert_eq!((date.0.right, date.1), (400, "right"));
        assert_eq!((office.0.left + 2800) / 2, 2800 - 400 - 325, "centred over the date");
        let [office, date] = sealed(2800, 1800, 650);
        assert_eq!((office.0.left, date.0.left), (1000, 1000), "both end with the long name");
        assert_eq!(unsealed(2800, 800, 650).map(|place| place.0.left), [1800, 2000]);
        assert_eq!(unsealed(2800, 400, 650).map(|place| place.0.left), [1750, 1950]);
    }
}
