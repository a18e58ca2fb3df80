//! A letter as the desk shows it: a draft with what its case says now, an issued one as it left the office.

use chrono::NaiveDateTime;
use domain::{Failure, letters};
use store::KeptLetter;

use super::places::{missing, places};
use super::{Content, LetterRow, LetterStage, LetterView, Table, read, steps};
use crate::Office;

/// A letter in the list of its case.
pub(super) fn row(letter: &KeptLetter) -> LetterRow {
    let begun = letter.created_at.get(..10).unwrap_or_default().to_owned();
    LetterRow {
        id: letter.id,
        label: letters::template(&letter.template).map_or(letter.template.clone(), |t| t.label.clone()),
        stage: stage(letter),
        number: letter.number.clone().unwrap_or_default(),
        on: letter.dated_on.map_or(begun, |on| on.to_string()),
        void_reason: letter.void_reason.clone().unwrap_or_default(),
        erased: letter.content.is_empty(),
    }
}

fn stage(letter: &KeptLetter) -> LetterStage {
    match (&letter.issued_at, &letter.voided_at) {
        (_, Some(_)) => LetterStage::Void,
        (Some(_), None) => LetterStage::Issued,
        (None, None) => LetterStage::Draft,
    }
}

/// # Errors
/// `letter.missing`, `letter.unknown`; `clock.…` for a draft whose case cannot be read; what the store says.
pub(super) fn view(office: &Office, now: NaiveDateTime, id: i64) -> Result<LetterView, Failure> {
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
        remarks: Vec::new(),
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
    view.number = table.number(office, content)?.map(|given| given.number).unwrap_or_default();
    let letter = table.write(content, &view.number)?;
    let step = steps::planned(office, now, &table, content, &letter);
    (view.step, view.step_problem) = (step.label, step.problem);
    view.missing = missing(&letter);
    view.remarks = table.remarks(office, content, &letter)?;
    view.places = places(&table, content, &letter)?;
    (view.title, view.addressee, view.text) = (letter.title, letter.addressee, letter.lines.join("\n"));
    Ok(())
}
