//! A record of any ledger: typed values by field id, checked at the door against the ledger's
//! description. What is inside is right; everything above may rely on it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One channel an item was published on, with its own date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Publication {
    /// The channel's name in the catalogue.
    pub channel: String,
    /// Its own date; `None`: the item's publication date.
    #[serde(default)]
    pub on: Option<NaiveDate>,
}

/// A file kept in the data folder under its SHA-256.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Attachment {
    /// SHA-256, lower-case hex.
    pub hash: String,
    /// The name the clerk knows it by.
    pub name: String,
    /// Bytes.
    pub size: u64,
}

/// A value of a field, as it travels and as a form holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(untagged)]
pub enum Value {
    /// Not filled in.
    Null,
    /// 是 / 否
    Flag(bool),
    /// Whole number.
    Integer(i64),
    /// Text, date (`YYYY-MM-DD`), choice id, entry name, money (`12.50`).
    Text(String),
    /// Entry names.
    List(Vec<String>),
    /// Channels with their dates.
    Publications(Vec<Publication>),
    /// A kept file.
    Attachment(Attachment),
}

impl Value {
    /// The text, where it is text and not empty.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) if !text.is_empty() => Some(text),
            _ => None,
        }
    }

    /// The date, where the text is one.
    pub fn as_date(&self) -> Option<NaiveDate> {
        self.as_text().and_then(|text| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok())
    }

    /// Nothing in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => text.is_empty(),
            Self::List(list) => list.is_empty(),
            Self::Publications(list) => list.is_empty(),
            Self::Flag(_) | Self::Integer(_) | Self::Attachment(_) => false,
        }
    }
}

/// Values by field id.
pub type Values = BTreeMap<String, Value>;

/// A record as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "LedgerRecord")]
pub struct Record {
    /// Row id within its ledger.
    pub id: i64,
    /// Ledger id.
    pub ledger: String,
    /// Every field of the ledger; empty ones are null.
    pub values: Values,
    /// `YYYY-MM-DDTHH:MM:SS`, local time.
    pub created_at: String,
    /// Likewise.
    pub updated_at: String,
    /// When it went into the recycle bin.
    pub deleted_at: Option<String>,
}
