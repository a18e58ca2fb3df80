//! The data folder goes elsewhere: look, copy, verify. The old one stays until the user has agreed to its
//! going.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use domain::Failure;
use sha2::{Digest, Sha256};
use store::in_plain_words;

use super::{Before, DATABASE};

/// What lies in a data folder only while the program runs.
const PASSING: &[&str] = &["gongkai.lock", "gongkai.db-shm", "gongkai.db-wal", "gongkai.db-journal"];
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
    let folder = if is_free(chosen) || chosen.join(DATABASE).exists() {
        chosen.to_owned()
    } else {
        chosen.join(OWN_NAME)
    };
    if let Some(from) = from {
        apart(from, &folder)?;
    }
    if folder.join(DATABASE).exists() {
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

/// Copies everything from a closed data folder and compares what arrived byte for byte. On a failure what was
/// copied is taken away again, and the old folder is as it was.
///
/// # Errors
/// `folder.copy`.
pub fn copy(from: &Path, to: &Path) -> Result<Before, Failure> {
    let files = contents(from).map_err(|error| unreadable(from, &error))?;
    let made_folder = !to.exists();
    let mut made = Vec::new();
    let copied = copy_all(from, to, &files, &mut made);
    if let Err(failure) = copied {
        for path in made.iter().rev() {
            // Leftovers of a copy that failed; the failure itself is what the user hears of.
            let _ = if path.is_dir() { fs::remove_dir(path) } else { fs::remove_file(path) };
        }
        if made_folder {
            let _ = fs::remove_dir(to);
        }
        return Err(failure);
    }
    let sha256 = hash(&from.join(DATABASE)).map_err(|error| unreadable(from, &error))?;
    Ok(Before { folder: from.to_owned(), sha256 })
}

fn copy_all(from: &Path, to: &Path, files: &[Entry], made: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let failed = |path: &Path, why: &str| {
        Failure::new(
            "folder.copy",
            format!("没有搬成：「{}」没能复制：{why}", path.display()),
            "数据仍在原来的文件夹，没有改动；请检查新位置的磁盘空间，再试一次",
        )
    };
    fs::create_dir_all(to).map_err(|error| failed(to, &in_plain_words(&error)))?;
    for entry in files {
        let (source, target) = (from.join(&entry.path), to.join(&entry.path));
        for folder in entry.path.ancestors().skip(1).collect::<Vec<_>>().iter().rev() {
            let folder = to.join(folder);
            if !folder.exists() {
                fs::create_dir(&folder).map_err(|error| failed(&folder, &in_plain_words(&error)))?;
                made.push(folder);
            }
        }
        made.push(target.clone());
        let sent = copy_file(&source, &target).map_err(|error| failed(&source, &in_plain_words(&error)))?;
        let arrived = hash(&target).map_err(|error| failed(&target, &in_plain_words(&error)))?;
        if sent != arrived {
            return Err(failed(&source, "复制出来的内容和原来的不一样"));
        }
    }
    Ok(())
}

/// Removes the old folder's data: the database it had when it was copied, and the files that stand in the new
/// one with the same content. What else lies there stays. Answers with how many files were left.
///
/// # Errors
/// `folder.changed` where the old database is no longer what was copied; `folder.remove`.
pub fn remove(before: &Before, new: &Path) -> Result<usize, Failure> {
    let old = &before.folder;
    apart(old, new)?;
    let same = hash(&old.join(DATABASE)).map_err(|error| unreadable(old, &error))? == before.sha256;
    if !same || !new.join(DATABASE).exists() {
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
fn copy_file(from: &Path, to: &Path) -> std::io::Result<String> {
    let (mut source, mut target) = (File::open(from)?, File::create_new(to)?);
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

fn is_free(folder: &Path) -> bool {
    match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(_) => !folder.exists(),
    }
}

/// The folder itself, or the nearest above it that exists.
fn existing(folder: &Path) -> &Path {
    folder.ancestors().find(|folder| folder.is_dir()).unwrap_or(folder)
}

/// Neither folder may be the other or lie in it.
fn apart(from: &Path, to: &Path) -> Result<(), Failure> {
    let real = |folder: &Path| {
        let base = existing(folder);
        let rest = folder.strip_prefix(base).unwrap_or(Path::new("")).to_owned();
        fs::canonicalize(base).map_or_else(|_| folder.to_owned(), |base| base.join(rest))
    };
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
