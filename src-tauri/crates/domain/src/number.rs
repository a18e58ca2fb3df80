//! A number knows what it is: exact, 「100余」, blank or 不适用. Four things, never mixed; 0 is not blank.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

const SCALE: i64 = 1_000_000;
const PLACES: usize = 6;

/// A decimal with up to six places, held as millionths, so that 万元 with its usual four to six
/// places adds up without rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Decimal(i64);

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self(0);

    /// From a whole number; saturates far beyond any figure of an office.
    pub fn whole(n: i64) -> Self {
        Self(n.saturating_mul(SCALE))
    }

    /// From millionths, as the database holds it.
    pub fn from_millionths(n: i64) -> Self {
        Self(n)
    }

    /// In millionths, as the database holds it.
    pub fn millionths(self) -> i64 {
        self.0
    }

    /// The whole number, where there are no decimals.
    pub fn as_whole(self) -> Option<i64> {
        (self.0 % SCALE == 0).then_some(self.0 / SCALE)
    }

    /// Sum; `None` on overflow.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// Difference; `None` on overflow.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// Reads `200`, `1,000`, `３００`, `12.5`, `１，０００．５`. `None` for anything else, for more
    /// than six decimals, and for numbers of more than twelve digits.
    pub fn parse(text: &str) -> Option<Self> {
        let narrowed = narrow(text.trim());
        if !thousands_in_place(&narrowed) {
            return None;
        }
        let plain = narrowed.replace(',', "");
        let (negative, digits) = match plain.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, plain.as_str()),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || whole.len() > 12 || fraction.len() > PLACES {
            return None;
        }
        if !all_digits(whole) || !all_digits(fraction) || digits.ends_with('.') {
            return None;
        }
        let whole: i64 = whole.parse().ok()?;
        let fraction: i64 = format!("{fraction:0<6}").parse().ok()?;
        let value = whole.checked_mul(SCALE)?.checked_add(fraction)?;
        Some(Self(if negative { -value } else { value }))
    }
}

/// Commas only where they part thousands: `1,000` and `12,345.6`, never `1,2`.
fn thousands_in_place(text: &str) -> bool {
    let whole = text.trim_start_matches('-').split('.').next().unwrap_or_default();
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default().len();
    let rest: Vec<usize> = groups.map(str::len).collect();
    let grouped = rest.is_empty() || ((1..=3).contains(&first) && rest.iter().all(|n| *n == 3));
    grouped && text.matches(',').count() == rest.len()
}

/// A whole number as people write it: `4,700`, `４７００`.
pub fn whole(text: &str) -> Option<i64> {
    Decimal::parse(text)?.as_whole()
}

/// Full-width digits, point, comma, sign and blank to their half-width forms.
pub fn narrow(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
            '．' | '。' => '.',
            '，' => ',',
            '－' | '—' | '–' => '-',
            '／' => '/',
            '　' => ' ',
            other => other,
        })
        .collect()
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, fraction) = (self.0.unsigned_abs() / SCALE as u64, self.0.unsigned_abs() % SCALE as u64);
        if fraction == 0 {
            return write!(f, "{sign}{whole}");
        }
        let fraction = format!("{fraction:06}");
        write!(f, "{sign}{whole}.{}", fraction.trim_end_matches('0'))
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("「{text}」不是数字")))
    }
}

impl TS for Decimal {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;
    fn name(_: &ts_rs::Config) -> String {
        "string".to_owned()
    }
    fn inline(config: &ts_rs::Config) -> String {
        Self::name(config)
    }
}

/// A number of the report, with what kind of number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Quantity {
    /// 200
    Exact(Decimal),
    /// 「100余」: a lower bound.
    AtLeast(Decimal),
    /// Not filled in.
    Blank,
    /// 不适用
    NotApplicable,
}

impl Quantity {
    /// An exact whole number.
    pub fn count(n: i64) -> Self {
        Self::Exact(Decimal::whole(n))
    }

    /// The number itself, exact or lower bound.
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Exact(n) | Self::AtLeast(n) => Some(*n),
            Self::Blank | Self::NotApplicable => None,
        }
    }

    /// Exactly nothing: 0, and neither blank nor 不适用.
    pub fn is_zero(&self) -> bool {
        matches!(self, Self::Exact(Decimal::ZERO))
    }

    /// The sum. One lower bound makes it a lower bound; nothing but blanks is blank, blanks beside numbers
    /// count nothing. `None` beyond what a report can hold.
    pub fn sum(terms: &[Self]) -> Option<Self> {
        if terms.iter().all(|t| t.number().is_none()) {
            let applies = terms.is_empty() || terms.contains(&Self::Blank);
            return Some(if applies { Self::Blank } else { Self::NotApplicable });
        }
        let sum = terms.iter().filter_map(Self::number).try_fold(Decimal::ZERO, Decimal::checked_add)?;
        let at_least = terms.iter().any(|t| matches!(t, Self::AtLeast(_)));
        Some(if at_least { Self::AtLeast(sum) } else { Self::Exact(sum) })
    }

    /// As text in a sentence or a cell; blank is the empty text.
    pub fn text(&self) -> String {
        match self {
            Self::Exact(n) => n.to_string(),
            Self::AtLeast(n) => format!("{n}余"),
            Self::Blank => String::new(),
            Self::NotApplicable => "不适用".to_owned(),
        }
    }

    /// Rounded down for a sentence: 103 reads 「100余」, 83 「80余」, 1,234 「1200余」. From 100 on two
    /// leading digits stay, below that one. A round number, a number below 10 and one with decimals
    /// stay as they are.
    pub fn about(&self) -> String {
        let Self::Exact(n) = self else { return self.text() };
        match n.as_whole() {
            Some(whole) if whole >= 10 => {
                let digits = whole.ilog10();
                let step = 10_i64.pow(if digits >= 2 { digits - 1 } else { 1 });
                let floor = whole / step * step;
                if floor == whole { self.text() } else { format!("{floor}余") }
            }
            _ => self.text(),
        }
    }

    /// As the database holds it: `200`, `100+`, empty, `/`.
    pub fn to_storage(&self) -> String {
        match self {
            Self::Exact(n) => n.to_string(),
            Self::AtLeast(n) => format!("{n}+"),
            Self::Blank => String::new(),
            Self::NotApplicable => "/".to_owned(),
        }
    }

    /// The inverse of [`Quantity::to_storage`]; `None` where the text is none of the four.
    pub fn from_storage(text: &str) -> Option<Self> {
        match text {
            "" => Some(Self::Blank),
            "/" => Some(Self::NotApplicable),
            _ => match text.strip_suffix('+') {
                Some(rest) => Decimal::parse(rest).map(Self::AtLeast),
                None => Decimal::parse(text).map(Self::Exact),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn rounds_down_as_an_office_writes_it() {
        let about = |n| Quantity::count(n).about();
        assert_eq!(about(103), "100余");
        assert_eq!(about(83), "80余");
        assert_eq!(about(1234), "1200余");
        assert_eq!(about(187), "180余");
        assert_eq!(about(100), "100");
        assert_eq!(about(80), "80");
        assert_eq!(about(7), "7");
        assert_eq!(about(0), "0");
    }

    #[test]
    fn four_kinds_read_differently() {
        let texts: Vec<_> = [
            Quantity::count(0),
            Quantity::AtLeast(Decimal::whole(100)),
            Quantity::Blank,
            Quantity::NotApplicable,
        ]
        .iter()
        .map(Quantity::text)
        .collect();
        assert_eq!(texts, ["0", "100余", "", "不适用"]);
    }

    #[test]
    fn reads_what_an_input_method_types() {
        assert_eq!(Decimal::parse("１，０００．５").map(|d| d.to_string()).as_deref(), Some("1000.5"));
        for wrong in [
            "",
            "1.",
            ".5",
            "1.2345678",
            "百",
            "1e5",
            "--1",
            "9999999999999",
            "1,2",
            "1、2",
            "1,00",
            ",100",
            "1.2,345",
        ] {
            assert_eq!(Decimal::parse(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn decimals_survive_their_text(n in -999_999_999_999_000_000_i64..999_999_999_999_000_000) {
            let d = Decimal::from_millionths(n);
            prop_assert_eq!(Decimal::parse(&d.to_string()), Some(d));
        }

        #[test]
        fn quantities_survive_storage(n in 0_i64..9_999_999, kind in 0..4) {
            let q = match kind {
                0 => Quantity::count(n),
                1 => Quantity::AtLeast(Decimal::whole(n)),
                2 => Quantity::Blank,
                _ => Quantity::NotApplicable,
            };
            prop_assert_eq!(Quantity::from_storage(&q.to_storage()), Some(q));
        }

        #[test]
        fn rounding_down_never_says_more(n in 0_i64..9_999_999) {
            let about = Quantity::count(n).about();
            let floor: i64 = about.trim_end_matches('余').parse().unwrap();
            prop_assert!(floor <= n && (about.ends_with('余') == (floor < n)));
        }
    }
}
