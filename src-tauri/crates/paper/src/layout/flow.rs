//! Putting lines and tables on the pages' grid.

use crate::fonts::Case;
use crate::{Bookmark, Glyph, Line, LineKind, Page, PageNumberPlace, Style};

use super::cells::Cell;
use super::lines::SetLine;
use super::signature::Signed;
use super::table::SetTable;
use super::{MM_PER_PT, Para};

/// Part of the em above the baseline in Chinese fonts. Taken for all fonts, since some state it wrongly.
pub(super) const ASCENT: f64 = 0.88;
/// White below a table before the next line of text, in millimetres.
pub(super) const BELOW_TABLE: f64 = 1.5;

/// Pages being filled from the top; `row` is the next free line of the last one.
pub(super) struct Flow<'s> {
    style: &'s Style,
    pages: Vec<Page>,
    bookmarks: Vec<Bookmark>,
    row: u32,
}

/// Cells at their places, to be drawn somewhere.
pub(super) struct Strip<'c> {
    pub cells: &'c [Cell],
    pub places: &'c [i32],
    /// Left end in millimetres.
    pub x: f64,
    /// Millimetres of one character's width.
    pub unit: f64,
    pub size_pt: f64,
}

impl Strip<'_> {
    pub fn glyphs(&self) -> Vec<Glyph> {
        let mut out = Vec::with_capacity(self.places.len());
        for (cell, place) in self.cells.iter().zip(self.places) {
            let drawn = match cell.drawn {
                Some(drawn) => (drawn.face, drawn.id, drawn.fallback),
                None if cell.is_space() || cell.is_line_end() => continue,
                None => (0, 0, false),
            };
            out.push(Glyph {
                text: cell.text(),
                face: drawn.0,
                id: drawn.1,
                role: cell.role,
                fallback: drawn.2,
                bold: cell.bold,
                size_pt: self.size_pt,
                x: self.x + f64::from(place + cell.shift) / 1000.0 * self.unit,
            });
        }
        out
    }
}

/// The words of cells, without line ends.
pub(super) fn words(cells: &[Cell]) -> String {
    cells.iter().filter(|c| !c.is_line_end()).map(Cell::text).collect()
}

impl<'s> Flow<'s> {
    pub fn new(style: &'s Style) -> Self {
        let mut flow = Flow { style, pages: Vec::new(), bookmarks: Vec::new(), row: 0 };
        flow.new_page();
        flow
    }

    pub fn finish(mut self) -> (Vec<Page>, Vec<Bookmark>) {
        // A break after the last words leaves no page of its own.
        if self.pages.len() > 1 && self.pages.last().is_some_and(|p| p.lines.is_empty() && p.rules.is_empty())
        {
            self.pages.pop();
        }
        (self.pages, self.bookmarks)
    }

    fn new_page(&mut self) {
        self.pages.push(Page {
            number: self.pages.len() + 1,
            width: self.style.paper_width,
            height: self.style.paper_height,
            lines: Vec::new(),
            rules: Vec::new(),
        });
        self.row = 0;
    }

    pub fn page_break(&mut self) {
        if self.row > 0 {
            self.new_page();
        }
    }

    /// The next free line of the page.
    pub fn row(&self) -> u32 {
        self.row
    }

    pub fn blank(&mut self, rows: u32) {
        self.row += rows;
    }

    /// Begins a new page unless so many lines have room on this one.
    pub fn keep_room(&mut self, rows: u32) {
        let all = self.style.lines_per_page;
        if self.row > 0 && rows <= all && self.row + rows > all {
            self.new_page();
        }
    }

    fn row_top(&self, row: u32) -> f64 {
        self.style.margin_top + f64::from(row) * self.style.row_pitch()
    }

    fn baseline(&self, row: u32, size_pt: f64) -> f64 {
        let em = size_pt * MM_PER_PT;
        self.row_top(row) + (self.style.row_pitch() - em) / 2.0 + ASCENT * em
    }

    fn push(&mut self, line: Line) {
        if let Some(page) = self.pages.last_mut() {
            page.lines.push(line);
        }
    }

    pub fn paragraph(&mut self, para: &Para) {
        for (i, line) in para.lines.iter().enumerate() {
            if self.row >= self.style.lines_per_page {
                self.new_page();
            }
            if let (0, Some((level, text))) = (i, &para.bookmark) {
                let (page, y) = (self.pages.len(), self.row_top(self.row));
                self.bookmarks.push(Bookmark { level: *level, text: text.clone(), page, y });
            }
            let indent = if i == 0 { para.first_indent } else { 0 };
            self.body_line(para, line, indent);
        }
    }

    fn body_line(&mut self, para: &Para, set: &SetLine, indent: i32) {
        let unit = self.style.char_pitch();
        let x = self.style.margin_left + f64::from(indent) / 1000.0 * unit;
        let cells = &para.cells[set.from..set.to];
        let strip = Strip { cells, places: &set.places, x, unit, size_pt: self.style.body_pt };
        let line = Line {
            kind: para.kind,
            text: words(cells),
            x,
            baseline: self.baseline(self.row, self.style.body_pt),
            width: f64::from(set.width) / 1000.0 * unit,
            row: Some(self.row),
            last: set.last,
            forced: set.forced,
            glyphs: strip.glyphs(),
        };
        self.push(line);
        self.row += 1;
    }

    /// A line of the title, centred.
    pub fn title_line(&mut self, cells: &[Cell]) {
        let row = self.row;
        let baseline = self.baseline(row, self.style.title_pt);
        let (left, width) = (self.style.margin_left, self.style.area_width);
        let mut line = centred(cells, LineKind::Title, self.style.title_pt, left, width, baseline);
        line.row = Some(row);
        self.push(line);
        self.row += 1;
    }

    pub fn table(&mut self, table: &SetTable) {
        self.keep_room(table.first_rows(self.style));
        if let Some(caption) = &table.caption {
            let baseline = self.baseline(self.row, self.style.caption_pt);
            let (left, width) = (self.style.margin_left, self.style.area_width);
            let mut line = centred(caption, LineKind::Caption, self.style.caption_pt, left, width, baseline);
            line.row = Some(self.row);
            self.push(line);
            self.row += 1;
        }
        let foot = self.style.margin_top + self.style.area_height;
        // Head and first row may need the whole page; what stands over them stays behind then.
        if self.row > 0 && self.row_top(self.row) + table.least_height() > foot + 1e-6 {
            self.new_page();
        }
        let top = self.row_top(self.row);
        let tail = f64::from(table.tail) * self.style.row_pitch() + BELOW_TABLE;
        let tail = if table.tail > 0 { tail + table.foot.height() } else { table.foot.height() };
        let parts = table.parts(foot - top, self.style.area_height, tail);
        let mut y = top;
        for (nth, part) in parts.iter().enumerate() {
            if nth > 0 {
                self.new_page();
                y = self.style.margin_top;
            }
            if let Some(page) = self.pages.last_mut() {
                y = table.draw(&parts, part, self.style.margin_left, y, page);
                if nth + 1 == parts.len() {
                    y = table.foot.draw(self.style.margin_left, y, page);
                }
            }
        }
        let used = (y + BELOW_TABLE - self.style.margin_top) / self.style.row_pitch();
        self.row = used.ceil().max(0.0) as u32;
    }

    /// The annexes' names, an empty line under the body (7.3.4).
    pub fn annex_names(&mut self, names: &[Para]) {
        if names.is_empty() {
            return;
        }
        let rows = names.iter().map(|para| super::count(para.lines.len())).sum::<u32>();
        self.keep_room(rows + 1);
        if self.row > 0 {
            self.blank(1);
        }
        names.iter().for_each(|para| self.paragraph(para));
    }

    /// The signature, never torn, and with some words of the body above it.
    pub fn signature(&mut self, signed: &Signed) {
        let rows = signed.rows();
        let all = self.style.lines_per_page;
        let (wanted, fewest) = signed.blank;
        let blank = if self.row + wanted + rows <= all { wanted } else { fewest };
        if self.row > 0 && self.row + blank + rows > all {
            self.carry_over();
            self.row += wanted;
        } else {
            self.row += blank;
        }
        for (para, indent) in &signed.lines {
            for line in &para.lines {
                self.body_line(para, line, *indent);
            }
        }
    }

    /// Begins a page and takes the last two lines of the body along, so that the signature does not
    /// stand on an empty page (7.3.5.4). A heading is not left behind at the foot.
    fn carry_over(&mut self) {
        let mut carried = Vec::new();
        if let Some(page) = self.pages.last_mut() {
            let mut at = page.lines.len();
            let movable =
                |line: &Line| matches!(line.kind, LineKind::Body | LineKind::Heading(_) | LineKind::Annex);
            while at > 0 && movable(&page.lines[at - 1]) {
                let heading_left = at < page.lines.len() && heads_alone(&page.lines, at);
                if page.lines.len() - at >= 2 && !heading_left {
                    break;
                }
                at -= 1;
            }
            // Taking everything would only move the empty page.
            if at > 0 {
                carried = page.lines.split_off(at);
            }
        }
        let from = carried.first().and_then(|l| l.row).unwrap_or(0);
        self.new_page();
        let number = self.pages.len();
        for mut line in carried {
            let row = line.row.unwrap_or(from) - from;
            let (old, new) = (self.row_top(line.row.unwrap_or(0)), self.row_top(row));
            if let Some(mark) = self.bookmarks.iter_mut().find(|b| b.page + 1 == number && b.y == old) {
                mark.page = number;
                mark.y = new;
            }
            line.row = Some(row);
            line.baseline = self.baseline(row, self.style.body_pt);
            self.push(line);
            self.row = row + 1;
        }
    }
}

/// Whether the line above `at` is the end of a heading that stands alone.
fn heads_alone(lines: &[Line], at: usize) -> bool {
    matches!(lines[at - 1].kind, LineKind::Heading(_)) && lines[at - 1].last
}

/// Cells centred between `left` and `left + width`, at their own widths.
fn centred(cells: &[Cell], kind: LineKind, size_pt: f64, left: f64, width: f64, baseline: f64) -> Line {
    let unit = size_pt * MM_PER_PT;
    let mut places = Vec::with_capacity(cells.len());
    let mut at = 0;
    for cell in cells {
        places.push(at);
        at += cell.advance;
    }
    let wide = f64::from(at) / 1000.0 * unit;
    let x = left + (width - wide) / 2.0;
    let strip = Strip { cells, places: &places, x, unit, size_pt };
    Line {
        kind,
        text: words(cells),
        x,
        baseline,
        width: wide,
        row: None,
        last: true,
        forced: false,
        glyphs: strip.glyphs(),
    }
}

/// The page number's line: its dashes' upper edge stands below the type area as the style says; on odd
/// pages it ends one character from the right, on even ones it begins one from the left (7.5).
pub(super) fn page_number(cells: &[Cell], number: usize, style: &Style, case: &Case<'_>) -> Option<Line> {
    let em = style.page_number_pt * MM_PER_PT;
    let dash = cells.first()?.drawn?;
    let top = case.ink(dash).map_or(0.4, |[_, _, _, top]| f64::from(top) / 1000.0);
    let baseline = style.margin_top + style.area_height + style.page_number_drop + top * em;
    let mut line = centred(cells, LineKind::PageNumber, style.page_number_pt, 0.0, 0.0, baseline);
    let left = match style.page_number {
        PageNumberPlace::None => return None,
        PageNumberPlace::Center => style.margin_left + (style.area_width - line.width) / 2.0,
        PageNumberPlace::Outside if number % 2 == 1 => style.margin_left + style.area_width - em - line.width,
        PageNumberPlace::Outside => style.margin_left + em,
    };
    let shift = left - line.x;
    line.x = left;
    for glyph in &mut line.glyphs {
        glyph.x += shift;
    }
    Some(line)
}
