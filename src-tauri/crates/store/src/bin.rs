//! The recycle bin, over all ledgers, and the final purge.

use chrono::NaiveDateTime;
use domain::{Failure, ledgers};
use rusqlite::TransactionBehavior;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::{Store, attachments, search, time};

/// A record in the recycle bin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BinEntry {
    /// Ledger id.
    pub ledger: String,
    /// Row id within its ledger.
    pub id: i64,
    /// What names it; never personal data.
    pub title: String,
    /// The day that places it in a year, `YYYY-MM-DD`.
    pub date: String,
    /// `YYYY-MM-DDTHH:MM:SS`.
    pub deleted_at: String,
}

impl Store {
    /// What lies in the recycle bin, the latest first.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn bin(&self) -> std::result::Result<Vec<BinEntry>, Failure> {
        Ok(self.binned()?)
    }

    /// Removes for good what went into the recycle bin before a moment (`None`: all of it), with its
    /// personal data and the files nothing else has. Gives the number of records.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn empty_bin(
        &mut self,
        deleted_before: Option<NaiveDateTime>,
    ) -> std::result::Result<usize, Failure> {
        Ok(self.purge(deleted_before.map(time::stamp))?)
    }

    fn binned(&self) -> Result<Vec<BinEntry>> {
        let mut entries = Vec::new();
        for ledger in ledgers::ALL {
            let sql = format!(
                "SELECT id, \"{}\", year_on, deleted_at FROM {} WHERE deleted_at IS NOT NULL",
                ledger.title_field, ledger.id
            );
            let mut statement = self.db.prepare_cached(&sql)?;
            let found = statement.query_map([], |row| {
                Ok(BinEntry {
                    ledger: ledger.id.to_owned(),
                    id: row.get(0)?,
                    title: row.get::<_, Option<String>>(1)?.unwrap_or_default(),
                    date: row.get(2)?,
                    deleted_at: row.get(3)?,
                })
            })?;
            entries.extend(found.collect::<rusqlite::Result<Vec<_>>>()?);
        }
        entries.sort_by(|a, b| b.deleted_at.cmp(&a.deleted_at).then(b.id.cmp(&a.id)));
        Ok(entries)
    }

    fn purge(&mut self, before: Option<String>) -> Result<usize> {
        let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut purged = 0;
        let mut files = std::collections::BTreeSet::new();
        for ledger in ledgers::ALL {
            let sql = format!(
                "SELECT id FROM {} WHERE deleted_at IS NOT NULL AND (?1 IS NULL OR deleted_at < ?1)",
                ledger.id
            );
            let mut statement = transaction.prepare_cached(&sql)?;
            let ids = statement.query_map([&before], |row| row.get(0))?;
            for id in ids.collect::<rusqlite::Result<Vec<i64>>>()? {
                files.extend(attachments::hashes_of(&transaction, ledger, id)?);
                search::forget(&transaction, ledger, id)?;
                let sql = format!("DELETE FROM {} WHERE id = ?1", ledger.id);
                purged += transaction.prepare_cached(&sql)?.execute([id])?;
            }
        }
        transaction.commit()?;
        self.discard(&files)?;
        // The journal, too, forgets what was purged.
        self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(purged)
    }
}
