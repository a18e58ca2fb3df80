//! `gongkai-cli`: the use cases from a terminal, for scripts and for the county's IT staff.
//!
//! Exit codes: 0 done, 1 a failure (`code: message` and a hint on stderr), 2 wrong usage.

mod arguments;
mod input;
mod output;

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use arguments::{Call, Usage};
use chrono::{Local, NaiveDateTime};
use office::report::Year;
use office::{Failure, Office};

fn main() -> ExitCode {
    let call = match arguments::read(lexopt::Parser::from_env()) {
        Ok(call) => call,
        Err(Usage::Help) => {
            return print(arguments::HELP);
        }
        Err(Usage::Version) => {
            return print(&format!("gongkai-cli {}\n", env!("CARGO_PKG_VERSION")));
        }
        Err(Usage::Wrong(message)) => {
            eprintln!("用法不对：{message}\n运行 gongkai-cli --help 看用法");
            return ExitCode::from(2);
        }
    };
    match run(&call, Local::now().naive_local()) {
        Ok(text) => print(&text),
        Err(failure) => {
            eprintln!("{}: {}", failure.code, failure.message);
            if !failure.hint.is_empty() {
                eprintln!("提示：{}", failure.hint);
            }
            ExitCode::FAILURE
        }
    }
}

/// A reader that has gone away (`| head`) is no failure; a full disk is.
fn print(text: &str) -> ExitCode {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            eprintln!("output.failed: 结果没有写完：{error}\n提示：请检查磁盘空间和输出的位置");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

fn run(call: &arguments::Arguments, now: NaiveDateTime) -> Result<String, Failure> {
    let mut office = open(call.data.as_deref(), &call.call)?;
    match &call.call {
        Call::Demo => {
            office::demo::fill(&mut office, now)?;
            Ok(format!(
                "已在「{}」建立示例单位：下达河乡，2017、2018 年有记录，2019 年为空\n",
                office.store.folder().display()
            ))
        }
        Call::Add { ledger, json } => {
            let list = records(json)?;
            let ids = office::records::add_many(&mut office, now, ledger, &list)?;
            Ok(ids.iter().map(|id| format!("{id}\n")).collect())
        }
        Call::List { ledger, year } => output::list(&mut office, now, ledger, *year, call.json),
        Call::Figures { year } => {
            let figures = office::figures::of_year(&office, *year)?;
            if call.json { output::json(&figures) } else { Ok(output::figures(&figures)) }
        }
        Call::ReportShow { year } => {
            let report = office::report::show(&mut office, now, Year { year: *year })?;
            if call.json { output::json(&report) } else { Ok(output::report(&report)) }
        }
        Call::ReportPdf { year, out } => {
            let (pages, bytes) = office::report_file::finished(&mut office, now, *year)?;
            office::report_file::write(out, &bytes)?;
            Ok(format!("已写入「{}」，共 {pages} 页，{} KB\n", out.display(), bytes.len().div_ceil(1024)))
        }
    }
}

/// Opens the data folder. Only `demo` may begin in a folder that is not there yet: a mistyped folder is
/// an error and no new empty office.
fn open(data: Option<&Path>, call: &Call) -> Result<Office, Failure> {
    let folder = data.map(PathBuf::from).or_else(office::office::default_data_dir).ok_or_else(|| {
        Failure::new("folder.unknown", "不知道数据文件夹在哪里", "请用 --data 指定数据文件夹")
    })?;
    let begins = matches!(call, Call::Demo);
    if !begins && !folder.join("gongkai.db").exists() {
        return Err(Failure::new(
            "folder.empty",
            format!("「{}」里没有数据文件", folder.display()),
            "请检查 --data 后面的文件夹；要建示例数据，请运行 gongkai-cli demo",
        ));
    }
    Office::open(&folder, &office::office::find_fonts(), &folder.join("导出"))
}

fn records(json: &Path) -> Result<Vec<office::Values>, Failure> {
    let mut text = String::new();
    let read = if json == Path::new("-") {
        std::io::stdin().read_to_string(&mut text).map(|_| ())
    } else {
        std::fs::read_to_string(json).map(|content| text = content)
    };
    let name = json.display();
    read.map_err(|error| {
        Failure::new("file.unreadable", format!("读不出「{name}」：{error}"), "请检查文件名和权限")
    })?;
    input::records(&text, &name.to_string())
}
