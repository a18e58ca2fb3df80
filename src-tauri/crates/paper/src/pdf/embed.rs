//! The fonts of a PDF: each cut down to the glyphs the document uses.
//!
//! Text is read back from a PDF glyph by glyph. Where one glyph of a font stands for two characters (the
//! middle dot and the bullet), the second one goes into a further cut of the same font, so that each keeps
//! its own character.

use std::collections::BTreeMap;
use std::collections::hash_map::Entry;

use lopdf::Object;
use printpdf::{Codepoint, FontId, FontMetrics, Op, ParsedFont, PdfFont, PdfFontHandle, Pt, TextItem};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use crate::fonts::Face;
use crate::quick::QuickMap;
use crate::{Glyph, GlyphText, Pages, PaperError};

/// A cut font.
pub(super) struct Cut {
    pub id: FontId,
    /// Until it is handed to printpdf.
    pub pdf: Option<PdfFont>,
    name: String,
    /// Every glyph once, with what it stands for.
    sample: Vec<Codepoint>,
    /// Left, bottom, right, top in thousandths of an em.
    bounds: [i64; 4],
}

/// Where a glyph is found: which cut, under which code.
#[derive(Clone, Copy)]
pub(super) struct Code {
    pub font: usize,
    pub code: u16,
}

/// All cuts of a document.
pub(super) struct Embedded {
    pub fonts: Vec<Cut>,
    codes: QuickMap<Code>,
}

fn key(glyph: &Glyph) -> u64 {
    packed(glyph.face, glyph.id, glyph.text)
}

/// A glyph as one number: its font, its number there and what it stands for.
fn packed(face: u16, id: u16, text: GlyphText) -> u64 {
    let twice = u64::from(text.len() > text.first().len_utf8());
    u64::from(face) << 48 | u64::from(id) << 32 | twice << 31 | u64::from(text.first())
}

impl Embedded {
    pub fn code(&self, glyph: &Glyph) -> Option<Code> {
        self.codes.get(&key(glyph)).copied()
    }

    /// What makes printpdf embed the fonts: a page that shows every glyph once. It is not kept.
    pub fn show_all(&mut self) -> Vec<Op> {
        let mut ops = Vec::with_capacity(2 * self.fonts.len());
        for cut in &mut self.fonts {
            ops.push(Op::SetFont { font: PdfFontHandle::External(cut.id.clone()), size: Pt(1.0) });
            let items = vec![TextItem::GlyphIds(std::mem::take(&mut cut.sample))];
            ops.push(Op::ShowText { items });
        }
        ops
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

/// The glyphs of a face with the texts that each stands for.
type Used = BTreeMap<u16, Vec<GlyphText>>;

/// Cuts the fonts the pages use.
pub(super) fn embed(pages: &Pages) -> Result<Embedded, PaperError> {
    let mut out = Embedded { fonts: Vec::new(), codes: QuickMap::default() };
    let mut used: BTreeMap<u16, Used> = BTreeMap::new();
    for glyph in pages.pages.iter().flat_map(|p| &p.lines).flat_map(|l| &l.glyphs) {
        if let Entry::Vacant(vacant) = out.codes.entry(key(glyph)) {
            vacant.insert(Code { font: 0, code: 0 });
            used.entry(glyph.face).or_default().entry(glyph.id).or_default().push(glyph.text);
        }
    }
    for (face_index, mut glyphs) in used {
        let face = pages.faces.get(usize::from(face_index));
        let face = face.ok_or_else(|| PaperError::Pdf("缺少字体".into()))?;
        glyphs.values_mut().for_each(|texts| texts.sort());
        let cuts = glyphs.values().map(Vec::len).max().unwrap_or(0);
        for nth in 0..cuts {
            let part: BTreeMap<u16, GlyphText> =
                glyphs.iter().filter_map(|(id, texts)| Some((*id, *texts.get(nth)?))).collect();
            let font = out.fonts.len();
            let (cut, codes) = cut(face, font, &part)?;
            for (id, code) in codes {
                out.codes.insert(packed(face_index, id, part[&id]), Code { font, code });
            }
            out.fonts.push(cut);
        }
    }
    Ok(out)
}

/// New code of each glyph.
type Codes = BTreeMap<u16, u16>;

fn cut(face: &Face, nth: usize, glyphs: &BTreeMap<u16, GlyphText>) -> Result<(Cut, Codes), PaperError> {
    let gone = || PaperError::Pdf(format!("字体“{}”：无法读取", face.family()));
    face.with_bytes(|data| cut_from(data, face, nth, glyphs)).ok_or_else(gone)?
}

fn cut_from(
    data: &[u8],
    face: &Face,
    nth: usize,
    glyphs: &BTreeMap<u16, GlyphText>,
) -> Result<(Cut, Codes), PaperError> {
    let broken = |what: &dyn std::fmt::Display| PaperError::Pdf(format!("字体“{}”：{what}", face.family()));
    let open = ttf_parser::Face::parse(data, face.index()).map_err(|e| broken(&e))?;
    let units = open.units_per_em().max(1);
    let mut remapper = GlyphRemapper::new();
    for id in glyphs.keys() {
        remapper.remap(*id);
    }
    let bytes = subsetter::subset(data, face.index(), &remapper).map_err(|e| broken(&e))?;
    let mut codes = Codes::new();
    let mut widths = BTreeMap::new();
    let mut characters = BTreeMap::new();
    let mut sample = Vec::with_capacity(glyphs.len());
    for (id, text) in glyphs {
        let Some(code) = remapper.get(*id) else { continue };
        let width = open.glyph_hor_advance(ttf_parser::GlyphId(*id)).unwrap_or(0);
        codes.insert(*id, code);
        widths.insert(code, width);
        characters.insert(u32::from(text.first()), code);
        sample.push(Codepoint { gid: code, offset: 0.0, cid: Some(text.as_str().to_owned()) });
    }
    let name = format!("{}+{}", tag(nth, &bytes), post_script_name(&open));
    let scaled = |thousandths: i32| i16::try_from(thousandths * i32::from(units) / 1000).unwrap_or(0);
    let metrics = FontMetrics { ascent: scaled(880), descent: scaled(-120) };
    let parsed =
        ParsedFont::with_glyph_data(bytes, 0, Some(name.clone()), characters, widths, units, metrics);
    let b = open.global_bounding_box();
    let bounds = [b.x_min, b.y_min, b.x_max, b.y_max].map(|v| i64::from(v) * 1000 / i64::from(units));
    Ok((Cut { id: FontId(format!("T{nth}")), pdf: Some(PdfFont::new(parsed)), name, bounds, sample }, codes))
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
