//! The letters of applications: drafts, and what was issued, frozen with its paper. Their words name people, so
//! they stand in a table of their own beside the letter. A number once given is given for good, also where its
//! letter was voided or its application purged.

use chrono::{NaiveDate, NaiveDateTime};
use domain::{Failure, Values};
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};

use crate::error::{Error, Result};
use crate::schema::Step;
use crate::versions::sha256;
use crate::{EventChange, Store, events, time};

pub(crate) const STEPS: &[Step] = &[Step {
    version: 5,
    sql: "
CREATE TABLE letter (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    application_id INTEGER NOT NULL REFERENCES application(id) ON DELETE CASCADE,
    template TEXT NOT NULL,
    created_at TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    number TEXT,
    dated_on TEXT,
    issued_at TEXT,
    void_reason TEXT,
    voided_at TEXT
) STRICT;
CREATE INDEX letter_of ON letter(application_id);
CREATE TABLE letter_person (
    letter_id INTEGER PRIMARY KEY REFERENCES letter(id) ON DELETE CASCADE,
    content TEXT NOT NULL,
    pdf BLOB,
    sha256 TEXT
) STRICT;
CREATE TABLE letter_number (
    number TEXT PRIMARY KEY,
    run TEXT NOT NULL,
    place INTEGER,
    given_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX letter_number_run ON letter_number(run, place);
CREATE TRIGGER letter_kept_update BEFORE UPDATE OF application_id, template, number, dated_on, issued_at ON letter
    WHEN OLD.issued_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'letter.issued'); END;
CREATE TRIGGER letter_kept_void BEFORE UPDATE OF void_reason, voided_at ON letter
    WHEN OLD.voided_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'letter.issued'); END;
CREATE TRIGGER letter_kept_delete BEFORE DELETE ON letter
    WHEN OLD.issued_at IS NOT NULL AND EXISTS (SELECT 1 FROM application WHERE id = OLD.application_id)
    BEGIN SELECT RAISE(ABORT, 'letter.issued'); END;
CREATE TRIGGER letter_person_kept BEFORE UPDATE ON letter_person
    WHEN OLD.pdf IS NOT NULL AND NEW.pdf IS NOT NULL BEGIN SELECT RAISE(ABORT, 'letter.issued'); END;
CREATE TRIGGER letter_number_kept_update BEFORE UPDATE ON letter_number
    BEGIN SELECT RAISE(ABORT, 'letter.issued'); END;
CREATE TRIGGER letter_number_kept_delete BEFORE DELETE ON letter_number
    BEGIN SELECT RAISE(ABORT, 'letter.issued'); END;
",
}];

/// A letter as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptLetter {
    /// Its id.
    pub id: i64,
    /// Of which application.
    pub application: i64,
    /// Which letter; see `domain::letters`.
    pub template: String,
    /// The words, as the floors above keep them; empty once they were erased.
    pub content: String,
    /// 文号, once issued with one.
    pub number: Option<String>,
    /// The day it bears, once issued.
    pub dated_on: Option<NaiveDate>,
    /// When it was begun: `YYYY-MM-DDTHH:MM:SS`.
    pub created_at: String,
    /// When its words were last kept.
    pub saved_at: String,
    /// When it was issued.
    pub issued_at: Option<String>,
    /// Why it was voided.
    pub void_reason: Option<String>,
    /// When it was voided.
    pub voided_at: Option<String>,
}

/// A 文号 and its place in a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenNumber {
    /// 下政公开告〔2026〕3号
    pub number: String,
    /// The run: the number without its running part.
    pub run: String,
    /// Where in the run; none for a number of another form.
    pub place: Option<u32>,
}

/// A letter that leaves the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Its number; none where the office gives such letters none.
    pub number: Option<GivenNumber>,
    /// The day it bears.
    pub dated_on: NaiveDate,
    /// The words.
    pub content: String,
    /// The paper.
    pub pdf: Vec<u8>,
    /// The step of the case that the letter is.
    pub step: Option<EventChange>,
    /// The record's values, where they follow from the step or take the number.
    pub values: Option<Values>,
}

const COLUMNS: &str = "l.id, l.application_id, l.template, p.content, l.number, l.dated_on, l.created_at,
    l.saved_at, l.issued_at, l.void_reason, l.voided_at
    FROM letter l JOIN letter_person p ON p.letter_id = l.id";

impl Store {
    /// The letters of an application, oldest first.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn letters(&self, application: i64) -> std::result::Result<Vec<KeptLetter>, Failure> {
        let read = || -> Result<Vec<KeptLetter>> {
            let sql = format!("SELECT {COLUMNS} WHERE l.application_id = ?1 ORDER BY l.id");
            let mut statement = self.db.prepare_cached(&sql)?;
            let letters = statement.query_map([application], kept)?;
            Ok(letters.collect::<rusqlite::Result<_>>()?)
        };
        Ok(read()?)
    }

    /// A letter by its id.
    ///
    /// # Errors
    /// `letter.missing`.
    pub fn letter(&self, id: i64) -> std::result::Result<KeptLetter, Failure> {
        Ok(one(&self.db, id)?)
    }

    /// Begins a letter.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn begin_letter(
        &mut self,
        application: i64,
        template: &str,
        content: &str,
        now: NaiveDateTime,
    ) -> std::result::Result<i64, Failure> {
        let mut begin = || -> Result<i64> {
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let sql =
                "INSERT INTO letter (application_id, template, created_at, saved_at) VALUES (?1, ?2, ?3, ?3)";
            transaction.execute(sql, params![application, template, time::stamp(now)])?;
            let id = transaction.last_insert_rowid();
            let sql = "INSERT INTO letter_person (letter_id, content) VALUES (?1, ?2)";
            transaction.execute(sql, params![id, content])?;
            transaction.commit()?;
            Ok(id)
        };
        Ok(begin()?)
    }

    /// Keeps the words of a draft.
    ///
    /// # Errors
    /// `letter.missing`, `letter.issued`.
    pub fn save_letter(
        &mut self,
        id: i64,
        content: &str,
        now: NaiveDateTime,
    ) -> std::result::Result<(), Failure> {
        let mut save = || -> Result<()> {
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            draft(&transaction, id)?;
            transaction
                .execute("UPDATE letter SET saved_at = ?2 WHERE id = ?1", params![id, time::stamp(now)])?;
            let sql = "UPDATE letter_person SET content = ?2 WHERE letter_id = ?1";
            transaction.execute(sql, params![id, content])?;
            Ok(transaction.commit()?)
        };
        Ok(save()?)
    }

    /// Throws a draft away. What was issued can only be voided.
    ///
    /// # Errors
    /// `letter.missing`, `letter.issued`.
    pub fn drop_letter(&mut self, id: i64) -> std::result::Result<(), Failure> {
        let mut drop = || -> Result<()> {
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            draft(&transaction, id)?;
            transaction.execute("DELETE FROM letter WHERE id = ?1", [id])?;
            Ok(transaction.commit()?)
        };
        Ok(drop()?)
    }

    /// The places of a run that are taken.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn places_taken(&self, run: &str) -> std::result::Result<Vec<u32>, Failure> {
        let read = || -> Result<Vec<u32>> {
            let sql = "SELECT place FROM letter_number WHERE run = ?1 AND place IS NOT NULL ORDER BY place";
            let mut statement = self.db.prepare_cached(sql)?;
            let places = statement.query_map([run], |row| row.get(0))?;
            Ok(places.collect::<rusqlite::Result<_>>()?)
        };
        Ok(read()?)
    }

    /// The 答复书文号 that the ledger holds and that begin like a run: given by hand, before there were letters.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn numbers_in_ledger(&self, beginning: &str) -> std::result::Result<Vec<String>, Failure> {
        let read = || -> Result<Vec<String>> {
            let sql = "SELECT decision_number FROM application
                       WHERE deleted_at IS NULL AND substr(decision_number, 1, length(?1)) = ?1";
            let mut statement = self.db.prepare_cached(sql)?;
            let numbers = statement.query_map([beginning], |row| row.get(0))?;
            Ok(numbers.collect::<rusqlite::Result<_>>()?)
        };
        Ok(read()?)
    }

    /// Issues a letter: its words and paper are frozen, its number is taken, and the case makes the step that the
    /// letter is, all or nothing.
    ///
    /// # Errors
    /// `letter.missing`, `letter.issued`, `letter.number_taken`; those of the step.
    pub fn issue_letter(
        &mut self,
        id: i64,
        issue: &Issue,
        now: NaiveDateTime,
    ) -> std::result::Result<(), Failure> {
        let mut write = || -> Result<()> {
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let letter = draft(&transaction, id)?;
            let stamp = time::stamp(now);
            if let Some(values) = &issue.values {
                events::write(&transaction, letter.application, issue.step.as_ref(), values, now)?;
            }
            if let Some(given) = &issue.number {
                take(&transaction, letter.application, given, &stamp)?;
            }
            let sql = "UPDATE letter_person SET content = ?2, pdf = ?3, sha256 = ?4 WHERE letter_id = ?1";
            transaction.execute(sql, params![id, issue.content, issue.pdf, sha256(&issue.pdf)])?;
            let sql =
                "UPDATE letter SET saved_at = ?2, issued_at = ?2, number = ?3, dated_on = ?4 WHERE id = ?1";
            let number = issue.number.as_ref().map(|given| given.number.as_str());
            transaction.execute(sql, params![id, stamp, number, issue.dated_on.to_string()])?;
            Ok(transaction.commit()?)
        };
        Ok(write()?)
    }

    /// The paper of an issued letter, as it was frozen.
    ///
    /// # Errors
    /// `letter.missing`, `letter.draft`; `letter.altered` where its hash no longer fits; `letter.erased`.
    pub fn letter_paper(&self, id: i64) -> std::result::Result<Vec<u8>, Failure> {
        let letter = self.letter(id)?;
        let sql = "SELECT pdf, sha256 FROM letter_person WHERE letter_id = ?1";
        let found = self.db.query_row(sql, [id], |row| Ok((row.get(0)?, row.get(1)?)));
        let (pdf, hash): (Option<Vec<u8>>, Option<String>) = found.map_err(Error::from)?;
        match pdf {
            Some(pdf) if Some(sha256(&pdf)) == hash => Ok(pdf),
            Some(_) => Err(Failure::new(
                "letter.altered",
                "这份文书的 PDF 与发出时的校验码不符，可能被改动或损坏",
                "请不要使用它；从备份恢复数据文件，或者以盖章的纸质件为准",
            )),
            None if letter.issued_at.is_some() => Err(Failure::new(
                "letter.erased",
                "这份文书含个人信息，已按保存期限删除",
                "文号和日期仍在，可以到纸质案卷里查",
            )),
            None => Err(Failure::new("letter.draft", "这份文书还没有发出", "请先发出再打印")),
        }
    }

    /// Voids an issued letter for a reason. Its number stays taken, its words and paper stay as they are.
    ///
    /// # Errors
    /// `letter.missing`, `letter.draft`, `letter.voided`.
    pub fn void_letter(
        &mut self,
        id: i64,
        reason: &str,
        now: NaiveDateTime,
    ) -> std::result::Result<(), Failure> {
        let letter = self.letter(id)?;
        if letter.issued_at.is_none() {
            return Err(Failure::new(
                "letter.draft",
                "这份文书还没有发出，不用作废",
                "不要的草稿可以直接删除",
            ));
        }
        if letter.voided_at.is_some() {
            return Err(Failure::new("letter.voided", "这份文书已经作废", ""));
        }
        let sql = "UPDATE letter SET void_reason = ?2, voided_at = ?3 WHERE id = ?1";
        self.db.execute(sql, params![id, reason, time::stamp(now)]).map_err(Error::from)?;
        Ok(())
    }
}

fn take(db: &Connection, application: i64, given: &GivenNumber, stamp: &str) -> Result<()> {
    let sql = "SELECT coalesce(\"number\", received_on) FROM application
               WHERE decision_number = ?1 AND id <> ?2 AND deleted_at IS NULL";
    let other: Option<String> =
        db.query_row(sql, params![given.number, application], |row| row.get(0)).optional()?;
    if let Some(other) = other {
        let fields = [("number".to_owned(), "这个文号已经用过".to_owned())].into();
        return Err(Failure::new(
            "letter.number_taken",
            format!("没有发出：文号「{}」是另一件申请（{other}）的答复书文号", given.number),
            "请换成没有用过的文号",
        )
        .with_fields(fields)
        .into());
    }
    let sql = "SELECT given_at FROM letter_number WHERE number = ?1";
    let taken: Option<String> = db.query_row(sql, [&given.number], |row| row.get(0)).optional()?;
    if let Some(at) = taken {
        let fields = [("number".to_owned(), "这个文号已经用过".to_owned())].into();
        let on = at.get(..10).unwrap_or(&at);
        return Err(Failure::new(
            "letter.number_taken",
            format!("没有发出：文号「{}」已在 {on} 用过，一个文号只能用一次", given.number),
            "请换成没有用过的文号；作废的文书的文号也不再用",
        )
        .with_fields(fields)
        .into());
    }
    let sql = "INSERT INTO letter_number (number, run, place, given_at) VALUES (?1, ?2, ?3, ?4)";
    db.execute(sql, params![given.number, given.run, given.place, stamp])?;
    Ok(())
}

fn one(db: &Connection, id: i64) -> Result<KeptLetter> {
    let sql = format!("SELECT {COLUMNS} WHERE l.id = ?1");
    let found = db.prepare_cached(&sql)?.query_row([id], kept).optional()?;
    found.ok_or_else(|| {
        Failure::new("letter.missing", "这份文书已经不在了", "它可能已被删除，请回到这件申请重新打开").into()
    })
}

/// The letter, where it is a draft.
fn draft(db: &Connection, id: i64) -> Result<KeptLetter> {
    let letter = one(db, id)?;
    if letter.issued_at.is_some() {
        return Err(issued().into());
    }
    Ok(letter)
}

/// The failure for a change to what has left the office.
pub(crate) fn issued() -> Failure {
    Failure::new(
        "letter.issued",
        "这份文书已经发出，内容不能再改，也不能删除",
        "发错了的，请写明理由作废，再另发一份",
    )
}

fn kept(row: &Row<'_>) -> rusqlite::Result<KeptLetter> {
    let day = |text: Option<String>| text.and_then(|text| text.parse().ok());
    Ok(KeptLetter {
        id: row.get(0)?,
        application: row.get(1)?,
        template: row.get(2)?,
        content: row.get(3)?,
        number: row.get(4)?,
        dated_on: day(row.get(5)?),
        created_at: row.get(6)?,
        saved_at: row.get(7)?,
        issued_at: row.get(8)?,
        void_reason: row.get(9)?,
        voided_at: row.get(10)?,
    })
}
