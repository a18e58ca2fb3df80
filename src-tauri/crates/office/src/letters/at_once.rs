//! A letter written in one go, from a terminal: seen without being kept, or begun and issued together.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use domain::Failure;
use store::Looked;

use super::paper::{self, LetterFile};
use super::places::{missing, places};
use super::{Content, LetterDraft, LetterId, LetterView, NewLetter, Table, steps};
use crate::applications::LEDGER;
use crate::report_file::{FileKind, clean_name};
use crate::{Office, letters};

/// Everything that a letter is told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LetterAtOnce {
    /// Record id of the application.
    pub application: i64,
    /// Which letter: `reply.granted`.
    pub template: String,
    /// What belongs into its places, dates as `2026-10-15`.
    pub values: BTreeMap<String, String>,
    /// The day it bears; none: the day of its step, or today.
    pub on: Option<NaiveDate>,
    /// Own number; none: the next one.
    pub number: Option<String>,
}

/// A letter that is kept nowhere, and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketch {
    /// Its paper, without a number: that is taken when it is issued.
    pub file: LetterFile,
    /// What is not filled in, what keeps its step from being entered, what to look at; a sentence each.
    pub remarks: Vec<String>,
}

/// The paper of a letter as it would leave, but for its number. Nothing is kept of it; a line in the log says that
/// somebody has looked, because it names the applicant.
///
/// # Errors
/// As [`letters::begin`]; `letter.place` for a place that the letter does not have; `letter.kind`; what paper says.
pub fn sketch(
    office: &mut Office,
    now: NaiveDateTime,
    letter: &LetterAtOnce,
    kind: FileKind,
) -> Result<Sketch, Failure> {
    let (table, content) = told(office, now, letter)?;
    let drafted = table.write(&content, "")?;
    let mut remarks: Vec<String> =
        Some(missing(&drafted)).filter(|said| !said.is_empty()).into_iter().collect();
    let step = steps::planned(office, now, &table, &content, &drafted);
    remarks.extend(step.problem.map(|failure| format!("现在不能发出：{}", failure.message)));
    remarks.extend(table.remarks(office, &content, &drafted)?);
    let (pages, bytes) = match kind {
        FileKind::Pdf => paper::of_draft(office, now, &table, &drafted, ("", content.on))?,
        FileKind::Docx => (0, paper::word_of_draft(office, now, &table, &drafted, ("", content.on))?),
        FileKind::Html | FileKind::Xlsx => return Err(paper::no_such_kind()),
    };
    office.store.note_look(Looked::Letter, LEDGER, letter.application, &table.template.label, now)?;
    let name = format!("{}.{}", clean_name(&drafted.title), kind.extension());
    Ok(Sketch { file: LetterFile { name, bytes, pages }, remarks })
}

/// A letter that has left, and what the window would have pointed out before.
#[derive(Debug, Clone)]
pub struct Issued {
    /// As it left.
    pub letter: LetterView,
    /// What to look at; a sentence each.
    pub remarks: Vec<String>,
}

/// Begins and issues a letter, as the window does it in two steps. Where it cannot be issued, nothing is left of it.
///
/// # Errors
/// As [`letters::begin`] and [`letters::issue`]; `letter.place`.
pub fn issue(office: &mut Office, now: NaiveDateTime, letter: &LetterAtOnce) -> Result<Issued, Failure> {
    let (table, content) = told(office, now, letter)?;
    let remarks = table.remarks(office, &content, &table.write(&content, "")?)?;
    let new = NewLetter { application: letter.application, template: letter.template.clone() };
    let id = letters::begin(office, now, new)?.id;
    let Content { values, on, number, step, .. } = content;
    let draft = LetterDraft { id, values, on, number, step, ..LetterDraft::default() };
    let issued = letters::issue(office, now, draft);
    if issued.is_err() {
        // Why it was refused matters more than a draft that stays behind and can be thrown away in the window.
        letters::drop(office, now, LetterId { id }).ok();
    }
    Ok(Issued { letter: issued?, remarks })
}

/// What the letter is made from, and what was told of it.
fn told(office: &Office, now: NaiveDateTime, letter: &LetterAtOnce) -> Result<(Table, Content), Failure> {
    let table = Table::begin(office, letter.application, &letter.template)?;
    let on = letter.on.or_else(|| steps::made_on(&table)).unwrap_or(now.date());
    let (values, number) = (letter.values.clone(), letter.number.clone());
    let content = Content { values, on, number, step: true, ..Content::default() };
    let strange = |name: &&String| !table.template.is_place(name);
    match letter.values.keys().find(strange) {
        None => Ok((table, content)),
        Some(name) => {
            let drafted = table.write(&Content { on, ..Content::default() }, "")?;
            let there: Vec<String> =
                places(&table, &content, &drafted)?.into_iter().map(|place| place.name).collect();
            let hint = match there.as_slice() {
                [] => "这份文书没有要填的，都由登记内容带出".to_owned(),
                names => format!("可以填的有：{}", names.join("、")),
            };
            let message = format!("「{}」没有「{name}」这一处", table.template.label);
            Err(Failure::new("letter.place", message, hint))
        }
    }
}
