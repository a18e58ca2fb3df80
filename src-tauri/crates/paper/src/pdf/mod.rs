//! From pages to PDF. printpdf writes the fonts and the frame of the pages; what stands on them is written here
//! (`content`), and what printpdf leaves out or gets wrong (document information, XMP, outline, structure, page
//! labels, output intent, identifiers) is put right on the finished object tree before it is saved.

mod content;
mod embed;
mod icc;
mod metadata;
mod outline;
mod structure;

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Object, Stream, StringFormat};
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions};
use sha2::{Digest, Sha256};

use crate::{Pages, PaperError};

use structure::Structure;

/// Writes the pages as PDF 1.7.
pub(crate) fn write(pages: &Pages) -> Result<Vec<u8>, PaperError> {
    let mut embedded = embed::embed(pages)?;
    let structure = Structure::of(pages);
    let mut doc = printed(pages, &mut embedded);
    draw(pages, &structure, &embedded, &mut doc)?;
    finish(pages, &embedded, &structure, &mut doc)?;
    save(&mut doc)
}

/// The document as printpdf makes it: fonts with their widths and characters, and pages with nothing on them.
fn printed(pages: &Pages, embedded: &mut embed::Embedded) -> lopdf::Document {
    let mut pdf = PdfDocument::new("");
    let mut shown = embedded.show_all();
    for font in &mut embedded.fonts {
        if let Some(font_program) = font.pdf.take() {
            pdf.resources.fonts.map.insert(font.id.clone(), font_program);
        }
    }
    for page in &pages.pages {
        let ops = std::mem::take(&mut shown);
        pdf.pages.push(PdfPage::new(Mm(page.width as f32), Mm(page.height as f32), ops));
    }
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    pdf.to_lopdf_document(&options, &mut Vec::new())
}

/// Puts what stands on the pages in place of printpdf's. They share their fonts; there is nothing else to share.
fn draw(
    pages: &Pages,
    structure: &Structure,
    embedded: &embed::Embedded,
    doc: &mut lopdf::Document,
) -> Result<(), PaperError> {
    let broken = |e: lopdf::Error| PaperError::Pdf(e.to_string());
    let mut shared = None;
    for (index, (page, id)) in pages.pages.iter().zip(doc.get_pages().into_values()).enumerate() {
        let stream = content::stream(page, structure.parts(index), embedded);
        let stream = compressed(Dictionary::new(), &stream, CONTENT_LEVEL)?;
        let dictionary = doc.get_dictionary(id).map_err(broken)?;
        let own = |key: &[u8]| dictionary.get(key).and_then(Object::as_reference).map_err(broken);
        let (contents, resources) = (own(b"Contents")?, own(b"Resources")?);
        doc.objects.insert(contents, Object::Stream(stream));
        if let Some(Object::Dictionary(resources)) = doc.objects.remove(&resources)
            && shared.is_none()
        {
            let mut own = Dictionary::new();
            for (key, value) in resources {
                match (key.as_slice(), value.as_reference()) {
                    (b"Font", _) => own.set(key, value),
                    (_, Ok(empty)) => drop(doc.objects.remove(&empty)),
                    _ => {}
                }
            }
            shared = Some(doc.add_object(own));
        }
        let dictionary = doc.get_dictionary_mut(id).map_err(broken)?;
        dictionary.remove(b"Annots");
        dictionary.remove(b"TrimBox");
        dictionary.remove(b"CropBox");
        if let Some(shared) = shared {
            dictionary.set("Resources", shared);
        }
    }
    Ok(())
}

/// How hard to press the pages, of which a long document has many, and the fonts.
const CONTENT_LEVEL: u32 = 6;
const FONT_LEVEL: u32 = 6;

fn compressed(mut dictionary: Dictionary, bytes: &[u8], level: u32) -> Result<Stream, PaperError> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::new(level));
    let done = encoder.write_all(bytes).and_then(|()| encoder.finish());
    dictionary.set("Filter", name("FlateDecode"));
    Ok(Stream::new(dictionary, done.map_err(|e| PaperError::Pdf(e.to_string()))?))
}

/// Presses what is left: fonts, the colour profile, the tables of characters.
fn compress(doc: &mut lopdf::Document) -> Result<(), PaperError> {
    for object in doc.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if stream.allows_compression && !stream.dict.has(b"Filter") {
            *stream = compressed(std::mem::take(&mut stream.dict), &stream.content, FONT_LEVEL)?;
        }
    }
    Ok(())
}

fn finish(
    pages: &Pages,
    embedded: &embed::Embedded,
    structure: &Structure,
    doc: &mut lopdf::Document,
) -> Result<(), PaperError> {
    doc.version = "1.7".into();
    embedded.complete_descriptors(doc);
    if let Ok(id) = doc.trailer.get(b"Info").and_then(Object::as_reference) {
        doc.objects.remove(&id);
    }
    let info = doc.add_object(metadata::info(&pages.meta));
    doc.trailer.set("Info", info);
    let xmp = metadata::xmp(&pages.meta).into_bytes();
    let mut xmp =
        Stream::new(Dictionary::from_iter([("Type", name("Metadata")), ("Subtype", name("XML"))]), xmp);
    // Archives read the packet without a PDF reader; it stays uncompressed.
    xmp.allows_compression = false;
    let xmp = doc.add_object(xmp);
    let intent = output_intent(doc);
    let outlines = outline::write(pages, doc);
    let tree = structure.write(doc).map_err(|e| PaperError::Pdf(e.to_string()))?;
    let catalog = doc.catalog_mut().map_err(|e| PaperError::Pdf(e.to_string()))?;
    catalog.set("Metadata", xmp);
    catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
    catalog.set("Lang", Object::string_literal("zh-CN"));
    catalog.set("ViewerPreferences", Dictionary::from_iter([("DisplayDocTitle", Object::Boolean(true))]));
    catalog.set("PageLabels", page_labels());
    catalog.set("StructTreeRoot", tree);
    catalog.set("MarkInfo", Dictionary::from_iter([("Marked", Object::Boolean(true))]));
    if let Some(outlines) = outlines {
        catalog.set("Outlines", outlines);
        catalog.set("PageMode", name("UseOutlines"));
    }
    compress(doc)
}

fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

/// Pages are counted in Arabic figures from 1.
fn page_labels() -> Dictionary {
    let decimal = Dictionary::from_iter([("S", name("D"))]);
    Dictionary::from_iter([("Nums", Object::Array(vec![Object::Integer(0), Object::Dictionary(decimal)]))])
}

/// ISO 19005-2 6.2.3: the colours mean sRGB.
fn output_intent(doc: &mut lopdf::Document) -> Dictionary {
    let profile = Stream::new(Dictionary::from_iter([("N", Object::Integer(3))]), icc::srgb());
    let profile = doc.add_object(profile);
    Dictionary::from_iter([
        ("Type", name("OutputIntent")),
        ("S", name("GTS_PDFA1")),
        ("OutputConditionIdentifier", Object::string_literal("sRGB IEC61966-2.1")),
        ("Info", Object::string_literal("sRGB IEC61966-2.1")),
        ("DestOutputProfile", Object::Reference(profile)),
    ])
}

/// As long as a file identifier, and in no file by chance.
const NO_IDENTIFIER: [u8; 16] = *b"\x8fNo identifier\x8f\x01";

/// The trailer is shorter than this.
const TRAILER: usize = 1024;

/// The file's bytes. Its identifier is a digest of all others, so that the same document gives the same bytes.
fn save(doc: &mut lopdf::Document) -> Result<Vec<u8>, PaperError> {
    let mark = Object::String(NO_IDENTIFIER.to_vec(), StringFormat::Hexadecimal);
    doc.trailer.set("ID", vec![mark.clone(), mark]);
    let mut bytes = Vec::new();
    doc.save_to(&mut bytes).map_err(|e| PaperError::Pdf(e.to_string()))?;
    let hexadecimal = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02X}")).collect::<String>();
    let digest = hexadecimal(&Sha256::digest(&bytes)[..16]).into_bytes();
    let wanted = hexadecimal(&NO_IDENTIFIER).into_bytes();
    // The trailer is the last thing in the file.
    let from = bytes.len().saturating_sub(TRAILER);
    for at in from..bytes.len().saturating_sub(wanted.len()) {
        if bytes[at..].starts_with(&wanted) {
            bytes[at..at + digest.len()].copy_from_slice(&digest);
        }
    }
    Ok(bytes)
}
