//! The data folder goes elsewhere: look, copy, verify. The old one stays until the user has agreed to its
//! going.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use domain::Failure;
use sha2::{Digest, Sha256};
use store::in_plain_words;

use super::{Before, DATABASE};

/// What lies in a data folder only while the program runs, or while it is being copied.
const PASSING: &[&str] =
    &["gongkai.lock", "gongkai.db-shm", JOURNAL, "gongkai.db-journal", DATABASE_COMING, UNDER_WAY];
/// What SQLite has not brought into the database file yet.
const JOURNAL: &str = "gongkai.db-wal";
/// The database under way: it gets its name when everything has arrived.
const DATABASE_COMING: &str = "gongkai.db.part";
/// Lies in the new folder until it is the one in use: what stands there may be half a copy, or an old one.
const UNDER_WAY: &str = "搬动还没有完成";
/// The folder made where the chosen one already holds other things.
const OWN_NAME: &str = "政府信息公开年报数据";

/// What a chosen folder is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// The data can be copied there.
    Copy,
    /// There are records in it, which can be used as they are.
    Switch,
}

/// A chosen folder, looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The folder in which the data will lie; a new one below the chosen one where that is in use.
    pub folder: PathBuf,
    /// For what.
    pub good_for: Use,
    /// Files to copy.
    pub files: usize,
    /// Their size.
    pub bytes: u64,
}

/// Looks at a chosen folder without changing anything in it.
///
/// # Errors
/// `folder.same`, `folder.inside`, `folder.not_writable`.
pub fn plan(from: Option<&Path>, chosen: &Path) -> Result<Plan, Failure> {
    let folder = if is_usable(chosen) { chosen.to_owned() } else { own_folder(chosen) };
    if let Some(from) = from {
        apart(from, &folder)?;
    }
    // Half a copy, or the whole copy of a move that was cut short, is copied anew where there is what to copy.
    let left_from_a_move = from.is_some() && folder.join(UNDER_WAY).exists();
    if folder.join(DATABASE).exists() && !left_from_a_move {
        return Ok(Plan { folder, good_for: Use::Switch, files: 0, bytes: 0 });
    }
    let writable = tempfile::tempfile_in(existing(&folder));
    writable.map_err(|error| {
        Failure::new(
            "folder.not_writable",
            format!("文件夹「{}」不能写入：{}", chosen.display(), in_plain_words(&error)),
            "请换一个文件夹，或者请管理员给写入权限",
        )
    })?;
    let files = match from {
        Some(from) => contents(from).map_err(|error| unreadable(from, &error))?,
        None => Vec::new(),
    };
    let bytes = files.iter().map(|file| file.bytes).sum();
    Ok(Plan { folder, good_for: Use::Copy, files: files.len(), bytes })
}

/// A whole and verified copy, in a folder that is not in use yet.
#[derive(Debug)]
pub struct Copied {
    before: Before,
    arrived: Arrived,
}

/// What a copy has put into the new folder so far, and what stood there before it.
#[derive(Debug)]
struct Arrived {
    folder: PathBuf,
    made: Vec<PathBuf>,
    stood: Option<BTreeSet<OsString>>,
}

/// Copies everything from a closed data folder and compares what arrived byte for byte. On a failure what was
/// copied is taken away again, and the old folder is as it was.
///
/// # Errors
/// `folder.busy` where somebody else still has the database open; `folder.copy`.
pub fn copy(from: &Path, to: &Path) -> Result<Copied, Failure> {
    all_is_in_the_database(from)?;
    let files = contents(from).map_err(|error| unreadable(from, &error))?;
    let sha256 = hash(&from.join(DATABASE)).map_err(|error| unreadable(from, &error))?;
    let stood = names(to).ok().filter(|names| !names.contains(OsStr::new(UNDER_WAY)));
    let mut arrived = Arrived { folder: to.to_owned(), made: Vec::new(), stood };
    match arrived.copy_all(from, &files) {
        Ok(()) => {
            let before = Before { folder: from.to_owned(), sha256, copied_to: to.to_owned() };
            Ok(Copied { before, arrived })
        }
        Err(failure) => {
            arrived.undo();
            Err(failure)
        }
    }
}

impl Copied {
    /// The new folder is the one in use. Answers with the old one.
    pub fn finish(self) -> Before {
        settle(&self.arrived.folder);
        self.before
    }

    /// The new folder is not going to be used: what was copied goes.
    pub fn undo(self) {
        self.arrived.undo();
    }
}

/// A folder that is in use is no half copy, also where the program was ended just then.
pub fn settle(folder: &Path) {
    let _ = fs::remove_file(folder.join(UNDER_WAY));
}

/// Everything that was saved must be in the file that is copied: a full disk, or another program that has the
/// database open, keeps it in the journal.
fn all_is_in_the_database(folder: &Path) -> Result<(), Failure> {
    if fs::metadata(folder.join(JOURNAL)).is_ok_and(|journal| journal.len() > 0) {
        return Err(Failure::new(
            "folder.busy",
            format!("没有搬：「{}」里最近保存的内容还没有全部写进数据文件", folder.display()),
            "请关闭其他正在使用这个文件夹的程序；磁盘满了的，先清理出一些空间，再试一次",
        ));
    }
    Ok(())
}

impl Arrived {
    fn copy_all(&mut self, from: &Path, files: &[Entry]) -> Result<(), Failure> {
        let failed = |path: &Path, error: &std::io::Error| not_copied(path, &in_plain_words(error));
        let to = self.folder.clone();
        fs::create_dir_all(&to).map_err(|error| failed(&to, &error))?;
        let mark = to.join(UNDER_WAY);
        // What an earlier copy has left may be written over.
        let again = mark.exists();
        if again {
            for name in PASSING.iter().filter(|name| **name != UNDER_WAY).chain([&DATABASE]) {
                let _ = fs::remove_file(to.join(name));
            }
        }
        File::create(&mark).map_err(|error| failed(&mark, &error))?;
        // The database last: a folder with one looks like a whole one.
        let (database, others): (Vec<_>, Vec<_>) =
            files.iter().partition(|entry| entry.path.as_path() == Path::new(DATABASE));
        for entry in others.into_iter().chain(database) {
            self.folders_for(&entry.path).map_err(|error| failed(&to.join(&entry.path), &error))?;
            let coming = entry.path.as_path() == Path::new(DATABASE);
            let target = if coming { to.join(DATABASE_COMING) } else { to.join(&entry.path) };
            let source = from.join(&entry.path);
            let file = if again { File::create(&target) } else { File::create_new(&target) };
            let file = file.map_err(|error| failed(&source, &error))?;
            self.made.push(target.clone());
            let sent = copy_file(&source, file).map_err(|error| failed(&source, &error))?;
            let arrived = hash(&target).map_err(|error| failed(&target, &error))?;
            if sent != arrived {
                return Err(not_copied(&source, "复制出来的内容和原来的不一样"));
            }
        }
        let (coming, database) = (to.join(DATABASE_COMING), to.join(DATABASE));
        fs::rename(&coming, &database).map_err(|error| failed(&database, &error))?;
        self.made.push(database);
        Ok(())
    }

    fn folders_for(&mut self, path: &Path) -> std::io::Result<()> {
        for folder in path.ancestors().skip(1).collect::<Vec<_>>().iter().rev() {
            let folder = self.folder.join(folder);
            if !folder.exists() {
                fs::create_dir(&folder)?;
                self.made.push(folder);
            }
        }
        Ok(())
    }

    /// Takes away what was copied. The mark stays where something else does, so that nobody takes it for an office.
    fn undo(&self) {
        for path in self.made.iter().rev() {
            // Leftovers of a copy that failed; the failure itself is what the user hears of.
            let _ = if path.is_dir() { fs::remove_dir(path) } else { fs::remove_file(path) };
        }
        for name in PASSING.iter().filter(|name| **name != UNDER_WAY) {
            let _ = fs::remove_file(self.folder.join(name));
        }
        let mut left = names(&self.folder).unwrap_or_default();
        left.remove(OsStr::new(UNDER_WAY));
        if left.is_empty() || self.stood.as_ref() == Some(&left) {
            settle(&self.folder);
        }
        if self.stood.is_none() {
            let _ = fs::remove_dir(&self.folder);
        }
    }
}

fn not_copied(path: &Path, why: &str) -> Failure {
    Failure::new(
        "folder.copy",
        format!("没有搬成：「{}」没能复制：{why}", path.display()),
        "数据仍在原来的文件夹，没有改动；请检查新位置的磁盘空间，再试一次",
    )
}

/// Removes the old folder's data: the database it had when it was copied, and the files that stand in the new
/// one with the same content. What else lies there stays. Answers with how many files were left.
///
/// # Errors
/// `folder.changed` where the old database is no longer what was copied; `folder.remove`.
pub fn remove(before: &Before, new: &Path) -> Result<usize, Failure> {
    let old = &before.folder;
    apart(old, new)?;
    all_is_in_the_database(old)?;
    let same = hash(&old.join(DATABASE)).map_err(|error| unreadable(old, &error))? == before.sha256;
    if !same || real(&before.copied_to) != real(new) || !new.join(DATABASE).exists() {
        return Err(Failure::new(
            "folder.changed",
            format!("没有删除：「{}」里的数据在搬走以后又有改动", old.display()),
            "请先打开那个文件夹看看是不是还有人在用；确实不要了，请自己删除",
        ));
    }
    let files = contents(old).map_err(|error| unreadable(old, &error))?;
    let mut left = 0;
    // The database last: as long as it stands, the folder can be tried again.
    let (database, others): (Vec<_>, Vec<_>) =
        files.iter().partition(|entry| entry.path.as_path() == Path::new(DATABASE));
    for entry in others {
        let (here, there) = (old.join(&entry.path), new.join(&entry.path));
        let copied = matches!((hash(&here), hash(&there)), (Ok(here), Ok(there)) if here == there)
            || is_daily_copy(&entry.path);
        if copied {
            fs::remove_file(&here).map_err(|error| not_removed(&here, &error))?;
        } else {
            left += 1;
        }
    }
    for entry in database {
        let path = old.join(&entry.path);
        fs::remove_file(&path).map_err(|error| not_removed(&path, &error))?;
    }
    for name in PASSING {
        let _ = fs::remove_file(old.join(name));
    }
    remove_empty(old);
    Ok(left)
}

/// The daily copies go with the years: the oldest may be gone from the new folder by now.
fn is_daily_copy(path: &Path) -> bool {
    path.starts_with(crate::backups::FOLDER) && path.extension().is_some_and(|end| end == "db")
}

fn not_removed(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(
        "folder.remove",
        format!("没有删完：「{}」删不掉：{}", path.display(), in_plain_words(error)),
        "新文件夹里的数据都在；请关闭正在打开它的程序，再删一次",
    )
}

/// Removes folders that hold nothing, from the bottom; one with anything in it refuses by itself.
fn remove_empty(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            remove_empty(&entry.path());
        }
    }
    let _ = fs::remove_dir(folder);
}

struct Entry {
    path: PathBuf,
    bytes: u64,
}

/// Every file of a data folder with its path inside it, in order.
fn contents(root: &Path) -> std::io::Result<Vec<Entry>> {
    let (mut found, mut waiting) = (Vec::new(), vec![PathBuf::new()]);
    while let Some(below) = waiting.pop() {
        for entry in fs::read_dir(root.join(&below))? {
            let entry = entry?;
            let path = below.join(entry.file_name());
            let kind = entry.file_type()?;
            if kind.is_dir() {
                waiting.push(path);
            } else if kind.is_file() && !PASSING.iter().any(|name| Path::new(name) == path) {
                found.push(Entry { path, bytes: entry.metadata()?.len() });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

/// Writes through to the disk: a stick that is pulled out right after must hold everything.
fn copy_file(from: &Path, mut target: File) -> std::io::Result<String> {
    let mut source = File::open(from)?;
    let (mut sum, mut buffer) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        let read = source.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        sum.update(&buffer[..read]);
        target.write_all(&buffer[..read])?;
    }
    target.sync_all()?;
    Ok(format!("{:x}", sum.finalize()))
}

fn hash(file: &Path) -> std::io::Result<String> {
    let mut sum = Sha256::new();
    std::io::copy(&mut File::open(file)?, &mut sum)?;
    Ok(format!("{:x}", sum.finalize()))
}

/// Empty, not there yet, with records in it, or left from a move that was cut short.
fn is_usable(folder: &Path) -> bool {
    match names(folder) {
        Ok(names) => names.is_empty() || [DATABASE, UNDER_WAY].iter().any(|n| names.contains(OsStr::new(n))),
        Err(_) => !folder.exists(),
    }
}

/// A folder of our own below one that holds other things: the first that is not somebody else's.
fn own_folder(chosen: &Path) -> PathBuf {
    let numbered = (2..100).map(|n| chosen.join(format!("{OWN_NAME}（{n}）")));
    let first = chosen.join(OWN_NAME);
    std::iter::once(first.clone()).chain(numbered).find(|folder| is_usable(folder)).unwrap_or(first)
}

fn names(folder: &Path) -> std::io::Result<BTreeSet<OsString>> {
    fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name())).collect()
}

/// The folder itself, or the nearest above it that exists.
fn existing(folder: &Path) -> &Path {
    folder.ancestors().find(|folder| folder.is_dir()).unwrap_or(folder)
}

/// The folder by the name that the system has for it, also where only what lies above it exists.
pub fn real(folder: &Path) -> PathBuf {
    let base = existing(folder);
    let rest = folder.strip_prefix(base).unwrap_or(Path::new("")).to_owned();
    fs::canonicalize(base).map_or_else(|_| folder.to_owned(), |base| base.join(rest))
}

/// Neither folder may be the other or lie in it.
fn apart(from: &Path, to: &Path) -> Result<(), Failure> {
    let (from, to) = (real(from), real(to));
    if from == to {
        return Err(Failure::new("folder.same", "数据已经在这个文件夹里", "请选择另一个文件夹"));
    }
    if to.starts_with(&from) || from.starts_with(&to) {
        return Err(Failure::new(
            "folder.inside",
            "新文件夹和现在的数据文件夹一个套着另一个",
            "请选择一个不相干的位置，例如 D 盘下的一个新文件夹",
        ));
    }
    Ok(())
}

fn unreadable(folder: &Path, error: &std::io::Error) -> Failure {
    Failure::new(
        "folder.unreadable",
        format!("文件夹「{}」读不出来：{}", folder.display(), in_plain_words(error)),
        "请检查权限，或者先关闭正在使用它的程序",
    )
}
