//! The content stream of a page, written as bytes: text at its place, in pieces that the structure names.
//!
//! What does not change from line to line is not said again, and the even pitch of a line is said once as
//! character spacing, so that a line is one string with a few corrections.

use crate::layout::MM_PER_PT;
use crate::{Glyph, Line, LineKind, Page, Rule};

use super::embed::Embedded;
use super::structure::Part;

/// A gap or overlap of more than this (in ems) is read back as a space or line end by common readers.
const MISREAD: f64 = 0.09;
/// Stroke around the glyphs of faked bold, in points for each point of size.
const BOLD_STROKE: f64 = 0.03;
/// A glyph this near to its place, in thousandths of an em, is left there: less than a hundredth of a millimetre
/// in 3 号.
const NEAR: i32 = 1;

/// The stream that draws a page; `parts` says what its lines are.
pub(super) fn stream(page: &Page, parts: &[Vec<Part>], embedded: &Embedded) -> Vec<u8> {
    let mut pen = Pen::new(embedded);
    if !page.rules.is_empty() {
        pen.say("/Artifact<</Type/Layout>>BDC\n");
        for rule in &page.rules {
            pen.rule(rule, page.height);
        }
        pen.say("EMC\n");
    }
    pen.say("BT\n");
    let mut open: Option<i64> = None;
    for (line, parts) in page.lines.iter().zip(parts) {
        if line.kind == LineKind::Issuer {
            // The red of 发文机关标志.
            pen.say("1 0 0 rg\n");
        }
        let ends = parts.iter().skip(1).map(|part| part.from).chain([line.glyphs.len()]);
        for (part, end) in parts.iter().zip(ends) {
            let glyphs = &line.glyphs[part.from..end];
            // A further line of the same piece of content goes on with it.
            if part.number.is_none() || part.number != open {
                if open.is_some() {
                    pen.say("EMC\n");
                }
                pen.begin(part, glyphs);
            }
            open = part.number;
            pen.part(line, part, glyphs, page.height);
            if part.number.is_none() {
                pen.say("EMC\n");
            }
        }
        if line.kind == LineKind::Issuer {
            pen.say("0 g\n");
        }
    }
    if open.is_some() {
        pen.say("EMC\n");
    }
    pen.say("ET");
    pen.out
}

fn pt(mm: f64) -> f64 {
    mm / MM_PER_PT
}

/// Where a line's glyphs stand.
#[derive(Clone, Copy)]
enum Baseline {
    /// Points from the foot of the page.
    Level(f64),
    /// Running up the page: points from its left edge.
    Upward(f64),
}

/// What of the text's state is set.
#[derive(Clone, Copy, PartialEq, Default)]
struct State {
    font: Option<usize>,
    size: f64,
    /// Thousandths of an em.
    spacing: i32,
    bold: bool,
}

/// Writes operators.
struct Pen<'e> {
    embedded: &'e Embedded,
    out: Vec<u8>,
    state: State,
    /// Where the last run began: whether it runs up the page, thousandths of a point along and across.
    at: Option<(bool, f64, f64)>,
}

impl<'e> Pen<'e> {
    fn new(embedded: &'e Embedded) -> Self {
        Pen { embedded, out: Vec::with_capacity(8 * 1024), state: State::default(), at: None }
    }

    fn say(&mut self, words: &str) {
        self.out.extend_from_slice(words.as_bytes());
    }

    fn integer(&mut self, number: i64) {
        self.say(&number.to_string());
    }

    /// A number with as many decimals as it has, three at the most, and a blank.
    fn number(&mut self, number: f64) {
        let thousandths = (number * 1000.0).round() as i64;
        if thousandths < 0 {
            self.out.push(b'-');
        }
        let (whole, mut rest) = (thousandths.abs() / 1000, thousandths.abs() % 1000);
        self.integer(whole);
        if rest > 0 {
            self.out.push(b'.');
            let mut unit = 100;
            while rest > 0 {
                self.out.push(b'0' + u8::try_from(rest / unit).unwrap_or(0));
                rest %= unit;
                unit /= 10;
            }
        }
        self.out.push(b' ');
    }

    fn begin(&mut self, part: &Part, glyphs: &[Glyph]) {
        let Some(number) = part.number else { return self.say("/Artifact<</Type/Pagination>>BDC\n") };
        // Some readers look for words of their own in a Span only, and not inside of another piece of content.
        self.say("/");
        self.say(if part.spelled { "Span" } else { part.tag });
        self.say("<</MCID ");
        self.integer(number);
        if part.spelled {
            self.spelled(glyphs);
        }
        self.say(">>BDC\n");
    }

    /// The words of glyphs as text of their own (ISO 32000-1 14.9.4).
    fn spelled(&mut self, glyphs: &[Glyph]) {
        self.say("/ActualText(");
        self.out.extend([0xFE, 0xFF]);
        for ch in glyphs.iter().flat_map(|glyph| glyph.text.chars()) {
            for unit in ch.encode_utf16(&mut [0; 2]) {
                unit.to_be_bytes().into_iter().for_each(|byte| self.byte(byte));
            }
        }
        self.say(")");
    }

    fn rule(&mut self, rule: &Rule, height: f64) {
        self.number(pt(rule.width));
        self.say("w ");
        if rule.red {
            self.say("1 0 0 RG ");
        }
        for ((x, y), operator) in [(rule.from, "m "), (rule.to, "l S\n")] {
            self.number(pt(x));
            self.number(pt(height - y));
            self.say(operator);
        }
        if rule.red {
            self.say("0 G\n");
        }
    }

    fn part(&mut self, line: &Line, part: &Part, glyphs: &[Glyph], height: f64) {
        let y = if line.turned {
            Baseline::Upward(pt(line.baseline))
        } else {
            Baseline::Level(pt(height - line.baseline))
        };
        if part.number.is_some() {
            return self.glyphs(glyphs, y);
        }
        // An artifact has no words of its own; what would be misread is spelled out within it.
        let pieces = pieces(glyphs);
        let ends = pieces.iter().skip(1).map(|piece| piece.from).chain([glyphs.len()]);
        for (piece, end) in pieces.iter().zip(ends) {
            let glyphs = &glyphs[piece.from..end];
            if piece.spelled {
                self.say("/Span<<");
                self.spelled(glyphs);
                self.say(">>BDC\n");
            }
            self.glyphs(glyphs, y);
            if piece.spelled {
                self.say("EMC\n");
            }
        }
    }

    /// Glyphs of any fonts, one run after the other.
    fn glyphs(&mut self, glyphs: &[Glyph], y: Baseline) {
        let mut run: Vec<(&Glyph, u16)> = Vec::with_capacity(glyphs.len());
        let mut font = None;
        for glyph in glyphs {
            let Some(code) = self.embedded.code(glyph) else { continue };
            let like = |(last, _): &(&Glyph, u16)| last.size_pt == glyph.size_pt && last.bold == glyph.bold;
            if font != Some(code.font) || !run.last().is_none_or(like) {
                self.run(&run, font, y);
                run.clear();
                font = Some(code.font);
            }
            run.push((glyph, code.code));
        }
        self.run(&run, font, y);
    }

    /// Glyphs of one font and size.
    fn run(&mut self, run: &[(&Glyph, u16)], font: Option<usize>, y: Baseline) {
        let Some(((first, _), font)) = run.first().zip(font) else { return };
        let (size, start) = (first.size_pt, pt(first.x));
        // Places and advances in thousandths of an em.
        let place = |glyph: &Glyph| ((pt(glyph.x) - start) / size * 1000.0).round() as i32;
        let spacing = common_spacing(run, place);
        self.set(State { font: Some(font), size, spacing, bold: first.bold });
        self.go(y, start);
        self.say("[");
        // The pen is kept as a reader sees it, so nothing adds up.
        let mut pen = 0;
        let mut open = false;
        for (glyph, code) in run {
            let off = pen - place(glyph);
            if off.abs() > NEAR {
                if open {
                    self.say(")");
                    open = false;
                }
                self.integer(i64::from(off));
                pen -= off;
            }
            if !open {
                self.say("(");
                open = true;
            }
            code.to_be_bytes().into_iter().for_each(|byte| self.byte(byte));
            pen += i32::from(glyph.advance) + spacing;
        }
        self.say(if open { ")]TJ\n" } else { "]TJ\n" });
    }

    /// A byte of a string (ISO 32000-1 7.3.4.2).
    fn byte(&mut self, byte: u8) {
        match byte {
            b'(' | b')' | b'\\' => self.out.extend([b'\\', byte]),
            b'\r' => self.say("\\r"),
            _ => self.out.push(byte),
        }
    }

    fn set(&mut self, wanted: State) {
        if (wanted.font, wanted.size) != (self.state.font, self.state.size) {
            self.say("/");
            if let Some(font) = wanted.font {
                let name = self.embedded.fonts[font].id.0.clone();
                self.say(&name);
            }
            self.say(" ");
            self.number(wanted.size);
            self.say("Tf ");
        }
        if f64::from(wanted.spacing) * wanted.size != f64::from(self.state.spacing) * self.state.size {
            self.number(f64::from(wanted.spacing) / 1000.0 * wanted.size);
            self.say("Tc ");
        }
        if wanted.bold && (!self.state.bold || wanted.size != self.state.size) {
            self.number(wanted.size * BOLD_STROKE);
            self.say("w 2 Tr ");
        } else if !wanted.bold && self.state.bold {
            self.say("0 Tr ");
        }
        self.state = wanted;
    }

    /// Goes to where a run begins: from the last one, where there is one that runs the same way.
    fn go(&mut self, y: Baseline, start: f64) {
        let thousandths = |number: f64| (number * 1000.0).round();
        // Along the line and across it, upwards.
        let (upward, along, across) = match y {
            Baseline::Level(y) => (false, thousandths(start), thousandths(y)),
            Baseline::Upward(x) => (true, thousandths(start), -thousandths(x)),
        };
        match self.at.filter(|at| at.0 == upward) {
            Some((_, x, y)) => {
                self.number((along - x) / 1000.0);
                self.number((across - y) / 1000.0);
                self.say("Td");
            }
            None if upward => {
                self.say("0 1 -1 0 ");
                self.number(-across / 1000.0);
                self.number(along / 1000.0);
                self.say("Tm");
            }
            None => {
                self.say("1 0 0 1 ");
                self.number(along / 1000.0);
                self.number(across / 1000.0);
                self.say("Tm");
            }
        }
        self.at = Some((upward, along, across));
    }
}

/// The white between glyphs that most of a run has, in thousandths of an em.
fn common_spacing(run: &[(&Glyph, u16)], place: impl Fn(&Glyph) -> i32) -> i32 {
    let mut gaps: Vec<i32> = run
        .windows(2)
        .map(|pair| place(pair[1].0) - place(pair[0].0) - i32::from(pair[0].0.advance))
        .collect();
    gaps.sort_unstable();
    gaps.get(gaps.len() / 2).copied().unwrap_or(0)
}

/// Glyphs that are read back as they stand, or are spelled out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Piece {
    /// Its first glyph.
    pub from: usize,
    /// Its words are given as text of their own.
    pub spelled: bool,
}

/// The pieces of a line: what reads as it stands, what is spelled out, and again what reads as it stands. All
/// from the first to the last misreading is spelled out together; a line full of figures would fall into dozens
/// of pieces otherwise.
pub(super) fn pieces(glyphs: &[Glyph]) -> Vec<Piece> {
    if glyphs.is_empty() {
        return Vec::new();
    }
    let Some((from, to)) = misread(glyphs) else { return vec![Piece { from: 0, spelled: false }] };
    let ends = [(0, false), (from, true), (to, false)];
    let own = |n: usize| ends.get(n + 1).map_or(glyphs.len(), |next| next.0) > ends[n].0;
    (0..ends.len()).filter(|n| own(*n)).map(|n| Piece { from: ends[n].0, spelled: ends[n].1 }).collect()
}

/// From the first to the last glyph that would be misread.
fn misread(glyphs: &[Glyph]) -> Option<(usize, usize)> {
    let mut found: Option<(usize, usize)> = None;
    let mut from = 0;
    while from < glyphs.len() {
        let joined = misread_from(&glyphs[from..]);
        if joined > 1 {
            found = Some((found.map_or(from, |found| found.0), from + joined));
        }
        from += joined;
    }
    found
}

/// How many glyphs from the first on a reader would tear apart, with a space or a line end between them,
/// because they stand wide apart in a spread line or reach into the empty half of a squeezed mark; 1 when
/// it would not.
fn misread_from(glyphs: &[Glyph]) -> usize {
    let mut reach = f64::MIN;
    for (i, glyph) in glyphs.iter().enumerate() {
        let slack = MISREAD * glyph.size_pt;
        let gap = pt(glyph.x) - reach;
        let spaced = glyph.text.first() == ' ' || (i > 0 && glyphs[i - 1].text.first() == ' ');
        let torn = gap < -slack || (gap > slack && !spaced);
        if i > 0 && !torn {
            return i;
        }
        reach = reach.max(pt(glyph.x) + f64::from(glyph.advance) / 1000.0 * glyph.size_pt);
    }
    glyphs.len()
}
