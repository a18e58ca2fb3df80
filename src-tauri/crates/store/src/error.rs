//! What SQLite and the file system report, turned into failures with a code and a way out.

use std::io::{self, ErrorKind};
use std::path::Path;

use domain::Failure;
use rusqlite::ErrorCode;

/// What can go wrong inside the store.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// From SQLite, not yet in words.
    #[error(transparent)]
    Sql(#[from] rusqlite::Error),
    /// In words.
    #[error(transparent)]
    Told(#[from] Failure),
}

/// A result inside the store.
pub(crate) type Result<T> = std::result::Result<T, Error>;

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::Told(failure) => failure,
            Error::Sql(error) => in_words(&error),
        }
    }
}

fn in_words(error: &rusqlite::Error) -> Failure {
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => disk_full(),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Failure::new(
            "database.busy",
            "数据文件正被另一个程序占用，这一次没有保存",
            "请关闭其他正在使用这个数据文件夹的程序（包括备份、同步软件），再试一次",
        ),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Failure::new(
            "database.damaged",
            format!("数据文件损坏，读不出来（{error}）"),
            "请不要再录入，退出程序，先把数据文件夹整个复制一份保存，再用最近的备份恢复",
        ),
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Failure::new(
            "folder.not_writable",
            "数据文件打不开或不能写入",
            "请检查数据文件夹和其中的文件是否为只读，当前用户是否有写入权限",
        ),
        Some(ErrorCode::SystemIoFailure) => Failure::new(
            "disk.failed",
            format!("读写磁盘出错（{error}），这一次没有保存"),
            "请检查磁盘或 U 盘是否脱落、损坏，再试一次",
        ),
        Some(ErrorCode::ConstraintViolation) if error.to_string().contains("report.locked") => Failure::new(
            "report.locked",
            "这一年的报告已经锁定归档，没有修改",
            "确需更正的，请到这一年的年度报告里点「更正」，写明理由，另出一版；已归档的版本不会变",
        ),
        Some(ErrorCode::ConstraintViolation) if error.to_string().contains("letter.issued") => {
            crate::letters::issued()
        }
        _ => Failure::new(
            "database.failed",
            format!("数据库操作失败，这一次没有保存（{error}）"),
            "请重新打开程序再试；仍然不行，请把这句话告诉技术人员",
        ),
    }
}

fn disk_full() -> Failure {
    Failure::new(
        "disk.full",
        "磁盘已满，这一次没有保存",
        "请清理磁盘，腾出空间后再保存一次，已保存的内容都还在",
    )
}

/// What the system says of files and folders, in words that an office understands.
pub fn in_plain_words(error: &io::Error) -> String {
    let words = match error.kind() {
        ErrorKind::PermissionDenied => "没有权限",
        ErrorKind::NotFound => "找不到这个位置",
        ErrorKind::AlreadyExists => "已经有同名的文件",
        ErrorKind::NotADirectory => "路径里有一段不是文件夹",
        ErrorKind::IsADirectory => "这是一个文件夹",
        ErrorKind::ReadOnlyFilesystem => "磁盘是只读的",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "磁盘已满",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "正被另一个程序占用",
        ErrorKind::InvalidFilename => "名称里有不能用的字符，或者太长",
        ErrorKind::TimedOut | ErrorKind::NotConnected | ErrorKind::HostUnreachable => "网络盘没有响应",
        _ => {
            return match error.raw_os_error() {
                // Sharing and lock violation, device not ready, device failed: Rust has no kind for them.
                Some(32 | 33) if cfg!(windows) => "正被另一个程序占用".to_owned(),
                Some(21 | 1117) if cfg!(windows) => "磁盘没有准备好，或者已经拔掉".to_owned(),
                Some(number) => format!("系统错误 {number}"),
                None => "系统没有说明原因".to_owned(),
            };
        }
    };
    words.to_owned()
}

/// A failure to read or write in the folder `at`.
pub(crate) fn of_folder(at: &Path, error: &io::Error) -> Failure {
    if error.kind() == ErrorKind::StorageFull {
        return disk_full();
    }
    Failure::new(
        "folder.not_writable",
        format!("数据文件夹「{}」不能写入：{}", at.display(), in_plain_words(error)),
        "请换一个有写入权限的文件夹，或者请管理员给当前用户开通写入权限",
    )
}

/// The failure for the file `at` that may only be read.
pub(crate) fn write_protected(at: &Path) -> Failure {
    Failure::new(
        "folder.not_writable",
        format!("数据文件「{}」是只读的，不能保存", at.display()),
        "请在文件属性里去掉「只读」，或者请管理员给当前用户开通写入权限",
    )
}

/// The failure for the file `at` that is no readable database.
pub(crate) fn damaged(at: &Path, what: &str) -> Failure {
    Failure::new(
        "database.damaged",
        format!("数据文件「{}」损坏，打不开：{what}。文件没有被改动", at.display()),
        "请先把这个文件复制一份保存，再把最近的备份文件改名为 gongkai.db 放回原处（旁边的 gongkai.db-wal、gongkai.db-shm 一起移走）；没有备份请联系技术人员修复",
    )
}

/// The failure for the file `at` of a program that is newer than this one.
pub(crate) fn newer(at: &Path, version: i32, known: i32) -> Failure {
    Failure::new(
        "database.newer",
        format!(
            "这个数据文件由更新的版本建立，本程序打不开：「{}」（数据版本 {version}，本程序只认识到 {known}）。文件没有被改动",
            at.display()
        ),
        "请安装最新版本的程序后再打开",
    )
}

/// The failure for a ledger that there is none of.
pub(crate) fn unknown_ledger(id: &str) -> Failure {
    let known: Vec<_> = domain::ledgers::ALL.iter().map(|ledger| ledger.id).collect();
    Failure::new(
        "ledger.unknown",
        format!("没有名为「{id}」的台账"),
        format!("可用的台账：{}", known.join("、")),
    )
}

/// The failure for a record that is not there.
pub(crate) fn no_record(label: &str, id: i64) -> Failure {
    Failure::new(
        "record.missing",
        format!("「{label}」里没有第 {id} 号记录"),
        "它可能已经被彻底删除，请刷新列表后再看",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_of_the_system_is_left() {
        let folder = Path::new("/没有");
        for error in [
            io::Error::from(ErrorKind::PermissionDenied),
            io::Error::from_raw_os_error(5),
            io::Error::other("Something went wrong"),
        ] {
            let failure = of_folder(folder, &error);
            assert!(!failure.message.contains(|c: char| c.is_ascii_alphabetic()), "{}", failure.message);
        }
        assert!(
            of_folder(folder, &io::Error::from(ErrorKind::PermissionDenied)).message.contains("没有权限")
        );
    }
}
