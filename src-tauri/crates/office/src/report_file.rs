//! The report as a file: made from the records at this moment, written whole or not at all.

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use domain::Failure;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::versions::VersionOfYear;

use crate::editions::{self, Edition};
use crate::{Office, compose, report, versions};

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
    if let Some((part, id)) = compose::lost_figure(&report) {
        let heading = if part.heading.is_empty() { "引言" } else { &part.heading };
        return Err(Failure::new(
            "report.lost_figure",
            format!("「{heading}」里有一个数据项（{id}）已不存在，没有导出"),
            "请在这一部分删掉标红的数据项，或者换成别的数据项",
        )
        .with_fields([("part".to_owned(), part.id.clone())].into()));
    }
    pages(office, now, year)
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
    let fonts = office.fonts()?;
    let pages = paper::layout(&document, fonts, &paper::Style::gbt9704()).map_err(compose::paper_failure)?;
    let bytes = pages.to_pdf().map_err(compose::paper_failure)?;
    Ok((pages.pages().len(), bytes))
}

/// Characters: 80 Chinese ones are 240 bytes, and file systems take 255.
const LONGEST_NAME: usize = 80;

/// 下达河乡2018年政府信息公开工作年度报告.pdf, without what file systems refuse.
pub fn file_name(title: &str) -> String {
    let clean: String = title.chars().filter(|c| !c.is_control() && !r#"\/:*?"<>|"#.contains(*c)).collect();
    let clean: String = clean.trim().chars().take(LONGEST_NAME).collect();
    let clean = clean.trim_end_matches(['.', ' ']);
    let reserved = ["CON", "PRN", "AUX", "NUL"].iter().any(|name| clean.eq_ignore_ascii_case(name));
    format!("{}.pdf", if clean.is_empty() || reserved { "年度报告" } else { clean })
}

/// A year's report on paper: as it stands, or a frozen version of it.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// For Word and WPS.
    Docx,
    /// A page for the county's web site, of 公开稿 alone.
    Html,
    /// The statutory tables.
    Xlsx,
}

/// A report as another kind of file than PDF.
///
/// # Errors
/// As [`editions::document`]; what the kind of file says.
pub fn other(
    office: &mut Office,
    now: NaiveDateTime,
    request: Paper,
    kind: FileKind,
) -> Result<Vec<u8>, Failure> {
    let Paper { year, version, edition } = request;
    match kind {
        FileKind::Xlsx => {
            let report = match version {
                Some(version) => versions::show(office, now, VersionOfYear { year, version })?,
                None => report::of_year(office, now, year)?,
            };
            crate::sheets::tables(&report)
        }
        FileKind::Html => {
            let document = editions::document(office, now, year, version, Edition::Public)?;
            Ok(paper::html::to_html(&document.body, &paper::Style::gbt9704()).into_bytes())
        }
        FileKind::Docx => {
            let document = editions::document(office, now, year, version, edition)?;
            let fonts = office.fonts()?;
            paper::docx::official_to_docx(&document, fonts, &paper::Style::gbt9704())
                .map_err(|error| Failure::new(error.code(), error.to_string(), error.hint()))
        }
    }
}

/// An edition beside the report itself, laid out.
fn edition_pages(
    office: &mut Office,
    now: NaiveDateTime,
    request: Paper,
) -> Result<(usize, Vec<u8>), Failure> {
    let document = editions::document(office, now, request.year, request.version, request.edition)?;
    let fonts = office.fonts()?;
    let pages = paper::layout_official(&document, fonts, &paper::Style::gbt9704());
    let pages = pages.map_err(compose::paper_failure)?;
    let bytes = pages.to_pdf().map_err(compose::paper_failure)?;
    Ok((pages.pages().len(), bytes))
}

/// The finished PDF and its file name.
///
/// # Errors
/// As [`finished`]; `report.version`.
pub fn paper(office: &mut Office, now: NaiveDateTime, paper: Paper) -> Result<(String, Vec<u8>), Failure> {
    let Paper { year, version, edition } = paper;
    if edition != Edition::Report {
        let title = report::of_year(office, now, year)?.title;
        let word = if edition == Edition::Filing { "报送稿" } else { "公开稿" };
        let (_, bytes) = edition_pages(office, now, paper)?;
        return Ok((file_name(&format!("{title}（{word}）")), bytes));
    }
    match version {
        None => {
            let title = report::of_year(office, now, year)?.title;
            Ok((file_name(&title), finished(office, now, year)?.1))
        }
        Some(version) => {
            let title = versions::show(office, now, VersionOfYear { year, version })?.title;
            let (_, bytes) = versions::frozen_pdf(office, year, version)?;
            Ok((file_name(&format!("{title}（第{version}版）")), bytes))
        }
    }
}

/// The pages for the preview.
///
/// # Errors
/// As [`pages`]; `report.version`.
pub fn preview(office: &mut Office, now: NaiveDateTime, paper: Paper) -> Result<(usize, Vec<u8>), Failure> {
    if paper.edition != Edition::Report {
        return edition_pages(office, now, paper);
    }
    match paper.version {
        None => pages(office, now, paper.year),
        Some(version) => versions::frozen_pdf(office, paper.year, version),
    }
}

/// Writes the report into the export folder under its title.
///
/// # Errors
/// As [`paper`]; `export.failed` where the file cannot be written.
pub fn export(office: &mut Office, now: NaiveDateTime, request: Paper) -> Result<PathBuf, Failure> {
    let (name, bytes) = paper(office, now, request)?;
    let path = office.export_dir.join(request.year.to_string()).join(name);
    write(&path, &bytes)?;
    Ok(path)
}

/// Writes a file whole: beside its place first, then into it, so that a full disk leaves the old one.
///
/// # Errors
/// `export.failed` with the path and what to do.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".part");
    let unfinished = std::path::PathBuf::from(unfinished);
    let written = std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::File::create(&unfinished))
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&unfinished, path));
    written.map_err(|error| {
        let _ = std::fs::remove_file(&unfinished);
        Failure::new(
            "export.failed",
            format!("没能写入「{}」：{}", path.display(), in_words(&error)),
            hint(&error),
        )
    })
}

fn in_words(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::PermissionDenied => "没有写入权限，或者文件正被别的程序打开".to_owned(),
        ErrorKind::StorageFull => "磁盘已满".to_owned(),
        ErrorKind::NotFound => "文件夹不存在".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "这个磁盘是只读的".to_owned(),
        _ => error.to_string(),
    }
}

fn hint(error: &std::io::Error) -> &'static str {
    match error.kind() {
        std::io::ErrorKind::StorageFull => "请清理磁盘后再导出；原来的文件没有动",
        _ => "请关闭正在打开它的程序，或者换一个文件夹再导出；原来的文件没有动",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_that_every_system_takes() {
        assert_eq!(file_name("甲乡2018年年度报告"), "甲乡2018年年度报告.pdf");
        assert_eq!(file_name("甲/乙：\"丙\"?"), "甲乙：丙.pdf");
        assert_eq!(file_name(" .. "), "年度报告.pdf");
        assert_eq!(file_name("con"), "年度报告.pdf");
        assert!(file_name(&"长".repeat(300)).len() < 250);
    }

    #[test]
    fn a_file_is_written_whole_or_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("2018/甲.pdf");
        write(&path, b"first").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"first");
        let blocked = folder.path().join("2018/甲.pdf/乙.pdf");
        assert_eq!(write(&blocked, b"second").unwrap_err().code, "export.failed");
        assert_eq!(std::fs::read(&path).unwrap(), b"first");
        assert_eq!(std::fs::read_dir(folder.path().join("2018")).unwrap().count(), 1);
    }
}
