//! What is to become of personal data before 报送稿 or 公开稿 leaves: every finding is masked on paper or kept
//! with a reason. A decision holds while the same is found in the same place.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDateTime;
use domain::Failure;
use domain::privacy::PersonalKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Exposure, exposures, look};
use crate::editions::{self, Edition};
use crate::report::Report;
use crate::report_file::Paper;
use crate::versions::{self, VersionOfYear};
use crate::{Office, report_file};

/// So many findings are named in a message; the screen lists all.
const NAMED: usize = 5;

/// What becomes of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PersonalChoice {
    /// Masked on paper; the text stays.
    Mask,
    /// Printed as it is, for a reason.
    Keep,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonalDecision {
    /// What.
    pub choice: PersonalChoice,
    /// Why it is kept; empty where it is masked.
    pub reason: String,
    /// `YYYY-MM-DDTHH:MM:SS`.
    pub at: String,
    /// The office's 拟稿人 at the time; may be empty.
    pub by: String,
}

/// Personal data in an edition, with what was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonalFinding {
    /// Names what was found and where, without saying it.
    pub key: String,
    /// Part id; `None` where it is no part's text: the title, 附注.
    pub part: Option<String>,
    /// Where, in words.
    pub place: String,
    /// What it is.
    pub kind: PersonalKind,
    /// What it is, in words.
    pub kind_label: String,
    /// The words around it, masked.
    pub quote: String,
    /// Itself, masked.
    pub masked: String,
    /// How often it stands there.
    pub times: u32,
    /// What was decided; `None`: nothing yet.
    pub decision: Option<PersonalDecision>,
}

/// A decision to be kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PersonalDraft {
    /// Which edition of which report.
    pub paper: Paper,
    /// The finding's key.
    pub key: String,
    /// What; `None` takes the decision back.
    pub choice: Option<PersonalChoice>,
    /// Why it is kept.
    #[serde(default)]
    pub reason: String,
}

/// `personal.list`: what the edition says of persons, in the order of its pages. The report itself stays in the
/// office, so nothing is asked of it.
///
/// # Errors
/// `report.version`; what the store says.
pub fn list(
    office: &mut Office,
    now: NaiveDateTime,
    request: Paper,
) -> Result<Vec<PersonalFinding>, Failure> {
    let report = report_file::report(office, now, request)?;
    of(office, &report, request)
}

fn of(office: &Office, report: &Report, paper: Paper) -> Result<Vec<PersonalFinding>, Failure> {
    let found = match paper.edition {
        Edition::Report => Vec::new(),
        Edition::Public => look(report),
        Edition::Filing => {
            let mut found = look(report);
            let note = editions::note(&office.profile()?, &editions::settings(office, paper.year)?);
            found.extend(exposures(editions::NOTE, &note));
            found
        }
    };
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let kept = office.store.personal_decisions(paper.year)?;
    let mut decisions: BTreeMap<String, PersonalDecision> = kept
        .into_iter()
        .map(|kept| {
            let choice = if kept.masked { PersonalChoice::Mask } else { PersonalChoice::Keep };
            (kept.key, PersonalDecision { choice, reason: kept.reason, at: kept.at, by: kept.by })
        })
        .collect();
    let mut findings: Vec<PersonalFinding> = Vec::new();
    for exposure in found {
        match findings.iter_mut().find(|finding| finding.key == exposure.key) {
            Some(same) => same.times += 1,
            None => {
                let decision = decisions.remove(&exposure.key);
                findings.push(finding(exposure, report, decision));
            }
        }
    }
    Ok(findings)
}

fn finding(exposure: Exposure, report: &Report, decision: Option<PersonalDecision>) -> PersonalFinding {
    let part = report.parts.iter().find(|part| part.id == exposure.part);
    let place = match part {
        Some(part) if part.heading.is_empty() => "引言".to_owned(),
        Some(part) => format!("{}{}", part.number, part.heading),
        None if exposure.part == editions::NOTE => "附注".to_owned(),
        None => "标题".to_owned(),
    };
    PersonalFinding {
        key: exposure.key,
        part: part.map(|part| part.id.clone()),
        place,
        kind: exposure.kind,
        kind_label: exposure.kind.label().to_owned(),
        quote: exposure.quote,
        masked: exposure.masked,
        times: 1,
        decision,
    }
}

/// `personal.decide`. A year that is locked is published all the same, so its findings are decided too.
///
/// # Errors
/// `personal.reason` for something kept without a reason; `personal.gone` where it is no longer there; what the
/// store says.
pub fn decide(
    office: &mut Office,
    now: NaiveDateTime,
    draft: PersonalDraft,
) -> Result<Vec<PersonalFinding>, Failure> {
    let PersonalDraft { paper, key, choice, reason } = draft;
    let reason = reason.trim();
    if !list(office, now, paper)?.iter().any(|finding| finding.key == key) {
        return Err(Failure::new(
            "personal.gone",
            "这一处已经不在报告里，没有保存",
            "文字刚刚改过；请看新的列表",
        ));
    }
    match choice {
        Some(PersonalChoice::Keep) if reason.is_empty() => {
            let fields = [("reason".to_owned(), "请写明保留的理由".to_owned())].into();
            return Err(Failure::new(
                "personal.reason",
                "保留个人信息要写明理由，没有保存",
                "例如：系公务联系电话",
            )
            .with_fields(fields));
        }
        Some(choice) => {
            let masked = choice == PersonalChoice::Mask;
            let reason = if masked { "" } else { reason };
            office.store.decide_personal(paper.year, &key, masked, reason, now)?;
        }
        None => office.store.forget_personal(paper.year, &key)?,
    }
    forget_the_gone(office, now, paper.year)?;
    list(office, now, paper)
}

/// Decisions on what no text of the year says any more are dropped: not even a hash outlives the data.
fn forget_the_gone(office: &mut Office, now: NaiveDateTime, year: i32) -> Result<(), Failure> {
    let paper = Paper { year, version: None, edition: Edition::Filing };
    let mut present: BTreeSet<String> = list(office, now, paper)?.into_iter().map(|f| f.key).collect();
    for version in office.store.versions(year)?.iter().filter(|version| version.sha256.is_some()) {
        let frozen = versions::show(office, now, VersionOfYear { year, version: version.number })?;
        present.extend(look(&frozen).into_iter().map(|exposure| exposure.key));
    }
    for kept in office.store.personal_decisions(year)? {
        if !present.contains(&kept.key) {
            office.store.forget_personal(year, &kept.key)?;
        }
    }
    Ok(())
}

/// The keys of what is masked in a year's papers.
///
/// # Errors
/// What the store says.
pub(crate) fn masks(office: &Office, year: i32) -> Result<BTreeSet<String>, Failure> {
    let kept = office.store.personal_decisions(year)?;
    Ok(kept.into_iter().filter(|kept| kept.masked).map(|kept| kept.key).collect())
}

/// Whether an edition may leave: everything found in it is decided.
///
/// # Errors
/// `report.personal` with the list of what is not; what the store says.
pub(crate) fn settled(office: &Office, report: &Report, paper: Paper) -> Result<(), Failure> {
    let open = of(office, report, paper)?;
    let open: Vec<&PersonalFinding> = open.iter().filter(|finding| finding.decision.is_none()).collect();
    let Some(first) = open.first() else { return Ok(()) };
    let said = |finding: &&PersonalFinding| {
        format!("{}「{}」（{}）", finding.place, finding.quote, finding.kind_label)
    };
    let named: Vec<String> = open.iter().take(NAMED).map(said).collect();
    let more = if open.len() > NAMED { "等" } else { "" };
    let edition = paper.edition.label();
    let message =
        format!("{edition}里有 {} 处个人信息还没有处理，没有导出：{}{more}", open.len(), named.join("；"));
    let hint = format!("请在预览的「{edition}」里逐处处理：到正文里改掉、在纸上打码，或者写明理由保留");
    let part = first.part.clone().unwrap_or_default();
    Err(Failure::new("report.personal", message, hint).with_fields([("part".to_owned(), part)].into()))
}
