//! Opens the data folder: looks before it touches, makes what is missing, refuses what it cannot
//! read, and backs up before it changes an older file.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use domain::Failure;
use rusqlite::{Connection, OpenFlags};

use crate::error::{self, Result};
use crate::schema::{self, Step};
use crate::{Store, backup};

/// The file's name in the data folder.
pub(crate) const FILE_NAME: &str = "gongkai.db";

/// SQLite's own limit everywhere but on Windows, less what it hangs on for its journals.
#[cfg(not(windows))]
const LONGEST: usize = 500;

/// How long a writer waits for another before it says so.
const PATIENCE: Duration = Duration::from_secs(3);

impl Store {
    /// Opens the data folder, making it and `gongkai.db` where they are missing, and brings an
    /// older file to the present schema after a backup beside it.
    ///
    /// # Errors
    /// `folder.not_writable`; `database.newer` and `database.damaged`, both with the file untouched;
    /// `database.foreign` for another program's file; `database.busy`, `disk.full`.
    pub fn open(folder: &Path) -> std::result::Result<Self, Failure> {
        Ok(open_with(folder, &schema::steps())?)
    }

    /// A store that is gone when it is dropped. It keeps no files.
    ///
    /// # Errors
    /// None in practice; those of SQLite.
    pub fn open_in_memory() -> std::result::Result<Self, Failure> {
        let open = || -> Result<Self> {
            let mut db = Connection::open_in_memory()?;
            set_up(&db)?;
            schema::migrate(&mut db, &schema::steps())?;
            Ok(Self { db, folder: PathBuf::new() })
        };
        Ok(open()?)
    }
}

pub(crate) fn open_with(folder: &Path, steps: &[&Step]) -> Result<Store> {
    fs::create_dir_all(folder).map_err(|e| error::of_folder(folder, &e))?;
    tempfile::tempfile_in(folder).map_err(|e| error::of_folder(folder, &e))?;
    let file = folder.join(FILE_NAME);
    let known = steps.iter().map(|step| step.version).max().unwrap_or(0);
    if file.try_exists().map_err(|e| error::of_folder(folder, &e))? {
        look_at_header(&file, known)?;
    } else {
        create(&file, steps)?;
    }
    let mut db = connect(&file, plain_flags())?;
    db.busy_timeout(PATIENCE)?;
    if db.is_readonly("main")? {
        // SQLite opens a write-protected file all the same, and the first save would fail.
        return Err(error::write_protected(&file).into());
    }
    check(&db, &file)?;
    set_up(&db)?;
    let version = schema::version(&db)?;
    if version > known {
        // Only a file whose last changes had not yet left the journal gets this far.
        return Err(error::newer(&file, version, known).into());
    }
    if version < known {
        let copy = free_name(folder, version);
        backup::copy(&db, &copy)?;
        if let Err(error) = schema::migrate(&mut db, steps) {
            // The file is as it was, and every further try would leave one more copy on a disk that may be full.
            let _ = fs::remove_file(&copy);
            return Err(error);
        }
    }
    Ok(Store { db, folder: folder.to_owned() })
}

/// Without following links named like URIs and without a lock of its own: one thread at a time.
pub(crate) fn plain_flags() -> OpenFlags {
    OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX
}

/// Opens a database file however deep it lies: SQLite's own way into Windows ends at 260 characters, so it is
/// given the whole path in the form that has no end, and the file system that takes it.
pub(crate) fn connect(file: &Path, flags: OpenFlags) -> Result<Connection> {
    #[cfg(windows)]
    {
        let whole = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
        Ok(Connection::open_with_flags_and_vfs(endless(&whole), flags, c"win32-longpath")?)
    }
    #[cfg(not(windows))]
    {
        let length = file.as_os_str().len();
        if length > LONGEST {
            return Err(Failure::new(
                "folder.too_long",
                format!("数据文件夹的路径太长（{length} 个字节，最多 {LONGEST}）"),
                "请换一个层次浅一些、名称短一些的文件夹",
            )
            .into());
        }
        Ok(Connection::open_with_flags(file, flags)?)
    }
}

/// `C:\甲\乙` as `\\?\C:\甲\乙`, and a path on a server likewise.
#[cfg(any(windows, test))]
fn endless(whole: &Path) -> PathBuf {
    let Some(text) = whole.to_str() else { return whole.to_owned() };
    if text.starts_with(r"\\?\") || text.starts_with(r"\\.\") {
        return whole.to_owned();
    }
    match text.strip_prefix(r"\\") {
        Some(server) => PathBuf::from(format!(r"\\?\UNC\{server}")),
        None => PathBuf::from(format!(r"\\?\{text}")),
    }
}

fn set_up(db: &Connection) -> Result<()> {
    db.busy_timeout(PATIENCE)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    db.pragma_update(None, "synchronous", "FULL")?;
    db.pragma_update(None, "foreign_keys", true)?;
    // What is purged is overwritten, and nothing personal goes to temporary files.
    db.pragma_update(None, "secure_delete", true)?;
    db.pragma_update(None, "temp_store", "MEMORY")?;
    db.pragma_update(None, "trusted_schema", false)?;
    db.pragma_update(None, "cache_size", -65_536)?;
    db.set_prepared_statement_cache_capacity(128);
    Ok(())
}

/// Reads the header by itself: opening through SQLite would already leave journal files behind.
fn look_at_header(file: &Path, known: i32) -> Result<()> {
    let mut header = [0; 100];
    let read = File::open(file).and_then(|mut f| f.read_exact(&mut header));
    match read {
        Err(e) if e.kind() == std::io::ErrorKind::UnexpectedEof => {
            return Err(error::damaged(file, "文件不完整").into());
        }
        Err(e) => return Err(error::of_folder(file, &e).into()),
        Ok(()) => {}
    }
    if !header.starts_with(b"SQLite format 3\0") {
        return Err(error::damaged(file, "它不是数据库文件").into());
    }
    let number = |at: usize| i32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    if number(68) != schema::APPLICATION_ID {
        return Err(Failure::new(
            "database.foreign",
            format!("「{}」不是本程序的数据文件。文件没有被改动", file.display()),
            "请换一个数据文件夹，或者把这个文件移到别处",
        )
        .into());
    }
    if number(60) > known {
        return Err(error::newer(file, number(60), known).into());
    }
    // 18 and 19 say whether the file keeps a write-ahead log. Ours does while it is in use, a backup does not.
    if header[18..20] == [1, 1] {
        set_journal_aside(file)?;
    }
    Ok(())
}

/// A journal beside a backup that was put in the database's place belongs to the file that lay there before:
/// SQLite would mix its pages into this one.
fn set_journal_aside(file: &Path) -> Result<()> {
    let journal = beside(file, "-wal");
    if fs::metadata(&journal).is_ok_and(|found| found.len() > 0) {
        let name = |n: u32| file.with_file_name(format!("gongkai-换下的日志-{n}.wal"));
        let aside = (1..).map(name).find(|path| !path.exists()).unwrap_or_else(|| name(0));
        fs::rename(&journal, &aside).map_err(|e| error::of_folder(&journal, &e))?;
        // The index of that journal; SQLite makes its own.
        let _ = fs::remove_file(beside(file, "-shm"));
    }
    Ok(())
}

/// A new file is made under another name and moved into place whole, so that an interrupted first
/// start leaves nothing that looks like lost records.
fn create(file: &Path, steps: &[&Step]) -> Result<()> {
    let journal = beside(file, "-wal");
    if journal.exists() {
        return Err(Failure::new(
            "database.damaged",
            format!("数据文件「{}」不见了，但它的日志文件还在", file.display()),
            "请把原来的 gongkai.db 放回这个文件夹；确实不要了，再把 gongkai.db-wal 移到别处",
        )
        .into());
    }
    let fresh = beside(file, ".new");
    for leftover in [fresh.clone(), beside(&fresh, "-wal"), beside(&fresh, "-shm")] {
        match fs::remove_file(&leftover) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => {
                return Err(error::of_folder(&leftover, &e).into());
            }
            _ => {}
        }
    }
    let mut db = connect(&fresh, plain_flags() | OpenFlags::SQLITE_OPEN_CREATE)?;
    set_up(&db)?;
    schema::migrate(&mut db, steps)?;
    db.close().map_err(|(_, e)| e)?;
    fs::rename(&fresh, file).map_err(|e| error::of_folder(file, &e))?;
    Ok(())
}

/// Looks through the whole file before anything is written to it.
fn check(db: &Connection, file: &Path) -> Result<()> {
    let verdict = db.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
    match verdict {
        Ok(verdict) if verdict == "ok" => Ok(()),
        Ok(verdict) => Err(error::damaged(file, &verdict).into()),
        Err(e) if is_damage(&e) => Err(error::damaged(file, &e.to_string()).into()),
        Err(e) => Err(e.into()),
    }
}

fn is_damage(e: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    matches!(e.sqlite_error_code(), Some(DatabaseCorrupt | NotADatabase))
}

/// `gongkai.db` and `-wal` give `gongkai.db-wal`.
pub(crate) fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// A name for the backup before an upgrade that no earlier backup has.
fn free_name(folder: &Path, version: i32) -> PathBuf {
    let name = |n: u32| folder.join(format!("gongkai-升级前-v{version}-{n}.db"));
    (1..).map(name).find(|path| !path.exists()).unwrap_or_else(|| name(0))
}

#[cfg(test)]
mod tests;
