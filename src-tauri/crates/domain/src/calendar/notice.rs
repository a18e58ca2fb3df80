//! The State Council's yearly notice as data: days off by holiday, and weekend days that are worked.
//!
//! The notices of 2004–2026 stand in `data/holidays.json`; one that an office adds has the same shape.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{is_weekend, long_date, weekday};
use crate::Failure;

/// A holiday with its days off, weekend days included where the notice names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// 元旦, 春节, …
    pub name: String,
    /// The days off.
    pub days: Vec<NaiveDate>,
}

/// What one yearly notice arranges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// The year it is for.
    pub year: i32,
    /// The holidays with their days off.
    pub holidays: Vec<Holiday>,
    /// Saturdays and Sundays that are worked (调休上班).
    #[serde(default)]
    pub workdays: Vec<NaiveDate>,
}

static EMBEDDED: &str = include_str!("../../data/holidays.json");

/// The notices of 2004–2026.
pub(super) fn embedded() -> Result<Vec<Notice>, Failure> {
    static READ: OnceLock<Result<Vec<Notice>, Failure>> = OnceLock::new();
    READ.get_or_init(|| {
        serde_json::from_str(EMBEDDED).map_err(|e| {
            Failure::new("calendar.damaged", format!("程序自带的节假日安排读不出来：{e}"), "请重新安装程序。")
        })
    })
    .clone()
}

impl Notice {
    /// From a JSON file; checked.
    ///
    /// # Errors
    /// `calendar.unreadable` where it is no such file; else as [`Notice::check`].
    pub fn from_json(text: &str) -> Result<Self, Failure> {
        let notice: Self = serde_json::from_str(text).map_err(|e| {
            Failure::new(
                "calendar.unreadable",
                format!("这个文件不是节假日安排：第{}行有问题", e.line().max(1)),
                "文件里要有 year（年份）、holidays（每个节日的 name 和 days）、workdays（调休上班日），日期写成 2027-01-01。",
            )
        })?;
        notice.check()?;
        Ok(notice)
    }

    /// Whether the days can be those of a yearly notice.
    ///
    /// # Errors
    /// `calendar.notice` with every doubt in words, the first in the message.
    pub fn check(&self) -> Result<(), Failure> {
        let faults = self.faults();
        let Some(first) = faults.first() else { return Ok(()) };
        let more =
            if faults.len() > 1 { format!("（另有{}处）", faults.len() - 1) } else { String::new() };
        Err(Failure::new(
            "calendar.notice",
            format!("{} 年的节假日安排有问题：{first}{more}", self.year),
            "请对照国务院办公厅的通知改正后再保存。",
        ))
    }

    fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if !(2000..=2100).contains(&self.year) {
            faults.push(format!("年份「{}」不像真的", self.year));
        }
        if self.holidays.is_empty() {
            faults.push("一个节日也没有".to_owned());
        }
        for holiday in &self.holidays {
            if holiday.name.trim().is_empty() {
                faults.push("有一个节日没有名称".to_owned());
            }
            if holiday.days.is_empty() {
                faults.push(format!("{}没有放假日期", holiday.name));
            }
        }
        let off: BTreeSet<NaiveDate> = self.days_off().map(|(_, day)| day).collect();
        for day in off.iter().chain(&self.workdays) {
            if !self.may_hold(*day) {
                faults.push(format!("{}不在 {} 年", long_date(*day), self.year));
            }
        }
        for day in &self.workdays {
            if off.contains(day) {
                faults.push(format!("{}既写了放假又写了上班", long_date(*day)));
            } else if !is_weekend(*day) {
                faults.push(format!("{}是{}，本来就上班，不是调休", long_date(*day), weekday(*day)));
            }
        }
        faults
    }

    /// 元旦 may begin in December, and its 调休 may lie there; a notice may also reach into next January.
    fn may_hold(&self, day: NaiveDate) -> bool {
        day.year() == self.year
            || (day.year() == self.year - 1 && day.month() == 12)
            || (day.year() == self.year + 1 && day.month() == 1)
    }

    /// Every day off with its holiday's name.
    pub fn days_off(&self) -> impl Iterator<Item = (&str, NaiveDate)> {
        self.holidays.iter().flat_map(|h| h.days.iter().map(|day| (h.name.as_str(), *day)))
    }
}
