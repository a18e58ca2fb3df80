//! The letters of an application: drafted from its case, changed as the clerk likes, issued with a number, and
//! from then on as they left the office.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use domain::letters::{self, Drafted, FilledForm};
use domain::{Failure, Record, Values};
use serde::{Deserialize, Serialize};
use store::{Issue, KeptLetter, Looked};

use crate::Office;
use crate::applications::{self, ApplicationId, LEDGER};

pub mod at_once;
pub mod paper;
mod places;
pub mod settings;
mod shapes;
mod steps;
mod table;
mod view;

use places::{hint, missing};
pub use shapes::{
    CaseLetters, LetterDraft, LetterId, LetterKind, LetterPlace, LetterRow, LetterStage, LetterView,
    NewLetter, VoidLetter,
};
use table::{Table, taken};
use view::{row, view};

/// What is kept of a letter: what the clerk typed, and once it is issued what it said.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Content {
    #[serde(default)]
    values: BTreeMap<String, String>,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    text: Option<String>,
    on: NaiveDate,
    #[serde(default)]
    number: Option<String>,
    #[serde(default = "yes")]
    step: bool,
    #[serde(default)]
    said: Option<Said>,
}

fn yes() -> bool {
    true
}

/// The words of an issued letter.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Said {
    /// Empty in letters that were issued before it was kept.
    #[serde(default)]
    office: String,
    title: String,
    addressee: String,
    lines: Vec<String>,
    #[serde(default)]
    form: Option<FilledForm>,
    pages: usize,
}

impl Said {
    fn new(office: &str, letter: Drafted, pages: usize) -> Self {
        let Drafted { title, addressee, lines, form, .. } = letter;
        Self { office: office.to_owned(), title, addressee, lines, form, pages }
    }
}

/// `letters.of_case`
///
/// # Errors
/// `record.missing`; what the store says.
pub fn of_case(
    office: &mut Office,
    now: NaiveDateTime,
    request: ApplicationId,
) -> Result<CaseLetters, Failure> {
    let record = office.store.record(LEDGER, request.id)?;
    let kept = office.store.letters(request.id)?;
    // A record whose events cannot be read still shows the letters it has.
    let kinds = kinds(office, now, &record).unwrap_or_default();
    Ok(CaseLetters { letters: kept.iter().map(row).collect(), kinds })
}

fn kinds(office: &Office, now: NaiveDateTime, record: &Record) -> Result<Vec<LetterKind>, Failure> {
    let calendar = office.calendar()?;
    let events = applications::events(office, &record.values, record.id, &calendar)?;
    steps::kinds(&events, &calendar, now.date())
}

/// `letter.begin`: a draft with what the case and the settings say.
///
/// # Errors
/// `letter.unknown`; `clock.…` where the case cannot be read; `letter.decree` for one that the old decree does
/// not know.
pub fn begin(office: &mut Office, now: NaiveDateTime, request: NewLetter) -> Result<LetterView, Failure> {
    let table = Table::begin(office, request.application, &request.template)?;
    // A letter to a step that has been made bears the day of the step.
    let on = steps::made_on(&table).unwrap_or(now.date());
    let content = Content { on, step: true, ..Content::default() };
    let json = crate::declare::write("letter.begin", &content)?.to_string();
    let id = office.store.begin_letter(request.application, &request.template, &json, now)?;
    view(office, now, id)
}

/// `letter.show`. The letter names the applicant, so it is a look at personal data.
///
/// # Errors
/// `letter.missing`; what the store says.
pub fn show(office: &mut Office, now: NaiveDateTime, request: LetterId) -> Result<LetterView, Failure> {
    let view = view(office, now, request.id)?;
    office.store.note_look(Looked::Letter, LEDGER, view.application, &view.label, now)?;
    Ok(view)
}

/// `letter.save`: keeps a draft.
///
/// # Errors
/// `letter.missing`, `letter.issued`.
pub fn save(office: &mut Office, now: NaiveDateTime, draft: LetterDraft) -> Result<LetterView, Failure> {
    keep(office, now, &draft)?;
    view(office, now, draft.id)
}

fn keep(office: &mut Office, now: NaiveDateTime, draft: &LetterDraft) -> Result<(), Failure> {
    let some = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let content = Content {
        values: typed(office, draft)?,
        title: some(&draft.title),
        text: some(&draft.text),
        on: draft.on,
        number: some(&draft.number).map(|number| number.trim().to_owned()),
        step: draft.step,
        said: None,
    };
    let json = crate::declare::write("letter.save", &content)?.to_string();
    office.store.save_letter(draft.id, &json, now)
}

/// What the clerk typed. The desk sends every place back; one that says what it was shown with was not touched, and
/// goes on following the case.
fn typed(office: &Office, draft: &LetterDraft) -> Result<BTreeMap<String, String>, Failure> {
    let (kept, content) = read(office, draft.id)?;
    let table = Table::lay(office, kept.application, &kept.template);
    // A case that cannot be read shows nothing: then all of it is taken as typed, and nothing is lost.
    let Ok(shown) = table.and_then(|table| table.write(&content, "")) else {
        return Ok(draft.values.clone());
    };
    let touched = |(name, value): &(&String, &String)| {
        content.values.contains_key(*name) || shown.values.get(*name).map_or("", String::as_str) != *value
    };
    let typed = draft.values.iter().filter(touched);
    Ok(typed.map(|(name, value)| (name.clone(), value.clone())).collect())
}

/// `letter.drop`: throws a draft away.
///
/// # Errors
/// `letter.missing`, `letter.issued`.
pub fn drop(office: &mut Office, _: NaiveDateTime, request: LetterId) -> Result<(), Failure> {
    office.store.drop_letter(request.id)
}

/// `letter.issue`: freezes the letter with its paper, takes its number, and enters the step that it is.
///
/// # Errors
/// `letter.holes` names what is not filled in; `letter.date`; `letter.number_taken`; `clock.…` where the step
/// cannot be; what paper says.
pub fn issue(office: &mut Office, now: NaiveDateTime, draft: LetterDraft) -> Result<LetterView, Failure> {
    keep(office, now, &draft)?;
    let (kept, content) = read(office, draft.id)?;
    let table = Table::lay(office, kept.application, &kept.template)?;
    if content.on > now.date() {
        let fields = [("on".to_owned(), "日期在今天之后".to_owned())].into();
        return Err(Failure::new(
            "letter.date",
            "没有发出：文书的日期在今天之后",
            "请改成今天或者实际发出的日期",
        )
        .with_fields(fields));
    }
    let number = table.number(office, &content)?;
    let shown = number.as_ref().map(|given| given.number.clone()).unwrap_or_default();
    let letter = table.write(&content, &shown)?;
    if !letter.holes.is_empty() {
        let fields = letter.holes.iter().map(|hole| (hole.clone(), "请填写".to_owned())).collect();
        return Err(Failure::new(
            "letter.holes",
            format!("没有发出：{}", missing(&letter)),
            hint(&table, &letter),
        )
        .with_fields(fields));
    }
    if table.office.is_empty() {
        return Err(crate::report_file::unsigned());
    }
    let (step, values) = match steps::of(&table, &content, &letter)? {
        Some(event) if content.step => {
            let (change, values) = applications::planned(office, now, kept.application, event)?;
            (Some(change), Some(with_number(values, &table, &shown)))
        }
        _ => (None, numbered(office, &table, &shown)?),
    };
    let (pages, pdf) = paper::of_draft(office, now, &table, &letter, (&shown, content.on))?;
    let said = Said::new(&table.office, letter, pages);
    let on = content.on;
    let content = Content { said: Some(said), number: Some(shown), ..content };
    let json = crate::declare::write("letter.issue", &content)?.to_string();
    let issue = Issue { number, dated_on: on, content: json, pdf, step, values };
    office.store.issue_letter(draft.id, &issue, now)?;
    view(office, now, draft.id)
}

/// An answer to what was decided before gives the ledger its 答复书文号, where there is none and the year is open.
fn numbered(office: &Office, table: &Table, number: &str) -> Result<Option<Values>, Failure> {
    let values = &table.record.values;
    let decided = values.get("decided_on").and_then(domain::Value::as_date);
    let answer = table.template.event == Some(letters::LetterEvent::Decided) && !number.is_empty();
    let named = values.get("decision_number").is_some_and(|held| !held.is_empty());
    let Some(decided) = decided.filter(|_| answer && !named) else { return Ok(None) };
    if office.store.locked_years()?.contains(&decided.year()) {
        return Ok(None);
    }
    Ok(Some(with_number(values.clone(), table, number)))
}

/// The ledger's 答复书文号 is that of the answer.
fn with_number(mut values: Values, table: &Table, number: &str) -> Values {
    if table.template.event == Some(letters::LetterEvent::Decided) && !number.is_empty() {
        values.insert("decision_number".to_owned(), domain::Value::Text(number.to_owned()));
    }
    values
}

/// `letter.void`
///
/// # Errors
/// `letter.reason` without a reason; `letter.draft`, `letter.voided`.
pub fn void(office: &mut Office, now: NaiveDateTime, request: VoidLetter) -> Result<LetterView, Failure> {
    let reason = request.reason.trim();
    if reason.is_empty() {
        let fields = [("reason".to_owned(), "请写明作废的理由".to_owned())].into();
        return Err(Failure::new("letter.reason", "作废要写明理由", "例如：申请人姓名写错，另发一份")
            .with_fields(fields));
    }
    office.store.void_letter(request.id, reason, now)?;
    view(office, now, request.id)
}

fn read(office: &Office, id: i64) -> Result<(KeptLetter, Content), Failure> {
    let kept = office.store.letter(id)?;
    if kept.content.is_empty() {
        return Ok((kept, Content::default()));
    }
    let content = serde_json::from_str(&kept.content).map_err(|error| {
        Failure::new("letter.unreadable", format!("这份文书读不出来：{error}"), "请把这句话告诉维护人员")
    })?;
    Ok((kept, content))
}
