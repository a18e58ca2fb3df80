//! Stories of lists: the year, the filters, the order, the pages, the totals, the search.

mod common;

use common::*;
use domain::{Filter, RecordQuery, Total, Values};
use gongkai_store::Store;
use proptest::prelude::*;

fn none() -> Filter {
    Filter::new()
}

/// Six items of 2018, one of 2017, one not yet published.
fn items() -> Store {
    let mut store = Store::open_in_memory().unwrap();
    let mut items = vec![
        disclosure("低保对象名单", "2018-01-05", "公告公示", &["政务公开栏", "微信"]),
        disclosure("森林防火通知", "2018-03-08", "乡镇动态", &["微信"]),
        disclosure("惠农补贴发放", "2018-03-20", "政策性信息", &["政务公开栏"]),
        disclosure("医保缴费说明", "2018-07-01", "政策性信息", &["短信", "微信"]),
        disclosure("村级财务公示", "2018-12-31", "公告公示", &["政务公开栏"]),
        disclosure("上年总结", "2017-12-31", "乡镇动态", &["政府网站"]),
    ];
    items.push(checked("disclosure", &[("title", "未发布的草稿"), ("formed_on", "2018-06-01")]));
    store.insert_many("disclosure", &items, at(0)).unwrap();
    store
}

fn shown(totals: &[Total]) -> Vec<String> {
    totals.iter().map(|t| format!("{} {} {}", t.label, t.value, t.unit)).collect()
}

#[test]
fn a_year_is_the_year_of_publication_or_else_of_formation() {
    let store = items();
    assert_eq!(store.count("disclosure", Some(2018), &none()).unwrap(), 6);
    assert_eq!(store.count("disclosure", Some(2017), &none()).unwrap(), 1);
    assert_eq!(store.count("disclosure", None, &none()).unwrap(), 7);
    let published = filter("published_on", &["@year"]);
    assert_eq!(store.count("disclosure", Some(2018), &published).unwrap(), 5);
    let titles = column(&store, &of_year("disclosure", 2018), "title");
    assert_eq!(
        titles,
        ["村级财务公示", "医保缴费说明", "未发布的草稿", "惠农补贴发放", "森林防火通知", "低保对象名单"],
        "newest first"
    );
    assert_eq!(store.months("disclosure", 2018).unwrap(), [1, 0, 2, 0, 0, 1, 1, 0, 0, 0, 0, 1]);
    let march = RecordQuery { month: Some(3), ..of_year("disclosure", 2018) };
    assert_eq!(column(&store, &march, "title"), ["惠农补贴发放", "森林防火通知"]);
    assert_eq!(store.years().unwrap(), [2017, 2018]);
}

#[test]
fn an_item_counts_once_as_an_item_and_once_on_each_channel() {
    let store = items();
    let page = store.list(&of_year("disclosure", 2018)).unwrap();
    assert_eq!(page.count, 6);
    assert_eq!(
        shown(&page.totals),
        [
            "政务公开栏 3 条",
            "微信 3 条",
            "短信 1 条",
            "发布渠道未填 1 条",
            "乡镇动态 1 条",
            "政策性信息 2 条",
            "公告公示 2 条",
            "类别未填 1 条",
        ]
    );
    for total in &page.totals {
        let narrowed = total.filter.clone().unwrap();
        let count = store.count("disclosure", Some(2018), &narrowed).unwrap();
        assert_eq!(count.to_string(), total.value, "the filter of {} shows its records", total.label);
    }
    let either = filter("channels", &["微信", "短信"]);
    assert_eq!(store.count("disclosure", Some(2018), &either).unwrap(), 3, "on both is still one item");
    let on_wechat = RecordQuery { filter: filter("channels", &["微信"]), ..of_year("disclosure", 2018) };
    let page = store.list(&on_wechat).unwrap();
    let board = page.totals.iter().find(|t| t.label == "政务公开栏").unwrap();
    assert_eq!((board.value.as_str(), &board.filter), ("1", &None), "no filter says: on both");
}

#[test]
fn filters_of_every_kind() {
    let store = items();
    let count = |f: &Filter| store.count("disclosure", Some(2018), f).unwrap();
    assert_eq!(count(&filter("category", &["政策性信息", "公告公示"])), 4);
    assert_eq!(count(&filter("category", &[""])), 1);
    assert_eq!(count(&filter("category", &["", "公告公示"])), 3);
    assert_eq!(count(&filter("category", &[])), 0, "an empty list accepts nothing");
    assert_eq!(count(&filter("published_on", &["2018-03"])), 2);
    assert_eq!(count(&filter("published_on", &["2018-03-08", "2018-12"])), 2);
    assert_eq!(count(&filter("published_on", &["2018"])), 5);
    assert_eq!(count(&filter("title", &["森林防火通知"])), 1);
    let mut both = filter("category", &["公告公示"]);
    both.extend(filter("channels", &["微信"]));
    assert_eq!(count(&both), 1);
    for (field, value, code) in [
        ("category", "某某", "filter.unknown_value"),
        ("timing", "never", "filter.unknown_value"),
        ("published_on", "三月", "filter.unknown_value"),
        ("published_on", "2018-3", "filter.unknown_value"),
        ("title\" OR 1=1 --", "x", "record.unknown_field"),
    ] {
        let failure = store.count("disclosure", Some(2018), &filter(field, &[value])).unwrap_err();
        assert_eq!(failure.code, code, "{field} {value}");
    }
}

#[test]
fn an_office_holder_counts_in_every_year_of_the_term() {
    let mut store = Store::open_in_memory().unwrap();
    let post = |name: &str, position: &str, rank: &str, from: &str, to: &str| {
        let who = [("name", name), ("position", position), ("rank", rank), ("from_on", from), ("to_on", to)];
        checked("post", &[&[("body", "leading_group"), ("role", "head")], &who[..]].concat())
    };
    let posts = [
        post("甲", "党委书记", "2", "2016-03-01", "2018-01-01"),
        post("乙", "党委书记", "2", "2018-01-02", ""),
        post("丙", "乡长", "1", "2016-03-01", ""),
        post("丁", "人大主席", "", "2018-12-31", ""),
        post("戊", "党委副书记", "3", "2016-01-01", "2017-12-31"),
        post("己", "纪委书记", "4", "2019-01-01", ""),
    ];
    store.insert_many("post", &posts, at(0)).unwrap();
    let heads = filter("role", &["head"]);
    let positions =
        |year| store.distinct_texts("post", "position", Some(year), &heads, Some("rank")).unwrap();
    assert_eq!(positions(2018), ["乡长", "党委书记", "人大主席"]);
    assert_eq!(positions(2017), ["乡长", "党委书记", "党委副书记"]);
    assert_eq!(positions(2020), ["乡长", "党委书记", "纪委书记", "人大主席"]);
    assert_eq!(store.count("post", Some(2018), &heads).unwrap(), 4);
    assert_eq!(store.months("post", 2018).unwrap()[0], 1, "by the day it began");
    let bodies = store.distinct_texts("post", "body", Some(2018), &heads, None).unwrap();
    assert_eq!(bodies, ["领导小组"], "choices by their labels");
}

#[test]
fn sums_and_totals_of_persons_and_money() {
    let mut store = Store::open_in_memory().unwrap();
    let inquiry = |way: &str, persons: &str| {
        checked("inquiry", &[("on", "2018-05-01"), ("way", way), ("subject", "低保"), ("persons", persons)])
    };
    let lines = [inquiry("电话", "50"), inquiry("现场", "150"), inquiry("微信", "199"), inquiry("微信", "1")];
    store.insert_many("inquiry", &lines, at(0)).unwrap();
    let page = store.list(&of_year("inquiry", 2018)).unwrap();
    assert_eq!(shown(&page.totals), ["人次合计 400 人次", "电话 50 人次", "现场 150 人次", "微信 200 人次"]);
    let wechat = filter("way", &["wechat"]);
    assert_eq!(store.sum("inquiry", "persons", Some(2018), &wechat).unwrap().to_string(), "200");
    let fee = |amount: &str, reduction: &str| {
        let of = [("on", "2018-05-01"), ("kind", "copy"), ("reason", "复印")];
        checked("fee", &[&of[..], &[("amount", amount), ("reduction", reduction)]].concat())
    };
    store.insert_many("fee", &[fee("0.1", ""), fee("0.2", "5"), fee("12.55", "")], at(0)).unwrap();
    assert_eq!(shown(&store.list(&of_year("fee", 2018)).unwrap().totals), ["收取 12.85 元", "减免 5 元"]);
    assert_eq!(store.sum("fee", "amount", Some(2018), &none()).unwrap().to_string(), "12.85");
    assert_eq!(store.sum("fee", "amount", Some(2017), &none()).unwrap().to_string(), "0");
    assert_eq!(store.sum("fee", "reason", Some(2018), &none()).unwrap_err().code, "field.not_a_number");
}

#[test]
fn sorted_as_the_office_orders_its_lists_and_empty_ones_last() {
    let mut store = items();
    let by = |store: &Store, field: &str, down: bool, shown: &str| {
        column(store, &sorted(of_year("disclosure", 2018), field, down), shown)
    };
    assert_eq!(
        by(&store, "category", false, "category"),
        ["乡镇动态", "政策性信息", "政策性信息", "公告公示", "公告公示", ""]
    );
    let ids = [entry(&store, "公告公示").id, entry(&store, "政策性信息").id];
    store.order_entries(domain::CatalogueId::Category, &ids).unwrap();
    assert_eq!(
        by(&store, "category", false, "category"),
        ["公告公示", "公告公示", "政策性信息", "政策性信息", "乡镇动态", ""]
    );
    assert_eq!(by(&store, "category", true, "category").last().unwrap(), "", "empty last both ways");
    let by_channel = by(&store, "channels", false, "title");
    assert_eq!(
        by_channel,
        ["村级财务公示", "惠农补贴发放", "低保对象名单", "医保缴费说明", "森林防火通知", "未发布的草稿"],
        "by the first channel of the list, each item once"
    );
    let titles = by(&store, "title", false, "title");
    assert!(titles.is_sorted(), "{titles:?}");
    let page = RecordQuery { page: 1, page_size: 4, ..sorted(of_year("disclosure", 2018), "title", true) };
    let second: Vec<_> = titles.iter().rev().skip(4).cloned().collect();
    assert_eq!(column(&store, &page, "title"), second);
    assert!(column(&store, &RecordQuery { page: u32::MAX, ..page }, "title").is_empty());
    let unknown = sorted(of_year("disclosure", 2018), "colour", false);
    assert_eq!(store.list(&unknown).unwrap_err().code, "record.unknown_field");
}

#[test]
fn words_are_found_anywhere_and_all_of_them_must_be() {
    let mut store = items();
    let found = |store: &Store, typed: &str| {
        let query = RecordQuery { search: typed.to_owned(), ..of_year("disclosure", 2018) };
        store.list(&query).unwrap().count
    };
    assert_eq!(found(&store, "公示"), 1);
    assert_eq!(found(&store, "示"), 1);
    assert_eq!(found(&store, "低保　名单"), 1, "a full-width blank parts words, too");
    assert_eq!(found(&store, "低保名单"), 0, "not a run of the title");
    assert_eq!(found(&store, "低保 防火"), 0);
    let mut values: Values = disclosure("Ａ区ＷｉＦｉ覆盖（2018）", "2018-05-05", "乡镇动态", &[]);
    values.insert("document_number".into(), domain::Value::Text("下政发〔2018〕12号".into()));
    let id = store.insert("disclosure", &values, at(0)).unwrap().id;
    for typed in ["wifi", "ＷＩＦＩ", "A区", "(2018)", "〔2018〕12号", "）", "区wifi覆"] {
        assert_eq!(found(&store, typed), 1, "{typed}");
    }
    for typed in ["2018〕1号", "20180", "盖2018", "\"", "*", "AND", "a OR b", "NEAR(", "title:低保", "%", "_"]
    {
        assert_eq!(found(&store, typed), 0, "{typed}");
    }
    values.insert("title".into(), domain::Value::Text("改了标题".into()));
    store.update("disclosure", id, &values, at(1)).unwrap();
    assert_eq!((found(&store, "wifi"), found(&store, "改了")), (0, 1));
    store.delete("disclosure", &[id], at(2)).unwrap();
    assert_eq!(found(&store, "改了"), 0);
    store.restore("disclosure", &[id]).unwrap();
    assert_eq!(found(&store, "改了"), 1);
    let long = RecordQuery { search: "长".repeat(201), ..of_year("disclosure", 2018) };
    assert_eq!(store.list(&long).unwrap_err().code, "search.too_long");
}

const LETTERS: [&str; 6] = ["公", "开", "栏", "A", "（", " "];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&LETTERS[..]), 1..7).prop_map(|v| v.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn search_finds_exactly_the_texts_that_hold_every_word(
        titles in prop::collection::vec(text(), 1..12), typed in text(),
    ) {
        let mut store = Store::open_in_memory().unwrap();
        for title in &titles {
            store.insert("inquiry", &texts(&[("on", "2018-05-01"), ("subject", title)]), at(0)).unwrap();
        }
        let query = RecordQuery { search: typed.clone(), ..of_year("inquiry", 2018) };
        let expected = titles.iter().filter(|t| typed.split_whitespace().all(|w| t.contains(w))).count();
        prop_assert_eq!(store.list(&query).unwrap().count, expected as i64);
    }

    #[test]
    fn pages_are_slices_of_the_sorted_records(
        lines in prop::collection::vec((1_u32..13, 0_usize..3, prop::option::of(0_i64..4)), 0..40),
        sort in prop::sample::select(&["way", "persons", "on"][..]), descending: bool,
        page in 0_u32..4, way in prop::option::of(0_usize..3),
    ) {
        let ways = ["phone", "on_site", "wechat"];
        let mut store = Store::open_in_memory().unwrap();
        let mut model = Vec::new();
        for (month, way, persons) in &lines {
            let day = format!("2018-{month:02}-01");
            let mut values = texts(&[("on", &day), ("way", ways[*way]), ("subject", "问")]);
            values.insert("persons".into(), persons.map_or(domain::Value::Null, domain::Value::Integer));
            let id = store.insert("inquiry", &values, at(0)).unwrap().id;
            model.push((id, day, *way, *persons));
        }
        model.retain(|(_, _, w, _)| way.is_none_or(|way| way == *w));
        model.sort_by(|a, b| {
            let newest = (&b.1, b.0).cmp(&(&a.1, a.0));
            let turned = |order: std::cmp::Ordering| if descending { order.reverse() } else { order };
            match (sort, a.3, b.3) {
                ("way", ..) => turned(a.2.cmp(&b.2)).then(newest),
                ("persons", Some(p), Some(q)) => turned((p, &a.1, a.0).cmp(&(q, &b.1, b.0))),
                ("persons", p, q) => p.is_none().cmp(&q.is_none()).then(newest),
                _ => turned((&a.1, a.0).cmp(&(&b.1, b.0))),
            }
        });
        let query = RecordQuery {
            filter: way.map(|way| filter("way", &[ways[way]])).unwrap_or_default(),
            page, page_size: 7, ..sorted(of_year("inquiry", 2018), sort, descending)
        };
        let shown = store.list(&query).unwrap();
        let ids: Vec<_> = shown.rows.iter().map(|r| r.id).collect();
        let expected: Vec<_> = model.iter().skip(page as usize * 7).take(7).map(|m| m.0).collect();
        prop_assert_eq!(ids, expected);
        prop_assert_eq!(shown.count, model.len() as i64);
        let persons: i64 = model.iter().filter_map(|m| m.3).sum();
        prop_assert_eq!(&shown.totals[0].value, &persons.to_string());
    }
}

#[test]
fn every_field_of_every_ledger_can_sort_and_filter_its_list() {
    use domain::{FieldKind, ledgers};
    let mut store = Store::open_in_memory().unwrap();
    store.insert("application", &application("2018-05-01", &[]), at(0)).unwrap();
    for ledger in ledgers::ALL {
        for field in ledger.fields {
            for (descending, year) in [(false, None), (true, Some(2018))] {
                let query = RecordQuery { year, ..sorted(of_year(ledger.id, 2018), field.id, descending) };
                let page = store.list(&query).unwrap_or_else(|f| panic!("{}.{}: {f}", ledger.id, field.id));
                assert_eq!(page.rows.len() as i64, page.count, "{}.{}", ledger.id, field.id);
            }
            let accepted = match field.kind {
                FieldKind::Flag => "true",
                FieldKind::Choice { choices } => choices[0].id,
                FieldKind::Date => "2018",
                FieldKind::Integer { .. } | FieldKind::Money => "1",
                _ => "",
            };
            for accepted in [&[accepted][..], &[""], &[]] {
                let filter = filter(field.id, accepted);
                let page = store.list(&RecordQuery { filter: filter.clone(), ..of_year(ledger.id, 2018) });
                let page = page.unwrap_or_else(|f| panic!("{}.{}: {f}", ledger.id, field.id));
                let count = store.count(ledger.id, Some(2018), &filter).unwrap();
                assert_eq!(page.count, count, "{}.{}", ledger.id, field.id);
            }
        }
    }
}

#[test]
fn what_comes_in_by_the_thousand_is_found_changed_and_forgotten_like_any_other() {
    let mut store = Store::open_in_memory().unwrap();
    let line = |n: usize| {
        let subject = format!("第{n}件咨询");
        checked("inquiry", &[("on", "2018-05-01"), ("way", "phone"), ("subject", &subject)])
    };
    let ids = store.insert_many("inquiry", &(0..2_500).map(line).collect::<Vec<_>>(), at(0)).unwrap();
    let found = |store: &Store, typed: &str, year: i32| {
        store.list(&RecordQuery { search: typed.to_owned(), ..of_year("inquiry", year) }).unwrap().count
    };
    assert_eq!((found(&store, "第77件", 2018), found(&store, "件咨询", 2018)), (1, 2_500));
    assert_eq!(found(&store, "件咨询", 2019), 0);
    store.update("inquiry", ids[77], &line(9_999), at(1)).unwrap();
    store.delete("inquiry", &ids[..10], at(2)).unwrap();
    assert_eq!(store.empty_bin(None).unwrap(), 10);
    assert_eq!((found(&store, "第77件", 2018), found(&store, "第9999件", 2018)), (0, 1));
    assert_eq!(found(&store, "件咨询", 2018), 2_490);
    let last = RecordQuery { page: 4, page_size: 500, search: "咨询".into(), ..of_year("inquiry", 2018) };
    assert_eq!(store.list(&last).unwrap().rows.len(), 490);
}
