//! A copy of the records a day, made at the day's first use and checked by the store, so that the hint
//! "restore the latest backup" always has a backup behind it.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use domain::Failure;

use crate::Office;

/// So many days on which the program was used are kept.
const KEPT: usize = 14;

/// Where the copies lie, seen from the data folder.
pub const FOLDER: &str = "备份";

/// Makes today's copy where there is none yet, and lets the oldest go. Attached files are not part of it:
/// they are never changed after they were kept.
///
/// # Errors
/// What the store says of the copy; an older copy that cannot be removed is no failure.
pub fn daily(office: &Office, now: NaiveDateTime) -> Result<Option<PathBuf>, Failure> {
    if office.store.profile()?.is_none() {
        return Ok(None);
    }
    let folder = office.store.folder().join(FOLDER);
    let today = folder.join(format!("gongkai-{}.db", now.format("%Y-%m-%d")));
    if today.exists() {
        return Ok(None);
    }
    std::fs::create_dir_all(&folder).map_err(|error| {
        Failure::new(
            "backup.failed",
            format!("没能建立备份文件夹「{}」：{}", folder.display(), store::in_plain_words(&error)),
            "请检查数据文件夹的权限和磁盘空间",
        )
    })?;
    office.store.backup(&today)?;
    // A clock that was set back makes today the oldest: it stays all the same.
    for old in made(&folder).iter().rev().skip(KEPT).filter(|old| **old != today) {
        let _ = std::fs::remove_file(old);
    }
    Ok(Some(today))
}

/// The daily copies, oldest first. Other files in the folder are left alone.
fn made(folder: &Path) -> Vec<PathBuf> {
    let daily = |path: &PathBuf| {
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        let day = name.strip_prefix("gongkai-").and_then(|n| n.strip_suffix(".db"));
        day.is_some_and(|day| day.parse::<chrono::NaiveDate>().is_ok())
    };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<_> = entries.map(|entry| entry.path()).filter(daily).collect();
    found.sort();
    found
}
