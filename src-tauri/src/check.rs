//! `--check`: whether the program is whole and can work here, without a window and without touching anybody's
//! records. For the office's IT staff, and for trying a package on a machine that has no screen.

use std::io::Write;
use std::process::ExitCode;

use chrono::Local;
use office::folders::{Homes, Why};
use office::report_file::Paper;
use office::{Failure, Office};

use crate::machine;

/// Writes a line for each thing looked at. Exit code 1 where something is missing.
pub fn run(homes: &Homes) -> ExitCode {
    let mut good = true;
    let mut lines = vec![
        format!("政府信息公开年报 {}", env!("CARGO_PKG_VERSION")),
        format!("系统：{}", machine::system()),
    ];
    let mut tried = |what: &str, found: Result<String, String>| {
        good &= found.is_ok();
        lines.push(match found {
            Ok(found) => format!("{what}：好，{found}"),
            Err(missing) => format!("{what}：不行，{missing}"),
        });
    };
    let missing = "没有安装 WebView2 运行时，窗口显示不出来".to_owned();
    tried("窗口组件", machine::webview().ok_or(missing));
    tried("数据文件夹", data_folder(homes));
    tried("试做一份报告", sample().map_err(|failure| format!("{failure}")));
    lines.push(if good {
        "可以使用。".to_owned()
    } else {
        "还不能使用，见上面写着「不行」的一行。".to_owned()
    });
    // Whoever asked may have gone away; there is nobody else to tell.
    let _ = writeln!(std::io::stdout(), "{}", lines.join("\n"));
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn data_folder(homes: &Homes) -> Result<String, String> {
    let place = homes.place().map_err(|failure| failure.message)?.ok_or("系统没有指定数据文件夹")?;
    homes.is_there(&place).map_err(|failure| failure.message)?;
    let why = match place.why {
        Why::Portable => "在程序旁边",
        Why::Chosen => "自己选定的",
        Why::Usual => "默认的",
    };
    let state =
        if place.folder.join(office::folders::DATABASE).exists() { "有数据" } else { "还没有数据" };
    Ok(format!("{why}，{state}：{}", place.folder.display()))
}

/// The sample office and its report, in a folder that goes away: database, fonts and PDF in one.
fn sample() -> Result<String, Failure> {
    let failed = |error: std::io::Error| {
        Failure::new(
            "folder.not_writable",
            format!("临时文件夹不能写入：{}", office::in_plain_words(&error)),
            "请检查磁盘空间",
        )
    };
    let folder = tempfile::tempdir().map_err(failed)?;
    let now = Local::now().naive_local();
    let mut office = Office::open(folder.path(), &office::office::find_fonts(), folder.path())?;
    office::demo::fill(&mut office, now)?;
    let paper = Paper { year: 2018, version: None, edition: Default::default() };
    let (pages, bytes) = office::report_file::preview(&mut office, now, paper)?;
    Ok(format!("{pages} 页，{} KB", bytes.len().div_ceil(1024)))
}
