//! Invented documents for looking at pages and for measuring them.

mod annexes;
mod letters;
mod report;
mod signs;
mod statutory;

use chrono::NaiveDate;
use paper::{Meta, OfficialDocument};

/// Every sample with the name of its file.
pub fn all() -> Vec<(&'static str, OfficialDocument)> {
    vec![
        ("letter", letters::letter().into()),
        ("unsealed", letters::unsealed().into()),
        ("filing", letters::filing()),
        ("joint", letters::joint()),
        ("report", report::report().into()),
        ("statutory", statutory::report().into()),
        ("annexes", annexes::long()),
        ("signs", signs::signs().into()),
    ]
}

pub fn meta(title: &str, day: NaiveDate) -> Meta {
    Meta {
        title: title.into(),
        author: "青石乡人民政府".into(),
        subject: "政府信息公开".into(),
        keywords: vec!["政府信息公开".into(), "年度报告".into()],
        created: day.and_hms_opt(9, 30, 0).unwrap_or_default(),
    }
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}
