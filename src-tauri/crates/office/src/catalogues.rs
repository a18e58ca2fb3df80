//! Categories, channels, departments, villages, as the office keeps them.

use chrono::NaiveDateTime;
use domain::{Catalogue, CatalogueId, Entry, Failure};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Office;

/// A new or changed entry.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EntryDraft {
    /// `None`: a new one.
    pub id: Option<i64>,
    /// Its list.
    pub catalogue: CatalogueId,
    /// Name.
    pub name: String,
    /// Code; may be empty.
    #[serde(default)]
    pub code: String,
    /// Kind; may be empty.
    #[serde(default)]
    pub kind: String,
}

/// Retire an entry or take it back.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct Retirement {
    /// Entry id.
    pub id: i64,
    /// Retired from now on.
    pub retired: bool,
}

/// One entry.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct EntryId {
    /// Entry id.
    pub id: i64,
}

/// The office's order of a list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EntryOrder {
    /// The list.
    pub catalogue: CatalogueId,
    /// All its ids in order.
    pub ids: Vec<i64>,
}

/// `catalogues.list`
///
/// # Errors
/// What the store says.
pub fn list(office: &mut Office, _: NaiveDateTime, (): ()) -> Result<Vec<Catalogue>, Failure> {
    office.store.catalogues()
}

/// `catalogue.save`
///
/// # Errors
/// An empty or a taken name.
pub fn save(office: &mut Office, _: NaiveDateTime, draft: EntryDraft) -> Result<Entry, Failure> {
    office.store.save_entry(draft.id, draft.catalogue, draft.name.trim(), draft.code.trim(), &draft.kind)
}

/// `catalogue.retire`
///
/// # Errors
/// What the store says.
pub fn retire(office: &mut Office, _: NaiveDateTime, request: Retirement) -> Result<Entry, Failure> {
    office.store.retire_entry(request.id, request.retired)?;
    let entries = office.store.catalogues()?.into_iter().flat_map(|c| c.entries);
    let missing = || Failure::new("catalogue.missing", "这个目录项已经不在了", "请刷新后再试");
    entries.into_iter().find(|e| e.id == request.id).ok_or_else(missing)
}

/// `catalogue.remove`
///
/// # Errors
/// `catalogue.in_use` while records point at it.
pub fn remove(office: &mut Office, _: NaiveDateTime, request: EntryId) -> Result<(), Failure> {
    office.store.remove_entry(request.id)
}

/// `catalogue.order`
///
/// # Errors
/// What the store says.
pub fn order(office: &mut Office, _: NaiveDateTime, request: EntryOrder) -> Result<(), Failure> {
    office.store.order_entries(request.catalogue, &request.ids)
}
