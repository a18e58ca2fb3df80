//! The office's calendar: which years are known, months to look at, notices that are added by form, by the
//! pasted text of the notice or from a file, holidays of the place; and how a term comes about, day by day.

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use domain::Failure;
pub use domain::calendar::{Calendar, Deadline, weekday};
use domain::calendar::{DayKind, Holiday, Notice, Recognised, recognise};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Office;
use crate::terms::{self, Moved};

/// Where a year's days come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Known {
    /// Came with the program.
    Program,
    /// The office added it.
    Office,
    /// Nobody knows yet: counted by weekends.
    Unknown,
}

/// A year of the calendar.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CalendarYear {
    /// Year.
    pub year: i32,
    /// Where its days come from.
    pub known: Known,
    /// When the office added it.
    pub saved_at: Option<String>,
    /// Its days; none where nobody knows.
    pub notice: Option<Notice>,
}

/// The calendar as the settings show it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CalendarSettings {
    /// The newest first.
    pub years: Vec<CalendarYear>,
    /// Holidays of the place.
    pub local: Vec<Holiday>,
}

/// A day of a month.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MonthDay {
    /// The day.
    pub day: NaiveDate,
    /// What kind of day.
    pub kind: DayKind,
}

/// A month to look at.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct Month {
    /// Year.
    pub year: i32,
    /// 1–12.
    pub month: u32,
}

/// A month, day by day.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MonthView {
    /// From the first to the last.
    pub days: Vec<MonthDay>,
    /// Whether the year's notice is known.
    pub known: bool,
}

/// The text of a notice, or the content of a JSON file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NoticeText {
    /// What was pasted or read.
    pub text: String,
    /// Which year it is for, where the clerk has said so.
    pub year: Option<i32>,
}

/// A year.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct OfYear {
    /// Year.
    pub year: i32,
}

/// Holidays of the place.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LocalHolidays {
    /// All of them, in place of those before.
    pub holidays: Vec<Holiday>,
}

/// What a change of the calendar did.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CalendarChange {
    /// The calendar now.
    pub settings: CalendarSettings,
    /// What is due on another day now.
    pub moved: Vec<Moved>,
}

/// `calendar.show`
///
/// # Errors
/// What the store says.
pub fn show(office: &mut Office, now: NaiveDateTime, (): ()) -> Result<CalendarSettings, Failure> {
    settings(office, now)
}

fn settings(office: &Office, now: NaiveDateTime) -> Result<CalendarSettings, Failure> {
    let (calendar, kept) = (office.calendar()?, office.store.notices()?);
    let last = kept.iter().map(|k| k.notice.year).chain([now.year() + 1, 2026]).max().unwrap_or(2026);
    let first = kept.iter().map(|k| k.notice.year).chain([2004]).min().unwrap_or(2004);
    let years = (first..=last).rev().map(|year| {
        let own = kept.iter().find(|k| k.notice.year == year);
        let known = match (own, calendar.knows(year)) {
            (Some(_), _) => Known::Office,
            (None, true) => Known::Program,
            (None, false) => Known::Unknown,
        };
        CalendarYear {
            year,
            known,
            saved_at: own.map(|k| k.saved_at.clone()),
            notice: calendar.notice(year).cloned(),
        }
    });
    Ok(CalendarSettings { years: years.collect(), local: office.store.local_holidays()? })
}

/// `calendar.month`
///
/// # Errors
/// `calendar.month` where there is no such month.
pub fn month(office: &mut Office, _: NaiveDateTime, request: Month) -> Result<MonthView, Failure> {
    let calendar = office.calendar()?;
    let first = NaiveDate::from_ymd_opt(request.year, request.month, 1).ok_or_else(|| {
        Failure::new(
            "calendar.month",
            format!("没有 {} 年 {} 月", request.year, request.month),
            "请选 1 到 12 月",
        )
    })?;
    let days = first.iter_days().take_while(|day| day.month() == request.month);
    let days = days.map(|day| MonthDay { day, kind: calendar.kind(day) }).collect();
    Ok(MonthView { days, known: calendar.knows(request.year) })
}

/// `calendar.read`: the days of a pasted notice or of a JSON file, to be looked at before they are kept.
///
/// # Errors
/// `calendar.unrecognised`, `calendar.unreadable`, `calendar.notice`.
pub fn read(_: &mut Office, _: NaiveDateTime, request: NoticeText) -> Result<Recognised, Failure> {
    let text = request.text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(Failure::new(
            "calendar.unrecognised",
            "还没有粘贴通知的文字",
            "请粘贴国务院办公厅通知里「一、元旦：……」起的各段，或者选择一个 JSON 文件。",
        ));
    }
    if text.starts_with('{') {
        return Ok(Recognised { notice: Notice::from_json(text)?, doubts: Vec::new() });
    }
    recognise(text, request.year)
}

/// `calendar.notice.save`
///
/// # Errors
/// `calendar.notice` where the days cannot be those of a notice; what the store says.
pub fn save_notice(
    office: &mut Office,
    now: NaiveDateTime,
    notice: Notice,
) -> Result<CalendarChange, Failure> {
    notice.check()?;
    changing(office, now, |office| office.store.keep_notice(&notice, now))
}

/// `calendar.notice.remove`: the office's notice for a year; the program's own holds again.
///
/// # Errors
/// What the store says.
pub fn remove_notice(office: &mut Office, now: NaiveDateTime, of: OfYear) -> Result<CalendarChange, Failure> {
    changing(office, now, |office| office.store.remove_notice(of.year))
}

/// `calendar.local.save`
///
/// # Errors
/// `calendar.local` where a holiday has no name or no day; what the store says.
pub fn save_local(
    office: &mut Office,
    now: NaiveDateTime,
    request: LocalHolidays,
) -> Result<CalendarChange, Failure> {
    let fault = request.holidays.iter().find_map(|holiday| {
        let nameless = holiday.name.trim().is_empty().then(|| "有一个地方假日没有名称".to_owned());
        nameless.or_else(|| holiday.days.is_empty().then(|| format!("{}没有放假日期", holiday.name)))
    });
    if let Some(fault) = fault {
        return Err(Failure::new("calendar.local", format!("没有保存：{fault}"), "请补上，或者删去这一行"));
    }
    changing(office, now, |office| office.store.keep_local_holidays(&request.holidays))
}

/// Makes a change and says what moved with it.
fn changing(
    office: &mut Office,
    now: NaiveDateTime,
    change: impl FnOnce(&mut Office) -> Result<(), Failure>,
) -> Result<CalendarChange, Failure> {
    let before = terms::on(office, now.date(), &office.calendar()?)?;
    change(office)?;
    let after = terms::on(office, now.date(), &office.calendar()?)?;
    Ok(CalendarChange { settings: settings(office, now)?, moved: terms::moved(&before, &after) })
}

/// A term that somebody asks for.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct TermAsked {
    /// The day of the beginning; not counted.
    pub received: NaiveDate,
    /// Working days.
    pub days: u32,
}

/// Beyond this a number is a slip of the pen.
const MOST_DAYS: u32 = 1_000;

/// `calendar.deadline`: any term, explained day by day.
///
/// # Errors
/// `calendar.days` for a number of days that cannot be meant.
pub fn deadline(office: &mut Office, _: NaiveDateTime, asked: TermAsked) -> Result<Deadline, Failure> {
    deadline_by(&office.calendar()?, asked)
}

/// The State Council's notices alone, for an office that has not begun.
///
/// # Errors
/// `calendar.damaged`.
pub fn state() -> Result<Calendar, Failure> {
    Calendar::state()
}

/// The same by any calendar.
///
/// # Errors
/// As [`deadline`].
pub fn deadline_by(calendar: &Calendar, asked: TermAsked) -> Result<Deadline, Failure> {
    if asked.days == 0 || asked.days > MOST_DAYS {
        return Err(Failure::new(
            "calendar.days",
            format!("「{}」不能作为工作日数", asked.days),
            format!("请填 1 到 {MOST_DAYS} 之间的整数，例如 20"),
        ));
    }
    Ok(calendar.deadline(asked.received, "收到", asked.days))
}
