//! Personal data in words that are going to be published: what a clerk pasted from an application or a list of
//! those relieved and nobody may read on a web site (条例第十五条).
//!
//! Only what can be told from its form is found: numbers with their check digits, mobile telephones, e-mail
//! addresses, and a dwelling said beside a name. A name alone is no finding, and an office's telephone with its
//! area code is meant to be published. What is found is a question to the clerk, so a doubtful number is left
//! out rather than shown: one that is wrong by its check digit, part of a longer number, or an amount.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::mask;

mod dwelling;
mod letters;
mod numbers;

use letters::Letters;

/// What kind of personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PersonalKind {
    /// 居民身份证号码, of 18 places with a right check digit (GB 11643—1999).
    IdNumber,
    /// 手机号码
    Mobile,
    /// 银行卡号, of 16 to 19 places with a right check digit.
    BankCard,
    /// 住址, beside a name.
    Dwelling,
    /// 电子邮箱
    Email,
}

impl PersonalKind {
    /// On screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::IdNumber => "身份证号码",
            Self::Mobile => "手机号码",
            Self::BankCard => "银行卡号",
            Self::Dwelling => "姓名和住址",
            Self::Email => "电子邮箱",
        }
    }
}

/// Personal data found in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Personal {
    /// What it is.
    pub kind: PersonalKind,
    /// Where, in bytes of the text.
    pub range: Range<usize>,
    /// The words as they stand there.
    pub text: String,
    /// Enough of them to know which, not enough to leak.
    pub masked: String,
}

/// Personal data in a text, from its beginning, none within another.
pub fn find(text: &str) -> Vec<Personal> {
    let letters = Letters::new(text);
    let mut found = numbers::find(&letters);
    found.extend(numbers::mail(&letters));
    found.extend(dwelling::find(&letters));
    found.sort_by_key(|(_, places)| (places.start, std::cmp::Reverse(places.end)));
    let mut end = 0;
    found.retain(|(_, places)| {
        let apart = places.start >= end;
        end = end.max(places.end);
        apart
    });
    let personal = |(kind, places): (PersonalKind, Range<usize>)| {
        let range = letters.bytes(&places);
        let words = text.get(range.clone()).unwrap_or_default().to_owned();
        let masked = hidden(kind, &letters, &places);
        Personal { kind, range, text: words, masked }
    };
    found.into_iter().map(personal).collect()
}

/// The text with all its personal data masked; what [`find`] finds nothing in.
pub fn masked(text: &str) -> String {
    let mut text = text.to_owned();
    loop {
        let found = find(&text);
        if found.is_empty() {
            return text;
        }
        // Each round takes places from the text's digits, letters and Chinese characters.
        for personal in found.into_iter().rev() {
            text.replace_range(personal.range, &personal.masked);
        }
    }
}

fn hidden(kind: PersonalKind, letters: &Letters, places: &Range<usize>) -> String {
    let narrow: String = letters.narrow[places.clone()].iter().collect();
    match kind {
        PersonalKind::IdNumber | PersonalKind::Mobile | PersonalKind::BankCard => mask::masked(&narrow),
        PersonalKind::Dwelling => dwelling::hidden(&narrow),
        PersonalKind::Email => match narrow.split_once('@') {
            Some((name, host)) => format!("{}***@{host}", name.chars().next().unwrap_or('*')),
            None => "***".to_owned(),
        },
    }
}

#[cfg(test)]
mod tests;
