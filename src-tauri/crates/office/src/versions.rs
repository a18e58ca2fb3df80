//! Locking a year: a frozen snapshot of everything with its PDF and hash, corrections as further versions,
//! and the locked years that the next ones look back on.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDateTime;
use domain::format::Format;
use domain::{Failure, Quantity};
use serde::{Deserialize, Serialize};
use store::{Frozen, ReportVersion};
use ts_rs::TS;

use crate::checks::{self, CheckSheet};
use crate::report::{self, Report, Year};
use crate::{Office, formats, report_file};

/// Which version a report is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VersionInfo {
    /// 1, 2, …
    pub number: u32,
    /// When it was locked; `None` while it is being written.
    pub locked_at: Option<String>,
    /// Hash of what was frozen.
    pub sha256: Option<String>,
    /// Why the correction was opened; empty for the first.
    pub reason: String,
}

/// A version in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Version {
    /// 1, 2, …
    pub number: u32,
    /// When it was locked; `None` while it is being written.
    pub locked_at: Option<String>,
    /// Hash of what was frozen.
    pub sha256: Option<String>,
    /// Why the correction was opened; empty for the first.
    pub reason: String,
    /// When the correction was opened; `None` for the first.
    pub opened_at: Option<String>,
}

/// A version of a year's report.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct VersionOfYear {
    /// Year.
    pub year: i32,
    /// Number.
    pub version: u32,
}

/// A correction to be opened.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Correction {
    /// Year.
    pub year: i32,
    /// Why.
    pub reason: String,
}

/// Everything of a locked report but its PDF, whose hash it names.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Snapshot {
    /// The report: words, cells, figures, tables, title, date.
    pub report: Report,
    /// The form, as it was then.
    pub format: Format,
    /// The findings with what the office said of them.
    pub sheet: CheckSheet,
    /// Hash of the PDF.
    pub pdf_sha256: String,
    /// Its pages.
    pub pages: usize,
}

/// The snapshots read so far; frozen ones never change, so they are kept as long as their hash is named.
pub type Snapshots = BTreeMap<String, Arc<Snapshot>>;

/// `report.lock`
///
/// # Errors
/// `report.locked`; `report.errors` while an error has no 情况说明; what keeps the report from being
/// finished.
pub fn lock(office: &mut Office, now: NaiveDateTime, request: Year) -> Result<Report, Failure> {
    let year = request.year;
    writable(office, year)?;
    let sheet = checks::of_year(office, now, year)?;
    if sheet.open_errors > 0 {
        let first = sheet.findings.iter().find(|c| c.waiver.is_none()).map(|c| c.finding.message.clone());
        return Err(Failure::new(
            "report.errors",
            format!(
                "还有 {} 处错误没有改正，也没有写情况说明，没有锁定。第一处：{}",
                sheet.open_errors,
                first.unwrap_or_default()
            ),
            "请逐条改正；确实要这样填的，写明情况说明后再锁定",
        ));
    }
    let (pages, pdf) = report_file::finished(office, now, year)?;
    let mut report = report::of_year(office, now, year)?;
    report.locked = true;
    report.version.locked_at = Some(now.format("%Y-%m-%dT%H:%M:%S").to_string());
    let pdf_sha256 = store::sha256(&pdf);
    let snapshot = Snapshot { report, format: formats::of_year(office, year)?, sheet, pdf_sha256, pages };
    let json = serde_json::to_string(&snapshot).map_err(|error| {
        Failure::new(
            "report.snapshot",
            format!("归档内容写不出来：{error}"),
            "请把这句话告诉维护人员；报告没有锁定",
        )
    })?;
    office.store.lock_report(year, &Frozen { snapshot: json, pdf }, now)?;
    report::of_year(office, now, year)
}

/// `report.reopen`: opens a correction.
///
/// # Errors
/// `report.reason` without a reason; `report.not_locked`.
pub fn reopen(office: &mut Office, now: NaiveDateTime, request: Correction) -> Result<Report, Failure> {
    let reason = request.reason.trim();
    if reason.is_empty() {
        let fields = [("reason".to_owned(), "请写明更正的理由".to_owned())].into();
        return Err(Failure::new("report.reason", "更正要写明理由", "例如：县里退回，行政许可件数少计 1 件")
            .with_fields(fields));
    }
    let Some(snapshot) = newest_snapshot(office, request.year)? else {
        return Err(Failure::new(
            "report.not_locked",
            format!("{} 年的报告没有锁定，可以直接修改", request.year),
            "",
        ));
    };
    office.store.open_correction(request.year, reason, now)?;
    // The correction starts from what was filed, also where the starter has changed since.
    for part in snapshot.report.parts.iter().filter(|part| !part.written && !part.narrative.blocks.is_empty())
    {
        let json = crate::declare::write("report.reopen", &part.narrative)?.to_string();
        office.store.save_narrative(request.year, &part.id, &json, now)?;
    }
    report::of_year(office, now, request.year)
}

/// `report.versions`, oldest first; none before the year is first locked.
///
/// # Errors
/// What the store says.
pub fn list(office: &mut Office, _: NaiveDateTime, request: Year) -> Result<Vec<Version>, Failure> {
    let version = |v: ReportVersion| Version {
        opened_at: (v.number > 1).then_some(v.opened_at),
        number: v.number,
        locked_at: v.locked_at,
        sha256: v.sha256,
        reason: v.reason,
    };
    Ok(office.store.versions(request.year)?.into_iter().map(version).collect())
}

/// `report.version`: a locked version as it was frozen.
///
/// # Errors
/// `report.version`, `report.altered`.
pub fn show(office: &mut Office, _: NaiveDateTime, request: VersionOfYear) -> Result<Report, Failure> {
    let versions = office.store.versions(request.year)?;
    let hash = versions.into_iter().find(|v| v.number == request.version).and_then(|v| v.sha256);
    Ok(read(office, request.year, request.version, &hash.unwrap_or_default())?.report.clone())
}

/// Which version the report of a year is now.
///
/// # Errors
/// What the store says.
pub fn info(office: &Office, year: i32) -> Result<VersionInfo, Failure> {
    let newest = office.store.versions(year)?.pop();
    Ok(newest.map_or_else(
        || VersionInfo { number: 1, locked_at: None, sha256: None, reason: String::new() },
        |v| VersionInfo { number: v.number, locked_at: v.locked_at, sha256: v.sha256, reason: v.reason },
    ))
}

/// Nothing of a locked year is written.
///
/// # Errors
/// `report.locked`.
pub fn writable(office: &Office, year: i32) -> Result<(), Failure> {
    if !office.store.locked_years()?.contains(&year) {
        return Ok(());
    }
    Err(Failure::new(
        "report.locked",
        format!("{year} 年的报告已经锁定归档，没有修改"),
        "确需更正的，请点「更正」，写明理由，另出一版；已归档的版本不会变",
    ))
}

/// The snapshot of a year that is locked now.
///
/// # Errors
/// `report.altered`; what the store says.
pub fn newest_snapshot(office: &Office, year: i32) -> Result<Option<Arc<Snapshot>>, Failure> {
    let newest = office.store.versions(year)?.pop();
    let Some((number, hash)) = newest.and_then(|v| v.sha256.map(|hash| (v.number, hash))) else {
        return Ok(None);
    };
    read(office, year, number, &hash).map(Some)
}

/// The report of a year that is locked now, as it was frozen.
///
/// # Errors
/// As [`newest_snapshot`].
pub fn frozen_report(office: &Office, year: i32) -> Result<Option<Report>, Failure> {
    Ok(newest_snapshot(office, year)?.map(|snapshot| snapshot.report.clone()))
}

/// The values that a locked year hands on to the next. While a correction is being written, those of the
/// version that was filed still hold.
///
/// # Errors
/// As [`newest_snapshot`].
pub fn frozen_values(office: &Office, year: i32) -> Result<Option<BTreeMap<String, Quantity>>, Failure> {
    let filed = office.store.versions(year)?.into_iter().rev().find_map(|v| Some((v.number, v.sha256?)));
    let Some((number, hash)) = filed else { return Ok(None) };
    let snapshot = read(office, year, number, &hash)?;
    Ok(Some(snapshot.report.figures.iter().map(|f| (f.id.clone(), f.value)).collect()))
}

/// The PDF of a locked version with its number of pages.
///
/// # Errors
/// `report.version`, `report.altered`.
pub fn frozen_pdf(office: &Office, year: i32, number: u32) -> Result<(usize, Vec<u8>), Failure> {
    let frozen = office.store.frozen(year, number)?;
    let snapshot = parse(year, &frozen.snapshot)?;
    if store::sha256(&frozen.pdf) != snapshot.pdf_sha256 {
        return Err(Failure::new(
            "report.altered",
            format!("{year} 年第 {number} 版的 PDF 与归档时的校验码不符，可能被改动或损坏"),
            "请不要使用它；从备份恢复数据文件，或者以盖章的纸质件为准",
        ));
    }
    Ok((snapshot.pages, frozen.pdf))
}

fn read(office: &Office, year: i32, number: u32, hash: &str) -> Result<Arc<Snapshot>, Failure> {
    if let Some(snapshot) = office.snapshots.borrow().get(hash) {
        return Ok(Arc::clone(snapshot));
    }
    let frozen = office.store.frozen(year, number)?;
    let mut snapshot = parse(year, &frozen.snapshot)?;
    snapshot.report.version.sha256 = Some(hash.to_owned());
    let snapshot = Arc::new(snapshot);
    office.snapshots.borrow_mut().insert(hash.to_owned(), Arc::clone(&snapshot));
    Ok(snapshot)
}

fn parse(year: i32, json: &str) -> Result<Snapshot, Failure> {
    serde_json::from_str(json).map_err(|error| {
        Failure::new(
            "report.snapshot",
            format!("{year} 年的归档内容读不出来：{error}"),
            "它可能由更新的版本归档；请安装最新版本的程序再打开",
        )
    })
}
