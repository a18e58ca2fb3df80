//! 行政复议和行政诉讼: the tables of this ledger, step by step.

use crate::schema::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: r#"
CREATE TABLE dispute (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year_on TEXT NOT NULL,
    "kind" TEXT,
    "case_number" TEXT,
    "filed_on" TEXT,
    "authority" TEXT,
    "subject" TEXT,
    "application_number" TEXT,
    "outcome" TEXT,
    "closed_on" TEXT,
    "decision_number" TEXT,
    "attachment" TEXT,
    "note" TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX dispute_facets ON dispute(
    year_on, "kind", "outcome", "filed_on", "closed_on"
) WHERE deleted_at IS NULL;
CREATE INDEX dispute_newest ON dispute(year_on) WHERE deleted_at IS NULL;
CREATE INDEX dispute_by_kind ON dispute("kind", year_on) WHERE deleted_at IS NULL;
CREATE INDEX dispute_by_case_number ON dispute("case_number", year_on) WHERE deleted_at IS NULL;
CREATE INDEX dispute_by_filed_on ON dispute("filed_on", year_on) WHERE deleted_at IS NULL;
CREATE INDEX dispute_by_authority ON dispute("authority", year_on) WHERE deleted_at IS NULL;
CREATE INDEX dispute_by_subject ON dispute("subject", year_on) WHERE deleted_at IS NULL;
CREATE INDEX dispute_by_outcome ON dispute("outcome", year_on) WHERE deleted_at IS NULL;
CREATE INDEX dispute_by_closed_on ON dispute("closed_on", year_on) WHERE deleted_at IS NULL;
CREATE INDEX dispute_bin ON dispute(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE dispute_person (
    record_id INTEGER PRIMARY KEY REFERENCES dispute(id) ON DELETE CASCADE,
    "name" TEXT,
    "phone" TEXT
) STRICT;
CREATE INDEX dispute_person_by_name ON dispute_person("name");

CREATE VIRTUAL TABLE dispute_words USING fts5(
    words, content='', contentless_delete=1, tokenize='ascii'
);
"#,
}];
