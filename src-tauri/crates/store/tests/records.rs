//! Stories of records: they come, change, go into the recycle bin, come back or are gone for good.

mod common;

use common::*;
use domain::{Value, Values, ledgers};
use gongkai_store::Store;

#[test]
fn every_field_of_every_ledger_comes_back_as_it_went_in() {
    let mut store = Store::open_in_memory().unwrap();
    let village = store.save_entry(None, domain::CatalogueId::Village, "向阳村", "", "").unwrap();
    for ledger in ledgers::ALL {
        let values: Values =
            ledger.fields.iter().map(|f| (f.id.to_owned(), sample(f, &village.name))).collect();
        let record = store.insert(ledger.id, &values, at(0)).unwrap();
        assert_eq!(record.values, values, "{}", ledger.id);
        assert_eq!(store.record(ledger.id, record.id).unwrap(), record, "{}", ledger.id);
        let emptied: Values = values
            .iter()
            .map(|(id, value)| {
                let kept = id.ends_with("_on") || id == "on" || id == "index_number";
                (id.clone(), if kept { value.clone() } else { Value::Null })
            })
            .collect();
        let updated = store.update(ledger.id, record.id, &emptied, at(5)).unwrap();
        assert_eq!(updated.values, emptied, "{}", ledger.id);
        assert_eq!(
            (updated.created_at.as_str(), updated.updated_at.as_str()),
            ("2019-01-08T09:30:00", "2019-01-08T09:35:00")
        );
    }
}

fn sample(field: &domain::Field, village: &str) -> Value {
    use domain::{Attachment, CatalogueId, FieldKind, Publication};
    let text = |s: &str| Value::Text(s.to_owned());
    match field.kind {
        FieldKind::Text { .. } => text("甲乙'\"；--"),
        FieldKind::LongText { .. } => text("第一行\n第二行"),
        FieldKind::Date => text("2018-06-01"),
        FieldKind::Integer { .. } => Value::Integer(7),
        FieldKind::Money => text("12.5"),
        FieldKind::Flag => Value::Flag(false),
        FieldKind::Choice { choices } => text(choices[0].id),
        FieldKind::Entry { catalogue: CatalogueId::Category } => text("公告公示"),
        FieldKind::Entry { .. } => text("党政办"),
        FieldKind::Entries { .. } => Value::List(vec![village.to_owned()]),
        FieldKind::Publications => Value::Publications(vec![
            Publication { channel: "短信".into(), on: "2018-06-03".parse().ok() },
            Publication { channel: "政务公开栏".into(), on: None },
        ]),
        FieldKind::Link => text("https://example.gov.cn/1"),
        FieldKind::Attachment => {
            Value::Attachment(Attachment { hash: "a".repeat(64), name: "名单.docx".into(), size: 3 })
        }
    }
}

#[test]
fn an_unknown_category_is_named_and_nothing_is_kept() {
    let mut store = Store::open_in_memory().unwrap();
    let failure =
        store.insert("disclosure", &disclosure("甲", "2018-03-01", "某某", &["微信"]), at(0)).unwrap_err();
    assert_eq!(failure.code, "record.incomplete");
    assert_eq!(failure.fields["category"], "类别里没有「某某」，请先在设置的目录中添加");
    assert_eq!(store.list(&of_year("disclosure", 2018)).unwrap().count, 0);
    assert_eq!(store.next_number(2018).unwrap(), 1, "no number is used up");
}

#[test]
fn a_retired_channel_stays_where_it_is_and_goes_nowhere_new() {
    let mut store = Store::open_in_memory().unwrap();
    let values = disclosure("甲", "2018-03-01", "公告公示", &["微博"]);
    let old = store.insert("disclosure", &values, at(0)).unwrap();
    let other =
        store.insert("disclosure", &disclosure("乙", "2018-03-01", "公告公示", &["微信"]), at(0)).unwrap();
    store.retire_entry(entry(&store, "微博").id, true).unwrap();
    let mut again = old.values.clone();
    again.insert("title".into(), Value::Text("甲（更正）".into()));
    assert_eq!(store.update("disclosure", old.id, &again, at(1)).unwrap().values["title"], again["title"]);
    let failure = store.insert("disclosure", &values, at(2)).unwrap_err();
    assert!(failure.fields["channels"].contains("已经停用"), "{failure:?}");
    let mut changed = other.values;
    changed.insert("channels".into(), again["channels"].clone());
    assert!(
        store.update("disclosure", other.id, &changed, at(3)).unwrap_err().fields["channels"]
            .contains("停用")
    );
}

#[test]
fn records_number_themselves_and_no_number_comes_twice() {
    let mut store = Store::open_in_memory().unwrap();
    let office = domain::Profile { code: "XDH".into(), ..domain::Profile::default() };
    store.save_profile(&office, at(0)).unwrap();
    let mut number = |title: &str, day: &str, typed: Option<&str>| {
        let mut values = disclosure(title, day, "政策性信息", &[]);
        if let Some(typed) = typed {
            values.insert("index_number".into(), Value::Text(typed.into()));
        }
        let record = store.insert("disclosure", &values, at(0))?;
        let number = record.values["index_number"].as_text().unwrap_or_default().to_owned();
        if title == "删" {
            store.delete("disclosure", &[record.id], at(1))?;
        }
        Ok::<_, domain::Failure>(number)
    };
    assert_eq!(number("一", "2018-03-01", None).unwrap(), "XDH-02-2018-00001");
    assert_eq!(number("二", "2018-03-02", Some("XDH-02-2018-00003")).unwrap(), "XDH-02-2018-00003");
    assert_eq!(number("删", "2018-03-03", None).unwrap(), "XDH-02-2018-00002");
    assert_eq!(number("四", "2018-03-04", None).unwrap(), "XDH-02-2018-00004", "3 was typed by hand");
    assert_eq!(number("五", "2019-03-04", None).unwrap(), "XDH-02-2019-00001", "its own series each year");
    let failure = number("六", "2018-03-05", Some("XDH-02-2018-00001")).unwrap_err();
    assert_eq!(failure.code, "record.duplicate");
    assert!(failure.fields["index_number"].contains("「一」"), "{failure:?}");
}

#[test]
fn a_number_taken_meanwhile_keeps_a_record_in_the_bin() {
    let mut store = Store::open_in_memory().unwrap();
    let mut values = disclosure("甲", "2018-03-01", "公告公示", &[]);
    values.insert("index_number".into(), Value::Text("A-1".into()));
    let first = store.insert("disclosure", &values, at(0)).unwrap();
    store.delete("disclosure", &[first.id], at(1)).unwrap();
    let second = store.insert("disclosure", &values, at(2)).unwrap();
    let failure = store.restore("disclosure", &[first.id]).unwrap_err();
    assert_eq!(failure.code, "record.duplicate");
    assert!(failure.message.starts_with("没有还原：索引号「A-1」"), "{failure:?}");
    assert!(failure.hint.contains("修改那条记录"), "{failure:?}");
    store.delete("disclosure", &[second.id], at(3)).unwrap();
    store.restore("disclosure", &[first.id]).unwrap();
    assert_eq!(column(&store, &of_year("disclosure", 2018), "index_number"), ["A-1"]);
}

#[test]
fn many_records_are_kept_together_or_not_at_all() {
    let mut store = Store::open_in_memory().unwrap();
    let mut lines: Vec<_> =
        (1..=5).map(|n| disclosure(&format!("第{n}条"), "2018-03-01", "公告公示", &["微信"])).collect();
    lines[3].insert("department".into(), Value::Text("太空办".into()));
    let failure = store.insert_many("disclosure", &lines, at(0)).unwrap_err();
    assert!(
        failure.message.starts_with("第 4 条：") && failure.fields.contains_key("department"),
        "{failure:?}"
    );
    assert_eq!(store.list(&of_year("disclosure", 2018)).unwrap().count, 0);
    lines[3].insert("department".into(), Value::Text("党政办".into()));
    let ids = store.insert_many("disclosure", &lines, at(0)).unwrap();
    assert_eq!(ids.len(), 5);
    assert_eq!(entry(&store, "微信").used, 5);
}

#[test]
fn into_the_bin_and_back_again() {
    let mut store = Store::open_in_memory().unwrap();
    let ids = store
        .insert_many(
            "inquiry",
            &[
                checked(
                    "inquiry",
                    &[("on", "2018-05-01"), ("way", "电话"), ("subject", "低保"), ("persons", "3")],
                ),
                checked(
                    "inquiry",
                    &[("on", "2018-05-02"), ("way", "现场"), ("subject", "医保"), ("persons", "4")],
                ),
            ],
            at(0),
        )
        .unwrap();
    store.delete("inquiry", &ids[..1], at(10)).unwrap();
    assert_eq!(store.sum("inquiry", "persons", Some(2018), &Default::default()).unwrap().to_string(), "4");
    let bin = store.bin().unwrap();
    assert_eq!((bin.len(), bin[0].title.as_str(), bin[0].date.as_str()), (1, "低保", "2018-05-01"));
    assert_eq!(bin[0].deleted_at, "2019-01-08T09:40:00");
    let held = store.record("inquiry", ids[0]).unwrap();
    assert_eq!(store.update("inquiry", ids[0], &held.values, at(11)).unwrap_err().code, "record.deleted");
    store.restore("inquiry", &ids[..1]).unwrap();
    assert_eq!(store.sum("inquiry", "persons", Some(2018), &Default::default()).unwrap().to_string(), "7");
    assert_eq!(store.delete("inquiry", &[ids[0], 999], at(12)).unwrap_err().code, "record.missing");
    assert!(store.bin().unwrap().is_empty(), "all or none");
}

#[test]
fn what_is_purged_is_gone_with_its_personal_data() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let old = store.insert("application", &application("2018-05-01", &[]), at(0)).unwrap();
    let new = store.insert("application", &application("2018-05-02", &[]), at(0)).unwrap();
    store.delete("application", &[old.id], at(10)).unwrap();
    store.delete("application", &[new.id], at(30)).unwrap();
    assert_eq!(store.empty_bin(Some(at(20))).unwrap(), 1);
    assert_eq!(store.record("application", old.id).unwrap_err().code, "record.missing");
    assert_eq!(store.bin().unwrap().len(), 1);
    assert_eq!(store.empty_bin(None).unwrap(), 1);
    let folder_bytes = |name: &str| std::fs::read(folder.path().join(name)).unwrap_or_default();
    for name in ["gongkai.db", "gongkai.db-wal"] {
        let bytes = folder_bytes(name);
        let leaked = bytes.windows(18).any(|w| w == b"210102199001011234");
        assert!(!leaked, "the ID number is still in {name}");
    }
    drop(store);
    let reopened = Store::open(folder.path()).unwrap();
    assert_eq!(reopened.list(&of_year("application", 2018)).unwrap().count, 0);
}

#[test]
fn lists_mask_what_records_hold() {
    let mut store = Store::open_in_memory().unwrap();
    let record = store.insert("application", &application("2018-05-01", &[]), at(0)).unwrap();
    assert_eq!(record.values["identity_number"].as_text(), Some("210102199001011234"));
    let page = store.list(&of_year("application", 2018)).unwrap();
    assert_eq!(page.rows[0].values["name"].as_text(), Some("张*"));
    assert_eq!(page.rows[0].values["identity_number"].as_text(), Some("2101**********1234"));
    let written = serde_json::to_string(&page).unwrap();
    assert!(!written.contains("张三") && !written.contains("13904140000"), "{written}");
    let search = domain::RecordQuery { search: "张三".into(), ..of_year("application", 2018) };
    assert_eq!(store.list(&search).unwrap().count, 0, "personal data is not searched");
    let refused =
        store.distinct_texts("application", "name", Some(2018), &Default::default(), None).unwrap_err();
    assert_eq!(refused.code, "field.not_a_text");
}

#[test]
fn no_such_ledger_record_or_field() {
    let mut store = Store::open_in_memory().unwrap();
    assert_eq!(store.record("disclosures; DROP TABLE", 1).unwrap_err().code, "ledger.unknown");
    assert_eq!(store.record("disclosure", 1).unwrap_err().code, "record.missing");
    let values = texts(&[("on", "2018-05-01"), ("colour", "红")]);
    assert_eq!(store.insert("inquiry", &values, at(0)).unwrap_err().code, "record.unknown_field");
    let undated = store.insert("inquiry", &texts(&[("subject", "低保")]), at(0)).unwrap_err();
    assert_eq!(undated.fields["on"], "请填写日期");
}
