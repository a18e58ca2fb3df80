//! Working days: every legal term of an application is counted in them, so one place knows which days they are.
//!
//! A working day is any day but Saturday and Sunday, less the days off of the State Council's yearly notice
//! (《全国年节及纪念日放假办法》), plus the weekend days which that notice turns into working days (调休上班).
//! An office in an autonomous area puts its local holidays on top (办法第四条). A year without a notice is
//! counted by weekends, and every result says so.

mod count;
mod explain;
mod notice;
mod recognise;

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Serialize;
use ts_rs::TS;

use crate::Failure;

pub use count::{Counted, Pause};
pub(crate) use explain::Phrases;
pub use explain::{Count, Deadline, Explanation, Step};
pub use notice::{Holiday, Notice};
pub use recognise::{Recognised, recognise};

/// What kind of day a day is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", content = "name", rename_all = "snake_case")]
pub enum DayKind {
    /// A usual working day.
    Working,
    /// A Saturday or Sunday that the notice made a working day: 调休上班.
    Adjusted,
    /// A usual Saturday or Sunday.
    Weekend,
    /// A day off by the notice, with the holiday's name.
    Holiday(String),
    /// A day off of the place, with the holiday's name.
    Local(String),
}

impl DayKind {
    /// Whether the day counts.
    pub fn is_working(&self) -> bool {
        matches!(self, Self::Working | Self::Adjusted)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Special {
    Adjusted,
    Holiday(String),
    Local(String),
}

/// Every day of an office, working or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    notices: BTreeMap<i32, Notice>,
    local: Vec<Holiday>,
    special: HashMap<NaiveDate, Special>,
}

impl Calendar {
    /// By the State Council's notices of 2004–2026.
    ///
    /// # Errors
    /// `calendar.damaged` where the embedded data cannot be read; the tests keep that from being shipped.
    pub fn state() -> Result<Self, Failure> {
        Ok(Self::of(notice::embedded()?))
    }

    /// By these notices alone.
    pub fn of(notices: Vec<Notice>) -> Self {
        let notices = notices.into_iter().map(|n| (n.year, n)).collect();
        Self { notices, local: Vec::new(), special: HashMap::new() }.indexed()
    }

    /// With a notice more; it takes the place of an earlier one for the same year.
    #[must_use]
    pub fn with_notice(mut self, notice: Notice) -> Self {
        self.notices.insert(notice.year, notice);
        self.indexed()
    }

    /// With the holidays of the place (民族自治地方) on top.
    #[must_use]
    pub fn with_local(mut self, local: Vec<Holiday>) -> Self {
        self.local = local;
        self.indexed()
    }

    fn indexed(mut self) -> Self {
        self.special.clear();
        for notice in self.notices.values() {
            // Two holidays may share a day (国庆 and 中秋 2009): the first gives it its name.
            for (name, day) in notice.days_off() {
                self.special.entry(day).or_insert_with(|| Special::Holiday(name.to_owned()));
            }
            for day in &notice.workdays {
                self.special.insert(*day, Special::Adjusted);
            }
        }
        for holiday in &self.local {
            for day in &holiday.days {
                let local = Special::Local(holiday.name.clone());
                let by_state = matches!(self.special.get(day), Some(Special::Holiday(_)));
                if !by_state {
                    self.special.insert(*day, local);
                }
            }
        }
        self
    }

    /// What kind of day this is.
    pub fn kind(&self, day: NaiveDate) -> DayKind {
        match self.special.get(&day) {
            Some(Special::Adjusted) => DayKind::Adjusted,
            Some(Special::Holiday(name)) => DayKind::Holiday(name.clone()),
            Some(Special::Local(name)) => DayKind::Local(name.clone()),
            None if is_weekend(day) => DayKind::Weekend,
            None => DayKind::Working,
        }
    }

    /// Whether the day counts.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        match self.special.get(&day) {
            Some(special) => *special == Special::Adjusted,
            None => !is_weekend(day),
        }
    }

    /// Whether the State Council's notice for the year is known.
    pub fn knows(&self, year: i32) -> bool {
        self.notices.contains_key(&year)
    }

    /// The notice of a year.
    pub fn notice(&self, year: i32) -> Option<&Notice> {
        self.notices.get(&year)
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// 周一 … 周日.
pub fn weekday(day: NaiveDate) -> &'static str {
    match day.weekday() {
        Weekday::Mon => "周一",
        Weekday::Tue => "周二",
        Weekday::Wed => "周三",
        Weekday::Thu => "周四",
        Weekday::Fri => "周五",
        Weekday::Sat => "周六",
        Weekday::Sun => "周日",
    }
}

/// 「2025年9月25日」, as letters and failures write a date.
pub fn long_date(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}
