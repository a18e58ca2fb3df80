//! Starting up: who the office is, which year is worked on, and the first run.

use chrono::{Datelike, NaiveDateTime};
use domain::{Failure, Filter, Profile, YearRule, index_number};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Office;

/// What the window needs before it can show anything.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Start {
    /// No office has been set up in this folder yet.
    pub first_run: bool,
    /// The office.
    pub profile: Option<Profile>,
    /// The year to work on.
    pub year: i32,
    /// Years that have records or a report, newest first.
    pub years: Vec<i32>,
    /// Today.
    pub today: String,
    /// Where the records lie.
    pub data_dir: String,
    /// Where exported files go.
    pub export_dir: String,
    /// The program's version.
    pub version: String,
}

/// First run: the office's own data, or the sample office.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Setup {
    /// The office; not used with the sample.
    pub profile: Profile,
    /// Fill with the sample office.
    pub sample: bool,
}

/// `app.start`
///
/// # Errors
/// What the store says.
pub fn start(office: &mut Office, now: NaiveDateTime, (): ()) -> Result<Start, Failure> {
    let profile = office.store.profile()?;
    let years = crate::years::newest_first(office)?;
    Ok(Start {
        first_run: profile.is_none(),
        year: year_to_work_on(now, &with_records(office, &years)?),
        profile,
        years,
        today: now.date().to_string(),
        data_dir: office.store.folder().display().to_string(),
        export_dir: office.export_dir.display().to_string(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

/// The years in which something was recorded that belongs to that year alone; a post or a document in
/// force would count for every year since.
fn with_records(office: &Office, years: &[i32]) -> Result<Vec<i32>, Failure> {
    let dated = domain::ledgers::ALL.into_iter().filter(|l| matches!(l.year_rule, YearRule::First(_)));
    let dated: Vec<_> = dated.collect();
    let mut found = Vec::new();
    for year in years {
        for ledger in &dated {
            if office.store.count(ledger.id, Some(*year), &Filter::new())? > 0 {
                found.push(*year);
                break;
            }
        }
    }
    Ok(found)
}

/// From January to March the report of the past year is on the table; later the current year is. A
/// folder whose records end earlier opens on its newest year with records.
fn year_to_work_on(now: NaiveDateTime, years: &[i32]) -> i32 {
    let current = if now.month() <= 3 { now.year() - 1 } else { now.year() };
    match years.first() {
        Some(newest) if *newest < current - 1 => *newest,
        _ => current,
    }
}

/// `app.setup`
///
/// # Errors
/// `profile.incomplete`, `demo.not_empty`, and what the store says.
pub fn setup(office: &mut Office, now: NaiveDateTime, setup: Setup) -> Result<Start, Failure> {
    if setup.sample {
        crate::demo::fill(office, now)?;
    } else {
        // The steps can be skipped: a name may come later, from the settings.
        save_checked(office, &setup.profile, now, false)?;
    }
    start(office, now, ())
}

/// `profile.save`
///
/// # Errors
/// `profile.incomplete`.
pub fn save_profile(office: &mut Office, now: NaiveDateTime, profile: Profile) -> Result<Start, Failure> {
    save_checked(office, &profile, now, true)?;
    start(office, now, ())
}

fn save_checked(
    office: &mut Office,
    profile: &Profile,
    now: NaiveDateTime,
    named: bool,
) -> Result<(), Failure> {
    let profile = trimmed(profile);
    let mut faults = std::collections::BTreeMap::new();
    if named && profile.name.is_empty() {
        faults.insert("name".to_owned(), "请填写机关全称，例如：××乡人民政府".to_owned());
    }
    if let Err(fault) = index_number::check_pattern(&profile.index_pattern) {
        faults.insert("index_pattern".to_owned(), fault);
    }
    if chrono::NaiveDate::parse_from_str(&format!("2024-{}", profile.filing_day), "%Y-%m-%d").is_err() {
        faults.insert("filing_day".to_owned(), "报送日期要写成 01-31 这样的月和日".to_owned());
    }
    if let Some(fault) = faults.values().next() {
        return Err(Failure::new("profile.incomplete", format!("没有保存：{fault}"), "请改正后再保存")
            .with_fields(faults));
    }
    office.store.save_profile(&profile, now)
}

fn trimmed(profile: &Profile) -> Profile {
    let clean = |text: &str| text.trim().to_owned();
    let mut profile = Profile {
        name: clean(&profile.name),
        short: clean(&profile.short),
        self_name: clean(&profile.self_name),
        county: clean(&profile.county),
        code: clean(&profile.code),
        index_pattern: clean(&profile.index_pattern),
        filing_day: domain::number::narrow(profile.filing_day.trim()),
        drafter: clean(&profile.drafter),
        reviewer: clean(&profile.reviewer),
        approver: clean(&profile.approver),
        contact: clean(&profile.contact),
        phone: clean(&profile.phone),
    };
    if profile.short.is_empty() {
        profile.short = profile.name.trim_end_matches("人民政府").trim_end_matches("办事处").to_owned();
    }
    if profile.self_name.is_empty() {
        profile.self_name = own_name(&profile.short).to_owned();
    }
    profile
}

fn own_name(short: &str) -> &'static str {
    match short.chars().last() {
        Some('镇') => "我镇",
        Some('道') => "我街道",
        _ => "我乡",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn january_works_on_the_past_year() {
        let at = |day: &str| day.parse::<chrono::NaiveDate>().unwrap().and_hms_opt(9, 0, 0).unwrap();
        assert_eq!(year_to_work_on(at("2019-01-15"), &[2019, 2018]), 2018);
        assert_eq!(year_to_work_on(at("2019-05-15"), &[2019, 2018]), 2019);
        assert_eq!(year_to_work_on(at("2026-11-23"), &[2019, 2018, 2017]), 2019);
        assert_eq!(year_to_work_on(at("2026-11-23"), &[]), 2026);
    }
}
