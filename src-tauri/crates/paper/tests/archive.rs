//! What archives and screen readers ask of the PDF: its tagged structure, and PDF/A as another program checks it.

mod common;
#[path = "../examples/samples/documents/mod.rs"]
mod documents;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use lopdf::content::Content;
use lopdf::{Dictionary, Document as Pdf, Object};
use paper::{OfficialDocument, Style, layout_official};

fn bytes(document: &OfficialDocument) -> Vec<u8> {
    let pages = layout_official(document, common::fonts(), &Style::gbt9704()).expect("pages");
    pages.to_pdf().expect("a PDF")
}

fn sample(name: &str) -> OfficialDocument {
    documents::all().into_iter().find(|(n, _)| *n == name).expect("a sample").1
}

fn resolved<'d>(pdf: &'d Pdf, object: &'d Object) -> &'d Object {
    object.as_reference().map_or(object, |id| pdf.get_object(id).expect("an object"))
}

fn kids<'d>(pdf: &'d Pdf, element: &'d Dictionary) -> Vec<&'d Object> {
    let kids = element.get(b"K").and_then(|k| k.as_array()).expect("kids");
    kids.iter().map(|kid| resolved(pdf, kid)).collect()
}

fn kind(element: &Dictionary) -> String {
    let name = element.get(b"S").and_then(|s| s.as_name()).expect("a kind");
    String::from_utf8_lossy(name).into_owned()
}

fn root(pdf: &Pdf) -> &Dictionary {
    let tree = pdf.catalog().and_then(|c| c.get(b"StructTreeRoot")).expect("a structure");
    let tree = resolved(pdf, tree).as_dict().expect("a dictionary");
    resolved(pdf, tree.get(b"K").expect("a document")).as_dict().expect("a dictionary")
}

/// The elements right under the document.
fn elements(pdf: &Pdf) -> Vec<&Dictionary> {
    kids(pdf, root(pdf)).into_iter().map(|kid| kid.as_dict().expect("an element")).collect()
}

/// Every number of content on every page, with how often an element owns it.
fn owned(pdf: &Pdf, element: &Dictionary, out: &mut BTreeMap<(u32, i64), usize>) {
    let pages: BTreeMap<_, u32> = pdf.get_pages().into_iter().map(|(n, id)| (id, n)).collect();
    let page_of = |d: &Dictionary| d.get(b"Pg").and_then(|p| p.as_reference()).ok().map(|id| pages[&id]);
    for kid in kids(pdf, element) {
        match kid {
            Object::Integer(number) => {
                *out.entry((page_of(element).expect("a page"), *number)).or_default() += 1
            }
            Object::Dictionary(d) if d.has(b"MCID") => {
                let number = d.get(b"MCID").and_then(|m| m.as_i64()).expect("a number");
                *out.entry((page_of(d).expect("a page"), number)).or_default() += 1;
            }
            Object::Dictionary(d) => owned(pdf, d, out),
            other => panic!("{other:?}"),
        }
    }
}

/// The numbers of content as the pages draw them; every glyph must be drawn within one or within an artifact.
fn drawn(pdf: &Pdf) -> BTreeMap<(u32, i64), usize> {
    let mut out = BTreeMap::new();
    for (page, id) in pdf.get_pages() {
        let content = Content::decode(&pdf.get_page_content(id)).expect("readable content");
        let mut open: Vec<bool> = Vec::new();
        for operation in content.operations {
            match operation.operator.as_str() {
                "BDC" | "BMC" => {
                    let properties = operation.operands.get(1).and_then(|p| p.as_dict().ok());
                    let number = properties.and_then(|p| p.get(b"MCID").ok()).and_then(|m| m.as_i64().ok());
                    if let Some(number) = number {
                        assert!(open.is_empty(), "content within content on page {page}");
                        *out.entry((page, number)).or_default() += 1;
                    }
                    open.push(true);
                }
                "EMC" => drop(open.pop().expect("an open piece")),
                "Tj" | "TJ" | "S" | "f" => assert!(!open.is_empty(), "untagged drawing on page {page}"),
                _ => {}
            }
        }
        assert!(open.is_empty());
    }
    out
}

#[test]
fn every_piece_of_content_belongs_to_one_element() {
    for (name, document) in documents::all() {
        let pdf = Pdf::load_mem(&bytes(&document)).expect("readable");
        let mut found = BTreeMap::new();
        owned(&pdf, root(&pdf), &mut found);
        assert_eq!(found, drawn(&pdf), "{name}");
        assert!(found.values().all(|times| *times == 1), "{name}");
    }
}

#[test]
fn the_structure_names_headings_paragraphs_and_tables() {
    let pdf = Pdf::load_mem(&bytes(&sample("statutory"))).expect("readable");
    let kinds: Vec<String> = elements(&pdf).into_iter().map(kind).collect();
    assert_eq!(kinds[0], "Title");
    assert_eq!(kinds.iter().filter(|k| *k == "H1").count(), 6);
    assert_eq!(kinds.iter().filter(|k| *k == "Table").count(), 3);
    assert_eq!(kinds.iter().filter(|k| *k == "Office" || *k == "Artifact").count(), 0);
    let marked = pdf.catalog().and_then(|c| c.get(b"MarkInfo")).and_then(|m| m.as_dict()).expect("marks");
    assert!(marked.get(b"Marked").and_then(|m| m.as_bool()).expect("marked"));
}

#[test]
fn a_table_has_its_rows_and_its_labels_say_what_they_head() {
    let pdf = Pdf::load_mem(&bytes(&sample("statutory"))).expect("readable");
    let tables: Vec<&Dictionary> = elements(&pdf).into_iter().filter(|e| kind(e) == "Table").collect();
    let rows = kids(&pdf, tables[2]);
    assert_eq!(rows.len(), 4);
    let cells: Vec<Vec<(String, Option<String>)>> = rows
        .iter()
        .map(|row| {
            let cells = kids(&pdf, row.as_dict().expect("a row")).into_iter();
            cells
                .map(|cell| {
                    let cell = cell.as_dict().expect("a cell");
                    let scope = cell.get(b"A").and_then(|a| a.as_dict()).and_then(|a| a.get(b"Scope"));
                    let scope = scope.and_then(|s| s.as_name()).ok();
                    (kind(cell), scope.map(|s| String::from_utf8_lossy(s).into_owned()))
                })
                .collect()
        })
        .collect();
    let column = ("TH".to_owned(), Some("Column".to_owned()));
    assert_eq!(cells[0], [column.clone(), column.clone()]);
    assert_eq!((cells[1].len(), cells[2].len()), (7, 10));
    assert_eq!(cells[3], vec![("TD".to_owned(), None); 15]);
}

#[test]
fn a_heading_that_text_runs_on_from_ends_with_its_sentence() {
    let pdf = Pdf::load_mem(&bytes(&sample("report"))).expect("readable");
    let kinds: Vec<String> = elements(&pdf).into_iter().map(kind).collect();
    let pairs: Vec<[&str; 2]> = kinds.windows(2).map(|k| [k[0].as_str(), k[1].as_str()]).collect();
    let levels = pairs.iter().filter(|pair| pair[0] == "H2").count();
    assert_eq!(levels, 20);
    assert!(pairs.iter().filter(|pair| pair[0] == "H2").all(|pair| pair[1] == "P"));
}

/// Debian: `libpdfbox2-java`, `libactivation-java`, `libjaxb-api-java` and a JDK.
#[test]
fn preflight_has_nothing_to_say_but_what_part_2_does_not_ask() {
    let jars =
        ["preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api"];
    let paths = jars.map(|jar| format!("/usr/share/java/{jar}.jar"));
    if let Some(missing) = paths.iter().find(|path| !Path::new(path).exists()) {
        println!("skipped: {missing} is not installed");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut files = Vec::new();
    for (name, document) in documents::all() {
        let file = folder.path().join(format!("{name}.pdf"));
        std::fs::write(&file, bytes(&document)).expect("written");
        files.push(file);
    }
    let check = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/preflight/Check.java");
    let output = Command::new("java").args(["-cp", &paths.join(":")]).arg(check).args(&files).output();
    let Ok(output) = output else {
        println!("skipped: java is not installed");
        return;
    };
    let said = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() && said.is_empty() {
        println!("skipped: {}", String::from_utf8_lossy(&output.stderr).lines().next().unwrap_or_default());
        return;
    }
    // Part 2 of ISO 19005 asks for no CIDSet, and says so of itself: part 2, not part 1.
    let other = |line: &&str| {
        !line.contains("The CIDSet entry is missing")
            && !line.contains("part must be 1")
            && !line.starts_with("checked ")
    };
    let complaints: Vec<&str> = said.lines().filter(other).collect();
    assert!(complaints.is_empty(), "{complaints:#?}");
    assert_eq!(said.lines().filter(|line| line.starts_with("checked ")).count(), files.len());
}
