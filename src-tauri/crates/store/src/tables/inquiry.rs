//! 咨询: the tables of this ledger, step by step.

use crate::schema::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: r#"
CREATE TABLE inquiry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year_on TEXT NOT NULL,
    "on" TEXT,
    "way" TEXT,
    "persons" INTEGER,
    "subject" TEXT,
    "department" INTEGER REFERENCES catalogue_entry(id),
    "handled_by" TEXT,
    "reply" TEXT,
    "note" TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX inquiry_facets ON inquiry(
    year_on, "department", "way", "persons", "on"
) WHERE deleted_at IS NULL;
CREATE INDEX inquiry_newest ON inquiry(year_on) WHERE deleted_at IS NULL;
CREATE INDEX inquiry_by_on ON inquiry("on", year_on) WHERE deleted_at IS NULL;
CREATE INDEX inquiry_by_way ON inquiry("way", year_on) WHERE deleted_at IS NULL;
CREATE INDEX inquiry_by_persons ON inquiry("persons", year_on) WHERE deleted_at IS NULL;
CREATE INDEX inquiry_by_subject ON inquiry("subject", year_on) WHERE deleted_at IS NULL;
CREATE INDEX inquiry_by_department ON inquiry("department", year_on) WHERE deleted_at IS NULL;
CREATE INDEX inquiry_by_handled_by ON inquiry("handled_by", year_on) WHERE deleted_at IS NULL;
CREATE INDEX inquiry_bin ON inquiry(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE VIRTUAL TABLE inquiry_words USING fts5(
    words, content='', contentless_delete=1, tokenize='ascii'
);
"#,
}];
