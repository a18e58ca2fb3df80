//! From pages to PDF. printpdf writes fonts and pages; what it leaves out or gets wrong (document
//! information, XMP, outline, structure, page labels, output intent, identifiers) is put right on the finished object
//! tree before it is saved.

mod content;
mod embed;
mod icc;
mod metadata;
mod outline;
mod structure;

use lopdf::{Dictionary, Object, Stream, StringFormat};
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions};
use sha2::{Digest, Sha256};

use crate::{Pages, PaperError};

use structure::Structure;

/// Writes the pages as PDF 1.7.
pub(crate) fn write(pages: &Pages) -> Result<Vec<u8>, PaperError> {
    let embedded = embed::embed(pages)?;
    let mut pdf = PdfDocument::new("");
    for font in &embedded.fonts {
        pdf.resources.fonts.map.insert(font.id.clone(), font.pdf.clone());
    }
    let structure = Structure::of(pages, &embedded);
    for (index, page) in pages.pages.iter().enumerate() {
        let ops = content::ops(page, structure.parts(index), &embedded);
        pdf.pages.push(PdfPage::new(Mm(page.width as f32), Mm(page.height as f32), ops));
    }
    let options =
        PdfSaveOptions { optimize: true, subset_fonts: false, secure: true, image_optimization: None };
    let mut warnings = Vec::new();
    let mut doc = pdf.to_lopdf_document(&options, &mut warnings);
    finish(pages, &embedded, &structure, &mut doc)?;
    let mut bytes = Vec::new();
    doc.save_to(&mut bytes).map_err(|e| PaperError::Pdf(e.to_string()))?;
    Ok(bytes)
}

fn finish(
    pages: &Pages,
    embedded: &embed::Embedded,
    structure: &Structure,
    doc: &mut lopdf::Document,
) -> Result<(), PaperError> {
    doc.version = "1.7".into();
    embedded.complete_descriptors(doc);
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
    doc.prune_objects();
    doc.renumber_objects();
    doc.compress();
    identify(doc)
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

/// The file identifier is a digest of the content, so that the same document gives the same bytes.
fn identify(doc: &mut lopdf::Document) -> Result<(), PaperError> {
    doc.trailer.remove(b"ID");
    let mut bytes = Vec::new();
    doc.save_to(&mut bytes).map_err(|e| PaperError::Pdf(e.to_string()))?;
    let digest = Sha256::digest(&bytes)[..16].to_vec();
    let id = Object::String(digest, StringFormat::Hexadecimal);
    doc.trailer.set("ID", vec![id.clone(), id]);
    Ok(())
}
