//! Stories of the office's own things: profile, catalogues, the report's texts and figures.

mod common;

use common::*;
use domain::{CatalogueId, Decimal, Profile, Quantity};
use gongkai_store::{FigureDraft, ReportSettings, Store};

#[test]
fn the_profile_comes_back_and_a_useless_pattern_is_refused() {
    let mut store = Store::open_in_memory().unwrap();
    assert_eq!(store.profile().unwrap(), None);
    let mut profile = Profile { name: "下达河乡人民政府".into(), ..Profile::default() };
    store.save_profile(&profile, at(0)).unwrap();
    assert_eq!(store.profile().unwrap(), Some(profile.clone()));
    profile.index_pattern = "{office}".into();
    let failure = store.save_profile(&profile, at(1)).unwrap_err();
    assert_eq!(failure.code, "profile.index_pattern");
    assert!(failure.fields.contains_key("index_pattern"));
}

#[test]
fn a_new_office_starts_with_the_default_catalogues() {
    let store = Store::open_in_memory().unwrap();
    let catalogues = store.catalogues().unwrap();
    assert_eq!(catalogues.iter().map(|c| c.id).collect::<Vec<_>>(), CatalogueId::ALL);
    for catalogue in catalogues {
        let names: Vec<_> = catalogue.entries.iter().map(|e| e.name.as_str()).collect();
        let defaults: Vec<_> = catalogue.id.defaults().iter().map(|d| d.name).collect();
        assert_eq!(names, defaults);
    }
}

#[test]
fn a_renamed_entry_is_renamed_everywhere() {
    let mut store = Store::open_in_memory().unwrap();
    store.insert("disclosure", &disclosure("甲", "2018-03-01", "公告公示", &["微信"]), at(0)).unwrap();
    let draft = FigureDraft {
        part: "active".into(),
        label: "微信公告".into(),
        unit: "条".into(),
        ledger: "disclosure".into(),
        filter: filter("channels", &["微信", ""]),
    };
    let own = store.define_figure(None, &draft, at(0)).unwrap();
    assert_eq!(own.id, "own.1");
    let wechat = entry(&store, "微信");
    let renamed =
        store.save_entry(Some(wechat.id), CatalogueId::Channel, " 微信公众号 ", "", "new_media").unwrap();
    assert_eq!((renamed.name.as_str(), renamed.key.as_str(), renamed.used), ("微信公众号", "wechat", 1));
    let figures = store.own_figures().unwrap();
    assert_eq!(figures[0].figure.filter, filter("channels", &["微信公众号", ""]));
    assert_eq!(store.count("disclosure", Some(2018), &figures[0].figure.filter).unwrap(), 1);
    assert_eq!(store.list(&of_year("disclosure", 2018)).unwrap().totals[0].label, "微信公众号");
}

#[test]
fn an_entry_in_use_is_retired_and_not_removed() {
    let mut store = Store::open_in_memory().unwrap();
    let board = entry(&store, "政务公开栏").id;
    let values = disclosure("甲", "2018-03-01", "公告公示", &["政务公开栏"]);
    let record = store.insert("disclosure", &values, at(0)).unwrap();
    store.delete("disclosure", &[record.id], at(1)).unwrap();
    let failure = store.remove_entry(board).unwrap_err();
    assert_eq!(failure.code, "catalogue.in_use");
    assert!(failure.message.contains("1 条记录") && failure.hint.contains("停用"), "{failure:?}");
    store.empty_bin(None).unwrap();
    let draft = FigureDraft {
        part: "active".into(),
        label: "上栏".into(),
        unit: "条".into(),
        ledger: "disclosure".into(),
        filter: filter("channels", &["政务公开栏"]),
    };
    let own = store.define_figure(None, &draft, at(2)).unwrap();
    assert!(store.remove_entry(board).unwrap_err().message.contains("自定义数据项"));
    store.undefine_figure(&own.id).unwrap();
    store.remove_entry(board).unwrap();
    assert_eq!(store.remove_entry(board).unwrap_err().code, "catalogue.missing");
}

#[test]
fn entries_have_one_name_each_and_an_order() {
    let mut store = Store::open_in_memory().unwrap();
    let village = |store: &mut Store, name: &str| store.save_entry(None, CatalogueId::Village, name, "", "");
    let first = village(&mut store, "向阳村").unwrap();
    let second = village(&mut store, "红旗村").unwrap();
    assert_eq!((first.position, second.position, second.key), (0, 1, format!("e{}", second.id)));
    assert_eq!(village(&mut store, " 向阳村").unwrap_err().code, "catalogue.name");
    assert_eq!(village(&mut store, " ").unwrap_err().code, "catalogue.name");
    assert_eq!(village(&mut store, "{year}村").unwrap_err().code, "catalogue.name");
    let elsewhere = store.save_entry(Some(first.id), CatalogueId::Channel, "甲", "", "");
    assert_eq!(elsewhere.unwrap_err().code, "catalogue.missing");
    let kind = store.save_entry(None, CatalogueId::Channel, "大喇叭", "", "loud");
    assert_eq!(kind.unwrap_err().code, "catalogue.kind");
    store.order_entries(CatalogueId::Village, &[second.id]).unwrap();
    let names: Vec<_> = store.catalogues().unwrap()[3].entries.iter().map(|e| e.name.clone()).collect();
    assert_eq!(names, ["红旗村", "向阳村"]);
    let stranger = store.order_entries(CatalogueId::Village, &[entry(&store, "微信").id]);
    assert_eq!(stranger.unwrap_err().code, "catalogue.missing");
}

#[test]
fn texts_and_settings_belong_to_their_year() {
    let mut store = Store::open_in_memory().unwrap();
    assert_eq!(store.narrative(2018, "overview").unwrap(), None);
    store.save_narrative(2018, "overview", "{\"blocks\":[]}", at(0)).unwrap();
    store.save_narrative(2018, "overview", "{\"blocks\":[1]}", at(2)).unwrap();
    store.save_narrative(2019, "overview", "{}", at(3)).unwrap();
    let kept = store.narrative(2018, "overview").unwrap().unwrap();
    assert_eq!(kept, ("{\"blocks\":[1]}".to_owned(), "2019-01-08T09:32:00".to_owned()));
    assert_eq!(store.narratives(2018).unwrap().len(), 1);
    assert_eq!(store.report_settings(2018).unwrap(), None);
    let settings = ReportSettings {
        title: String::new(),
        signed_on: "2019-01-20".into(),
        format: "2008".into(),
        ..ReportSettings::default()
    };
    store.save_report_settings(2018, &settings, at(4)).unwrap();
    assert_eq!(store.report_settings(2018).unwrap(), Some(settings));
    store.open_year(2020, at(5)).unwrap();
    store.open_year(2020, at(6)).unwrap();
    assert_eq!(store.years().unwrap(), [2018, 2019, 2020]);
}

#[test]
fn every_change_by_hand_is_remembered() {
    let mut store = Store::open_in_memory().unwrap();
    let office = Profile { drafter: "李四".into(), ..Profile::default() };
    store.save_profile(&office, at(0)).unwrap();
    let hundred = Quantity::AtLeast(Decimal::whole(100));
    assert_eq!(store.enter_figure(2018, "items", hundred, " ", at(1)).unwrap_err().code, "figure.reason");
    store.enter_figure(2018, "items", hundred, "县平台另有统计", at(1)).unwrap();
    store.enter_figure(2018, "items", Quantity::NotApplicable, "改口径", at(2)).unwrap();
    let entered = store.entered(2018).unwrap();
    assert_eq!((entered.len(), entered[0].value), (1, Quantity::NotApplicable));
    store.clear_figure(2018, "items", at(3)).unwrap();
    store.clear_figure(2018, "items", at(4)).unwrap();
    assert!(store.entered(2018).unwrap().is_empty());
    let changes = store.figure_changes(2018, "items").unwrap();
    let steps: Vec<_> = changes.iter().map(|c| (c.old, c.new)).collect();
    let na = Quantity::NotApplicable;
    assert_eq!(steps, [(None, Some(hundred)), (Some(hundred), Some(na)), (Some(na), None)]);
    assert_eq!((changes[0].by.as_str(), changes[1].reason.as_str()), ("李四", "改口径"));
}

#[test]
fn an_own_figure_must_count_something_that_exists() {
    let mut store = Store::open_in_memory().unwrap();
    let draft = FigureDraft {
        part: "active".into(),
        label: "培训".into(),
        unit: "次".into(),
        ledger: "activity".into(),
        filter: filter("kind", &["training"]),
    };
    let wrong = |store: &mut Store, change: fn(&mut FigureDraft)| {
        let mut wrong = draft.clone();
        change(&mut wrong);
        store.define_figure(None, &wrong, at(0)).unwrap_err().code
    };
    assert_eq!(wrong(&mut store, |d| d.label = " ".into()), "figure.label");
    assert_eq!(wrong(&mut store, |d| d.ledger = "party".into()), "ledger.unknown");
    assert_eq!(wrong(&mut store, |d| d.filter = filter("kind", &["dance"])), "filter.unknown_value");
    let first = store.define_figure(None, &draft, at(0)).unwrap();
    store.undefine_figure(&first.id).unwrap();
    assert_eq!(store.undefine_figure(&first.id).unwrap_err().code, "figure.missing");
    let second = store.define_figure(None, &draft, at(1)).unwrap();
    assert_eq!(second.id, "own.2", "a figure's id is never given twice");
    let renamed = FigureDraft { label: "培训次数".into(), ..draft };
    store.define_figure(Some("own.2"), &renamed, at(2)).unwrap();
    assert_eq!(store.own_figures().unwrap()[0].figure.label, "培训次数");
}

#[test]
fn a_setting_is_kept_for_a_year_or_for_all() {
    let mut store = Store::open_in_memory().unwrap();
    store.keep_setting(0, "style", "{\"a\":1}", at(0)).unwrap();
    store.keep_setting(2025, "filing", "{}", at(0)).unwrap();
    store.keep_setting(0, "style", "{\"a\":2}", at(1)).unwrap();
    assert_eq!(store.setting(0, "style").unwrap().as_deref(), Some("{\"a\":2}"));
    assert_eq!(store.setting(2025, "filing").unwrap().as_deref(), Some("{}"));
    assert_eq!(store.setting(2024, "filing").unwrap(), None);
}
