//! The check sheet of a year: what the rules find, what the office says of it, and how each part stands.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use domain::Failure;
use domain::figure::Figure;
use domain::format::Format;
use domain::reading::{self, Known};
use domain::rules::{self, Finding, Place, Severity};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::report::Year;
use crate::{Office, counting, dossiers, formats, versions};

/// What the office says of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Waiver {
    /// The words.
    pub note: String,
    /// `YYYY-MM-DDTHH:MM:SS`
    pub at: String,
    /// Who kept the records at the time; may be empty.
    pub by: String,
}

/// A finding with what the office says of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Checked {
    /// The finding.
    pub finding: Finding,
    /// The part it is in, where it is in one.
    pub part: Option<String>,
    /// 情况说明
    pub waiver: Option<Waiver>,
}

/// How a part stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartState {
    /// Nobody has worked on it.
    Empty,
    /// Something in it is wrong.
    Errors,
    /// Something in it may be wrong.
    Warnings,
    /// Nothing to say.
    Done,
}

/// The mark beside a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartMark {
    /// Part id.
    pub part: String,
    /// How it stands.
    pub state: PartState,
    /// Errors in it that nobody has explained.
    pub errors: u32,
    /// Warnings in it that nobody has explained.
    pub warnings: u32,
    /// What is missing, a sentence each.
    pub missing: Vec<String>,
}

/// An explanation that may stand in the report as a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Offer {
    /// Key of the finding it explains.
    pub key: String,
    /// Part it is offered for.
    pub part: String,
    /// The sentence.
    pub sentence: String,
}

/// What the rules find in a year's report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckSheet {
    /// Year.
    pub year: i32,
    /// Errors first.
    pub findings: Vec<Checked>,
    /// How many errors.
    pub errors: u32,
    /// Errors without a 情况说明.
    pub open_errors: u32,
    /// How many warnings.
    pub warnings: u32,
    /// How many hints.
    pub hints: u32,
    /// A mark a part, in order.
    pub parts: Vec<PartMark>,
    /// Sentences for the part on problems.
    pub offers: Vec<Offer>,
}

/// A 情况说明 to be kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WaiverDraft {
    /// Year.
    pub year: i32,
    /// The finding's key.
    pub key: String,
    /// The words.
    pub note: String,
}

/// A finding of a year.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FindingOfYear {
    /// Year.
    pub year: i32,
    /// The finding's key.
    pub key: String,
}

/// `report.check`
///
/// # Errors
/// What the store says; `format.none`.
pub fn run(office: &mut Office, now: NaiveDateTime, request: Year) -> Result<CheckSheet, Failure> {
    of_year(office, now, request.year)
}

/// The check sheet of a year as it stands; a locked year's as it was when it was locked.
///
/// # Errors
/// As [`run`].
pub fn of_year(office: &Office, now: NaiveDateTime, year: i32) -> Result<CheckSheet, Failure> {
    if let Some(snapshot) = versions::newest_snapshot(office, year)? {
        return Ok(snapshot.sheet.clone());
    }
    let findings = dossiers::findings(office, now, year)?;
    sheet_of(office, year, findings)
}

/// What the rules find in the text of any report: its year, form and office are read from it, unless they
/// are named.
///
/// # Errors
/// `reading.year`, `format.unknown`, `format.none`.
pub fn of_text(text: &str, year: Option<i32>, format: Option<&str>) -> Result<CheckSheet, Failure> {
    let dossier = reading::read(text, Known { year, format, ..Known::default() })?;
    let findings = rules::run(&dossier);
    let part_of = dossier.figures.iter().map(|f| (f.id.as_str(), f.part.as_str())).collect();
    let findings: Vec<Checked> =
        findings.into_iter().map(|f| checked(f, &part_of, &BTreeMap::new())).collect();
    Ok(counted(dossier.year, findings))
}

/// A sheet without marks and offers.
fn counted(year: i32, findings: Vec<Checked>) -> CheckSheet {
    let count = |severity: Severity, open: bool| {
        let of = findings.iter().filter(|c| c.finding.severity == severity && !(open && c.waiver.is_some()));
        u32::try_from(of.count()).unwrap_or(u32::MAX)
    };
    CheckSheet {
        year,
        errors: count(Severity::Error, false),
        open_errors: count(Severity::Error, true),
        warnings: count(Severity::Warning, false),
        hints: count(Severity::Hint, false),
        parts: Vec::new(),
        offers: Vec::new(),
        findings,
    }
}

fn checked(finding: Finding, part_of: &BTreeMap<&str, &str>, waivers: &BTreeMap<String, Waiver>) -> Checked {
    Checked { part: part(&finding, part_of), waiver: waivers.get(&finding.key).cloned(), finding }
}

/// The sheet of some findings.
pub(crate) fn sheet_of(office: &Office, year: i32, findings: Vec<Finding>) -> Result<CheckSheet, Failure> {
    let format = formats::of_year(office, year)?;
    let figures = counting::of_year(office, year)?;
    let mut waivers: BTreeMap<String, Waiver> = BTreeMap::new();
    for kept in office.store.waivers(year)? {
        waivers.insert(kept.key, Waiver { note: kept.note, at: kept.at, by: kept.by });
    }
    let part_of: BTreeMap<&str, &str> =
        figures.iter().map(|figure| (figure.id.as_str(), figure.part.as_str())).collect();
    let findings: Vec<Checked> = findings.into_iter().map(|f| checked(f, &part_of, &waivers)).collect();
    let parts = marks(office, year, &format, &figures, &findings)?;
    let offers = offers(&format, &findings);
    Ok(CheckSheet { parts, offers, ..counted(year, findings) })
}

/// The part of the first place that lies in one.
fn part(finding: &Finding, part_of: &BTreeMap<&str, &str>) -> Option<String> {
    finding.places.iter().find_map(|place| match place {
        Place::Figure { id } => part_of.get(id.as_str()).map(|part| (*part).to_owned()),
        Place::Text { part, .. } => Some(part.clone()),
        Place::Records { .. } | Place::Record { .. } | Place::Setting { .. } => None,
    })
}

fn marks(
    office: &Office,
    year: i32,
    format: &Format,
    figures: &[Figure],
    findings: &[Checked],
) -> Result<Vec<PartMark>, Failure> {
    let written = office.store.narratives(year)?;
    let mark = |part: &domain::format::PartFormat| {
        let open = |severity| {
            let of = findings.iter().filter(|c| {
                c.part.as_deref() == Some(&part.id) && c.finding.severity == severity && c.waiver.is_none()
            });
            of.collect::<Vec<_>>()
        };
        let (errors, warnings) = (open(Severity::Error), open(Severity::Warning));
        let cells: Vec<&Figure> = figures.iter().filter(|f| f.place.is_some() && f.part == part.id).collect();
        let said = written.iter().any(|w| w.part == part.id);
        let blank = cells.iter().filter(|f| f.value == domain::Quantity::Blank && f.sum.is_empty()).count();
        let mut missing = Vec::new();
        if !said && !part.tables_only {
            missing.push("文字还是起始文字，没有改过".to_owned());
        }
        if blank > 0 {
            missing.push(format!("有 {blank} 格没有填（没有的填 0）"));
        }
        let state = if !errors.is_empty() {
            PartState::Errors
        } else if !said && !part.tables_only {
            PartState::Empty
        } else if !warnings.is_empty() || blank > 0 {
            PartState::Warnings
        } else {
            PartState::Done
        };
        let number = |list: &[&Checked]| u32::try_from(list.len()).unwrap_or(u32::MAX);
        let (errors_n, warnings_n) = (number(&errors), number(&warnings));
        missing.extend(errors.iter().chain(&warnings).map(|c| c.finding.message.clone()));
        PartMark { part: part.id.clone(), state, errors: errors_n, warnings: warnings_n, missing }
    };
    Ok(format.parts.iter().map(mark).collect())
}

/// Explanations of a change against last year, offered as sentences for the part on problems.
fn offers(format: &Format, findings: &[Checked]) -> Vec<Offer> {
    if format.part("problems").is_none() {
        return Vec::new();
    }
    let explained = findings.iter().filter(|c| c.finding.rule == "year.change");
    let offer = |checked: &Checked| {
        let note = checked.waiver.as_ref()?.note.trim().trim_end_matches(['。', '；', '，']).to_owned();
        (!note.is_empty()).then(|| Offer {
            key: checked.finding.key.clone(),
            part: "problems".to_owned(),
            sentence: sentence(&checked.finding, &note),
        })
    };
    explained.filter_map(offer).collect()
}

/// 「与上年相比，……由 4 件变为 9 件，主要原因是……。」
fn sentence(finding: &Finding, note: &str) -> String {
    let reason = note.trim_start_matches("因为").trim_start_matches("由于").trim_start_matches("主要原因是");
    match finding.sides.as_ref() {
        Some((this, last)) => {
            let what = this.label.trim_start_matches("本年");
            format!("{what}由上年的{}变为{}，主要原因是{reason}。", last.value, this.value)
        }
        None => format!("与上年相比变化较大，主要原因是{reason}。"),
    }
}

/// `check.waive`
///
/// # Errors
/// `waiver.empty`; `finding.gone` where no such finding stands any more; `report.locked`.
pub fn waive(office: &mut Office, now: NaiveDateTime, draft: WaiverDraft) -> Result<CheckSheet, Failure> {
    versions::writable(office, draft.year)?;
    let note = draft.note.trim();
    if note.is_empty() {
        return Err(Failure::new(
            "waiver.empty",
            "情况说明还没有写",
            "写清为什么这样填是对的，例如：上年漏计 1 件，已与县政务公开办核对",
        ));
    }
    let findings = dossiers::findings(office, now, draft.year)?;
    if findings.iter().all(|finding| finding.key != draft.key) {
        return Err(Failure::new(
            "finding.gone",
            "这一条校验结果已经变了，情况说明没有存上",
            "数据可能刚刚改过；请看一看新的校验结果，需要的话再写",
        ));
    }
    office.store.waive(draft.year, &draft.key, note, now)?;
    of_year(office, now, draft.year)
}

/// `check.unwaive`
///
/// # Errors
/// `report.locked`; what the store says.
pub fn unwaive(
    office: &mut Office,
    now: NaiveDateTime,
    request: FindingOfYear,
) -> Result<CheckSheet, Failure> {
    versions::writable(office, request.year)?;
    office.store.unwaive(request.year, &request.key)?;
    of_year(office, now, request.year)
}
