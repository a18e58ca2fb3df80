//! 热线办件: the tables of this ledger, step by step.

use crate::schema::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: r#"
CREATE TABLE hotline (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year_on TEXT NOT NULL,
    "source" TEXT,
    "number" TEXT,
    "received_on" TEXT,
    "due_on" TEXT,
    "subject" TEXT,
    "department" INTEGER REFERENCES catalogue_entry(id),
    "result" TEXT,
    "done_on" TEXT,
    "on_time" INTEGER,
    "handled_by" TEXT,
    "reply" TEXT,
    "note" TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX hotline_facets ON hotline(
    year_on, "department", "source", "result", "on_time", "received_on", "due_on", "done_on"
) WHERE deleted_at IS NULL;
CREATE INDEX hotline_newest ON hotline(year_on) WHERE deleted_at IS NULL;
CREATE INDEX hotline_by_source ON hotline("source", year_on) WHERE deleted_at IS NULL;
CREATE INDEX hotline_by_number ON hotline("number", year_on) WHERE deleted_at IS NULL;
CREATE INDEX hotline_by_received_on ON hotline("received_on", year_on) WHERE deleted_at IS NULL;
CREATE INDEX hotline_by_due_on ON hotline("due_on", year_on) WHERE deleted_at IS NULL;
CREATE INDEX hotline_by_subject ON hotline("subject", year_on) WHERE deleted_at IS NULL;
CREATE INDEX hotline_by_department ON hotline("department", year_on) WHERE deleted_at IS NULL;
CREATE INDEX hotline_by_result ON hotline("result", year_on) WHERE deleted_at IS NULL;
CREATE INDEX hotline_by_done_on ON hotline("done_on", year_on) WHERE deleted_at IS NULL;
CREATE INDEX hotline_by_on_time ON hotline("on_time", year_on) WHERE deleted_at IS NULL;
CREATE INDEX hotline_bin ON hotline(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE VIRTUAL TABLE hotline_words USING fts5(
    words, content='', contentless_delete=1, tokenize='ascii'
);
"#,
}];
