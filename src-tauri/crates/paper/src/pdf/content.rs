//! The drawing operations of a page.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, DictItem, Line as Stroke, LinePoint, Op, PdfFontHandle, Point, Pt, TextItem, TextMatrix,
    TextRenderingMode,
};

use crate::layout::MM_PER_PT;
use crate::{Glyph, Line, Page, Rule};

use super::embed::{Code, Embedded};

/// A gap wider than this (in ems) is read back as a space by common readers.
const READ_AS_SPACE: f64 = 0.09;
/// Stroke around the glyphs of faked bold, in points for each point of size.
const BOLD_STROKE: f64 = 0.03;

/// The operations that draw a page.
pub(super) fn ops(page: &Page, embedded: &Embedded) -> Vec<Op> {
    let mut ops = Vec::new();
    for rule in &page.rules {
        draw_rule(rule, page.height, &mut ops);
    }
    ops.push(Op::StartTextSection);
    for line in &page.lines {
        draw_line(line, page.height, embedded, &mut ops);
    }
    ops.push(Op::EndTextSection);
    ops
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
    let line = Stroke { points: vec![point(rule.from), point(rule.to)], is_closed: false };
    ops.push(Op::DrawLine { line });
}

fn draw_line(line: &Line, height: f64, embedded: &Embedded, ops: &mut Vec<Op>) {
    let spelled = needs_spelling(line, embedded);
    if spelled {
        ops.push(spell(line));
    }
    let y = pt(height - line.baseline);
    let mut from = 0;
    while from < line.glyphs.len() {
        let key = |g: &Glyph| embedded.code(g).map(|c| (c.font, g.size_pt.to_bits(), g.bold));
        let first = key(&line.glyphs[from]);
        let len = line.glyphs[from..].iter().take_while(|g| key(g) == first).count().max(1);
        draw_run(&line.glyphs[from..from + len], y, embedded, ops);
        from += len;
    }
    if spelled {
        ops.push(Op::EndMarkedContent);
    }
}

/// Glyphs of one font and size.
fn draw_run(glyphs: &[Glyph], y: f64, embedded: &Embedded, ops: &mut Vec<Op>) {
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
    let matrix = TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, start as f32, y as f32]);
    ops.push(Op::SetTextMatrix { matrix });
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

/// Whether a reader would find spaces between the glyphs that are not there.
fn needs_spelling(line: &Line, embedded: &Embedded) -> bool {
    line.glyphs.windows(2).any(|pair| {
        let Some(code) = embedded.code(&pair[0]) else { return false };
        let advance = f64::from(code.advance) / 1000.0 * pair[0].size_pt;
        let gap = pt(pair[1].x - pair[0].x) - advance;
        gap > READ_AS_SPACE * pair[0].size_pt && pair[0].text != " " && pair[1].text != " "
    })
}

/// Gives the line's words as text of their own (ISO 32000-1 14.9.4).
fn spell(line: &Line) -> Op {
    let words: String = line.glyphs.iter().map(|g| g.text.as_str()).collect();
    let mut data = vec![0xFE, 0xFF];
    data.extend(words.encode_utf16().flat_map(u16::to_be_bytes));
    let map = BTreeMap::from([("ActualText".to_string(), DictItem::String { data, literal: false })]);
    Op::BeginMarkedContentWithProperties { tag: "Span".into(), properties: DictItem::Dict { map } }
}
