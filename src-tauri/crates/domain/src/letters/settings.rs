//! What an office settles for its letters once: how they are numbered, who reviews them, its own words.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Template, remedies};
use crate::clock::Decree;
use crate::{Failure, Profile};

/// Letters that are numbered together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Group {
    /// `reply`
    pub id: &'static str,
    /// 答复、告知
    pub label: &'static str,
    /// Pattern of its 文号 where the office has set none; empty: no number.
    pub pattern: &'static str,
}

/// Every group, as the settings list them.
pub static GROUPS: &[Group] = &[
    Group { id: "receipt", label: "登记回执", pattern: "{代字}公开登〔{年}〕{序号}号" },
    Group {
        id: "correction", label: "补正、说明理由", pattern: "{代字}公开补〔{年}〕{序号}号"
    },
    Group { id: "consultation", label: "征求意见", pattern: "{代字}公开征〔{年}〕{序号}号" },
    Group {
        id: "extension", label: "延期、延迟答复", pattern: "{代字}公开延〔{年}〕{序号}号"
    },
    Group { id: "fee", label: "收费通知", pattern: "{代字}公开费〔{年}〕{序号}号" },
    Group { id: "reply", label: "答复、告知", pattern: "{代字}公开告〔{年}〕{序号}号" },
    Group { id: "service", label: "送达回证", pattern: "" },
];

/// An office's own words for a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnWords {
    /// Over the letter.
    pub title: String,
    /// The body with its places, a paragraph a line; for applications under the present decree.
    pub text: String,
}

/// The settings. What is empty is as the program has it, or as the office's profile suggests.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct LetterSettings {
    /// 机关代字: 下政.
    pub code: String,
    /// 行政复议机关: for a township the county's government (行政复议法第二十四条).
    pub reviewing: String,
    /// 管辖法院.
    pub court: String,
    /// Where papers are handed in.
    pub address: String,
    /// 联系人; empty: the office's.
    pub contact: String,
    /// Telephone; empty: the office's.
    pub phone: String,
    /// Where fees are paid: an account, or a counter. A fee notice starts with it.
    pub payment: String,
    /// Pattern of 文号 by group.
    pub patterns: BTreeMap<String, String>,
    /// Own words by letter.
    pub words: BTreeMap<String, OwnWords>,
    /// Own words of the clauses on what can be done.
    pub remedies: BTreeMap<String, String>,
}

impl LetterSettings {
    /// The settings with what the office's profile suggests in the place of what is empty.
    #[must_use]
    pub fn completed(mut self, profile: &Profile) -> Self {
        let county = profile.county.trim().trim_end_matches("办公室").to_owned();
        let court = county.strip_suffix("人民政府").map(|place| format!("{place}人民法院"));
        let suggest = |own: &mut String, other: String| {
            if own.trim().is_empty() {
                *own = other;
            }
        };
        suggest(&mut self.code, suggested_code(&profile.short));
        suggest(&mut self.reviewing, if county.ends_with("人民政府") { county } else { String::new() });
        suggest(&mut self.court, court.unwrap_or_default());
        suggest(&mut self.contact, profile.contact.trim().to_owned());
        suggest(&mut self.phone, profile.phone.trim().to_owned());
        for group in GROUPS {
            self.patterns.entry(group.id.to_owned()).or_insert_with(|| group.pattern.to_owned());
        }
        self
    }

    /// Title and body of a letter under a decree, in the office's own words where it has any: those are written
    /// for the present decree.
    ///
    /// # Errors
    /// `letter.unreadable`.
    pub fn words_of(&self, template: &Template, decree: Decree) -> Result<OwnWords, Failure> {
        match self.words.get(&template.id) {
            Some(own) if decree == Decree::Of2019 => Ok(own.clone()),
            _ => Ok(OwnWords { title: template.title.clone(), text: template.text(decree)? }),
        }
    }

    /// A clause on what can be done, in the office's own words where it has any.
    ///
    /// # Errors
    /// `letter.unreadable`.
    pub fn remedy(&self, id: &str) -> Result<String, Failure> {
        let own = self.remedies.get(id).filter(|words| !words.trim().is_empty()).cloned();
        let embedded = || remedies().map(|all| all.iter().find(|r| r.id == id).map(|r| r.say.clone()));
        Ok(own.map_or_else(embedded, |own| Ok(Some(own)))?.unwrap_or_default())
    }
}

/// 下达河乡 → 下政, 昌岗街道 → 昌办.
fn suggested_code(short: &str) -> String {
    let Some(first) = short.trim().chars().next() else { return String::new() };
    format!("{first}{}", if short.trim().ends_with("街道") { '办' } else { '政' })
}
