//! What a list asks for: which ledger, which year and month, which values, which page.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::record::Record;

/// Field id to accepted values. Choice ids, entry names, `true`/`false`; the empty text accepts
/// "not filled in". A date field accepts `@year` (within the query's year) and the beginnings
/// `2018`, `2018-03`, `2018-03-08`; [`BEFORE_YEAR`] a day before that year. An absent field restricts nothing, an empty list accepts
/// nothing. [`AT_YEAR_END`] and [`AFTER_YEAR`] are for end dates.
pub type Filter = BTreeMap<String, Vec<String>>;

/// The value that stands for "a date within the query's year".
pub const WITHIN_YEAR: &str = "@year";
/// For an end date: "still so on 31 December", empty or on that day or later. Who was in post.
pub const AT_YEAR_END: &str = "@year_end";
/// A date before the query's year. What came over from the year before.
pub const BEFORE_YEAR: &str = "@before_year";
/// For an end date: "not yet in this year", empty or after 31 December. What was still open.
pub const AFTER_YEAR: &str = "@after_year";

/// Sort by one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sort {
    /// Field id.
    pub field: String,
    /// Largest first.
    pub descending: bool,
}

/// A page of a ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordQuery {
    /// Ledger id.
    pub ledger: String,
    /// `None`: all years.
    pub year: Option<i32>,
    /// 1–12, within `year`.
    pub month: Option<u32>,
    /// See [`Filter`].
    #[serde(default)]
    pub filter: Filter,
    /// Words to be found in the record's texts; blanks separate words, all must be there.
    #[serde(default)]
    pub search: String,
    /// `None`: newest first.
    pub sort: Option<Sort>,
    /// From 0.
    pub page: u32,
    /// 1–500.
    pub page_size: u32,
}

impl RecordQuery {
    /// Everything of a ledger in a year, newest first.
    pub fn of_year(ledger: &str, year: Option<i32>) -> Self {
        Self {
            ledger: ledger.to_owned(),
            year,
            month: None,
            filter: Filter::new(),
            search: String::new(),
            sort: None,
            page: 0,
            page_size: 50,
        }
    }
}

/// A figure under a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Total {
    /// 合计, 政务公开栏, 电话…
    pub label: String,
    /// Decimal text.
    pub value: String,
    /// 条, 人次, 元…
    pub unit: String,
    /// The filter that shows just these records; `None` where there is none.
    pub filter: Option<Filter>,
}

/// A page of records, how many there are in all, and the totals of all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordPage {
    /// This page's records.
    pub rows: Vec<Record>,
    /// Of all pages.
    pub count: i64,
    /// Over all pages.
    pub totals: Vec<Total>,
}
