//! A figure of the report: what it is, where it is counted from, what the records say and what the
//! office says where it knows better.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ledgers;
use crate::narrative::Shown;
use crate::number::{Decimal, Quantity};
use crate::query::{AFTER_YEAR, AT_YEAR_END, BEFORE_YEAR, Filter, WITHIN_YEAR};
use crate::table::{Balance, CellPlace};

/// Where a figure comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Source {
    /// How many records.
    Count {
        /// Ledger id.
        ledger: String,
        /// Which of its records.
        #[serde(default)]
        filter: Filter,
    },
    /// The sum of a number field.
    Sum {
        /// Ledger id.
        ledger: String,
        /// Field id.
        field: String,
        /// Which of its records.
        #[serde(default)]
        filter: Filter,
    },
    /// The different texts of a field, joined with 「、」: who heads the leading group.
    Texts {
        /// Ledger id.
        ledger: String,
        /// Field id.
        field: String,
        /// Field to sort by.
        #[serde(default)]
        order_by: Option<String>,
        /// Which of its records.
        #[serde(default)]
        filter: Filter,
    },
    /// The sum of other figures.
    Total(Vec<String>),
    /// The same for every year and office of this kind, and why.
    Always {
        /// The value.
        value: Decimal,
        /// Why.
        why: String,
    },
    /// Entered by hand only.
    Entered,
}

impl Source {
    /// The same, of fewer records: those that the filter accepts too.
    pub fn narrowed(mut self, by: &Filter) -> Self {
        if let Self::Count { filter, .. } | Self::Sum { filter, .. } | Self::Texts { filter, .. } = &mut self
        {
            filter.extend(by.iter().map(|(field, accepted)| (field.clone(), accepted.clone())));
        }
        self
    }

    /// The ledger and the filter, where it counts records.
    pub fn records(&self) -> Option<(&str, &Filter)> {
        match self {
            Self::Count { ledger, filter }
            | Self::Sum { ledger, filter, .. }
            | Self::Texts { ledger, filter, .. } => Some((ledger, filter)),
            Self::Total(_) | Self::Always { .. } | Self::Entered => None,
        }
    }

    /// How it is counted, as a sentence for the clerk.
    pub fn how(&self, year: i32) -> String {
        match self {
            Self::Count { ledger, filter } => format!("{}的记录数", selection(ledger, filter, year)),
            Self::Sum { ledger, field, filter } => {
                let label = field_label(ledger, field);
                format!("{}的「{label}」相加", selection(ledger, filter, year))
            }
            Self::Texts { ledger, field, filter, .. } => {
                let label = field_label(ledger, field);
                format!("{}的「{label}」", selection(ledger, filter, year))
            }
            Self::Total(_) => "由其他数据项相加得出".to_owned(),
            Self::Always { why, .. } => why.clone(),
            Self::Entered => "没有对应的台账，由人工填写".to_owned(),
        }
    }
}

fn field_label(ledger: &str, field: &str) -> String {
    let found = ledgers::ledger(ledger).and_then(|l| l.field(field));
    found.map_or_else(|| field.to_owned(), |f| f.label.to_owned())
}

fn selection(ledger: &str, filter: &Filter, year: i32) -> String {
    let Some(described) = ledgers::ledger(ledger) else { return format!("台账「{ledger}」中") };
    let conditions: Vec<String> = filter
        .iter()
        .map(|(field, accepted)| {
            let label = field_label(ledger, field);
            let names: Vec<String> =
                accepted.iter().map(|value| value_label(ledger, field, value, year)).collect();
            match accepted.as_slice() {
                [only] if only == WITHIN_YEAR => format!("{label}在{year}年内"),
                [only] if only == AT_YEAR_END => format!("{year}年12月31日仍在任"),
                [only] if only == BEFORE_YEAR => format!("{label}早于{year}年"),
                [only] if only == AFTER_YEAR => format!("到{year}年底没有{label}"),
                [] => format!("{label}为空集"),
                _ => format!("{label}为{}", names.join("或")),
            }
        })
        .collect();
    if conditions.is_empty() {
        return format!("「{}」{year}年", described.label);
    }
    format!("「{}」中{}", described.label, conditions.join("、"))
}

fn value_label(ledger: &str, field: &str, value: &str, year: i32) -> String {
    use crate::ledger::FieldKind;
    let kind = ledgers::ledger(ledger).and_then(|l| l.field(field)).map(|f| f.kind);
    match (kind, value) {
        (_, "") => "空".to_owned(),
        (_, WITHIN_YEAR) => format!("{year}年内"),
        (_, AT_YEAR_END | AFTER_YEAR) => format!("{year}年底以后"),
        (Some(FieldKind::Flag), "true") => "是".to_owned(),
        (Some(FieldKind::Flag), "false") => "否".to_owned(),
        (Some(FieldKind::Choice { choices }), id) => {
            choices.iter().find(|c| c.id == id).map_or_else(|| id.to_owned(), |c| c.label.to_owned())
        }
        (_, name) => name.to_owned(),
    }
}

/// A figure of a year, ready to be counted: from the format or the office's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureSpec {
    /// `disclosure.category.policy`, `own.3`.
    pub id: String,
    /// The part it belongs to.
    pub part: String,
    /// Its name.
    pub label: String,
    /// 条, 件, 人次, 元.
    pub unit: String,
    /// Where it comes from.
    pub source: Source,
    /// A remark behind the sentence that says how it is counted.
    pub remark: String,
    /// Defined by the office.
    pub custom: bool,
    /// Where it stands in a table; `None` for a figure of the text.
    pub place: Option<CellPlace>,
    /// What last year's locked report makes of it.
    pub carried: Option<Balance>,
    /// Decimals allowed.
    pub decimals: u8,
}

/// A value entered by hand, with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Entered {
    /// The value.
    pub value: Quantity,
    /// Why the office knows better.
    pub reason: String,
    /// When.
    pub at: String,
}

/// The records a figure counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordsBehind {
    /// Ledger id.
    pub ledger: String,
    /// Year.
    pub year: i32,
    /// Filter.
    pub filter: Filter,
}

/// A figure with its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Figure {
    /// Stable id.
    pub id: String,
    /// Part id.
    pub part: String,
    /// Name.
    pub label: String,
    /// Unit.
    pub unit: String,
    /// From the records; `None` where no ledger holds it.
    pub counted: Option<Quantity>,
    /// By hand; wins over the count, both stay visible.
    pub entered: Option<Entered>,
    /// The one in force.
    pub value: Quantity,
    /// In a sentence, exactly.
    pub text: String,
    /// In a sentence, rounded down.
    pub about: String,
    /// How it is counted.
    pub how: String,
    /// The records.
    pub behind: Option<RecordsBehind>,
    /// Defined by the office.
    pub custom: bool,
    /// What kind of value is in force.
    pub kind: FigureKind,
    /// Where it stands in a table; `None` for a figure of the text.
    pub place: Option<CellPlace>,
    /// Ids of what it adds up; a cell that adds up is never an input.
    pub sum: Vec<String>,
    /// What last year's locked report makes of it.
    pub carried: Option<Quantity>,
    /// Last year's value.
    pub last: Option<Quantity>,
    /// Decimals allowed.
    pub decimals: u8,
}

/// What kind of value a figure has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FigureKind {
    /// Counted from the records.
    Counted,
    /// Added up from other cells.
    Computed,
    /// Carried over from last year's locked report.
    Carried,
    /// By hand, in place of a count or where nothing counts it.
    Entered,
    /// By hand, and nobody has yet.
    Blank,
}

impl Figure {
    /// As a chip shows it.
    pub fn shown(&self, shown: Shown) -> &str {
        match shown {
            Shown::Exact => &self.text,
            Shown::About => &self.about,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_how_it_counts() {
        let filter = Filter::from([
            ("published_on".to_owned(), vec![WITHIN_YEAR.to_owned()]),
            ("channels".to_owned(), vec!["微信".to_owned(), "短信".to_owned()]),
        ]);
        let source = Source::Count { ledger: "disclosure".into(), filter };
        assert_eq!(
            source.how(2018),
            "「主动公开信息」中渠道为微信或短信、公开日期在2018年内的记录数".replace("渠道", "发布渠道")
        );
        let filter = Filter::from([("way".to_owned(), vec!["phone".to_owned()])]);
        let source = Source::Sum { ledger: "inquiry".into(), field: "persons".into(), filter };
        assert_eq!(source.how(2018), "「咨询」中方式为电话的「人次」相加");
    }
}
