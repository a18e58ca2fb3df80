//! The letters of an application: drafted from its case, changed as the clerk likes, issued with a number, and
//! from then on as they left the office.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use domain::clock::{Case, Decree, Event};
use domain::letters::{self, Drafted, Facts, LetterSettings, PlaceKind, Run, Template};
use domain::{Failure, Record, Values};
use serde::{Deserialize, Serialize};
use store::{GivenNumber, Issue, KeptLetter, Looked};
use ts_rs::TS;

use crate::Office;
use crate::applications::{self, ApplicationId, LEDGER};

pub mod paper;
pub mod settings;
mod steps;

/// A letter by its id.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct LetterId {
    /// Its id.
    #[ts(type = "number")]
    pub id: i64,
}

/// A letter to be begun.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NewLetter {
    /// Record id of the application.
    #[ts(type = "number")]
    pub application: i64,
    /// Which letter: `reply.granted`.
    pub template: String,
}

/// What the clerk has made of a letter.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct LetterDraft {
    /// Its id.
    #[ts(type = "number")]
    pub id: i64,
    /// What was typed into its places, dates as `2026-10-15`.
    pub values: BTreeMap<String, String>,
    /// Own title; none: the template's.
    pub title: Option<String>,
    /// Own body, a paragraph a line; none: the template's.
    pub text: Option<String>,
    /// The day it bears.
    pub on: NaiveDate,
    /// Own number; none: the next one.
    pub number: Option<String>,
    /// Whether issuing it is entered as a step of the case.
    pub step: bool,
}

/// A letter to be voided.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct VoidLetter {
    /// Its id.
    #[ts(type = "number")]
    pub id: i64,
    /// Why.
    pub reason: String,
}

/// How far a letter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LetterStage {
    /// 草稿
    Draft,
    /// 已发出
    Issued,
    /// 已作废
    Void,
}

/// A letter in the list of a case.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LetterRow {
    /// Its id.
    #[ts(type = "number")]
    pub id: i64,
    /// 延期告知书
    pub label: String,
    /// How far it is.
    pub stage: LetterStage,
    /// 文号, once issued; may be empty.
    pub number: String,
    /// The day it bears, once issued; the day it was begun before.
    pub on: String,
    /// Why it was voided; empty where it was not.
    pub void_reason: String,
    /// Its words were erased with the personal data of the case.
    pub erased: bool,
}

/// A letter that can be begun.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LetterKind {
    /// Which letter: `reply.granted`.
    pub id: String,
    /// 答复书：予以公开（提供）
    pub label: String,
    /// What it belongs to: 答复、告知.
    pub group: String,
    /// Where the case stands, it is one of those that come next.
    pub next: bool,
}

/// The letters of a case.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CaseLetters {
    /// Oldest first.
    pub letters: Vec<LetterRow>,
    /// What can be begun.
    pub kinds: Vec<LetterKind>,
}

/// A place of a letter.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LetterPlace {
    /// 理由
    pub name: String,
    /// What belongs there.
    pub help: String,
    /// How it is filled in.
    pub kind: PlaceKind,
    /// What is in it, dates as `2026-10-15`.
    pub value: String,
    /// Where it is empty, its words are left out.
    pub optional: bool,
}

/// A letter on the desk.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LetterView {
    /// Its id.
    #[ts(type = "number")]
    pub id: i64,
    /// Record id of its application.
    #[ts(type = "number")]
    pub application: i64,
    /// Which letter: `reply.granted`.
    pub template: String,
    /// 答复书：予以公开（提供）
    pub label: String,
    /// How far it is.
    pub stage: LetterStage,
    /// The day it bears.
    pub on: NaiveDate,
    /// Its number, or the one it will have; empty where such letters have none.
    pub number: String,
    /// The number was chosen by the clerk.
    pub own_number: bool,
    /// Its title.
    pub title: String,
    /// The title was changed by the clerk.
    pub own_title: bool,
    /// To whom, without the colon.
    pub addressee: String,
    /// Its body, a paragraph a line; what is not filled in stands as `{理由}`.
    pub text: String,
    /// The body was changed by the clerk, and no longer follows the template.
    pub own_text: bool,
    /// The clerk's places.
    pub places: Vec<LetterPlace>,
    /// What is still to be filled in, in a sentence; empty where nothing is.
    pub missing: String,
    /// The step of the case that issuing it enters: 要求补正; none where it enters none.
    pub step: Option<String>,
    /// Whether it is to be entered.
    pub with_step: bool,
    /// Why it cannot be entered now.
    pub step_problem: Option<Failure>,
    /// When it was issued.
    pub issued_at: Option<String>,
    /// Why it was voided.
    pub void_reason: Option<String>,
    /// Its words were erased with the personal data of the case.
    pub erased: bool,
}

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

/// The clerk's places, and those that the case or the settings should fill and do not.
fn places(table: &Table, content: &Content, letter: &Drafted) -> Result<Vec<LetterPlace>, Failure> {
    let words = table.settings.words_of(table.template, table.decree)?;
    let text = format!("{}\n{}\n{}", table.template.addressee, words.title, words.text);
    let found = letters::places(&text, &|name| table.template.is_place(name));
    let stands = |name: &str| found.iter().find(|(n, _)| n == name).map(|(_, optional)| *optional);
    let mut places = Vec::new();
    for field in &table.template.fields {
        let in_step =
            table.template.event.is_some() && matches!(field.name.as_str(), "批准日期" | "减免金额");
        let form = table.template.id == "service";
        let Some(optional) =
            stands(&field.name).or((in_step || form).then_some(form || field.name == "减免金额"))
        else {
            continue;
        };
        let value = letter.values.get(&field.name).cloned().unwrap_or_default();
        let (name, help, kind) = (field.name.clone(), field.help.clone(), field.kind);
        places.push(LetterPlace { name, help, kind, value, optional });
    }
    let listed = |name: &str| table.template.fields.iter().any(|field| field.name == name);
    let typed = content.values.keys().filter(|name| table.template.is_place(name));
    let mut more: Vec<&String> = letter.holes.iter().chain(typed).filter(|name| !listed(name)).collect();
    more.sort();
    more.dedup();
    places.extend(more.into_iter().map(|name| LetterPlace {
        name: name.clone(),
        help: from_elsewhere(name).to_owned(),
        kind: if name.ends_with("日期") || name.ends_with("期限") {
            PlaceKind::Date
        } else {
            PlaceKind::Text
        },
        value: content.values.get(name).cloned().unwrap_or_default(),
        optional: false,
    }));
    Ok(places)
}

fn from_elsewhere(name: &str) -> &'static str {
    match name {
        "复议机关" | "法院" => "在「设置 → 文书」里填写一次，以后自动带出",
        "申请人" => "登记内容里还没有填写",
        _ => "办理过程里还没有登记；登记后自动带出",
    }
}

/// 「还有 2 处没有填写：理由、获取途径」
fn missing(letter: &Drafted) -> String {
    match letter.holes.as_slice() {
        [] => String::new(),
        holes => format!("还有 {} 处没有填写：{}", holes.len(), holes.join("、")),
    }
}

fn hint(letter: &Drafted) -> &'static str {
    if letter.holes.iter().any(|hole| matches!(hole.as_str(), "复议机关" | "法院")) {
        "复议机关和法院在「设置 → 文书」里填写一次就行，其余的请在左边填写"
    } else {
        "请在左边填写后再发出"
    }
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
