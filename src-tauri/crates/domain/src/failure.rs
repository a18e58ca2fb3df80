//! What went wrong, in words for the person at the screen.
//!
//! Code, sentence and hint travel together through every floor: the window, the terminal and the
//! log show the same failure, and only the code is ever compared.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A failure with a stable code, a plain Chinese sentence and what to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Failure {
    /// Stable, dotted, never shown alone: `record.incomplete`, `database.newer`.
    pub code: String,
    /// What happened.
    pub message: String,
    /// What to do next; empty where nothing helps.
    pub hint: String,
    /// Field id to what is wrong with that field, for a form.
    pub fields: BTreeMap<String, String>,
}

impl Failure {
    /// A failure without field errors.
    pub fn new(code: &str, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { code: code.to_owned(), message: message.into(), hint: hint.into(), fields: BTreeMap::new() }
    }

    /// The same failure with what is wrong field by field.
    pub fn with_fields(mut self, fields: BTreeMap<String, String>) -> Self {
        self.fields = fields;
        self
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for Failure {}
