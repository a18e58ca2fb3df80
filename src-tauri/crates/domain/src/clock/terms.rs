//! The office's other terms: publishing what was formed, answering the hotline, filing the report.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Failure;
use crate::calendar::{Calendar, Deadline, Explanation, Phrases, long_date, weekday};

/// Working days to publish (条例第二十六条).
pub const PUBLICATION_DAYS: u32 = 20;

/// Last day to publish what was formed or changed on a day (条例第二十六条).
pub fn publication_due(formed_on: NaiveDate, calendar: &Calendar) -> Deadline {
    calendar.deadline(formed_on, "形成", PUBLICATION_DAYS)
}

/// How a hotline sets its term: each platform has its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum HotlineTerm {
    /// The day that came with the case.
    On(NaiveDate),
    /// Working days from its receipt.
    WorkingDays(u32),
}

/// Last day for a hotline case.
pub fn hotline_due(received_on: NaiveDate, term: HotlineTerm, calendar: &Calendar) -> Deadline {
    match term {
        HotlineTerm::WorkingDays(days) => calendar.deadline(received_on, "收到", days),
        HotlineTerm::On(due) => {
            let mut phrases = Phrases::from_year(received_on.year());
            let (from, to) = (phrases.date(received_on), phrases.date(due));
            phrases.say(format!("收到 {from}（{}）", weekday(received_on)));
            phrases.say(format!("平台给的办理期限 {to}（{}）", weekday(due)));
            by_hand(due, phrases, calendar)
        }
    }
}

/// The day in the year after, by which a report is filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportTerm {
    /// Month of the year after the report's.
    pub month: u32,
    /// Day of the month.
    pub day: u32,
}

/// The decree's own day: 31 March under the old one (旧条例第三十一条), 31 January from the report of 2019 on
/// (条例第四十九条). The new one names county departments, not townships: the county's notice goes before it.
pub fn report_term(year: i32) -> ReportTerm {
    ReportTerm { month: if year < 2019 { 3 } else { 1 }, day: 31 }
}

/// Last day to file the report of a year; `notified` is the day that the county's notice names.
///
/// # Errors
/// `clock.report_term` where there is no such day.
pub fn report_due(year: i32, notified: Option<ReportTerm>, calendar: &Calendar) -> Result<Deadline, Failure> {
    let term = notified.unwrap_or_else(|| report_term(year));
    let due = NaiveDate::from_ymd_opt(year + 1, term.month, term.day).ok_or_else(|| {
        Failure::new(
            "clock.report_term",
            format!("{} 年没有{}月{}日", year + 1, term.month, term.day),
            "请在设置里改正年度报告的报送日期。",
        )
    })?;
    let mut phrases = Phrases::from_year(due.year());
    let date = phrases.date(due);
    phrases.say(match (notified, year < 2019) {
        (Some(_), _) => format!("{year} 年度报告按上级通知的日期 {date} 报送"),
        (None, true) => format!("旧条例第三十一条：{date} 前公布 {year} 年度报告"),
        (None, false) => {
            format!(
                "条例第四十九条给县级部门定的是 {date}，乡镇按上级通知办；还没有填写通知的日期，先按这一天"
            )
        }
    });
    Ok(by_hand(due, phrases, calendar))
}

/// A day that was given, not counted: it stays where it is, and a day off is pointed out.
fn by_hand(due: NaiveDate, mut phrases: Phrases, calendar: &Calendar) -> Deadline {
    let working = calendar.last_working(due);
    if working != due {
        phrases.say(format!("这一天不上班，最后一个工作日是 {}", long_date(working)));
    }
    let unlisted = crate::calendar::Counted { value: (), unlisted: calendar.unlisted_on(due) };
    let note = unlisted.note();
    Deadline { due, explanation: Explanation { steps: Vec::new(), text: phrases.text(), note } }
}
