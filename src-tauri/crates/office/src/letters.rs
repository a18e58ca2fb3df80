//! The letters of an application: drafted from its case, changed as the clerk likes, issued with a number, and
//! from then on as they left the office.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use domain::clock::{Case, Decree, Event};
use domain::letters::{self, Drafted, Facts, LetterSettings, Run, Template};
use domain::{Failure, Record, Values};
use serde::{Deserialize, Serialize};
use store::{GivenNumber, Issue, KeptLetter, Looked};

use crate::Office;
use crate::applications::{self, ApplicationId, LEDGER};

pub mod paper;
mod places;
pub mod settings;
mod shapes;
mod steps;

use places::{hint, missing, places};
pub use shapes::{
    CaseLetters, LetterDraft, LetterId, LetterKind, LetterPlace, LetterRow, LetterStage, LetterView,
    NewLetter, VoidLetter,
};

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
    title: String,
    addressee: String,
    lines: Vec<String>,
    pages: usize,
}

/// Everything that a letter is made from.
struct Table {
    template: &'static Template,
    record: Record,
    events: Vec<Event>,
    calendar: domain::calendar::Calendar,
    settings: LetterSettings,
    office: String,
    decree: Decree,
}

impl Table {
    fn lay(office: &Office, application: i64, template: &str) -> Result<Self, Failure> {
        let template = letters::template(template)?;
        let record = office.store.record(LEDGER, application)?;
        let calendar = office.calendar()?;
        let events = applications::events(office, &record.values, application, &calendar)?;
        let decree = Case::read(&events, &calendar)?.decree;
        let profile = office.profile()?;
        let settings = settings::kept(office)?.completed(&profile);
        Ok(Self { template, record, events, calendar, settings, office: profile.name, decree })
    }

    fn facts(&self, on: NaiveDate) -> Facts<'_> {
        let Self { template, record, events, calendar, settings, office, .. } = self;
        Facts { template, record: &record.values, events, calendar, settings, office, on }
    }

    fn write(&self, content: &Content) -> Result<Drafted, Failure> {
        self.facts(content.on).write(&content.values, content.title.as_deref(), content.text.as_deref())
    }

    fn run(&self, on: NaiveDate) -> Option<Run> {
        let pattern = self.settings.patterns.get(&self.template.group)?;
        Run::new(pattern, &self.settings.code, on.year())
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
    Ok(CaseLetters { letters: kept.iter().map(row).collect::<Result<_, _>>()?, kinds })
}

fn kinds(office: &Office, now: NaiveDateTime, record: &Record) -> Result<Vec<LetterKind>, Failure> {
    let calendar = office.calendar()?;
    let events = applications::events(office, &record.values, record.id, &calendar)?;
    steps::kinds(&events, &calendar, now.date())
}

fn row(letter: &KeptLetter) -> Result<LetterRow, Failure> {
    let begun = letter.created_at.get(..10).unwrap_or_default().to_owned();
    Ok(LetterRow {
        id: letter.id,
        label: letters::template(&letter.template).map_or(letter.template.clone(), |t| t.label.clone()),
        stage: stage(letter),
        number: letter.number.clone().unwrap_or_default(),
        on: letter.dated_on.map_or(begun, |on| on.to_string()),
        void_reason: letter.void_reason.clone().unwrap_or_default(),
        erased: letter.content.is_empty(),
    })
}

fn stage(letter: &KeptLetter) -> LetterStage {
    match (&letter.issued_at, &letter.voided_at) {
        (_, Some(_)) => LetterStage::Void,
        (Some(_), None) => LetterStage::Issued,
        (None, None) => LetterStage::Draft,
    }
}

/// `letter.begin`: a draft with what the case and the settings say.
///
/// # Errors
/// `letter.unknown`; `clock.…` where the case cannot be read; `letter.decree` for one that the old decree does
/// not know.
pub fn begin(office: &mut Office, now: NaiveDateTime, request: NewLetter) -> Result<LetterView, Failure> {
    let table = Table::lay(office, request.application, &request.template)?;
    if !table.template.under(table.decree) {
        return Err(Failure::new(
            "letter.decree",
            format!("这件申请按旧条例办理，没有「{}」这种文书", table.template.label),
            "请另选一种文书",
        ));
    }
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
        values: draft.values.clone(),
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
    let letter = table.write(&content)?;
    if !letter.holes.is_empty() {
        let fields = letter.holes.iter().map(|hole| (hole.clone(), "请填写".to_owned())).collect();
        return Err(Failure::new("letter.holes", format!("没有发出：{}", missing(&letter)), hint(&letter))
            .with_fields(fields));
    }
    if table.office.is_empty() {
        return Err(crate::report_file::unsigned());
    }
    let number = given(office, &table, &content)?;
    let shown = number.as_ref().map(|given| given.number.clone()).unwrap_or_default();
    let (step, values) = match steps::of(&table, &content, &letter)? {
        Some(event) if content.step => {
            let (change, values) = applications::planned(office, now, kept.application, event)?;
            (Some(change), Some(with_number(values, &table, &shown)))
        }
        _ => (None, numbered(office, &table, &shown)?),
    };
    let (pages, pdf) = paper::pages(office, now, &table, &letter, &shown, content.on)?;
    let said = Said { title: letter.title, addressee: letter.addressee, lines: letter.lines, pages };
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

fn view(office: &Office, now: NaiveDateTime, id: i64) -> Result<LetterView, Failure> {
    let (kept, content) = read(office, id)?;
    let template = letters::template(&kept.template)?;
    let mut view = LetterView {
        id,
        application: kept.application,
        template: kept.template.clone(),
        label: template.label.clone(),
        stage: stage(&kept),
        on: kept.dated_on.unwrap_or(content.on),
        number: kept.number.clone().unwrap_or_default(),
        own_number: content.number.is_some(),
        title: template.title.clone(),
        own_title: content.title.is_some(),
        addressee: String::new(),
        text: String::new(),
        own_text: content.text.is_some(),
        places: Vec::new(),
        missing: String::new(),
        step: None,
        with_step: content.step,
        step_problem: None,
        issued_at: kept.issued_at.clone(),
        void_reason: kept.void_reason.clone(),
        erased: kept.content.is_empty(),
    };
    match content.said.clone() {
        Some(said) => {
            (view.title, view.addressee, view.text) = (said.title, said.addressee, said.lines.join("\n"));
        }
        None if view.stage == LetterStage::Draft && !view.erased => {
            on_the_desk(office, now, &content, &mut view)?
        }
        None => {}
    }
    Ok(view)
}

/// A draft with what its case says now.
fn on_the_desk(
    office: &Office,
    now: NaiveDateTime,
    content: &Content,
    view: &mut LetterView,
) -> Result<(), Failure> {
    let table = Table::lay(office, view.application, &view.template)?;
    let letter = table.write(content)?;
    view.number = given(office, &table, content)?.map(|given| given.number).unwrap_or_default();
    match steps::of(&table, content, &letter) {
        Ok(Some(event)) => {
            view.step = Some(event.what.label().to_owned());
            let planned = applications::planned(office, now, view.application, event);
            view.step_problem = planned.err();
        }
        Ok(None) => {}
        Err(failure) => view.step_problem = Some(failure),
    }
    view.missing = missing(&letter);
    view.places = places(&table, content, &letter)?;
    (view.title, view.addressee, view.text) = (letter.title, letter.addressee, letter.lines.join("\n"));
    Ok(())
}

/// The places of a run that are taken: by letters, and by what the ledger was told.
fn taken(office: &Office, run: &Run) -> Result<Vec<u32>, Failure> {
    let mut taken = office.store.places_taken(&run.name())?;
    taken.extend(office.store.numbers_in_ledger(run.beginning())?.iter().filter_map(|n| run.place(n)));
    Ok(taken)
}

/// The number of a letter: the clerk's own, or the next of the office's run. A number of another form is taken as
/// it is written.
fn given(office: &Office, table: &Table, content: &Content) -> Result<Option<GivenNumber>, Failure> {
    let run = table.run(content.on);
    let of_run = |run: &Run, number: String| {
        let place = run.place(&number);
        GivenNumber { number, run: run.name(), place }
    };
    match (&content.number, run) {
        (Some(own), Some(run)) => Ok(Some(of_run(&run, own.clone()))),
        (Some(own), None) => Ok(Some(GivenNumber { number: own.clone(), run: String::new(), place: None })),
        (None, Some(run)) => {
            let number = run.at(run.next(&taken(office, &run)?));
            Ok(Some(of_run(&run, number)))
        }
        (None, None) => Ok(None),
    }
}
