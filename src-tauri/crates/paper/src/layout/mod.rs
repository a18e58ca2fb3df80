//! From a document to its pages. Words become cells (`cells`), cells become lines (`lines`, by the rules
//! in `marks`), lines and tables are put on the grid of the page (`flow`, `table`), 版头 over them (`head`) and
//! 版记 under them (`imprint`).

mod annex;
mod cells;
mod flow;
mod folio;
mod foot;
mod head;
mod imprint;
mod lines;
mod marks;
mod signature;
mod strip;
mod survey;
mod table;
mod title;
mod turned;

use crate::fonts::Case;
use crate::{
    Annex, Block, Document, FontRole, Fonts, LineKind, OfficialDocument, Pages, PaperError, Span, SpanRole,
    Style,
};

use cells::{Cell, Run};
use flow::{Flow, Laid};
use lines::SetLine;

/// What layout needs everywhere.
struct Context<'a> {
    style: &'a Style,
    /// The measures of a page turned for a wide table.
    turned: &'a Style,
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
    /// Wide tables on pages of their own.
    Turned(table::SetTable),
    PageBreak,
}

/// Lays a document out on pages.
///
/// # Errors
/// A style without room for text, a table whose spans do not fit its columns, a character that is in no font
/// (with its page and the words around it).
pub fn layout(document: &Document, fonts: &Fonts, style: &Style) -> Result<Pages, PaperError> {
    lay_out(document, &OfficialDocument::default(), fonts, style)
}

/// Lays a document out with its 版头 and 版记.
///
/// # Errors
/// As [`layout`].
pub fn layout_official(
    document: &OfficialDocument,
    fonts: &Fonts,
    style: &Style,
) -> Result<Pages, PaperError> {
    lay_out(&document.body, document, fonts, style)
}

/// `body` with what `around` has besides its own body.
fn lay_out(
    body: &Document,
    around: &OfficialDocument,
    fonts: &Fonts,
    style: &Style,
) -> Result<Pages, PaperError> {
    style.check()?;
    let turned = style.turned();
    Case::with(fonts, style.latin_gap, |case| {
        pages(body, around, fonts, Context { style, turned: &turned, case })
    })?
}

fn pages(
    body: &Document,
    around: &OfficialDocument,
    fonts: &Fonts,
    mut context: Context<'_>,
) -> Result<Pages, PaperError> {
    let style = context.style;
    let mut flow = Flow::new(style);
    if let Some(head) = &around.head {
        head::place(head, &mut context, &mut flow);
    }
    place_title(&body.title, style.title_rows_above, around.number.as_deref(), &mut context, &mut flow);
    place_body(body, around, &mut context, &mut flow)?;
    for (n, annex) in body.annexes.iter().enumerate() {
        place_annex(annex, n, body.annexes.len(), &mut context, &mut flow)?;
    }
    if let Some(set) = around.imprint.as_ref().and_then(|imprint| imprint::set(imprint, &mut context)) {
        imprint::place(&set, &context, &mut flow);
    }
    let Laid { mut pages, bookmarks, tables } = flow.finish();
    folio::number_pages(&mut pages, &mut context);
    let faces = fonts.faces();
    let fallbacks = survey::survey(&pages, &faces)?;
    Ok(Pages { meta: body.meta.clone(), pages, bookmarks, fallbacks, tables, faces })
}

/// From 主送机关 to 附注.
fn place_body(
    body: &Document,
    around: &OfficialDocument,
    context: &mut Context<'_>,
    flow: &mut Flow<'_>,
) -> Result<(), PaperError> {
    let full = full_line(context.style);
    if let Some(words) = body.salutation.as_deref().filter(|s| !s.is_empty()) {
        let salutation = paragraph(&[run(words, FontRole::FangSong)], LineKind::Salutation, 0, full, context);
        flow.paragraph(&salutation);
    }
    let signed = body.signature.as_ref();
    let signed = signed.map(|s| signature::set(s, &around.name_seals, context, full));
    let note = around.note.as_deref().and_then(|words| signature::note(words, context, full));
    let note_rows = note.as_ref().map_or(0, |para| count(para.lines.len()));
    let tail = signed.as_ref().filter(|_| body.annexes.is_empty());
    place_blocks(&body.blocks, 0, tail.map_or(0, |s| s.least_rows() + note_rows), context, flow)?;
    flow.annex_names(&annex::names(&body.annexes, context, full));
    if let Some(signed) = &signed {
        flow.signature(signed, note_rows);
    }
    if let Some(note) = &note {
        flow.paragraph(note);
    }
    Ok(())
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
            Piece::Turned(table) => turned::place(context, flow, |_, flow| {
                flow.table(table);
                Ok(())
            })?,
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
    let place = |context: &mut Context<'_>, flow: &mut Flow<'_>| {
        let mut mark = annex::mark(n, of, context, full_line(context.style));
        mark.bookmark = Some((1, annex.title.clone()));
        flow.paragraph(&mark);
        place_title(std::slice::from_ref(&annex.title), 1, None, context, flow);
        if turned::all_turned(&annex.blocks) {
            return place_upright(&annex.blocks, flow.row(), context, flow);
        }
        place_blocks(&annex.blocks, flow.row(), 0, context, flow)
    };
    if turned::all_turned(&annex.blocks) { turned::place(context, flow, place) } else { place(context, flow) }
}

/// Wide tables on a sheet that is turned already.
fn place_upright(
    blocks: &[Block],
    above: u32,
    context: &mut Context<'_>,
    flow: &mut Flow<'_>,
) -> Result<(), PaperError> {
    for (n, block) in blocks.iter().enumerate() {
        if let Block::Table(table) = block {
            flow.table(&table::set(table, if n == 0 { above } else { 0 }, context)?);
        }
    }
    Ok(())
}

/// A full line in thousandths of a character.
fn full_line(style: &Style) -> i32 {
    i32::try_from(style.chars_per_line.saturating_mul(1000)).unwrap_or(i32::MAX)
}

/// The indent of a first line in thousandths of a character.
fn indent(style: &Style) -> i32 {
    (style.first_indent * 1000.0).round() as i32
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
        Block::Table(table) if table.landscape => {
            std::mem::swap(&mut context.style, &mut context.turned);
            let set = table::set(table, 0, context);
            std::mem::swap(&mut context.style, &mut context.turned);
            Piece::Turned(set?)
        }
        Block::Table(table) => Piece::Table(table::set(table, over, context)?),
        Block::Paragraph { spans } => {
            let runs: Vec<Run> = spans.iter().map(|s| run(&s.text, FontRole::FangSong)).collect();
            Piece::Para(paragraph(&runs, LineKind::Body, indent(context.style), full, context))
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
    let mut para = paragraph(&runs, LineKind::Heading(level), indent(context.style), full, context);
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
            Piece::PageBreak | Piece::Turned(_) => return rows,
        }
    }
    rows
}

fn count(lines: usize) -> u32 {
    u32::try_from(lines).unwrap_or(u32::MAX)
}

fn place_title(
    title: &[String],
    above: u32,
    number: Option<&str>,
    context: &mut Context<'_>,
    flow: &mut Flow<'_>,
) {
    let given: Vec<&str> = title.iter().map(String::as_str).filter(|t| !t.is_empty()).collect();
    if given.is_empty() {
        return;
    }
    let style = context.style;
    flow.blank(above);
    let em = style.title_pt * MM_PER_PT;
    let width = (style.area_width() / em * 1000.0) as i32;
    for words in given {
        let cells = cells::cells(&[run(words, style.title_font)], &mut context.case);
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
    if let Some(number) = number.map(str::trim).filter(|number| !number.is_empty()) {
        let cells = cells::cells(&[run(number, FontRole::FangSong)], &mut context.case);
        flow.centred_line(&cells, LineKind::DocumentNumber);
    }
    flow.blank(style.title_rows_below);
}

/// A point in millimetres.
pub(crate) const MM_PER_PT: f64 = 25.4 / 72.0;
