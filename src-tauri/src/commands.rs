//! What only a desktop can do: preview, export, print, dialogs, other programs.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDateTime;
use office::letters::LetterId;
use office::report::Year;
use office::report_file::{FileKind, FileRequest, Paper};
use office::{Attachment, Failure, Office, report_file};
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::DialogExt;
use ts_rs::TS;

use crate::about::{self, About};
use crate::desk::Desk;
use crate::folder::{self, DataFolder, FolderPlan};
use crate::letters::{self, LetterPrint};
use crate::printing::{self, PrintSetup, Printers};

/// The shell, for one command.
pub struct Shell {
    /// The running program.
    pub app: AppHandle,
    /// What lies on the desk.
    pub(crate) desk: Arc<Desk>,
}

/// A made preview; its pictures are asked for by this key.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Preview {
    /// Names the pages; changes with every change of the report.
    pub key: String,
    /// How many.
    pub pages: usize,
    /// Size of the PDF.
    pub bytes: usize,
}

/// A style to be looked at before it is kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StyleTrial {
    /// The report it is tried on.
    pub year: i32,
    /// The style.
    pub style: office::Style,
}

/// A report in a style that is not kept yet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StyleTried {
    /// Its pages.
    pub preview: Preview,
    /// Where the style is not the standard's.
    pub departures: Vec<office::Departure>,
}

/// A ledger as an Excel file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LedgerExport {
    /// Ledger id.
    pub ledger: String,
    /// Year.
    pub year: i32,
    /// With the fields that hold personal data, unmasked.
    pub personal: bool,
}

/// A file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FilePath {
    /// Its full path.
    pub path: String,
}

/// A sentence for the person at the screen.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Message {
    /// The sentence.
    pub message: String,
}

/// What is to be printed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PrintRequest {
    /// Which report.
    pub paper: Paper,
    /// How.
    #[serde(default)]
    pub setup: PrintSetup,
}

/// A web address.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WebAddress {
    /// `http://` or `https://`
    pub url: String,
}

office::declare_commands! { Shell;
    "preview.make" => preview: Paper => Preview,
    "preview.style" => try_style: StyleTrial => StyleTried,
    "report.export" => export: FileRequest => FilePath,
    "report.export_as" => export_as: FileRequest => Option<FilePath>,
    "ledger.export" => export_ledger: LedgerExport => FilePath,
    "letter.preview" => letters::preview: LetterId => Preview,
    "letter.export" => letters::export: LetterId => FilePath,
    "letter.export_as" => letters::export_as: LetterId => Option<FilePath>,
    "letter.print" => letters::print: LetterPrint => Option<Message>,
    "report.printers" => printers: () => Printers,
    "report.print" => print: PrintRequest => Option<Message>,
    "shell.reveal" => reveal: FilePath => (),
    "shell.attach" => attach: () => Option<Attachment>,
    "shell.open_attachment" => open_attachment: Attachment => (),
    "shell.open_link" => open_link: WebAddress => (),
    "shell.title" => title: Year => (),
    "folder.show" => folder::show: () => DataFolder,
    "folder.plan" => folder::plan: () => Option<FolderPlan>,
    "folder.move" => folder::carry_out: () => DataFolder,
    "folder.remove_before" => folder::remove_before: () => Message,
    "folder.keep_before" => folder::keep_before: () => (),
    "about.show" => about::show: () => About,
    "about.diagnostics" => about::diagnostics: () => Message,
}

impl Shell {
    /// The window that a system's dialog belongs to.
    #[cfg(windows)]
    pub(crate) fn owner(&self) -> Option<isize> {
        let window = self.app.get_webview_window("main")?;
        window.hwnd().ok().map(|handle| handle.0 as isize)
    }

    /// Nowhere else does a system's dialog ask for it.
    #[cfg(not(windows))]
    pub(crate) fn owner(&self) -> Option<isize> {
        None
    }

    pub(crate) fn with_office<T>(
        &self,
        work: impl FnOnce(&mut Office) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        match &mut self.desk.office().office {
            Ok(office) => work(office),
            Err(failure) => Err(failure.clone()),
        }
    }
}

fn preview(shell: &mut Shell, now: NaiveDateTime, request: Paper) -> Result<Preview, Failure> {
    let made = shell.with_office(|office| report_file::preview(office, now, request))?;
    Ok(kept(shell, made))
}

fn try_style(shell: &mut Shell, now: NaiveDateTime, request: StyleTrial) -> Result<StyleTried, Failure> {
    let StyleTrial { year, style } = request;
    let made = shell.with_office(|office| report_file::tried(office, now, year, &style))?;
    Ok(StyleTried { preview: kept(shell, made), departures: style.departures() })
}

fn kept(shell: &Shell, (pages, bytes): (usize, Vec<u8>)) -> Preview {
    let size = bytes.len();
    let key = shell.desk.previews().keep(bytes);
    Preview { key, pages, bytes: size }
}

fn export(shell: &mut Shell, now: NaiveDateTime, request: FileRequest) -> Result<FilePath, Failure> {
    let path = shell.with_office(|office| report_file::export(office, now, request))?;
    Ok(FilePath { path: path.display().to_string() })
}

fn export_as(
    shell: &mut Shell,
    now: NaiveDateTime,
    request: FileRequest,
) -> Result<Option<FilePath>, Failure> {
    let (made, folder) = shell.with_office(|office| {
        let made = report_file::file(office, now, request)?;
        Ok((made, office.export_dir.clone()))
    })?;
    let extension = request.kind.extension();
    let dialog =
        shell.app.dialog().file().set_title("导出年度报告").add_filter(kind_name(request.kind), &[extension]);
    let chosen = dialog.set_directory(folder).set_file_name(made.name).blocking_save_file();
    let Some(path) = chosen.and_then(|chosen| chosen.into_path().ok()) else { return Ok(None) };
    let named = FileKind::of(&path) == Some(request.kind);
    let path = if named { path } else { PathBuf::from(format!("{}.{extension}", path.display())) };
    report_file::write(&path, &made.bytes)?;
    shell.desk.shown().push(path.clone());
    Ok(Some(FilePath { path: path.display().to_string() }))
}

fn kind_name(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "PDF 文件",
        FileKind::Docx => "Word 文档",
        FileKind::Html => "网页",
        FileKind::Xlsx => "Excel 工作簿",
    }
}

fn export_ledger(shell: &mut Shell, now: NaiveDateTime, request: LedgerExport) -> Result<FilePath, Failure> {
    let LedgerExport { ledger, year, personal } = request;
    let path = shell.with_office(|office| {
        let path = office::sheets::export_ledger(office, &ledger, year, personal)?;
        if personal {
            office::looks::exported(office, now, &ledger, year)?;
        }
        Ok(path)
    })?;
    Ok(FilePath { path: path.display().to_string() })
}

fn printers(_: &mut Shell, _: NaiveDateTime, (): ()) -> Result<Printers, Failure> {
    Ok(printing::printers())
}

fn print(shell: &mut Shell, now: NaiveDateTime, request: PrintRequest) -> Result<Option<Message>, Failure> {
    let file = FileRequest { paper: request.paper, kind: FileKind::Pdf };
    let made = shell.with_office(|office| report_file::file(office, now, file))?;
    let title = made.name.trim_end_matches(".pdf");
    let said = printing::print(shell.owner(), title, &made.bytes, made.pages, &request.setup)?;
    Ok(said.map(|message| Message { message }))
}

/// Only what the program has written may be shown: the export folder, the data folder and the one before it,
/// the log, the licences, and the files saved elsewhere since it started.
fn reveal(shell: &mut Shell, _: NaiveDateTime, request: FilePath) -> Result<(), Failure> {
    let path = PathBuf::from(&request.path);
    if !path.exists() {
        return Err(Failure::new(
            "file.gone",
            format!("找不到「{}」", request.path),
            "它可能被移走或删除了，请重新导出",
        ));
    }
    let ours = roots(shell).iter().any(|root| path.starts_with(root)) || shell.desk.shown().contains(&path);
    if !ours || path.components().any(|part| part == std::path::Component::ParentDir) {
        return Err(Failure::new("shell.reveal", "这个位置不是本程序的文件夹", "请在资源管理器里自己打开它"));
    }
    let shown = if path.is_dir() { open_folder(&path) } else { reveal_file(&path) };
    shown.map_err(|error| {
        Failure::new(
            "shell.reveal",
            format!("没能打开文件夹：{}", of_opening(&error)),
            format!("请自己打开这个位置：{}", request.path),
        )
    })
}

fn roots(shell: &mut Shell) -> Vec<PathBuf> {
    // Where the data cannot be opened their folder can still be looked at.
    let office = shell.with_office(|office| Ok(office.export_dir.clone())).ok();
    let homes = shell.desk.homes();
    let before = shell.desk.before().map(|before| before.folder);
    let place = shell.desk.place().map(|place| place.folder);
    let others = [before, crate::log::folder(), crate::machine::licence_texts(&homes.program)];
    office.into_iter().chain(place).chain(others.into_iter().flatten()).collect()
}

/// Why another program did not open something.
fn of_opening(error: &tauri_plugin_opener::Error) -> String {
    match error {
        tauri_plugin_opener::Error::Io(error) => office::in_plain_words(error),
        _ => "系统没有打开它的程序".to_owned(),
    }
}

fn open_folder(path: &Path) -> Result<(), tauri_plugin_opener::Error> {
    tauri_plugin_opener::open_path(path, None::<&str>)
}

/// Shows the file in its folder; where the file manager cannot select it, opens the folder.
fn reveal_file(path: &Path) -> Result<(), tauri_plugin_opener::Error> {
    tauri_plugin_opener::reveal_item_in_dir(path).or_else(|_| open_folder(path.parent().unwrap_or(path)))
}

fn attach(shell: &mut Shell, now: NaiveDateTime, (): ()) -> Result<Option<Attachment>, Failure> {
    let chosen = shell.app.dialog().file().set_title("选择附件").blocking_pick_file();
    let Some(path) = chosen.and_then(|chosen| chosen.into_path().ok()) else { return Ok(None) };
    shell.with_office(|office| office.store.keep_file(&path, now)).map(Some)
}

/// Opens a copy under its own name: the kept file must never be changed.
fn open_attachment(shell: &mut Shell, _: NaiveDateTime, kept: Attachment) -> Result<(), Failure> {
    let source = shell.with_office(|office| office.store.kept_path(&kept.hash))?;
    let opened = crate::lent::copy(shell.desk.homes(), &source, &kept)
        .map_err(|error| office::in_plain_words(&error))
        .and_then(|copy| open_folder(&copy).map_err(|error| of_opening(&error)));
    opened.map_err(|error| {
        Failure::new(
            "shell.open",
            format!("没能打开附件「{}」：{error}", kept.name),
            "请检查这台电脑上有没有能打开它的程序",
        )
    })
}

fn open_link(_: &mut Shell, _: NaiveDateTime, request: WebAddress) -> Result<(), Failure> {
    let web = request.url.starts_with("http://") || request.url.starts_with("https://");
    if !web {
        return Err(Failure::new("shell.link", "这不是网址", "网址要以 http:// 或 https:// 开头"));
    }
    tauri_plugin_opener::open_url(&request.url, None::<&str>).map_err(|error| {
        let why = of_opening(&error);
        Failure::new("shell.link", format!("没能打开网址：{why}"), "请复制网址到浏览器里打开")
    })
}

fn title(shell: &mut Shell, _: NaiveDateTime, request: Year) -> Result<(), Failure> {
    let name = shell.with_office(|office| Ok(office.profile()?.name))?;
    let title = if name.is_empty() {
        "政府信息公开年报".to_owned()
    } else {
        format!("{name}　{}年度 — 政府信息公开年报", request.year)
    };
    if let Some(window) = shell.app.get_webview_window("main") {
        // A title that cannot be set is no reason to stop anybody's work.
        let _ = window.set_title(&title);
    }
    Ok(())
}
