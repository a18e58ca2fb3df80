//! Tables: which cell covers what, how high each row is, where a table is cut between pages, and its rules.

use std::ops::Range;

use crate::pages::{CellShape, TableShape};
use crate::{Align, FontRole, Line, LineKind, Page, PaperError, Rule, Style, Table};

use super::cells::{self, Cell, Run};
use super::flow::{ASCENT, BELOW_TABLE};
use super::foot::Foot;
use super::lines::{self, SetLine};
use super::strip::Strip;
use super::{Context, MM_PER_PT};

/// Line pitch within a cell, in ems.
const LEADING: f64 = 1.3;
/// White between rule and words, in millimetres.
const PAD_X: f64 = 1.3;
const PAD_Y: f64 = 0.9;
/// Least height of a row in millimetres.
const LEAST: f64 = 7.5;
/// Rows may be as low as this where a table stands on one page so: no lower than it takes.
const CLOSER: [f64; 4] = [7.0, 6.5, 6.0, 0.0];
/// Step between the sizes that are tried, in points.
const SIZE_STEP: f64 = 0.5;
const THIN: f64 = 0.2;
const FRAME: f64 = 0.35;

/// A cell with its place in the table and its words set.
struct SetCell {
    rows: Range<usize>,
    columns: Range<usize>,
    cells: Vec<Cell>,
    lines: Vec<SetLine>,
    align: Align,
    header: bool,
}

/// A table ready to be drawn.
pub(super) struct SetTable {
    pub caption: Option<Vec<Cell>>,
    /// Left ends of the columns and the right end of the last, in millimetres from the table's left.
    edges: Vec<f64>,
    /// Row heights in millimetres.
    heights: Vec<f64>,
    /// Rows of the head.
    head: usize,
    size_pt: f64,
    body: Vec<SetCell>,
    /// Labels under it.
    pub foot: Foot,
    /// Stands on one page.
    whole: bool,
    /// Lines of the grid that must follow the last row on the same page: those of a signature.
    pub tail: u32,
}

/// A cell's words taken apart, with its row, index and columns.
struct Placed {
    row: usize,
    index: usize,
    columns: Range<usize>,
    cells: Vec<Cell>,
}

/// Sets a table over the width of the type area. `above` lines of the grid stand over it on its page.
pub(super) fn set(table: &Table, above: u32, context: &mut Context<'_>) -> Result<SetTable, PaperError> {
    let style = context.style;
    let edges = edges(table, style)?;
    let mut placed = Vec::new();
    for (row, index, columns) in grid(table)? {
        let cell = &table.rows[row].cells[index];
        let role = if cell.header { FontRole::HeiTi } else { FontRole::FangSong };
        let cells = cells::cells(&[Run { text: cell.text.clone(), role, bold: false }], &mut context.case);
        placed.push(Placed { row, index, columns, cells });
    }
    let head = table.rows.iter().take_while(|row| row.header).count();
    // A head that is the whole table is repeated nowhere.
    let head = if head < table.rows.len() { head } else { 0 };
    let reaches_out = |p: &Placed| p.row < head && p.row + table.rows[p.row].cells[p.index].row_span > head;
    if placed.iter().any(reaches_out) {
        return Err(shape(table, "表头的单元格不能伸到表身".into()));
    }
    let mut words = |text: &str, role: FontRole| {
        let run = Run { text: text.replace('\n', ""), role, bold: false };
        cells::cells(&[run], &mut context.case)
    };
    let caption = (!table.caption.is_empty()).then(|| words(&table.caption, FontRole::HeiTi));
    let foot: Vec<Vec<Cell>> = table.footer.iter().map(|text| words(text, FontRole::FangSong)).collect();
    let room = style.rows().saturating_sub(above + u32::from(caption.is_some()));
    let room = f64::from(room) * style.row_pitch();
    let at_size = |size_pt: f64, least: f64| {
        let foot = Foot::set(&foot, size_pt, style.area_width());
        SetTable { caption: caption.clone(), foot, ..at_size(table, &placed, &edges, head, size_pt, least) }
    };
    fewest_pages(table, style, room, at_size)
}

/// The table in the size that takes the fewest pages, the first of them with so much room; of several the
/// largest.
fn fewest_pages(
    table: &Table,
    style: &Style,
    room: f64,
    at_size: impl Fn(f64, f64) -> SetTable,
) -> Result<SetTable, PaperError> {
    let mut best: Option<(usize, SetTable)> = None;
    let mut too_high = 0;
    for (size_pt, least) in sizes(table, style)? {
        let mut set = at_size(size_pt, least);
        let top: f64 = set.heights[..set.head].iter().sum();
        if let Some(high) = set.heights[set.head..].iter().position(|h| top + h > style.area_height()) {
            too_high = set.head + high + 1;
            continue;
        }
        let pages = set.parts(room, style.area_height(), set.foot.height()).len();
        set.whole = table.least_pt.is_some() && pages == 1;
        if best.as_ref().is_none_or(|(fewest, _)| pages < *fewest) {
            best = Some((pages, set));
        }
        if pages == 1 {
            break;
        }
    }
    best.map(|(_, set)| set).ok_or_else(|| shape(table, format!("第{too_high}行太高，一页放不下")))
}

/// Sizes of the text to try, from the largest, each with the least height of a row.
fn sizes(table: &Table, style: &Style) -> Result<Vec<(f64, f64)>, PaperError> {
    let wanted = table.size_pt.unwrap_or(style.table_pt);
    let least = table.least_pt.unwrap_or(wanted);
    if [wanted, least].iter().any(|size| !size.is_finite() || *size <= 0.0) {
        return Err(shape(table, "字号必须大于零".into()));
    }
    let steps = ((wanted - least) / SIZE_STEP).max(0.0).floor() as u32;
    let mut sizes = Vec::new();
    for step in 0..=steps.min(100) {
        let size = wanted - f64::from(step) * SIZE_STEP;
        sizes.push((size, LEAST));
        if table.least_pt.is_some() {
            sizes.extend(CLOSER.map(|least| (size, least)));
        }
    }
    Ok(sizes)
}

fn at_size(
    table: &Table,
    placed: &[Placed],
    edges: &[f64],
    head: usize,
    size_pt: f64,
    least: f64,
) -> SetTable {
    let em = size_pt * MM_PER_PT;
    let set_cell = |placed: &Placed| {
        let cell = &table.rows[placed.row].cells[placed.index];
        let wide = edges[placed.columns.end] - edges[placed.columns.start];
        let room = (((wide - 2.0 * PAD_X) / em * 1000.0) as i32).max(1);
        // A label beside several rows stands in a narrow column: （三） over 不予公开, not （三）不 over 予公开.
        let lines = if cell.align == Align::Center || cell.row_span > 1 {
            lines::balanced(&placed.cells, room)
        } else {
            lines::set(&placed.cells, room, room, false)
        };
        SetCell {
            rows: placed.row..placed.row + cell.row_span,
            columns: placed.columns.clone(),
            cells: placed.cells.clone(),
            lines,
            align: cell.align,
            header: cell.header,
        }
    };
    let body: Vec<SetCell> = placed.iter().map(set_cell).collect();
    let heights = heights(&body, table.rows.len(), em, least);
    let (edges, foot) = (edges.to_vec(), Foot::default());
    SetTable { caption: None, edges, heights, head, size_pt, body, foot, whole: false, tail: 0 }
}

fn shape(table: &Table, reason: String) -> PaperError {
    let first =
        || table.rows.first().and_then(|r| r.cells.first()).map(|c| c.text.clone()).unwrap_or_default();
    let caption = if table.caption.is_empty() { first() } else { table.caption.clone() };
    PaperError::TableShape { caption, reason }
}

fn edges(table: &Table, style: &Style) -> Result<Vec<f64>, PaperError> {
    let sum: f64 = table.columns.iter().sum();
    let bad = table.columns.is_empty() || table.columns.iter().any(|c| !c.is_finite() || *c <= 0.0);
    if bad || !sum.is_finite() {
        return Err(shape(table, "列宽必须大于零".into()));
    }
    if table.rows.is_empty() {
        return Err(shape(table, "没有行".into()));
    }
    let mut edges = vec![0.0];
    let mut at = 0.0;
    for share in &table.columns {
        at += share;
        edges.push(at / sum * style.area_width());
    }
    Ok(edges)
}

/// Row, index in the row and columns of every cell; an error when they overlap, stick out or leave a hole.
fn grid(table: &Table) -> Result<Vec<(usize, usize, Range<usize>)>, PaperError> {
    let (rows, columns) = (table.rows.len(), table.columns.len());
    let mut taken = vec![vec![false; columns]; rows];
    let mut out = Vec::new();
    for (r, row) in table.rows.iter().enumerate() {
        let mut column = 0;
        for (index, cell) in row.cells.iter().enumerate() {
            while column < columns && taken[r][column] {
                column += 1;
            }
            let (right, below) = (column.saturating_add(cell.col_span), r.saturating_add(cell.row_span));
            if cell.col_span == 0 || cell.row_span == 0 || right > columns || below > rows {
                return Err(shape(table, format!("第{}行第{}格超出了表格", r + 1, index + 1)));
            }
            for line in &mut taken[r..below] {
                if line[column..right].iter().any(|t| *t) {
                    return Err(shape(table, format!("第{}行第{}格与别的格重叠", r + 1, index + 1)));
                }
                line[column..right].fill(true);
            }
            out.push((r, index, column..right));
            column = right;
        }
        if taken[r].iter().any(|t| !t) {
            return Err(shape(table, format!("第{}行缺少单元格", r + 1)));
        }
    }
    Ok(out)
}

/// Row heights in millimetres; a cell over several rows widens the last of them when they do not suffice.
fn heights(body: &[SetCell], rows: usize, em: f64, least: f64) -> Vec<f64> {
    let mut heights = vec![em * LEADING + 2.0 * PAD_Y; rows];
    let need = |cell: &SetCell| cell.lines.len() as f64 * em * LEADING + 2.0 * PAD_Y;
    for cell in body.iter().filter(|c| c.rows.len() == 1) {
        let row = cell.rows.start;
        heights[row] = heights[row].max(need(cell)).max(least);
    }
    for cell in body.iter().filter(|c| c.rows.len() > 1) {
        let have: f64 = heights[cell.rows.clone()].iter().sum();
        heights[cell.rows.end - 1] += (need(cell) - have).max(0.0);
    }
    heights
}

impl SetTable {
    /// Lines of the grid that caption, head and first row take, as far as they have to stay together; with
    /// what must follow them where there is no other row that could go over with it.
    pub fn first_rows(&self, style: &Style) -> u32 {
        let high: f64 = self.heights[..=self.head.min(self.heights.len() - 1)].iter().sum();
        let lines = |high: f64| (high / style.row_pitch()).ceil().max(1.0) as u32;
        let caption = u32::from(self.caption.is_some());
        if self.whole {
            let all: f64 = self.heights.iter().sum();
            return lines(all + self.foot.height()) + caption;
        }
        let whole = lines(high + BELOW_TABLE) + caption + self.tail;
        let one_piece = self.heights.len() - self.head == 1;
        if self.tail > 0 && one_piece && whole <= style.rows() { whole } else { lines(high) + caption }
    }

    /// Height of head and first row, in millimetres: the least that has to have room.
    pub fn least_height(&self) -> f64 {
        self.heights[..=self.head.min(self.heights.len() - 1)].iter().sum()
    }

    /// The cells as readers are told of them.
    pub fn shape(&self) -> TableShape {
        let cell = |cell: &SetCell| CellShape {
            row: cell.rows.start,
            column: cell.columns.start,
            rows: cell.rows.len(),
            columns: cell.columns.len(),
            header: cell.header,
            in_head: cell.rows.start < self.head,
        };
        TableShape { cells: self.body.iter().map(cell).collect() }
    }

    /// Where the table is cut: the rows of each page, head not counted. `first` is the room on the page it
    /// begins on, `full` that of an empty page, `tail` what has to follow its last row on the same page, in
    /// millimetres.
    pub fn parts(&self, first: f64, full: f64, tail: f64) -> Vec<Range<usize>> {
        let top: f64 = self.heights[..self.head].iter().sum();
        let mut parts = Vec::new();
        let mut from = self.head;
        let mut room = first;
        while from < self.heights.len() {
            let mut high = top;
            let mut to = from;
            while to < self.heights.len() && high + self.heights[to] <= room + 1e-6 {
                high += self.heights[to];
                to += 1;
            }
            // A row never fails to fit an empty page; `set` has seen to it.
            let to = to.max(from + 1);
            let ends = to == self.heights.len();
            let crowded = ends && to - from > 1 && high + tail > room + 1e-6;
            let to = match (ends, crowded) {
                (true, true) => self.best_cut(from, to - 1),
                (true, false) => to,
                (false, _) => self.best_cut(from, to),
            };
            parts.push(from..to);
            from = to;
            room = full;
        }
        parts
    }

    /// The cut between rows that goes through the fewest cells, within the last third of the part.
    fn best_cut(&self, from: usize, to: usize) -> usize {
        let earliest = (to - (to - from) / 3).max(from + 1);
        (earliest..=to)
            .rev()
            .min_by_key(|at| self.body.iter().filter(|c| c.rows.start < *at && c.rows.end > *at).count())
            .unwrap_or(to)
    }

    /// Draws the head and one part with its upper left corner at (`x`, `y`); returns its lower edge.
    pub fn draw(&self, parts: &[Range<usize>], part: &Range<usize>, x: f64, y: f64, page: &mut Page) -> f64 {
        let repeated = parts.first().is_some_and(|p| p != part);
        let head_high: f64 = self.heights[..self.head].iter().sum();
        let high = head_high + self.heights[part.clone()].iter().sum::<f64>();
        let top_of = |row: usize| {
            if row < self.head {
                y + self.heights[..row].iter().sum::<f64>()
            } else {
                y + head_high + self.heights[part.start..row].iter().sum::<f64>()
            }
        };
        for cell in &self.body {
            let in_head = cell.rows.start < self.head;
            let seen = if in_head { &(0..self.head) } else { part };
            let (from, to) = (cell.rows.start.max(seen.start), cell.rows.end.min(seen.end));
            if from >= to {
                continue;
            }
            let boxed = (top_of(from), top_of(to - 1) + self.heights[to - 1]);
            let again = (in_head && repeated) || from > cell.rows.start;
            if self.shows_words(cell, parts, part) {
                self.draw_words(cell, boxed, x, again, page);
            }
            self.draw_edges(cell, boxed, x, y, page);
        }
        self.frame(x, y, high, page);
        y + high
    }

    /// The words of a cell cut between pages stand in every part that has room for them, at least in the
    /// highest.
    fn shows_words(&self, cell: &SetCell, parts: &[Range<usize>], part: &Range<usize>) -> bool {
        if cell.rows.start < self.head {
            return true;
        }
        let visible = |p: &Range<usize>| {
            let range = cell.rows.start.max(p.start)..cell.rows.end.min(p.end);
            if range.is_empty() { 0.0 } else { self.heights[range].iter().sum::<f64>() }
        };
        let need = cell.lines.len() as f64 * self.size_pt * MM_PER_PT * LEADING;
        let here = visible(part);
        here >= need || parts.iter().all(|p| visible(p) <= here)
    }

    fn draw_words(&self, cell: &SetCell, (top, bottom): (f64, f64), x: f64, repeated: bool, page: &mut Page) {
        let em = self.size_pt * MM_PER_PT;
        let pitch = em * LEADING;
        let (left, right) = (x + self.edges[cell.columns.start], x + self.edges[cell.columns.end]);
        let first = (top + bottom - pitch * cell.lines.len() as f64) / 2.0;
        for (i, line) in cell.lines.iter().enumerate() {
            let width = f64::from(line.width) / 1000.0 * em;
            let at = match cell.align {
                Align::Left => left + PAD_X,
                Align::Center => (left + right - width) / 2.0,
                Align::Right => right - PAD_X - width,
            };
            let cells = &cell.cells[line.from..line.to];
            let strip = Strip { cells, places: &line.places, x: at, unit: em, size_pt: self.size_pt };
            let kind = LineKind::Cell { row: cell.rows.start, column: cell.columns.start, repeated };
            let baseline = first + pitch * i as f64 + (pitch - em) / 2.0 + ASCENT * em;
            let drawn = strip.line(kind, baseline, width);
            page.lines.push(Line { last: line.last, forced: line.forced, ..drawn });
        }
    }

    /// The rules at the cell's left and upper side; the frame draws the rest.
    fn draw_edges(&self, cell: &SetCell, (top, bottom): (f64, f64), x: f64, y: f64, page: &mut Page) {
        let (left, right) = (x + self.edges[cell.columns.start], x + self.edges[cell.columns.end]);
        if cell.columns.start > 0 {
            page.rules.push(Rule::black((left, top), (left, bottom), THIN));
        }
        if top > y + 1e-6 {
            page.rules.push(Rule::black((left, top), (right, top), THIN));
        }
    }

    fn frame(&self, x: f64, y: f64, high: f64, page: &mut Page) {
        let right = x + self.edges.last().copied().unwrap_or(0.0);
        let bottom = y + high;
        let half = FRAME / 2.0;
        for (from, to) in [
            ((x - half, y), (right + half, y)),
            ((x - half, bottom), (right + half, bottom)),
            ((x, y), (x, bottom)),
            ((right, y), (right, bottom)),
        ] {
            page.rules.push(Rule::black(from, to, FRAME));
        }
    }
}
