//! What the stories share: a fixed moment and short ways to write records.
#![allow(dead_code)]

use chrono::{NaiveDate, NaiveDateTime};
use domain::ledger::check::check;
use domain::{Filter, Publication, RecordQuery, Sort, Value, Values, ledgers};
use gongkai_store::Store;

/// 2019-01-08 09:30, plus `minutes`.
pub fn at(minutes: i64) -> NaiveDateTime {
    let morning = NaiveDate::from_ymd_opt(2019, 1, 8).unwrap().and_hms_opt(9, 30, 0).unwrap();
    morning + chrono::Duration::minutes(minutes)
}

/// Text values by field.
pub fn texts(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(id, text)| ((*id).to_owned(), Value::Text((*text).to_owned()))).collect()
}

/// The same, through the check at the door.
pub fn checked(ledger: &str, pairs: &[(&str, &str)]) -> Values {
    check(ledgers::ledger(ledger).unwrap(), &texts(pairs)).unwrap()
}

/// A disclosure of a day in a category on channels.
pub fn disclosure(title: &str, day: &str, category: &str, channels: &[&str]) -> Values {
    let mut raw =
        texts(&[("title", title), ("formed_on", day), ("published_on", day), ("category", category)]);
    let publication = |channel: &&str| Publication { channel: (*channel).to_owned(), on: None };
    raw.insert("channels".to_owned(), Value::Publications(channels.iter().map(publication).collect()));
    check(ledgers::ledger("disclosure").unwrap(), &raw).unwrap()
}

/// An application of 张三, received on a day.
pub fn application(day: &str, more: &[(&str, &str)]) -> Values {
    let mut pairs = vec![
        ("received_on", day),
        ("received_by", "当面"),
        ("applicant_kind", "自然人"),
        ("name", "张三"),
        ("identity", "id_card"),
        ("identity_number", "210102199001011234"),
        ("phone", "13904140000"),
        ("content", "2017年危房改造名单"),
    ];
    pairs.extend(more);
    checked("application", &pairs)
}

/// One condition.
pub fn filter(field: &str, accepted: &[&str]) -> Filter {
    Filter::from([(field.to_owned(), accepted.iter().map(|v| (*v).to_owned()).collect())])
}

/// The records of a year.
pub fn of_year(ledger: &str, year: i32) -> RecordQuery {
    RecordQuery::of_year(ledger, Some(year))
}

/// Sorted by a field.
pub fn sorted(query: RecordQuery, field: &str, descending: bool) -> RecordQuery {
    RecordQuery { sort: Some(Sort { field: field.to_owned(), descending }), ..query }
}

/// The texts of a field on a page, in order.
pub fn column(store: &Store, query: &RecordQuery, field: &str) -> Vec<String> {
    let page = store.list(query).unwrap();
    page.rows.iter().map(|r| r.values[field].as_text().unwrap_or_default().to_owned()).collect()
}

/// The entry of a catalogue with a name.
pub fn entry(store: &Store, name: &str) -> domain::Entry {
    let catalogues = store.catalogues().unwrap();
    catalogues.into_iter().flat_map(|c| c.entries).find(|e| e.name == name).unwrap()
}
