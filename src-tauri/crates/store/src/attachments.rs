//! Attached files, kept in the data folder under the SHA-256 of their content: the same content
//! once, and a file that was changed behind our back is noticed.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use domain::{Attachment, Failure, FieldKind, Ledger, ledgers};
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result, in_plain_words, of_folder};
use crate::schema::Step;
use crate::{Store, time};

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: "
CREATE TABLE attachment (
    hash TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    kept_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
",
}];

const FOLDER: &str = "attachments";

impl Store {
    /// Copies a file into the data folder and tells under which hash it is kept. The copy is on the
    /// disk when this returns.
    ///
    /// # Errors
    /// `attachment.unreadable` for the source; `folder.not_writable`, `disk.full`.
    pub fn keep_file(
        &mut self,
        source: &Path,
        now: NaiveDateTime,
    ) -> std::result::Result<Attachment, Failure> {
        let name = source.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let folder = self.attachments_folder()?;
        fs::create_dir_all(&folder).map_err(|e| of_folder(&folder, &e))?;
        let mut draft = tempfile::NamedTempFile::new_in(&folder).map_err(|e| of_folder(&folder, &e))?;
        let (hash, size) = copy(source, draft.as_file_mut(), &folder)?;
        let place = place(&folder, &hash);
        let kept = matches!(digest(&place), Ok((found, _)) if found == hash);
        if !kept {
            let shelf = place.parent().unwrap_or(&folder);
            fs::create_dir_all(shelf).map_err(|e| of_folder(shelf, &e))?;
            draft.as_file().sync_all().map_err(|e| of_folder(&folder, &e))?;
            draft.persist(&place).map_err(|e| of_folder(&folder, &e.error))?;
            sync_folder(shelf).map_err(|e| of_folder(shelf, &e))?;
        }
        let sql = "INSERT INTO attachment (hash, size, kept_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        let bytes = i64::try_from(size).unwrap_or(i64::MAX);
        self.db.execute(sql, params![hash, bytes, time::stamp(now)]).map_err(Error::from)?;
        Ok(Attachment { hash, name, size })
    }

    /// Where a kept file lies, after its content was found unchanged.
    ///
    /// # Errors
    /// `attachment.missing`, `attachment.changed`.
    pub fn kept_path(&self, hash: &str) -> std::result::Result<PathBuf, Failure> {
        if !is_hash(hash) {
            return Err(missing(hash));
        }
        let place = place(&self.attachments_folder()?, hash);
        match digest(&place) {
            Ok((found, _)) if found == hash => Ok(place),
            Ok(_) => Err(Failure::new(
                "attachment.changed",
                format!("附件「{}」的内容被改动过，与登记时不一致", place.display()),
                "请用备份里的同名文件替换它，或者重新添加附件",
            )),
            Err(_) => Err(missing(&place.display().to_string())),
        }
    }

    /// Whether a file with this hash was ever kept here.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn is_kept(&self, hash: &str) -> std::result::Result<bool, Failure> {
        let sql = "SELECT count(*) FROM attachment WHERE hash = ?1";
        let kept: i64 = self.db.query_row(sql, [hash], |row| row.get(0)).map_err(Error::from)?;
        Ok(kept > 0)
    }

    fn attachments_folder(&self) -> std::result::Result<PathBuf, Failure> {
        if self.folder.as_os_str().is_empty() {
            return Err(Failure::new("folder.none", "没有数据文件夹，附件无处存放", "请先选择数据文件夹"));
        }
        Ok(self.folder.join(FOLDER))
    }

    /// Removes the files that only purged records had. What cannot be removed stays behind and harms
    /// nothing.
    pub(crate) fn discard(&self, purged: &BTreeSet<String>) -> Result<()> {
        if purged.is_empty() || self.folder.as_os_str().is_empty() {
            return Ok(());
        }
        let needed = needed(&self.db)?;
        // The name becomes a path and the file goes for good: nothing but a hash may get that far.
        for hash in purged.difference(&needed).filter(|hash| is_hash(hash)) {
            if fs::remove_file(place(&self.folder.join(FOLDER), hash)).is_ok() {
                self.db.execute("DELETE FROM attachment WHERE hash = ?1", [hash])?;
            }
        }
        Ok(())
    }
}

/// The files attached to any record, in the recycle bin or not.
fn needed(db: &Connection) -> Result<BTreeSet<String>> {
    let mut needed = BTreeSet::new();
    for ledger in ledgers::ALL {
        for column in columns(ledger) {
            let sql = format!("SELECT {column} FROM {} WHERE {column} IS NOT NULL", ledger.id);
            let mut statement = db.prepare(&sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                needed.extend(hash_in(&row.get::<_, String>(0)?));
            }
        }
    }
    Ok(needed)
}

/// The files attached to one record.
pub(crate) fn hashes_of(db: &Connection, ledger: &Ledger, id: i64) -> Result<Vec<String>> {
    let mut hashes = Vec::new();
    for column in columns(ledger) {
        let sql = format!("SELECT {column} FROM {} WHERE id = ?1", ledger.id);
        let kept: Option<String> = db.prepare_cached(&sql)?.query_row([id], |row| row.get(0))?;
        hashes.extend(kept.as_deref().and_then(hash_in));
    }
    Ok(hashes)
}

fn columns(ledger: &Ledger) -> impl Iterator<Item = String> {
    let kept = ledger.fields.iter().filter(|f| f.kind == FieldKind::Attachment);
    kept.map(|f| format!("\"{}\"", f.id))
}

fn hash_in(column: &str) -> Option<String> {
    serde_json::from_str::<Attachment>(column).ok().map(|kept| kept.hash)
}

/// Whether a text can be the hash a file is kept under; anything else could be a path out of the folder.
pub(crate) fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// `attachments/ab/abcdef…`
fn place(folder: &Path, hash: &str) -> PathBuf {
    folder.join(hash.get(..2).unwrap_or("00")).join(hash)
}

fn copy(source: &Path, target: &mut File, folder: &Path) -> std::result::Result<(String, u64), Failure> {
    let unreadable = |e: io::Error| {
        Failure::new(
            "attachment.unreadable",
            format!("文件「{}」读不出来：{}", source.display(), in_plain_words(&e)),
            "请确认文件还在原处、没有被别的程序占用，再添加一次",
        )
    };
    let mut file = File::open(source).map_err(unreadable)?;
    if file.metadata().map_err(unreadable)?.is_dir() {
        return Err(unreadable(io::ErrorKind::IsADirectory.into()));
    }
    let (mut sha, mut size, mut piece) = (Sha256::new(), 0, vec![0; 65_536]);
    loop {
        let read = file.read(&mut piece).map_err(unreadable)?;
        if read == 0 {
            return Ok((hex(sha), size));
        }
        sha.update(&piece[..read]);
        target.write_all(&piece[..read]).map_err(|e| of_folder(folder, &e))?;
        size += read as u64;
    }
}

fn digest(path: &Path) -> io::Result<(String, u64)> {
    let mut file = File::open(path)?;
    let mut sha = Sha256::new();
    let size = io::copy(&mut file, &mut sha)?;
    Ok((hex(sha), size))
}

fn hex(sha: Sha256) -> String {
    sha.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The new name is on the disk, too. Windows keeps it with the file.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

fn missing(what: &str) -> Failure {
    Failure::new(
        "attachment.missing",
        format!("附件文件不见了：{what}"),
        "请从备份里恢复 attachments 文件夹，或者重新添加附件",
    )
}
