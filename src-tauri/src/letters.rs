//! Letters on the desktop: their pages on the screen, on the printer, in a file.

use std::path::PathBuf;

use chrono::NaiveDateTime;
use office::Failure;
use office::letters::{LetterId, paper};
use office::report_file::FileKind;
use serde::{Deserialize, Serialize};
use tauri_plugin_dialog::DialogExt;
use ts_rs::TS;

use crate::commands::{FilePath, Message, Preview, Shell};
use crate::printing::{self, PrintSetup};

/// A letter to be printed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LetterPrint {
    /// Which.
    #[ts(type = "number")]
    pub id: i64,
    /// How.
    #[serde(default)]
    pub setup: PrintSetup,
}

/// `letter.preview`
pub(crate) fn preview(shell: &mut Shell, now: NaiveDateTime, request: LetterId) -> Result<Preview, Failure> {
    let (pages, bytes) = shell.with_office(|office| paper::preview(office, now, request))?;
    let size = bytes.len();
    let key = shell.desk.previews().keep(bytes);
    Ok(Preview { key, pages, bytes: size })
}

/// `letter.export`
pub(crate) fn export(shell: &mut Shell, now: NaiveDateTime, request: LetterId) -> Result<FilePath, Failure> {
    let path = shell.with_office(|office| paper::export(office, now, request))?;
    Ok(FilePath { path: path.display().to_string() })
}

/// `letter.export_as`
pub(crate) fn export_as(
    shell: &mut Shell,
    now: NaiveDateTime,
    request: LetterId,
) -> Result<Option<FilePath>, Failure> {
    let (file, folder) = shell.with_office(|office| {
        Ok((paper::finished(office, now, request, FileKind::Pdf)?, office.export_dir.clone()))
    })?;
    let dialog = shell.app.dialog().file().set_title("导出文书");
    let dialog = dialog.add_filter("PDF 文件", &["pdf"]).add_filter("Word 文件", &["docx"]);
    let chosen = dialog.set_directory(folder).set_file_name(file.name).blocking_save_file();
    let Some(path) = chosen.and_then(|chosen| chosen.into_path().ok()) else { return Ok(None) };
    let (path, bytes) = match FileKind::of(&path) {
        Some(FileKind::Docx) => {
            let word = |office: &mut _| paper::finished(office, now, request, FileKind::Docx);
            (path, shell.with_office(word)?.bytes)
        }
        Some(FileKind::Pdf) => (path, file.bytes),
        _ => (PathBuf::from(format!("{}.pdf", path.display())), file.bytes),
    };
    office::report_file::write(&path, &bytes)?;
    shell.desk.shown().push(path.clone());
    Ok(Some(FilePath { path: path.display().to_string() }))
}

/// `letter.print`
pub(crate) fn print(
    shell: &mut Shell,
    now: NaiveDateTime,
    request: LetterPrint,
) -> Result<Option<Message>, Failure> {
    let id = LetterId { id: request.id };
    let file = shell.with_office(|office| paper::finished(office, now, id, FileKind::Pdf))?;
    let name = file.name.trim_end_matches(".pdf");
    let said = printing::print(shell.owner(), name, &file.bytes, file.pages, &request.setup)?;
    Ok(said.map(|message| Message { message }))
}
