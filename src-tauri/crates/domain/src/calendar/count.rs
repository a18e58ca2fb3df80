//! Adding and counting working days: the day of the beginning is not counted, the last day is.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Calendar;

/// A result with the years that had to be counted by weekends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Counted<T> {
    /// What was counted.
    pub value: T,
    /// Years whose notice is not known.
    pub unlisted: Vec<i32>,
}

impl<T> Counted<T> {
    /// 「2027 年安排未入库，按周末推算」, where it is so.
    pub fn note(&self) -> Option<String> {
        note(&self.unlisted)
    }
}

pub(super) fn note(years: &[i32]) -> Option<String> {
    let years: Vec<_> = years.iter().map(ToString::to_string).collect();
    (!years.is_empty()).then(|| format!("{} 年安排未入库，按周末推算", years.join("、")))
}

/// Time that is taken out of a term: the days after `from`, up to and with `to`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Pause {
    /// The day it begins; itself still counted.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// What for, as the explanation says it: 征求第三方意见.
    pub why: String,
}

impl Pause {
    /// Whether the day is taken out.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from < day && day <= self.to
    }
}

impl Calendar {
    /// The n-th working day after a day; with 0 the day itself.
    pub fn add(&self, from: NaiveDate, days: u32) -> Counted<NaiveDate> {
        let value = self.reach(from, days, &[]);
        Counted { value, unlisted: self.unlisted(from, value) }
    }

    /// Working days after `from`, up to and with `to`; negative where `to` is earlier.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> Counted<i64> {
        let (early, late, sign) = if from <= to { (from, to, 1) } else { (to, from, -1) };
        let days = early.iter_days().skip(1).take_while(|day| *day <= late);
        let count = days.filter(|day| self.is_working(*day)).count();
        Counted {
            value: sign * i64::try_from(count).unwrap_or(i64::MAX),
            unlisted: self.unlisted(early, late),
        }
    }

    /// The last working day up to and with a day: what has to be done by a day off is done on it.
    pub fn last_working(&self, day: NaiveDate) -> NaiveDate {
        std::iter::successors(Some(day), NaiveDate::pred_opt).find(|d| self.is_working(*d)).unwrap_or(day)
    }

    /// The n-th working day after a day that no pause takes out.
    pub(crate) fn reach(&self, from: NaiveDate, days: u32, pauses: &[Pause]) -> NaiveDate {
        let counts = |day: &NaiveDate| self.is_working(*day) && !pauses.iter().any(|p| p.holds(*day));
        let left = usize::try_from(days).unwrap_or(usize::MAX);
        match left.checked_sub(1) {
            None => from,
            Some(before) => from.iter_days().skip(1).filter(counts).nth(before).unwrap_or(NaiveDate::MAX),
        }
    }

    /// Years without a notice among the days that a count from `from` to `to` looks at.
    pub(crate) fn unlisted(&self, from: NaiveDate, to: NaiveDate) -> Vec<i32> {
        let first = from.succ_opt().unwrap_or(from).year();
        (first..=to.year()).filter(|year| !self.knows(*year)).collect()
    }

    /// The day's own year, where it has no notice.
    pub(crate) fn unlisted_on(&self, day: NaiveDate) -> Vec<i32> {
        Some(day.year()).into_iter().filter(|year| !self.knows(*year)).collect()
    }
}
