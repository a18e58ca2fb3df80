//! What the window sends of a letter, and what it is shown.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::Failure;
use domain::letters::PlaceKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    /// What to look at before it leaves, a sentence each; nothing that keeps it from leaving.
    pub remarks: Vec<String>,
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
