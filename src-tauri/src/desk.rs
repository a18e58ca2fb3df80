//! What lies on the desk while the program runs: the open office, and the pages last made.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{Local, NaiveDate, NaiveDateTime};
use office::folders::moving::{self, Plan, Use};
use office::folders::{Before, Homes, Place, Why};
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
    lock: Option<File>,
    stage: Stage,
    /// The last day of which a copy was made.
    copied_on: Option<NaiveDate>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Nobody has asked for the office yet.
    Waiting,
    /// It was opened, or could not be.
    Tried,
    /// The program is ending.
    Ended,
}

impl Opened {
    fn waiting() -> Self {
        let failure = Failure::new("folder.opening", "数据还没有打开", "请稍等");
        Self { office: Err(failure), lock: None, stage: Stage::Waiting, copied_on: None }
    }

    fn open(arguments: &Arguments, homes: &Homes) -> Self {
        let opened = place(arguments, homes).and_then(|place| {
            homes.is_there(&place)?;
            let opened = Self::open_in(&place.folder, arguments)?;
            moving::settle(&place.folder);
            Ok(opened)
        });
        opened.unwrap_or_else(|failure| {
            crate::log::line(&format!("数据没有打开 {}", failure.code));
            Self { office: Err(failure), stage: Stage::Tried, ..Self::waiting() }
        })
    }

    fn open_in(folder: &Path, arguments: &Arguments) -> Result<Self, Failure> {
        // Before the database: a second program must not even migrate it. A folder that cannot be made is
        // explained better by the store.
        let lock = match std::fs::create_dir_all(folder) {
            Ok(()) => Some(lock(folder)?),
            Err(_) => None,
        };
        Ok(Self { office: Ok(open(folder, arguments)?), lock, stage: Stage::Tried, copied_on: None })
    }
}

impl Desk {
    /// For the data folder that the arguments name, or this user's. It is opened when the office is first asked
    /// for: by then the window stands, and a second start has come to the first.
    pub fn new(arguments: Arguments, homes: Homes) -> Self {
        Self {
            arguments,
            homes,
            planned: Mutex::default(),
            opened: Mutex::new(Opened::waiting()),
            previews: Mutex::default(),
            shown: Mutex::default(),
        }
    }

    /// Tries again where opening has failed: the other window may be closed by now, the disk freed.
    pub fn try_again(&self) {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        if opened.office.is_err() && opened.stage != Stage::Ended {
            // A lock held on since a move that failed would keep ourselves out.
            opened.lock = None;
            *opened = Opened::open(&self.arguments, &self.homes);
        }
    }

    /// The day's copy, where today has none: the program may stay open for weeks. Work goes on without it: a full
    /// disk must not keep anybody from the records.
    pub fn copy_of_the_day(&self, now: NaiveDateTime) {
        let mut opened = self.office();
        let Opened { office: Ok(office), copied_on, .. } = &mut *opened else { return };
        if copied_on.replace(now.date()) == Some(now.date()) {
            return;
        }
        if let Err(failure) = office::backups::daily(office, now) {
            crate::log::line(&format!("当天的备份没有做成 {}", failure.code));
            eprintln!("{failure}");
        }
    }

    /// Closes the records: what the journal holds goes into the database file, which can then be copied alone.
    pub fn close(&self) {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        let office = Err(Failure::new("program.ended", "程序正在关闭", "请重新打开程序"));
        *opened = Opened { office, stage: Stage::Ended, ..Opened::waiting() };
    }

    /// The office, for one use at a time. A use that went wrong half-way has left nothing in memory that
    /// the next would rely on: the records are in the database.
    pub fn office(&self) -> MutexGuard<'_, Opened> {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        if opened.stage == Stage::Waiting {
            *opened = Opened::open(&self.arguments, &self.homes);
        }
        opened
    }

    /// The user's folders.
    pub fn homes(&self) -> &Homes {
        &self.homes
    }

    /// The data folder; `None` where the system names none.
    pub fn place(&self) -> Option<Place> {
        place(&self.arguments, &self.homes).ok()
    }

    /// The folder that was copied to the one in use and still stands.
    pub fn before(&self) -> Option<Before> {
        self.homes.before(&self.place()?.folder)
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
        let switch = || {
            let fresh = Opened::open_in(&plan.folder, &self.arguments)?;
            self.homes.choose(&plan.folder)?;
            Ok(fresh)
        };
        // Nothing is open that could be copied: an empty office is begun there.
        let from = opened.office.as_ref().ok().map(|office| office.store.folder().to_owned());
        let Some(from) = from.filter(|_| plan.good_for == Use::Copy) else {
            *opened = switch()?;
            moving::settle(&plan.folder);
            return Ok(());
        };
        // The database is closed while it is copied; the lock on its folder is held on.
        opened.office = Err(Failure::new("folder.moving", "正在搬动数据文件夹", "请稍等"));
        let moved = moving::copy(&from, &plan.folder).and_then(|copied| match switch() {
            Ok(fresh) => Ok((copied.finish(), fresh)),
            Err(failure) => {
                copied.undo();
                Err(failure)
            }
        });
        match moved {
            Ok((before, fresh)) => {
                *opened = fresh;
                // The move is done; without the note the old folder merely is not spoken of again.
                if let Err(failure) = self.homes.remember(&before) {
                    crate::log::line(&format!("没能记下原来的数据文件夹 {}", failure.code));
                }
                Ok(())
            }
            Err(failure) => {
                opened.office = open(&from, &self.arguments);
                Err(failure)
            }
        }
    }

    /// What to say where a second start, by its command line and working folder, asks for other records than those
    /// that are open: they would be taken for the ones that were asked for.
    pub fn other_records(&self, line: &[String], folder: &Path) -> Option<String> {
        let asked = crate::arguments::read(lexopt::Parser::from_iter(line)).ok()?;
        let program = line.first().map(|program| folder.join(program)).unwrap_or_default();
        let program = program.parent().map(Path::to_owned).unwrap_or_default();
        let homes = Homes { program, ..self.homes.clone() };
        let data = asked.data.as_ref().map(|data| folder.join(data));
        let same = |a: &Path, b: &Path| moving::real(a) == moving::real(b);
        // The sample and named folders aside, only a program on a stick has records of its own.
        let asked = Arguments { data, ..asked };
        let theirs = place(&asked, &homes).ok()?;
        let ours = place(&self.arguments, &self.homes).ok()?;
        if same(&theirs.folder, &ours.folder) {
            return None;
        }
        let of = |demo: bool, place: &Place| {
            if demo {
                "示例单位".to_owned()
            } else {
                format!("「{}」里的数据", place.folder.display())
            }
        };
        let (open, wanted) = (of(self.arguments.demo, &ours), of(asked.demo, &theirs));
        Some(format!("现在打开着的是{open}。\n\n要打开{wanted}，请先关闭这个窗口，再打开一次。"))
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
        return homes.place()?.ok_or_else(unknown);
    }
    // The sample lies beside the usual folder, wherever the user's own records have gone.
    let usual = if homes.portable() { homes.place()?.map(|place| place.folder) } else { homes.data.clone() };
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
