//! The outline that readers show beside the pages: the headings, nested by level.

use lopdf::{Dictionary, Object, ObjectId};

use crate::layout::MM_PER_PT;
use crate::{Bookmark, Pages};

use super::metadata::text;

/// An outline entry and those below it.
struct Entry<'p> {
    id: ObjectId,
    bookmark: &'p Bookmark,
    below: Vec<Entry<'p>>,
}

/// Writes the outline; `None` without headings.
pub(super) fn write(pages: &Pages, doc: &mut lopdf::Document) -> Option<ObjectId> {
    let (entries, _) = nest(&pages.bookmarks, 0, doc);
    let (first, last) = (entries.first()?.id, entries.last()?.id);
    let root = doc.new_object_id();
    let page_ids: Vec<ObjectId> = doc.get_pages().into_values().collect();
    let count = write_level(&entries, root, pages, &page_ids, doc);
    let outlines = Dictionary::from_iter([
        ("Type", Object::Name(b"Outlines".to_vec())),
        ("First", Object::Reference(first)),
        ("Last", Object::Reference(last)),
        ("Count", Object::Integer(count)),
    ]);
    doc.objects.insert(root, Object::Dictionary(outlines));
    Some(root)
}

/// Takes the entries deeper than `above` from the front; returns them and how many were taken.
fn nest<'p>(bookmarks: &'p [Bookmark], above: u8, doc: &mut lopdf::Document) -> (Vec<Entry<'p>>, usize) {
    let mut entries = Vec::new();
    let mut at = 0;
    while let Some(bookmark) = bookmarks.get(at).filter(|b| b.level > above) {
        let id = doc.new_object_id();
        let (below, taken) = nest(&bookmarks[at + 1..], bookmark.level, doc);
        entries.push(Entry { id, bookmark, below });
        at += 1 + taken;
    }
    (entries, at)
}

/// Writes entries of one level and all below; returns their number.
fn write_level(
    entries: &[Entry<'_>],
    parent: ObjectId,
    pages: &Pages,
    page_ids: &[ObjectId],
    doc: &mut lopdf::Document,
) -> i64 {
    let mut total = 0;
    for (i, entry) in entries.iter().enumerate() {
        let below = write_level(&entry.below, entry.id, pages, page_ids, doc);
        total += 1 + below;
        let mut item = Dictionary::from_iter([
            ("Title", text(&entry.bookmark.text)),
            ("Parent", Object::Reference(parent)),
        ]);
        if let Some(destination) = destination(entry.bookmark, pages, page_ids) {
            item.set("Dest", destination);
        }
        if let Some(before) = i.checked_sub(1).and_then(|i| entries.get(i)) {
            item.set("Prev", before.id);
        }
        if let Some(after) = entries.get(i + 1) {
            item.set("Next", after.id);
        }
        if let (Some(first), Some(last)) = (entry.below.first(), entry.below.last()) {
            item.set("First", first.id);
            item.set("Last", last.id);
            item.set("Count", below);
        }
        doc.objects.insert(entry.id, Object::Dictionary(item));
    }
    total
}

fn destination(bookmark: &Bookmark, pages: &Pages, page_ids: &[ObjectId]) -> Option<Vec<Object>> {
    let index = bookmark.page.checked_sub(1)?;
    let page = pages.pages.get(index)?;
    let y = ((page.height - bookmark.y) / MM_PER_PT) as f32;
    let kind = Object::Name(b"XYZ".to_vec());
    Some(vec![Object::Reference(*page_ids.get(index)?), kind, Object::Null, Object::Real(y), Object::Null])
}
