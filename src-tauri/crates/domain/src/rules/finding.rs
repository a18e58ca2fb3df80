//! What a rule found: a sentence with its two numbers, where it is, on what basis, and what to do.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Rule;
use crate::figure::RecordsBehind;

/// How grave. The order is the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Wrong: needs mending, or a 情况说明 before the year is locked.
    Error,
    /// Probably wrong.
    Warning,
    /// Worth a look.
    Hint,
}

/// What a rule looks after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// 表内和跨年勾稽
    Identities,
    /// 台账与报表
    Records,
    /// 统计口径
    Dimensions,
    /// 文字与数字
    Text,
    /// 内容是否齐全
    Completeness,
    /// 与上年雷同
    Likeness,
}

/// One of the two things compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Side {
    /// 新收与上年结转之和
    pub label: String,
    /// 12
    pub value: String,
}

/// Where a finding is, to jump to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Place {
    /// A cell of a table, or a figure of the text.
    Figure {
        /// Figure id.
        id: String,
    },
    /// Words of a part.
    Text {
        /// Part id.
        part: String,
        /// The words, as they stand there.
        quote: String,
    },
    /// Some records.
    Records {
        /// Which.
        behind: RecordsBehind,
    },
    /// One record.
    Record {
        /// Ledger id.
        ledger: String,
        /// Record id.
        id: i64,
        /// Its title.
        title: String,
    },
    /// Something of the report as a whole: `title`, `signed_on`, `format`.
    Setting {
        /// Which.
        name: String,
    },
}

/// What a rule found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// Rule id.
    pub rule: String,
    /// How grave.
    pub severity: Severity,
    /// Which group the rule belongs to.
    pub group: Group,
    /// What is wrong, in a sentence with its numbers.
    pub message: String,
    /// The two sides, where two things are compared.
    pub sides: Option<(Side, Side)>,
    /// Where; the first is where a click leads.
    pub places: Vec<Place>,
    /// On what basis.
    pub basis: String,
    /// What to do.
    pub advice: String,
    /// The same as long as rule, place and values are the same; a 情况说明 belongs to it.
    pub key: String,
}

impl Finding {
    /// A finding of a rule. Every further call adds to what tells it from others.
    pub fn of(rule: &Rule, message: impl Into<String>) -> Self {
        let message = message.into();
        Self {
            rule: rule.id.to_owned(),
            severity: rule.severity,
            group: rule.group,
            key: format!("{}|{message}", rule.id),
            message,
            sides: None,
            places: Vec::new(),
            basis: rule.basis.to_owned(),
            advice: rule.advice.to_owned(),
        }
    }

    /// The two things compared.
    #[must_use]
    pub fn sides(mut self, left: (&str, &str), right: (&str, &str)) -> Self {
        let side = |(label, value): (&str, &str)| Side { label: label.to_owned(), value: value.to_owned() };
        self.sides = Some((side(left), side(right)));
        self
    }

    /// A place to jump to.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.places.push(place);
        self
    }

    /// A cell or figure to jump to.
    #[must_use]
    pub fn at_figure(self, id: &str) -> Self {
        self.at(Place::Figure { id: id.to_owned() })
    }

    /// Words to jump to.
    #[must_use]
    pub fn at_text(self, part: &str, quote: &str) -> Self {
        self.at(Place::Text { part: part.to_owned(), quote: quote.to_owned() })
    }

    /// A more exact basis than the rule's.
    #[must_use]
    pub fn on(mut self, basis: &str) -> Self {
        if !basis.is_empty() {
            self.basis = basis.to_owned();
        }
        self
    }

    /// As grave as this instead of as the rule says.
    #[must_use]
    pub fn as_grave_as(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Better advice than the rule's.
    #[must_use]
    pub fn advise(mut self, advice: impl Into<String>) -> Self {
        self.advice = advice.into();
        self
    }
}
