//! 主动公开信息: the tables of this ledger, step by step.

use crate::schema::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: r#"
CREATE TABLE disclosure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year_on TEXT NOT NULL,
    "index_number" TEXT,
    "title" TEXT,
    "document_number" TEXT,
    "summary" TEXT,
    "category" INTEGER REFERENCES catalogue_entry(id),
    "department" INTEGER REFERENCES catalogue_entry(id),
    "villages" TEXT,
    "formed_on" TEXT,
    "published_on" TEXT,
    "channels" TEXT,
    "timing" TEXT,
    "openness" TEXT,
    "drafter" TEXT,
    "drafted_on" TEXT,
    "reviewer" TEXT,
    "reviewed_on" TEXT,
    "approver" TEXT,
    "approved_on" TEXT,
    "secrecy" TEXT,
    "secrecy_on" TEXT,
    "interpretation" TEXT,
    "interpretation_link" TEXT,
    "link" TEXT,
    "attachment" TEXT,
    "note" TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX disclosure_facets ON disclosure(
    year_on, "villages", "channels", "category", "department", "timing", "openness", "secrecy",
    "interpretation", "formed_on", "published_on", "drafted_on", "reviewed_on", "approved_on",
    "secrecy_on"
) WHERE deleted_at IS NULL;
CREATE INDEX disclosure_newest ON disclosure(year_on) WHERE deleted_at IS NULL;
CREATE INDEX disclosure_by_index_number ON disclosure("index_number", year_on) WHERE deleted_at IS NULL;
CREATE INDEX disclosure_by_title ON disclosure("title", year_on) WHERE deleted_at IS NULL;
CREATE INDEX disclosure_by_document_number ON disclosure("document_number", year_on) WHERE deleted_at IS NULL;
CREATE INDEX disclosure_by_category ON disclosure("category", year_on) WHERE deleted_at IS NULL;
CREATE INDEX disclosure_by_department ON disclosure("department", year_on) WHERE deleted_at IS NULL;
CREATE INDEX disclosure_by_published_on ON disclosure("published_on", year_on) WHERE deleted_at IS NULL;
CREATE INDEX disclosure_bin ON disclosure(deleted_at) WHERE deleted_at IS NOT NULL;
CREATE UNIQUE INDEX disclosure_number ON disclosure(index_number)
    WHERE deleted_at IS NULL AND index_number IS NOT NULL;

CREATE TABLE disclosure_villages (
    record_id INTEGER NOT NULL REFERENCES disclosure(id) ON DELETE CASCADE,
    entry_id INTEGER NOT NULL REFERENCES catalogue_entry(id),
    PRIMARY KEY (record_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX disclosure_villages_by_entry ON disclosure_villages(entry_id, record_id);

CREATE TABLE disclosure_channels (
    record_id INTEGER NOT NULL REFERENCES disclosure(id) ON DELETE CASCADE,
    entry_id INTEGER NOT NULL REFERENCES catalogue_entry(id),
    published_on TEXT,
    PRIMARY KEY (record_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX disclosure_channels_by_entry ON disclosure_channels(entry_id, record_id);

CREATE VIRTUAL TABLE disclosure_words USING fts5(
    words, content='', contentless_delete=1, tokenize='ascii'
);
"#,
}];
