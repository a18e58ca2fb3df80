//! 机构人员: the tables of this ledger, step by step.

use crate::schema::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: r#"
CREATE TABLE post (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year_on TEXT NOT NULL,
    "body" TEXT,
    "role" TEXT,
    "name" TEXT,
    "position" TEXT,
    "employment" TEXT,
    "rank" INTEGER,
    "from_on" TEXT,
    "to_on" TEXT,
    "note" TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX post_facets ON post(
    year_on, "body", "role", "employment", "rank", "from_on", "to_on"
) WHERE deleted_at IS NULL;
CREATE INDEX post_newest ON post(year_on) WHERE deleted_at IS NULL;
CREATE INDEX post_by_body ON post("body", year_on) WHERE deleted_at IS NULL;
CREATE INDEX post_by_role ON post("role", year_on) WHERE deleted_at IS NULL;
CREATE INDEX post_by_name ON post("name", year_on) WHERE deleted_at IS NULL;
CREATE INDEX post_by_position ON post("position", year_on) WHERE deleted_at IS NULL;
CREATE INDEX post_by_employment ON post("employment", year_on) WHERE deleted_at IS NULL;
CREATE INDEX post_by_from_on ON post("from_on", year_on) WHERE deleted_at IS NULL;
CREATE INDEX post_by_to_on ON post("to_on", year_on) WHERE deleted_at IS NULL;
CREATE INDEX post_bin ON post(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE VIRTUAL TABLE post_words USING fts5(
    words, content='', contentless_delete=1, tokenize='ascii'
);
"#,
}];
