//! The drawing operations of a page.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, DictItem, Line as Stroke, LinePoint, Op, PdfFontHandle, Point, Pt, Rgb, TextItem,
    TextMatrix, TextRenderingMode,
};

use crate::layout::MM_PER_PT;
use crate::{Glyph, Line, LineKind, Page, Rule};

use super::embed::{Code, Embedded};
use super::structure::Part;

/// A gap or overlap of more than this (in ems) is read back as a space or line end by common readers.
const MISREAD: f64 = 0.09;
/// Stroke around the glyphs of faked bold, in points for each point of size.
const BOLD_STROKE: f64 = 0.03;

/// The operations that draw a page; `parts` says what its lines are.
pub(super) fn ops(page: &Page, parts: &[Vec<Part>], embedded: &Embedded) -> Vec<Op> {
    let mut ops = Vec::new();
    if !page.rules.is_empty() {
        ops.push(artifact("Layout"));
        for rule in &page.rules {
            draw_rule(rule, page.height, &mut ops);
        }
        ops.push(Op::EndMarkedContent);
    }
    ops.push(Op::StartTextSection);
    for (line, parts) in page.lines.iter().zip(parts) {
        if line.kind == LineKind::Issuer {
            ops.push(Op::SetFillColor { col: red() });
        }
        let ends = parts.iter().skip(1).map(|part| part.from).chain([line.glyphs.len()]);
        for (part, end) in parts.iter().zip(ends) {
            let glyphs = &line.glyphs[part.from..end];
            ops.push(begin(part, glyphs));
            draw_part(line, part, glyphs, page.height, embedded, &mut ops);
            ops.push(Op::EndMarkedContent);
        }
        if line.kind == LineKind::Issuer {
            ops.push(Op::SetFillColor { col: black() });
        }
    }
    ops.push(Op::EndTextSection);
    ops
}

/// The red of 发文机关标志 and the line under the head.
fn red() -> Color {
    Color::Rgb(Rgb { r: 1.0, g: 0.0, b: 0.0, icc_profile: None })
}

fn black() -> Color {
    Color::Rgb(Rgb { r: 0.0, g: 0.0, b: 0.0, icc_profile: None })
}

/// Content that is drawn and not read (ISO 32000-1 14.8.2.2).
fn artifact(kind: &str) -> Op {
    let map = BTreeMap::from([("Type".to_string(), DictItem::Name(kind.as_bytes().to_vec()))]);
    Op::BeginMarkedContentWithProperties { tag: "Artifact".into(), properties: DictItem::Dict { map } }
}

fn begin(part: &Part, glyphs: &[Glyph]) -> Op {
    let Some(number) = part.number else { return artifact("Pagination") };
    let mut map = BTreeMap::from([("MCID".to_string(), DictItem::Int(number))]);
    if part.spelled {
        map.insert("ActualText".to_string(), spelled(glyphs));
    }
    // Some readers look for words of their own in a Span only, and not inside of another piece of content.
    let tag = if part.spelled { "Span" } else { part.tag };
    Op::BeginMarkedContentWithProperties { tag: tag.into(), properties: DictItem::Dict { map } }
}

fn pt(mm: f64) -> f64 {
    mm / MM_PER_PT
}

fn draw_rule(rule: &Rule, height: f64, ops: &mut Vec<Op>) {
    let point = |(x, y): (f64, f64)| LinePoint {
        p: Point { x: Pt(pt(x) as f32), y: Pt(pt(height - y) as f32) },
        bezier: false,
    };
    ops.push(Op::SetOutlineThickness { pt: Pt(pt(rule.width) as f32) });
    if rule.red {
        ops.push(Op::SetOutlineColor { col: red() });
    }
    let line = Stroke { points: vec![point(rule.from), point(rule.to)], is_closed: false };
    ops.push(Op::DrawLine { line });
    if rule.red {
        ops.push(Op::SetOutlineColor { col: black() });
    }
}

/// Where a line's glyphs stand.
#[derive(Clone, Copy)]
enum Baseline {
    /// Points from the foot of the page.
    Level(f64),
    /// Running up the page: points from its left edge.
    Upward(f64),
}

impl Baseline {
    /// The matrix that begins text `start` points along the line.
    fn matrix(self, start: f64) -> TextMatrix {
        match self {
            Baseline::Level(y) => TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, start as f32, y as f32]),
            Baseline::Upward(x) => TextMatrix::Raw([0.0, 1.0, -1.0, 0.0, x as f32, start as f32]),
        }
    }
}

fn draw_part(
    line: &Line,
    part: &Part,
    glyphs: &[Glyph],
    height: f64,
    embedded: &Embedded,
    ops: &mut Vec<Op>,
) {
    let y = if line.turned {
        Baseline::Upward(pt(line.baseline))
    } else {
        Baseline::Level(pt(height - line.baseline))
    };
    if part.number.is_some() {
        return draw_fonts(glyphs, y, embedded, ops);
    }
    // An artifact has no words of its own; what would be misread is spelled out within it.
    let pieces = pieces(glyphs, embedded);
    let ends = pieces.iter().skip(1).map(|piece| piece.from).chain([glyphs.len()]);
    for (piece, end) in pieces.iter().zip(ends) {
        let glyphs = &glyphs[piece.from..end];
        if piece.spelled {
            let map = BTreeMap::from([("ActualText".to_string(), spelled(glyphs))]);
            let properties = DictItem::Dict { map };
            ops.push(Op::BeginMarkedContentWithProperties { tag: "Span".into(), properties });
        }
        draw_fonts(glyphs, y, embedded, ops);
        if piece.spelled {
            ops.push(Op::EndMarkedContent);
        }
    }
}

/// Glyphs that are read back as they stand, or are spelled out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Piece {
    /// Its first glyph.
    pub from: usize,
    /// Its words are given as text of their own.
    pub spelled: bool,
}

/// The pieces of a line.
pub(super) fn pieces(glyphs: &[Glyph], embedded: &Embedded) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut from = 0;
    while from < glyphs.len() {
        let joined = misread_from(&glyphs[from..], embedded);
        let spelled = joined > 1;
        if spelled || pieces.last().is_none_or(|last| last.spelled) {
            pieces.push(Piece { from, spelled });
        }
        from += joined;
    }
    pieces
}

/// Glyphs of any fonts, one run after the other.
fn draw_fonts(glyphs: &[Glyph], y: Baseline, embedded: &Embedded, ops: &mut Vec<Op>) {
    let key = |g: &Glyph| embedded.code(g).map(|c| (c.font, g.size_pt.to_bits(), g.bold));
    for run in glyphs.chunk_by(|a, b| key(a) == key(b)) {
        draw_run(run, y, embedded, ops);
    }
}

/// Glyphs of one font and size.
fn draw_run(glyphs: &[Glyph], y: Baseline, embedded: &Embedded, ops: &mut Vec<Op>) {
    let coded: Vec<(&Glyph, Code)> = glyphs.iter().filter_map(|g| Some((g, embedded.code(g)?))).collect();
    let Some((first, code)) = coded.first() else { return };
    let size = first.size_pt;
    let font = PdfFontHandle::External(embedded.fonts[code.font].id.clone());
    ops.push(Op::SetFont { font, size: Pt(size as f32) });
    if first.bold {
        ops.push(Op::SetOutlineThickness { pt: Pt((size * BOLD_STROKE) as f32) });
        ops.push(Op::SetTextRenderingMode { mode: TextRenderingMode::FillStroke });
    }
    let start = pt(first.x);
    ops.push(Op::SetTextMatrix { matrix: y.matrix(start) });
    // Offsets are whole thousandths of an em; the pen is kept as a reader sees it, so nothing adds up.
    let mut pen = 0;
    let mut items = Vec::with_capacity(coded.len());
    for (i, (glyph, code)) in coded.iter().enumerate() {
        pen += code.advance;
        let wanted =
            coded.get(i + 1).map_or(pen, |(next, _)| ((pt(next.x) - start) / size * 1000.0).round() as i32);
        let offset = pen - wanted;
        pen = wanted;
        items.push(Codepoint { gid: code.code, offset: offset as f32, cid: Some(glyph.text.clone()) });
    }
    ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(items)] });
    if first.bold {
        ops.push(Op::SetTextRenderingMode { mode: TextRenderingMode::Fill });
    }
}

/// How many glyphs from the first on a reader would tear apart, with a space or a line end between them,
/// because they stand wide apart in a spread line or reach into the empty half of a squeezed mark; 1 when
/// it would not.
fn misread_from(glyphs: &[Glyph], embedded: &Embedded) -> usize {
    let mut reach = f64::MIN;
    for (i, glyph) in glyphs.iter().enumerate() {
        let slack = MISREAD * glyph.size_pt;
        let gap = pt(glyph.x) - reach;
        let spaced = glyph.text == " " || (i > 0 && glyphs[i - 1].text == " ");
        let torn = gap < -slack || (gap > slack && !spaced);
        if i > 0 && !torn {
            return i;
        }
        let advance = embedded.code(glyph).map_or(0, |code| code.advance);
        reach = reach.max(pt(glyph.x) + f64::from(advance) / 1000.0 * glyph.size_pt);
    }
    glyphs.len()
}

/// The words of glyphs as text of their own (ISO 32000-1 14.9.4).
fn spelled(glyphs: &[Glyph]) -> DictItem {
    let words: String = glyphs.iter().map(|g| g.text.as_str()).collect();
    let mut data = vec![0xFE, 0xFF];
    data.extend(words.encode_utf16().flat_map(u16::to_be_bytes));
    DictItem::String { data, literal: false }
}
