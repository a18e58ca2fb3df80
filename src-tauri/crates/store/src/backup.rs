//! Copies of the file. A copy counts only after it was opened, checked and its rows counted.

use std::fs::{self, File};
use std::path::Path;
use std::time::Duration;

use domain::{Failure, ledgers};
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use crate::error::{self, Result};
use crate::opening::{beside, connect, plain_flags};
use crate::{Store, schema};

impl Store {
    /// Copies the database to the file `to`, while it is in use, and checks the copy. What stood
    /// under that name is replaced only by a good copy. Attached files are not part of it.
    ///
    /// # Errors
    /// `folder.not_writable`, `disk.full`; `backup.failed` where the copy does not hold what the
    /// database holds.
    pub fn backup(&self, to: &Path) -> std::result::Result<(), Failure> {
        let own = self.folder.join(crate::opening::FILE_NAME);
        if to == own || (to.exists() && fs::canonicalize(to).ok() == fs::canonicalize(&own).ok()) {
            return Err(failed(to, "不能备份到正在使用的数据文件上"));
        }
        Ok(copy(&self.db, to)?)
    }
}

impl Store {
    /// Takes over all that another store holds, in one piece: killed half-way, this store is as it was. What it
    /// held itself is gone; attached files are not part of it.
    ///
    /// # Errors
    /// `disk.full`, `database.busy`.
    pub fn take_over(&mut self, other: &Self) -> std::result::Result<(), Failure> {
        let mut take = || -> Result<()> {
            Ok(Backup::new(&other.db, &mut self.db)?.run_to_completion(i32::MAX, Duration::ZERO, None)?)
        };
        Ok(take()?)
    }
}

pub(crate) fn copy(db: &Connection, to: &Path) -> Result<()> {
    let part = beside(to, ".part");
    if part.exists() {
        fs::remove_file(&part).map_err(|e| error::of_folder(&part, &e))?;
    }
    let copied = write(db, &part).and_then(|()| compare(db, &part));
    if let Err(e) = copied {
        // The half-made copy is of no use; that it could not be removed either is the lesser trouble.
        let _ = fs::remove_file(&part);
        return Err(e);
    }
    // Opened for writing: Windows flushes nothing that was opened for reading alone.
    File::options()
        .write(true)
        .open(&part)
        .and_then(|f| f.sync_all())
        .map_err(|e| error::of_folder(&part, &e))?;
    fs::rename(&part, to).map_err(|e| error::of_folder(to, &e))?;
    Ok(())
}

fn write(db: &Connection, part: &Path) -> Result<()> {
    let mut target = connect(part, plain_flags() | OpenFlags::SQLITE_OPEN_CREATE)?;
    Backup::new(db, &mut target)?.run_to_completion(4096, Duration::ZERO, None)?;
    // One file, with no journal beside it: it is going to be carried away.
    target.pragma_update(None, "journal_mode", "DELETE")?;
    target.close().map_err(|(_, e)| e.into())
}

fn compare(db: &Connection, part: &Path) -> Result<()> {
    let copy = connect(part, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let verdict: String = copy.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(failed(part, &verdict).into());
    }
    if schema::version(db)? != schema::version(&copy)? {
        return Err(failed(part, "数据版本不一致").into());
    }
    for ledger in ledgers::ALL {
        let count = |db: &Connection| -> Result<i64> {
            Ok(db.query_row(&format!("SELECT count(*) FROM {}", ledger.id), [], |row| row.get(0))?)
        };
        if count(db)? != count(&copy)? {
            return Err(failed(part, &format!("「{}」的记录数不一致", ledger.label)).into());
        }
    }
    Ok(())
}

fn failed(to: &Path, what: &str) -> Failure {
    Failure::new(
        "backup.failed",
        format!("没有备份成功：「{}」{what}", to.display()),
        "请换一个位置再备份一次",
    )
}
