//! Where the records lie on this computer: beside a program that is carried about, in the folder the
//! user has chosen, or in the one that the system sets aside for programs' data.
//!
//! The chosen folder's path is one line of a small file of the user's own, outside every data folder, so
//! that the window, the terminal and the uninstaller read the same. The folder that was used before stays
//! named in a second file until the user has decided what becomes of it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use domain::Failure;
use store::in_plain_words;

pub mod moving;
mod synced;

pub use synced::synced_by;

/// Lies beside a program that keeps its data beside itself.
pub const PORTABLE_MARK: &str = "portable";
/// The data folder beside such a program.
pub const PORTABLE_FOLDER: &str = "数据";
/// One line: the chosen data folder.
const CHOSEN: &str = "folder.txt";
/// Three lines: the data folder used before, the SHA-256 its database had when it was copied, and where it was
/// copied to.
const BEFORE: &str = "folder-before.txt";
/// The file that makes a folder a data folder.
pub const DATABASE: &str = "gongkai.db";

/// Why the records lie where they lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The program is carried about, with its data beside it.
    Portable,
    /// The user has chosen the folder.
    Chosen,
    /// Nobody has said anything.
    Usual,
}

/// The data folder and why it is that one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The folder.
    pub folder: PathBuf,
    /// Why.
    pub why: Why,
}

/// A folder that was copied away and still stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    /// The folder.
    pub folder: PathBuf,
    /// What its database was when it was copied.
    pub sha256: String,
    /// Where it was copied to.
    pub copied_to: PathBuf,
}

/// The folders that the system gives to a program and its user.
#[derive(Debug, Clone)]
pub struct Homes {
    /// Where the running program lies.
    pub program: PathBuf,
    /// For data; `None` where the system names none.
    pub data: Option<PathBuf>,
    /// For settings.
    pub config: Option<PathBuf>,
    /// For logs.
    pub log: Option<PathBuf>,
}

impl Homes {
    /// Those of the running program and the user it runs for.
    pub fn of_this_user() -> Self {
        let named = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
        let home = |below: &str| named("HOME").map(|home| home.join(below));
        let ours = |folder: Option<PathBuf>| folder.map(|folder| folder.join("gongkai"));
        let program = std::env::current_exe().unwrap_or_default();
        let program = program.parent().map(Path::to_owned).unwrap_or_default();
        if cfg!(windows) {
            let config = ours(named("APPDATA"));
            let log = config.as_ref().map(|folder| folder.join("日志"));
            return Self { program, data: ours(named("LOCALAPPDATA")), config, log };
        }
        Self {
            program,
            data: ours(named("XDG_DATA_HOME").or_else(|| home(".local/share"))),
            config: ours(named("XDG_CONFIG_HOME").or_else(|| home(".config"))),
            log: ours(named("XDG_STATE_HOME").or_else(|| home(".local/state"))),
        }
    }

    /// Whether the program keeps everything beside itself.
    pub fn portable(&self) -> bool {
        self.program.join(PORTABLE_MARK).is_file()
    }

    /// The data folder; `None` where the system names none and nobody has chosen.
    ///
    /// # Errors
    /// `folder.note` where somebody has chosen one and the note of it cannot be read: the usual folder would look
    /// like an empty office.
    pub fn place(&self) -> Result<Option<Place>, Failure> {
        if self.portable() {
            return Ok(Some(Place { folder: self.program.join(PORTABLE_FOLDER), why: Why::Portable }));
        }
        if let Some(text) = self.read(CHOSEN)? {
            let folder = first_line(&text).ok_or_else(|| self.no_note(CHOSEN, "里面是空的"))?;
            return Ok(Some(Place { folder, why: Why::Chosen }));
        }
        Ok(self.data.clone().map(|folder| Place { folder, why: Why::Usual }))
    }

    /// A chosen folder that is not there is a stick that is not plugged in, not a new office.
    ///
    /// # Errors
    /// `folder.away`.
    pub fn is_there(&self, place: &Place) -> Result<(), Failure> {
        if place.why != Why::Chosen || place.folder.join(DATABASE).exists() {
            return Ok(());
        }
        let hint = "如果它在 U 盘或移动硬盘上，请插好再试；如果文件夹被移走了，请指出它现在的位置";
        let left = self.left_behind().map(|before| {
            format!("。搬到那里以前的数据还留在「{}」，到搬的时候为止", before.folder.display())
        });
        Err(Failure::new(
            "folder.away",
            format!("您选定的数据文件夹「{}」里现在没有数据文件", place.folder.display()),
            format!("{hint}{}", left.unwrap_or_default()),
        ))
    }

    /// Where the log lies; `None` where nothing is kept.
    pub fn log(&self) -> Option<PathBuf> {
        if self.portable() { Some(self.program.join("日志")) } else { self.log.clone() }
    }

    /// From now on the records lie in `folder`. The usual folder needs no note.
    ///
    /// # Errors
    /// `folder.not_kept` where the note cannot be written.
    pub fn choose(&self, folder: &Path) -> Result<(), Failure> {
        if self.data.as_deref() == Some(folder) {
            return self.drop_note(CHOSEN);
        }
        let Some(line) = folder.to_str().filter(|path| !path.contains(['\n', '\r'])) else {
            return Err(Failure::new(
                "folder.name",
                format!("文件夹「{}」的名称里有不能用的字符", folder.display()),
                "请换一个文件夹，或者先给它改名",
            ));
        };
        self.write(CHOSEN, line)
    }

    /// The folder that was copied to `now`, the one in use, as long as it stands. What was copied elsewhere may be
    /// the only copy left.
    pub fn before(&self, now: &Path) -> Option<Before> {
        self.left_behind().filter(|before| moving::real(&before.copied_to) == moving::real(now))
    }

    fn left_behind(&self) -> Option<Before> {
        let text = self.read(BEFORE).ok().flatten()?;
        let folder = first_line(&text)?;
        let line = |n: usize| text.lines().nth(n).unwrap_or_default().trim();
        let (sha256, copied_to) = (line(1).to_owned(), PathBuf::from(line(2)));
        folder.join(DATABASE).exists().then_some(Before { folder, sha256, copied_to })
    }

    /// Remembers the folder that was copied away.
    ///
    /// # Errors
    /// `folder.not_kept`.
    pub fn remember(&self, before: &Before) -> Result<(), Failure> {
        let (folder, copied_to) = (before.folder.display(), before.copied_to.display());
        self.write(BEFORE, &format!("{folder}\n{}\n{copied_to}", before.sha256))
    }

    /// Forgets it; it stays where it is.
    ///
    /// # Errors
    /// `folder.not_kept`.
    pub fn forget(&self) -> Result<(), Failure> {
        self.drop_note(BEFORE)
    }

    /// `None` where there is no such note.
    fn read(&self, name: &str) -> Result<Option<String>, Failure> {
        let Some(config) = &self.config else { return Ok(None) };
        let bytes = match fs::read(config.join(name)) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(self.no_note(name, &in_plain_words(&error))),
        };
        let text = String::from_utf8(bytes);
        text.map(Some).map_err(|_| self.no_note(name, "不是 UTF-8 编码，可能被别的程序改过"))
    }

    fn no_note(&self, name: &str, why: &str) -> Failure {
        let file = self.config.as_deref().unwrap_or(Path::new("")).join(name);
        Failure::new(
            "folder.note",
            format!("记着数据文件夹位置的文件「{}」读不出来：{why}", file.display()),
            "数据没有动。请点「换一个数据文件夹」，指出数据现在的位置；数据一直在默认位置的，删除这个文件再试",
        )
    }

    fn write(&self, name: &str, text: &str) -> Result<(), Failure> {
        let Some(config) = &self.config else {
            return Err(Failure::new(
                "folder.not_kept",
                "系统没有给本用户的设置留位置，换不了数据文件夹",
                "请在快捷方式里用 --data 指定文件夹",
            ));
        };
        let (file, part) = (config.join(name), config.join(format!("{name}.part")));
        fs::create_dir_all(config)
            .and_then(|()| {
                // Through to the disk before it takes the old note's place: a power cut must not leave it empty.
                let mut note = fs::File::create(&part)?;
                note.write_all(format!("{text}\n").as_bytes())?;
                note.sync_all()
            })
            .and_then(|()| fs::rename(&part, &file))
            .map_err(|error| not_kept(&file, &error))
    }

    fn drop_note(&self, name: &str) -> Result<(), Failure> {
        let Some(config) = &self.config else { return Ok(()) };
        match fs::remove_file(config.join(name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(not_kept(&config.join(name), &error))
            }
            _ => Ok(()),
        }
    }
}

fn first_line(text: &str) -> Option<PathBuf> {
    let line = text.trim_start_matches('\u{feff}').lines().next()?.trim();
    (!line.is_empty()).then(|| PathBuf::from(line))
}

fn not_kept(file: &Path, error: &std::io::Error) -> Failure {
    Failure::new(
        "folder.not_kept",
        format!("没能记下数据文件夹的位置：「{}」写不进去：{}", file.display(), in_plain_words(error)),
        "数据没有动，仍在原来的文件夹；请检查磁盘空间和权限再试",
    )
}

#[cfg(test)]
mod tests;
