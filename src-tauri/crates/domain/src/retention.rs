//! How long personal data is kept: so many years after a case has ended, then it is erased and the record stays
//! for the counts.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::record::{Value, Values};

/// What stands where personal data was.
pub const ERASED: &str = "已按保存期限删除";
/// Years where the office has set none.
pub const DEFAULT_YEARS: u32 = 5;
/// The longest that can be set: 定期 30 年 (机关文件材料归档范围).
pub const MOST_YEARS: u32 = 30;

/// The day a case ended; none while it goes on. Only ledgers whose records are cases have such a day.
pub fn ended_on(ledger: &str, values: &Values) -> Option<NaiveDate> {
    let date = |field: &str| values.get(field).and_then(Value::as_date);
    match ledger {
        "application" => date("decided_on").map(|day| date("delivered_on").map_or(day, |on| on.max(day))),
        "dispute" | "complaint" => date("closed_on"),
        _ => None,
    }
}

/// The day before which a case must have ended for its personal data to be erased now.
pub fn ended_before(today: NaiveDate, years: u32) -> NaiveDate {
    today.checked_sub_months(Months::new(years * 12)).unwrap_or(NaiveDate::MIN)
}

/// The last day that personal data of a case that ended on a day is kept.
pub fn kept_until(ended_on: NaiveDate, years: u32) -> NaiveDate {
    let until = ended_on.checked_add_months(Months::new(years * 12)).unwrap_or(NaiveDate::MAX);
    // 29 February ends on the 28th where there is no 29th; nothing is erased a day early.
    if until.day() == ended_on.day() { until } else { until.checked_add_days(Days::new(1)).unwrap_or(until) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_case_ends_with_its_delivery() {
        let mut values = Values::new();
        let mut put = |field: &str, on: &str| {
            values.insert(field.to_owned(), Value::Text(on.to_owned()));
            ended_on("application", &values)
        };
        assert_eq!(put("received_on", "2018-01-08"), None);
        assert_eq!(put("decided_on", "2018-02-01"), Some(day("2018-02-01")));
        assert_eq!(put("delivered_on", "2018-02-03"), Some(day("2018-02-03")));
        assert_eq!(ended_on("inquiry", &values), None);
    }

    #[test]
    fn nothing_goes_a_day_early() {
        assert_eq!(kept_until(day("2018-02-03"), 5), day("2023-02-03"));
        assert_eq!(kept_until(day("2020-02-29"), 5), day("2025-03-01"));
        for ended in ["2018-02-03", "2020-02-29", "2020-12-31"] {
            let until = kept_until(day(ended), 5);
            assert!(day(ended) >= ended_before(until, 5) || until > day(ended), "{ended}");
            assert!(day(ended) < ended_before(until.succ_opt().unwrap(), 5), "{ended}");
        }
    }
}
