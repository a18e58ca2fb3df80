//! Dates and years as reports write them: 「2018年12月31日」, 「2021-1-1」, 「24年」, 「2024—25年」.

use super::{Date, Run, is_digit};
use crate::number::narrow;

impl Run<'_> {
    /// 「2018年12月31日」, 「12月」, 「2021-1-1」, a year alone.
    pub(super) fn date(&self, base: usize) -> Option<(Date, usize)> {
        let digits = narrow(self.digits());
        if let Some(dotted) = self.dashed(&digits, base) {
            return Some(dotted);
        }
        let plain = digits.bytes().all(|b| b.is_ascii_digit());
        if !plain {
            return None;
        }
        let behind = self.behind();
        if let Some(rest) = behind.strip_prefix('年') {
            let year = match digits.len() {
                2 => Some(self.short_year(&digits, rest)?),
                4 => digits.parse().ok(),
                0..4 => return None,
                _ => None,
            };
            let mut end = self.end + '年'.len_utf8();
            let (month, day) = month_day(self.text, rest.trim_start(), &mut end);
            let date = Date { span: base + self.start..base + end, year_digits: digits, year, month, day };
            return Some((date, end));
        }
        if let Some(year) = year_of_a_span(&digits, behind) {
            let span = base + self.start..base + self.end;
            let date = Date { span, year_digits: digits, year: Some(year), month: None, day: None };
            return Some((date, self.end));
        }
        if behind.starts_with('月') && digits.len() <= 2 {
            let mut end = self.start;
            let (month, day) = month_day(self.text, &self.text[self.start..], &mut end);
            let span = base + self.start..base + end;
            return Some((Date { span, year_digits: String::new(), year: None, month, day }, end));
        }
        None
    }

    fn dashed(&self, digits: &str, base: usize) -> Option<(Date, usize)> {
        let wide = format!("{digits}{}", narrow(&self.behind().chars().take(8).collect::<String>()));
        let sign = ['-', '.', '/'].into_iter().find(|sign| wide.get(4..5) == Some(&sign.to_string()))?;
        let fields: Vec<&str> = wide.splitn(3, sign).collect();
        let [year, month, rest] = fields.as_slice() else { return None };
        let day: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let small = |s: &str| (1..=2).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
        let year = year.parse::<i32>().ok().filter(|y| (1990..2100).contains(y))?;
        if !small(month) || !small(&day) {
            return None;
        }
        let length = 4 + 1 + month.len() + 1 + day.len();
        // As many characters as the date has, each of the length it has in the text.
        let end =
            self.start + self.text[self.start..].chars().take(length).map(char::len_utf8).sum::<usize>();
        let date = Date {
            span: base + self.start..base + end,
            year_digits: year.to_string(),
            year: Some(year),
            month: month.parse().ok(),
            day: day.parse().ok(),
        };
        Some((date, end))
    }

    /// 「24年」 as 2024, where it is a year and no length of time: 「24年12月」, 「24年度」, 「比23年」, 「24年，我镇」.
    fn short_year(&self, digits: &str, rest: &str) -> Option<i32> {
        let year = 2000 + digits.parse::<i32>().ok()?;
        let before = self.text[..self.start].trim_end();
        if !SHORT_YEARS.contains(&year) || before.ends_with(LENGTH_BEFORE) || is_length(rest) {
            return None;
        }
        let month = leading(rest.trim_start(), '月').is_some();
        let spanned = may_follow(before).is_some_and(|years| years.contains(&year));
        let named = month || spanned || starts(rest, YEAR_BEHIND);
        let compared = YEAR_BEFORE.iter().any(|word| before.ends_with(word));
        // 「保管期限分永久、30年、10年」: behind a comma only where somebody then does something.
        let opens = before.is_empty() || before.ends_with(['。', '；', ';', '：', '（', '(']);
        let tells = rest.strip_prefix(['，', ',']).is_some_and(|rest| !rest.starts_with(is_digit));
        let goes_on = opens && tells || starts(rest, DOES);
        let begins = goes_on && (opens || before.ends_with(['，', ',']));
        (named || compared && !rest.is_empty() || begins).then_some(year)
    }
}

/// Years that two digits may stand for: those that the forms are for, and plans for some time to come.
const SHORT_YEARS: std::ops::Range<i32> = 2008..2050;

/// 「近20年」, 「满30年」
const LENGTH_BEFORE: &[char] = &[
    '近', '满', '约', '超', '过', '逾', '达', '足', '第', '每', '前', '后', '头', '整', '续', '期', '去',
    '有', '.',
];

/// 「24年来」, 「20年期」
const LENGTH_BEHIND: &[&str] = &[
    "来",
    "间",
    "期",
    "内",
    "前",
    "后",
    "以",
    "多",
    "余",
    "左右",
    "限",
    "时间",
    "时限",
    "的历史",
    "的时间",
    "龄",
    "制",
    "长",
    "保",
    "有余",
    "中",
    "不变",
    "不动",
    "一遇",
];

/// Words that only a year has behind it.
const YEAR_BEHIND: &[&str] = &[
    "度",
    "底",
    "初",
    "末",
    "全年",
    "上半年",
    "下半年",
    "前三季度",
    "第一季度",
    "第二季度",
    "第三季度",
    "第四季度",
    "一季度",
    "二季度",
    "三季度",
    "四季度",
    "年报",
    "年度",
    "政府信息公开",
    "同期",
];

/// Words that a year is compared with, or that begin or end a time.
const YEAR_BEFORE: &[&str] =
    &["比", "较", "与", "同", "截至", "截止", "截止到", "上年（", "上年(", "去年（", "去年("];

/// What follows a year that a sentence begins with.
const DOES: &[&str] = &[
    "我", "本", "共", "累计", "全", "收到", "受理", "新", "主动", "公开", "发布", "办", "制发", "开展",
    "召开", "未", "没有", "县", "乡", "镇", "各",
];

/// Signs between two years.
const SPAN: &[char] = &['—', '-', '–', '－', '~', '～', '至', '到', '、', '和', '与', '及'];

/// Those of them that part numbers of two digits only in a span.
const DASHES: &[char] = &['—', '-', '–', '－', '~', '～'];

fn starts(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.starts_with(word))
}

/// Whether what follows 「20年」 makes it a length of time.
fn is_length(rest: &str) -> bool {
    starts(rest, LENGTH_BEHIND) && !starts(rest, YEAR_BEHIND)
}

/// The first year of 「2024—25年」, 「2023、2024年」, 「24-25年」.
fn year_of_a_span(digits: &str, behind: &str) -> Option<i32> {
    let (year, signs) = match digits.len() {
        4 => (digits.parse().ok()?, SPAN),
        2 => (2000 + digits.parse::<i32>().ok()?, DASHES),
        _ => return None,
    };
    let rest = behind.trim_start_matches(signs);
    let later: String = rest.chars().take_while(|c| is_digit(*c)).collect();
    if rest.len() == behind.len() || !rest[later.len()..].starts_with('年') {
        return None;
    }
    let later = narrow(&later);
    let short = later.len() == 2;
    let later = later.parse::<i32>().ok()? + if short { 2000 } else { 0 };
    // 「10—15年」 is a length of time; two digits twice are years only where one follows the other.
    let follows = if digits.len() == 2 { later == year + 1 } else { (year + 1..=year + 30).contains(&later) };
    let wide = if short { SHORT_YEARS } else { 1980..2100 };
    (follows && wide.contains(&year) && wide.contains(&later)).then_some(year)
}

/// The years that may end a span, where `before` ends in the sign behind its first year. Only 「24—25年」 is
/// one of two digits twice; 「15—20年」 is a length of time.
fn may_follow(before: &str) -> Option<std::ops::RangeInclusive<i32>> {
    let bare = before.trim_end_matches(SPAN);
    if bare.len() == before.len() {
        return None;
    }
    let bare = bare.strip_suffix('年').unwrap_or(bare);
    let digits = narrow(&bare[bare.trim_end_matches(is_digit).len()..]);
    let year = digits.parse::<i32>().ok()?;
    match digits.len() {
        2 => Some(2000 + year + 1..=2000 + year + 1),
        4 => Some(year + 1..=year + 30),
        _ => None,
    }
}

/// Month and day at the beginning of `rest`; moves `end` behind them.
fn month_day(text: &str, rest: &str, end: &mut usize) -> (Option<u32>, Option<u32>) {
    let place = text.len() - rest.len();
    let Some((month, after)) = leading(rest, '月') else { return (None, None) };
    *end = place + (rest.len() - after.len());
    let Some((day, after)) = leading(after, '日') else { return (Some(month), None) };
    *end = place + (rest.len() - after.len());
    (Some(month), Some(day))
}

/// One or two digits and their sign, and what follows.
fn leading(text: &str, sign: char) -> Option<(u32, &str)> {
    let digits = text.find(|c| !is_digit(c)).unwrap_or(text.len());
    let number = narrow(&text[..digits]);
    if number.is_empty() || number.len() > 2 {
        return None;
    }
    let rest = text[digits..].strip_prefix(sign)?;
    Some((number.parse().ok()?, rest))
}
