//! The report as a file: made from the records at this moment, written whole or not at all.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use domain::Failure;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::editions::{self, Edition};
use crate::house_style;
use crate::report::Report;
use crate::versions::VersionOfYear;
use crate::{Office, compose, report, versions};

mod writing;

pub use writing::{clean_name, write};

/// The PDF of a year's report as it may leave the office: signed, and without holes.
///
/// # Errors
/// As [`pages`]; `report.unsigned` for an office without a name, `report.lost_figure` where the text says
/// a figure that no longer exists.
pub fn finished(office: &mut Office, now: NaiveDateTime, year: i32) -> Result<(usize, Vec<u8>), Failure> {
    let report = report::of_year(office, now, year)?;
    if report.locked {
        return versions::frozen_pdf(office, year, report.version.number);
    }
    if report.signature_office.is_empty() {
        return Err(unsigned());
    }
    whole(&report)?;
    pages(office, now, year)
}

/// Whether every figure that the text says is still there.
pub(crate) fn whole(report: &Report) -> Result<(), Failure> {
    let Some((part, id)) = compose::lost_figure(report) else { return Ok(()) };
    let heading = if part.heading.is_empty() { "引言" } else { &part.heading };
    Err(Failure::new(
        "report.lost_figure",
        format!("「{heading}」里有一个数据项（{id}）已不存在，没有导出"),
        "请在这一部分删掉标红的数据项，或者换成别的数据项",
    )
    .with_fields([("part".to_owned(), part.id.clone())].into()))
}

/// The failure for a report that nobody signs.
pub(crate) fn unsigned() -> Failure {
    Failure::new(
        "report.unsigned",
        "还没有填写机关全称，报告没有署名，没有导出",
        "请到「设置 → 单位与人员」填写机关全称后再导出",
    )
}

/// The PDF as it stands, for the preview, with its number of pages.
///
/// # Errors
/// What the store says; `paper.no_glyph` with the character and its place; other codes of `paper`.
pub fn pages(office: &mut Office, now: NaiveDateTime, year: i32) -> Result<(usize, Vec<u8>), Failure> {
    let report = report::of_year(office, now, year)?;
    if report.locked {
        return versions::frozen_pdf(office, year, report.version.number);
    }
    let profile = office.profile()?;
    let document = compose::document(&report, &profile, now);
    let style = office.style()?;
    let pages = paper::layout(&document, office.fonts()?, &style).map_err(compose::paper_failure)?;
    let bytes = pages.to_pdf().map_err(compose::paper_failure)?;
    Ok((pages.pages().len(), bytes))
}

/// A year's report on paper: as it stands, or a frozen version of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Paper {
    /// Year.
    pub year: i32,
    /// A locked version; `None`: the report as it stands.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub version: Option<u32>,
    /// Which edition; without: the report itself.
    #[serde(default)]
    #[ts(optional, as = "Option<Edition>")]
    pub edition: Edition,
}

/// The kinds of file that a report can be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// As it is printed.
    #[default]
    Pdf,
    /// For Word and WPS.
    Docx,
    /// A page for the county's web site, of 公开稿 alone.
    Html,
    /// The statutory tables.
    Xlsx,
}

impl FileKind {
    /// The end of its files' names.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
        }
    }

    /// The kind that a file's name asks for; none for any other.
    pub fn of(path: &Path) -> Option<Self> {
        Self::named(path.extension()?.to_str()?)
    }

    /// The kind by the end of its files' names.
    pub fn named(end: &str) -> Option<Self> {
        let kinds = [Self::Pdf, Self::Docx, Self::Html, Self::Xlsx];
        kinds.into_iter().find(|kind| end.eq_ignore_ascii_case(kind.extension()))
    }
}

/// A report wanted as a file.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct FileRequest {
    /// Which.
    pub paper: Paper,
    /// As what.
    pub kind: FileKind,
}

/// A report as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportFile {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Pages of a PDF; 0 for other kinds.
    pub pages: usize,
}

/// The report that a paper shows: as it stands, or as a version froze it.
///
/// # Errors
/// `report.version`; what the store says.
pub fn report(office: &mut Office, now: NaiveDateTime, paper: Paper) -> Result<Report, Failure> {
    match paper.version {
        Some(version) => versions::show(office, now, VersionOfYear { year: paper.year, version }),
        None => report::of_year(office, now, paper.year),
    }
}

/// A report as a file that may leave the office.
///
/// # Errors
/// As [`finished`] and [`editions::document`]; what the kind of file says.
pub fn file(office: &mut Office, now: NaiveDateTime, request: FileRequest) -> Result<ReportFile, Failure> {
    let FileRequest { mut paper, kind } = request;
    if kind == FileKind::Html {
        // Only what is written for everybody goes on a web site.
        paper.edition = Edition::Public;
    }
    let report = report(office, now, paper)?;
    let name = name(&report, paper, kind);
    let (pages, bytes) = match kind {
        FileKind::Pdf => pdf(office, now, paper)?,
        FileKind::Xlsx => (0, crate::sheets::tables(&editions::leaving(office, &report, paper)?)?),
        FileKind::Html => {
            let document = editions::document(office, now, paper, true)?;
            (0, paper::html::to_html(&document.body, &office.style()?).into_bytes())
        }
        FileKind::Docx => {
            let document = editions::document(office, now, paper, true)?;
            let style = office.style()?;
            let made = paper::docx::official_to_docx(&document, office.fonts()?, &style);
            (0, made.map_err(|error| Failure::new(error.code(), error.to_string(), error.hint()))?)
        }
    };
    Ok(ReportFile { name, bytes, pages })
}

/// 标题（报送稿）.pdf
fn name(report: &Report, paper: Paper, kind: FileKind) -> String {
    let version = paper.version.map(|version| format!("（第{version}版）")).unwrap_or_default();
    let what = match (kind, paper.edition) {
        (FileKind::Xlsx, _) => "（统计表）",
        (_, Edition::Report) => "",
        (_, Edition::Filing) => "（报送稿）",
        (_, Edition::Public) => "（公开稿）",
    };
    format!("{}.{}", clean_name(&format!("{}{what}{version}", report.title)), kind.extension())
}

fn pdf(office: &mut Office, now: NaiveDateTime, paper: Paper) -> Result<(usize, Vec<u8>), Failure> {
    match (paper.edition, paper.version) {
        (Edition::Report, None) => finished(office, now, paper.year),
        (Edition::Report, Some(version)) => versions::frozen_pdf(office, paper.year, version),
        _ => edition_pages(office, now, paper, true),
    }
}

/// An edition beside the report itself, laid out.
fn edition_pages(
    office: &mut Office,
    now: NaiveDateTime,
    request: Paper,
    leaving: bool,
) -> Result<(usize, Vec<u8>), Failure> {
    let document = editions::document(office, now, request, leaving)?;
    let style = office.style()?;
    let pages = paper::layout_official(&document, office.fonts()?, &style);
    let pages = pages.map_err(compose::paper_failure)?;
    let bytes = pages.to_pdf().map_err(compose::paper_failure)?;
    Ok((pages.pages().len(), bytes))
}

/// The pages for the preview. What may not leave yet is shown all the same: where else should it be mended?
///
/// # Errors
/// As [`pages`]; `report.version`.
pub fn preview(office: &mut Office, now: NaiveDateTime, paper: Paper) -> Result<(usize, Vec<u8>), Failure> {
    match (paper.edition, paper.version) {
        (Edition::Report, None) => pages(office, now, paper.year),
        (Edition::Report, Some(version)) => versions::frozen_pdf(office, paper.year, version),
        _ => edition_pages(office, now, paper, false),
    }
}

/// The report in a style that is only tried out.
///
/// # Errors
/// `style.measures`; as [`pages`].
pub fn tried(
    office: &mut Office,
    now: NaiveDateTime,
    year: i32,
    style: &paper::Style,
) -> Result<(usize, Vec<u8>), Failure> {
    house_style::check(style)?;
    let report = report::of_year(office, now, year)?;
    let document = compose::document(&report, &office.profile()?, now);
    let pages = paper::layout(&document, office.fonts()?, style);
    let pages = pages.map_err(compose::paper_failure)?;
    let bytes = pages.to_pdf().map_err(compose::paper_failure)?;
    Ok((pages.pages().len(), bytes))
}

/// Writes the report into the export folder under its title.
///
/// # Errors
/// As [`file`]; `export.failed` where the file cannot be written.
pub fn export(office: &mut Office, now: NaiveDateTime, request: FileRequest) -> Result<PathBuf, Failure> {
    let made = file(office, now, request)?;
    let path = office.export_dir.join(request.paper.year.to_string()).join(made.name);
    write(&path, &made.bytes)?;
    Ok(path)
}
