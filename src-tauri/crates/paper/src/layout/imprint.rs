//! 版记 at the foot of the last page: 抄送机关, 印发机关和印发日期 between rules (GB/T 9704—2012 7.4).

use chrono::Datelike;

use crate::{FontRole, Imprint, LineKind, Rule};

use super::cells::{self, Cell};
use super::flow::{ASCENT, Flow};
use super::lines::{self, SetLine};
use super::strip::{Strip, natural_places};
use super::{Context, MM_PER_PT, run};

/// First and last rule, and the ones between, in millimetres.
const THICK: f64 = 0.35;
const THIN: f64 = 0.25;
/// Pitch of the lines in ems: the standard's line is a character and seven eighths; these stand closer.
const LEADING: f64 = 1.65;
/// Left out at both sides, in thousandths of a character of the imprint.
const SIDE: i32 = 1000;
/// 「抄送：」
const LABEL: i32 = 3000;

/// Cells of a line with its indent.
struct Piece {
    cells: Vec<Cell>,
    line: SetLine,
    indent: i32,
}

/// A part between two rules: its lines, in each one piece or two.
struct Part {
    lines: Vec<Vec<Piece>>,
}

/// The imprint, set.
pub(super) struct SetImprint {
    parts: Vec<Part>,
    em: f64,
}

impl SetImprint {
    /// Millimetres from its first rule to its last.
    pub fn height(&self) -> f64 {
        self.parts.iter().map(|part| part.lines.len() as f64).sum::<f64>() * self.pitch()
    }

    fn pitch(&self) -> f64 {
        self.em * LEADING
    }
}

/// Sets an imprint; `None` when nothing is in it.
pub(super) fn set(imprint: &Imprint, context: &mut Context<'_>) -> Option<SetImprint> {
    let em = context.style.imprint_pt * MM_PER_PT;
    let full = (context.style.area_width() / em * 1000.0) as i32;
    let mut parts = Vec::new();
    let mut lines = named("主送：", &imprint.addressees, full, context);
    lines.extend(named("抄送：", &imprint.copies, full, context));
    if !lines.is_empty() {
        parts.push(Part { lines });
    }
    if let Some(part) = printed(imprint, full, context) {
        parts.push(part);
    }
    (!parts.is_empty()).then_some(SetImprint { parts, em })
}

/// 「抄送：甲，乙。」, further lines under the first name.
fn named(label: &str, names: &[String], full: i32, context: &mut Context<'_>) -> Vec<Vec<Piece>> {
    let given: Vec<&str> = names.iter().map(|n| n.trim_end_matches('。')).filter(|n| !n.is_empty()).collect();
    if given.is_empty() {
        return Vec::new();
    }
    let words = format!("{label}{}。", given.join("，").replace('\n', ""));
    let cells = cells::cells(&[run(&words, FontRole::FangSong)], &mut context.case);
    let room = full - 2 * SIDE;
    pieces(&cells, lines::set(&cells, room, room - LABEL, true), SIDE + LABEL)
}

/// Lines, the first one character in.
fn pieces(cells: &[Cell], lines: Vec<SetLine>, further: i32) -> Vec<Vec<Piece>> {
    let piece = |(n, line): (usize, SetLine)| {
        let indent = if n == 0 { SIDE } else { further };
        vec![Piece { cells: cells[line.from..line.to].to_vec(), line, indent }]
    };
    lines.into_iter().enumerate().map(piece).collect()
}

/// 印发机关 one character from the left, 印发日期 one from the right (7.4.3).
fn printed(imprint: &Imprint, full: i32, context: &mut Context<'_>) -> Option<Part> {
    let date = imprint.printed_on;
    let date = date.map(|d| format!("{}年{}月{}日印发", d.year(), d.month(), d.day())).unwrap_or_default();
    if imprint.printer.is_empty() && date.is_empty() {
        return None;
    }
    let mut cells = |words: &str| cells::cells(&[run(words, FontRole::FangSong)], &mut context.case);
    let (printer, date) = (cells(&imprint.printer.replace('\n', "")), cells(&date));
    let room = full - 2 * SIDE;
    let mut lines = pieces(&printer, lines::set(&printer, room, room, false), SIDE);
    let long = natural_places(&date).1;
    let indent = full - SIDE - long;
    for line in lines::set(&date, room, room, false) {
        let piece = Piece { cells: date.clone(), line, indent };
        match lines.last_mut() {
            // On the line of the office, where both have room.
            Some(last) if last[0].line.width + SIDE + long <= room => last.push(piece),
            _ => lines.push(vec![piece]),
        }
    }
    Some(Part { lines })
}

/// Puts the imprint at the foot of the last page, so that its last rule lies on the lower edge of the type area
/// (7.4.1). It stands on the back of a leaf; a page left blank for that has no number, nor has the imprint's
/// own page behind it (7.5).
pub(super) fn place(set: &SetImprint, context: &Context<'_>, flow: &mut Flow<'_>) {
    let style = context.style;
    let foot = style.margin_top + style.area_height();
    let fits = flow.row_top(flow.row()) <= foot - set.height() + 1e-6;
    let wrong_side = |flow: &Flow<'_>| style.imprint_on_even_page && flow.pages_so_far() % 2 == 1;
    if !fits || wrong_side(flow) {
        flow.new_page();
        if wrong_side(flow) {
            flow.unnumbered();
            flow.new_page();
            flow.unnumbered();
        }
    }
    let (left, right) = (style.margin_left, style.margin_left + style.area_width());
    let mut y = foot - set.height();
    for (n, part) in set.parts.iter().enumerate() {
        let width = if n == 0 { THICK } else { THIN };
        flow.rule(Rule::black((left, y), (right, y), width));
        for line in &part.lines {
            let baseline = y + (set.pitch() - set.em) / 2.0 + ASCENT * set.em;
            for Piece { cells, line, indent } in line {
                let x = left + f64::from(*indent) / 1000.0 * set.em;
                let size_pt = style.imprint_pt;
                let strip = Strip { cells, places: &line.places, x, unit: set.em, size_pt };
                let width = f64::from(line.width) / 1000.0 * set.em;
                flow.free_line(&strip, LineKind::Imprint, baseline, width);
            }
            y += set.pitch();
        }
    }
    flow.rule(Rule::black((left, foot), (right, foot), THICK));
}
