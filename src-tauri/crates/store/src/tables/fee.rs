//! 收费及减免: the tables of this ledger, step by step.

use crate::schema::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: r#"
CREATE TABLE fee (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year_on TEXT NOT NULL,
    "on" TEXT,
    "kind" TEXT,
    "application_number" TEXT,
    "receipt_number" TEXT,
    "amount" INTEGER,
    "reduction" INTEGER,
    "reason" TEXT,
    "note" TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX fee_facets ON fee(
    year_on, "kind", "amount", "reduction", "on"
) WHERE deleted_at IS NULL;
CREATE INDEX fee_newest ON fee(year_on) WHERE deleted_at IS NULL;
CREATE INDEX fee_by_on ON fee("on", year_on) WHERE deleted_at IS NULL;
CREATE INDEX fee_by_kind ON fee("kind", year_on) WHERE deleted_at IS NULL;
CREATE INDEX fee_by_application_number ON fee("application_number", year_on) WHERE deleted_at IS NULL;
CREATE INDEX fee_by_receipt_number ON fee("receipt_number", year_on) WHERE deleted_at IS NULL;
CREATE INDEX fee_by_amount ON fee("amount", year_on) WHERE deleted_at IS NULL;
CREATE INDEX fee_by_reduction ON fee("reduction", year_on) WHERE deleted_at IS NULL;
CREATE INDEX fee_by_reason ON fee("reason", year_on) WHERE deleted_at IS NULL;
CREATE INDEX fee_bin ON fee(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE VIRTUAL TABLE fee_words USING fts5(
    words, content='', contentless_delete=1, tokenize='ascii'
);
"#,
}];
