//! Every due date explains itself, day by day and in one sentence.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use super::count::note;
use super::{Calendar, DayKind, Pause, weekday};

/// A count that is to be explained.
#[derive(Debug, Clone)]
pub struct Count {
    /// The day of the beginning; not counted.
    pub from: NaiveDate,
    /// What happened on it: 收到.
    pub opening: String,
    /// Working days to count.
    pub days: u32,
    /// Time that is taken out.
    pub pauses: Vec<Pause>,
    /// What is said when a number is reached before the last: (20, 「经批准延长20个工作日」).
    pub marks: Vec<(u32, String)>,
}

impl Count {
    /// A plain count.
    pub fn new(from: NaiveDate, opening: &str, days: u32) -> Self {
        Self { from, opening: opening.to_owned(), days, pauses: Vec::new(), marks: Vec::new() }
    }
}

/// One day of a count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Step {
    /// The day.
    pub day: NaiveDate,
    /// What kind of day it is.
    pub kind: DayKind,
    /// Which working day it is; none where it is not counted.
    pub number: Option<u32>,
    /// In words: 第3个工作日, 国庆节放假, 征求第三方意见，不计.
    pub label: String,
}

/// Why a date is what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Explanation {
    /// Day by day, the day of the beginning left out.
    pub steps: Vec<Step>,
    /// In one sentence.
    pub text: String,
    /// 「2027 年安排未入库，按周末推算」, where it is so.
    pub note: Option<String>,
}

/// A due date with its explanation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Deadline {
    /// The last day.
    pub due: NaiveDate,
    /// Why.
    pub explanation: Explanation,
}

/// Dates in a sentence: the year is said where it changes.
#[derive(Debug)]
pub(crate) struct Phrases {
    year: i32,
    said: Vec<String>,
}

impl Phrases {
    pub(crate) fn from_year(year: i32) -> Self {
        Self { year, said: Vec::new() }
    }

    pub(crate) fn say(&mut self, phrase: impl Into<String>) {
        self.said.push(phrase.into());
    }

    pub(crate) fn date(&mut self, day: NaiveDate) -> String {
        let text = format!("{}月{}日", day.month(), day.day());
        if day.year() == self.year {
            return text;
        }
        self.year = day.year();
        format!("{}年{text}", self.year)
    }

    /// 10月1—8日, 9月30日—10月6日, 12月31日—2027年1月2日.
    fn range(&mut self, first: NaiveDate, last: NaiveDate) -> String {
        let same_month = (first.year(), first.month()) == (last.year(), last.month());
        let begin = self.date(first);
        if first == last {
            begin
        } else if same_month {
            format!("{}—{}日", begin.trim_end_matches('日'), last.day())
        } else {
            format!("{begin}—{}", self.date(last))
        }
    }

    pub(crate) fn text(&self) -> String {
        self.said.join("；")
    }
}

/// Days of one kind in a row which are said together once they are over.
enum Run {
    Off { first: NaiveDate, last: NaiveDate, local: Option<String> },
    Paused { index: usize, working: u32 },
}

impl Calendar {
    /// The due date of a plain count, explained.
    pub fn deadline(&self, from: NaiveDate, opening: &str, days: u32) -> Deadline {
        self.explain(&Count::new(from, opening, days))
    }

    /// The due date of a count, explained.
    pub fn explain(&self, count: &Count) -> Deadline {
        let mut phrases = Phrases::from_year(count.from.year());
        let begin = phrases.date(count.from);
        phrases.say(format!("{} {begin}（{}）", count.opening, weekday(count.from)));
        self.explain_into(count, phrases)
    }

    /// As [`Calendar::explain`], after what has been said already.
    pub(crate) fn explain_into(&self, count: &Count, phrases: Phrases) -> Deadline {
        let pauses = merged(&count.pauses);
        let mut walk = Walk { pauses: &pauses, phrases, run: None, steps: Vec::new(), number: 0 };
        let mut day = count.from;
        while walk.number < count.days {
            let Some(next) = day.succ_opt() else { break };
            day = next;
            walk.step(day, self.kind(day));
            let counted = walk.steps.last().is_some_and(|s| s.number.is_some());
            if counted {
                walk.milestone(day, count);
            }
        }
        let note = note(&self.unlisted(count.from, day));
        let explanation = Explanation { steps: walk.steps, text: walk.phrases.text(), note };
        Deadline { due: day, explanation }
    }
}

/// Pauses that overlap, put together; their reasons are named once each.
fn merged(pauses: &[Pause]) -> Vec<Pause> {
    let mut sorted = pauses.to_vec();
    sorted.sort_by_key(|p| (p.from, p.to));
    let mut out: Vec<Pause> = Vec::new();
    for pause in sorted {
        match out.last_mut() {
            Some(last) if pause.from < last.to => {
                last.to = last.to.max(pause.to);
                if !last.why.contains(&pause.why) {
                    last.why = format!("{}、{}", last.why, pause.why);
                }
            }
            _ => out.push(pause),
        }
    }
    out
}

struct Walk<'a> {
    pauses: &'a [Pause],
    phrases: Phrases,
    run: Option<Run>,
    steps: Vec<Step>,
    number: u32,
}

impl Walk<'_> {
    fn step(&mut self, day: NaiveDate, kind: DayKind) {
        let pauses = self.pauses;
        let paused = pauses.iter().enumerate().find(|(_, p)| p.holds(day));
        let (number, label) = if let Some((index, pause)) = paused {
            self.pause(day, index, kind.is_working());
            (None, format!("{}，不计", pause.why))
        } else {
            self.off(day, &kind);
            let counted = kind.is_working().then_some(self.number + 1);
            self.number = counted.unwrap_or(self.number);
            (counted, label(&kind, self.number))
        };
        self.steps.push(Step { day, kind, number, label });
    }

    fn pause(&mut self, day: NaiveDate, index: usize, working: bool) {
        let counted = u32::from(working);
        match &mut self.run {
            Some(Run::Paused { index: at, working }) if *at == index => *working += counted,
            _ => {
                self.flush();
                self.run = Some(Run::Paused { index, working: counted });
            }
        }
        if self.pauses.get(index).is_some_and(|p| p.to == day) {
            self.flush();
        }
    }

    fn off(&mut self, day: NaiveDate, kind: &DayKind) {
        let local = match kind {
            DayKind::Holiday(_) => None,
            DayKind::Local(name) => Some(name.clone()),
            _ => {
                self.flush();
                if *kind == DayKind::Adjusted {
                    let date = self.phrases.date(day);
                    self.phrases.say(format!("{date}（{}）调休上班计入", weekday(day)));
                }
                return;
            }
        };
        match &mut self.run {
            Some(Run::Off { last, local: of, .. }) if *of == local => *last = day,
            _ => {
                self.flush();
                self.run = Some(Run::Off { first: day, last: day, local });
            }
        }
    }

    fn flush(&mut self) {
        match self.run.take() {
            None => {}
            Some(Run::Off { first, last, local }) => {
                let range = self.phrases.range(first, last);
                self.phrases.say(match local {
                    None => format!("{range}放假不计"),
                    Some(name) => format!("{range}{name}放假不计"),
                });
            }
            Some(Run::Paused { index, working }) => {
                let Some(pause) = self.pauses.get(index) else { return };
                let (from, to) = (self.phrases.date(pause.from), self.phrases.date(pause.to));
                self.phrases.say(format!("{} {from}至{to}，扣除{working}个工作日", pause.why));
            }
        }
    }

    fn milestone(&mut self, day: NaiveDate, count: &Count) {
        let mark = count.marks.iter().find(|(at, _)| *at == self.number);
        if mark.is_none() && self.number != count.days {
            return;
        }
        self.flush();
        let date = self.phrases.date(day);
        self.phrases.say(format!("第{}个工作日 {date}", self.number));
        if let Some((_, words)) = mark.filter(|(at, _)| *at != count.days) {
            self.phrases.say(words.clone());
        }
    }
}

fn label(kind: &DayKind, number: u32) -> String {
    match kind {
        DayKind::Working => format!("第{number}个工作日"),
        DayKind::Adjusted => format!("调休上班，第{number}个工作日"),
        DayKind::Weekend => "周末".to_owned(),
        DayKind::Holiday(name) | DayKind::Local(name) => format!("{name}放假"),
    }
}
