//! 制度与考核: the tables of this ledger, step by step.

use crate::schema::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: r#"
CREATE TABLE measure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year_on TEXT NOT NULL,
    "on" TEXT,
    "kind" TEXT,
    "title" TEXT,
    "document_number" TEXT,
    "organiser" TEXT,
    "result" TEXT,
    "attachment" TEXT,
    "note" TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX measure_facets ON measure(
    year_on, "kind", "on"
) WHERE deleted_at IS NULL;
CREATE INDEX measure_newest ON measure(year_on) WHERE deleted_at IS NULL;
CREATE INDEX measure_by_on ON measure("on", year_on) WHERE deleted_at IS NULL;
CREATE INDEX measure_by_kind ON measure("kind", year_on) WHERE deleted_at IS NULL;
CREATE INDEX measure_by_title ON measure("title", year_on) WHERE deleted_at IS NULL;
CREATE INDEX measure_by_document_number ON measure("document_number", year_on) WHERE deleted_at IS NULL;
CREATE INDEX measure_by_organiser ON measure("organiser", year_on) WHERE deleted_at IS NULL;
CREATE INDEX measure_by_result ON measure(substr("result", 1, 40), year_on) WHERE deleted_at IS NULL;
CREATE INDEX measure_bin ON measure(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE VIRTUAL TABLE measure_words USING fts5(
    words, content='', contentless_delete=1, tokenize='ascii'
);
"#,
}];
