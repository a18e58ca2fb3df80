//! The office: its names, its county, its people, how it numbers, when it files.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The office whose records these are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Profile {
    /// 机关全称, signs the report: 下达河乡人民政府.
    pub name: String,
    /// 规范简称, heads the title: 下达河乡.
    pub short: String,
    /// How the report speaks of the office: 我乡, 我镇, 本街道.
    pub self_name: String,
    /// The office it files with: ××县人民政府办公室.
    pub county: String,
    /// Office code in the 索引号.
    pub code: String,
    /// Pattern of the 索引号, see [`crate::index_number`].
    pub index_pattern: String,
    /// `MM-DD` of the following year by which the county wants the report. 条例第四十九条 names no day
    /// for a township; the county's notice does.
    pub filing_day: String,
    /// 拟稿人, offered for new records.
    pub drafter: String,
    /// 审核人, likewise.
    pub reviewer: String,
    /// 签发人, likewise.
    pub approver: String,
    /// Contact for the county.
    pub contact: String,
    /// The contact's office telephone.
    pub phone: String,
}

impl Default for Profile {
    fn default() -> Self {
        let empty = String::new;
        Self {
            name: empty(),
            short: empty(),
            self_name: "我乡".to_owned(),
            county: empty(),
            code: empty(),
            index_pattern: crate::index_number::DEFAULT_PATTERN.to_owned(),
            filing_day: "01-31".to_owned(),
            drafter: empty(),
            reviewer: empty(),
            approver: empty(),
            contact: empty(),
            phone: empty(),
        }
    }
}

impl Profile {
    /// The day by which the report of `year` is to be filed. A 29 February that the year does not
    /// have falls on 28 February; an unreadable day on 31 January.
    pub fn filing_date(&self, year: i32) -> NaiveDate {
        let parts = self.filing_day.split_once('-');
        let read = parts.and_then(|(m, d)| Some((m.parse::<u32>().ok()?, d.parse::<u32>().ok()?)));
        let (month, day) = read.unwrap_or((1, 31));
        let next = year.saturating_add(1);
        NaiveDate::from_ymd_opt(next, month, day)
            .or_else(|| NaiveDate::from_ymd_opt(next, month, day.saturating_sub(1)))
            .or_else(|| NaiveDate::from_ymd_opt(next, 1, 31))
            .unwrap_or(NaiveDate::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_filing_date_is_in_the_following_year() {
        let mut profile = Profile::default();
        assert_eq!(profile.filing_date(2018).to_string(), "2019-01-31");
        profile.filing_day = "02-29".into();
        assert_eq!(profile.filing_date(2018).to_string(), "2019-02-28");
        assert_eq!(profile.filing_date(2019).to_string(), "2020-02-29");
        profile.filing_day = "明天".into();
        assert_eq!(profile.filing_date(2018).to_string(), "2019-01-31");
    }
}
