//! Putting lines and tables on the pages' grid.

use crate::pages::TableShape;
use crate::{Bookmark, Line, LineKind, Page, Rule, Style};

use super::cells::Cell;
use super::lines::SetLine;
use super::signature::Signed;
use super::strip::{Strip, centred, natural_places};
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
    tables: Vec<TableShape>,
    row: u32,
}

/// What a flow has laid out.
pub(super) struct Laid {
    pub pages: Vec<Page>,
    pub bookmarks: Vec<Bookmark>,
    pub tables: Vec<TableShape>,
}

impl<'s> Flow<'s> {
    pub fn new(style: &'s Style) -> Self {
        let mut flow = Flow { style, pages: Vec::new(), bookmarks: Vec::new(), tables: Vec::new(), row: 0 };
        flow.new_page();
        flow
    }

    pub fn finish(mut self) -> Laid {
        // A break after the last words leaves no page of its own.
        if self.pages.len() > 1 && self.pages.last().is_some_and(Page::is_blank) {
            self.pages.pop();
        }
        Laid { pages: self.pages, bookmarks: self.bookmarks, tables: self.tables }
    }

    /// Begins a page, also where the last one is empty.
    pub fn new_page(&mut self) {
        let number = self.pages.len() + 1;
        self.pages.push(Page::empty(number, self.style.paper_width, self.style.paper_height));
        self.row = 0;
    }

    /// Pages begun so far, which is the number of the last.
    pub fn pages_so_far(&self) -> usize {
        self.pages.len()
    }

    /// The last page prints no number.
    pub fn unnumbered(&mut self) {
        if let Some(page) = self.pages.last_mut() {
            page.numbered = false;
        }
    }

    /// Takes over pages laid out apart, in place of the last page where that is empty. What follows begins a
    /// new page.
    pub fn append(&mut self, laid: Laid) {
        if self.row == 0 && self.pages.last().is_some_and(Page::is_blank) {
            self.pages.pop();
        }
        let (before, tables) = (self.pages.len(), self.tables.len());
        for mut page in laid.pages {
            page.number += before;
            page.tables.iter_mut().for_each(|(_, table)| *table += tables);
            self.pages.push(page);
        }
        let moved = laid.bookmarks.into_iter().map(|mark| Bookmark { page: mark.page + before, ..mark });
        self.bookmarks.extend(moved);
        self.tables.extend(laid.tables);
        self.row = self.style.rows();
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
        let all = self.style.rows();
        if self.row > 0 && rows <= all && self.row + rows > all {
            self.new_page();
        }
    }

    pub fn row_top(&self, row: u32) -> f64 {
        self.style.margin_top + f64::from(row) * self.style.row_pitch()
    }

    fn baseline(&self, row: u32, size_pt: f64) -> f64 {
        let em = size_pt * MM_PER_PT;
        self.row_top(row) + (self.style.row_pitch() - em) / 2.0 + ASCENT * em
    }

    /// Goes to the first line whose top is not over `y`, but for a third of a line.
    pub fn go_below(&mut self, y: f64) {
        let rows = (y - self.style.margin_top) / self.style.row_pitch() - 1.0 / 3.0;
        self.row = self.row.max(rows.ceil().max(0.0) as u32);
    }

    pub fn rule(&mut self, rule: Rule) {
        if let Some(page) = self.pages.last_mut() {
            page.rules.push(rule);
        }
    }

    /// A line off the grid.
    pub fn free_line(&mut self, strip: &Strip<'_>, kind: LineKind, baseline: f64, width: f64) {
        self.push(strip.line(kind, baseline, width));
    }

    /// A line of the grid, flush left, in the size of the body.
    pub fn grid_line(&mut self, cells: &[Cell], kind: LineKind) {
        let (places, width) = natural_places(cells);
        let (unit, size_pt) = (self.style.char_pitch(), self.style.body_pt);
        let strip = Strip { cells, places: &places, x: self.style.margin_left, unit, size_pt };
        let baseline = self.baseline(self.row, size_pt);
        let row = Some(self.row);
        self.push(Line { row, ..strip.line(kind, baseline, f64::from(width) / 1000.0 * unit) });
        self.row += 1;
    }

    fn push(&mut self, line: Line) {
        if let Some(page) = self.pages.last_mut() {
            page.lines.push(line);
        }
    }

    pub fn paragraph(&mut self, para: &Para) {
        for (i, line) in para.lines.iter().enumerate() {
            if self.row >= self.style.rows() {
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
        let baseline = self.baseline(self.row, self.style.body_pt);
        let line = strip.line(para.kind, baseline, f64::from(set.width) / 1000.0 * unit);
        let line = Line { row: Some(self.row), last: set.last, forced: set.forced, ..line };
        self.push(line);
        self.row += 1;
    }

    /// A line of the grid in the size of the body, centred.
    pub fn centred_line(&mut self, cells: &[Cell], kind: LineKind) {
        let size_pt = self.style.body_pt;
        let baseline = self.baseline(self.row, size_pt);
        let (left, width) = (self.style.margin_left, self.style.area_width());
        let line = centred(cells, kind, size_pt, left, width, baseline);
        self.push(Line { row: Some(self.row), ..line });
        self.row += 1;
    }

    /// A line of the title, centred.
    pub fn title_line(&mut self, cells: &[Cell]) {
        let row = self.row;
        let baseline = self.baseline(row, self.style.title_pt);
        let (left, width) = (self.style.margin_left, self.style.area_width());
        let mut line = centred(cells, LineKind::Title, self.style.title_pt, left, width, baseline);
        line.row = Some(row);
        self.push(line);
        self.row += 1;
    }

    pub fn table(&mut self, table: &SetTable) {
        self.keep_room(table.first_rows(self.style));
        if let Some(caption) = &table.caption {
            let baseline = self.baseline(self.row, self.style.caption_pt);
            let (left, width) = (self.style.margin_left, self.style.area_width());
            let mut line = centred(caption, LineKind::Caption, self.style.caption_pt, left, width, baseline);
            line.row = Some(self.row);
            self.push(line);
            self.row += 1;
        }
        let foot = self.style.margin_top + self.style.area_height();
        // Head and first row may need the whole page; what stands over them stays behind then.
        if self.row > 0 && self.row_top(self.row) + table.least_height() > foot + 1e-6 {
            self.new_page();
        }
        let top = self.row_top(self.row);
        let tail = f64::from(table.tail) * self.style.row_pitch() + BELOW_TABLE;
        let tail = if table.tail > 0 { tail + table.foot.height() } else { table.foot.height() };
        let parts = table.parts(foot - top, self.style.area_height(), tail);
        let mut y = top;
        for (nth, part) in parts.iter().enumerate() {
            if nth > 0 {
                self.new_page();
                y = self.style.margin_top;
            }
            if let Some(page) = self.pages.last_mut() {
                let from = page.lines.len();
                y = table.draw(&parts, part, self.style.margin_left, y, page);
                page.tables.push((from..page.lines.len(), self.tables.len()));
                if nth + 1 == parts.len() {
                    y = table.foot.draw(self.style.margin_left, y, page);
                }
            }
        }
        self.tables.push(table.shape());
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

    /// The signature, never torn, and with some words of the body above it. `tail` lines follow it on its page
    /// (附注).
    pub fn signature(&mut self, signed: &Signed, tail: u32) {
        self.keep_company();
        let rows = signed.rows() + tail;
        let all = self.style.rows();
        let (wanted, fewest) = signed.blank;
        let blank = if self.row + wanted + rows <= all { wanted } else { fewest };
        if self.row > 0 && self.row + blank + rows > all {
            self.carry_over();
            self.row += wanted;
        } else {
            self.row += blank;
        }
        let top = self.row;
        for placed in &signed.lines {
            self.row = top + placed.row;
            for line in &placed.para.lines {
                self.body_line(&placed.para, line, placed.indent);
            }
        }
    }

    /// Begins a page and takes the last two lines of the body along, so that the signature does not
    /// stand on an empty page (7.3.5.4).
    fn carry_over(&mut self) {
        let lines = self.pages.last().map_or(&[][..], |page| &page.lines);
        // Two lines; one where it is a long one and a short letter keeps two on its first page so.
        let long = |line: &Line| line.width > self.style.area_width() / 2.0;
        let stays = |at: usize| lines[..at].iter().filter(|line| movable(line)).count() >= 2;
        let one = carried_from(lines, 1).filter(|at| stays(*at) && lines[*at..].iter().any(long));
        let at = carried_from(lines, 2);
        let at = at.filter(|at| stays(*at)).or(one).or(at);
        self.new_page();
        if let Some(at) = at {
            self.move_over(at);
        }
    }

    /// A single line of the body above the signature gets the one before it from the page before.
    fn keep_company(&mut self) {
        let [.., before, page] = self.pages.as_slice() else { return };
        let alone = self.row == 1 && page.lines.len() == 1 && movable(&page.lines[0]);
        if let Some(at) = carried_from(&before.lines, 1).filter(|_| alone) {
            self.move_over(at);
        }
    }

    /// Moves the lines of the last page but one from `at` on to the top of the last, whose own lines go down.
    fn move_over(&mut self, at: usize) {
        let number = self.pages.len();
        let (style, top) = (self.style, self.style.margin_top);
        let [.., before, page] = self.pages.as_mut_slice() else { return };
        let moved = before.lines.split_off(at);
        let from = moved.first().and_then(|line| line.row).unwrap_or(0);
        let down = moved.last().and_then(|line| line.row).map_or(0, |row| row + 1 - from);
        let y = |row: u32| top + f64::from(row) * style.row_pitch();
        for mark in &mut self.bookmarks {
            if mark.page == number {
                mark.y += y(down) - top;
            } else if mark.page + 1 == number && mark.y >= y(from) - 1e-6 {
                mark.page = number;
                mark.y -= y(from) - top;
            }
        }
        let place = |mut line: Line, row: u32| {
            line.baseline += y(row) - y(line.row.unwrap_or(row));
            line.row = Some(row);
            line
        };
        let own = page.lines.drain(..).map(|line| (line.row.unwrap_or(0) + down, line)).collect::<Vec<_>>();
        let moved = moved.into_iter().map(|line| (line.row.unwrap_or(from) - from, line));
        page.lines = moved.chain(own).map(|(row, line)| place(line, row)).collect();
        self.row += down;
    }
}

/// A line of the body, of a heading or of the annexes' names.
fn movable(line: &Line) -> bool {
    matches!(line.kind, LineKind::Body | LineKind::Heading(_) | LineKind::Annex)
}

/// Where the last lines of a page begin that may be taken to the next: so many, more where a heading would be
/// left at the foot. `None` where nothing would stay.
fn carried_from(lines: &[Line], wanted: usize) -> Option<usize> {
    let mut at = lines.len();
    while at > 0 && movable(&lines[at - 1]) {
        let heading_left = at < lines.len() && heads_alone(lines, at);
        if lines.len() - at >= wanted && !heading_left {
            break;
        }
        at -= 1;
    }
    (at > 0 && at < lines.len()).then_some(at)
}

/// Whether the line above `at` is the end of a heading that stands alone.
fn heads_alone(lines: &[Line], at: usize) -> bool {
    matches!(lines[at - 1].kind, LineKind::Heading(_)) && lines[at - 1].last
}
