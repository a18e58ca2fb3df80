//! The tables are written out; here they are held against the ledgers' descriptions.

use domain::{Field, FieldKind, Ledger, YearRule, ledgers};
use rusqlite::Connection;

use crate::Store;

/// Name, type and, for an index, the expression; in order.
fn table(db: &Connection, name: &str) -> Vec<(String, String)> {
    let sql = "SELECT name, type FROM pragma_table_info(?1)";
    let mut statement = db.prepare(sql).unwrap();
    statement.query_map([name], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
}

fn kept_as(field: &Field) -> &'static str {
    match field.kind {
        FieldKind::Integer { .. } | FieldKind::Flag | FieldKind::Money | FieldKind::Entry { .. } => "INTEGER",
        _ => "TEXT",
    }
}

fn expected(ledger: &Ledger) -> Vec<(String, String)> {
    let fixed = |name: &str, kind: &str| (name.to_owned(), kind.to_owned());
    let mut columns = vec![fixed("id", "INTEGER"), fixed("year_on", "TEXT")];
    columns.extend(ledger.own_fields().map(|f| fixed(f.id, kept_as(f))));
    columns.extend(["created_at", "updated_at", "deleted_at"].map(|name| fixed(name, "TEXT")));
    columns
}

#[test]
fn the_tables_are_those_of_the_descriptions() {
    let store = Store::open_in_memory().unwrap();
    for ledger in ledgers::ALL {
        assert_eq!(table(&store.db, ledger.id), expected(ledger), "{}", ledger.id);
        let mut personal = vec![("record_id".to_owned(), "INTEGER".to_owned())];
        personal.extend(ledger.personal_fields().map(|f| (f.id.to_owned(), kept_as(f).to_owned())));
        let personal = if personal.len() > 1 { personal } else { vec![] };
        assert_eq!(table(&store.db, &format!("{}_person", ledger.id)), personal, "{}", ledger.id);
        for field in ledger.fields.iter().filter(|f| f.kind.is_many()) {
            let columns = table(&store.db, &format!("{}_{}", ledger.id, field.id));
            let columns: Vec<_> = columns.iter().map(|(name, _)| name.as_str()).collect();
            let dated: &[&str] = if field.kind == FieldKind::Publications { &["published_on"] } else { &[] };
            assert_eq!(columns, [&["record_id", "entry_id"], dated].concat(), "{}", field.id);
        }
        assert_eq!(table(&store.db, &format!("{}_words", ledger.id)).len(), 1, "{}", ledger.id);
    }
}

#[test]
fn entries_are_foreign_keys_and_purged_records_take_their_tables_along() {
    let store = Store::open_in_memory().unwrap();
    let keys = |table: &str| -> Vec<(String, String, String)> {
        let sql = "SELECT \"from\", \"table\", on_delete FROM pragma_foreign_key_list(?1)";
        let mut statement = store.db.prepare(sql).unwrap();
        let keys = statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
        let mut keys: Vec<_> = keys.map(Result::unwrap).collect();
        keys.sort();
        keys
    };
    let key = |from: &str, to: &str, rule: &str| (from.to_owned(), to.to_owned(), rule.to_owned());
    for ledger in ledgers::ALL {
        let entries = ledger.own_fields().filter(|f| matches!(f.kind, FieldKind::Entry { .. }));
        let mut own: Vec<_> = entries.map(|f| key(f.id, "catalogue_entry", "NO ACTION")).collect();
        own.sort();
        assert_eq!(keys(ledger.id), own, "{}", ledger.id);
        for field in ledger.fields.iter().filter(|f| f.kind.is_many()) {
            let both =
                [key("entry_id", "catalogue_entry", "NO ACTION"), key("record_id", ledger.id, "CASCADE")];
            assert_eq!(keys(&format!("{}_{}", ledger.id, field.id)), both, "{}", field.id);
        }
        if ledger.personal_fields().next().is_some() {
            let person = format!("{}_person", ledger.id);
            assert_eq!(keys(&person), [key("record_id", ledger.id, "CASCADE")], "{}", ledger.id);
        }
    }
}

#[test]
fn whatever_a_list_can_be_filtered_or_sorted_by_is_indexed() {
    let store = Store::open_in_memory().unwrap();
    let columns = |index: &str| -> Vec<String> {
        let sql = "SELECT coalesce(name, '') FROM pragma_index_info(?1)";
        let mut statement = store.db.prepare(sql).unwrap();
        statement.query_map([index], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    for ledger in ledgers::ALL {
        let facets = columns(&format!("{}_facets", ledger.id));
        assert_eq!(facets.first().map(String::as_str), Some("year_on"), "{}", ledger.id);
        for field in ledger.own_fields() {
            let texts = matches!(
                field.kind,
                FieldKind::Text { .. } | FieldKind::LongText { .. } | FieldKind::Link | FieldKind::Attachment
            );
            assert_eq!(facets.contains(&field.id.to_owned()), !texts, "{}.{}", ledger.id, field.id);
            if field.listed && !field.kind.is_many() {
                let sorted = columns(&format!("{}_by_{}", ledger.id, field.id));
                let first = if matches!(field.kind, FieldKind::LongText { .. }) { "" } else { field.id };
                assert_eq!(sorted, [first, "year_on"], "{}.{}", ledger.id, field.id);
            }
        }
        let dates = match ledger.year_rule {
            YearRule::First(dates) => dates.to_vec(),
            YearRule::Span(from, to) => vec![from, to],
        };
        assert!(dates.iter().all(|date| facets.contains(&(*date).to_owned())), "{}", ledger.id);
    }
}
