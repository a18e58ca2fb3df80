//! The numbers of a sentence, told apart: what counts something (「100余条」, 「十五件」), what is a share, what
//! is a date, and what is no number at all but a mark: 「第五十条」, 「12345」热线, 「〔2021〕30号」, 「1.」.

mod counted;
mod dates;
mod numerals;
mod units;

use std::ops::Range;

use crate::number::{Decimal, narrow};

pub use numerals::small_number;
use units::unit_at;

/// What kind of number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberKind {
    /// Counts or measures something.
    Count,
    /// A share of a hundred.
    Percent,
}

/// How exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// 200
    Exact,
    /// 「100余」, 「30多」, 「超过50」
    AtLeast,
    /// 「约60」, 「近80」, 「不足50」, 「60条左右」
    About,
}

/// A number in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// From its first digit to the end of its unit.
    pub span: Range<usize>,
    /// Its value.
    pub value: Decimal,
    /// How exact.
    pub bound: Bound,
    /// What it is.
    pub kind: NumberKind,
    /// 条, 件, 人次, 万元; empty where no unit follows.
    pub unit: &'static str,
    /// Decimals written.
    pub places: usize,
}

/// A date, or a year alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    /// Where it stands.
    pub span: Range<usize>,
    /// The digits of the year as they stand; empty for 「3月1日」.
    pub year_digits: String,
    /// The year, where its digits make one.
    pub year: Option<i32>,
    /// Month.
    pub month: Option<u32>,
    /// Day.
    pub day: Option<u32>,
}

/// A run of digits and what stands around it.
struct Run<'a> {
    text: &'a str,
    start: usize,
    end: usize,
}

/// The numbers and dates of a sentence; `base` is where the sentence stands.
pub fn numbers_of(text: &str, base: usize) -> (Vec<Number>, Vec<Date>) {
    let (mut numbers, mut dates) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(start) = text[at..].find(begins_number).map(|found| at + found) {
        let numeral = !text[start..].starts_with(is_digit);
        let end = if numeral { behind_numeral(text, start) } else { run_end(text, start) };
        let run = Run { text, start, end };
        if numeral {
            let number = run.numeral(base);
            at = number.as_ref().map_or(run.end, |n| n.span.end - base);
            numbers.extend(number);
        } else if let Some((date, end)) = run.date(base) {
            dates.push(date);
            at = end;
        } else if run.is_mark() {
            at = run.end;
        } else {
            let number = run.number(base);
            at = number.as_ref().map_or(run.end, |n| n.span.end - base).max(run.end);
            numbers.extend(number);
        }
    }
    (numbers, dates)
}

fn begins_number(c: char) -> bool {
    is_digit(c) || numerals::is_numeral(c)
}

/// End of characters that make a number.
fn behind_numeral(text: &str, start: usize) -> usize {
    text[start..].find(|c| !numerals::is_numeral(c)).map_or(text.len(), |length| start + length)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// End of digits with thousands' commas and a decimal point among them.
fn run_end(text: &str, start: usize) -> usize {
    let mut end = start;
    for (at, c) in text[start..].char_indices() {
        let digits_behind = || text[start + at + c.len_utf8()..].chars().take_while(|c| is_digit(*c)).count();
        let inside = match c {
            _ if is_digit(c) => true,
            '.' | '．' => digits_behind() > 0,
            ',' => digits_behind() == 3,
            _ => false,
        };
        if !inside {
            break;
        }
        end = start + at + c.len_utf8();
    }
    end
}

impl Run<'_> {
    fn digits(&self) -> &str {
        &self.text[self.start..self.end]
    }

    fn before(&self) -> Option<char> {
        self.text[..self.start].chars().next_back()
    }

    fn behind(&self) -> &str {
        &self.text[self.end..]
    }

    /// Digits that count nothing.
    fn is_mark(&self) -> bool {
        let ascii_word =
            |c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '@' | '_' | '-' | '=' | '&' | '\\');
        let before = self.before();
        let behind = self.behind();
        let next = behind.chars().next();
        let negative = before == Some('-') && !self.text[..self.start - 1].ends_with(is_digit);
        if before.is_some_and(|c| ascii_word(c) || c == '.' || c == '第') && !negative
            || next.is_some_and(|c| ascii_word(c) && !behind.starts_with("APP"))
        {
            return true;
        }
        let quoted = before
            .is_some_and(|c| matches!(c, '“' | '"' | '「' | '〔' | '[' | '【' | '·' | '•' | '［'))
            || next
                .is_some_and(|c| matches!(c, '”' | '"' | '」' | '〕' | ']' | '】' | '·' | '•' | '×' | '］'));
        let enumerates = matches!(next, Some('.' | '．' | '、' | ')' | '）' | '：'))
            && before.is_none_or(|c| {
                c.is_whitespace() || matches!(c, '；' | ';' | '。' | '：' | ':' | '（' | '(' | '，')
            })
            && self.digits().len() <= 2;
        let numbered = behind.starts_with('号')
            || behind.starts_with("热线")
            || behind.starts_with("政务")
            || behind.starts_with("便民");
        quoted || enumerates || numbered || self.digits().len() > 9
    }

    fn number(&self, base: usize) -> Option<Number> {
        let digits = self.digits();
        let mut value = Decimal::parse(digits)?;
        let mut bound = self.bound_before();
        let mut rest = self.behind();
        let blank = rest.len() - rest.trim_start_matches([' ', '　']).len();
        if blank > 0 && !unit_at(&rest[blank..]).is_empty() {
            rest = &rest[blank..];
        }
        rest = more(rest, &mut bound);
        (value, rest) = scaled(value, rest)?;
        rest = more(rest, &mut bound);
        let percent = rest.starts_with(['%', '％', '﹪']) || self.text[..self.start].ends_with("百分之");
        let unit = unit_at(rest);
        let mut end = self.text.len() - rest.len() + if percent { 0 } else { unit.len() };
        if percent {
            end += rest.chars().next().filter(|c| matches!(c, '%' | '％' | '﹪')).map_or(0, char::len_utf8);
        }
        bound = bound_behind(&rest[unit.len()..], unit).unwrap_or(bound);
        let places = narrow(digits).split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let kind = if percent { NumberKind::Percent } else { NumberKind::Count };
        Some(Number { span: base + self.start..base + end, value, bound, kind, unit, places })
    }

    /// A number in characters, where it counts something: 「十五件」, 「三千余条」.
    fn numeral(&self, base: usize) -> Option<Number> {
        let numeral = self.digits();
        let mut bound = self.bound_before();
        let mut rest = more(self.behind(), &mut bound);
        // 「十几条」
        if let Some(behind) = rest.strip_prefix('几').filter(|_| numeral.ends_with('十')) {
            (rest, bound) = (behind, Bound::AtLeast);
        }
        // 「二十万元」 is written in 万元, as 「20万元」 is; 「十余万条」 is ten times 10,000 and more.
        let in_wan = rest.starts_with('元').then(|| numeral.strip_suffix('万')).flatten();
        let scaled = rest.strip_prefix('万').filter(|behind| !behind.starts_with('元'));
        let unit = if in_wan.is_some() { "万元" } else { unit_at(scaled.unwrap_or(rest)) };
        if unit.is_empty() {
            return None;
        }
        let times = if scaled.is_some() { 10_000 } else { 1 };
        let behind = &scaled.unwrap_or(rest)[if in_wan.is_some() { '元'.len_utf8() } else { unit.len() }..];
        let alone = matches!(numeral, "百" | "千" | "万") && bound != Bound::Exact;
        let whole = match numeral {
            "百" if alone => 100,
            "千" if alone => 1_000,
            "万" if alone => 10_000,
            _ => numerals::value(in_wan.unwrap_or(numeral))?,
        };
        let place = counted::Place { before: &self.text[..self.start], numeral, unit, behind };
        if !place.counts() {
            return None;
        }
        bound = bound_behind(behind, unit).unwrap_or(bound);
        let end = self.text.len() - behind.len();
        let value = Decimal::whole(whole * times);
        let kind = NumberKind::Count;
        Some(Number { span: base + self.start..base + end, value, bound, kind, unit, places: 0 })
    }

    fn bound_before(&self) -> Bound {
        let before = &self.text[..self.start];
        let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
        if ends(&["不超过", "不足", "不到", "少于", "约", "近", "约为", "大概", "未超过"])
            && !ends(&["不少于"])
        {
            Bound::About
        } else if ends(&["超", "超过", "逾", "不少于", "至少", "多达"]) {
            Bound::AtLeast
        } else {
            Bound::Exact
        }
    }
}

/// What follows 「余」, 「多」 or 「来」, which make a number a lower bound.
fn more<'t>(rest: &'t str, bound: &mut Bound) -> &'t str {
    let Some(behind) = rest.strip_prefix(['余', '多', '来']) else { return rest };
    *bound = Bound::AtLeast;
    behind
}

/// 「30条以上」, 「30条左右」
fn bound_behind(behind: &str, unit: &str) -> Option<Bound> {
    if unit.is_empty() {
        return None;
    }
    let about = ["左右", "上下", "以内"].iter().any(|word| behind.starts_with(word));
    if about { Some(Bound::About) } else { behind.starts_with("以上").then_some(Bound::AtLeast) }
}

/// A number with its scales, and what follows: 「1.2万」, 「1万2千」, 「3千」, but not 「3千克」.
fn scaled(value: Decimal, rest: &str) -> Option<(Decimal, &str)> {
    let (mut sum, mut part, mut rest) = (Decimal::ZERO, value, rest);
    let mut least = i64::MAX;
    while let Some((scale, behind)) = scale_at(rest).filter(|(scale, _)| *scale < least) {
        sum = sum.checked_add(Decimal::from_millionths(part.millionths().checked_mul(scale)?))?;
        (part, rest, least) = (Decimal::ZERO, behind, scale);
        let digits = rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
        if digits > 0 && scale_at(&rest[digits..]).is_some_and(|(next, _)| next < scale) {
            (part, rest) = (Decimal::parse(&rest[..digits])?, &rest[digits..]);
        }
    }
    Some((sum.checked_add(part)?, rest))
}

/// A scale at the beginning, and what follows.
fn scale_at(rest: &str) -> Option<(i64, &str)> {
    let scale = match rest.chars().next()? {
        '万' if !rest.starts_with("万元") => 10_000,
        '千' => 1_000,
        '百' => 100,
        _ => return None,
    };
    let behind = &rest['万'.len_utf8()..];
    let measure =
        scale < 10_000 && behind.starts_with(['克', '米', '瓦', '伏', '卡', '字', '分', '赫', '帕', '升']);
    (!measure).then_some((scale, behind))
}

#[cfg(test)]
mod tests;
