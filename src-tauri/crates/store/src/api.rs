//! The signatures of the store.
#![allow(unused_variables, clippy::unused_self, clippy::missing_errors_doc)]

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use domain::{
    Attachment, Catalogue, CatalogueId, Decimal, Entry, Failure, Filter, Profile, Quantity, Record,
    RecordPage, RecordQuery, Values,
};
use serde::{Deserialize, Serialize};

use crate::Store;

/// A record in the recycle bin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BinEntry {
    /// Ledger id.
    pub ledger: String,
    /// Row id within its ledger.
    pub id: i64,
    /// What names it; never personal data.
    pub title: String,
    /// The date that places it in a year, `YYYY-MM-DD`.
    pub date: String,
    /// `YYYY-MM-DDTHH:MM:SS`.
    pub deleted_at: String,
}

/// The text of a part as it was last saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NarrativeText {
    /// Part id.
    pub part: String,
    /// The text as it was given.
    pub json: String,
    /// `YYYY-MM-DDTHH:MM:SS`.
    pub saved_at: String,
}

/// What a year's report is called and signed with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportSettings {
    /// Title in place of the format's own; empty: the format's.
    pub title: String,
    /// 成文日期, `YYYY-MM-DD`; empty where not yet set.
    pub signed_on: String,
    /// Format id.
    pub format: String,
}

/// A figure entered by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnteredFigure {
    /// Figure id.
    pub figure: String,
    /// The value in force.
    pub value: Quantity,
    /// Why.
    pub reason: String,
    /// `YYYY-MM-DDTHH:MM:SS`.
    pub at: String,
}

/// What an office's own figure counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureDraft {
    /// Part id.
    pub part: String,
    /// Name.
    pub label: String,
    /// Unit.
    pub unit: String,
    /// Ledger id.
    pub ledger: String,
    /// Which of its records; entries by name, kept by entry, so a renamed entry is followed.
    pub filter: Filter,
}

/// An office's own figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnFigure {
    /// `own.{n}`, never given twice.
    pub id: String,
    /// What it counts.
    #[serde(flatten)]
    pub figure: FigureDraft,
}

fn not_yet<T>() -> Result<T, Failure> {
    Err(Failure::new("store.unwritten", "尚未写成", ""))
}

#[allow(missing_docs)]
impl Store {
    pub fn open(folder: &Path) -> Result<Store, Failure> {
        not_yet()
    }
    pub fn open_in_memory() -> Result<Store, Failure> {
        not_yet()
    }
    pub fn backup(&self, to: &Path) -> Result<(), Failure> {
        not_yet()
    }

    pub fn profile(&self) -> Result<Option<Profile>, Failure> {
        not_yet()
    }
    pub fn save_profile(&mut self, profile: &Profile, now: NaiveDateTime) -> Result<(), Failure> {
        not_yet()
    }

    pub fn catalogues(&self) -> Result<Vec<Catalogue>, Failure> {
        not_yet()
    }
    pub fn save_entry(
        &mut self,
        id: Option<i64>,
        catalogue: CatalogueId,
        name: &str,
        code: &str,
        kind: &str,
    ) -> Result<Entry, Failure> {
        not_yet()
    }
    pub fn retire_entry(&mut self, id: i64, retired: bool) -> Result<(), Failure> {
        not_yet()
    }
    pub fn remove_entry(&mut self, id: i64) -> Result<(), Failure> {
        not_yet()
    }
    pub fn order_entries(&mut self, catalogue: CatalogueId, ids: &[i64]) -> Result<(), Failure> {
        not_yet()
    }

    pub fn list(&self, query: &RecordQuery) -> Result<RecordPage, Failure> {
        not_yet()
    }
    pub fn count(&self, ledger: &str, year: Option<i32>, filter: &Filter) -> Result<i64, Failure> {
        not_yet()
    }
    pub fn sum(
        &self,
        ledger: &str,
        field: &str,
        year: Option<i32>,
        filter: &Filter,
    ) -> Result<Decimal, Failure> {
        not_yet()
    }
    pub fn distinct_texts(
        &self,
        ledger: &str,
        field: &str,
        year: Option<i32>,
        filter: &Filter,
        order_by: Option<&str>,
    ) -> Result<Vec<String>, Failure> {
        not_yet()
    }
    pub fn months(&self, ledger: &str, year: i32) -> Result<[i64; 12], Failure> {
        not_yet()
    }
    pub fn years(&self) -> Result<Vec<i32>, Failure> {
        not_yet()
    }

    pub fn record(&self, ledger: &str, id: i64) -> Result<Record, Failure> {
        not_yet()
    }
    pub fn insert(&mut self, ledger: &str, values: &Values, now: NaiveDateTime) -> Result<Record, Failure> {
        not_yet()
    }
    pub fn insert_many(
        &mut self,
        ledger: &str,
        records: &[Values],
        now: NaiveDateTime,
    ) -> Result<Vec<i64>, Failure> {
        not_yet()
    }
    pub fn update(
        &mut self,
        ledger: &str,
        id: i64,
        values: &Values,
        now: NaiveDateTime,
    ) -> Result<Record, Failure> {
        not_yet()
    }
    pub fn delete(&mut self, ledger: &str, ids: &[i64], now: NaiveDateTime) -> Result<(), Failure> {
        not_yet()
    }
    pub fn restore(&mut self, ledger: &str, ids: &[i64]) -> Result<(), Failure> {
        not_yet()
    }
    pub fn bin(&self) -> Result<Vec<BinEntry>, Failure> {
        not_yet()
    }
    pub fn empty_bin(&mut self, deleted_before: Option<NaiveDateTime>) -> Result<usize, Failure> {
        not_yet()
    }
    pub fn next_number(&self, year: i32) -> Result<i64, Failure> {
        not_yet()
    }

    pub fn narrative(&self, year: i32, part: &str) -> Result<Option<(String, String)>, Failure> {
        not_yet()
    }
    pub fn narratives(&self, year: i32) -> Result<Vec<NarrativeText>, Failure> {
        not_yet()
    }
    pub fn save_narrative(
        &mut self,
        year: i32,
        part: &str,
        json: &str,
        now: NaiveDateTime,
    ) -> Result<(), Failure> {
        not_yet()
    }
    pub fn report_settings(&self, year: i32) -> Result<Option<ReportSettings>, Failure> {
        not_yet()
    }
    pub fn save_report_settings(
        &mut self,
        year: i32,
        settings: &ReportSettings,
        now: NaiveDateTime,
    ) -> Result<(), Failure> {
        not_yet()
    }
    pub fn open_year(&mut self, year: i32, now: NaiveDateTime) -> Result<(), Failure> {
        not_yet()
    }
    pub fn entered(&self, year: i32) -> Result<Vec<EnteredFigure>, Failure> {
        not_yet()
    }
    pub fn enter_figure(
        &mut self,
        year: i32,
        figure: &str,
        value: Quantity,
        reason: &str,
        now: NaiveDateTime,
    ) -> Result<(), Failure> {
        not_yet()
    }
    pub fn clear_figure(&mut self, year: i32, figure: &str, now: NaiveDateTime) -> Result<(), Failure> {
        not_yet()
    }
    pub fn own_figures(&self) -> Result<Vec<OwnFigure>, Failure> {
        not_yet()
    }
    pub fn define_figure(
        &mut self,
        id: Option<&str>,
        figure: &FigureDraft,
        now: NaiveDateTime,
    ) -> Result<OwnFigure, Failure> {
        not_yet()
    }
    pub fn undefine_figure(&mut self, id: &str) -> Result<(), Failure> {
        not_yet()
    }

    pub fn keep_file(&mut self, source: &Path, now: NaiveDateTime) -> Result<Attachment, Failure> {
        not_yet()
    }
    pub fn kept_path(&self, hash: &str) -> Result<PathBuf, Failure> {
        not_yet()
    }
}
