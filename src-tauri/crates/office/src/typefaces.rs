//! 字体: which font stands for which, and why; the rare characters of a report, and what draws them.

use chrono::NaiveDateTime;
use domain::Failure;
use paper::FontRole;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::report::Year;
use crate::{Office, compose, report};

const SHIPPED_ONLY: &str = "fonts.shipped_only";
const EVERY_YEAR: i32 = 0;

/// A font in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Typeface {
    /// 仿宋, 小标宋, …
    pub role: String,
    /// What it is used for on paper.
    pub used_for: String,
    /// Its name.
    pub family: String,
    /// Its file.
    pub path: String,
    /// Comes with the program.
    pub shipped: bool,
    /// Why it was taken.
    pub why: String,
}

/// A character that its own font does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RareCharacter {
    /// The character.
    pub character: String,
    /// `U+9555`
    pub code: String,
    /// The font it should be in.
    pub wanted: String,
    /// The font that draws it.
    pub used: String,
    /// The first page with it, from 1.
    pub page: usize,
}

/// The fonts of this computer and of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Typefaces {
    /// By their part on paper.
    pub fonts: Vec<Typeface>,
    /// The office's own fonts are left aside.
    pub shipped_only: bool,
    /// The report's year.
    pub year: i32,
    /// Its rare characters.
    pub rare: Vec<RareCharacter>,
    /// What keeps the report from paper: a character in no font, with its place.
    pub problem: Option<Failure>,
}

/// Whether the office's own fonts are left aside.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct TypefacesDraft {
    /// The report to look at.
    pub year: i32,
    /// Only fonts that come with the program.
    pub shipped_only: bool,
}

/// `fonts.show`
///
/// # Errors
/// `paper.font_missing`; what the store says.
pub fn show(office: &mut Office, now: NaiveDateTime, request: Year) -> Result<Typefaces, Failure> {
    let year = request.year;
    let report = report::of_year(office, now, year)?;
    let document = compose::document(&report, &office.profile()?, now);
    let style = office.style()?;
    let shipped_only = shipped_only(office)?;
    let fonts = office.fonts()?;
    let choices = fonts.choices().iter().map(|choice| Typeface {
        role: choice.role.label().to_owned(),
        used_for: used_for(choice.role).to_owned(),
        family: choice.family.clone(),
        path: choice.path.display().to_string(),
        shipped: choice.shipped,
        why: choice.why.clone(),
    });
    let choices = choices.collect();
    let (rare, problem) = match paper::layout(&document, fonts, &style) {
        Ok(pages) => (pages.fallbacks().iter().map(rare).collect(), None),
        Err(error) => (Vec::new(), Some(compose::paper_failure(error))),
    };
    Ok(Typefaces { fonts: choices, shipped_only, year, rare, problem })
}

/// `fonts.save`
///
/// # Errors
/// As [`show`].
pub fn save(office: &mut Office, now: NaiveDateTime, draft: TypefacesDraft) -> Result<Typefaces, Failure> {
    let value = if draft.shipped_only { "true" } else { "false" };
    office.store.keep_setting(EVERY_YEAR, SHIPPED_ONLY, value, now)?;
    office.read_fonts_again();
    show(office, now, Year { year: draft.year })
}

/// Whether the office's own fonts are left aside.
///
/// # Errors
/// What the store says.
pub(crate) fn shipped_only(office: &Office) -> Result<bool, Failure> {
    Ok(office.store.setting(EVERY_YEAR, SHIPPED_ONLY)?.as_deref() == Some("true"))
}

fn used_for(role: FontRole) -> &'static str {
    match role {
        FontRole::XiaoBiaoSong => "标题、发文机关标志",
        FontRole::FangSong => "正文、三四级标题、主送、署名、版记",
        FontRole::HeiTi => "一级标题、表头、密级、紧急程度",
        FontRole::KaiTi => "二级标题、签发人姓名",
        FontRole::Song => "页码",
    }
}

fn rare(fallback: &paper::Fallback) -> RareCharacter {
    RareCharacter {
        character: fallback.ch.to_string(),
        code: format!("U+{:04X}", fallback.ch as u32),
        wanted: fallback.wanted.label().to_owned(),
        used: fallback.used.clone(),
        page: fallback.page,
    }
}
