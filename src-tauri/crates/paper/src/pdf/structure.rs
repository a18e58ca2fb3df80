//! The tagged structure of a PDF: headings, paragraphs and tables in reading order (ISO 32000-1 14.7, 14.8), so
//! that a screen reader, a search or a converter is told what a glyph's place only hints at.
//!
//! Every line, or part of a line, is a piece of content with a number of its own on its page; what is repeated
//! or drawn (heads on further pages, page numbers, rules) is an artifact.

use lopdf::{Dictionary, Object, ObjectId};

use crate::pages::CellShape;
use crate::{Bookmark, Line, LineKind, Page, Pages};

use super::content::{Piece, pieces};

/// Where a part of a line begins, and what it is.
#[derive(Clone, Copy)]
pub(super) struct Part {
    /// Its first glyph in the line.
    pub from: usize,
    /// The kind of its element; of no account for an artifact.
    pub tag: &'static str,
    /// Its number on the page; `None` for an artifact.
    pub number: Option<i64>,
    /// Its words are spelled out, since its glyphs would be misread.
    pub spelled: bool,
}

impl Part {
    const ARTIFACT: Part = Part { from: 0, tag: "Artifact", number: None, spelled: false };
}

/// An element of the structure.
struct Element {
    tag: &'static str,
    attributes: Option<Dictionary>,
    /// Row and column of a table's cell.
    place: Option<(usize, usize)>,
    kids: Vec<Kid>,
}

enum Kid {
    Element(Element),
    /// Page index and number of the content.
    Content(usize, i64),
}

impl Element {
    fn new(tag: &'static str) -> Self {
        Element { tag, attributes: None, place: None, kids: Vec::new() }
    }

    /// Takes pieces of a line as its content.
    fn hold(&mut self, tag: &'static str, from: usize, pieces: &[Piece], counter: &mut Counter) -> Vec<Part> {
        let mut parts = Vec::with_capacity(pieces.len());
        for piece in pieces {
            let (from, spelled) = (from + piece.from, piece.spelled);
            let last = match self.kids.last() {
                Some(Kid::Content(page, number)) if *page == counter.page => Some(*number),
                _ => None,
            };
            let number = match counter.plain {
                // Plain words go on with the plain words before them.
                Some(number) if !spelled && last == Some(number) => number,
                _ => {
                    self.kids.push(Kid::Content(counter.page, counter.next));
                    counter.next += 1;
                    counter.next - 1
                }
            };
            counter.plain = (!spelled).then_some(number);
            parts.push(Part { from, tag, number: Some(number), spelled });
        }
        parts
    }
}

/// Counts the pieces of content of a page.
struct Counter {
    page: usize,
    next: i64,
    /// The piece drawn last, where it is plain words that others may go on with.
    plain: Option<i64>,
}

/// The structure of a document.
pub(super) struct Structure {
    /// The parts of each line of each page.
    parts: Vec<Vec<Vec<Part>>>,
    elements: Vec<Element>,
    /// Kind of the last line, where the next may go on with its paragraph.
    open: Option<LineKind>,
}

impl Structure {
    /// Reads the structure off the pages.
    pub fn of(pages: &Pages) -> Self {
        let mut structure = Structure { parts: Vec::new(), elements: Vec::new(), open: None };
        let mut marks = pages.bookmarks.as_slice();
        let mut tables: Vec<Option<usize>> = vec![None; pages.tables.len()];
        for (index, page) in pages.pages.iter().enumerate() {
            structure.parts.push(Vec::with_capacity(page.lines.len()));
            let mut counter = Counter { page: index, next: 0, plain: None };
            for (n, line) in page.lines.iter().enumerate() {
                let table = page.tables.iter().find(|(range, _)| range.contains(&n));
                let parts = match (line.kind, table) {
                    (LineKind::PageNumber | LineKind::Cell { repeated: true, .. }, _) => {
                        counter.plain = None;
                        vec![Part::ARTIFACT]
                    }
                    (LineKind::Cell { row, column, .. }, Some((_, table))) => {
                        let at = *tables[*table]
                            .get_or_insert_with(|| structure.begin_table(&pages.tables[*table].cells));
                        structure.cell(at, (row, column), &pieces(&line.glyphs), &mut counter)
                    }
                    _ => structure.words(n, page, &mut marks, &mut counter),
                };
                structure.parts[index].push(parts);
            }
        }
        structure
    }

    /// The parts of the lines of a page.
    pub fn parts(&self, page: usize) -> &[Vec<Part>] {
        self.parts.get(page).map_or(&[], Vec::as_slice)
    }

    /// A line of a paragraph or heading, or a part of both.
    fn words(&mut self, n: usize, page: &Page, marks: &mut &[Bookmark], counter: &mut Counter) -> Vec<Part> {
        let line = &page.lines[n];
        let goes_on = self.open == Some(line.kind);
        // A heading that text runs on from has ended as a paragraph.
        let tag = self.elements.last().filter(|_| goes_on).map_or(tag(line.kind), |e| e.tag);
        if !goes_on {
            self.elements.push(Element::new(tag));
        }
        let heading = !goes_on && matches!(line.kind, LineKind::Heading(_));
        let runs_on = heading.then(|| heading_end(line, page, n, marks)).flatten();
        let end = runs_on.unwrap_or(line.glyphs.len());
        let mut parts = self.content(tag, 0, &pieces(&line.glyphs[..end]), counter);
        if let Some(from) = runs_on {
            self.elements.push(Element::new("P"));
            parts.extend(self.content("P", from, &pieces(&line.glyphs[from..]), counter));
        }
        // The lines of a title, of several offices or of 签发人 are one paragraph though each ends for itself.
        let one = matches!(line.kind, LineKind::Title | LineKind::Issuer | LineKind::Signer);
        let follows = page.lines.get(n + 1).is_some_and(|next| next.kind == line.kind);
        self.open = (!line.last || (one && follows)).then_some(line.kind);
        parts
    }

    /// Content of the last element, from a glyph of its line on.
    fn content(
        &mut self,
        tag: &'static str,
        from: usize,
        pieces: &[Piece],
        counter: &mut Counter,
    ) -> Vec<Part> {
        let Some(element) = self.elements.last_mut() else { return vec![Part::ARTIFACT] };
        element.hold(tag, from, pieces, counter)
    }

    /// Begins a table with all its rows and cells, its caption in it; returns the element's index.
    fn begin_table(&mut self, cells: &[CellShape]) -> usize {
        self.open = None;
        let mut table = Element::new("Table");
        if self.elements.last().is_some_and(|e| e.tag == "Caption") {
            table.kids.extend(self.elements.pop().map(Kid::Element));
        }
        let rows = cells.iter().map(|cell| cell.row + 1).max().unwrap_or(0);
        for row in 0..rows {
            let mut element = Element::new("TR");
            let of_row = || cells.iter().filter(|cell| cell.row == row);
            // A row of labels alone says what stands under it, wherever it is in the table.
            let labels = of_row().all(|cell| cell.header);
            element.kids.extend(of_row().map(|cell| Kid::Element(cell_element(cell, labels))));
            table.kids.push(Kid::Element(element));
        }
        self.elements.push(table);
        self.elements.len() - 1
    }

    fn cell(
        &mut self,
        at: usize,
        place: (usize, usize),
        pieces: &[Piece],
        counter: &mut Counter,
    ) -> Vec<Part> {
        let cell = self.elements.get_mut(at).and_then(|table| cell_at(table, place));
        cell.map_or(vec![Part::ARTIFACT], |cell| cell.hold(cell.tag, 0, pieces, counter))
    }

    /// Writes the structure into the file; returns the tree's root.
    pub fn write(&self, doc: &mut lopdf::Document) -> Result<ObjectId, lopdf::Error> {
        let page_ids: Vec<ObjectId> = doc.get_pages().into_values().collect();
        let (root, whole) = (doc.new_object_id(), doc.new_object_id());
        let mut owners: Vec<Vec<Object>> = vec![Vec::new(); page_ids.len()];
        for (page, lines) in self.parts.iter().enumerate() {
            let last = lines.iter().flatten().filter_map(|part| part.number).max();
            let numbered = last.and_then(|last| usize::try_from(last + 1).ok()).unwrap_or(0);
            owners[page] = vec![Object::Null; numbered];
        }
        let kids: Vec<Object> =
            self.elements.iter().map(|e| write_element(e, whole, &page_ids, &mut owners, doc)).collect();
        let document = Dictionary::from_iter([
            ("Type", name("StructElem")),
            ("S", name("Document")),
            ("P", Object::Reference(root)),
            ("Lang", Object::string_literal("zh-CN")),
            ("K", Object::Array(kids)),
        ]);
        doc.objects.insert(whole, Object::Dictionary(document));
        let mut numbers = Vec::with_capacity(2 * owners.len());
        for (page, owners) in (0..).zip(owners) {
            let list = doc.add_object(owners);
            numbers.extend([Object::Integer(page), Object::Reference(list)]);
        }
        for (index, id) in (0_i64..).zip(&page_ids) {
            let page = doc.get_dictionary_mut(*id)?;
            page.set("StructParents", index);
            page.set("Tabs", name("S"));
        }
        let parents = doc.add_object(Dictionary::from_iter([("Nums", Object::Array(numbers))]));
        let roles = Dictionary::from_iter([("Title", name("P"))]);
        let tree = Dictionary::from_iter([
            ("Type", name("StructTreeRoot")),
            ("K", Object::Reference(whole)),
            ("ParentTree", Object::Reference(parents)),
            ("ParentTreeNextKey", Object::Integer(i64::try_from(page_ids.len()).unwrap_or(i64::MAX))),
            ("RoleMap", Object::Dictionary(roles)),
        ]);
        doc.objects.insert(root, Object::Dictionary(tree));
        Ok(root)
    }
}

fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

fn tag(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Title => "Title",
        LineKind::Caption => "Caption",
        LineKind::Heading(1) => "H1",
        LineKind::Heading(2) => "H2",
        LineKind::Heading(3) => "H3",
        LineKind::Heading(_) => "H4",
        _ => "P",
    }
}

/// The glyph of a heading's first line at which the text that runs on from it begins. A heading longer than its
/// first line is not parted.
fn heading_end(line: &Line, page: &Page, n: usize, marks: &mut &[Bookmark]) -> Option<usize> {
    let words: String =
        page.lines[n..].iter().take_while(|l| l.kind == line.kind).take(4).map(|l| l.text.as_str()).collect();
    let at = marks.iter().position(|mark| mark.page == page.number && words.starts_with(&mark.text))?;
    let heading = marks[at].text.as_str();
    *marks = &marks[at + 1..];
    let mut seen = 0;
    for (i, glyph) in line.glyphs.iter().enumerate() {
        let closing = matches!(glyph.text.as_str(), "。" | "：");
        if seen >= heading.len() && !closing {
            return Some(i);
        }
        seen += glyph.text.len();
    }
    None
}

fn cell_element(cell: &CellShape, labels: bool) -> Element {
    let mut attributes = Dictionary::from_iter([("O", name("Table"))]);
    if cell.header {
        attributes.set("Scope", name(if cell.in_head || labels { "Column" } else { "Row" }));
    }
    for (key, span) in [("RowSpan", cell.rows), ("ColSpan", cell.columns)] {
        if span > 1 {
            attributes.set(key, i64::try_from(span).unwrap_or(1));
        }
    }
    let tag = if cell.header { "TH" } else { "TD" };
    Element { tag, attributes: Some(attributes), place: Some((cell.row, cell.column)), kids: Vec::new() }
}

/// The cell of a table that begins in a row and column.
fn cell_at(table: &mut Element, place: (usize, usize)) -> Option<&mut Element> {
    fn element(kid: &mut Kid) -> Option<&mut Element> {
        match kid {
            Kid::Element(element) => Some(element),
            Kid::Content(..) => None,
        }
    }
    let rows = table.kids.iter_mut().filter_map(element).filter(|e| e.tag == "TR");
    rows.take(place.0 + 1).last()?.kids.iter_mut().filter_map(element).find(|e| e.place == Some(place))
}

/// Writes an element with all below it; returns a reference to it.
fn write_element(
    element: &Element,
    parent: ObjectId,
    page_ids: &[ObjectId],
    owners: &mut [Vec<Object>],
    doc: &mut lopdf::Document,
) -> Object {
    let id = doc.new_object_id();
    let content = element.kids.iter().find_map(|kid| match kid {
        Kid::Content(page, _) => Some(*page),
        Kid::Element(_) => None,
    });
    let mut kids = Vec::with_capacity(element.kids.len());
    for kid in &element.kids {
        kids.push(match kid {
            Kid::Element(below) => write_element(below, id, page_ids, owners, doc),
            Kid::Content(page, number) => {
                let owner = usize::try_from(*number).ok().and_then(|n| owners[*page].get_mut(n));
                if let Some(owner) = owner {
                    *owner = Object::Reference(id);
                }
                if content == Some(*page) {
                    Object::Integer(*number)
                } else {
                    Object::Dictionary(Dictionary::from_iter([
                        ("Type", name("MCR")),
                        ("Pg", Object::Reference(page_ids[*page])),
                        ("MCID", Object::Integer(*number)),
                    ]))
                }
            }
        });
    }
    let mut written = Dictionary::from_iter([
        ("Type", name("StructElem")),
        ("S", name(element.tag)),
        ("P", Object::Reference(parent)),
        ("K", Object::Array(kids)),
    ]);
    if let Some(page) = content {
        written.set("Pg", page_ids[page]);
    }
    if let Some(attributes) = &element.attributes {
        written.set("A", attributes.clone());
    }
    doc.objects.insert(id, Object::Dictionary(written));
    Object::Reference(id)
}
