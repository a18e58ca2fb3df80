//! The numbers of a sentence, told apart: what counts something (「100余条」), what is a share, what is a
//! date, and what is no number at all but a mark: 「第五十条」, 「12345」热线, 「〔2021〕30号」, 「1.」.

use std::ops::Range;

use crate::number::{Decimal, narrow};

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
    /// 「约60」, 「近80」
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

/// Units, longest first.
const UNITS: &[&str] = &[
    "工作日",
    "人次",
    "万元",
    "亿元",
    "余元",
    "件次",
    "批次",
    "场次",
    "条次",
    "元",
    "件",
    "条",
    "次",
    "篇",
    "份",
    "个",
    "名",
    "人",
    "项",
    "期",
    "场",
    "宗",
    "起",
    "例",
    "页",
    "部",
    "张",
    "处",
    "封",
    "户",
    "位",
    "家",
    "批",
    "幅",
    "块",
    "类",
    "版",
    "则",
    "册",
    "套",
    "本",
    "台",
    "天",
    "分钟",
    "小时",
    "字",
    "辆",
    "组",
    "村",
    "亩",
    "公里",
    "岁",
    "倍",
    "遍",
    "轮",
    "支",
    "间",
    "栏",
    "级",
    "步",
    "方面",
    "章",
    "大",
];

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
    while let Some(start) = text[at..].find(is_digit).map(|found| at + found) {
        let run = Run { text, start, end: run_end(text, start) };
        if let Some((date, end)) = run.date(base) {
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

    /// 「2018年12月31日」, 「12月」, 「2021-1-1」, a year alone.
    fn date(&self, base: usize) -> Option<(Date, usize)> {
        let digits = narrow(self.digits());
        if let Some(dotted) = self.dashed(&digits, base) {
            return Some(dotted);
        }
        let plain = digits.bytes().all(|b| b.is_ascii_digit());
        if !plain {
            return None;
        }
        let behind = self.behind();
        if let Some(rest) = behind.strip_prefix('年').filter(|_| digits.len() >= 4) {
            let mut end = self.end + '年'.len_utf8();
            let (month, day) = month_day(self.text, rest.trim_start(), &mut end);
            let year = digits.parse().ok().filter(|_| digits.len() == 4);
            let date = Date { span: base + self.start..base + end, year_digits: digits, year, month, day };
            return Some((date, end));
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
        let value = Decimal::parse(digits)?;
        let mut end = self.end;
        let mut bound = self.bound_before();
        let mut value = value;
        let mut rest = self.behind();
        let blank = rest.len() - rest.trim_start_matches([' ', '　']).len();
        if blank > 0 && UNITS.iter().any(|unit| rest[blank..].starts_with(unit)) {
            rest = &rest[blank..];
            end += blank;
        }
        for word in ["余", "多", "来"] {
            if let Some(behind) = rest.strip_prefix(word) {
                (rest, end, bound) = (behind, end + word.len(), Bound::AtLeast);
                break;
            }
        }
        if rest.starts_with('万') && !rest.starts_with("万元") {
            let scaled = value.millionths().checked_mul(10_000)?;
            value = Decimal::from_millionths(scaled);
            rest = &rest['万'.len_utf8()..];
            end += '万'.len_utf8();
            if let Some(behind) = rest.strip_prefix('余') {
                (rest, end, bound) = (behind, end + '余'.len_utf8(), Bound::AtLeast);
            }
        }
        let percent = rest.starts_with(['%', '％', '﹪']) || self.text[..self.start].ends_with("百分之");
        let unit = UNITS.iter().find(|unit| rest.starts_with(**unit)).copied().unwrap_or_default();
        end += if percent && !unit.is_empty() { 0 } else { unit.len() };
        if percent {
            end += rest.chars().next().filter(|c| matches!(c, '%' | '％' | '﹪')).map_or(0, char::len_utf8);
        }
        if rest[unit.len()..].starts_with("以上") && !unit.is_empty() {
            bound = Bound::AtLeast;
        }
        let places = narrow(digits).split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let kind = if percent { NumberKind::Percent } else { NumberKind::Count };
        Some(Number { span: base + self.start..base + end, value, bound, kind, unit, places })
    }

    fn bound_before(&self) -> Bound {
        let before = &self.text[..self.start];
        let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
        if ends(&["超", "超过", "逾", "不少于", "至少", "多达"]) {
            Bound::AtLeast
        } else if ends(&["约", "近", "约为", "大约", "将近", "接近"]) {
            Bound::About
        } else {
            Bound::Exact
        }
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

/// 「六」, 「十二」, 「6」 as a number up to 99.
pub fn small_number(text: &str) -> Option<usize> {
    let narrow = narrow(text);
    if let Ok(number) = narrow.parse() {
        return Some(number);
    }
    let digit = |c: char| "一二三四五六七八九".chars().position(|d| d == c).map(|at| at + 1);
    let chars: Vec<char> = text.chars().map(|c| if c == '两' { '二' } else { c }).collect();
    match chars.as_slice() {
        ['十'] => Some(10),
        ['十', ones] => digit(*ones).map(|d| 10 + d),
        [tens, '十'] => digit(*tens).map(|d| d * 10),
        [tens, '十', ones] => Some(digit(*tens)? * 10 + digit(*ones)?),
        [one] => digit(*one),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
