//! 「全部导出」: every edition of a report in every form, in one new folder named by office and year. What lies
//! there from another day is never written over.

use std::path::{Component, Path, PathBuf};

use chrono::NaiveDateTime;
use domain::Failure;
use serde::{Deserialize, Serialize};
use store::in_plain_words;
use ts_rs::TS;

use crate::Office;
use crate::editions::{self, Edition};
use crate::report_file::{self, FileKind, FileRequest, Paper};

/// Folders of the same name before somebody should tidy up.
const MOST_FOLDERS: u32 = 999;

/// A folder made for a report, and what is to be written into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileSet {
    /// Its full path.
    pub path: String,
    /// Its name in the export folder.
    pub folder: String,
    /// In order.
    pub files: Vec<SetFile>,
}

/// A file of the set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetFile {
    /// What it is, on screen: 「报送稿 Word」.
    pub label: String,
    /// Which edition.
    pub edition: Edition,
    /// As what.
    pub kind: FileKind,
}

/// A file of the set to be written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SetFileRequest {
    /// The folder's name, as [`plan`] answered it.
    pub folder: String,
    /// Which report.
    pub paper: Paper,
    /// As what.
    pub kind: FileKind,
}

/// What a set holds. A form without tables has no sheets.
fn files(tables: bool) -> Vec<SetFile> {
    use Edition::{Filing, Public, Report};
    use FileKind::{Docx, Html, Pdf, Xlsx};
    let all = [
        (Report, Pdf, "报告正文 PDF"),
        (Report, Docx, "报告正文 Word"),
        (Filing, Pdf, "报送稿 PDF"),
        (Filing, Docx, "报送稿 Word"),
        (Public, Pdf, "公开稿 PDF"),
        (Public, Docx, "公开稿 Word"),
        (Public, Html, "公开稿网页"),
        (Public, Xlsx, "统计表 Excel"),
    ];
    let wanted = all.into_iter().filter(|(_, kind, _)| tables || *kind != Xlsx);
    wanted.map(|(edition, kind, label)| SetFile { label: label.to_owned(), edition, kind }).collect()
}

/// `report.files.plan`: makes the folder, once everything may leave.
///
/// # Errors
/// `report.unsigned`, `report.personal`, `report.lost_figure`; `export.failed` where the folder cannot be made.
pub fn plan(office: &mut Office, now: NaiveDateTime, request: Paper) -> Result<FileSet, Failure> {
    let report = report_file::report(office, now, request)?;
    if report.signature_office.is_empty() {
        return Err(report_file::unsigned());
    }
    for edition in [Edition::Filing, Edition::Public] {
        editions::leaving(office, &report, Paper { edition, ..request })?;
    }
    let version = request.version.map(|version| format!("（第{version}版）")).unwrap_or_default();
    let name = format!("{}{}年度政府信息公开年报{version}", report.signature_office, report.year);
    let folder = make(&office.export_dir, &report_file::clean_name(&name))?;
    let path = office.export_dir.join(&folder).display().to_string();
    Ok(FileSet { path, folder, files: files(!report.tables.is_empty()) })
}

/// A folder that was not there before.
fn make(exports: &Path, name: &str) -> Result<String, Failure> {
    let refused = |error: &std::io::Error| {
        Failure::new(
            "export.failed",
            format!("没能在「{}」里建立文件夹：{}", exports.display(), in_plain_words(error)),
            "请检查磁盘空间和这个文件夹的权限",
        )
    };
    std::fs::create_dir_all(exports).map_err(|error| refused(&error))?;
    for n in 1..=MOST_FOLDERS {
        let folder = if n == 1 { name.to_owned() } else { format!("{name}（{n}）") };
        match std::fs::create_dir(exports.join(&folder)) {
            Ok(()) => return Ok(folder),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(refused(&error)),
        }
    }
    Err(Failure::new(
        "export.failed",
        format!("已经有 {MOST_FOLDERS} 个「{name}」文件夹"),
        "请先整理导出文件夹",
    ))
}

/// `report.files.write`: one file of the set.
///
/// # Errors
/// `export.folder` for a folder that [`plan`] did not make, `export.exists` for a file that is there; as
/// [`report_file::file`].
pub fn write(office: &mut Office, now: NaiveDateTime, request: SetFileRequest) -> Result<(), Failure> {
    let folder = inside(&office.export_dir, &request.folder)?;
    let file = FileRequest { paper: request.paper, kind: request.kind };
    let made = report_file::file(office, now, file)?;
    let path = folder.join(made.name);
    if path.exists() {
        return Err(Failure::new(
            "export.exists",
            format!("「{}」已经在了，没有改动它", path.display()),
            "请重新「全部导出」，程序会另建一个文件夹",
        ));
    }
    report_file::write(&path, &made.bytes)
}

/// A folder right inside the export folder.
fn inside(exports: &Path, folder: &str) -> Result<PathBuf, Failure> {
    let mut parts = Path::new(folder).components();
    let plain = matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None));
    let path = exports.join(folder);
    if plain && path.is_dir() {
        return Ok(path);
    }
    Err(Failure::new("export.folder", format!("导出文件夹里没有「{folder}」"), "请重新「全部导出」"))
}
