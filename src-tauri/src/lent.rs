//! Copies of attachments that other programs have open. They hold personal data: what nobody has open any more goes
//! when the program starts and ends.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use office::Attachment;
use office::folders::Homes;

/// Where they lie: beside a program that is carried about, which leaves nothing on a borrowed computer.
fn folder(homes: &Homes) -> PathBuf {
    if homes.portable() {
        homes.program.join("缓存").join("附件")
    } else {
        std::env::temp_dir().join("gongkai")
    }
}

/// A copy of the kept file `source` under its own name. One that is still open from before is given out again.
///
/// # Errors
/// Those of the file system.
pub fn copy(homes: &Homes, source: &Path, kept: &Attachment) -> io::Result<PathBuf> {
    let own = kept.hash.get(..12).unwrap_or(&kept.hash);
    let folder = folder(homes).join(own);
    let copy = folder.join(Path::new(&kept.name).file_name().unwrap_or(std::ffi::OsStr::new("附件")));
    fs::create_dir_all(&folder)?;
    match fs::copy(source, &copy) {
        // Whoever has it open keeps it from being written.
        Err(_) if same(source, &copy) => Ok(copy),
        copied => copied.map(|_| copy),
    }
}

fn same(source: &Path, copy: &Path) -> bool {
    matches!((fs::read(source), fs::read(copy)), (Ok(source), Ok(copy)) if source == copy)
}

/// Takes away what nobody has open.
pub fn clear(homes: &Homes) {
    let folder = folder(homes);
    for own in fs::read_dir(&folder).into_iter().flatten().flatten() {
        for copy in fs::read_dir(own.path()).into_iter().flatten().flatten() {
            let _ = fs::remove_file(copy.path());
        }
        let _ = fs::remove_dir(own.path());
    }
    let _ = fs::remove_dir(&folder);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_given_out_again_and_goes_at_the_end() {
        let root = tempfile::tempdir().unwrap();
        let homes = Homes { program: root.path().to_owned(), data: None, config: None, log: None };
        fs::write(root.path().join(office::folders::PORTABLE_MARK), "").unwrap();
        let source = root.path().join("附件 原件");
        fs::write(&source, "来信").unwrap();
        let kept =
            Attachment { hash: "0123456789abcdef".to_owned(), name: "../来信.txt".to_owned(), size: 6 };
        let first = copy(&homes, &source, &kept).unwrap();
        assert!(first.ends_with("缓存/附件/0123456789ab/来信.txt"), "{first:?}");
        assert_eq!(fs::read(&first).unwrap(), fs::read(&source).unwrap());
        assert_eq!(copy(&homes, &source, &kept).unwrap(), first);
        clear(&homes);
        assert!(!first.exists() && !root.path().join("缓存/附件").exists() && source.exists());
    }
}
