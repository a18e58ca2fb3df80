//! The letters that an application brings with it, from 登记回执 to 送达回证: what they say, by which article,
//! and what the applicant can do against them.
//!
//! A letter is data (`letters/*.json`): a text with named places, `{理由}`, and words in `[[ ]]` that are left out
//! where a place within them is empty. An office may put its own text in the place of any. What a letter says of
//! the law follows the decree that the application is under: the articles of 2019, or of 2007 for what was
//! received before 2019-05-15.

use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Failure;
use crate::clock::Decree;

mod embedded;
mod facts;
mod fee;
mod form;
mod number;
mod remarks;
mod settings;
mod terms;
mod words;

pub use facts::{Drafted, Facts};
pub use fee::fee_advice;
pub use form::{FilledCell, FilledForm, Form};
pub use number::{Run, check_pattern};
pub use settings::{GROUPS, Group, LetterSettings, OwnWords};
pub use words::{Filled, fill, inline, places};

/// A letter as it is written when nobody has changed it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// `reply.granted`
    pub id: String,
    /// 答复书：予以公开（提供）
    pub label: String,
    /// Which letters are numbered with it; see [`GROUPS`].
    pub group: String,
    /// Over the letter, under the office's name.
    pub title: String,
    /// How the letter speaks of itself: 答复书.
    pub word: String,
    /// Without its colon; empty for a form.
    pub addressee: String,
    /// The row of the 2021 table that a decision by this letter is counted in.
    #[serde(default)]
    pub outcome: Option<String>,
    /// The step of the clock that issuing it is.
    #[serde(default)]
    pub event: Option<LetterEvent>,
    /// Decrees that know such a letter; empty: both.
    #[serde(default)]
    pub decrees: Vec<Decree>,
    /// Which clause stands for `{救济}`; see [`Remedy`].
    #[serde(default)]
    pub remedy: Option<String>,
    /// What stands for `{依据}`.
    #[serde(default)]
    pub basis: Basis,
    /// Places that the clerk fills in, in the order of the desk.
    pub fields: Vec<LetterField>,
    body: Vec<Say>,
    /// What goes along to be filled in by hand; the letter itself where it has no body.
    #[serde(default)]
    form: Option<Form>,
}

/// The articles by which a letter is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// 国务院令第711号.
    #[serde(default)]
    pub of2019: String,
    /// 国务院令第492号.
    #[serde(default)]
    pub of2007: String,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Say {
    /// Only under this decree.
    #[serde(default)]
    decree: Option<Decree>,
    say: String,
}

/// A step of the clock that is taken by a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LetterEvent {
    /// 要求补正
    CorrectionAsked,
    /// 征求第三方意见
    ThirdPartyAsked,
    /// 征求其他机关意见
    OfficeAsked,
    /// 延期
    Extended,
    /// 要求说明理由
    ReasonsAsked,
    /// 延迟答复
    Deferred,
    /// 发出收费通知
    FeeNotice,
    /// 作出决定
    Decided,
}

/// How a place is filled in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    /// One line.
    #[default]
    Text,
    /// Several lines.
    Long,
    /// A day.
    Date,
    /// A whole number.
    Number,
}

/// A place that the clerk fills in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LetterField {
    /// As it stands between braces.
    pub name: String,
    /// What belongs there.
    pub help: String,
    /// How it is filled in.
    #[serde(default)]
    pub kind: PlaceKind,
    /// What it starts with.
    #[serde(default)]
    pub given: String,
}

/// A clause on what can be done against a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Remedy {
    /// `choice`, `first`, `fee`.
    pub id: String,
    /// For the settings.
    pub label: String,
    /// The clause.
    pub say: String,
}

#[derive(Debug, Clone, Deserialize)]
struct Phrases {
    opening: String,
    remedies: Vec<Remedy>,
}

#[derive(Debug, Clone)]
struct Embedded {
    phrases: Phrases,
    templates: Vec<Template>,
}

fn read() -> Result<&'static Embedded, Failure> {
    static READ: OnceLock<Result<Embedded, Failure>> = OnceLock::new();
    let read = READ.get_or_init(|| {
        let broken = |error: serde_json::Error| {
            Failure::new("letter.unreadable", format!("文书模板读不出来：{error}"), "请重新安装程序")
        };
        let phrases = serde_json::from_str(embedded::PHRASES).map_err(broken)?;
        let templates = embedded::LETTERS.iter().map(|json| serde_json::from_str(json).map_err(broken));
        Ok(Embedded { phrases, templates: templates.collect::<Result<_, _>>()? })
    });
    read.as_ref().map_err(Clone::clone)
}

/// Every letter, in the order of an application's life.
///
/// # Errors
/// `letter.unreadable` where the embedded files cannot be read; the tests keep that from being shipped.
pub fn templates() -> Result<&'static [Template], Failure> {
    Ok(&read()?.templates)
}

/// A letter by its id.
///
/// # Errors
/// `letter.unknown`.
pub fn template(id: &str) -> Result<&'static Template, Failure> {
    templates()?.iter().find(|t| t.id == id).ok_or_else(|| {
        Failure::new("letter.unknown", format!("没有「{id}」这种文书"), "请从文书列表里选择一种")
    })
}

/// The clauses on what can be done, as the program words them.
///
/// # Errors
/// As [`templates`].
pub fn remedies() -> Result<&'static [Remedy], Failure> {
    Ok(&read()?.phrases.remedies)
}

impl Template {
    /// Whether there is such a letter under a decree.
    pub fn under(&self, decree: Decree) -> bool {
        self.decrees.is_empty() || self.decrees.contains(&decree)
    }

    /// The body under a decree, a paragraph a line, with its places.
    ///
    /// # Errors
    /// As [`templates`].
    pub fn text(&self, decree: Decree) -> Result<String, Failure> {
        let opening = &read()?.phrases.opening;
        let said = self.body.iter().filter(|say| say.decree.is_none_or(|d| d == decree));
        let said = said.map(|say| if say.say == "@opening" { opening.as_str() } else { say.say.as_str() });
        Ok(said.collect::<Vec<_>>().join("\n"))
    }

    /// The words of its form under a decree, a line each, with their places; empty without a form.
    pub fn form_text(&self, decree: Decree) -> String {
        self.form.iter().flat_map(|form| form.says(decree)).collect::<Vec<_>>().join("\n")
    }

    /// Whether it is a form and nothing else.
    pub fn is_form(&self) -> bool {
        self.body.is_empty()
    }

    /// The articles under a decree.
    pub fn basis(&self, decree: Decree) -> &str {
        match decree {
            Decree::Of2019 => &self.basis.of2019,
            Decree::Of2007 => &self.basis.of2007,
        }
    }

    /// Which clause holds for a letter of this day. That the review comes before the suit where a disclosure is
    /// refused by 条例第十四条至第十六条 holds from 2024-01-01 on (行政复议法第二十三条第一款第四项;
    /// 法释〔2025〕8号第一条第二项).
    pub fn remedy_on(&self, day: NaiveDate, decree: Decree) -> Option<&str> {
        let begin = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or(NaiveDate::MIN);
        let first = day >= begin && decree == Decree::Of2019;
        match self.remedy.as_deref() {
            Some("first") if !first => Some("choice"),
            other => other,
        }
    }
}

/// How long the applicant has to go to court directly: six months (行政诉讼法第四十六条), three for what was
/// answered before the law of 2014 came into force on 2015-05-01.
pub fn litigation_term(day: NaiveDate) -> &'static str {
    let begin = NaiveDate::from_ymd_opt(2015, 5, 1).unwrap_or(NaiveDate::MIN);
    if day < begin { "3个月" } else { "6个月" }
}

#[cfg(test)]
mod tests;
