//! 行政规范性文件: the tables of this ledger, step by step.

use crate::schema::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: r#"
CREATE TABLE normative (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year_on TEXT NOT NULL,
    "title" TEXT,
    "document_number" TEXT,
    "department" INTEGER REFERENCES catalogue_entry(id),
    "issued_on" TEXT,
    "effective_on" TEXT,
    "registered_number" TEXT,
    "disclosed" INTEGER,
    "link" TEXT,
    "repealed_on" TEXT,
    "repealed_by" TEXT,
    "attachment" TEXT,
    "note" TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX normative_facets ON normative(
    year_on, "department", "disclosed", "issued_on", "effective_on", "repealed_on"
) WHERE deleted_at IS NULL;
CREATE INDEX normative_newest ON normative(year_on) WHERE deleted_at IS NULL;
CREATE INDEX normative_by_title ON normative("title", year_on) WHERE deleted_at IS NULL;
CREATE INDEX normative_by_document_number ON normative("document_number", year_on) WHERE deleted_at IS NULL;
CREATE INDEX normative_by_department ON normative("department", year_on) WHERE deleted_at IS NULL;
CREATE INDEX normative_by_issued_on ON normative("issued_on", year_on) WHERE deleted_at IS NULL;
CREATE INDEX normative_by_disclosed ON normative("disclosed", year_on) WHERE deleted_at IS NULL;
CREATE INDEX normative_by_repealed_on ON normative("repealed_on", year_on) WHERE deleted_at IS NULL;
CREATE INDEX normative_bin ON normative(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE VIRTUAL TABLE normative_words USING fts5(
    words, content='', contentless_delete=1, tokenize='ascii'
);
"#,
}];
