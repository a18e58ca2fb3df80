//! 投诉举报: the tables of this ledger, step by step.

use crate::schema::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: r#"
CREATE TABLE complaint (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year_on TEXT NOT NULL,
    "received_on" TEXT,
    "kind" TEXT,
    "way" TEXT,
    "subject" TEXT,
    "department" INTEGER REFERENCES catalogue_entry(id),
    "result" TEXT,
    "closed_on" TEXT,
    "handled_by" TEXT,
    "reply" TEXT,
    "note" TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX complaint_facets ON complaint(
    year_on, "department", "kind", "way", "result", "received_on", "closed_on"
) WHERE deleted_at IS NULL;
CREATE INDEX complaint_newest ON complaint(year_on) WHERE deleted_at IS NULL;
CREATE INDEX complaint_by_received_on ON complaint("received_on", year_on) WHERE deleted_at IS NULL;
CREATE INDEX complaint_by_kind ON complaint("kind", year_on) WHERE deleted_at IS NULL;
CREATE INDEX complaint_by_way ON complaint("way", year_on) WHERE deleted_at IS NULL;
CREATE INDEX complaint_by_subject ON complaint("subject", year_on) WHERE deleted_at IS NULL;
CREATE INDEX complaint_by_department ON complaint("department", year_on) WHERE deleted_at IS NULL;
CREATE INDEX complaint_by_result ON complaint("result", year_on) WHERE deleted_at IS NULL;
CREATE INDEX complaint_by_closed_on ON complaint("closed_on", year_on) WHERE deleted_at IS NULL;
CREATE INDEX complaint_bin ON complaint(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE complaint_person (
    record_id INTEGER PRIMARY KEY REFERENCES complaint(id) ON DELETE CASCADE,
    "name" TEXT,
    "phone" TEXT
) STRICT;
CREATE INDEX complaint_person_by_name ON complaint_person("name");

CREATE VIRTUAL TABLE complaint_words USING fts5(
    words, content='', contentless_delete=1, tokenize='ascii'
);
"#,
}];
