//! The time that a report's numbers are for, as its words give it.

use super::said::{Said, any, said};
use crate::reading::Date;
use crate::rules::Dossier;

/// A day as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day {
    pub year: Option<i32>,
    pub month: u32,
    pub day: u32,
}

/// From when to when.
pub(super) struct Period {
    pub start: Option<Day>,
    pub end: Option<Day>,
}

impl Day {
    /// 「2024年12月30日」
    pub fn text(self) -> String {
        let year = self.year.map(|year| format!("{year}年")).unwrap_or_default();
        format!("{year}{}月{}日", self.month, self.day)
    }

    fn of(date: &Date) -> Option<Self> {
        Some(Self { year: date.year, month: date.month?, day: date.day? })
    }

    /// 「20211230」 where a page lost 年 and 月: the year, then as many digits for month and day as fit.
    fn compact(digits: &str) -> Option<Self> {
        let (year, rest) = digits.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(rest.len().div_ceil(2))?;
        let day = Self { year: year.parse().ok(), month: month.parse().ok()?, day: day.parse().ok()? };
        ((1..=12).contains(&day.month) && (1..=31).contains(&day.day)).then_some(day)
    }
}

/// Every sentence that gives the time of the statistics.
pub(super) fn period(dossier: &Dossier) -> impl Iterator<Item = (Said<'_>, Period)> {
    let speaks =
        |said: &Said<'_>| any(said.text, &["统计期限", "统计时限", "统计时间", "起至", "数据统计"]).is_some();
    said(dossier).filter(speaks).filter_map(|said| {
        let dates: Vec<Day> = said.sentence.dates.iter().filter_map(Day::of).collect();
        let period = match dates.as_slice() {
            [start, .., end] => Period { start: Some(*start), end: Some(*end) },
            _ => compact(said.text)?,
        };
        Some((said, period))
    })
}

fn compact(text: &str) -> Option<Period> {
    let digits = |behind: &str| -> Option<Day> {
        let at = text.find(behind)? + behind.len();
        let run: String = text[at..].chars().take_while(char::is_ascii_digit).collect();
        Day::compact(&run)
    };
    let (start, end) = (digits("自"), digits("起至"));
    (start.is_some() || end.is_some()).then_some(Period { start, end })
}
