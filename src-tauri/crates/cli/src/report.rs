//! `report …`: a year's report shown, locked, written as a file.

use chrono::NaiveDateTime;
use office::report::Year;
use office::report_file::{FileRequest, Paper};
use office::versions::{Correction, VersionOfYear};
use office::{Failure, Office};

use crate::arguments::ReportCall;
use crate::{output, written};

/// Does what was asked, and says what came of it.
pub fn answer(
    office: &mut Office,
    asked: &ReportCall,
    as_json: bool,
    now: NaiveDateTime,
) -> Result<String, Failure> {
    match asked {
        ReportCall::Show { year, version } => {
            let report = match version {
                None => office::report::show(office, now, Year { year: *year })?,
                Some(version) => {
                    office::versions::show(office, now, VersionOfYear { year: *year, version: *version })?
                }
            };
            if as_json { output::json(&report) } else { Ok(output::report(&report)) }
        }
        ReportCall::File { year, version, edition, kind, out } => {
            let paper = Paper { year: *year, version: *version, edition: *edition };
            let made = office::report_file::file(office, now, FileRequest { paper, kind: *kind })?;
            written(out, &made.bytes, made.pages)
        }
        ReportCall::Lock { year } => {
            let report = office::versions::lock(office, now, Year { year: *year })?;
            Ok(output::locked(&report))
        }
        ReportCall::Reopen { year, reason } => {
            let draft = Correction { year: *year, reason: reason.clone() };
            let report = office::versions::reopen(office, now, draft)?;
            Ok(format!("{year} 年报告第 {} 版已开始更正，原来的版本保留不变\n", report.version.number))
        }
        ReportCall::Versions { year } => {
            let versions = office::versions::list(office, now, Year { year: *year })?;
            if as_json { output::json(&versions) } else { Ok(output::versions(&versions)) }
        }
    }
}
