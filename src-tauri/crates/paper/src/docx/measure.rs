//! The measures of a Word file: the style's millimetres in Word's units, and what our own layout knows that
//! Word would have to guess.

use crate::{
    Block, Document, Fonts, Head, Line, LineKind, OfficialDocument, Page, Pages, PaperError, Style, Table,
    layout, layout_official,
};

use super::frame::LastPage;

/// Least height of a table's row where the page has room, in millimetres.
const ROW_LEAST: f64 = 7.5;

/// Twentieths of a point.
pub(super) type Twips = i64;

/// Millimetres in twips.
pub(super) fn twips(mm: f64) -> Twips {
    (mm * 1440.0 / 25.4).round() as Twips
}

/// Points in half-points, as Word states sizes of type.
pub(super) fn half_points(pt: f64) -> u32 {
    (pt * 2.0).round() as u32
}

/// Empty lines over a sealed signature.
const SEALED_ROWS: u32 = 2;

/// How a table stands on paper.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct TableSet {
    /// Size of its text in half-points.
    pub half_points: u32,
    /// Least height of a row in twips; 0 where the rows had to be set close.
    pub row_least: Twips,
    /// Stands on one page.
    pub whole: bool,
    /// Its width.
    pub width: Twips,
}

/// The measures of a document's pages.
pub(super) struct Measures<'a> {
    pub fonts: &'a Fonts,
    pub style: &'a Style,
    pub paper: (Twips, Twips),
    /// Width of the type area.
    pub width: Twips,
    /// Top, right, bottom, left.
    pub margins: [Twips; 4],
    /// From one line of the grid to the next.
    pub row: Twips,
}

impl<'a> Measures<'a> {
    /// The measures of a style; an error when it has no room for text.
    pub fn new(fonts: &'a Fonts, style: &'a Style) -> Result<Self, PaperError> {
        style.check()?;
        let paper = (twips(style.paper_width), twips(style.paper_height));
        let (width, height) = (twips(style.area_width()), twips(style.area_height()));
        let (right, bottom) = (twips(style.margin_right), twips(style.margin_bottom));
        let margins = [paper.1 - height - bottom, right, bottom, paper.0 - width - right];
        // Rounded down: the lines of a page have to fit it.
        let row = match style.line_pitch_pt {
            Some(pitch) => (pitch * 20.0).floor() as Twips,
            None => height / Twips::from(style.lines_per_page),
        };
        Ok(Measures { fonts, style, paper, width, margins, row })
    }

    /// So many hundredths of a character of the grid.
    pub fn chars(&self, hundredths: i64) -> Twips {
        self.width * hundredths / (100 * i64::from(self.style.chars_per_line))
    }

    /// What the grid takes off or adds to a character of the body, in 4096ths of a point (`w:charSpace`).
    /// Rounded down: the characters of a line have to fit it.
    pub fn char_space(&self) -> i64 {
        let pitch = self.width as f64 / 20.0 / f64::from(self.style.chars_per_line);
        ((pitch - self.style.body_pt) * 4096.0).floor() as i64
    }

    /// The same in twips, as a style can say it.
    pub fn char_spacing(&self) -> Twips {
        let pitch = self.width as f64 / f64::from(self.style.chars_per_line);
        (pitch - self.style.body_pt * 20.0).floor() as Twips
    }

    /// The lines of a title, broken as on paper. Words that our fonts cannot draw are broken by Word.
    pub fn title_lines(&self, title: &[String]) -> Result<Vec<String>, PaperError> {
        let given: Vec<String> = title.iter().filter(|line| !line.is_empty()).cloned().collect();
        let document = Document { title: given.clone(), ..Document::default() };
        let Some(pages) = self.lay_out(&document)? else { return Ok(given) };
        let of_title = |line: &&Line| line.kind == LineKind::Title;
        let lines: Vec<String> = lines(&pages).filter(of_title).map(|line| line.text.clone()).collect();
        Ok(if lines.concat() == given.concat() { lines } else { given })
    }

    /// The size at which a table stands on paper under the headings `above` it.
    pub fn table(&self, table: &Table, above: &[Block]) -> Result<TableSet, PaperError> {
        let own = table.size_pt.unwrap_or(self.style.table_pt);
        let blocks = above.iter().cloned().chain([Block::Table(table.clone())]).collect();
        let document = Document { blocks, ..Document::default() };
        let pages = self.lay_out(&document)?;
        let size = |pages: &Pages| {
            let in_cell = |line: &&Line| matches!(line.kind, LineKind::Cell { .. });
            let glyph = lines(pages).filter(in_cell).find_map(|line| line.glyphs.first());
            glyph.map(|glyph| glyph.size_pt)
        };
        let close = |pages: &Pages| pages.pages().iter().any(|page| has_close_rows(page, table.landscape));
        let in_cells = |page: &&Page| page.lines.iter().any(|l| matches!(l.kind, LineKind::Cell { .. }));
        let turned = twips(self.style.area_height());
        let least = if pages.as_ref().is_some_and(close) { 0 } else { twips(ROW_LEAST) };
        Ok(TableSet {
            half_points: half_points(pages.as_ref().and_then(size).unwrap_or(own)),
            row_least: least,
            whole: pages.is_some_and(|pages| pages.pages().iter().filter(in_cells).count() == 1),
            width: if table.landscape { turned } else { self.width },
        })
    }

    /// Size of the issuing offices' names in half-points: as large as fits.
    pub fn issuer(&self, head: &Head) -> Result<u32, PaperError> {
        let official = OfficialDocument { head: Some(head.clone()), ..OfficialDocument::default() };
        let pages = self.pages(&official)?;
        let of_issuer = |line: &&Line| line.kind == LineKind::Issuer;
        let glyph =
            pages.as_ref().and_then(|pages| lines(pages).filter(of_issuer).find_map(|l| l.glyphs.first()));
        // Rounded down, so that it still fits.
        let size = glyph.map_or(self.style.title_pt, |glyph| glyph.size_pt);
        Ok((size * 2.0).floor() as u32)
    }

    /// The whole document on paper; `None` when our fonts lack one of its characters.
    pub fn pages(&self, official: &OfficialDocument) -> Result<Option<Pages>, PaperError> {
        drawable(layout_official(official, self.fonts, self.style))
    }

    /// Empty lines over a sealed signature: two, or the one that is left on `pages` where there is no room for more.
    pub fn rows_above_signature(pages: Option<&Pages>) -> u32 {
        let above = |page: &Page| {
            let at = page.lines.iter().position(|line| line.kind == LineKind::Office)?;
            let before = page.lines[..at].last()?.row?;
            Some(page.lines[at].row?.saturating_sub(before + 1))
        };
        let found = pages.into_iter().flat_map(Pages::pages).find_map(above);
        found.unwrap_or(SEALED_ROWS).clamp(1, SEALED_ROWS)
    }

    /// The page of 版记, where our layout gives it one of its own.
    pub fn last_page(&self, pages: Option<&Pages>) -> Option<LastPage> {
        let of_imprint = |line: &Line| matches!(line.kind, LineKind::Imprint | LineKind::PageNumber);
        let last = pages?.pages().last().filter(|page| page.lines.iter().all(of_imprint));
        let even = self.style.imprint_on_even_page;
        last.filter(|page| page.number > 1).map(|page| LastPage { even, numbered: page.numbered })
    }

    /// `None` when the words hold a character that none of our fonts has; Word will find one.
    fn lay_out(&self, document: &Document) -> Result<Option<Pages>, PaperError> {
        drawable(layout(document, self.fonts, self.style))
    }
}

fn drawable(pages: Result<Pages, PaperError>) -> Result<Option<Pages>, PaperError> {
    match pages {
        Ok(pages) => Ok(Some(pages)),
        Err(PaperError::NoGlyph { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

fn lines(pages: &Pages) -> impl Iterator<Item = &Line> {
    pages.pages().iter().flat_map(|page| &page.lines)
}

/// Whether two rules between rows are nearer to each other than the least height of a row. On a turned page
/// they run up the page.
fn has_close_rows(page: &Page, turned: bool) -> bool {
    let across = |at: (f64, f64)| if turned { at.0 } else { at.1 };
    let level = page.rules.iter().filter(|rule| across(rule.from) == across(rule.to));
    let mut heights: Vec<f64> = level.map(|rule| across(rule.from)).collect();
    heights.sort_by(f64::total_cmp);
    heights.windows(2).any(|pair| {
        let apart = pair[1] - pair[0];
        apart > 0.1 && apart < ROW_LEAST - 0.01
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn the_standard_in_words_units() {
        let fonts =
            Fonts::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fonts")).expect("the fonts");
        let style = Style::gbt9704();
        let measures = Measures::new(&fonts, &style).expect("a style with room");
        assert_eq!(measures.paper, (11906, 16838));
        assert_eq!(measures.margins, [2098, 1474, 1984, 1588]);
        assert!(measures.row * 22 <= 16838 - 2098 - 1984);
        let pitch = 16.0 + measures.char_space() as f64 / 4096.0;
        let area = measures.width as f64 / 20.0;
        assert!(28.0 * pitch <= area && 28.0 * pitch > area - 0.1, "{pitch}");
        let spaced = 28 * (16 * 20 + measures.char_spacing());
        assert!(spaced <= measures.width && spaced + 28 > measures.width, "{spaced}");
    }
}
