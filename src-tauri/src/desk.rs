//! What lies on the desk while the program runs: the open office, and the pages last made.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::Local;
use office::folders::moving::{self, Plan, Use};
use office::folders::{Homes, Place, Why};
use office::{Failure, Office};

use crate::arguments::Arguments;
use crate::pictures::Previews;

/// What the program was started with, the open office or why it could not be opened, and the last pages.
pub struct Desk {
    arguments: Arguments,
    homes: Homes,
    planned: Mutex<Option<Plan>>,
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
    fn open(arguments: &Arguments, homes: &Homes) -> Self {
        let opened = place(arguments, homes).and_then(|place| {
            place.is_there()?;
            Self::open_in(&place.folder, arguments)
        });
        opened.unwrap_or_else(|failure| {
            crate::log::line(&format!("数据没有打开 {}", failure.code));
            Self { office: Err(failure), _lock: None }
        })
    }

    fn open_in(folder: &Path, arguments: &Arguments) -> Result<Self, Failure> {
        // Before the database: a second program must not even migrate it. A folder that cannot be made is
        // explained better by the store.
        let lock = match std::fs::create_dir_all(folder) {
            Ok(()) => Some(lock(folder)?),
            Err(_) => None,
        };
        Ok(Self { office: Ok(open(folder, arguments)?), _lock: lock })
    }
}

impl Desk {
    /// Opens the data folder that the arguments name, or this user's.
    pub fn new(arguments: Arguments, homes: Homes) -> Self {
        let opened = Mutex::new(Opened::open(&arguments, &homes));
        Self {
            arguments,
            homes,
            planned: Mutex::default(),
            opened,
            previews: Mutex::default(),
            shown: Mutex::default(),
        }
    }

    /// Tries again where opening has failed: the other window may be closed by now, the disk freed.
    pub fn try_again(&self) {
        let mut opened = self.office();
        if opened.office.is_err() {
            *opened = Opened::open(&self.arguments, &self.homes);
        }
    }

    /// The office, for one use at a time. A use that went wrong half-way has left nothing in memory that
    /// the next would rely on: the records are in the database.
    pub fn office(&self) -> MutexGuard<'_, Opened> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The user's folders.
    pub fn homes(&self) -> &Homes {
        &self.homes
    }

    /// The data folder; `None` where the system names none.
    pub fn place(&self) -> Option<Place> {
        place(&self.arguments, &self.homes).ok()
    }

    /// Whether the folder is the user's to choose: not where the start or a stick has settled it.
    pub fn may_choose(&self) -> bool {
        self.arguments.data.is_none() && !self.arguments.demo && !self.homes.portable()
    }

    /// The folder that was chosen and looked at, waiting for the user's word.
    pub fn planned(&self) -> MutexGuard<'_, Option<Plan>> {
        self.planned.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Carries the planned move out: copy, verify, open the copy, and only then note it down. Whatever fails,
    /// the work goes on in the folder it was in.
    pub fn carry_out(&self, plan: &Plan) -> Result<(), Failure> {
        let mut opened = self.office();
        if plan.good_for == Use::Switch {
            let fresh = Opened::open_in(&plan.folder, &self.arguments)?;
            self.homes.choose(&plan.folder)?;
            *opened = fresh;
            return Ok(());
        }
        let Ok(office) = &opened.office else {
            // Nothing is open that could be copied: an empty office is begun there.
            let fresh = Opened::open_in(&plan.folder, &self.arguments)?;
            self.homes.choose(&plan.folder)?;
            *opened = fresh;
            return Ok(());
        };
        let from = office.store.folder().to_owned();
        // The database is closed while it is copied; the lock on its folder is held on.
        opened.office = Err(Failure::new("folder.moving", "正在搬动数据文件夹", "请稍等"));
        let moved = moving::copy(&from, &plan.folder).and_then(|before| {
            let fresh = Opened::open_in(&plan.folder, &self.arguments)?;
            self.homes.choose(&plan.folder)?;
            Ok((before, fresh))
        });
        match moved {
            Ok((before, fresh)) => {
                *opened = fresh;
                self.homes.remember(&before)
            }
            Err(failure) => {
                opened.office = open(&from, &self.arguments);
                Err(failure)
            }
        }
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

fn place(arguments: &Arguments, homes: &Homes) -> Result<Place, Failure> {
    if let Some(folder) = &arguments.data {
        return Ok(Place { folder: folder.clone(), why: Why::Usual });
    }
    let unknown =
        || Failure::new("folder.unknown", "不知道数据文件夹在哪里", "请在快捷方式里加上 --data 和文件夹");
    if !arguments.demo {
        return homes.place().ok_or_else(unknown);
    }
    // The sample lies beside the usual folder, wherever the user's own records have gone.
    let usual = if homes.portable() { homes.place().map(|place| place.folder) } else { homes.data.clone() };
    let folder = usual.ok_or_else(unknown)?.with_file_name("gongkai-示例");
    Ok(Place { folder, why: Why::Usual })
}

fn open(folder: &Path, arguments: &Arguments) -> Result<Office, Failure> {
    let exports =
        if arguments.data.is_some() || arguments.demo { folder.join("导出") } else { documents(folder) };
    let mut office = Office::open(folder, &office::office::find_fonts(), &exports)?.with_own_fonts();
    if arguments.demo && office.store.profile()?.is_none() {
        office::demo::fill(&mut office, Local::now().naive_local())?;
    }
    // Work goes on without today's copy: a full disk must not keep anybody from the records.
    if let Err(failure) = office::backups::daily(&office, Local::now().naive_local()) {
        crate::log::line(&format!("当天的备份没有做成 {}", failure.code));
        eprintln!("{failure}");
    }
    Ok(office)
}

/// One program a folder, also where the system cannot bring the first one to the front.
fn lock(folder: &Path) -> Result<File, Failure> {
    let path = folder.join("gongkai.lock");
    let file = File::options().create(true).truncate(false).write(true).open(&path);
    let file = file.map_err(|error| {
        Failure::new(
            "folder.not_writable",
            format!("不能写入数据文件夹「{}」：{}", folder.display(), office::in_plain_words(&error)),
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

/// 政府信息公开年报 in the user's documents; beside the data where there is no such folder, and on a stick.
fn documents(data: &Path) -> PathBuf {
    if Homes::of_this_user().portable() {
        return data.with_file_name("导出");
    }
    let home = std::env::var_os(if cfg!(windows) { "USERPROFILE" } else { "HOME" }).map(PathBuf::from);
    let documents = home.iter().flat_map(|h| [h.join("Documents"), h.join("文档")]).find(|d| d.is_dir());
    documents.map_or_else(|| data.join("导出"), |d| d.join("政府信息公开年报"))
}

#[cfg(test)]
mod tests;
