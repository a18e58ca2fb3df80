//! The office's own fonts: 方正小标宋简体, 仿宋_GB2312 and their like, found on the machine by their Chinese or
//! English names. They are used where their makers allow them to be put into a document, and never shipped.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use fontdb::{Database, FaceInfo, Source};
use subsetter::GlyphRemapper;

use super::{Bytes, Face, FontChoice, FontRole};

/// Where the office's own fonts are looked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum OwnFonts {
    /// Nowhere: shipped fonts only, the same on every machine.
    #[default]
    None,
    /// Among the fonts installed on the machine.
    Machine,
    /// In a folder.
    Folder(PathBuf),
}

/// A font that is to stand for a role has at least these.
const SAMPLE: &str = "国务院关于县镇村人民政府信息公开年报一二三〇0123456789，。：（）";

impl FontRole {
    /// Family names to look for, the best first.
    fn families(self) -> &'static [&'static str] {
        match self {
            FontRole::XiaoBiaoSong => {
                &["方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05"]
            }
            FontRole::FangSong => &["仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong"],
            FontRole::HeiTi => &["黑体", "SimHei"],
            FontRole::KaiTi => &["楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi"],
            FontRole::Song => &["宋体", "SimSun"],
        }
    }
}

/// Fonts with tens of thousands of rare characters: those of Windows, of Linux desktops, and those that people install
/// for names.
const SPARE: &[&str] = &[
    "SimSun-ExtB",
    "SimSun-ExtG",
    "宋体-ExtB",
    "方正宋体S-超大字符集",
    "TH-Tshyn-P2",
    "Plangothic P2",
    "Plangothic P1",
    "HanaMinB",
    "HanaMinA",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Noto Sans CJK SC",
    "SimSun",
];

/// A font of the machine that is opened when all others lack a character, and not before: such fonts are large.
#[derive(Debug, Clone)]
pub(super) struct Spare {
    family: &'static str,
    path: PathBuf,
    index: u32,
    face: OnceLock<Option<Arc<Face>>>,
}

impl Spare {
    /// The font, read now if it was not yet; `None` where it cannot be read or may not be put into a document.
    pub fn open(&self) -> Option<&Arc<Face>> {
        let read = || {
            let data = std::fs::read(&self.path).ok()?;
            let face = Face { family: self.family.to_owned(), bytes: Bytes::Read(data), index: self.index };
            embeddable(&face.open()?).ok()?;
            Some(Arc::new(face))
        };
        self.face.get_or_init(read).as_ref()
    }

    /// The font, where it was opened.
    pub fn opened(&self) -> Option<&Arc<Face>> {
        self.face.get()?.as_ref()
    }
}

/// The machine's fonts for rare characters, the best first.
pub(super) fn spare(database: &Database) -> Vec<Spare> {
    let of = |family: &'static str| {
        let info = database.faces().find(|info| info.families.iter().any(|(name, _)| name == family))?;
        let path = file(info)?.to_owned();
        Some(Spare { family, path, index: info.index, face: OnceLock::new() })
    };
    SPARE.iter().copied().filter_map(of).collect()
}

fn file(info: &FaceInfo) -> Option<&Path> {
    match &info.source {
        Source::File(path) | Source::SharedFile(path, _) => Some(path),
        Source::Binary(_) => None,
    }
}

/// The fonts of the machine, or of a folder.
pub(super) fn database(places: &OwnFonts) -> Option<Database> {
    let mut database = Database::new();
    match places {
        OwnFonts::None => return None,
        OwnFonts::Machine => database.load_system_fonts(),
        OwnFonts::Folder(folder) => database.load_fonts_dir(folder),
    }
    Some(database)
}

/// The first font of a role's names that may and can be used, or why there is none.
pub(super) fn find(role: FontRole, database: &Database) -> Result<(Face, FontChoice), String> {
    let mut refused: Option<String> = None;
    for family in role.families() {
        let named = |info: &&FaceInfo| info.families.iter().any(|(name, _)| name == family);
        for info in database.faces().filter(named) {
            match read(info, family) {
                Ok((face, path)) => {
                    let why = "本机装有这种字体，并且允许嵌入文件".to_owned();
                    let choice = FontChoice { role, family: face.family.clone(), path, shipped: false, why };
                    return Ok((face, choice));
                }
                Err(reason) => drop(refused.get_or_insert(format!("本机的“{family}”{reason}"))),
            }
        }
    }
    Err(refused.unwrap_or_else(|| format!("本机没有“{}”", role.families()[0])))
}

fn read(info: &FaceInfo, family: &str) -> Result<(Face, PathBuf), String> {
    let path = file(info).ok_or("不是字体文件")?.to_owned();
    let data = std::fs::read(&path).map_err(|_| "无法读取".to_owned())?;
    let face = Face { family: family.to_owned(), bytes: Bytes::Read(data), index: info.index };
    usable(&face)?;
    Ok((face, path))
}

/// Whether a font may be put into a document, cut down to what is used.
fn embeddable(open: &ttf_parser::Face<'_>) -> Result<(), String> {
    // fsType 2 forbids putting the font into any document; one without the table says nothing against it.
    if open.permissions() == Some(ttf_parser::Permissions::Restricted) || !open.is_outline_embedding_allowed()
    {
        return Err("不允许嵌入文件".into());
    }
    if !open.is_subsetting_allowed() {
        return Err("不允许只嵌入用到的字".into());
    }
    Ok(())
}

/// Whether a font may be put into a document, holds what a document needs, and can be cut down.
fn usable(face: &Face) -> Result<(), String> {
    let open = face.open().ok_or("已损坏")?;
    embeddable(&open)?;
    let mut remapper = GlyphRemapper::new();
    for ch in SAMPLE.chars() {
        let id = open.glyph_index(ch).filter(|id| id.0 != 0);
        remapper.remap(id.ok_or_else(|| format!("缺少“{ch}”等常用字"))?.0);
    }
    match face.with_bytes(|data| subsetter::subset(data, face.index, &remapper)) {
        Some(Ok(_)) => Ok(()),
        Some(Err(e)) => Err(format!("无法裁剪：{e}")),
        None => Err("无法读取".into()),
    }
}
