//! The year at a glance: counts, months, what is unfinished, days to the filing date.

use chrono::NaiveDateTime;
use domain::{Failure, Filter, Ledger};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Office;
use crate::report::Year;

/// How many records a ledger has this year and had last year.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LedgerCount {
    /// Ledger id.
    pub ledger: String,
    /// Ledger name.
    pub label: String,
    /// Unit.
    pub unit: String,
    /// This year.
    #[ts(type = "number")]
    pub count: i64,
    /// Last year.
    #[ts(type = "number")]
    pub previous: i64,
}

/// A ledger's records month by month.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LedgerMonths {
    /// Ledger id.
    pub ledger: String,
    /// Ledger name.
    pub label: String,
    /// January to December.
    pub counts: Vec<i64>,
}

/// How much an unfinished thing matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Must be done.
    Error,
    /// Should be done.
    Warning,
    /// May be done.
    Hint,
}

/// Something unfinished, and where to go.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Todo {
    /// Stable.
    pub id: String,
    /// A sentence.
    pub text: String,
    /// How much it matters.
    pub severity: Severity,
    /// Go to this ledger…
    pub ledger: Option<String>,
    /// …with this filter.
    pub filter: Option<Filter>,
    /// Or to this part of the report.
    pub part: Option<String>,
}

/// When the report is to be filed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Filing {
    /// The day.
    pub due: String,
    /// Days from today; negative when past.
    #[ts(type = "number")]
    pub days_left: i64,
}

/// The year at a glance.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Dashboard {
    /// Year.
    pub year: i32,
    /// By ledger.
    pub counts: Vec<LedgerCount>,
    /// By ledger and month.
    pub months: Vec<LedgerMonths>,
    /// Unfinished.
    pub todos: Vec<Todo>,
    /// Filing date.
    pub filing: Filing,
}

/// `dashboard.show`
///
/// # Errors
/// What the store says.
pub fn show(office: &mut Office, now: NaiveDateTime, request: Year) -> Result<Dashboard, Failure> {
    let year = request.year;
    let mut counts = Vec::new();
    let mut months = Vec::new();
    for ledger in domain::ledgers::ALL {
        counts.push(counted(office, ledger, year)?);
        if ["disclosure", "application", "inquiry", "hotline", "activity"].contains(&ledger.id) {
            months.push(LedgerMonths {
                ledger: ledger.id.to_owned(),
                label: ledger.short.to_owned(),
                counts: office.store.months(ledger.id, year)?.to_vec(),
            });
        }
    }
    let due = office.profile()?.filing_date(year);
    let filing = Filing { due: due.to_string(), days_left: (due - now.date()).num_days() };
    Ok(Dashboard { year, counts, months, todos: todos(office, now, year)?, filing })
}

/// Records of a ledger, but persons where a line stands for many.
fn counted(office: &Office, ledger: &Ledger, year: i32) -> Result<LedgerCount, Failure> {
    let persons = ledger.id == "inquiry";
    let count = |year: i32| {
        if persons {
            let sum = office.store.sum(ledger.id, "persons", Some(year), &Filter::new())?;
            return Ok(sum.as_whole().unwrap_or_default());
        }
        office.store.count(ledger.id, Some(year), &Filter::new())
    };
    Ok(LedgerCount {
        ledger: ledger.id.to_owned(),
        label: ledger.short.to_owned(),
        unit: if persons { "人次" } else { ledger.unit }.to_owned(),
        count: count(year)?,
        previous: count(year.saturating_sub(1))?,
    })
}

/// Something that waits in a ledger.
struct Waiting {
    ledger: &'static str,
    id: &'static str,
    /// Field and accepted values.
    filter: &'static [(&'static str, &'static [&'static str])],
    /// What stands behind the number.
    sentence: &'static str,
    severity: Severity,
}

const fn waiting(
    ledger: &'static str,
    id: &'static str,
    filter: &'static [(&'static str, &'static [&'static str])],
    sentence: &'static str,
    severity: Severity,
) -> Waiting {
    Waiting { ledger, id, filter, sentence, severity }
}

const PUBLISHED: (&str, &[&str]) = ("published_on", &["@year"]);

static WAITING: &[Waiting] = &[
    waiting(
        "disclosure",
        "unpublished",
        &[("published_on", &[""]), ("openness", &["open", ""])],
        "条信息已形成、还没有填公开日期",
        Severity::Warning,
    ),
    waiting(
        "disclosure",
        "no_channel",
        &[PUBLISHED, ("channels", &[""])],
        "条已公开的信息没有填发布渠道",
        Severity::Warning,
    ),
    waiting(
        "disclosure",
        "no_category",
        &[PUBLISHED, ("category", &[""])],
        "条已公开的信息没有分类",
        Severity::Hint,
    ),
    waiting(
        "disclosure",
        "no_secrecy",
        &[PUBLISHED, ("secrecy", &[""])],
        "条已公开的信息没有填保密审查结论",
        Severity::Hint,
    ),
    waiting("application", "open", &[("outcome", &[""])], "件申请还没有办理结果", Severity::Warning),
    waiting("hotline", "open", &[("result", &["pending"])], "件热线还在办理中", Severity::Hint),
    waiting("hotline", "late", &[("on_time", &["false"])], "件热线没有按时办结", Severity::Hint),
    waiting("complaint", "open", &[("result", &["pending", ""])], "件投诉举报还没有结果", Severity::Warning),
    waiting("dispute", "open", &[("outcome", &["pending"])], "件复议诉讼尚未审结", Severity::Hint),
];

fn todos(office: &Office, now: NaiveDateTime, year: i32) -> Result<Vec<Todo>, Failure> {
    let mut todos = Vec::new();
    if office.profile()?.name.is_empty() {
        todos.push(Todo {
            id: "profile.name".to_owned(),
            text: "还没有填写机关全称，报告上没有署名；请到「设置」里填写".to_owned(),
            severity: Severity::Warning,
            ledger: None,
            filter: None,
            part: None,
        });
    }
    for Waiting { ledger, id, filter, sentence, severity } in WAITING {
        let accepted = |values: &[&str]| values.iter().map(|v| (*v).to_owned()).collect();
        let filter: Filter =
            filter.iter().map(|(field, values)| ((*field).to_owned(), accepted(values))).collect();
        let count = office.store.count(ledger, Some(year), &filter)?;
        if count > 0 {
            todos.push(Todo {
                id: format!("{ledger}.{id}"),
                text: format!("{count} {sentence}"),
                severity: *severity,
                ledger: Some((*ledger).to_owned()),
                filter: Some(filter),
                part: None,
            });
        }
    }
    if now.date() > chrono::NaiveDate::from_ymd_opt(year, 11, 30).unwrap_or(now.date()) {
        todos.extend(unwritten(office, year)?);
    }
    Ok(todos)
}

/// From December on, the parts of the report that nobody has touched.
fn unwritten(office: &Office, year: i32) -> Result<Vec<Todo>, Failure> {
    if office.store.locked_years()?.contains(&year) {
        return Ok(Vec::new());
    }
    let format = crate::formats::of_year(office, year)?;
    let mut todos = Vec::new();
    for part in format.parts.iter().filter(|p| !p.heading.is_empty() && !p.tables_only) {
        if office.store.narrative(year, &part.id)?.is_none() {
            todos.push(Todo {
                id: format!("part.{}", part.id),
                text: format!("报告「{}」还是起始文字，没有改过", part.heading),
                severity: Severity::Hint,
                ledger: None,
                filter: None,
                part: Some(part.id.clone()),
            });
        }
    }
    Ok(todos)
}
