//! What was typed on the command line.

use std::path::PathBuf;

use chrono::NaiveDate;

mod help;
mod letter;
mod options;
mod report;

pub use help::HELP;
pub use letter::LetterCall;
use options::Typed;
pub use report::ReportCall;

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Call {
    /// Make the sample office.
    Demo,
    /// Add records.
    Add {
        /// Ledger id.
        ledger: String,
        /// File, or `-` for standard input.
        json: PathBuf,
    },
    /// List records.
    List {
        /// Ledger id.
        ledger: String,
        /// Only this year.
        year: Option<i32>,
    },
    /// Every figure of a year.
    Figures {
        /// Year.
        year: i32,
    },
    /// Enter cells by hand.
    Cell {
        /// Year.
        year: i32,
        /// Cell id and what to enter; empty: back to the count.
        cells: Vec<(String, String)>,
        /// Why.
        reason: String,
    },
    /// Check a year's report.
    Check {
        /// Year.
        year: i32,
    },
    /// Check the text of any report.
    CheckText {
        /// The file.
        file: PathBuf,
        /// Format id; without, the one its year calls for.
        format: Option<String>,
        /// Its year; without, the one it names.
        year: Option<i32>,
    },
    /// Say something of a finding.
    Waive {
        /// Year.
        year: i32,
        /// The finding's key.
        key: String,
        /// The words.
        note: String,
    },
    /// The last day of a term, explained.
    Deadline {
        /// The day of the beginning; not counted.
        received: NaiveDate,
        /// Working days.
        days: u32,
    },
    /// What concerns a year's report.
    Report(ReportCall),
    /// What concerns the letters of an application.
    Letter(LetterCall),
    /// A ledger as a sheet.
    LedgerFile {
        /// Ledger id.
        ledger: String,
        /// Year.
        year: i32,
        /// With the fields that hold personal data.
        personal: bool,
        /// File to write.
        out: PathBuf,
    },
}

/// A whole command line.
#[derive(Debug, PartialEq, Eq)]
pub struct Arguments {
    /// `--data`
    pub data: Option<PathBuf>,
    /// `--json` as an output form.
    pub json: bool,
    /// The command.
    pub call: Call,
}

/// Why there is nothing to run.
#[derive(Debug, PartialEq, Eq)]
pub enum Usage {
    /// Asked for help.
    Help,
    /// Asked for the version.
    Version,
    /// Not understood.
    Wrong(String),
}

/// Reads a command line.
///
/// # Errors
/// [`Usage`].
pub fn read(parser: lexopt::Parser) -> Result<Arguments, Usage> {
    let typed = options::read(parser)?;
    let call = call(&typed)?;
    Ok(Arguments { data: typed.data, json: typed.json, call })
}

fn wrong<T>(message: impl Into<String>) -> Result<T, Usage> {
    Err(Usage::Wrong(message.into()))
}

fn call(typed: &Typed) -> Result<Call, Usage> {
    let words: Vec<&str> = typed.words.iter().map(String::as_str).collect();
    Ok(match words.as_slice() {
        ["demo"] => Call::Demo,
        ["add", ledger] => match &typed.json_file {
            Some(file) => Call::Add { ledger: (*ledger).to_owned(), json: file.clone() },
            None => return wrong("add 要用 --json 指定文件"),
        },
        ["list", ledger] => Call::List { ledger: (*ledger).to_owned(), year: typed.year },
        ["figures"] => Call::Figures { year: typed.year()? },
        ["cell"] => return wrong("没有写要填哪一格，例如 t2.permit=12"),
        ["cell", rest @ ..] => Call::Cell {
            year: typed.year()?,
            cells: pairs(rest, "格=数，例如 t2.permit=12")?,
            reason: typed.reason.clone().unwrap_or_default(),
        },
        ["check"] => match &typed.text {
            Some(file) => {
                Call::CheckText { file: file.clone(), format: typed.format.clone(), year: typed.year }
            }
            None => Call::Check { year: typed.year()? },
        },
        ["waive"] => Call::Waive {
            year: typed.year()?,
            key: wanted(typed.key.as_ref(), "--key")?,
            note: wanted(typed.note.as_ref(), "--note")?,
        },
        ["deadline"] => Call::Deadline {
            received: wanted(typed.received.as_ref(), "--received")?,
            days: wanted(typed.days.as_ref(), "--days")?,
        },
        ["report", rest @ ..] => match report::call(rest, typed)? {
            Some(call) => Call::Report(call),
            None => return unknown(&words),
        },
        ["letter", rest @ ..] => match letter::call(rest, typed)? {
            Some(call) => Call::Letter(call),
            None => return unknown(&words),
        },
        ["ledger", "xlsx", ledger] => {
            let (year, out) = (typed.year()?, typed.out("ledger xlsx")?);
            Call::LedgerFile { ledger: (*ledger).to_owned(), year, personal: typed.personal, out }
        }
        [] => return wrong("没有写命令"),
        ["add" | "list"] => return wrong("没有写台账"),
        _ => return unknown(&words),
    })
}

fn unknown<T>(words: &[&str]) -> Result<T, Usage> {
    wrong(format!("没有「{}」这个命令", words.join(" ")))
}

/// An option that the command cannot do without.
fn wanted<T: Clone>(given: Option<&T>, option: &str) -> Result<T, Usage> {
    given.cloned().ok_or_else(|| Usage::Wrong(format!("缺少 {option}")))
}

/// Words as `t2.permit=12`.
fn pairs(words: &[&str], form: &str) -> Result<Vec<(String, String)>, Usage> {
    let pair = |word: &&str| match word.split_once('=') {
        Some((name, value)) => Ok((name.to_owned(), value.to_owned())),
        None => wrong(format!("「{word}」要写成 {form}")),
    };
    words.iter().map(pair).collect()
}

#[cfg(test)]
mod tests;
