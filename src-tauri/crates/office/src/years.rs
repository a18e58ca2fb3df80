//! The years side by side, and beginning a new one.

use chrono::NaiveDateTime;
use domain::Failure;
use domain::format::Format;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::report::Year;
use crate::{Office, figures, formats, versions};

/// A main figure of a year.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MainFigure {
    /// Figure id.
    pub id: String,
    /// Name.
    pub label: String,
    /// Unit.
    pub unit: String,
    /// As text.
    pub text: String,
}

/// A year in the comparison.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct YearSummary {
    /// Year.
    pub year: i32,
    /// Format name.
    pub format_label: String,
    /// Locked.
    pub locked: bool,
    /// Which version the report is.
    pub version: u32,
    /// When it was locked.
    pub locked_at: Option<String>,
    /// Parts with a text of their own.
    pub parts_written: u32,
    /// Parts in all.
    pub parts: u32,
    /// Last edit of the report.
    pub edited_at: Option<String>,
    /// The main figures, the same for every year.
    pub figures: Vec<MainFigure>,
}

/// What is compared over the years.
const MAIN: &[&str] = &[
    "disclosure.total",
    "disclosure.category.news",
    "disclosure.category.policy",
    "disclosure.category.notice",
    "disclosure.category.publicity",
    "disclosure.channel.board",
    "disclosure.new_media",
    "application.total",
    "application.decided",
    "inquiry.total",
    "complaint.total",
    "dispute.reconsideration",
    "dispute.litigation",
    "hotline.total",
    "activity.training",
    "activity.publicity",
    "fee.amount",
];

/// Years with records or a report, newest first.
///
/// # Errors
/// What the store says.
pub fn newest_first(office: &Office) -> Result<Vec<i32>, Failure> {
    let mut years = office.store.years()?;
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    Ok(years)
}

/// `years.list`
///
/// # Errors
/// What the store says.
pub fn list(office: &mut Office, _: NaiveDateTime, (): ()) -> Result<Vec<YearSummary>, Failure> {
    let mut summaries = Vec::new();
    for year in newest_first(office)? {
        // Records from before the decree have no report; they stay in the ledgers.
        let Ok(format) = formats::of_year(office, year) else { continue };
        let version = versions::info(office, year)?;
        let all = figures::of_year(office, year)?;
        let main = MAIN.iter().filter_map(|id| all.iter().find(|f| &f.id == id)).map(|f| MainFigure {
            id: f.id.clone(),
            label: f.label.clone(),
            unit: f.unit.clone(),
            text: f.text.clone(),
        });
        let narratives = office.store.narratives(year)?;
        // What consists of tables needs no words.
        let worded = || format.parts.iter().filter(|p| !p.tables_only);
        let written = worded().filter(|p| narratives.iter().any(|n| n.part == p.id)).count();
        summaries.push(YearSummary {
            year,
            format_label: format.label.clone(),
            locked: version.locked_at.is_some(),
            version: version.number,
            locked_at: version.locked_at,
            parts_written: u32::try_from(written).unwrap_or_default(),
            parts: u32::try_from(worded().count()).unwrap_or_default(),
            edited_at: narratives.iter().map(|n| n.saved_at.clone()).max(),
            figures: main.collect(),
        });
    }
    Ok(summaries)
}

/// `years.open`: begins a year.
///
/// # Errors
/// `format.none` for a year without a format, `year.far` for one that lies too far ahead.
pub fn open(office: &mut Office, now: NaiveDateTime, request: Year) -> Result<(), Failure> {
    Format::of_year(request.year)?;
    if request.year > chrono::Datelike::year(&now) + 1 {
        return Err(Failure::new("year.far", format!("{} 年还早", request.year), "最多可以提前一年开始"));
    }
    office.store.open_year(request.year, now)
}
