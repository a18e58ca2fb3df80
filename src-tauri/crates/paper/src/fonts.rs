//! The fonts a document is set in, by the part they play, and what to draw a character with.
//!
//! Each role has a chain: the office's own font where the machine has it, the shipped one, then those that
//! may stand in for single characters.

mod own;

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use fontdb::{Database, ID, Source};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::PaperError;
use crate::quick::QuickMap;

pub use own::OwnFonts;
use own::Spare;

const FANG_SONG: &str = "FandolFang-Regular.otf";
const BLACK_SERIF: &str = "NotoSerifSC-Black.ttf";
const SANS: &str = "NotoSansSC-Medium.ttf";
const KAI: &str = "GongkaiKai-Regular.ttf";
const LIGHT_SERIF: &str = "NotoSerifSC-Light.ttf";

/// The shipped files and the names under which people may look them up.
const SHIPPED: [(&str, &str); 5] = [
    (FANG_SONG, "Fandol 仿宋"),
    (BLACK_SERIF, "Noto Serif SC Black"),
    (SANS, "Noto Sans SC Medium"),
    (KAI, "Gongkai Kai"),
    (LIGHT_SERIF, "Noto Serif SC Light"),
];

/// The part a font plays in an official document (GB/T 9704—2012 clause 5.2.2 and 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FontRole {
    /// 仿宋: body, headings of level 3 and 4, salutation, signature.
    FangSong,
    /// 小标宋: title.
    XiaoBiaoSong,
    /// 黑体: headings of level 1, heads of tables.
    HeiTi,
    /// 楷体: headings of level 2.
    KaiTi,
    /// 宋体: page numbers.
    Song,
}

impl FontRole {
    /// All roles.
    pub const ALL: [FontRole; 5] =
        [FontRole::XiaoBiaoSong, FontRole::FangSong, FontRole::HeiTi, FontRole::KaiTi, FontRole::Song];

    /// The shipped font of the role, as an index into [`SHIPPED`].
    fn shipped(self) -> usize {
        self.chain('国')[0]
    }

    /// The name of the type on screen.
    pub fn label(self) -> &'static str {
        match self {
            FontRole::FangSong => "仿宋",
            FontRole::XiaoBiaoSong => "小标宋",
            FontRole::HeiTi => "黑体",
            FontRole::KaiTi => "楷体",
            FontRole::Song => "宋体",
        }
    }

    /// Indices into [`SHIPPED`], the role's own font first. Letters and figures in 仿宋 are set in the light
    /// serif: FandolFang's own are those of a typewriter. Its ￥ is a ＄, so that sign is never taken from it.
    fn chain(self, ch: char) -> &'static [usize] {
        match self {
            _ if ch == '￥' => &[3, 2, 1],
            FontRole::FangSong if ch.is_ascii_graphic() => &[4, 0, 2, 3],
            FontRole::FangSong => &[0, 4, 2, 3],
            FontRole::XiaoBiaoSong => &[1, 4, 0, 2],
            FontRole::HeiTi => &[2, 4, 0, 3],
            FontRole::KaiTi => &[3, 0, 4, 2],
            FontRole::Song => &[4, 0, 1],
        }
    }
}

/// A font.
#[derive(Debug, Default)]
pub(crate) struct Face {
    family: String,
    bytes: Bytes,
    index: u32,
}

/// Where a font's bytes are.
#[derive(Debug, Default)]
enum Bytes {
    #[default]
    None,
    /// Read into memory.
    Read(Vec<u8>),
    /// In a file that is mapped while it is used: of fonts of many megabytes a document needs a few pages.
    File(Arc<Database>, ID),
}

impl Face {
    /// The family name as people know it.
    pub(crate) fn family(&self) -> &str {
        &self.family
    }

    /// The face's place in a collection; 0 for a plain font file.
    pub(crate) fn index(&self) -> u32 {
        self.index
    }

    /// A font that is in memory, opened for reading.
    fn open(&self) -> Option<ttf_parser::Face<'_>> {
        match &self.bytes {
            Bytes::Read(data) => ttf_parser::Face::parse(data, self.index).ok(),
            Bytes::None | Bytes::File(..) => None,
        }
    }

    /// What `work` makes of the font's bytes; `None` where they cannot be had any more.
    pub(crate) fn with_bytes<R>(&self, work: impl FnOnce(&[u8]) -> R) -> Option<R> {
        match &self.bytes {
            Bytes::None => None,
            Bytes::Read(data) => Some(work(data)),
            Bytes::File(database, id) => database.with_face_data(*id, |data, _| work(data)),
        }
    }
}

/// What `work` makes of the bytes of all fonts at once; `None` where some cannot be had any more.
fn with_all<R>(faces: &[Arc<Face>], before: &[&[u8]], work: &mut dyn FnMut(&[&[u8]]) -> R) -> Option<R> {
    let Some((first, rest)) = faces.split_first() else { return Some(work(before)) };
    let deeper = |bytes: &[u8]| {
        let all: Vec<&[u8]> = before.iter().copied().chain([bytes]).collect();
        with_all(rest, &all, work)
    };
    first.with_bytes(deeper).flatten()
}

/// Which font a role is set in, and why that one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FontChoice {
    /// The part it plays.
    pub role: FontRole,
    /// The name under which people know it.
    pub family: String,
    /// The file.
    pub path: PathBuf,
    /// Shipped with the program, not the office's own.
    pub shipped: bool,
    /// Why it was taken, for the screen.
    pub why: String,
}

/// The fonts of a document.
#[derive(Debug, Clone)]
pub struct Fonts {
    faces: Vec<Arc<Face>>,
    choices: Vec<FontChoice>,
    /// The office's own face of each role, where there is one.
    own: HashMap<FontRole, usize>,
    /// Fonts of the machine that are opened when all others lack a character.
    spare: Vec<Spare>,
}

impl Fonts {
    /// Reads the shipped fonts from their folder. A file that is missing or broken is named in the error.
    pub fn load(dir: &Path) -> Result<Fonts, PaperError> {
        Fonts::load_with(dir, &OwnFonts::None)
    }

    /// Reads the shipped fonts and, before them, those of the office's own that may be used.
    pub fn load_with(dir: &Path, places: &OwnFonts) -> Result<Fonts, PaperError> {
        let mut faces = Vec::with_capacity(SHIPPED.len());
        for (file, family) in SHIPPED {
            faces.push(Arc::new(shipped_face(dir.join(file), family)?));
        }
        let database = own::database(places);
        let spare = database.as_ref().map(own::spare).unwrap_or_default();
        let mut fonts = Fonts { faces, choices: Vec::new(), own: HashMap::new(), spare };
        for role in FontRole::ALL {
            let found = match &database {
                Some(database) => own::find(role, database),
                None => Err("只用随程序提供的字体".to_owned()),
            };
            let choice = match found {
                Ok((face, choice)) => {
                    fonts.own.insert(role, fonts.faces.len());
                    fonts.faces.push(Arc::new(face));
                    choice
                }
                Err(why) => {
                    let (file, family) = SHIPPED[role.shipped()];
                    FontChoice { role, family: family.to_owned(), path: dir.join(file), shipped: true, why }
                }
            };
            fonts.choices.push(choice);
        }
        Ok(fonts)
    }

    /// The font of each role, and why that one.
    pub fn choices(&self) -> &[FontChoice] {
        &self.choices
    }

    /// All faces as a layout counts them; a spare one that was never opened is empty.
    pub(crate) fn faces(&self) -> Vec<Arc<Face>> {
        let spare = self.spare.iter().map(|spare| spare.opened().cloned().unwrap_or_default());
        self.faces.iter().cloned().chain(spare).collect()
    }

    /// The fonts that may draw a character of this role, best first.
    fn chain(&self, role: FontRole, ch: char) -> impl Iterator<Item = usize> {
        self.own.get(&role).copied().into_iter().chain(role.chain(ch).iter().copied())
    }
}

fn shipped_face(path: PathBuf, family: &str) -> Result<Face, PaperError> {
    if let Err(e) = fs::File::open(&path) {
        // What the system says of it may be in any language.
        let reason = match e.kind() {
            std::io::ErrorKind::NotFound => "文件不在那里".to_owned(),
            std::io::ErrorKind::PermissionDenied => "没有读取权限".to_owned(),
            _ => e.raw_os_error().map_or_else(|| "打不开".to_owned(), |n| format!("系统错误 {n}")),
        };
        return Err(PaperError::FontMissing { path, reason });
    }
    let mut database = Database::new();
    let ids = database.load_font_source(Source::File(path.clone()));
    let Some(id) = ids.first().copied() else {
        return Err(PaperError::FontUnreadable { path, reason: "不是字体".into() });
    };
    let face = Face { family: family.to_string(), bytes: Bytes::File(Arc::new(database), id), index: 0 };
    match face.with_bytes(|data| ttf_parser::Face::parse(data, 0).map(|_| ())) {
        Some(Ok(())) => Ok(face),
        Some(Err(_)) => Err(PaperError::FontUnreadable { path, reason: "文件内容不完整".into() }),
        None => Err(PaperError::FontUnreadable { path, reason: "无法读取".into() }),
    }
}

/// What a character is drawn with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Drawn {
    /// Index of the face.
    pub face: u16,
    /// Glyph number.
    pub id: u16,
    /// Advance in thousandths of an em.
    pub advance: i32,
    /// Not the role's own font.
    pub fallback: bool,
}

impl Drawn {
    /// In no font: the glyph that says so.
    pub const NOTHING: Drawn = Drawn { face: 0, id: 0, advance: 1000, fallback: false };
}

/// The fonts opened for one layout, with what was looked up remembered.
pub(crate) struct Case<'f> {
    fonts: &'f Fonts,
    /// The faces, then the spare ones, which are opened when they are asked.
    open: Vec<Option<ttf_parser::Face<'f>>>,
    spares_open: bool,
    seen: QuickMap<Option<Drawn>>,
    inks: RefCell<QuickMap<Option<[i32; 4]>>>,
    /// White between hanzi and Latin, in thousandths of a character.
    pub latin_gap: i32,
}

impl<'f> Case<'f> {
    /// What `work` does with the fonts open.
    ///
    /// # Errors
    /// A font file that has gone since the fonts were loaded.
    pub(crate) fn with<R>(
        fonts: &Fonts,
        latin_gap: f64,
        mut work: impl FnMut(Case<'_>) -> R,
    ) -> Result<R, PaperError> {
        let gone = || {
            let choice = fonts.choices.iter().find(|choice| !choice.path.exists());
            let path = choice.or(fonts.choices.first()).map(|choice| choice.path.clone()).unwrap_or_default();
            PaperError::FontMissing { path, reason: "文件已被移走".into() }
        };
        with_all(&fonts.faces, &[], &mut |data| work(Case::open(fonts, data, latin_gap))).ok_or_else(gone)
    }

    fn open(fonts: &'f Fonts, data: &[&'f [u8]], latin_gap: f64) -> Self {
        let index = |n: usize| fonts.faces.get(n).map_or(0, |face| face.index());
        let parsed = |(n, data): (usize, &&'f [u8])| ttf_parser::Face::parse(data, index(n)).ok();
        let open = data.iter().enumerate().map(parsed).collect();
        Case {
            fonts,
            open,
            spares_open: false,
            seen: QuickMap::default(),
            inks: RefCell::default(),
            latin_gap: (latin_gap * 1000.0).round() as i32,
        }
    }

    /// The glyph for a character in a role; `None` when no font of the chain has it.
    pub(crate) fn draw(&mut self, role: FontRole, ch: char) -> Option<Drawn> {
        let key = (role as u64) << 32 | u64::from(ch);
        if let Some(known) = self.seen.get(&key) {
            return *known;
        }
        let found = self.fonts.chain(role, ch).enumerate().find_map(|(rank, index)| {
            let face = self.open.get(index)?.as_ref()?;
            let id = face.glyph_index(ch).filter(|id| id.0 != 0)?;
            let units = i32::from(face.units_per_em());
            let advance = i32::from(face.glyph_hor_advance(id)?) * 1000 / units.max(1);
            Some(Drawn { face: u16::try_from(index).ok()?, id: id.0, advance, fallback: rank > 0 })
        });
        let found = found.or_else(|| self.spare(ch));
        self.seen.insert(key, found);
        found
    }

    /// The glyph in a font of the machine that nothing else asks for.
    fn spare(&mut self, ch: char) -> Option<Drawn> {
        let first = self.fonts.faces.len();
        if !self.spares_open {
            self.spares_open = true;
            self.open.extend(self.fonts.spare.iter().map(|spare| spare.open()?.open()));
        }
        (first..self.open.len()).find_map(|index| {
            let face = self.open[index].as_ref()?;
            let id = face.glyph_index(ch).filter(|id| id.0 != 0)?;
            let units = i32::from(face.units_per_em()).max(1);
            let advance = i32::from(face.glyph_hor_advance(id)?) * 1000 / units;
            Some(Drawn { face: u16::try_from(index).ok()?, id: id.0, advance, fallback: true })
        })
    }

    /// The ink of a glyph in thousandths of an em: left, bottom, right, top.
    pub(crate) fn ink(&self, drawn: Drawn) -> Option<[i32; 4]> {
        let key = u64::from(drawn.face) << 16 | u64::from(drawn.id);
        if let Some(known) = self.inks.borrow().get(&key) {
            return *known;
        }
        let ink = self.measure(drawn);
        self.inks.borrow_mut().insert(key, ink);
        ink
    }

    fn measure(&self, drawn: Drawn) -> Option<[i32; 4]> {
        let face = self.open.get(usize::from(drawn.face))?.as_ref()?;
        let units = i32::from(face.units_per_em()).max(1);
        let b = face.glyph_bounding_box(ttf_parser::GlyphId(drawn.id))?;
        Some([b.x_min, b.y_min, b.x_max, b.y_max].map(|v| i32::from(v) * 1000 / units))
    }
}
