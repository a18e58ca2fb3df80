//! From words to the cells a line is made of: one cell a character (a dash of two is one cell), with its
//! glyph, its width, and what of the width can be given up.

use crate::FontRole;
use crate::fonts::{Case, Drawn};

use super::marks;

/// Words in one type.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub text: String,
    pub role: FontRole,
    pub bold: bool,
}

/// One place in a line. Widths are thousandths of the width of one Chinese character.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    /// The character and how often it stands here (twice in ——).
    pub ch: char,
    pub times: u8,
    pub role: FontRole,
    pub bold: bool,
    /// `None`: a space, a line end, or a character in no font.
    pub drawn: Option<Drawn>,
    pub advance: i32,
    /// From the cell's left end to the glyph's origin.
    pub shift: i32,
    pub give_before: i32,
    pub give_after: i32,
    /// White after it within a line, between hanzi and Latin; none at a line's end.
    pub gap: i32,
    /// A line may end before this cell.
    pub break_before: bool,
    /// Nothing is put between this cell and the next.
    pub tight: bool,
}

impl Cell {
    pub fn is_space(&self) -> bool {
        self.ch == ' '
    }

    pub fn is_line_end(&self) -> bool {
        self.ch == '\n'
    }
}

/// Characters that leave no mark on paper: joiners, selectors, marks of direction and order.
fn unseen(ch: char) -> bool {
    (ch.is_control() && !matches!(ch, '\n' | '\t'))
        || matches!(ch, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(ch, '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{FFF9}'..='\u{FFFB}')
}

fn plain(ch: char) -> char {
    match ch {
        '\t' | '\u{A0}' | '\u{2002}'..='\u{200A}' | '\u{202F}' => ' ',
        '\u{2028}' | '\u{2029}' => '\n',
        _ => ch,
    }
}

/// The cells of a paragraph.
pub(super) fn cells(runs: &[Run], case: &mut Case<'_>) -> Vec<Cell> {
    let mut text = Vec::new();
    let mut owner = Vec::new();
    for (index, run) in runs.iter().enumerate() {
        for ch in run.text.chars().filter(|ch| !unseen(*ch)).map(plain) {
            text.push(ch);
            owner.push(index);
        }
    }
    let narrow = narrow_quotes(&text);
    let mut out: Vec<Cell> = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let run = &runs[owner[at]];
        let pair = matches!(text[at], '—') && text.get(at + 1) == Some(&text[at]);
        let mut cell = one(text[at], run, narrow[at], pair, case);
        cell.break_before = at > 0 && text[at - 1] != '\n' && marks::may_break(&text, at);
        if cell.is_space() && word_space(&text, at) {
            cell.advance = WORD_SPACE;
        }
        let next = at + usize::from(cell.times);
        cell.tight = next < text.len() && tight(text[next - 1], text[next]);
        if next < text.len() && marks::changes_script(text[next - 1], text[next]) {
            cell.gap = case.latin_gap;
        }
        out.push(cell);
        at = next;
    }
    close_up(&mut out);
    out
}

/// Where two marks meet, one of the halves between them is given up: 。」 and 》、 and ）（ take a square and a
/// half (挤压, 中文排版需求 3.1.6).
fn close_up(cells: &mut [Cell]) {
    for i in 1..cells.len() {
        let (give, meets) = (cells[i - 1].give_after, marks::is_mark(cells[i].ch));
        if give == 500 && meets && cells[i].advance == 1000 {
            cells[i - 1].advance -= give;
            cells[i - 1].give_after = 0;
        } else if cells[i].give_before == 500 && cells[i - 1].give_before == 500 {
            // Two opening marks: the second gives up its empty half.
            cells[i].advance -= 500;
            cells[i].shift -= 500;
            cells[i].give_before = 0;
        }
    }
}

/// Between Latin words, in thousandths of a character; elsewhere a space is half a character.
const WORD_SPACE: i32 = 300;

fn word_space(text: &[char], at: usize) -> bool {
    let near = |i: Option<usize>| {
        i.and_then(|i| text.get(i)).is_some_and(|ch| marks::latin(*ch) || marks::quote(*ch))
    };
    near(at.checked_sub(1)) && near(Some(at + 1))
}

fn tight(a: char, b: char) -> bool {
    let joined = |a, b| marks::latin(a) && (marks::latin(b) || marks::joins(b));
    (a == b && matches!(a, '—' | '…')) || joined(a, b) || joined(b, a)
}

fn one(ch: char, run: &Run, narrow: bool, pair: bool, case: &mut Case<'_>) -> Cell {
    let mut cell = Cell {
        ch,
        times: 1,
        role: run.role,
        bold: run.bold,
        drawn: None,
        advance: 0,
        shift: 0,
        give_before: 0,
        give_after: 0,
        gap: 0,
        break_before: false,
        tight: false,
    };
    if ch == '\n' {
        return cell;
    }
    if ch == '\u{3000}' {
        cell.drawn = case.draw(run.role, ch);
        cell.advance = 1000;
        return cell;
    }
    if ch == ' ' {
        cell.drawn = case.draw(run.role, ch);
        cell.advance = 500;
        return cell;
    }
    if pair {
        return dash(cell, case);
    }
    let Some(drawn) = case.draw(run.role, ch) else {
        cell.advance = 1000;
        return cell;
    };
    cell.drawn = Some(drawn);
    cell.advance = drawn.advance;
    if ch.is_ascii_digit() && run.role == FontRole::FangSong && drawn.advance < 500 {
        // 半角: figures keep to half a square, so that they stay on the grid and in columns.
        cell.advance = 500;
        cell.shift = (500 - drawn.advance) / 2;
    } else if narrow && drawn.advance > 700 {
        cell.advance = 500;
        cell.shift = if marks::left_half_empty(ch) { -500 } else { 0 };
    } else if !narrow && marks::full_square(ch) && drawn.advance < 1000 {
        cell.advance = 1000;
        cell.shift = (1000 - drawn.advance) / 2;
    }
    if cell.advance == 1000 && marks::is_mark(ch) {
        // Some fonts draw ？ and ！ in the middle of their square; nothing can be given up there.
        let ink = case.ink(drawn).map_or((0, 1000), |[left, _, right, _]| (left, right));
        let (from, to) = (ink.0 + cell.shift, ink.1 + cell.shift);
        cell.give_before = if marks::left_half_empty(ch) && from >= 450 { 500 } else { 0 };
        cell.give_after = if marks::right_half_empty(ch) && to <= 550 { 500 } else { 0 };
    }
    cell
}

/// —— is drawn as one stroke: the font's own two-em dash where its single dashes would leave a gap.
fn dash(mut cell: Cell, case: &mut Case<'_>) -> Cell {
    let single = case.draw(cell.role, '—');
    let closes =
        single.and_then(|d| case.ink(d)).is_some_and(|[left, _, right, _]| left <= 5 && right >= 995);
    let double = case.draw(cell.role, '⸺');
    match (single, double) {
        (Some(single), _) if closes => {
            cell.drawn = Some(single);
            cell.advance = 1000;
            cell.tight = true;
        }
        (_, Some(double)) => {
            cell.drawn = Some(double);
            cell.times = 2;
            cell.advance = 2000;
            cell.shift = (2000 - double.advance) / 2;
        }
        (single, None) => {
            cell.drawn = single;
            cell.advance = 1000;
        }
    }
    cell
}

/// For each character whether it is a quotation mark within Latin text, where it takes half a square.
fn narrow_quotes(text: &[char]) -> Vec<bool> {
    let mut narrow = vec![false; text.len()];
    let mut open: Vec<usize> = Vec::new();
    let foreign =
        |i: Option<usize>| i.and_then(|i| text.get(i)).is_none_or(|ch| *ch == ' ' || marks::latin(*ch));
    for (i, ch) in text.iter().enumerate() {
        let letters = i > 0
            && text[i - 1].is_ascii_alphabetic()
            && text.get(i + 1).is_some_and(char::is_ascii_alphabetic);
        match ch {
            '’' if letters => narrow[i] = true,
            '“' | '‘' => open.push(i),
            '”' | '’' => {
                let Some(from) = open.pop() else { continue };
                let inside =
                    text[from + 1..i].iter().all(|c| *c == ' ' || marks::latin(*c) || marks::full_square(*c));
                if inside && foreign(from.checked_sub(1)) && foreign(Some(i + 1)) && i > from + 1 {
                    narrow[from] = true;
                    narrow[i] = true;
                }
            }
            _ => {}
        }
    }
    narrow
}
