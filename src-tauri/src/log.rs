//! A small log beside the user's settings: starts, versions, and the codes of failures, for whoever is asked for
//! help. Never a record, a name, a path or a sentence that could hold one.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use chrono::Local;

/// The file being written.
const NAME: &str = "gongkai.log";
/// The one before it.
const EARLIER: &str = "gongkai-1.log";
/// At this size a new one is begun.
const FULL: u64 = 256 * 1024;

static LOG: OnceLock<Log> = OnceLock::new();

/// An open log.
struct Log {
    folder: PathBuf,
    file: Mutex<Option<File>>,
}

/// Begins the log in a folder. Where it cannot be written the program works without it.
pub fn begin(folder: Option<PathBuf>) {
    let Some(folder) = folder else { return };
    let file = open(&folder, FULL).ok();
    let _ = LOG.set(Log { folder, file: Mutex::new(file) });
}

/// Writes a line.
pub fn line(text: &str) {
    let Some(log) = LOG.get() else { return };
    let mut file = log.file.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(file) = file.as_mut() {
        let now = Local::now().format("%Y-%m-%d %H:%M:%S");
        // A log that cannot be written must not stop anybody's work.
        let _ = writeln!(file, "{now} {text}");
    }
}

/// Where the log lies, once it is begun.
pub fn folder() -> Option<PathBuf> {
    LOG.get().map(|log| log.folder.clone())
}

/// The last lines, oldest first.
pub fn last(lines: usize) -> Vec<String> {
    folder().map(|folder| tail(&folder, lines)).unwrap_or_default()
}

fn open(folder: &Path, full: u64) -> std::io::Result<File> {
    fs::create_dir_all(folder)?;
    let path = folder.join(NAME);
    if fs::metadata(&path).is_ok_and(|found| found.len() > full) {
        fs::rename(&path, folder.join(EARLIER))?;
    }
    File::options().create(true).append(true).open(path)
}

fn tail(folder: &Path, lines: usize) -> Vec<String> {
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_default();
    let all = read(EARLIER) + &read(NAME);
    let skip = all.lines().count().saturating_sub(lines);
    all.lines().skip(skip).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_log_is_put_aside_and_read_on() {
        let folder = tempfile::tempdir().unwrap();
        writeln!(open(folder.path(), 10).unwrap(), "第一次启动\n第二行").unwrap();
        writeln!(open(folder.path(), 10).unwrap(), "第三行").unwrap();
        assert!(folder.path().join(EARLIER).exists());
        assert_eq!(tail(folder.path(), 2), ["第二行", "第三行"]);
        writeln!(open(folder.path(), 10_000).unwrap(), "第四行").unwrap();
        assert_eq!(tail(folder.path(), 9).len(), 4, "not full: written on");
    }
}
