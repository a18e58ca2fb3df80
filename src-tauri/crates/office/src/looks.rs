//! Looks at personal data: shown one by one, each with a line in the log; a doubtful number is pointed out.

use chrono::NaiveDateTime;
use domain::mask::masked;
use domain::{Failure, FieldKind, Ledger, Record, Value, Values, identity};
use serde::{Deserialize, Serialize};
use store::Looked;
use ts_rs::TS;

use crate::{Office, ledgers};

/// Lines of the log shown at once.
const PAGE: u32 = 100;

/// A field of a record.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecordField {
    /// Ledger id.
    pub ledger: String,
    /// Record id.
    #[ts(type = "number")]
    pub id: i64,
    /// Field id.
    pub field: String,
}

/// A number to look at.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NumberToCheck {
    /// The kind of document, as the ledger of applications names it; none where none was chosen.
    pub identity: Option<String>,
    /// The number.
    pub number: String,
}

/// A page of the log.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LogPage {
    /// From 1.
    pub page: u32,
}

/// A line of the log.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LookLine {
    /// `YYYY-MM-DDTHH:MM:SS`
    pub at: String,
    /// 查看, 打开文书, 到期删除.
    pub what: String,
    /// Ledger id.
    pub ledger: String,
    /// Its name.
    pub ledger_label: String,
    /// Record id.
    #[ts(type = "number")]
    pub record: i64,
    /// What names the record, never a person; empty where it is gone.
    pub title: String,
    /// 证件号码; or the letter; empty for everything.
    pub field: String,
}

/// The log of looks.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LookLog {
    /// Newest first.
    pub lines: Vec<LookLine>,
    /// In all.
    pub count: u32,
    /// Lines a page.
    pub page_size: u32,
}

/// `privacy.show`: a field as it was entered. Writes a line in the log.
///
/// # Errors
/// `record.missing`; `privacy.field` for one that is no personal data.
pub fn show(office: &mut Office, now: NaiveDateTime, request: RecordField) -> Result<String, Failure> {
    let ledger = ledgers::find(&request.ledger)?;
    if !ledger.personal_fields().any(|field| field.id == request.field) {
        return Err(Failure::new("privacy.field", "这一项不是个人信息，本来就显示", "请重新打开这条记录"));
    }
    let record = office.store.record(ledger.id, request.id)?;
    office.store.note_look(Looked::Shown, ledger.id, request.id, &request.field, now)?;
    Ok(record.values.get(&request.field).and_then(Value::as_text).unwrap_or_default().to_owned())
}

/// `privacy.doubt`: what is doubtful about a number, in a sentence; nothing where nothing is.
///
/// # Errors
/// None.
pub fn doubt(_: &mut Office, _: NaiveDateTime, request: NumberToCheck) -> Result<Option<String>, Failure> {
    let kind = request.identity.as_deref().filter(|kind| !kind.is_empty());
    Ok(identity::doubt(kind, &request.number))
}

/// `privacy.log`
///
/// # Errors
/// What the store says.
pub fn log(office: &mut Office, _: NaiveDateTime, request: LogPage) -> Result<LookLog, Failure> {
    let (looks, count) = office.store.looks(PAGE, request.page.saturating_sub(1).saturating_mul(PAGE))?;
    let line = |look: store::Look| {
        let ledger = domain::ledgers::ledger(&look.ledger);
        let title = ledger.and_then(|ledger| {
            let record = office.store.record(ledger.id, look.record).ok()?;
            record.values.get(ledger.title_field).and_then(Value::as_text).map(str::to_owned)
        });
        let field =
            ledger.and_then(|l| l.field(&look.field)).map_or(look.field.clone(), |f| f.label.to_owned());
        let what = match look.what.as_str() {
            "letter" => "打开文书",
            "exported" => "导出",
            "erased" => "到期删除",
            _ => "查看",
        };
        LookLine {
            at: look.at,
            what: what.to_owned(),
            ledger_label: ledger.map_or(look.ledger.clone(), |l| l.label.to_owned()),
            ledger: look.ledger,
            record: look.record,
            title: if look.record == 0 { "整本台账".to_owned() } else { title.unwrap_or_default() },
            field,
        }
    };
    Ok(LookLog { lines: looks.into_iter().map(line).collect(), count, page_size: PAGE })
}

/// Writes a line for a ledger of a year that was saved as a file with its personal data.
///
/// # Errors
/// What the store says.
pub fn exported(office: &mut Office, now: NaiveDateTime, ledger: &str, year: i32) -> Result<(), Failure> {
    office.store.note_look(Looked::Exported, ledger, 0, &format!("{year}年台账"), now)
}

/// The record as a form shows it: personal data masked.
pub(crate) fn hidden(ledger: &Ledger, mut record: Record) -> Record {
    for field in maskable(ledger) {
        if let Some(Value::Text(text)) = record.values.get_mut(field) {
            *text = masked(text);
        }
    }
    record
}

/// What a form sends back: a field that still shows its mask was not touched, and stays as it was.
pub(crate) fn unhidden(ledger: &Ledger, held: &Values, mut sent: Values) -> Values {
    for field in maskable(ledger) {
        let kept = held.get(field).and_then(Value::as_text).unwrap_or_default();
        if sent.get(field).and_then(Value::as_text) == Some(masked(kept).as_str()) {
            sent.insert(field.to_owned(), Value::Text(kept.to_owned()));
        }
    }
    sent
}

/// A number that was changed and cannot be right by its check character. The clerk may keep it all the same.
///
/// # Errors
/// `record.doubtful` with the field.
pub(crate) fn check_number(held: Option<&Values>, values: &Values) -> Result<(), Failure> {
    let text = |values: &Values, field: &str| {
        values.get(field).and_then(Value::as_text).map(str::to_owned).unwrap_or_default()
    };
    let number = text(values, "identity_number");
    if held.is_some_and(|held| text(held, "identity_number") == number) {
        return Ok(());
    }
    let kind = Some(text(values, "identity")).filter(|kind| !kind.is_empty());
    match identity::doubt(kind.as_deref(), &number) {
        None => Ok(()),
        Some(doubt) => {
            let fields = [("identity_number".to_owned(), doubt.clone())].into();
            Err(Failure::new("record.doubtful", doubt, "请与申请人核对；申请表上就是这样写的，可以照样保存")
                .with_fields(fields))
        }
    }
}

fn maskable(ledger: &Ledger) -> impl Iterator<Item = &'static str> {
    let text = |field: &&domain::Field| !matches!(field.kind, FieldKind::Choice { .. });
    ledger.personal_fields().filter(text).map(|field| field.id)
}
