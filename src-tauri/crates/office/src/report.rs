//! The report of a year: a format, its figures, its text, its title and signature.

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use domain::figure::Figure;
use domain::format::{Format, Names, starter};
use domain::narrative::{Narrative, numeral};
use domain::table::{TableFormat, TableView};
use domain::{Failure, Profile};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::formats::FormatChoice;
use crate::versions::VersionInfo;
use crate::{Office, figures, formats, narratives, versions};

/// A year.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct Year {
    /// Year.
    pub year: i32,
}

/// A part with its text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Part {
    /// Stable id.
    pub id: String,
    /// 「一、」; empty for the preamble.
    pub number: String,
    /// Heading; empty for the preamble.
    pub heading: String,
    /// What belongs here.
    pub help: String,
    /// The text.
    pub narrative: Narrative,
    /// Edited by the office; else still the starter.
    pub written: bool,
    /// Last saved.
    pub saved_at: Option<String>,
    /// Ids of the figures shown beside it.
    pub figures: Vec<String>,
    /// Ids of its tables.
    pub tables: Vec<String>,
    /// Has tables and, unless the office writes one, no text.
    pub tables_only: bool,
    /// Behind the signature, on a page of its own.
    pub annex: bool,
}

/// The report of a year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Report {
    /// Year.
    pub year: i32,
    /// Format id.
    pub format: String,
    /// Format name.
    pub format_label: String,
    /// Title on paper, in one line.
    pub title: String,
    /// Its lines where the office breaks it by hand; else one line, broken on paper.
    #[serde(default)]
    pub title_lines: Vec<String>,
    /// Who signs.
    pub signature_office: String,
    /// 成文日期
    pub signed_on: String,
    /// First day of the period.
    pub period_from: String,
    /// Last day of the period.
    pub period_to: String,
    /// In order.
    pub parts: Vec<Part>,
    /// All figures.
    pub figures: Vec<Figure>,
    /// The statutory tables, in order.
    pub tables: Vec<TableView>,
    /// How the form was chosen.
    pub format_choice: FormatChoice,
    /// Which version this is.
    pub version: VersionInfo,
    /// The office says that every disclosed item has its category.
    pub categories_complete: bool,
    /// Locked years are read-only.
    pub locked: bool,
}

/// Title and date of a report.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SettingsDraft {
    /// Year.
    pub year: i32,
    /// Title on paper; a new line breaks it there.
    pub title: String,
    /// 成文日期, `YYYY-MM-DD`.
    pub signed_on: String,
    /// Every disclosed item has its category.
    #[serde(default)]
    pub categories_complete: bool,
}

/// `report.show`
///
/// # Errors
/// `format.none`; what the store says.
pub fn show(office: &mut Office, now: NaiveDateTime, request: Year) -> Result<Report, Failure> {
    of_year(office, now, request.year)
}

/// The report as it stands at this moment; a locked one as it was frozen.
///
/// # Errors
/// As [`show`].
pub fn of_year(office: &Office, now: NaiveDateTime, year: i32) -> Result<Report, Failure> {
    if let Some(frozen) = versions::frozen_report(office, year)? {
        return Ok(frozen);
    }
    let format = formats::of_year(office, year)?;
    let profile = office.profile()?;
    let figures = figures::of_year(office, year)?;
    let names = names(&profile, year);
    let settings = office.store.report_settings(year)?.unwrap_or_default();
    let parts = parts(office, year, &format, &names, &figures)?;
    let default_title = names.fill(&format.title, &format);
    let default_date = default_date(now, &profile, year).to_string();
    let (title, signed_on) = (settings.title, settings.signed_on);
    let title_lines = lines(if title.is_empty() { &default_title } else { &title });
    Ok(Report {
        year,
        format: format.id.clone(),
        format_label: format.label.clone(),
        title: title_lines.concat(),
        title_lines,
        signature_office: profile.name.clone(),
        signed_on: Some(signed_on).filter(|d| !d.is_empty()).unwrap_or(default_date),
        period_from: format!("{year}-01-01"),
        period_to: format!("{year}-12-31"),
        parts,
        figures,
        tables: format.tables.iter().map(TableFormat::view).collect(),
        format_choice: formats::choice(office, year, &format)?,
        version: versions::info(office, year)?,
        categories_complete: settings.categories_complete,
        locked: false,
    })
}

fn parts(
    office: &Office,
    year: i32,
    format: &Format,
    names: &Names<'_>,
    figures: &[Figure],
) -> Result<Vec<Part>, Failure> {
    let mut number = 0;
    let mut parts = Vec::with_capacity(format.parts.len());
    for part in &format.parts {
        let numbered = !part.heading.is_empty() && !part.annex;
        number += u32::from(numbered);
        let kept = narratives::kept(office, year, &part.id)?;
        let written = kept.is_some();
        let (narrative, saved_at) = match kept {
            Some((narrative, saved_at)) => (narrative, Some(saved_at)),
            None => (starter(format, &part.id, names, figures), None),
        };
        let own = |figure: &&Figure| figure.part == part.id && figure.place.is_none();
        parts.push(Part {
            id: part.id.clone(),
            number: if numbered { format!("{}、", numeral(number)) } else { String::new() },
            heading: part.heading.clone(),
            help: part.help.clone(),
            narrative,
            written,
            saved_at,
            figures: figures.iter().filter(own).map(|f| f.id.clone()).collect(),
            tables: format.tables.iter().filter(|t| t.part == part.id).map(|t| t.id.clone()).collect(),
            tables_only: part.tables_only,
            annex: part.annex,
        });
    }
    Ok(parts)
}

/// The names a report is written with.
pub fn names(profile: &Profile, year: i32) -> Names<'_> {
    Names {
        office: if profile.name.is_empty() { "本机关" } else { &profile.name },
        short: &profile.short,
        self_name: &profile.self_name,
        county: &profile.county,
        year,
    }
}

/// Today while the report is being written; never before the period's end and never after the day
/// it is to be filed.
fn default_date(now: NaiveDateTime, profile: &Profile, year: i32) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(year.saturating_add(1), 1, 1).unwrap_or(now.date());
    now.date().clamp(first, profile.filing_date(year).max(first))
}

/// Characters; three lines of a title on paper.
const LONGEST_TITLE: usize = 100;
/// Lines that a title is broken into by hand. More would push the text off the first page.
const MOST_LINES: usize = 5;

/// A title's lines, none of them empty.
fn lines(title: &str) -> Vec<String> {
    title.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// `report.settings.save`
///
/// # Errors
/// `report.settings` for an empty title, a day that does not exist or one before the period's end.
pub fn save_settings(
    office: &mut Office,
    now: NaiveDateTime,
    draft: SettingsDraft,
) -> Result<Report, Failure> {
    let wrong = |field: &str, message: &str, hint: &str| {
        let fields = [(field.to_owned(), message.to_owned())].into();
        Err(Failure::new("report.settings", message, hint).with_fields(fields))
    };
    let lines = lines(&draft.title);
    let title = lines.join("\n");
    if lines.len() > MOST_LINES {
        return wrong("title", "标题最多分成 5 行", "请少分几行；不分行的，由程序分成长短相宜的几行");
    }
    if title.is_empty() {
        return wrong("title", "报告要有标题", "请填写标题，例如：××乡2018年政府信息公开工作年度报告");
    }
    if title.chars().count() > LONGEST_TITLE {
        return wrong("title", "标题太长，最多 100 字", "请把标题缩短");
    }
    let Ok(signed_on) = NaiveDate::parse_from_str(draft.signed_on.trim(), "%Y-%m-%d") else {
        return wrong("signed_on", "成文日期不是日期", "请写成 2019-01-20 这样的日期");
    };
    if signed_on.year() <= draft.year {
        return wrong("signed_on", "成文日期早于统计期限的最后一天（12月31日）", "请填次年的日期");
    }
    versions::writable(office, draft.year)?;
    let format = formats::of_year(office, draft.year)?.id;
    let kept = office.store.report_settings(draft.year)?.unwrap_or_default();
    let settings = store::ReportSettings {
        title,
        signed_on: signed_on.to_string(),
        format,
        format_reason: kept.format_reason,
        categories_complete: draft.categories_complete,
    };
    office.store.save_report_settings(draft.year, &settings, now)?;
    of_year(office, now, draft.year)
}
