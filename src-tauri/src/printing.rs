//! Printing through the system: the exported PDF goes to the system's printer command, or opens in the
//! program the system prints PDFs with.

use std::path::Path;
#[cfg(not(windows))]
use std::process::{Command, Stdio};

use office::Failure;

/// Prints a PDF. Answers with what happened, for the person at the screen.
///
/// # Errors
/// `print.failed`, with the file to print by hand.
pub fn print(path: &Path) -> Result<String, Failure> {
    if to_printer(path) {
        return Ok("已送往默认打印机：A4、双面（长边翻转）".to_owned());
    }
    tauri_plugin_opener::open_path(path, None::<&str>)
        .map(|()| "没有可直接使用的打印机，已用系统的 PDF 程序打开，请在那里打印（Ctrl+P）".to_owned())
        .map_err(|error| {
            Failure::new(
                "print.failed",
                format!("没有找到打印机，也没能打开 PDF：{error}"),
                format!("报告已导出，请打开它打印：{}", path.display()),
            )
        })
}

/// CUPS, where it has a default printer.
#[cfg(not(windows))]
fn to_printer(path: &Path) -> bool {
    let quiet = |command: &mut Command| {
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|s| s.success())
    };
    let has_default = Command::new("lpstat")
        .arg("-d")
        .output()
        .is_ok_and(|o| o.status.success() && String::from_utf8_lossy(&o.stdout).contains(": "));
    let options = ["-o", "media=A4", "-o", "sides=two-sided-long-edge", "-o", "print-scaling=none"];
    has_default && quiet(Command::new("lp").args(options).arg(path))
}

/// Windows prints from the program that opens the PDF, so that the clerk chooses printer and copies.
#[cfg(windows)]
fn to_printer(_: &Path) -> bool {
    false
}
