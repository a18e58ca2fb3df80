//! Personal data whose time is over: which, and erasing it. The record stays for the counts; what named a person
//! says 「已按保存期限删除」 from then on, and attached files and the words of letters go with it.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use domain::retention::{ERASED, ended_on};
use domain::{Failure, FieldKind, Ledger};
use rusqlite::{Connection, TransactionBehavior, params};

use crate::catalogue::Names;
use crate::error::Result;
use crate::looks::{self, Looked};
use crate::{Store, attachments, records, row, search};

/// A record whose personal data is due to be erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expired {
    /// Ledger id.
    pub ledger: String,
    /// Record id.
    pub id: i64,
    /// What names the record; no personal data.
    pub title: String,
    /// When its case ended.
    pub ended_on: NaiveDate,
    /// Files attached to it.
    pub files: usize,
    /// Letters with their words.
    pub letters: u32,
}

/// Ledgers whose records are cases that end, with the condition that one ended before a day and nothing goes on
/// about it.
const CASES: [(&str, &str); 3] = [
    (
        "application",
        "r.decided_on IS NOT NULL AND max(r.decided_on, coalesce(r.delivered_on, r.decided_on)) < ?1
         AND NOT EXISTS (SELECT 1 FROM dispute d WHERE d.application_number = r.\"number\" AND d.deleted_at IS NULL
                         AND (d.closed_on IS NULL OR d.closed_on >= ?1))",
    ),
    ("dispute", "r.closed_on < ?1"),
    ("complaint", "r.closed_on < ?1"),
];

impl Store {
    /// The records whose case ended before a day and that still hold personal data, the oldest first.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn expired(&self, before: NaiveDate) -> std::result::Result<Vec<Expired>, Failure> {
        let mut expired = Vec::new();
        for (id, condition) in CASES {
            expired.extend(of_ledger(&self.db, records::known(id)?, condition, before)?);
        }
        expired.sort_by_key(|one| (one.ended_on, one.id));
        Ok(expired)
    }

    /// Erases the personal data of records whose case ended before a day, and gives how many. Others among them
    /// are left as they are.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn erase(
        &mut self,
        wanted: &[(String, i64)],
        before: NaiveDate,
        now: NaiveDateTime,
    ) -> std::result::Result<usize, Failure> {
        let due: BTreeSet<(String, i64)> =
            self.expired(before)?.into_iter().map(|one| (one.ledger, one.id)).collect();
        let wanted: Vec<_> = wanted.iter().filter(|one| due.contains(one)).collect();
        let mut files = BTreeSet::new();
        let mut erase = || -> Result<()> {
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for (ledger, id) in &wanted {
                files.extend(one(&transaction, records::known(ledger)?, *id, now)?);
            }
            Ok(transaction.commit()?)
        };
        erase()?;
        self.discard(&files)?;
        // The journal forgets what was erased; what is overwritten in the file itself `secure_delete` sees to.
        let journal = self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        journal.map_err(crate::error::Error::from)?;
        Ok(wanted.len())
    }
}

fn of_ledger(
    db: &Connection,
    ledger: &'static Ledger,
    condition: &str,
    before: NaiveDate,
) -> Result<Vec<Expired>> {
    let filled =
        ledger.personal_fields().map(|f| format!("coalesce(p.\"{}\", '') NOT IN ('', '{ERASED}')", f.id));
    let filled = filled.collect::<Vec<_>>().join(" OR ");
    let letters = match ledger.id {
        "application" => {
            "(SELECT count(*) FROM letter l JOIN letter_person w ON w.letter_id = l.id
                           WHERE l.application_id = r.id AND w.content <> '')"
        }
        _ => "0",
    };
    let sql = format!(
        "SELECT r.id, {letters} FROM {0} r JOIN {0}_person p ON p.record_id = r.id
         WHERE {condition} AND ({filled} OR {letters} > 0)",
        ledger.id
    );
    let names = Names::read(db)?;
    let mut statement = db.prepare(&sql)?;
    let found = statement.query_map([before.to_string()], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?)))?;
    let mut expired = Vec::new();
    for (id, letters) in found.collect::<rusqlite::Result<Vec<_>>>()? {
        let values = row::read(db, ledger, &names, id)?.values;
        let Some(ended_on) = ended_on(ledger.id, &values) else { continue };
        let title = values.get(ledger.title_field).and_then(|v| v.as_text()).unwrap_or_default().to_owned();
        let files = attachments::hashes_of(db, ledger, id)?.len();
        expired.push(Expired { ledger: ledger.id.to_owned(), id, title, ended_on, files, letters });
    }
    Ok(expired)
}

/// Erases one record's and gives the files that were attached to it.
fn one(db: &Connection, ledger: &'static Ledger, id: i64, now: NaiveDateTime) -> Result<Vec<String>> {
    let files = attachments::hashes_of(db, ledger, id)?;
    for field in ledger.personal_fields() {
        let words = if matches!(field.kind, FieldKind::Choice { .. }) { None } else { Some(ERASED) };
        let sql = format!(
            "UPDATE {}_person SET \"{1}\" = ?2 WHERE record_id = ?1 AND coalesce(\"{1}\", '') <> ''",
            ledger.id, field.id
        );
        db.execute(&sql, params![id, words])?;
    }
    for field in ledger.fields.iter().filter(|f| f.kind == FieldKind::Attachment) {
        db.execute(&format!("UPDATE {} SET \"{}\" = NULL WHERE id = ?1", ledger.id, field.id), [id])?;
    }
    if ledger.id == "application" {
        let sql = "UPDATE letter_person SET content = '', pdf = NULL, sha256 = NULL
                   WHERE letter_id IN (SELECT id FROM letter WHERE application_id = ?1)";
        db.execute(sql, [id])?;
    }
    let values = row::read(db, ledger, &Names::read(db)?, id)?.values;
    search::forget(db, ledger, id)?;
    search::index(db, ledger, id, &values)?;
    looks::note(db, Looked::Erased, ledger.id, id, "", now)?;
    Ok(files)
}
