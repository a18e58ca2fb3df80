//! 关于: which program this is, and what to send to whoever is asked for help.

use chrono::NaiveDateTime;
use office::Failure;
use office::folders::Why;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{Message, Shell};
use crate::{log, machine};

/// The program and its surroundings.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct About {
    /// The program's version.
    pub version: String,
    /// The operating system.
    pub system: String,
    /// What draws the window, with its version.
    pub webview: String,
    /// Where the log lies; `None` where none is kept.
    pub log_dir: Option<String>,
    /// The licences of all parts in full; `None` where the program was not installed from a package.
    pub licence_texts: Option<String>,
}

/// `about.show`
///
/// # Errors
/// None.
pub fn show(shell: &mut Shell, _: NaiveDateTime, (): ()) -> Result<About, Failure> {
    let program = &shell.desk.homes().program;
    Ok(About {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        system: machine::system(),
        webview: webview(),
        log_dir: log::folder().map(|folder| folder.display().to_string()),
        licence_texts: machine::licence_texts(program).map(|file| file.display().to_string()),
    })
}

/// `about.diagnostics`: counts, versions and codes. No name, no path, nothing that was recorded.
///
/// # Errors
/// None: what cannot be found out is said to be so.
pub fn diagnostics(shell: &mut Shell, now: NaiveDateTime, (): ()) -> Result<Message, Failure> {
    let mut lines = vec![
        format!("政府信息公开年报 {}（{}）", env!("CARGO_PKG_VERSION"), std::env::consts::ARCH),
        format!("时间：{}", now.format("%Y-%m-%d %H:%M")),
        format!("系统：{}", machine::system()),
        format!("窗口组件：{}", webview()),
        format!("数据文件夹：{}", data_folder(shell)),
    ];
    match shell.with_office(|office| counts(office, now)) {
        Ok(counted) => lines.extend(counted),
        Err(failure) => lines.push(format!("数据没有打开：{}", failure.code)),
    }
    lines.push("最近的运行记录：".to_owned());
    lines.extend(log::last(30).into_iter().map(|line| format!("  {line}")));
    Ok(Message { message: lines.join("\n") })
}

fn webview() -> String {
    let version = machine::webview().unwrap_or_else(|| "没有".to_owned());
    format!("{} {version}", if cfg!(windows) { "WebView2" } else { "WebKitGTK" })
}

fn data_folder(shell: &Shell) -> String {
    let Some(place) = shell.desk.place() else { return "系统没有指定".to_owned() };
    let why = match (place.why, shell.desk.may_choose()) {
        (Why::Portable, _) => "便携版",
        (_, false) => "由启动选项指定",
        (Why::Chosen, _) => "自己选定",
        (Why::Usual, _) => "默认位置",
    };
    let length = place.folder.to_string_lossy().chars().count();
    let synced = office::folders::synced_by(&place.folder).map(|drive| format!("，在{drive}里"));
    let remote = if machine::is_remote(&place.folder) { "，在网络共享上" } else { "" };
    format!("{why}，路径长 {length} 个字符{}{remote}", synced.unwrap_or_default())
}

fn counts(office: &mut office::Office, now: NaiveDateTime) -> Result<Vec<String>, Failure> {
    let file = office.store.folder().join(office::folders::DATABASE);
    let bytes = std::fs::metadata(&file).map(|found| found.len()).unwrap_or_default();
    let mut counted = Vec::new();
    for ledger in office::ledgers::describe(office, now, ())? {
        let count = office.store.count(ledger.id, None, &Default::default())?;
        counted.push(format!("{} {count}", ledger.label));
    }
    Ok(vec![
        format!("数据文件：{} KB", bytes.div_ceil(1024)),
        format!("记录数：{}", counted.join("，")),
        format!("字体：{}", if office.fonts().is_ok() { "好" } else { "没有读到" }),
    ])
}
