//! 版头: what stands over the red line (GB/T 9704—2012 7.2).

use crate::{FontRole, Head, LineKind, Rule};

use super::cells::{self, Cell};
use super::flow::{ASCENT, Flow};
use super::strip::{Strip, natural_places};
use super::{Context, MM_PER_PT, run};

/// From the document number to the red line, in millimetres (7.2.7).
const ABOVE_SEPARATOR: f64 = 4.0;
/// Thickness of the red line in millimetres; the standard leaves it open.
const SEPARATOR: f64 = 0.35;
/// Pitch of the lines of several issuing offices, in ems.
const LEADING: f64 = 1.35;
/// Between the issuing offices' names and 「文件」, in thousandths of a character.
const BEFORE_SUFFIX: i32 = 300;
/// The issuing offices take no more than this share of the type area, so that the first page shows text (7.3.3).
const HIGHEST: f64 = 0.36;
/// Empty lines over the document number (7.2.5).
const ROWS_ABOVE_NUMBER: f64 = 2.0;

/// Draws the head on the first page and leaves the flow at the line under it.
pub(super) fn place(head: &Head, context: &mut Context<'_>, flow: &mut Flow<'_>) {
    let style = context.style;
    corner(head, context, flow);
    let mut foot = flow.row_top(flow.row());
    if head.issuers.iter().any(|name| !name.is_empty()) {
        foot = issuers(head, context, flow);
    }
    if head.number.is_some() || !head.signers.is_empty() {
        let gap = if foot > style.margin_top { ROWS_ABOVE_NUMBER * style.row_pitch() } else { 0.0 };
        foot = number(head, foot + gap, context, flow);
    }
    if head.separator {
        foot += ABOVE_SEPARATOR;
        let right = style.margin_left + style.area_width();
        let (from, to) = ((style.margin_left, foot), (right, foot));
        flow.rule(Rule { from, to, width: SEPARATOR, red: true });
    }
    flow.go_below(foot);
}

/// 份号, 密级和保密期限, 紧急程度 at the upper left, one under the other (7.2.1–7.2.3).
fn corner(head: &Head, context: &mut Context<'_>, flow: &mut Flow<'_>) {
    if let Some(number) = head.copy_number {
        let cells = one(&format!("{number:06}"), FontRole::FangSong, context);
        flow.grid_line(&cells, LineKind::CopyNumber);
    }
    if let Some(secrecy) = head.secrecy.as_deref().filter(|s| !s.is_empty()) {
        // In the second line, whatever stands in the first.
        let row = flow.row();
        flow.blank(1_u32.saturating_sub(row));
        let cells = one(secrecy, FontRole::HeiTi, context);
        flow.grid_line(&cells, LineKind::Secrecy);
    }
    if let Some(urgency) = head.urgency.as_deref().filter(|s| !s.is_empty()) {
        let cells = one(urgency, FontRole::HeiTi, context);
        flow.grid_line(&cells, LineKind::Urgency);
    }
}

fn one(text: &str, role: FontRole, context: &mut Context<'_>) -> Vec<Cell> {
    cells::cells(&[run(text.replace('\n', "").as_str(), role)], &mut context.case)
}

fn wide(cells: &[Cell]) -> i32 {
    natural_places(cells).1
}

/// 发文机关标志: as large as fits, its upper edge 35 mm under that of the type area; several offices under each
/// other at one width, 「文件」 beside them at half height (7.2.4). Returns its lower edge.
fn issuers(head: &Head, context: &mut Context<'_>, flow: &mut Flow<'_>) -> f64 {
    let style = context.style;
    let role = FontRole::XiaoBiaoSong;
    let given: Vec<&String> = head.issuers.iter().filter(|name| !name.is_empty()).collect();
    let several = given.len() > 1;
    let suffix = if several { one(&head.suffix, role, context) } else { Vec::new() };
    let name = |name: &&String| if several { (*name).clone() } else { format!("{name}{}", head.suffix) };
    let names: Vec<Vec<Cell>> = given.iter().map(|n| one(&name(n), role, context)).collect();
    let widest = names.iter().map(|cells| wide(cells)).max().unwrap_or(0);
    let beside = if suffix.is_empty() { 0 } else { BEFORE_SUFFIX + wide(&suffix) };
    let whole = f64::from(widest + beside).max(1.0) / 1000.0;
    let high = style.area_height() * HIGHEST / (LEADING * names.len() as f64);
    let em = (style.issuer_pt * MM_PER_PT).min(style.area_width() / whole).min(high);
    let left = style.margin_left + (style.area_width() - whole * em) / 2.0;
    let top = style.margin_top + style.issuer_drop;
    let ink = |cells: &[Cell]| {
        let boxes = cells.iter().filter_map(|cell| context.case.ink(cell.drawn?));
        boxes.fold((0, 0), |(low, high), [_, bottom, _, top]| (low.min(bottom), high.max(top)))
    };
    let first = top + f64::from(names.first().map_or(0, |cells| ink(cells).1)) / 1000.0 * em;
    let last = first + LEADING * em * (names.len() - 1) as f64;
    let foot = last - f64::from(names.last().map_or(0, |cells| ink(cells).0)) / 1000.0 * em;
    let size_pt = em / MM_PER_PT;
    for (n, cells) in names.iter().enumerate() {
        let places = spread(cells, widest);
        let strip = Strip { cells, places: &places, x: left, unit: em, size_pt };
        let width = f64::from(widest) / 1000.0 * em;
        flow.free_line(&strip, LineKind::Issuer, first + LEADING * em * n as f64, width);
    }
    if !suffix.is_empty() {
        let (places, width) = natural_places(&suffix);
        let x = left + f64::from(widest + BEFORE_SUFFIX) / 1000.0 * em;
        let strip = Strip { cells: &suffix, places: &places, x, unit: em, size_pt };
        flow.free_line(&strip, LineKind::Issuer, (first + last) / 2.0, f64::from(width) / 1000.0 * em);
    }
    foot
}

/// Places that spread a name over a width.
fn spread(cells: &[Cell], width: i32) -> Vec<i32> {
    let (mut places, own) = natural_places(cells);
    let gaps = i32::try_from(cells.len()).unwrap_or(i32::MAX) - 1;
    if gaps > 0 {
        for (nth, place) in (0..).zip(places.iter_mut()) {
            *place += (width - own) * nth / gaps;
        }
    } else if let Some(place) = places.first_mut() {
        *place += (width - own) / 2;
    }
    places
}

/// 发文字号 in the middle; to a higher office one character from the left, in the line of the last 签发人, which
/// stand one character from the right, two in a line (7.2.5, 7.2.6). Returns the lower edge of the last line.
fn number(head: &Head, top: f64, context: &mut Context<'_>, flow: &mut Flow<'_>) -> f64 {
    let style = context.style;
    let (unit, em) = (style.char_pitch(), style.body_pt * MM_PER_PT);
    let right = style.margin_left + style.area_width() - unit;
    let label = one("签发人：", FontRole::FangSong, context);
    let names: Vec<Vec<Cell>> = head.signers.iter().map(|name| one(name, FontRole::KaiTi, context)).collect();
    let column = names.iter().map(|cells| wide(cells)).max().unwrap_or(0) + 1000;
    let lines = names.chunks(2).collect::<Vec<_>>();
    let baseline = |line: usize| top + line as f64 * style.row_pitch() + ASCENT * em;
    // All lines begin where the widest must, so that further names stand under the first.
    let in_line = i32::try_from(names.len().min(2)).unwrap_or(2);
    let first_name = right - f64::from(column * in_line - 1000) / 1000.0 * unit;
    let mut put = |cells: &[Cell], kind: LineKind, x: f64, line: usize| {
        let (places, width) = natural_places(cells);
        let strip = Strip { cells, places: &places, x, unit, size_pt: style.body_pt };
        flow.free_line(&strip, kind, baseline(line), f64::from(width) / 1000.0 * unit);
    };
    let last = lines.len().saturating_sub(1);
    if let Some(words) = &head.number {
        let cells = one(words, FontRole::FangSong, context);
        let width = f64::from(wide(&cells)) / 1000.0 * unit;
        let left_out = head.upward || !names.is_empty();
        let middle = style.margin_left + (style.area_width() - width) / 2.0;
        let x = if left_out { style.margin_left + unit } else { middle };
        put(&cells, LineKind::DocumentNumber, x, last);
    }
    for (n, line) in lines.iter().enumerate() {
        if n == 0 {
            put(&label, LineKind::Signer, first_name - f64::from(wide(&label)) / 1000.0 * unit, 0);
        }
        for (k, cells) in (0..).zip(line.iter()) {
            put(cells, LineKind::Signer, first_name + f64::from(column * k) / 1000.0 * unit, n);
        }
    }
    top + last as f64 * style.row_pitch() + em
}
