//! From a document to its pages. Words become cells (`cells`), cells become lines (`lines`, by the rules
//! in `marks`), lines and tables are put on the grid of the page (`flow`, `table`).

mod annex;
mod cells;
mod flow;
mod foot;
mod lines;
mod marks;
mod signature;
mod table;
mod title;

use crate::fonts::Case;
use crate::{
    Annex, Block, Document, Fallback, FontRole, Fonts, LineKind, Page, Pages, PaperError, Span, SpanRole,
    Style,
};

use cells::{Cell, Run};
use flow::Flow;
use lines::SetLine;
use signature::Signed;

/// What layout needs everywhere.
struct Context<'a> {
    style: &'a Style,
    case: Case<'a>,
}

/// A paragraph broken into lines, not yet on a page.
#[derive(Clone)]
struct Para {
    cells: Vec<Cell>,
    lines: Vec<SetLine>,
    kind: LineKind,
    /// Indent of the first line in thousandths of a character.
    first_indent: i32,
    /// Level and words, for a heading.
    bookmark: Option<(u8, String)>,
    /// Stays on the page of what follows.
    keep: bool,
}

/// A piece of the body, set.
enum Piece {
    Para(Para),
    Table(table::SetTable),
    PageBreak,
}

/// Lays a document out on pages.
///
/// Errors: a style without room for text, a table whose spans do not fit its columns, a character that
/// is in no font (with its page and the words around it).
pub fn layout(document: &Document, fonts: &Fonts, style: &Style) -> Result<Pages, PaperError> {
    style.check()?;
    let mut context = Context { style, case: Case::open(fonts) };
    let full = full_line(style);
    let mut flow = Flow::new(style);
    place_title(&document.title, style.title_rows_above, &mut context, &mut flow);
    if let Some(words) = document.salutation.as_deref().filter(|s| !s.is_empty()) {
        flow.paragraph(&paragraph(
            &[run(words, FontRole::FangSong)],
            LineKind::Salutation,
            0,
            full,
            &mut context,
        ));
    }
    let signed = document.signature.as_ref().map(|s| signature::set(s, &mut context, full));
    let tail = signed.as_ref().filter(|_| document.annexes.is_empty()).map_or(0, Signed::least_rows);
    place_blocks(&document.blocks, 0, tail, &mut context, &mut flow)?;
    flow.annex_names(&annex::names(&document.annexes, &mut context, full));
    if let Some(signed) = &signed {
        flow.signature(signed);
    }
    for (n, annex) in document.annexes.iter().enumerate() {
        place_annex(annex, n, document.annexes.len(), &mut context, &mut flow)?;
    }
    let (mut pages, bookmarks) = flow.finish();
    number_pages(&mut pages, &mut context);
    let fallbacks = survey(&pages, fonts)?;
    let faces = fonts.faces().to_vec();
    Ok(Pages { meta: document.meta.clone(), pages, bookmarks, fallbacks, faces })
}

/// Puts the body, or that of an annex, on the pages. `above` lines of the first page are taken, `tail`
/// lines must have room behind a table that ends it.
fn place_blocks(
    blocks: &[Block],
    above: u32,
    tail: u32,
    context: &mut Context<'_>,
    flow: &mut Flow<'_>,
) -> Result<(), PaperError> {
    let mut pieces = Vec::with_capacity(blocks.len());
    // Lines that stand over the next piece on its page: headings, and what begins the page.
    let mut over = above;
    for block in blocks {
        let piece = piece(block, over, context)?;
        over = match &piece {
            Piece::Para(para) if para.keep => over + count(para.lines.len()),
            _ => 0,
        };
        pieces.push(piece);
    }
    if let Some(Piece::Table(table)) = pieces.last_mut() {
        table.tail = tail;
    }
    for (i, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::PageBreak => flow.page_break(),
            Piece::Table(table) => flow.table(table),
            Piece::Para(para) => {
                flow.keep_room(kept_rows(&pieces[i..], context.style));
                flow.paragraph(para);
            }
        }
    }
    Ok(())
}

/// An annex from a new page: the mark in its first line, its title in the third.
fn place_annex(
    annex: &Annex,
    n: usize,
    of: usize,
    context: &mut Context<'_>,
    flow: &mut Flow<'_>,
) -> Result<(), PaperError> {
    flow.page_break();
    let mut mark = annex::mark(n, of, context, full_line(context.style));
    mark.bookmark = Some((1, annex.title.clone()));
    flow.paragraph(&mark);
    place_title(std::slice::from_ref(&annex.title), 1, context, flow);
    place_blocks(&annex.blocks, flow.row(), 0, context, flow)
}

/// A full line in thousandths of a character.
fn full_line(style: &Style) -> i32 {
    i32::try_from(style.chars_per_line.saturating_mul(1000)).unwrap_or(i32::MAX)
}

fn run(text: &str, role: FontRole) -> Run {
    Run { text: text.to_string(), role, bold: false }
}

fn paragraph(runs: &[Run], kind: LineKind, indent: i32, full: i32, context: &mut Context<'_>) -> Para {
    let cells = cells::cells(runs, &mut context.case);
    let lines = lines::set(&cells, full - indent, full, true);
    Para { cells, lines, kind, first_indent: indent, bookmark: None, keep: false }
}

fn piece(block: &Block, over: u32, context: &mut Context<'_>) -> Result<Piece, PaperError> {
    let full = full_line(context.style);
    Ok(match block {
        Block::PageBreak => Piece::PageBreak,
        Block::Table(table) => Piece::Table(table::set(table, over, context)?),
        Block::Paragraph { spans } => {
            let runs: Vec<Run> = spans.iter().map(|s| run(&s.text, FontRole::FangSong)).collect();
            Piece::Para(paragraph(&runs, LineKind::Body, 2000, full, context))
        }
        Block::Heading { level, number, spans } => {
            Piece::Para(heading((*level).clamp(1, 4), number, spans, context, full))
        }
    })
}

/// The fonts of clause 7.3.3: 黑体, 楷体, 仿宋, 仿宋.
fn heading(level: u8, number: &str, spans: &[Span], context: &mut Context<'_>, full: i32) -> Para {
    let role = match level {
        1 => FontRole::HeiTi,
        2 => FontRole::KaiTi,
        _ => FontRole::FangSong,
    };
    let bold = level == 3 && context.style.heading3_bold;
    let mut runs = vec![Run { text: number.to_string(), role, bold }];
    for span in spans {
        runs.push(match span.role {
            SpanRole::HeadingSentence => Run { text: span.text.clone(), role, bold },
            SpanRole::Body => run(&span.text, FontRole::FangSong),
        });
    }
    let words = spans.iter().filter(|s| s.role == SpanRole::HeadingSentence).map(|s| s.text.as_str());
    let name: String = std::iter::once(number).chain(words).collect();
    let name = name.replace('\n', "");
    let runs_on = spans.iter().any(|s| s.role == SpanRole::Body && !s.text.is_empty());
    let mut para = paragraph(&runs, LineKind::Heading(level), 2000, full, context);
    para.bookmark = Some((level, name.trim_end_matches(['。', '：']).to_string()));
    para.keep = !runs_on;
    para
}

/// Lines that must stand together from the first piece on: headings with the first line after them.
fn kept_rows(pieces: &[Piece], style: &Style) -> u32 {
    let mut rows = 0;
    for piece in pieces {
        match piece {
            Piece::Para(para) if para.keep => rows += count(para.lines.len()),
            Piece::Para(_) => return rows + 1,
            Piece::Table(table) => return rows + table.first_rows(style),
            Piece::PageBreak => return rows,
        }
    }
    rows
}

fn count(lines: usize) -> u32 {
    u32::try_from(lines).unwrap_or(u32::MAX)
}

fn place_title(title: &[String], above: u32, context: &mut Context<'_>, flow: &mut Flow<'_>) {
    let given: Vec<&str> = title.iter().map(String::as_str).filter(|t| !t.is_empty()).collect();
    if given.is_empty() {
        return;
    }
    let style = context.style;
    flow.blank(above);
    let em = style.title_pt * MM_PER_PT;
    let width = (style.area_width / em * 1000.0) as i32;
    for words in given {
        let cells = cells::cells(&[run(words, FontRole::XiaoBiaoSong)], &mut context.case);
        let mut from = 0;
        let mut ends = title::line_ends(&cells, width);
        if ends.is_empty() {
            ends = lines::set(&cells, width, width, false).iter().map(|l| l.to).collect();
        }
        for end in ends {
            flow.title_line(&cells[from..end]);
            from = end;
        }
    }
    flow.blank(style.title_rows_below);
}

/// A point in millimetres.
pub(crate) const MM_PER_PT: f64 = 25.4 / 72.0;

/// 页码: 「— 1 —」, the dashes 7 mm below the type area (7.5).
fn number_pages(pages: &mut [Page], context: &mut Context<'_>) {
    let style = context.style;
    for page in pages {
        let words = format!("— {} —", page.number);
        let cells = cells::cells(&[run(&words, FontRole::Song)], &mut context.case);
        if let Some(line) = flow::page_number(&cells, page.number, style, &context.case) {
            page.lines.push(line);
        }
    }
}

/// Which characters another font draws; an error when one is in no font at all.
fn survey(pages: &[Page], fonts: &Fonts) -> Result<Vec<Fallback>, PaperError> {
    let mut found: Vec<Fallback> = Vec::new();
    for page in pages {
        for line in &page.lines {
            for (i, glyph) in line.glyphs.iter().enumerate() {
                let Some(ch) = glyph.text.chars().next() else { continue };
                if glyph.id == 0 {
                    return Err(PaperError::NoGlyph { ch, place: place(page.number, line, i) });
                }
                let rare = glyph.fallback && !ch.is_ascii() && !marks::full_square(ch) && ch != '⸺';
                if rare && !found.iter().any(|f| f.ch == ch && f.wanted == glyph.role) {
                    let used =
                        fonts.faces().get(glyph.face).map(|f| f.family().to_string()).unwrap_or_default();
                    found.push(Fallback { ch, wanted: glyph.role, used, page: page.number });
                }
            }
        }
    }
    Ok(found)
}

/// 「第3页“……赵𰻝同志……”」.
fn place(page: usize, line: &crate::Line, glyph: usize) -> String {
    let from = glyph.saturating_sub(6);
    let to = (glyph + 7).min(line.glyphs.len());
    let words: String = line.glyphs[from..to].iter().map(|g| g.text.as_str()).collect();
    let dots = |cut: bool| if cut { "……" } else { "" };
    format!("第{page}页“{}{words}{}”", dots(from > 0), dots(to < line.glyphs.len()))
}
