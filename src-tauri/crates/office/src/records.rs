//! Keeping records: list, read, draft, save, recycle bin.

use chrono::{Days, NaiveDateTime};
use domain::{Failure, FieldKind, Ledger, Record, RecordPage, RecordQuery, Total, Value, Values};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Office, ledgers, looks};

/// Days a deleted record can be brought back.
const BIN_DAYS: u64 = 30;

/// What happened to one record and did not happen to its copy.
const OF_ONE_RECORD: [&str; 16] = [
    "published_on",
    "drafted_on",
    "reviewed_on",
    "approved_on",
    "secrecy",
    "secrecy_on",
    "outcome",
    "decided_on",
    "delivered_on",
    "extended",
    "result",
    "closed_on",
    "done_on",
    "on_time",
    "repealed_on",
    "repealed_by",
];

/// One record.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecordId {
    /// Ledger id.
    pub ledger: String,
    /// Record id.
    pub id: i64,
}

/// Several records of a ledger.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecordIds {
    /// Ledger id.
    pub ledger: String,
    /// Record ids.
    pub ids: Vec<i64>,
}

/// What a new record starts with.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DraftRequest {
    /// Ledger id.
    pub ledger: String,
    /// The year worked on.
    pub year: i32,
    /// Copy this record instead of an empty one.
    pub copy_of: Option<i64>,
}

/// A record to be kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecordDraft {
    /// Ledger id.
    pub ledger: String,
    /// `None`: a new one.
    pub id: Option<i64>,
    /// As the form holds them; personal data that still shows its mask stays as it was.
    pub values: Values,
    /// A number that cannot be right by its check character is kept all the same.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub confirmed: bool,
}

/// A record in the recycle bin.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BinRow {
    /// Ledger id.
    pub ledger: String,
    /// Ledger name.
    pub ledger_label: String,
    /// Record id.
    pub id: i64,
    /// What names it.
    pub title: String,
    /// Its date.
    pub date: Option<String>,
    /// When it was deleted.
    pub deleted_at: String,
    /// When it goes for good.
    pub purged_on: String,
}

/// `records.list`
///
/// # Errors
/// What the store says of the query.
pub fn list(office: &mut Office, _: NaiveDateTime, query: RecordQuery) -> Result<RecordPage, Failure> {
    let ledger = ledgers::find(&query.ledger)?;
    let mut page = office.store.list(&query)?;
    let all = Total {
        label: "合计".to_owned(),
        value: page.count.to_string(),
        unit: ledger.unit.to_owned(),
        filter: None,
    };
    page.totals.insert(0, all);
    Ok(page)
}

/// `records.get`: personal data masked; `privacy.show` shows it, field by field.
///
/// # Errors
/// `record.missing`.
pub fn get(office: &mut Office, _: NaiveDateTime, request: RecordId) -> Result<Record, Failure> {
    let ledger = ledgers::find(&request.ledger)?;
    Ok(looks::hidden(ledger, office.store.record(ledger.id, request.id)?))
}

/// `records.draft`: an empty record with the office's people in it, or a copy without what belongs to
/// the one copied: numbers, personal data, outcome, the dates of its way through the office, attachment.
///
/// # Errors
/// `record.missing` for the one to copy.
pub fn draft(office: &mut Office, now: NaiveDateTime, request: DraftRequest) -> Result<Values, Failure> {
    let ledger = ledgers::find(&request.ledger)?;
    if let Some(id) = request.copy_of {
        let mut values = office.store.record(ledger.id, id)?.values;
        for field in ledger.fields {
            let own = matches!(field.kind, FieldKind::Attachment)
                || [
                    "index_number",
                    "number",
                    "document_number",
                    "case_number",
                    "decision_number",
                    "receipt_number",
                ]
                .contains(&field.id);
            if own || field.personal || OF_ONE_RECORD.contains(&field.id) {
                values.insert(field.id.to_owned(), Value::Null);
            }
        }
        if let Some(Value::Publications(list)) = values.get_mut("channels") {
            list.iter_mut().for_each(|publication| publication.on = None);
        }
        return Ok(values);
    }
    let mut values: Values = ledger.fields.iter().map(|f| (f.id.to_owned(), Value::Null)).collect();
    let profile = office.profile()?;
    let today = now.date();
    let defaults = [
        ("drafter", profile.drafter),
        ("reviewer", profile.reviewer),
        ("approver", profile.approver),
        ("openness", "open".to_owned()),
        (
            "on",
            if chrono::Datelike::year(&today) == request.year { today.to_string() } else { String::new() },
        ),
    ];
    for (id, text) in defaults {
        if ledger.field(id).is_some() && !text.is_empty() {
            values.insert(id.to_owned(), Value::Text(text));
        }
    }
    if ledger.field("persons").is_some() {
        values.insert("persons".to_owned(), Value::Integer(1));
    }
    Ok(values)
}

/// `records.save`
///
/// # Errors
/// `record.incomplete` with the faulty fields; `record.doubtful` for a number with a wrong check character that is
/// not confirmed; what the store says.
pub fn save(office: &mut Office, now: NaiveDateTime, draft: RecordDraft) -> Result<Record, Failure> {
    let ledger = ledgers::find(&draft.ledger)?;
    let held = draft.id.map(|id| office.store.record(ledger.id, id)).transpose()?.map(|record| record.values);
    let sent = match &held {
        Some(held) => looks::unhidden(ledger, held, draft.values),
        None => draft.values,
    };
    let values = domain::ledger::check::check(ledger, &sent)?;
    holds_its_files(office, ledger, &values)?;
    if !draft.confirmed {
        looks::check_number(held.as_ref(), &values)?;
    }
    let saved = match draft.id {
        None => office.store.insert(ledger.id, &values, now),
        Some(id) => office.store.update(ledger.id, id, &values, now),
    };
    Ok(looks::hidden(ledger, saved?))
}

/// A record names only files that are kept: what was never chosen through the program cannot be opened later.
fn holds_its_files(office: &Office, ledger: &Ledger, values: &Values) -> Result<(), Failure> {
    for (field, value) in values {
        let Value::Attachment(file) = value else { continue };
        if !office.store.is_kept(&file.hash)? {
            let label = ledger.field(field).map_or(field.as_str(), |f| f.label);
            let what = format!("{label}「{}」没有存在数据文件夹里", file.name);
            let fields = [(field.clone(), what.clone())].into();
            let failure =
                Failure::new("attachment.missing", format!("没有保存：{what}"), "请在窗口里重新选择这个文件");
            return Err(failure.with_fields(fields));
        }
    }
    Ok(())
}

/// Adds many records of one ledger, all or none.
///
/// # Errors
/// The first faulty record, by its place in the list (from 1).
pub fn add_many(
    office: &mut Office,
    now: NaiveDateTime,
    ledger: &str,
    list: &[Values],
) -> Result<Vec<i64>, Failure> {
    let ledger = ledgers::find(ledger)?;
    let mut checked = Vec::with_capacity(list.len());
    for (n, values) in list.iter().enumerate() {
        let values = domain::ledger::check::check(ledger, values).map_err(|mut failure| {
            if list.len() > 1 {
                failure.message = format!("第 {} 条：{}", n + 1, failure.message);
            }
            failure
        })?;
        holds_its_files(office, ledger, &values)?;
        checked.push(values);
    }
    office.store.insert_many(ledger.id, &checked, now)
}

/// `records.delete`: into the recycle bin.
///
/// # Errors
/// What the store says.
pub fn delete(office: &mut Office, now: NaiveDateTime, request: RecordIds) -> Result<(), Failure> {
    ledgers::find(&request.ledger)?;
    office.store.delete(&request.ledger, &request.ids, now)
}

/// `records.restore`
///
/// # Errors
/// What the store says.
pub fn restore(office: &mut Office, _: NaiveDateTime, request: RecordIds) -> Result<(), Failure> {
    ledgers::find(&request.ledger)?;
    office.store.restore(&request.ledger, &request.ids)
}

/// `bin.list`, after what is older than thirty days has gone.
///
/// # Errors
/// What the store says.
pub fn bin(office: &mut Office, now: NaiveDateTime, (): ()) -> Result<Vec<BinRow>, Failure> {
    office.store.empty_bin(now.checked_sub_days(Days::new(BIN_DAYS)))?;
    let rows = office.store.bin()?.into_iter().map(|entry| {
        let label =
            domain::ledgers::ledger(&entry.ledger).map_or(entry.ledger.as_str(), |l| l.label).to_owned();
        let deleted = NaiveDateTime::parse_from_str(&entry.deleted_at, "%Y-%m-%dT%H:%M:%S").unwrap_or(now);
        let purged = deleted.date().checked_add_days(Days::new(BIN_DAYS)).unwrap_or(deleted.date());
        BinRow {
            ledger: entry.ledger,
            ledger_label: label,
            id: entry.id,
            title: entry.title,
            date: Some(entry.date).filter(|d| !d.is_empty()),
            deleted_at: entry.deleted_at,
            purged_on: purged.to_string(),
        }
    });
    Ok(rows.collect())
}

/// `bin.empty`
///
/// # Errors
/// What the store says.
pub fn empty_bin(office: &mut Office, _: NaiveDateTime, (): ()) -> Result<(), Failure> {
    office.store.empty_bin(None).map(|_| ())
}
