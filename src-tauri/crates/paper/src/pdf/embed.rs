//! The fonts of a PDF: each cut down to the glyphs the document uses.
//!
//! Text is read back from a PDF glyph by glyph. Where one glyph of a font stands for two characters (the
//! middle dot and the bullet), the second one goes into a further cut of the same font, so that each keeps
//! its own character.

use std::collections::BTreeMap;

use lopdf::Object;
use printpdf::{FontId, FontMetrics, ParsedFont, PdfFont};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use crate::fonts::Face;
use crate::{Glyph, Pages, PaperError};

/// A cut font.
pub(super) struct Cut {
    pub id: FontId,
    pub pdf: PdfFont,
    name: String,
    /// Left, bottom, right, top in thousandths of an em.
    bounds: [i64; 4],
}

/// Where a glyph is found: which cut, under which code, how wide (in thousandths of an em).
#[derive(Clone, Copy)]
pub(super) struct Code {
    pub font: usize,
    pub code: u16,
    pub advance: i32,
}

/// All cuts of a document.
pub(super) struct Embedded {
    pub fonts: Vec<Cut>,
    codes: BTreeMap<(usize, u16, String), Code>,
}

impl Embedded {
    pub fn code(&self, glyph: &Glyph) -> Option<Code> {
        self.codes.get(&(glyph.face, glyph.id, glyph.text.clone())).copied()
    }

    /// printpdf leaves the bounding box empty and the stem unknown.
    pub fn complete_descriptors(&self, doc: &mut lopdf::Document) {
        for object in doc.objects.values_mut() {
            let Ok(dictionary) = object.as_dict_mut() else { continue };
            let name = dictionary.get(b"FontName").and_then(|n| n.as_name()).map(<[u8]>::to_vec);
            let Ok(name) = name else { continue };
            if let Some(cut) = self.fonts.iter().find(|c| c.name.as_bytes() == name) {
                let bounds = cut.bounds.iter().map(|v| Object::Integer(*v)).collect::<Vec<_>>();
                dictionary.set("FontBBox", bounds);
                // Not one of the standard Latin encodings.
                dictionary.set("Flags", 4);
            }
        }
    }
}

/// Cuts the fonts the pages use.
pub(super) fn embed(pages: &Pages) -> Result<Embedded, PaperError> {
    let mut used: BTreeMap<usize, BTreeMap<u16, Vec<String>>> = BTreeMap::new();
    for glyph in pages.pages.iter().flat_map(|p| &p.lines).flat_map(|l| &l.glyphs) {
        let texts = used.entry(glyph.face).or_default().entry(glyph.id).or_default();
        if !texts.contains(&glyph.text) {
            texts.push(glyph.text.clone());
        }
    }
    let mut out = Embedded { fonts: Vec::new(), codes: BTreeMap::new() };
    for (face_index, mut glyphs) in used {
        let face = pages.faces.get(face_index).ok_or_else(|| PaperError::Pdf("缺少字体".into()))?;
        glyphs.values_mut().for_each(|texts| texts.sort());
        let cuts = glyphs.values().map(Vec::len).max().unwrap_or(0);
        for nth in 0..cuts {
            let part: BTreeMap<u16, &String> =
                glyphs.iter().filter_map(|(id, texts)| Some((*id, texts.get(nth)?))).collect();
            let font = out.fonts.len();
            let (cut, codes) = cut(face, font, &part)?;
            for (id, (code, advance)) in codes {
                out.codes.insert((face_index, id, part[&id].clone()), Code { font, code, advance });
            }
            out.fonts.push(cut);
        }
    }
    Ok(out)
}

/// New code and advance of each glyph.
type Codes = BTreeMap<u16, (u16, i32)>;

fn cut(face: &Face, nth: usize, glyphs: &BTreeMap<u16, &String>) -> Result<(Cut, Codes), PaperError> {
    let broken = |what: &dyn std::fmt::Display| PaperError::Pdf(format!("字体“{}”：{what}", face.family()));
    let open = face.open().ok_or_else(|| broken(&"无法读取"))?;
    let units = open.units_per_em().max(1);
    let mut remapper = GlyphRemapper::new();
    for id in glyphs.keys() {
        remapper.remap(*id);
    }
    let bytes = subsetter::subset(face.data(), face.index(), &remapper).map_err(|e| broken(&e))?;
    let mut codes = Codes::new();
    let mut widths = BTreeMap::new();
    let mut characters = BTreeMap::new();
    for (id, text) in glyphs {
        let Some(code) = remapper.get(*id) else { continue };
        let width = open.glyph_hor_advance(ttf_parser::GlyphId(*id)).unwrap_or(0);
        codes.insert(*id, (code, i32::from(width) * 1000 / i32::from(units)));
        widths.insert(code, width);
        if let Some(ch) = text.chars().next() {
            characters.insert(u32::from(ch), code);
        }
    }
    let name = format!("{}+{}", tag(nth, &bytes), post_script_name(&open));
    let scaled = |thousandths: i32| i16::try_from(thousandths * i32::from(units) / 1000).unwrap_or(0);
    let metrics = FontMetrics { ascent: scaled(880), descent: scaled(-120) };
    let parsed =
        ParsedFont::with_glyph_data(bytes, 0, Some(name.clone()), characters, widths, units, metrics);
    let b = open.global_bounding_box();
    let bounds = [b.x_min, b.y_min, b.x_max, b.y_max].map(|v| i64::from(v) * 1000 / i64::from(units));
    Ok((Cut { id: FontId(format!("T{nth}")), pdf: PdfFont::new(parsed), name, bounds }, codes))
}

/// Six capital letters that mark a cut font (ISO 32000-1 9.6.4).
fn tag(nth: usize, bytes: &[u8]) -> String {
    let mut digest = Sha256::new();
    digest.update(nth.to_be_bytes());
    digest.update(bytes);
    digest.finalize().iter().take(6).map(|b| char::from(b'A' + b % 26)).collect()
}

fn post_script_name(face: &ttf_parser::Face<'_>) -> String {
    let found = face
        .names()
        .into_iter()
        .filter(|n| n.name_id == ttf_parser::name_id::POST_SCRIPT_NAME)
        .find_map(|n| n.to_string());
    let name: String =
        found.unwrap_or_default().chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    if name.is_empty() { "Font".into() } else { name }
}
