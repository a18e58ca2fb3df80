//! 会议、培训、督查、宣传、解读: the tables of this ledger, step by step.

use crate::schema::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: r#"
CREATE TABLE activity (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year_on TEXT NOT NULL,
    "on" TEXT,
    "kind" TEXT,
    "form" TEXT,
    "title" TEXT,
    "place" TEXT,
    "villages" TEXT,
    "department" INTEGER REFERENCES catalogue_entry(id),
    "participants" INTEGER,
    "materials" INTEGER,
    "note" TEXT,
    "attachment" TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX activity_facets ON activity(
    year_on, "villages", "department", "kind", "form", "participants", "materials", "on"
) WHERE deleted_at IS NULL;
CREATE INDEX activity_newest ON activity(year_on) WHERE deleted_at IS NULL;
CREATE INDEX activity_by_on ON activity("on", year_on) WHERE deleted_at IS NULL;
CREATE INDEX activity_by_kind ON activity("kind", year_on) WHERE deleted_at IS NULL;
CREATE INDEX activity_by_form ON activity("form", year_on) WHERE deleted_at IS NULL;
CREATE INDEX activity_by_title ON activity("title", year_on) WHERE deleted_at IS NULL;
CREATE INDEX activity_by_place ON activity("place", year_on) WHERE deleted_at IS NULL;
CREATE INDEX activity_by_department ON activity("department", year_on) WHERE deleted_at IS NULL;
CREATE INDEX activity_by_participants ON activity("participants", year_on) WHERE deleted_at IS NULL;
CREATE INDEX activity_by_materials ON activity("materials", year_on) WHERE deleted_at IS NULL;
CREATE INDEX activity_bin ON activity(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE activity_villages (
    record_id INTEGER NOT NULL REFERENCES activity(id) ON DELETE CASCADE,
    entry_id INTEGER NOT NULL REFERENCES catalogue_entry(id),
    PRIMARY KEY (record_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_villages_by_entry ON activity_villages(entry_id, record_id);

CREATE VIRTUAL TABLE activity_words USING fts5(
    words, content='', contentless_delete=1, tokenize='ascii'
);
"#,
}];
