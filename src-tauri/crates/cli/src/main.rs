//! `gongkai-cli`: the use cases from a terminal, for scripts and for the county's IT staff.
//!
//! Exit codes: 0 done, 1 a failure (`code: message` and a hint on stderr), 2 wrong usage, 3 a check that
//! found errors.

mod arguments;
mod input;
mod letter;
mod output;
mod report;

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use arguments::{Call, Usage};
use chrono::{Local, NaiveDateTime};
use office::calendars::TermAsked;
use office::cells::CellsDraft;
use office::checks::{CheckSheet, WaiverDraft};
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
    match run(&call, now()) {
        Ok(Answer { text, errors: false }) => print(&text),
        Ok(Answer { text, errors: true }) => match print(&text) {
            ExitCode::SUCCESS => ExitCode::from(3),
            failed => failed,
        },
        Err(failure) => {
            eprintln!("{}: {}", failure.code, failure.message);
            if !failure.hint.is_empty() {
                eprintln!("提示：{}", failure.hint);
            }
            ExitCode::FAILURE
        }
    }
}

/// The clock; or the moment in `SOURCE_DATE_EPOCH`, so that the same records make the same file again, to the
/// last byte.
fn now() -> NaiveDateTime {
    let set = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.trim().parse().ok());
    let moment = set.and_then(|seconds| chrono::DateTime::from_timestamp(seconds, 0));
    moment.map_or_else(|| Local::now().naive_local(), |moment| moment.naive_utc())
}

/// A reader that has gone away (`| head`) is no failure; a full disk is.
fn print(text: &str) -> ExitCode {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            let why = office::in_plain_words(&error);
            eprintln!("output.failed: 结果没有写完：{why}\n提示：请检查磁盘空间和输出的位置");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

/// What a command prints, and whether a check found errors.
struct Answer {
    text: String,
    errors: bool,
}

fn run(call: &arguments::Arguments, now: NaiveDateTime) -> Result<Answer, Failure> {
    if let Call::CheckText { file, format, year } = &call.call {
        let sheet = office::checks::of_text(&read(file)?, *year, format.as_deref())?;
        return checked(&sheet, call.json);
    }
    if let Call::Deadline { received, days } = call.call {
        return Ok(Answer { text: deadline(call, TermAsked { received, days })?, errors: false });
    }
    let mut office = open(call.data.as_deref(), &call.call)?;
    if let Call::Check { year } = &call.call {
        let sheet = office::checks::run(&mut office, now, Year { year: *year })?;
        return checked(&sheet, call.json);
    }
    Ok(Answer { text: answer(&mut office, call, now)?, errors: false })
}

fn checked(sheet: &CheckSheet, json: bool) -> Result<Answer, Failure> {
    let text = if json { output::json(sheet)? } else { output::check(sheet) };
    Ok(Answer { text, errors: sheet.open_errors > 0 })
}

fn answer(office: &mut Office, call: &arguments::Arguments, now: NaiveDateTime) -> Result<String, Failure> {
    match &call.call {
        Call::Check { .. } | Call::CheckText { .. } | Call::Deadline { .. } => Ok(String::new()),
        Call::Cell { .. } | Call::Waive { .. } => change(office, &call.call, now),
        Call::Report(asked) => report::answer(office, asked, call.json, now),
        Call::Letter(asked) => letter::answer(office, asked, call.json, now),
        Call::LedgerFile { ledger, year, personal, out } => {
            written(out, &office::sheets::ledger(office, ledger, *year, *personal)?, 0)
        }
        Call::Demo => {
            office::demo::fill(office, now)?;
            Ok(format!(
                "已在「{}」建立示例单位：下达河乡，2017、2018 年和 2021—2025 年有记录，2019 年为空；2021—2024 年已锁定\n",
                office.store.folder().display()
            ))
        }
        Call::Add { ledger, json } => {
            let list = records(json)?;
            let ids = office::records::add_many(office, now, ledger, &list)?;
            Ok(ids.iter().map(|id| format!("{id}\n")).collect())
        }
        Call::List { ledger, year } => output::list(office, now, ledger, *year, call.json),
        Call::Figures { year } => {
            let figures = office::figures::of_year(office, *year)?;
            if call.json { output::json(&figures) } else { Ok(output::figures(&figures)) }
        }
    }
}

/// Needs no data folder; with one, its notices and local holidays count.
fn deadline(call: &arguments::Arguments, asked: TermAsked) -> Result<String, Failure> {
    let calendar = match &call.data {
        Some(folder) => open(Some(folder), &call.call)?.calendar()?,
        None => office::calendars::state()?,
    };
    let deadline = office::calendars::deadline_by(&calendar, asked)?;
    if call.json { output::json(&deadline) } else { Ok(output::deadline(asked, &deadline)) }
}

/// Cells and 情况说明.
fn change(office: &mut Office, call: &Call, now: NaiveDateTime) -> Result<String, Failure> {
    match call {
        Call::Cell { year, cells, reason } => {
            let entries = cells.iter().map(|(cell, value)| input::cell(cell, value));
            let entries = entries.collect::<Result<_, Failure>>()?;
            let draft = CellsDraft { year: *year, entries, reason: reason.clone() };
            let saved = office::cells::enter(office, now, draft)?;
            let named = |(cell, _): &(String, String)| saved.figures.iter().find(|f| &f.id == cell);
            Ok(output::figures(&cells.iter().filter_map(named).cloned().collect::<Vec<_>>()))
        }
        Call::Waive { year, key, note } => {
            let draft = WaiverDraft { year: *year, key: key.clone(), note: note.clone() };
            Ok(output::check(&office::checks::waive(office, now, draft)?))
        }
        _ => Ok(String::new()),
    }
}

/// Writes a file and says so; `pages` are those of a PDF.
fn written(out: &Path, bytes: &[u8], pages: usize) -> Result<String, Failure> {
    office::report_file::write(out, bytes)?;
    let pages = if pages > 0 { format!("共 {pages} 页，") } else { String::new() };
    Ok(format!("已写入「{}」，{pages}{} KB\n", out.display(), bytes.len().div_ceil(1024)))
}

/// Opens the data folder. Only `demo` may begin in a folder that is not there yet: a mistyped folder is
/// an error and no new empty office.
fn open(data: Option<&Path>, call: &Call) -> Result<Office, Failure> {
    let homes = office::folders::Homes::of_this_user();
    let place = if data.is_none() { homes.place()? } else { None };
    if let Some(place) = &place {
        homes.is_there(place)?;
    }
    let folder = data.map(PathBuf::from).or(place.map(|place| place.folder)).ok_or_else(|| {
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
    let office = Office::open(&folder, &office::office::find_fonts(), &folder.join("导出"))?;
    Ok(office.with_own_fonts())
}

fn records(json: &Path) -> Result<Vec<office::Values>, Failure> {
    input::records(&read(json)?, &json.display().to_string())
}

/// The text of a file, or of standard input for `-`.
fn read(file: &Path) -> Result<String, Failure> {
    let mut text = String::new();
    let read = if file == Path::new("-") {
        std::io::stdin().read_to_string(&mut text).map(|_| ())
    } else {
        std::fs::read_to_string(file).map(|content| text = content)
    };
    let name = file.display();
    read.map_err(|error| match error.kind() {
        std::io::ErrorKind::InvalidData => Failure::new(
            "file.not_text",
            format!("「{name}」不是 UTF-8 文本"),
            "请用记事本或 WPS 另存为 UTF-8 编码的文本文件",
        ),
        _ => {
            let why = office::in_plain_words(&error);
            Failure::new("file.unreadable", format!("读不出「{name}」：{why}"), "请检查文件名和权限")
        }
    })?;
    Ok(text)
}
