//! The text of a part: kept as it is typed, offered anew from the format or from another year.

use chrono::NaiveDateTime;
use domain::Failure;
use domain::format::{Format, starter};
use domain::narrative::Narrative;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Office, figures, formats, report, versions};

/// The text of a part, to be kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NarrativeDraft {
    /// Year.
    pub year: i32,
    /// Part id.
    pub part: String,
    /// The text.
    pub narrative: Narrative,
}

/// A part of a year's report.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PartOfYear {
    /// Year.
    pub year: i32,
    /// Part id.
    pub part: String,
}

/// When it was kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Saved {
    /// `YYYY-MM-DDTHH:MM:SS`
    pub saved_at: String,
}

/// The kept text of a part and when it was kept; `None` before its first edit.
///
/// # Errors
/// `narrative.unreadable` where the kept text is damaged; what the store says.
pub fn kept(office: &Office, year: i32, part: &str) -> Result<Option<(Narrative, String)>, Failure> {
    let Some((json, saved_at)) = office.store.narrative(year, part)? else { return Ok(None) };
    let narrative = serde_json::from_str(&json).map_err(|error| {
        Failure::new(
            "narrative.unreadable",
            format!("{year} 年这一部分的文字读不出来：{error}"),
            "原文仍在数据文件里；请从备份恢复，或者联系维护人员",
        )
    })?;
    Ok(Some((narrative, saved_at)))
}

fn known_part(office: &Office, year: i32, part: &str) -> Result<Format, Failure> {
    let format = formats::of_year(office, year)?;
    if format.part(part).is_none() {
        let known: Vec<_> = format.parts.iter().map(|p| p.id.as_str()).collect();
        let hint = format!("可用的部分：{}", known.join("、"));
        return Err(Failure::new("report.part", format!("{year} 年的报告没有「{part}」这一部分"), hint));
    }
    Ok(format)
}

/// `report.narrative.save`
///
/// # Errors
/// `report.part`, `narrative.level`, `narrative.too_long`; what the store says.
pub fn save(office: &mut Office, now: NaiveDateTime, draft: NarrativeDraft) -> Result<Saved, Failure> {
    versions::writable(office, draft.year)?;
    known_part(office, draft.year, &draft.part)?;
    draft.narrative.check()?;
    let json = crate::declare::write("report.narrative.save", &draft.narrative)?.to_string();
    office.store.save_narrative(draft.year, &draft.part, &json, now)?;
    Ok(Saved { saved_at: now.format("%Y-%m-%dT%H:%M:%S").to_string() })
}

/// `report.narrative.starter`
///
/// # Errors
/// `report.part`.
pub fn starter_of(office: &mut Office, _: NaiveDateTime, request: PartOfYear) -> Result<Narrative, Failure> {
    let format = known_part(office, request.year, &request.part)?;
    let profile = office.profile()?;
    let figures = figures::of_year(office, request.year)?;
    Ok(starter(&format, &request.part, &report::names(&profile, request.year), &figures))
}

/// `report.narrative.of_year`: last year's text of a part, its 「某年」 moved to this one. Its figures
/// are references and count this year by themselves.
///
/// # Errors
/// `report.part`; `narrative.none` where the other year has no text.
pub fn of_year(office: &mut Office, _: NaiveDateTime, request: TakeOver) -> Result<Narrative, Failure> {
    known_part(office, request.year, &request.part)?;
    match kept(office, request.from, &request.part)? {
        Some((narrative, _)) => Ok(narrative.moved(request.from, request.year)),
        None => Err(Failure::new(
            "narrative.none",
            format!("{} 年的报告没有写过这一部分", request.from),
            "请用起始文字，或者选别的年度",
        )),
    }
}

/// Take over a part from another year.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TakeOver {
    /// Into this year.
    pub year: i32,
    /// From this year.
    pub from: i32,
    /// Part id.
    pub part: String,
}
