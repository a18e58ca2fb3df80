//! What lies on the desk while the program runs: the open office, and the pages last made.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::Local;
use office::{Failure, Office};

use crate::arguments::Arguments;
use crate::pictures::Previews;

/// What the program was started with, the open office or why it could not be opened, and the last pages.
pub struct Desk {
    arguments: Arguments,
    opened: Mutex<Opened>,
    previews: Mutex<Previews>,
    shown: Mutex<Vec<PathBuf>>,
}

/// The office with the lock on its folder, or the failure that the window shows instead.
pub struct Opened {
    /// The open office.
    pub office: Result<Office, Failure>,
    /// Held as long as the office is open.
    _lock: Option<File>,
}

impl Opened {
    fn open(arguments: &Arguments) -> Self {
        match open(arguments) {
            Ok((office, lock)) => Self { office: Ok(office), _lock: lock },
            Err(failure) => Self { office: Err(failure), _lock: None },
        }
    }
}

impl Desk {
    /// Opens the data folder that the arguments name.
    pub fn new(arguments: Arguments) -> Self {
        let opened = Mutex::new(Opened::open(&arguments));
        Self { arguments, opened, previews: Mutex::default(), shown: Mutex::default() }
    }

    /// Tries again where opening has failed: the other window may be closed by now, the disk freed.
    pub fn try_again(&self) {
        let mut opened = self.office();
        if opened.office.is_err() {
            *opened = Opened::open(&self.arguments);
        }
    }

    /// The office, for one use at a time. A use that went wrong half-way has left nothing in memory that
    /// the next would rely on: the records are in the database.
    pub fn office(&self) -> MutexGuard<'_, Opened> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Files saved outside the program's folders since it started.
    pub fn shown(&self) -> MutexGuard<'_, Vec<PathBuf>> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The pages last made.
    pub fn previews(&self) -> MutexGuard<'_, Previews> {
        self.previews.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn open(arguments: &Arguments) -> Result<(Office, Option<File>), Failure> {
    let default = office::office::default_data_dir();
    let beside =
        |folder: PathBuf| if arguments.demo { folder.with_file_name("gongkai-示例") } else { folder };
    let folder = arguments.data.clone().or_else(|| default.map(beside)).ok_or_else(|| {
        Failure::new("folder.unknown", "不知道数据文件夹在哪里", "请在快捷方式里加上 --data 和文件夹")
    })?;
    let exports =
        if arguments.data.is_some() || arguments.demo { folder.join("导出") } else { documents(&folder) };
    // Before the database: a second program must not even migrate it. A folder that cannot be made is
    // explained better by the store.
    let lock = match std::fs::create_dir_all(&folder) {
        Ok(()) => Some(lock(&folder)?),
        Err(_) => None,
    };
    let mut office = Office::open(&folder, &office::office::find_fonts(), &exports)?;
    if arguments.demo && office.store.profile()?.is_none() {
        office::demo::fill(&mut office, Local::now().naive_local())?;
    }
    // Work goes on without today's copy: a full disk must not keep anybody from the records.
    if let Err(failure) = office::backups::daily(&office, Local::now().naive_local()) {
        eprintln!("{failure}");
    }
    Ok((office, lock))
}

/// One program a folder, also where the system cannot bring the first one to the front.
fn lock(folder: &Path) -> Result<File, Failure> {
    let path = folder.join("gongkai.lock");
    let file = File::options().create(true).truncate(false).write(true).open(&path);
    let file = file.map_err(|error| {
        Failure::new(
            "folder.not_writable",
            format!("不能写入数据文件夹「{}」：{error}", folder.display()),
            "请检查这个文件夹的权限",
        )
    })?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(_) => Err(Failure::new(
            "folder.in_use",
            format!("数据文件夹「{}」正被另一个窗口使用", folder.display()),
            "请切换到已经打开的窗口；如果没有看到，请注销后再试",
        )),
    }
}

/// 政府信息公开年报 in the user's documents; beside the data where there is no such folder.
fn documents(data: &Path) -> PathBuf {
    let home = std::env::var_os(if cfg!(windows) { "USERPROFILE" } else { "HOME" }).map(PathBuf::from);
    let documents = home.iter().flat_map(|h| [h.join("Documents"), h.join("文档")]).find(|d| d.is_dir());
    documents.map_or_else(|| data.join("导出"), |d| d.join("政府信息公开年报"))
}
