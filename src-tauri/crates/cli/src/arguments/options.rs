//! The options of all commands, and the words between them.

use std::path::PathBuf;

use chrono::NaiveDate;
use lexopt::prelude::*;
use office::editions::Edition;

use super::{Usage, wanted, wrong};

/// What was typed, not yet a command.
#[derive(Default)]
pub(super) struct Typed {
    pub words: Vec<String>,
    pub data: Option<PathBuf>,
    pub year: Option<i32>,
    out: Option<PathBuf>,
    pub json: bool,
    pub json_file: Option<PathBuf>,
    pub text: Option<PathBuf>,
    pub format: Option<String>,
    pub reason: Option<String>,
    pub key: Option<String>,
    pub note: Option<String>,
    pub version: Option<u32>,
    pub edition: Edition,
    pub personal: bool,
    pub received: Option<NaiveDate>,
    pub days: Option<u32>,
    pub on: Option<NaiveDate>,
    pub number: Option<String>,
    pub issue: bool,
}

impl Typed {
    pub fn year(&self) -> Result<i32, Usage> {
        wanted(self.year.as_ref(), "--year")
    }

    /// The file that a command writes.
    pub fn out(&self, command: &str) -> Result<PathBuf, Usage> {
        self.out.clone().ok_or_else(|| Usage::Wrong(format!("{command} 要用 --out 指定文件")))
    }

    /// The command that an option stands behind.
    fn behind(&self, command: &str) -> bool {
        self.words.first().is_some_and(|word| word == command)
    }
}

/// Takes the command line apart.
pub(super) fn read(mut parser: lexopt::Parser) -> Result<Typed, Usage> {
    let mut typed = Typed::default();
    while let Some(argument) = parser.next().map_err(in_chinese)? {
        match argument {
            Long("help") | Short('h') => return Err(Usage::Help),
            // Behind `report` a number follows; elsewhere it asks which version the program is.
            Long("version") if typed.behind("report") => {
                typed.version = Some(number(&string(&mut parser)?, "版次", "--version 1")?);
            }
            Long("version") | Short('V') => return Err(Usage::Version),
            // For `add` a file follows; elsewhere it asks for JSON output.
            Long("json") if typed.behind("add") => typed.json_file = Some(path(&mut parser)?),
            Long("json") => typed.json = true,
            Value(word) => typed.words.push(word.to_string_lossy().into_owned()),
            Long(option) => {
                let option = option.to_owned();
                typed.take(&option, &mut parser)?;
            }
            other => return Err(in_chinese(other.unexpected())),
        }
    }
    Ok(typed)
}

impl Typed {
    fn take(&mut self, option: &str, parser: &mut lexopt::Parser) -> Result<(), Usage> {
        match option {
            "data" => self.data = Some(path(parser)?),
            "out" => self.out = Some(path(parser)?),
            "year" => self.year = Some(year(&string(parser)?)?),
            "text" => self.text = Some(path(parser)?),
            "format" => self.format = Some(string(parser)?),
            "edition" => self.edition = edition(&string(parser)?)?,
            "personal" => self.personal = true,
            "received" => self.received = Some(day(&string(parser)?, "--received 2025-09-25")?),
            "days" => self.days = Some(number(&string(parser)?, "工作日数", "--days 20")?),
            "on" => self.on = Some(day(&string(parser)?, "--on 2026-03-05")?),
            "number" => self.number = Some(string(parser)?),
            "issue" => self.issue = true,
            "reason" => self.reason = Some(string(parser)?),
            "key" => self.key = Some(string(parser)?),
            "note" => self.note = Some(string(parser)?),
            _ => return Err(in_chinese(Long(option).unexpected())),
        }
        Ok(())
    }
}

fn path(parser: &mut lexopt::Parser) -> Result<PathBuf, Usage> {
    Ok(parser.value().map_err(in_chinese)?.into())
}

fn string(parser: &mut lexopt::Parser) -> Result<String, Usage> {
    Ok(parser.value().map_err(in_chinese)?.to_string_lossy().into_owned())
}

fn year(text: &str) -> Result<i32, Usage> {
    let year = text.trim_end_matches('年').parse().ok().filter(|y| (1990..=2100).contains(y));
    year.ok_or_else(|| Usage::Wrong(format!("「{text}」不是年度，请写成 --year 2018")))
}

fn day(text: &str, form: &str) -> Result<NaiveDate, Usage> {
    text.parse().map_err(|_| Usage::Wrong(format!("「{text}」不是日期，请写成 {form}")))
}

fn number(text: &str, what: &str, form: &str) -> Result<u32, Usage> {
    text.parse().map_err(|_| Usage::Wrong(format!("「{text}」不是{what}，请写成 {form}")))
}

fn edition(text: &str) -> Result<Edition, Usage> {
    match text {
        "filing" | "报送稿" => Ok(Edition::Filing),
        "public" | "公开稿" => Ok(Edition::Public),
        other => wrong(format!("没有「{other}」这种稿，请写 filing 或 public")),
    }
}

fn in_chinese(error: lexopt::Error) -> Usage {
    Usage::Wrong(match error {
        lexopt::Error::MissingValue { option: Some(option) } => format!("{option} 后面缺少内容"),
        lexopt::Error::UnexpectedOption(option) => format!("没有 {option} 这个选项"),
        lexopt::Error::UnexpectedValue { option, .. } => format!("{option} 后面不要写内容"),
        other => other.to_string(),
    })
}
