//! Files on disk: written whole or not at all, under names that every system takes.

use std::io::Write;
use std::path::Path;

use domain::Failure;

/// Characters: 80 Chinese ones are 240 bytes, and file systems take 255.
const LONGEST_NAME: usize = 80;

/// 「下达河乡2018年政府信息公开工作年度报告」 without what file systems refuse.
pub fn clean_name(title: &str) -> String {
    let clean: String = title.chars().filter(|c| !c.is_control() && !r#"\/:*?"<>|"#.contains(*c)).collect();
    let clean: String = clean.trim().chars().take(LONGEST_NAME).collect();
    let clean = clean.trim_end_matches(['.', ' ']);
    let reserved = ["CON", "PRN", "AUX", "NUL"].iter().any(|name| clean.eq_ignore_ascii_case(name));
    if clean.is_empty() || reserved { "年度报告".to_owned() } else { clean.to_owned() }
}

/// Writes a file whole: beside its place first, then into it, so that a full disk leaves the old one.
///
/// # Errors
/// `export.failed` with the path and what to do.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".part");
    let unfinished = std::path::PathBuf::from(unfinished);
    let written = std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::File::create(&unfinished))
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&unfinished, path));
    written.map_err(|error| {
        let _ = std::fs::remove_file(&unfinished);
        Failure::new(
            "export.failed",
            format!("没能写入「{}」：{}", path.display(), in_words(&error)),
            hint(&error),
        )
    })
}

fn in_words(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::PermissionDenied => "没有写入权限，或者文件正被别的程序打开".to_owned(),
        ErrorKind::StorageFull => "磁盘已满".to_owned(),
        ErrorKind::NotFound => "文件夹不存在".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "这个磁盘是只读的".to_owned(),
        _ => error.to_string(),
    }
}

fn hint(error: &std::io::Error) -> &'static str {
    match error.kind() {
        std::io::ErrorKind::StorageFull => "请清理磁盘后再导出；原来的文件没有动",
        _ => "请关闭正在打开它的程序，或者换一个文件夹再导出；原来的文件没有动",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_that_every_system_takes() {
        assert_eq!(clean_name("甲乡2018年年度报告"), "甲乡2018年年度报告");
        assert_eq!(clean_name("甲/乙：\"丙\"?"), "甲乙：丙");
        assert_eq!(clean_name(" .. "), "年度报告");
        assert_eq!(clean_name("con"), "年度报告");
        assert!(clean_name(&"长".repeat(300)).len() < 250);
    }

    #[test]
    fn a_file_is_written_whole_or_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("2018/甲.pdf");
        write(&path, b"first").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"first");
        let blocked = folder.path().join("2018/甲.pdf/乙.pdf");
        assert_eq!(write(&blocked, b"second").unwrap_err().code, "export.failed");
        assert_eq!(std::fs::read(&path).unwrap(), b"first");
        assert_eq!(std::fs::read_dir(folder.path().join("2018")).unwrap().count(), 1);
    }
}
