//! Stories of single records: what is let in, what is sent back, and with which words.

use super::*;
use crate::ledger::check::check;
use crate::ledger::{TotalRule, YearRule};
use crate::record::{Publication, Value, Values};

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(id, text)| ((*id).to_owned(), Value::Text((*text).to_owned()))).collect()
}

#[test]
fn every_description_is_whole() {
    for ledger in ALL {
        let ids: Vec<_> = ledger.fields.iter().map(|f| f.id).collect();
        let shown: Vec<_> = ledger.sections.iter().flat_map(|s| s.fields).copied().collect();
        for id in &ids {
            assert_eq!(ids.iter().filter(|i| i == &id).count(), 1, "{}: {id} twice", ledger.id);
            assert_eq!(
                shown.iter().filter(|i| i == &id).count(),
                1,
                "{}: {id} not once on the form",
                ledger.id
            );
        }
        assert_eq!(ids.len(), shown.len(), "{}", ledger.id);
        assert!(ledger.field(ledger.title_field).is_some_and(|f| f.required && !f.personal), "{}", ledger.id);
        let dates: Vec<_> = match ledger.year_rule {
            YearRule::First(fields) => fields.to_vec(),
            YearRule::Span(from, to) => vec![from, to],
        };
        assert!(dates.iter().all(|d| ledger.field(d).is_some()), "{}", ledger.id);
        for total in ledger.totals {
            let (TotalRule::By(id) | TotalRule::Sum(id, ..) | TotalRule::SumBy(id, ..)) = total;
            assert!(ledger.field(id).is_some(), "{}: total over {id}", ledger.id);
        }
    }
}

#[test]
fn a_record_without_a_title_names_the_field() {
    let failure = check(ledger("disclosure").unwrap(), &values(&[("formed_on", "2018-03-01")])).unwrap_err();
    assert_eq!(failure.code, "record.incomplete");
    assert_eq!(failure.fields["title"], "请填写标题");
    assert!(failure.message.contains("请填写标题"));
}

#[test]
fn a_day_that_does_not_exist() {
    let raw = values(&[("title", "甲"), ("formed_on", "2018-02-30")]);
    let failure = check(ledger("disclosure").unwrap(), &raw).unwrap_err();
    assert_eq!(failure.fields["formed_on"], "形成日期「2018-02-30」这一天不存在");
}

#[test]
fn dates_as_people_type_them() {
    for typed in ["2018-3-8", "2018/3/8", "20180308", "2018年3月8日", "２０１８．３．８"] {
        let raw = values(&[("title", "甲"), ("formed_on", typed)]);
        let checked = check(ledger("disclosure").unwrap(), &raw).unwrap();
        assert_eq!(checked["formed_on"], Value::Text("2018-03-08".into()), "{typed}");
    }
}

#[test]
fn published_before_it_was_formed() {
    let raw = values(&[("title", "甲"), ("formed_on", "2018-03-08"), ("published_on", "2018-03-01")]);
    let failure = check(ledger("disclosure").unwrap(), &raw).unwrap_err();
    assert!(failure.fields["published_on"].contains("早于形成日期"));
}

#[test]
fn the_first_channel_gives_the_publication_date() {
    let mut raw = values(&[("title", "甲"), ("formed_on", "2018-03-01")]);
    let on = |day: &str| day.parse().ok();
    raw.insert(
        "channels".into(),
        Value::Publications(vec![
            Publication { channel: "微信".into(), on: on("2018-03-05") },
            Publication { channel: "政务公开栏".into(), on: on("2018-03-03") },
        ]),
    );
    let checked = check(ledger("disclosure").unwrap(), &raw).unwrap();
    assert_eq!(checked["published_on"], Value::Text("2018-03-03".into()));
    raw.insert("published_on".into(), Value::Text("2018-03-04".into()));
    assert!(check(ledger("disclosure").unwrap(), &raw).unwrap_err().fields.contains_key("channels"));
}

#[test]
fn a_channel_twice_and_an_unknown_field() {
    let mut raw = values(&[("title", "甲"), ("formed_on", "2018-03-01")]);
    let twice = Publication { channel: "微信".into(), on: None };
    raw.insert("channels".into(), Value::Publications(vec![twice.clone(), twice]));
    assert!(check(ledger("disclosure").unwrap(), &raw).unwrap_err().fields["channels"].contains("两次"));
    let failure = check(ledger("inquiry").unwrap(), &values(&[("colour", "红")])).unwrap_err();
    assert_eq!(failure.code, "record.unknown_field");
}

#[test]
fn choices_by_id_or_by_label() {
    let raw = values(&[("on", "2018-05-15"), ("kind", "宣传"), ("title", "宣传车下村"), ("form", "van")]);
    let checked = check(ledger("activity").unwrap(), &raw).unwrap();
    assert_eq!(checked["kind"], Value::Text("publicity".into()));
    let failure = check(ledger("activity").unwrap(), &values(&[("kind", "唱歌")])).unwrap_err();
    assert!(failure.fields["kind"].contains("可选"));
}

#[test]
fn on_time_follows_from_the_dates() {
    let mut raw = values(&[("source", "12345"), ("received_on", "2018-06-01"), ("subject", "路灯")]);
    raw.insert("due_on".into(), Value::Text("2018-06-06".into()));
    raw.insert("done_on".into(), Value::Text("2018-06-07".into()));
    let checked = check(ledger("hotline").unwrap(), &raw).unwrap();
    assert_eq!(checked["on_time"], Value::Flag(false));
    assert_eq!(checked["result"], Value::Text("done".into()));
}

#[test]
fn an_outcome_needs_its_date() {
    let raw = values(&[
        ("received_on", "2018-06-01"),
        ("received_by", "当面"),
        ("applicant_kind", "自然人"),
        ("name", "甲"),
        ("content", "某文件"),
        ("outcome", "granted"),
    ]);
    let failure = check(ledger("application").unwrap(), &raw).unwrap_err();
    assert_eq!(failure.fields["decided_on"], "填了办理结果，请填答复日期");
}

#[test]
fn money_to_the_fen_and_counts_not_negative() {
    let fee = |amount: &str| {
        let raw = values(&[("on", "2018-06-01"), ("kind", "复制费"), ("reason", "复印"), ("amount", amount)]);
        check(ledger("fee").unwrap(), &raw)
    };
    assert_eq!(fee("12.5").unwrap()["amount"], Value::Text("12.5".into()));
    assert!(fee("12.555").unwrap_err().fields["amount"].contains("两位小数"));
    assert!(fee("-1").unwrap_err().fields["amount"].contains("负数"));
    assert!(fee("一百").unwrap_err().fields["amount"].contains("金额"));
    let raw = values(&[("on", "2018-06-01"), ("way", "电话"), ("subject", "低保"), ("persons", "0")]);
    assert!(check(ledger("inquiry").unwrap(), &raw).unwrap_err().fields["persons"].contains("不能小于 1"));
}
