//! A ledger described once: its fields, labels, kinds, choices, what is required and what helps.
//!
//! The form, the list, the filters, the totals, the database columns and the check at the door all
//! come from this one description.

use serde::Serialize;
use ts_rs::TS;

use crate::catalogue::CatalogueId;
use crate::record::Values;

pub mod check;
pub mod frozen;

/// One of a field's choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Choice {
    /// Stable, on the wire and in the database.
    pub id: &'static str,
    /// On screen and paper.
    pub label: &'static str,
}

impl Choice {
    /// A choice.
    pub const fn new(id: &'static str, label: &'static str) -> Self {
        Self { id, label }
    }
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FieldKind {
    /// One line of at most `max` characters.
    Text {
        /// Characters.
        max: u32,
    },
    /// Several lines.
    LongText {
        /// Characters.
        max: u32,
    },
    /// A day.
    Date,
    /// A whole number.
    Integer {
        /// Smallest allowed.
        min: i64,
    },
    /// 元, two decimals.
    Money,
    /// 是 / 否
    Flag,
    /// One of a few.
    Choice {
        /// In the order of the form.
        choices: &'static [Choice],
    },
    /// One entry of a catalogue.
    Entry {
        /// Which.
        catalogue: CatalogueId,
    },
    /// Several entries of a catalogue.
    Entries {
        /// Which.
        catalogue: CatalogueId,
    },
    /// Channels, each with its own date.
    Publications,
    /// A web address.
    Link,
    /// A kept file.
    Attachment,
}

impl FieldKind {
    /// The catalogue whose entries the field names.
    pub fn catalogue(&self) -> Option<CatalogueId> {
        match self {
            Self::Entry { catalogue } | Self::Entries { catalogue } => Some(*catalogue),
            Self::Publications => Some(CatalogueId::Channel),
            _ => None,
        }
    }

    /// Several values that stand in a table of their own.
    pub fn is_many(&self) -> bool {
        matches!(self, Self::Entries { .. } | Self::Publications)
    }
}

/// A field of a ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Field {
    /// Stable; the column's name in the database.
    pub id: &'static str,
    /// On the form and over the column.
    pub label: &'static str,
    /// What it holds.
    pub kind: FieldKind,
    /// A record without it is not kept.
    pub required: bool,
    /// A column of the list.
    pub listed: bool,
    /// Offered as a filter.
    pub filtered: bool,
    /// Personal data: in a table of its own, masked in lists.
    pub personal: bool,
    /// Column width in the list, px.
    pub width: u32,
    /// Form width: 1 half a row, 2 a row.
    pub span: u32,
    /// A line under the field.
    pub help: Option<&'static str>,
}

impl Field {
    const fn new(id: &'static str, label: &'static str, kind: FieldKind) -> Self {
        Self {
            id,
            label,
            kind,
            required: false,
            listed: false,
            filtered: false,
            personal: false,
            width: 110,
            span: 1,
            help: None,
        }
    }
    /// Must be filled in.
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }
    /// A column of the list, so many px wide.
    pub const fn listed(mut self, width: u32) -> Self {
        self.listed = true;
        self.width = width;
        self
    }
    /// A filter of the list.
    pub const fn filtered(mut self) -> Self {
        self.filtered = true;
        self
    }
    /// Personal data.
    pub const fn personal(mut self) -> Self {
        self.personal = true;
        self
    }
    /// A whole row of the form.
    pub const fn wide(mut self) -> Self {
        self.span = 2;
        self
    }
    /// A line of help.
    pub const fn help(mut self, help: &'static str) -> Self {
        self.help = Some(help);
        self
    }
}

/// One line of text.
pub const fn text(id: &'static str, label: &'static str) -> Field {
    Field::new(id, label, FieldKind::Text { max: 200 })
}
/// Several lines of text.
pub const fn long_text(id: &'static str, label: &'static str) -> Field {
    Field::new(id, label, FieldKind::LongText { max: 4000 }).wide()
}
/// A day.
pub const fn date(id: &'static str, label: &'static str) -> Field {
    Field::new(id, label, FieldKind::Date)
}
/// A whole number from `min`.
pub const fn integer(id: &'static str, label: &'static str, min: i64) -> Field {
    Field::new(id, label, FieldKind::Integer { min })
}
/// An amount in 元.
pub const fn money(id: &'static str, label: &'static str) -> Field {
    Field::new(id, label, FieldKind::Money)
}
/// Yes or no.
pub const fn flag(id: &'static str, label: &'static str) -> Field {
    Field::new(id, label, FieldKind::Flag).filtered()
}
/// One of a few; a filter of the list.
pub const fn choice(id: &'static str, label: &'static str, choices: &'static [Choice]) -> Field {
    Field::new(id, label, FieldKind::Choice { choices }).filtered()
}
/// One entry of a catalogue; a filter of the list.
pub const fn entry(id: &'static str, label: &'static str, catalogue: CatalogueId) -> Field {
    Field::new(id, label, FieldKind::Entry { catalogue }).filtered()
}
/// Several entries of a catalogue; a filter of the list.
pub const fn entries(id: &'static str, label: &'static str, catalogue: CatalogueId) -> Field {
    Field::new(id, label, FieldKind::Entries { catalogue }).filtered().wide()
}
/// Channels with their dates.
pub const fn publications(id: &'static str, label: &'static str) -> Field {
    Field::new(id, label, FieldKind::Publications).filtered().wide()
}
/// A web address.
pub const fn link(id: &'static str, label: &'static str) -> Field {
    Field::new(id, label, FieldKind::Link).wide()
}
/// A kept file.
pub const fn attachment(id: &'static str, label: &'static str) -> Field {
    Field::new(id, label, FieldKind::Attachment).wide()
}

/// A block of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Section {
    /// Its heading.
    pub label: &'static str,
    /// Field ids, in order.
    pub fields: &'static [&'static str],
}

/// When a record belongs to a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearRule {
    /// By the first of these dates that is filled in.
    First(&'static [&'static str]),
    /// In every year between two dates; an empty end is still going on.
    Span(&'static str, &'static str),
}

/// A line of totals under the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TotalRule {
    /// Sum of a number field: field, label, unit.
    Sum(&'static str, &'static str, &'static str),
    /// How many records by each value of a choice, entry or channel field.
    By(&'static str),
    /// A sum by each value of a choice field: number field, choice field, unit.
    SumBy(&'static str, &'static str, &'static str),
}

/// A kind of record.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct Ledger {
    /// Stable; the table's name in the database.
    pub id: &'static str,
    /// 主动公开信息
    pub label: &'static str,
    /// For the rail: 主动公开
    pub short: &'static str,
    /// 条, 件, 次
    pub unit: &'static str,
    /// What the ledger is for, for its empty page.
    pub help: &'static str,
    /// The field that names a record.
    pub title_field: &'static str,
    /// What the list's date is: 公开日期
    pub date_label: &'static str,
    /// The form, block by block.
    pub sections: &'static [Section],
    /// Every field.
    pub fields: &'static [Field],
    /// When a record belongs to a year.
    #[serde(skip)]
    pub year_rule: YearRule,
    /// Totals under the list, beside the number of records.
    #[serde(skip)]
    pub totals: &'static [TotalRule],
    /// What must hold between the fields of one record.
    #[serde(skip)]
    #[ts(skip)]
    pub rule: fn(&mut Values, &mut check::Faults),
}

impl PartialEq for Ledger {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Ledger {
    /// A field by its id.
    pub fn field(&self, id: &str) -> Option<&'static Field> {
        self.fields.iter().find(|f| f.id == id)
    }

    /// The fields that are not personal data.
    pub fn own_fields(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().filter(|f| !f.personal)
    }

    /// The fields of the table for personal data; none for most ledgers.
    pub fn personal_fields(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().filter(|f| f.personal)
    }
}
