//! How long personal data is kept, and erasing what is past its time.

use chrono::NaiveDateTime;
use domain::Failure;
use domain::retention::{DEFAULT_YEARS, MOST_YEARS, ended_before, kept_until};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Office;

const SETTING: &str = "retention";

/// How long personal data is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Retention {
    /// Years after a case has ended; 0: for ever.
    pub years: u32,
}

/// A record whose personal data is past its time.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ExpiredRecord {
    /// Ledger id.
    pub ledger: String,
    /// Its name.
    pub ledger_label: String,
    /// Record id.
    #[ts(type = "number")]
    pub id: i64,
    /// What names it; no personal data.
    pub title: String,
    /// When its case ended.
    pub ended_on: String,
    /// Until when it was to be kept.
    pub kept_until: String,
    /// Files attached to it, erased with it.
    #[ts(type = "number")]
    pub files: usize,
    /// Letters whose words are erased with it.
    pub letters: u32,
}

/// The time, and what is past it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RetentionView {
    /// Years after a case has ended; 0: for ever.
    pub years: u32,
    /// What can be erased today, the oldest first.
    pub expired: Vec<ExpiredRecord>,
}

/// Records to be erased.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ErasureRequest {
    /// Ledger and record id of each, as they were listed.
    pub records: Vec<crate::records::RecordId>,
}

/// `privacy.retention`
///
/// # Errors
/// What the store says.
pub fn show(office: &mut Office, now: NaiveDateTime, (): ()) -> Result<RetentionView, Failure> {
    let years = years(office)?;
    if years == 0 {
        return Ok(RetentionView { years, expired: Vec::new() });
    }
    let expired =
        office.store.expired(ended_before(now.date(), years))?.into_iter().map(|one| ExpiredRecord {
            ledger_label: domain::ledgers::ledger(&one.ledger)
                .map_or(one.ledger.clone(), |l| l.label.to_owned()),
            ledger: one.ledger,
            id: one.id,
            title: one.title,
            ended_on: one.ended_on.to_string(),
            kept_until: kept_until(one.ended_on, years).to_string(),
            files: one.files,
            letters: one.letters,
        });
    Ok(RetentionView { years, expired: expired.collect() })
}

/// `privacy.retention.save`
///
/// # Errors
/// `privacy.years` for a time that is too long; what the store says.
pub fn save(office: &mut Office, now: NaiveDateTime, request: Retention) -> Result<RetentionView, Failure> {
    if request.years > MOST_YEARS {
        let why = format!("保存期限最长 {MOST_YEARS} 年，0 表示一直保存");
        let fields = [("years".to_owned(), why.clone())].into();
        return Err(Failure::new(
            "privacy.years",
            format!("没有保存：{why}"),
            "请按本单位的档案保管期限填写",
        )
        .with_fields(fields));
    }
    office.store.keep_setting(0, SETTING, &request.years.to_string(), now)?;
    show(office, now, ())
}

/// `privacy.erase`: erases what was listed and is still past its time. It cannot be taken back.
///
/// # Errors
/// What the store says.
pub fn erase(
    office: &mut Office,
    now: NaiveDateTime,
    request: ErasureRequest,
) -> Result<RetentionView, Failure> {
    let years = years(office)?;
    if years > 0 {
        let wanted: Vec<_> = request.records.into_iter().map(|one| (one.ledger, one.id)).collect();
        office.store.erase(&wanted, ended_before(now.date(), years), now)?;
    }
    show(office, now, ())
}

fn years(office: &Office) -> Result<u32, Failure> {
    Ok(office.store.setting(0, SETTING)?.and_then(|years| years.parse().ok()).unwrap_or(DEFAULT_YEARS))
}
