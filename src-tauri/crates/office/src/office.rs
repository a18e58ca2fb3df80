//! An office at work: its records on disk, and where its paper goes.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use domain::calendar::Calendar;
use domain::{Failure, Profile};
use store::Store;

use crate::counting::Counted;
use crate::dossiers::Dossiers;
use crate::versions::Snapshots;

/// The open data folder of an office and what the use cases need around it.
pub struct Office {
    /// The records.
    pub store: Store,
    /// Where the shipped fonts lie.
    pub fonts_dir: PathBuf,
    /// Where exported files go.
    pub export_dir: PathBuf,
    /// Where the office's own fonts are looked for. Nowhere, unless the program says otherwise: tests and
    /// scripts see the same pages on every machine.
    pub own_fonts: paper::OwnFonts,
    fonts: Option<paper::Fonts>,
    pub(crate) counted: RefCell<Counted>,
    pub(crate) dossiers: RefCell<Dossiers>,
    pub(crate) snapshots: RefCell<Snapshots>,
}

impl Office {
    /// Opens the data folder, making it where there is none.
    ///
    /// # Errors
    /// What the store says of the folder and its database.
    pub fn open(data_dir: &Path, fonts_dir: &Path, export_dir: &Path) -> Result<Self, Failure> {
        Ok(Self::over(Store::open(data_dir)?, fonts_dir, export_dir))
    }

    fn over(store: Store, fonts_dir: &Path, export_dir: &Path) -> Self {
        Self {
            store,
            fonts_dir: fonts_dir.to_owned(),
            export_dir: export_dir.to_owned(),
            own_fonts: paper::OwnFonts::None,
            fonts: None,
            counted: RefCell::default(),
            dossiers: RefCell::default(),
            snapshots: RefCell::default(),
        }
    }

    /// A desk beside this one whose records are gone when it is dropped.
    ///
    /// # Errors
    /// What the store says.
    pub(crate) fn in_memory(&self) -> Result<Self, Failure> {
        Ok(Self::over(Store::open_in_memory()?, &self.fonts_dir, &self.export_dir))
    }

    /// Takes over all records of another desk, in one piece.
    ///
    /// # Errors
    /// What the store says.
    pub(crate) fn take_over(&mut self, other: &Self) -> Result<(), Failure> {
        self.store.take_over(&other.store)?;
        self.counted = RefCell::default();
        self.dossiers = RefCell::default();
        self.snapshots = RefCell::default();
        Ok(())
    }

    /// The office's profile; the default one before it is set up.
    ///
    /// # Errors
    /// What the store says.
    pub fn profile(&self) -> Result<Profile, Failure> {
        Ok(self.store.profile()?.unwrap_or_default())
    }

    /// The office's working days: the State Council's notices, those the office added, and the holidays of its
    /// place.
    ///
    /// # Errors
    /// What the store says; `calendar.damaged`.
    pub fn calendar(&self) -> Result<Calendar, Failure> {
        let mut calendar = Calendar::state()?;
        for kept in self.store.notices()? {
            calendar = calendar.with_notice(kept.notice);
        }
        let local = self.store.local_holidays()?;
        Ok(if local.is_empty() { calendar } else { calendar.with_local(local) })
    }

    /// The fonts, read once.
    ///
    /// # Errors
    /// `paper.fonts` where one is missing.
    pub fn fonts(&mut self) -> Result<&paper::Fonts, Failure> {
        if self.fonts.is_none() {
            let shipped_only = crate::typefaces::shipped_only(self)?;
            let own = if shipped_only { &paper::OwnFonts::None } else { &self.own_fonts };
            let fonts = paper::Fonts::load_with(&self.fonts_dir, own);
            let fonts = fonts.map_err(crate::compose::paper_failure)?;
            self.fonts = Some(fonts);
        }
        self.fonts.as_ref().ok_or_else(|| Failure::new("paper.fonts", "字体没有读到", "请重新安装程序"))
    }
}

impl Office {
    /// Has the fonts looked up anew when they are next needed.
    pub(crate) fn read_fonts_again(&mut self) {
        self.fonts = None;
    }

    /// The office's own fonts stand before the shipped ones where this computer has them and they may be
    /// embedded.
    #[must_use]
    pub fn with_own_fonts(mut self) -> Self {
        self.own_fonts = paper::OwnFonts::Machine;
        self
    }
}

/// Where the shipped fonts lie, seen from the running program: beside it in `fonts`, in the package's
/// library folder, or in the source tree while developing. `GONGKAI_FONTS` names another folder.
pub fn find_fonts() -> PathBuf {
    if let Some(named) = std::env::var_os("GONGKAI_FONTS") {
        return PathBuf::from(named);
    }
    let program = std::env::current_exe().unwrap_or_default();
    let beside = program.parent().map(Path::to_owned).unwrap_or_default();
    let mut places = vec![
        beside.join("fonts"),
        beside.join("../lib/gongkai/fonts"),
        beside.join("../lib/政府信息公开年报/fonts"),
    ];
    places.extend(program.ancestors().map(|folder| folder.join("src-tauri/fonts")));
    if cfg!(debug_assertions) {
        places.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fonts"));
    }
    let found = places.iter().find(|folder| folder.is_dir());
    found.or(places.first()).cloned().unwrap_or_default()
}
