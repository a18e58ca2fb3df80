//! Stories of an office at work, told on fixed days: its figures in one file, its records, texts and paper in
//! the other.

use chrono::{NaiveDate, NaiveDateTime};
use office::figures::{FigureDefinition, FigureEntry, FigureId, FigureOfYear};
use office::narratives::{NarrativeDraft, PartOfYear, TakeOver};
use office::records::{DraftRequest, RecordDraft, RecordId, RecordIds};
use office::report::{SettingsDraft, Year};
use office::{Figure, Office, RecordQuery, Value, Values};
use serde_json::json;

fn at(day: &str) -> NaiveDateTime {
    day.parse::<NaiveDate>().unwrap().and_hms_opt(10, 32, 0).unwrap()
}

fn january() -> NaiveDateTime {
    at("2019-01-10")
}

struct Desk {
    office: Office,
    _folder: tempfile::TempDir,
}

fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let fonts = office::office::find_fonts();
    let office = Office::open(&folder.path().join("数据"), &fonts, &folder.path().join("导出")).unwrap();
    Desk { office, _folder: folder }
}

fn sample() -> Desk {
    let mut desk = desk();
    office::demo::fill_early(&mut desk.office, january()).unwrap();
    desk
}

fn figure(office: &Office, year: i32, id: &str) -> Figure {
    office::figures::of_year(office, year).unwrap().into_iter().find(|f| f.id == id).unwrap()
}

fn values(json: serde_json::Value) -> Values {
    serde_json::from_value(json).unwrap()
}

fn add(office: &mut Office, ledger: &str, json: serde_json::Value) -> i64 {
    let draft = RecordDraft { ledger: ledger.into(), id: None, values: values(json), confirmed: false };
    office::records::save(office, january(), draft).unwrap().id
}

fn read<T: serde::de::DeserializeOwned>(json: serde_json::Value) -> T {
    serde_json::from_value(json).unwrap()
}

mod cases;
mod figures;
mod letters;
mod locks;
mod papers;
mod personal;
mod work;
