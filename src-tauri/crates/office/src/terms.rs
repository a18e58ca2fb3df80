//! What is due when: answers to applications and the terms within them, what is to be published, hotline
//! cases, and the report itself.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use domain::calendar::{Calendar, Explanation, long_date};
use domain::clock::{self, Case, HotlineTerm, ReportTerm, Status};
use domain::{Failure, Record, Value};
use serde::{Deserialize, Serialize};
use store::OpenCase;
use ts_rs::TS;

use crate::Office;

/// Working days before its day that a thing is pressing.
const SOON: i64 = 3;

/// How near a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Nearness {
    /// The day has passed.
    Overdue,
    /// Today, or a day off before the next working day.
    Today,
    /// Within three working days.
    Soon,
    /// Later.
    Later,
}

/// What is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TermKind {
    /// The answer to an application.
    Answer,
    /// A term within an application: 补正, 第三方, 缴费.
    Within,
    /// 主动公开 (条例第二十六条)
    Publication,
    /// 热线办件
    Hotline,
    /// 年度报告
    Report,
}

/// Something that is due.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Term {
    /// What kind.
    pub kind: TermKind,
    /// Ledger of the record; none for the report.
    pub ledger: Option<String>,
    /// The record, or the year of the report.
    #[ts(type = "number")]
    pub id: i64,
    /// The year in whose list the record stands.
    pub year: i32,
    /// 登记号, 编号; may be empty.
    pub number: String,
    /// What it is about; never personal data.
    pub title: String,
    /// What has to happen: 答复, 第三方（1）提出意见, 公开.
    pub what: String,
    /// Where it stands, for an application.
    pub status: String,
    /// The last day.
    pub due: NaiveDate,
    /// Working days left; negative after the day.
    #[ts(type = "number")]
    pub days_left: i64,
    /// How near that is.
    pub nearness: Nearness,
    /// Why that day, in a sentence.
    pub why: String,
    /// 「2027 年安排未入库，按周末推算」, where it is so.
    pub note: Option<String>,
}

/// Everything that is due, the nearest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Terms {
    /// The day this was looked at.
    pub today: NaiveDate,
    /// Everything.
    pub terms: Vec<Term>,
    /// What could not be put on a day, in sentences.
    pub left_out: Vec<String>,
    /// Years that were counted by weekends.
    pub unlisted: Vec<i32>,
}

/// A case whose last day is another one now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Moved {
    /// Ledger of the record.
    pub ledger: Option<String>,
    /// The record, or the year of the report.
    #[ts(type = "number")]
    pub id: i64,
    /// 登记号 and what it is about.
    pub title: String,
    /// 答复, 公开, …
    pub what: String,
    /// The last day before.
    pub before: NaiveDate,
    /// The last day now.
    pub after: NaiveDate,
}

/// `terms.show`
///
/// # Errors
/// What the store says.
pub fn show(office: &mut Office, now: NaiveDateTime, (): ()) -> Result<Terms, Failure> {
    let calendar = office.calendar()?;
    on(office, now.date(), &calendar)
}

/// Everything that is due by a calendar.
///
/// # Errors
/// What the store says.
pub fn on(office: &Office, today: NaiveDate, calendar: &Calendar) -> Result<Terms, Failure> {
    let mut list = List { today, calendar, terms: Vec::new(), left_out: Vec::new() };
    for open in office.store.open_cases()? {
        list.application(&open);
    }
    for record in office.store.unpublished()? {
        list.publication(&record);
    }
    list.hotlines(&office.store.undone_hotline()?);
    list.reports(office)?;
    list.terms.sort_by(|a, b| (a.due, a.kind, &a.number, a.id).cmp(&(b.due, b.kind, &b.number, b.id)));
    let last = list.terms.iter().map(|t| t.due.year()).max().unwrap_or(today.year());
    let unlisted = (today.year()..=last).filter(|year| !calendar.knows(*year)).collect();
    Ok(Terms { today, terms: list.terms, left_out: list.left_out, unlisted })
}

/// What moved from one calendar to another.
pub fn moved(before: &Terms, after: &Terms) -> Vec<Moved> {
    let key = |t: &Term| (t.kind, t.id, t.what.clone());
    let days: BTreeMap<_, _> = before.terms.iter().map(|t| (key(t), t.due)).collect();
    let of = after.terms.iter().filter_map(|t| {
        let before = *days.get(&key(t))?;
        let title = if t.number.is_empty() { t.title.clone() } else { format!("{} {}", t.number, t.title) };
        (before != t.due).then(|| Moved {
            ledger: t.ledger.clone(),
            id: t.id,
            title,
            what: t.what.clone(),
            before,
            after: t.due,
        })
    });
    of.collect()
}

struct List<'c> {
    today: NaiveDate,
    calendar: &'c Calendar,
    terms: Vec<Term>,
    left_out: Vec<String>,
}

/// What a record is called on the page.
struct Named {
    ledger: Option<&'static str>,
    id: i64,
    year: i32,
    number: String,
    title: String,
    status: String,
}

impl List<'_> {
    fn put(&mut self, kind: TermKind, named: Named, what: String, due: NaiveDate, why: &Explanation) {
        let days_left = self.calendar.between(self.today, due).value;
        let nearness = match days_left {
            _ if due < self.today => Nearness::Overdue,
            0 => Nearness::Today,
            days if days <= SOON => Nearness::Soon,
            _ => Nearness::Later,
        };
        self.terms.push(Term {
            kind,
            ledger: named.ledger.map(str::to_owned),
            id: named.id,
            year: named.year,
            number: named.number,
            title: named.title,
            what,
            status: named.status,
            due,
            days_left,
            nearness,
            why: why.text.clone(),
            note: why.note.clone(),
        });
    }

    fn application(&mut self, open: &OpenCase) {
        let values = &open.record.values;
        let of_record = || clock::from_record(values, self.calendar);
        let read = if open.events.is_empty() { of_record() } else { Ok(open.events.clone()) };
        let state = read.and_then(|events| Ok(Case::read(&events, self.calendar)?.state(self.today)));
        let named = |status: &str| Named {
            ledger: Some("application"),
            id: open.record.id,
            year: year(&open.record, "received_on"),
            number: text(&open.record, "number"),
            title: text(&open.record, "content"),
            status: status.to_owned(),
        };
        let state = match state {
            Ok(state) => state,
            Err(failure) => {
                let title = text(&open.record, "content");
                self.left_out.push(format!("申请「{title}」算不出期限：{}", failure.message));
                return;
            }
        };
        if state.status.is_over() {
            return;
        }
        if let Some(due) = state.due {
            let what = if state.status == Status::Decided { "送达答复" } else { "答复" };
            self.put(TermKind::Answer, named(&state.status_label), what.to_owned(), due, &state.explanation);
        }
        let bare = Explanation { steps: Vec::new(), text: String::new(), note: None };
        for limit in state.limits {
            let why = limit.explanation.unwrap_or_else(|| bare.clone());
            self.put(TermKind::Within, named(&state.status_label), limit.what, limit.due, &why);
        }
    }

    fn publication(&mut self, record: &Record) {
        let Some(formed) = record.values.get("formed_on").and_then(Value::as_date) else { return };
        let deadline = clock::publication_due(formed, self.calendar);
        let named = named("disclosure", record, "formed_on", "index_number", "title");
        self.put(TermKind::Publication, named, "主动公开".to_owned(), deadline.due, &deadline.explanation);
    }

    fn hotlines(&mut self, records: &[Record]) {
        let mut undated = 0;
        for record in records {
            let date = |field: &str| record.values.get(field).and_then(Value::as_date);
            let (Some(received), Some(due)) = (date("received_on"), date("due_on")) else {
                undated += 1;
                continue;
            };
            let deadline = clock::hotline_due(received, HotlineTerm::On(due), self.calendar);
            let named = named("hotline", record, "received_on", "number", "subject");
            self.put(TermKind::Hotline, named, "办结".to_owned(), deadline.due, &deadline.explanation);
        }
        if undated > 0 {
            self.left_out.push(format!("{undated} 件热线还在办理、没有填办理期限，没有列在这里"));
        }
    }

    /// Last year's report until it is locked, and this year's.
    fn reports(&mut self, office: &Office) -> Result<(), Failure> {
        let (kept, locked) = (office.store.years()?, office.store.locked_years()?);
        let notified = notified(&office.profile()?.filing_day);
        for year in [self.today.year() - 1, self.today.year()] {
            let waits = kept.contains(&year) || year == self.today.year();
            if locked.contains(&year) || !waits {
                continue;
            }
            let Ok(deadline) = clock::report_due(year, notified, self.calendar) else {
                self.left_out.push("年度报告的报送日期不是一个日期，请在设置里改正".to_owned());
                continue;
            };
            let named = Named {
                ledger: None,
                id: i64::from(year),
                year,
                number: String::new(),
                title: format!("{year} 年度报告"),
                status: String::new(),
            };
            self.put(TermKind::Report, named, "报送".to_owned(), deadline.due, &deadline.explanation);
        }
        Ok(())
    }
}

/// The day of the county's notice as the profile keeps it; none while it is the decree's own.
fn notified(filing_day: &str) -> Option<ReportTerm> {
    let (month, day) = filing_day.split_once('-')?;
    let term = ReportTerm { month: month.parse().ok()?, day: day.parse().ok()? };
    (filing_day != "01-31").then_some(term)
}

fn named(ledger: &'static str, record: &Record, date: &str, number: &str, title: &str) -> Named {
    Named {
        ledger: Some(ledger),
        id: record.id,
        year: year(record, date),
        number: text(record, number),
        title: text(record, title),
        status: String::new(),
    }
}

fn year(record: &Record, date: &str) -> i32 {
    record.values.get(date).and_then(Value::as_date).map_or(0, |day| day.year())
}

fn text(record: &Record, field: &str) -> String {
    record.values.get(field).and_then(Value::as_text).unwrap_or_default().to_owned()
}

/// 「答复期限由 2027年1月7日 移到 2027年1月8日」
pub fn said(moved: &Moved) -> String {
    format!("{}：{}由 {} 移到 {}", moved.title, moved.what, long_date(moved.before), long_date(moved.after))
}
