//! 依申请公开申请: the tables of this ledger, step by step.

use crate::schema::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: r#"
CREATE TABLE application (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year_on TEXT NOT NULL,
    "number" TEXT,
    "received_on" TEXT,
    "received_by" TEXT,
    "applicant_kind" TEXT,
    "content" TEXT,
    "document_asked" TEXT,
    "form_wanted" TEXT,
    "delivery_wanted" TEXT,
    "handler" TEXT,
    "extended" INTEGER,
    "outcome" TEXT,
    "decided_on" TEXT,
    "decision_number" TEXT,
    "delivered_on" TEXT,
    "fee" INTEGER,
    "reduction" INTEGER,
    "attachment" TEXT,
    "note" TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX application_facets ON application(
    year_on, "received_by", "applicant_kind", "form_wanted", "outcome", "extended", "fee",
    "reduction", "received_on", "decided_on", "delivered_on"
) WHERE deleted_at IS NULL;
CREATE INDEX application_newest ON application(year_on) WHERE deleted_at IS NULL;
CREATE INDEX application_by_number ON application("number", year_on) WHERE deleted_at IS NULL;
CREATE INDEX application_by_received_on ON application("received_on", year_on) WHERE deleted_at IS NULL;
CREATE INDEX application_by_received_by ON application("received_by", year_on) WHERE deleted_at IS NULL;
CREATE INDEX application_by_applicant_kind ON application("applicant_kind", year_on) WHERE deleted_at IS NULL;
CREATE INDEX application_by_content ON application(substr("content", 1, 40), year_on) WHERE deleted_at IS NULL;
CREATE INDEX application_by_outcome ON application("outcome", year_on) WHERE deleted_at IS NULL;
CREATE INDEX application_by_decided_on ON application("decided_on", year_on) WHERE deleted_at IS NULL;
CREATE INDEX application_bin ON application(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE application_person (
    record_id INTEGER PRIMARY KEY REFERENCES application(id) ON DELETE CASCADE,
    "name" TEXT,
    "identity" TEXT,
    "identity_number" TEXT,
    "representative" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "address" TEXT,
    "postcode" TEXT
) STRICT;
CREATE INDEX application_person_by_name ON application_person("name");

CREATE VIRTUAL TABLE application_words USING fts5(
    words, content='', contentless_delete=1, tokenize='ascii'
);
"#,
}];
