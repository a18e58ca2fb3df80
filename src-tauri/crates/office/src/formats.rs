//! Which form a year's report is in: the one the year calls for, or another one chosen with a reason.

use chrono::NaiveDateTime;
use domain::Failure;
use domain::format::Format;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::report::{self, Report};
use crate::{Office, versions};

/// A form to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormatOption {
    /// `2021`
    pub id: String,
    /// Name.
    pub label: String,
    /// The document that prescribes it; may be empty.
    pub basis: String,
    /// First year it is for.
    pub from_year: i32,
}

/// The form of a year and how it came to be that one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormatChoice {
    /// Every form there is.
    pub options: Vec<FormatOption>,
    /// Id of the form that the year calls for.
    pub due: String,
    /// Why another was chosen; empty where it was not.
    pub reason: String,
    /// What to think of where another was chosen.
    pub warning: Option<String>,
}

/// Choose a form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FormatDraft {
    /// Year.
    pub year: i32,
    /// Format id.
    pub format: String,
    /// Why; needed for another form than the year calls for.
    pub reason: String,
}

/// The form of a year's report.
///
/// # Errors
/// `format.none`; what the store says.
pub fn of_year(office: &Office, year: i32) -> Result<Format, Failure> {
    let settings = office.store.report_settings(year)?.filter(|s| !s.format_reason.is_empty());
    match settings {
        Some(settings) => Ok(Format::by_id(&settings.format)?.for_year(year)),
        None => Format::of_year(year),
    }
}

/// How the year's form came to be chosen.
///
/// # Errors
/// As [`of_year`].
pub fn choice(office: &Office, year: i32, format: &Format) -> Result<FormatChoice, Failure> {
    let due = Format::of_year(year)?;
    let reason = office.store.report_settings(year)?.map(|s| s.format_reason).unwrap_or_default();
    let options = Format::embedded()?.into_iter().map(|f| FormatOption {
        id: f.id,
        label: f.label,
        basis: f.basis,
        from_year: f.from_year,
    });
    let warning = (due.id != format.id).then(|| {
        let basis = if due.basis.is_empty() { String::new() } else { format!("（{}）", due.basis) };
        format!("{year} 年应当用「{}」{basis}，现在用的是「{}」", due.label, format.label)
    });
    Ok(FormatChoice { options: options.collect(), due: due.id, reason, warning })
}

/// `report.format`
///
/// # Errors
/// `format.reason` without a reason, `format.unknown`, `report.locked`.
pub fn choose(office: &mut Office, now: NaiveDateTime, draft: FormatDraft) -> Result<Report, Failure> {
    versions::writable(office, draft.year)?;
    let chosen = Format::by_id(&draft.format)?;
    let due = Format::of_year(draft.year)?;
    let reason = if chosen.id == due.id { "" } else { draft.reason.trim() };
    if chosen.id != due.id && reason.is_empty() {
        let fields = [("reason".to_owned(), "请写明理由".to_owned())].into();
        return Err(Failure::new(
            "format.reason",
            format!("{} 年应当用「{}」，换用别的格式要写明理由", draft.year, due.label),
            "例如：县里要求沿用原表",
        )
        .with_fields(fields));
    }
    let mut settings = office.store.report_settings(draft.year)?.unwrap_or_default();
    settings.format = chosen.id;
    settings.format_reason = reason.to_owned();
    office.store.save_report_settings(draft.year, &settings, now)?;
    report::of_year(office, now, draft.year)
}
