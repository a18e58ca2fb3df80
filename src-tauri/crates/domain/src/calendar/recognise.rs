//! Reads the dates out of the pasted text of a yearly notice, in the State Council's usual wording:
//! 「一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。」
//!
//! What the text says twice is held together: weekdays against dates, 「共3天」 against the days found.
//! What does not agree is a doubt for the clerk, who sees the days before they are saved.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use super::{Holiday, Notice, long_date, weekday};
use crate::Failure;

mod lexer;

use lexer::{Token, lex};

/// A notice as it was read, with what the clerk should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Recognised {
    /// The days.
    pub notice: Notice,
    /// What did not agree or was not found, in sentences.
    pub doubts: Vec<String>,
}

/// The holidays that every notice since 2008 arranges (《全国年节及纪念日放假办法》第二条).
const STATUTORY: &[&str] = &["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"];
/// No holiday is longer; a longer range is a slip of the pen.
const LONGEST: usize = 16;

/// Reads the text of a notice. `year` where the clerk has said which year it is for; else the text says it.
///
/// # Errors
/// `calendar.unrecognised` where no year or no holiday is found, or a date does not exist;
/// `calendar.notice` where the days found cannot be those of a notice.
pub fn recognise(text: &str, year: Option<i32>) -> Result<Recognised, Failure> {
    let text = plain(text);
    let year = year.or_else(|| year_of(&text)).ok_or_else(|| {
        unrecognised("没有看出这份通知是哪一年的".to_owned(), "请连同标题一起粘贴，或者先选好年份。")
    })?;
    let mut doubts = Vec::new();
    let mut notice = Notice { year, holidays: Vec::new(), workdays: Vec::new() };
    for (name, body) in items(&text) {
        let found = Item::read(year, &lex(body), &mut doubts, name)?;
        if found.off.is_empty() && found.work.is_empty() {
            continue;
        }
        if found.said.is_some_and(|said| said != found.off.len()) {
            let said = found.said.unwrap_or_default();
            doubts.push(format!("{name}写明共{said}天，识别出{}天，请核对", found.off.len()));
        }
        notice.workdays.extend(found.work);
        notice.holidays.push(Holiday { name: name.to_owned(), days: found.off.into_iter().collect() });
    }
    if notice.holidays.is_empty() {
        return Err(unrecognised(
            "没有从这段文字里认出放假日期".to_owned(),
            "请粘贴国务院办公厅通知里「一、元旦：……放假……」这一部分，或者手工填写。",
        ));
    }
    notice.workdays.sort_unstable();
    notice.workdays.dedup();
    notice.check()?;
    for missing in STATUTORY.iter().filter(|s| !notice.holidays.iter().any(|h| h.name.contains(**s))) {
        doubts.push(format!("没有识别到{missing}，请核对"));
    }
    Ok(Recognised { notice, doubts })
}

fn unrecognised(message: String, hint: &str) -> Failure {
    Failure::new("calendar.unrecognised", message, hint)
}

/// Half-width digits and no blanks, one dash for all of them.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| *c == '\n' || !(c.is_whitespace() || *c == '\u{feff}'))
        .map(|c| match c {
            '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
            '-' | '－' | '–' | '―' | '~' | '～' | '到' => '—',
            '(' => '（',
            ')' => '）',
            ':' => '：',
            other => other,
        })
        .collect()
}

/// 「2027年部分节假日安排」 before any other year that the text names.
fn year_of(text: &str) -> Option<i32> {
    let years = |follows: &str| {
        text.match_indices(follows).find_map(|(at, _)| {
            let digits: String = text[..at].chars().rev().take(4).collect();
            let digits: String = digits.chars().rev().collect();
            digits.parse::<i32>().ok().filter(|y| (2000..=2100).contains(y))
        })
    };
    years("年部分节假日").or_else(|| years("年"))
}

/// The items with their holidays' names: 「六、国庆节、中秋节：」.
fn items(text: &str) -> Vec<(&str, &str)> {
    let mut heads = Vec::new();
    for (colon, _) in text.match_indices('：') {
        let start = text[..colon].rfind(['\n', '。', '；', '：']).map_or(0, |at| next(text, at));
        let head = &text[start..colon];
        if let Some(name) = holiday_name(head) {
            heads.push((name, start, next(text, colon)));
        }
    }
    let ends = heads.iter().skip(1).map(|(_, start, _)| *start).chain([text.len()]);
    heads.iter().zip(ends).map(|((name, _, body), end)| (*name, &text[*body..end])).collect()
}

/// The place behind the character at `at`.
fn next(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(0, char::len_utf8)
}

fn holiday_name(head: &str) -> Option<&str> {
    let numeral = |c: char| "一二三四五六七八九十".contains(c) || c.is_ascii_digit();
    // Where the lines were lost in pasting, the item's number is what parts it from the words before.
    let mut numbered = head.match_indices('、').filter_map(|(at, _)| {
        let start = head[..at].rfind(|c| !numeral(c)).map_or(0, |before| next(head, before));
        (start < at).then_some(start)
    });
    let head = &head[numbered.next_back().unwrap_or(0)..];
    let bare = head.trim_start_matches('（').trim_start_matches(numeral);
    let name = bare.trim_start_matches(['、', '.', '．', '）']);
    let known = name.contains('节') || name.contains("元旦") || name.contains("纪念日");
    let short =
        name.chars().count() <= 24 && !name.contains(|c: char| c.is_ascii_digit() || "，（".contains(c));
    (known && short && !name.contains("放假")).then_some(name)
}

/// What one item says.
#[derive(Default)]
struct Item {
    off: BTreeSet<NaiveDate>,
    work: Vec<NaiveDate>,
    said: Option<usize>,
}

/// A date as it stands: the year and the month may be left out.
#[derive(Clone, Copy)]
struct Written {
    year: Option<i32>,
    month: u32,
    day: u32,
    weekday: Option<char>,
}

impl Item {
    fn read(year: i32, tokens: &[Token], doubts: &mut Vec<String>, name: &str) -> Result<Self, Failure> {
        let mut item = Self::default();
        // Dates that wait for their verb; a pair is a range.
        let mut waiting: Vec<(Written, Option<Written>)> = Vec::new();
        let mut worked: Vec<Written> = Vec::new();
        let mut month = None;
        let mut range = false;
        for token in tokens {
            match token {
                Token::Date { year, month: written, day } => {
                    let Some(in_month) = written.or(month) else { continue };
                    month = Some(in_month);
                    let date = Written { year: *year, month: in_month, day: *day, weekday: None };
                    match waiting.last_mut() {
                        Some((_, end @ None)) if range => *end = Some(date),
                        _ => waiting.push((date, None)),
                    }
                    range = false;
                }
                Token::Weekday(sign) => {
                    if let Some((first, end)) = waiting.last_mut() {
                        end.as_mut().unwrap_or(first).weekday = Some(*sign);
                    }
                }
                Token::Through => range = true,
                Token::Days(n) => item.said = Some(usize::try_from(*n).unwrap_or_default()),
                Token::Off => {
                    for (first, end) in waiting.drain(..) {
                        item.take_off(year, first, end, doubts, name)?;
                    }
                }
                Token::Work => worked.extend(waiting.drain(..).map(|(first, _)| first)),
                Token::End => {
                    waiting.clear();
                    range = false;
                }
            }
        }
        for written in worked {
            let day = nearest(year, written, &item.off, name)?;
            check_weekday(day, written, doubts);
            item.work.push(day);
        }
        Ok(item)
    }

    fn take_off(
        &mut self,
        year: i32,
        first: Written,
        end: Option<Written>,
        doubts: &mut Vec<String>,
        name: &str,
    ) -> Result<(), Failure> {
        let last = end.unwrap_or(first);
        let last_day = existing(last.year.or(first.year).unwrap_or(year), last, name)?;
        let mut from = existing(first.year.unwrap_or(last_day.year()), first, name)?;
        if from > last_day && first.year.is_none() {
            from = existing(last_day.year() - 1, first, name)?;
        }
        let last_day = if last_day < from && last.year.is_none() {
            existing(from.year() + 1, last, name)?
        } else {
            last_day
        };
        let days: Vec<_> = from.iter_days().take_while(|d| *d <= last_day).take(LONGEST + 1).collect();
        if days.is_empty() || days.len() > LONGEST {
            return Err(unrecognised(
                format!("{name}从{}放到{}，不像真的", long_date(from), long_date(last_day)),
                "请核对粘贴的文字，或者手工填写。",
            ));
        }
        check_weekday(from, first, doubts);
        check_weekday(last_day, last, doubts);
        self.off.extend(days);
        Ok(())
    }
}

fn existing(year: i32, written: Written, name: &str) -> Result<NaiveDate, Failure> {
    NaiveDate::from_ymd_opt(year, written.month, written.day).ok_or_else(|| {
        unrecognised(
            format!("{name}一项里的「{}月{}日」不是日历上的日期", written.month, written.day),
            "请核对粘贴的文字，或者手工填写。",
        )
    })
}

/// A working weekend stands near its holiday: 「12月29日上班」 for a 元旦 that begins in December lies in
/// the year before the notice's.
fn nearest(year: i32, written: Written, off: &BTreeSet<NaiveDate>, name: &str) -> Result<NaiveDate, Failure> {
    if let Some(year) = written.year {
        return existing(year, written, name);
    }
    let here = existing(year, written, name)?;
    let distance = |day: NaiveDate| off.iter().map(|o| (*o - day).num_days().abs()).min().unwrap_or(0);
    let there = [year - 1, year + 1].into_iter().filter_map(|y| existing(y, written, name).ok());
    Ok(there.fold(here, |best, day| if distance(day) < distance(best) { day } else { best }))
}

fn check_weekday(day: NaiveDate, written: Written, doubts: &mut Vec<String>) {
    let Some(sign) = written.weekday else { return };
    let sign = if sign == '天' { '日' } else { sign };
    let real = weekday(day);
    if !real.ends_with(sign) {
        let doubt = format!("{}写作周{sign}，实际是{real}，请核对", long_date(day));
        if !doubts.contains(&doubt) {
            doubts.push(doubt);
        }
    }
}
