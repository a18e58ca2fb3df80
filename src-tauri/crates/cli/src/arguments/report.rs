//! `report …`: a year's report.

use std::path::PathBuf;

use office::editions::Edition;
use office::report_file::FileKind;

use super::options::Typed;
use super::{Usage, wanted, wrong};

/// What to do with a year's report.
#[derive(Debug, PartialEq, Eq)]
pub enum ReportCall {
    /// Lock a year.
    Lock {
        /// Year.
        year: i32,
    },
    /// Open a correction.
    Reopen {
        /// Year.
        year: i32,
        /// Why.
        reason: String,
    },
    /// The versions of a year's report.
    Versions {
        /// Year.
        year: i32,
    },
    /// The report's words and figures.
    Show {
        /// Year.
        year: i32,
        /// A locked version.
        version: Option<u32>,
    },
    /// The report as a file.
    File {
        /// Year.
        year: i32,
        /// A locked version.
        version: Option<u32>,
        /// Which edition.
        edition: Edition,
        /// Which kind.
        kind: FileKind,
        /// File to write.
        out: PathBuf,
    },
}

/// The command behind `report`; none where there is no such command.
pub(super) fn call(words: &[&str], typed: &Typed) -> Result<Option<ReportCall>, Usage> {
    Ok(Some(match words {
        ["lock"] => ReportCall::Lock { year: typed.year()? },
        ["reopen"] => {
            ReportCall::Reopen { year: typed.year()?, reason: wanted(typed.reason.as_ref(), "--reason")? }
        }
        ["versions"] => ReportCall::Versions { year: typed.year()? },
        ["show"] => ReportCall::Show { year: typed.year()?, version: version(typed)? },
        [kind] => match FileKind::named(kind) {
            Some(FileKind::Html) if typed.edition == Edition::Filing => {
                return wrong("报送稿没有网页，网页只有公开稿：请写 --edition public");
            }
            Some(kind) => file(kind, typed)?,
            None => return Ok(None),
        },
        _ => return Ok(None),
    }))
}

fn file(kind: FileKind, typed: &Typed) -> Result<ReportCall, Usage> {
    Ok(ReportCall::File {
        year: typed.year()?,
        version: version(typed)?,
        edition: typed.edition,
        kind,
        out: typed.out(&format!("report {}", kind.extension()))?,
    })
}

/// Versions are counted from 1.
fn version(typed: &Typed) -> Result<Option<u32>, Usage> {
    match typed.version {
        Some(0) => wrong("「0」不是版次，请写成 --version 1"),
        version => Ok(version),
    }
}
