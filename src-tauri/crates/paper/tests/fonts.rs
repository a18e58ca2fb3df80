//! Which fonts a document is set in: the office's own where they may be used, the shipped ones for all others,
//! and a character of every name in the country.

mod common;

use std::path::{Path, PathBuf};

use paper::{FontRole, Fonts, OwnFonts, Style, layout};

fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fonts")
}

/// A copy of a font under another family name and with another permission to embed (`fsType`).
fn renamed(file: &str, family: &str, fs_type: u16) -> Vec<u8> {
    let data = std::fs::read(shipped().join(file)).expect("a shipped font");
    let be16 = |at: usize| usize::from(u16::from_be_bytes([data[at], data[at + 1]]));
    let be32 = |at: usize| u32::from_be_bytes([data[at], data[at + 1], data[at + 2], data[at + 3]]) as usize;
    let mut tables: Vec<(Vec<u8>, Vec<u8>)> = (0..be16(4))
        .map(|n| 12 + 16 * n)
        .map(|at| (data[at..at + 4].to_vec(), data[be32(at + 8)..be32(at + 8) + be32(at + 12)].to_vec()))
        .collect();
    for (tag, table) in &mut tables {
        match tag.as_slice() {
            b"name" => *table = name_table(family),
            b"cmap" if family == RARE_FAMILY => *table = cmap_table(RARE),
            b"OS/2" => table[8..10].copy_from_slice(&fs_type.to_be_bytes()),
            _ => {}
        }
    }
    let mut out = data[..12].to_vec();
    let mut offset = 12 + 16 * tables.len();
    let mut bodies = Vec::new();
    for (tag, table) in &tables {
        out.extend_from_slice(tag);
        out.extend_from_slice(&[0; 4]);
        out.extend_from_slice(&(offset as u32).to_be_bytes());
        out.extend_from_slice(&(table.len() as u32).to_be_bytes());
        bodies.extend_from_slice(table);
        bodies.resize(bodies.len().next_multiple_of(4), 0);
        offset = 12 + 16 * tables.len() + bodies.len();
    }
    out.extend(bodies);
    out
}

/// A character of no shipped font, and a family that is asked for such.
const RARE: char = '\u{30EDD}';
const RARE_FAMILY: &str = "SimSun-ExtB";

/// One character alone, drawn by some glyph.
fn cmap_table(ch: char) -> Vec<u8> {
    let mut out = vec![0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0];
    for value in [28, 0, 1, u32::from(ch), u32::from(ch), 100] {
        out.extend_from_slice(&value.to_be_bytes());
    }
    out
}

/// Family, style and PostScript name for Windows in English.
fn name_table(family: &str) -> Vec<u8> {
    let names = [(1_u16, family), (2, "Regular"), (4, family), (6, "Renamed")];
    let texts: Vec<Vec<u8>> =
        names.iter().map(|(_, text)| text.encode_utf16().flat_map(u16::to_be_bytes).collect()).collect();
    let mut out = Vec::new();
    let mut put = |value: u16| out.extend_from_slice(&value.to_be_bytes());
    put(0);
    put(names.len() as u16);
    put(6 + 12 * names.len() as u16);
    let mut offset = 0;
    for ((id, _), text) in names.iter().zip(&texts) {
        [3, 1, 0x409, *id, text.len() as u16, offset].into_iter().for_each(&mut put);
        offset += text.len() as u16;
    }
    out.extend(texts.concat());
    out
}

fn load(files: &[(&str, &str, u16)]) -> (tempfile::TempDir, Fonts) {
    let folder = tempfile::tempdir().expect("a folder");
    for (n, (file, family, fs_type)) in files.iter().enumerate() {
        let path = folder.path().join(format!("{n}.ttf"));
        std::fs::write(path, renamed(file, family, *fs_type)).expect("written");
    }
    let fonts =
        Fonts::load_with(&shipped(), &OwnFonts::Folder(folder.path().to_owned())).expect("fonts to set with");
    (folder, fonts)
}

fn choice(fonts: &Fonts, role: FontRole) -> (String, bool, String) {
    let choice = fonts.choices().iter().find(|c| c.role == role).expect("every role has a font");
    (choice.family.clone(), choice.shipped, choice.why.clone())
}

#[test]
fn the_offices_own_fonts_come_first_by_chinese_and_english_names() {
    let (folder, fonts) = load(&[
        ("NotoSerifSC-Black.ttf", "FZXiaoBiaoSong-B05S", 8),
        ("GongkaiKai-Regular.ttf", "楷体_GB2312", 0),
    ]);
    for (role, family) in [(FontRole::XiaoBiaoSong, "FZXiaoBiaoSong-B05S"), (FontRole::KaiTi, "楷体_GB2312")]
    {
        let (found, shipped, _) = choice(&fonts, role);
        assert_eq!((found.as_str(), shipped), (family, false));
    }
    let path = &fonts.choices().iter().find(|c| c.role == FontRole::KaiTi).expect("a font").path;
    assert!(path.starts_with(folder.path()));
    let (family, own, why) = choice(&fonts, FontRole::FangSong);
    assert_eq!((family.as_str(), own), ("Fandol 仿宋", true));
    assert!(why.contains("仿宋_GB2312"), "{why}");

    let mut document = common::body(&["正文。"]);
    document.title = vec!["年度报告".into()];
    let pages = layout(&document, &fonts, &Style::gbt9704()).expect("pages");
    let font = |n: usize| pages.font_name(&pages.pages()[0].lines[n].glyphs[0]);
    assert_eq!((font(0), font(1)), ("FZXiaoBiaoSong-B05S", "Fandol 仿宋"));
    pages.to_pdf().expect("the office's font can be put into the file");
}

#[test]
fn a_font_that_may_not_be_embedded_is_not_used_and_says_so() {
    // fsType 2: no embedding; 0x100: no subsetting; 0x200: bitmaps only.
    for (fs_type, said) in [(2, "不允许嵌入"), (0x100, "只嵌入用到的字"), (0x200, "不允许嵌入")]
    {
        let (_folder, fonts) = load(&[("GongkaiKai-Regular.ttf", "KaiTi", fs_type)]);
        let (family, shipped, why) = choice(&fonts, FontRole::KaiTi);
        assert_eq!((family.as_str(), shipped), ("Gongkai Kai", true), "{fs_type}");
        assert!(why.contains("KaiTi") && why.contains(said), "{fs_type}: {why}");
    }
}

#[test]
fn shipped_only_looks_at_no_other_font() {
    let fonts = Fonts::load(&shipped()).expect("fonts");
    assert_eq!(fonts.choices().len(), FontRole::ALL.len());
    assert!(fonts.choices().iter().all(|c| c.shipped && !c.why.is_empty() && c.path.exists()));
}

/// 通用规范汉字表 (国发〔2013〕23号), all 8,105, those outside the first plane among them: in every role.
#[test]
fn every_character_of_the_national_table_can_be_printed() {
    let list = include_str!("data/tongyong-guifan-hanzi.txt");
    let characters: Vec<char> = list.chars().filter(|c| !c.is_whitespace()).collect();
    assert_eq!(characters.len(), 8105);
    assert!(characters.iter().filter(|c| u32::from(**c) > 0xFFFF).count() > 100);
    let text: String = characters.iter().collect();
    let mut document = common::body(&[&text]);
    document.blocks.push(paper::Block::heading(1, "", &text));
    document.blocks.push(paper::Block::heading(2, "", &text));
    let pages = common::set(&document);
    let drawn: usize = pages.pages().iter().flat_map(|p| &p.lines).map(|l| l.glyphs.len()).sum();
    assert!(drawn > 3 * 8105);
    let rare = pages.rare();
    assert!(rare.iter().any(|(ch, font)| *ch == '𬭚' && *font == "Noto Serif SC Light"), "{}", rare.len());
}

#[test]
fn a_sign_of_money_is_the_right_one() {
    let pages = common::set(&common::body(&["收费￥30元。"]));
    let line = &pages.pages()[0].lines[0];
    let sign = line.glyphs.iter().find(|g| g.text == "￥").expect("the sign");
    assert_ne!(pages.font_name(sign), "Fandol 仿宋", "its ￥ is drawn as a dollar");
}

#[test]
fn a_kept_style_is_read_back_and_fills_what_it_does_not_name() {
    let house = Style { heading3_bold: true, margin_left: 27.0, ..Style::gbt9704() };
    let kept = serde_json::to_string(&house).expect("kept");
    assert_eq!(serde_json::from_str::<Style>(&kept).expect("read"), house);
    let few: Style = serde_json::from_str(r#"{"page_number":"center","title_font":"hei_ti"}"#).expect("read");
    let wanted = Style {
        page_number: paper::PageNumberPlace::Center,
        title_font: FontRole::HeiTi,
        ..Style::gbt9704()
    };
    assert_eq!(few, wanted);
}

#[test]
fn a_character_in_no_other_font_is_taken_from_the_machines_fonts_for_rare_ones() {
    let mut document = common::body(&["正文。"]);
    document.blocks.push(paper::Block::heading(2, "", format!("村民{RARE}某")));
    let error = layout(&document, common::fonts(), &Style::gbt9704());
    let (_folder, fonts) = load(&[("NotoSansSC-Medium.ttf", RARE_FAMILY, 0)]);
    let pages = layout(&document, &fonts, &Style::gbt9704()).expect("pages");
    assert!(error.is_err(), "no shipped font has it");
    assert!(pages.rare().contains(&(RARE, RARE_FAMILY)), "{:?}", pages.rare());
    pages.to_pdf().expect("the spare font goes into the file");
    // One that may not be embedded is of no use.
    let (_folder, fonts) = load(&[("NotoSansSC-Medium.ttf", RARE_FAMILY, 2)]);
    let error = layout(&document, &fonts, &Style::gbt9704()).expect_err("no font");
    assert_eq!(error.code(), "paper.no_glyph");
}
