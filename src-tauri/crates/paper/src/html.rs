//! A [`Document`] as a page for the county's web site: one file, no scripts, nothing fetched, headings and
//! tables that a screen reader can follow.
//!
//! What belongs to paper alone is left out: the red head, room for a seal, page numbers, line breaks of the
//! title. The page is well-formed XML as well, so that any tool can read it.

use chrono::Datelike;

use crate::markup::Element;
use crate::{
    Align, Annex, Block, Cell, Document, FontRole, Signature, Span, SpanRole, Style, Table, TableRow,
};

/// Enough to read it by where a site brings no style of its own.
const LOOKS: &str = "body{max-width:52em;margin:2em auto;padding:0 1em;line-height:1.8;color:#000;\
    background:#fff}h1{text-align:center;line-height:1.4}h2,h3,h4,h5{font-size:1em;font-weight:normal;\
    margin:1em 0 .5em}p{margin:.5em 0}p.sign{text-align:right}\
    .table{overflow-x:auto;margin:1em 0}table{border-collapse:collapse;width:100%;line-height:1.4}\
    th,td{border:1px solid;padding:.3em;text-align:center}caption{padding:.3em}.left{text-align:left}\
    .right{text-align:right}";

/// The looks of a page: those of the house style that a screen can show, by the names of fonts that readers have.
fn looks(style: &Style) -> String {
    let family = |selector: &str, role: FontRole| format!("{selector}{{font-family:{}}}", families(role));
    let indent = style.first_indent;
    let bold = if style.heading3_bold { "h4{font-weight:bold}" } else { "" };
    let fonts = [
        family("body", FontRole::FangSong),
        family("h1", style.title_font),
        family("h2,th", FontRole::HeiTi),
        family("h3", FontRole::KaiTi),
    ];
    format!(
        "{LOOKS}p,h2,h3,h4,h5{{text-indent:{indent}em}}p.to,p.sign,p.foot{{text-indent:0}}{bold}{}",
        fonts.concat()
    )
}

fn families(role: FontRole) -> &'static str {
    match role {
        FontRole::FangSong => "仿宋_GB2312,仿宋,FangSong,STFangsong,serif",
        FontRole::XiaoBiaoSong => "方正小标宋简体,FZXiaoBiaoSong-B05S,宋体,SimSun,serif",
        FontRole::HeiTi => "黑体,SimHei,sans-serif",
        FontRole::KaiTi => "楷体_GB2312,楷体,KaiTi,STKaiti,serif",
        FontRole::Song => "宋体,SimSun,serif",
    }
}

/// Writes a document as a web page (HTML, UTF-8).
pub fn to_html(document: &Document, style: &Style) -> String {
    let meta = &document.meta;
    let named = |name: &str, content: &str| {
        let element = Element::new("meta").attr("name", name).attr("content", content);
        (!content.is_empty()).then_some(element)
    };
    let head = Element::new("head")
        .child(Element::new("meta").attr("charset", "utf-8"))
        .child(Element::new("title").text(if meta.title.is_empty() {
            title(document)
        } else {
            meta.title.clone()
        }))
        .children(named("viewport", "width=device-width, initial-scale=1"))
        .children(named("author", &meta.author))
        .children(named("description", &meta.subject))
        .children(named("keywords", &meta.keywords.join(",")))
        .child(Element::new("style").text(looks(style)));
    let page = Element::new("html")
        .attr("xmlns", "http://www.w3.org/1999/xhtml")
        .attr("lang", "zh-CN")
        .child(head)
        .child(Element::new("body").child(article(document)));
    format!("<!DOCTYPE html>\n{}\n", page.to_html())
}

/// The title in one line: where it is broken belongs to paper.
fn title(document: &Document) -> String {
    document.title.concat().replace('\n', "")
}

fn article(document: &Document) -> Element {
    let title = title(document);
    let salutation = document.salutation.as_deref().filter(|s| !s.is_empty());
    let several = document.annexes.len() > 1;
    let annexes = document.annexes.iter().enumerate();
    Element::new("article")
        .children((!title.is_empty()).then(|| Element::new("h1").text(title)))
        .children(salutation.map(|to| words(Element::new("p").attr("class", "to"), to)))
        .children(blocks(&document.blocks))
        .children(document.signature.as_ref().map(signature))
        .children(annexes.map(|(n, annex)| section(annex, several.then_some(n + 1))))
}

/// An annex under a heading of its own.
fn section(annex: &Annex, number: Option<usize>) -> Element {
    let number = number.map(|n| n.to_string()).unwrap_or_default();
    let heading = Element::new("h2").text(format!("附件{number}：{}", annex.title));
    Element::new("section").child(heading).children(blocks(&annex.blocks))
}

fn signature(signature: &Signature) -> Element {
    let date = signature.date;
    let said = format!("{}年{}月{}日", date.year(), date.month(), date.day());
    let time = Element::new("time").attr("datetime", date.format("%Y-%m-%d")).text(said);
    words(Element::new("p").attr("class", "sign"), &signature.office).child(Element::new("br")).child(time)
}

fn blocks(blocks: &[Block]) -> Vec<Element> {
    let mut elements = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { level, number, spans } => elements.extend(heading(*level, number, spans)),
            Block::Paragraph { spans } => {
                let text: String = spans.iter().map(|span| span.text.as_str()).collect();
                elements.push(words(Element::new("p"), &text));
            }
            Block::Table(table) => elements.extend(table_elements(table)),
            // A web page has no pages.
            Block::PageBreak => {}
        }
    }
    elements
}

/// The title is the page's `h1`, so a heading of level 1 is an `h2`. What runs on from a heading on paper is
/// a paragraph of its own here.
fn heading(level: u8, number: &str, spans: &[Span]) -> Vec<Element> {
    let of = |role: SpanRole| -> String {
        spans.iter().filter(|span| span.role == role).map(|span| span.text.as_str()).collect()
    };
    let name = match level {
        0 | 1 => "h2",
        2 => "h3",
        3 => "h4",
        _ => "h5",
    };
    let mut elements = vec![words(Element::new(name), &format!("{number}{}", of(SpanRole::HeadingSentence)))];
    let rest = of(SpanRole::Body);
    if !rest.is_empty() {
        elements.push(words(Element::new("p"), &rest));
    }
    elements
}

/// Text with its line ends.
fn words(mut element: Element, text: &str) -> Element {
    for (n, line) in text.split(['\n', '\u{2028}', '\u{2029}']).enumerate() {
        if n > 0 {
            element = element.child(Element::new("br"));
        }
        if !line.is_empty() {
            element = element.text(line);
        }
    }
    element
}

/// A table and, under it, its labels.
fn table_elements(table: &Table) -> Vec<Element> {
    let head = table.rows.iter().take_while(|row| row.header).count();
    let head = if head < table.rows.len() { head } else { 0 };
    let form = Form { columns: table.columns.len(), head, stub: stub(table, head) };
    let sum: f64 = table.columns.iter().sum();
    let column =
        |share: &f64| Element::new("col").attr("style", format!("width:{:.1}%", share / sum * 100.0));
    let rows = form.rows(&table.rows);
    let mut element = Element::new("table");
    if !table.caption.is_empty() {
        element = element.child(words(Element::new("caption"), &table.caption));
    }
    element = element.child(Element::new("colgroup").children(table.columns.iter().map(column)));
    let mut rows = rows.into_iter();
    if head > 0 {
        element =
            element.child(Element::new("thead").children(rows.by_ref().take(head).map(|row| row.element)));
    }
    // A row that is one heading begins a group of rows.
    let mut groups: Vec<Vec<Element>> = Vec::new();
    for row in rows {
        match groups.last_mut() {
            Some(group) if !row.begins_group => group.push(row.element),
            _ => groups.push(vec![row.element]),
        }
    }
    element = element.children(groups.into_iter().map(|group| Element::new("tbody").children(group)));
    let labels = table.footer.join("　　");
    let foot = (!labels.is_empty()).then(|| Element::new("p").attr("class", "foot").text(labels));
    [Element::new("div").attr("class", "table").child(element)].into_iter().chain(foot).collect()
}

/// Columns at the left that hold the rows' labels: those under the corner of the head. A head without a corner
/// has none; a table without head has its labels in its first column.
fn stub(table: &Table, head: usize) -> usize {
    let corner = table.rows.first().and_then(|row| row.cells.first());
    match corner {
        _ if head == 0 => usize::from(table.columns.len() > 1),
        Some(cell) if cell.row_span >= head && cell.col_span < table.columns.len() => cell.col_span,
        _ => 0,
    }
}

/// What is known of a table's parts.
struct Form {
    columns: usize,
    head: usize,
    stub: usize,
}

struct Row {
    element: Element,
    begins_group: bool,
}

impl Form {
    fn rows(&self, rows: &[TableRow]) -> Vec<Row> {
        // For each column, the row up to which a cell from above takes it.
        let mut taken = vec![0; self.columns];
        let mut out = Vec::with_capacity(rows.len());
        for (r, row) in rows.iter().enumerate() {
            let mut element = Element::new("tr");
            let mut column = 0;
            for cell in &row.cells {
                while taken.get(column).is_some_and(|until| *until > r) {
                    column += 1;
                }
                element = element.child(self.cell(cell, r, column, &row.cells));
                let covered = taken.iter_mut().skip(column).take(cell.col_span);
                covered.for_each(|until| *until = r + cell.row_span);
                column += cell.col_span;
            }
            let only = row.cells.first().filter(|cell| cell.col_span == self.columns);
            out.push(Row { element, begins_group: only.is_some_and(|cell| cell.header) });
        }
        out
    }

    fn cell(&self, cell: &Cell, row: usize, column: usize, row_cells: &[Cell]) -> Element {
        let scope = self.scope(cell, row, column, row_cells);
        let mut element = Element::new(if scope.is_some() { "th" } else { "td" });
        if let Some(scope) = scope {
            element = element.attr("scope", scope);
        }
        if cell.col_span > 1 {
            element = element.attr("colspan", cell.col_span);
        }
        if cell.row_span > 1 {
            element = element.attr("rowspan", cell.row_span);
        }
        element = match cell.align {
            Align::Left => element.attr("class", "left"),
            Align::Right => element.attr("class", "right"),
            Align::Center => element,
        };
        words(element, &cell.text)
    }

    /// What a cell is the heading of; `None` for a value.
    fn scope(&self, cell: &Cell, row: usize, column: usize, row_cells: &[Cell]) -> Option<&'static str> {
        if cell.text.is_empty() {
            return None;
        }
        let whole_row = cell.col_span == self.columns;
        let heading_row = row_cells.iter().all(|cell| cell.header);
        if row < self.head {
            Some(if cell.col_span > 1 { "colgroup" } else { "col" })
        } else if whole_row {
            cell.header.then_some("rowgroup")
        } else if self.head == 0 && heading_row {
            Some(if cell.col_span > 1 { "colgroup" } else { "col" })
        } else {
            (column < self.stub).then_some(if cell.row_span > 1 { "rowgroup" } else { "row" })
        }
    }
}
