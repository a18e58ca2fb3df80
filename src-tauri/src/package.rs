//! A data package (`.gknb`) that was double-clicked. It belongs to the program; this version cannot read it
//! in yet, and says so rather than opening as if nothing had been asked.

use std::path::Path;

use tauri::AppHandle;

/// The file a second start was asked to open, from its command line.
pub fn named(line: &[String]) -> Option<&str> {
    let mut words = line.iter().skip(1).map(String::as_str);
    while let Some(word) = words.next() {
        match word {
            "--data" => _ = words.next(),
            option if option.starts_with('-') => {}
            file => return Some(file),
        }
    }
    None
}

/// Says what becomes of the file. The window stays usable.
pub fn open(app: &AppHandle, file: &Path) {
    crate::spoken::tell(app, &about(file));
}

fn about(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let ours = file.extension().is_some_and(|end| end.eq_ignore_ascii_case("gknb"));
    if !file.exists() {
        return format!("找不到「{name}」，它可能已经被移走或者改名。");
    }
    if ours {
        return format!(
            "「{name}」是政府信息公开年报的数据包。\n\n这个版本（{}）还不能导入数据包，文件没有动，自己的数据也没有动。\n请安装支持导入的新版本后再打开它。",
            env!("CARGO_PKG_VERSION")
        );
    }
    format!("「{name}」不是本程序的文件，没有打开。\n\n本程序只打开扩展名为 .gknb 的数据包。")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_found_among_the_options() {
        let line = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
        assert_eq!(named(&line(&["gongkai", "--data", "甲 乙", "报送.gknb"])), Some("报送.gknb"));
        assert_eq!(named(&line(&["gongkai", "--demo"])), None);
    }

    #[test]
    fn a_package_is_named_and_others_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("下达河乡.gknb"), "").unwrap();
        std::fs::write(at("通知.doc"), "").unwrap();
        assert!(about(&at("下达河乡.gknb")).contains("还不能导入"));
        assert!(about(&at("通知.doc")).contains("不是本程序的文件"));
        assert!(about(&at("没有.gknb")).contains("找不到"));
    }
}
