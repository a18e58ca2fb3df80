//! `letter …`: the letters of an application.

use std::path::PathBuf;

use office::letters::at_once::LetterAtOnce;
use office::report_file::FileKind;

use super::options::Typed;
use super::{Usage, pairs, wrong};

/// What to do with letters.
#[derive(Debug, PartialEq, Eq)]
pub enum LetterCall {
    /// Those of an application, and those that can be written.
    List {
        /// Record id of the application.
        application: i64,
    },
    /// Write one.
    Write {
        /// What it is told.
        letter: LetterAtOnce,
        /// Number, freeze and keep it, with the step of the case that it is.
        issue: bool,
        /// Which kind of file.
        kind: FileKind,
        /// File to write.
        out: PathBuf,
    },
    /// An issued one as a file once more.
    File {
        /// Its id.
        letter: i64,
        /// Which kind of file.
        kind: FileKind,
        /// File to write.
        out: PathBuf,
    },
}

/// The command behind `letter`; none where there is no such command.
pub(super) fn call(words: &[&str], typed: &Typed) -> Result<Option<LetterCall>, Usage> {
    Ok(Some(match words {
        ["list", application] => LetterCall::List { application: id(application, "list application")? },
        ["pdf" | "docx"] => return wrong("没有写申请的编号"),
        ["pdf" | "docx", _] => return wrong("没有写哪一种文书，letter list 会列出"),
        [kind @ ("pdf" | "docx"), application, template, values @ ..] => LetterCall::Write {
            letter: LetterAtOnce {
                application: id(application, "list application")?,
                template: (*template).to_owned(),
                values: pairs(values, "项=内容，例如 理由=查阅了档案")?.into_iter().collect(),
                on: typed.on,
                number: number(typed)?,
            },
            issue: typed.issue,
            kind: if *kind == "pdf" { FileKind::Pdf } else { FileKind::Docx },
            out: typed.out(&format!("letter {kind}"))?,
        },
        ["file", letter] => {
            let out = typed.out("letter file")?;
            let kind = FileKind::of(&out).filter(|kind| matches!(kind, FileKind::Pdf | FileKind::Docx));
            let Some(kind) = kind else {
                return wrong("letter file 的文件名要以 .pdf 或者 .docx 结尾");
            };
            LetterCall::File { letter: id(letter, "letter list")?, kind, out }
        }
        _ => return Ok(None),
    }))
}

fn id(text: &str, shown_by: &str) -> Result<i64, Usage> {
    let id = text.parse().ok().filter(|id| *id > 0);
    id.ok_or_else(|| Usage::Wrong(format!("「{text}」不是编号，{shown_by} 的第一列是编号")))
}

/// A number belongs to a letter that leaves.
fn number(typed: &Typed) -> Result<Option<String>, Usage> {
    match &typed.number {
        Some(_) if !typed.issue => wrong("没有发出的文书不编文号：--number 要和 --issue 一起写"),
        number => Ok(number.clone()),
    }
}
