//! Breaking a paragraph into lines and giving every cell its place. A mark that would begin a line is
//! first drawn in by squeezing the marks of the line to half their width; only when that is not enough is
//! a character pushed down and the rest spread (先挤进、后推出).

use super::cells::Cell;
use super::marks;

/// A line with less than this left over is not worth squeezing, in thousandths of a character.
const SLACK: i32 = 500;
/// A line is not spread by more than this between two characters.
const WIDEST_GAP: i32 = 400;

/// A line of cells with their places, in thousandths of a character from the line's left end.
#[derive(Debug, Clone)]
pub(super) struct SetLine {
    /// Cells of the paragraph, from and to, trailing spaces and line end included.
    pub from: usize,
    pub to: usize,
    /// Left end of each printed cell.
    pub places: Vec<i32>,
    pub width: i32,
    pub last: bool,
    pub forced: bool,
}

/// The lines of a paragraph: `first` and `rest` are the widths of the first and the further lines.
/// `justify`: spread each full line over its width.
pub(super) fn set(cells: &[Cell], first: i32, rest: i32, justify: bool) -> Vec<SetLine> {
    let mut lines = Vec::new();
    let mut from = 0;
    while from < cells.len() {
        let width = if lines.is_empty() { first } else { rest };
        let (to, forced) = line_end(cells, from, width);
        // Spaces before the break belong to the line and do not print.
        let ended = cells[to - 1].is_line_end();
        let to = if ended { to } else { to + cells[to..].iter().take_while(|c| c.is_space()).count() };
        let ended = ended || to == cells.len();
        lines.push(place(cells, from, to, width, ended || !justify, forced));
        from = to;
    }
    if let Some(last) = lines.last_mut() {
        last.last = true;
    }
    lines
}

/// The lines of a centred cell: no more than `set` makes, and of like length, so that 社会公益组织 becomes
/// 社会公／益组织 instead of 社会公益组／织.
pub(super) fn balanced(cells: &[Cell], width: i32) -> Vec<SetLine> {
    let greedy = set(cells, width, width, false);
    let plain = !cells.iter().any(|c| c.is_line_end() || c.is_space());
    if greedy.len() < 2 || !plain || greedy.iter().any(|line| line.forced) {
        return greedy;
    }
    let Some(ends) = even_ends(cells, width, greedy.len()) else { return greedy };
    let mut from = 0;
    let mut lines = Vec::with_capacity(ends.len());
    for to in ends {
        lines.push(place(cells, from, to, width, true, false));
        from = to;
    }
    if let Some(last) = lines.last_mut() {
        last.last = true;
    }
    lines
}

/// What a line that ends with a closing bracket or mark saves: no more than decides between like breaks.
const AFTER_MARK: i64 = 500_000;

/// Ends of `count` lines within `width` that leave the least white, squared; of several the one whose lines end
/// with marks, then the one whose first lines are longest. `None` where marks would have to be squeezed.
fn even_ends(cells: &[Cell], width: i32, count: usize) -> Option<Vec<usize>> {
    let n = cells.len();
    // For each place where a line may begin: the least white of the lines from there, and the first's end.
    let mut rest: Vec<Option<(i64, usize)>> = vec![None; n + 1];
    rest[n] = Some((0, n));
    let mut ends = vec![rest];
    for _ in 0..count {
        let below = &ends[ends.len() - 1];
        let mut best: Vec<Option<(i64, usize)>> = vec![None; n + 1];
        for from in (0..n).filter(|from| *from == 0 || cells[*from].break_before) {
            let mut reach = 0;
            for to in from + 1..=n {
                reach += cells[to - 1].advance + cells[to - 1].gap;
                let wide = reach - cells[to - 1].gap;
                if wide > width {
                    break;
                }
                let breaks = to == n || cells[to].break_before;
                let Some((white, _)) = below[to].filter(|_| breaks) else { continue };
                let left = i64::from(width - wide);
                let saved = if to < n && marks::is_mark(cells[to - 1].ch) { AFTER_MARK } else { 0 };
                let white = white + left * left - saved;
                if best[from].is_none_or(|(least, _)| white <= least) {
                    best[from] = Some((white, to));
                }
            }
        }
        ends.push(best);
    }
    let mut from = 0;
    let mut found = Vec::with_capacity(count);
    for level in ends[1..].iter().rev() {
        let (_, to) = level[from]?;
        found.push(to);
        from = to;
    }
    (from == n).then_some(found)
}

/// The part of the cells that prints: without line end and spaces at the end.
fn printed(cells: &[Cell], from: usize, to: usize) -> usize {
    let blank = cells[from..to].iter().rev().take_while(|c| c.is_space() || c.is_line_end()).count();
    to - blank
}

/// The width of cells in a line of their own.
pub(super) fn natural(cells: &[Cell]) -> i32 {
    let all: i32 = cells.iter().map(|c| c.advance + c.gap).sum();
    all - cells.last().map_or(0, |c| c.gap)
}

/// What the marks can give up, but for an opening mark at the line's start, which keeps its square.
fn give(cells: &[Cell]) -> i32 {
    let all: i32 = cells.iter().map(|c| c.give_before + c.give_after).sum();
    all - cells.first().map_or(0, |c| c.give_before)
}

/// Where the line from `from` ends, and whether no rule allowed a break there.
fn line_end(cells: &[Cell], from: usize, width: i32) -> (usize, bool) {
    let mut fit = None;
    let mut squeezed = None;
    let (mut sum, mut blank, mut gives) = (0, 0, 0);
    for i in from..cells.len() {
        let cell = &cells[i];
        if cell.is_line_end() {
            // Whatever comes before fits, or an overflow was met earlier.
            return if sum - blank <= width {
                (i + 1, false)
            } else {
                squeezed_or(fit, squeezed, cells, from, width)
            };
        }
        sum += cell.advance + cell.gap;
        blank = if cell.is_space() { blank + cell.advance } else { 0 };
        gives += cell.give_after + if i > from { cell.give_before } else { 0 };
        let need = sum - blank - cell.gap;
        let end = i + 1;
        let allowed = end == cells.len() || cells[end].break_before || cells[end].is_line_end();
        if need <= width {
            if allowed {
                fit = Some((end, width - need));
            }
            continue;
        }
        // Every further cell is wider than what it can give up.
        if need - gives > width {
            break;
        }
        if allowed {
            squeezed = Some(end);
            break;
        }
    }
    squeezed_or(fit, squeezed, cells, from, width)
}

fn squeezed_or(
    fit: Option<(usize, i32)>,
    squeezed: Option<usize>,
    cells: &[Cell],
    from: usize,
    width: i32,
) -> (usize, bool) {
    match (fit, squeezed) {
        (Some((_, left)), Some(end)) if left >= SLACK => (end, false),
        (None, Some(end)) => (end, false),
        (Some((end, _)), _) => (end, false),
        (None, None) => (cut(cells, from, width), true),
    }
}

/// For a word longer than a line: as many cells as fit, at least one.
fn cut(cells: &[Cell], from: usize, width: i32) -> usize {
    let mut sum = 0;
    let mut end = from;
    for cell in &cells[from..] {
        if sum + cell.advance > width && end > from {
            break;
        }
        sum += cell.advance + cell.gap;
        end += 1;
    }
    end
}

fn place(cells: &[Cell], from: usize, to: usize, width: i32, ragged: bool, forced: bool) -> SetLine {
    let shown = &cells[from..printed(cells, from, to)];
    let total = natural(shown);
    let mut line = SetLine { from, to, places: Vec::new(), width: total, last: false, forced };
    if total > width && give(shown) >= total - width {
        squeeze(shown, total - width, &mut line);
    } else if total < width && !ragged {
        spread(shown, width - total, &mut line);
    } else {
        run_on(shown, &vec![0; shown.len()], &mut line);
    }
    line
}

/// Places the cells one after the other, `gaps[i]` after cell i.
fn run_on(cells: &[Cell], gaps: &[i32], line: &mut SetLine) {
    let mut x = 0;
    for (cell, gap) in cells.iter().zip(gaps) {
        line.places.push(x);
        x += cell.advance + cell.gap + gap;
    }
    line.width = x - cells.last().map_or(0, |c| c.gap);
}

fn spread(cells: &[Cell], extra: i32, line: &mut SetLine) {
    let open: Vec<usize> = (0..cells.len().saturating_sub(1)).filter(|i| !cells[*i].tight).collect();
    let mut gaps = vec![0; cells.len()];
    let count = i32::try_from(open.len()).unwrap_or(i32::MAX);
    if count > 0 && extra / count <= WIDEST_GAP {
        for (nth, i) in open.iter().enumerate() {
            let nth = i32::try_from(nth).unwrap_or(0);
            gaps[*i] = extra * (nth + 1) / count - extra * nth / count;
        }
    }
    run_on(cells, &gaps, line);
}

/// Takes `need` from the marks: first from the one at the line's end, then where two marks meet, then
/// from all others alike.
fn squeeze(cells: &[Cell], mut need: i32, line: &mut SetLine) {
    let last = cells.len() - 1;
    let mut before = vec![0; cells.len()];
    let mut after = vec![0; cells.len()];
    let end = need.min(cells[last].give_after);
    after[last] = end;
    need -= end;
    for i in 0..last {
        let gives_here = cells[i].give_after;
        let gives_next = cells[i + 1].give_before;
        let meets = marks_meet(&cells[i], &cells[i + 1]);
        if meets && need > 0 {
            let first = need.min(gives_here);
            after[i] = first;
            let second = (need - first).min(gives_next);
            before[i + 1] = second;
            need -= first + second;
        }
    }
    take_alike(cells, &mut before, &mut after, need);
    let mut x = 0;
    for (i, cell) in cells.iter().enumerate() {
        line.places.push(x - before[i]);
        x += cell.advance + cell.gap - before[i] - after[i];
    }
    line.width = x - cells[last].gap;
}

fn marks_meet(a: &Cell, b: &Cell) -> bool {
    let mark = |c: &Cell| c.give_before > 0 || c.give_after > 0;
    mark(a) && mark(b)
}

fn take_alike(cells: &[Cell], before: &mut [i32], after: &mut [i32], mut need: i32) {
    let mut left: i32 = (0..cells.len())
        .map(|i| {
            let head = if i == 0 { 0 } else { cells[i].give_before - before[i] };
            head + cells[i].give_after - after[i]
        })
        .sum();
    for i in 0..cells.len() {
        if need <= 0 || left <= 0 {
            return;
        }
        if i > 0 {
            let room = cells[i].give_before - before[i];
            let part = (need * room + left - 1) / left;
            let part = part.min(room).min(need);
            before[i] += part;
            need -= part;
            left -= room;
        }
        if left > 0 && need > 0 {
            let room = cells[i].give_after - after[i];
            let part = ((need * room + left - 1) / left).min(room).min(need);
            after[i] += part;
            need -= part;
            left -= room;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::fonts::Case;
    use crate::layout::{cells, run};
    use crate::{FontRole, Fonts};

    fn broken(words: &str, width: i32) -> Vec<String> {
        let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fonts");
        let fonts = Fonts::load(&fonts).expect("the fonts");
        let cells =
            Case::with(&fonts, 0.0, |mut case| cells::cells(&[run(words, FontRole::FangSong)], &mut case));
        let cells = cells.expect("open fonts");
        let text = |line: &SetLine| cells[line.from..line.to].iter().map(|c| c.ch).collect();
        balanced(&cells, width).iter().map(text).collect()
    }

    #[test]
    fn labels_in_narrow_columns_are_broken_evenly_and_behind_brackets() {
        assert_eq!(broken("社会公益组织", 5000), ["社会公", "益组织"]);
        assert_eq!(broken("（三）不予公开", 4500), ["（三）", "不予公开"]);
        assert_eq!(broken("三、本年度办理结果", 3200), ["三、本", "年度办", "理结果"]);
    }
}
