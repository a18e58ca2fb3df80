//! What counts, when, and how often.

use super::*;

#[test]
fn a_new_item_counts_once_as_an_item_and_once_on_each_channel() {
    let mut desk = sample();
    let before = figure(&desk.office, 2018, "disclosure.new_media");
    add(
        &mut desk.office,
        "disclosure",
        json!({"title": "甲", "formed_on": "2018-12-30", "published_on": "2018-12-31",
               "channels": [{"channel": "微信"}, {"channel": "短信"}]}),
    );
    assert_eq!(figure(&desk.office, 2018, "disclosure.total").text, "201");
    assert_eq!(figure(&desk.office, 2018, "disclosure.channel.wechat").text, "63");
    assert_eq!(figure(&desk.office, 2018, "disclosure.channel.sms").text, "42");
    assert_eq!(before.text, "83");
    assert_eq!(figure(&desk.office, 2018, "disclosure.new_media").text, "84");
    assert_eq!(figure(&desk.office, 2017, "disclosure.total").text, "169");
}

#[test]
fn an_item_belongs_to_the_year_it_was_published_in() {
    let mut desk = sample();
    add(
        &mut desk.office,
        "disclosure",
        json!({"title": "跨年", "formed_on": "2018-12-29", "published_on": "2019-01-02"}),
    );
    add(&mut desk.office, "disclosure", json!({"title": "还没公开", "formed_on": "2018-12-29"}));
    assert_eq!(figure(&desk.office, 2018, "disclosure.total").text, "200");
    assert_eq!(figure(&desk.office, 2019, "disclosure.total").text, "1");
}

#[test]
fn a_value_by_hand_wins_and_both_stay_visible() {
    let mut desk = sample();
    let enter = |value: serde_json::Value, reason: &str| -> FigureEntry {
        read(json!({"year": 2018, "figure": "disclosure.total", "value": value, "reason": reason}))
    };
    let without = enter(json!({"kind": "exact", "value": "205"}), "  ");
    assert_eq!(
        office::figures::enter(&mut desk.office, january(), without).unwrap_err().code,
        "figure.reason"
    );
    let entry = enter(json!({"kind": "at_least", "value": "200"}), "村务公开栏另有数条未逐条登记");
    let entered = office::figures::enter(&mut desk.office, january(), entry).unwrap();
    assert_eq!((entered.text.as_str(), entered.counted.unwrap().text().as_str()), ("200余", "200"));
    assert_eq!(entered.entered.unwrap().reason, "村务公开栏另有数条未逐条登记");
    for (kind, text) in [("blank", ""), ("not_applicable", "不适用")] {
        let entry = enter(json!({"kind": kind}), "试");
        assert_eq!(office::figures::enter(&mut desk.office, january(), entry).unwrap().text, text);
    }
    let request = FigureOfYear { year: 2018, figure: "disclosure.total".into() };
    let cleared = office::figures::clear(&mut desk.office, january(), request).unwrap();
    assert!(cleared.entered.is_none() && cleared.text == "200");
}

#[test]
fn a_lower_bound_makes_its_sum_a_lower_bound() {
    let mut desk = sample();
    let entry = read(json!({"year": 2018, "figure": "dispute.litigation_direct",
                            "value": {"kind": "at_least", "value": "2"}, "reason": "档案未找全"}));
    office::figures::enter(&mut desk.office, january(), entry).unwrap();
    assert_eq!(figure(&desk.office, 2018, "dispute.litigation").text, "2余");
}

#[test]
fn figures_made_of_words_are_not_numbers() {
    let mut desk = sample();
    assert_eq!(figure(&desk.office, 2018, "post.leading_group.heads").text, "乡党委书记、乡长");
    let entry = read(json!({"year": 2018, "figure": "post.leading_group.heads",
                            "value": {"kind": "exact", "value": "2"}, "reason": "试"}));
    assert_eq!(office::figures::enter(&mut desk.office, january(), entry).unwrap_err().code, "figure.words");
}

#[test]
fn what_is_counted_one_by_one_is_a_whole_number() {
    let mut desk = sample();
    let mut refused = |figure: &str, value: serde_json::Value| {
        let entry = read(json!({"year": 2018, "figure": figure, "value": value, "reason": "试"}));
        office::figures::enter(&mut desk.office, january(), entry).map(|f| f.text).map_err(|e| e.code)
    };
    assert_eq!(
        refused("disclosure.total", json!({"kind": "exact", "value": "1.5"})),
        Err("figure.fraction".into())
    );
    assert_eq!(
        refused("disclosure.total", json!({"kind": "at_least", "value": "0"})),
        Err("figure.lower_bound".into())
    );
    assert_eq!(refused("fee.amount", json!({"kind": "exact", "value": "1.5"})), Ok("1.5".into()));
}

#[test]
fn an_own_figure_follows_its_filter_and_a_renamed_entry() {
    let mut desk = sample();
    let definition: FigureDefinition =
        read(json!({"part": "disclosure", "label": "柳树村的政策信息", "unit": "",
        "ledger": "disclosure", "filter": {"villages": ["柳树村"], "category": ["政策性信息"]}}));
    let FigureId { id } = office::figures::define(&mut desk.office, january(), definition).unwrap();
    let counted = figure(&desk.office, 2018, &id);
    assert!(counted.custom && counted.unit == "条" && !counted.value.is_zero());
    let entries = desk.office.store.catalogues().unwrap();
    let policy = entries.iter().flat_map(|c| &c.entries).find(|e| e.name == "政策性信息").unwrap().clone();
    desk.office.store.save_entry(Some(policy.id), policy.catalogue, "惠民政策", "02", "").unwrap();
    assert_eq!(figure(&desk.office, 2018, &id).text, counted.text);
    assert_eq!(figure(&desk.office, 2018, "disclosure.category.policy").label, "类别：惠民政策");
    office::figures::undefine(&mut desk.office, january(), FigureId { id: id.clone() }).unwrap();
    assert!(office::figures::of_year(&desk.office, 2018).unwrap().iter().all(|f| f.id != id));
    let wrong = read(json!({"part": "disclosure", "label": "甲", "unit": "", "ledger": "disclosure",
                            "filter": {"category": ["没有的类别"]}}));
    assert!(office::figures::define(&mut desk.office, january(), wrong).is_err());
}

#[test]
fn a_copy_has_no_numbers_of_its_own() {
    let mut desk = sample();
    let original = json!({"title": "甲", "formed_on": "2018-12-30", "document_number": "甲政发〔2018〕3号",
                          "category": "公告公示"});
    let id = add(&mut desk.office, "disclosure", original);
    let request = DraftRequest { ledger: "disclosure".into(), year: 2018, copy_of: Some(id) };
    let copy = office::records::draft(&mut desk.office, january(), request).unwrap();
    assert_eq!(copy["title"], Value::Text("甲".into()));
    assert!(copy["index_number"] == Value::Null && copy["document_number"] == Value::Null);
    let saved = add(&mut desk.office, "disclosure", serde_json::to_value(&copy).unwrap());
    let number = |office: &mut Office, id| {
        let request = RecordId { ledger: "disclosure".into(), id };
        office::records::get(office, january(), request).unwrap().values["index_number"].clone()
    };
    assert_ne!(number(&mut desk.office, id), number(&mut desk.office, saved));
}

#[test]
fn personal_data_stays_out_of_lists_figures_and_paper() {
    let mut desk = sample();
    let application = json!({"received_on": "2018-06-01", "received_by": "当面", "applicant_kind": "自然人",
        "name": "欧阳某某", "identity_number": "210102199001011237", "phone": "13900000000", "content": "某项目批复"});
    add(&mut desk.office, "application", application);
    let query = read(
        json!({"ledger": "application", "year": 2018, "month": null, "sort": null, "page": 0, "page_size": 50}),
    );
    let list = office::records::list(&mut desk.office, january(), query).unwrap();
    let shown = serde_json::to_string(&list).unwrap();
    assert_eq!(list.count, 1);
    assert!(
        !shown.contains("欧阳某某")
            && !shown.contains("210102199001011237")
            && !shown.contains("13900000000")
    );
    assert!(shown.contains("欧"));
    let report = office::report::show(&mut desk.office, january(), Year { year: 2018 }).unwrap();
    let said = serde_json::to_string(&report).unwrap();
    assert!(!said.contains("欧阳") && !said.contains("1990"));
    assert_eq!(figure(&desk.office, 2018, "application.total").text, "1");
}

#[test]
fn who_takes_over_a_post_is_not_counted_beside_the_one_before() {
    let mut desk = sample();
    assert_eq!(figure(&desk.office, 2018, "post.leading_group").text, "7");
    let request =
        read(json!({"ledger": "post", "year": 2018, "month": null, "sort": null, "page": 0, "page_size": 50,
                              "search": "杨国栋"}));
    let old = office::records::list(&mut desk.office, january(), request).unwrap().rows.remove(0);
    let mut left = old.values.clone();
    left.insert("to_on".into(), Value::Text("2018-06-30".into()));
    let draft = RecordDraft { ledger: "post".into(), id: Some(old.id), values: left, confirmed: false };
    office::records::save(&mut desk.office, january(), draft).unwrap();
    add(
        &mut desk.office,
        "post",
        json!({"body": "leading_group", "role": "member", "name": "何新民", "position": "副乡长", "from_on": "2018-07-01"}),
    );
    assert_eq!(figure(&desk.office, 2018, "post.leading_group").text, "7");
    assert_eq!(figure(&desk.office, 2017, "post.leading_group").text, "7");
}

#[test]
fn a_closed_year_stays_as_it_was_when_a_case_ends_later() {
    let mut desk = sample();
    let application = json!({"received_on": "2017-12-20", "received_by": "当面", "applicant_kind": "自然人", "name": "甲",
        "content": "某批复", "outcome": "refused.process", "decided_on": "2018-01-10"});
    add(&mut desk.office, "application", application);
    let of = |year: i32, id: &str| figure(&desk.office, year, id).text;
    assert_eq!(
        (of(2017, "application.total"), of(2017, "application.decided"), of(2017, "application.open")),
        ("1".into(), "0".into(), "1".into())
    );
    assert_eq!(
        (of(2018, "application.total"), of(2018, "application.decided"), of(2018, "application.open")),
        ("0".into(), "1".into(), "0".into())
    );
    let request = PartOfYear { year: 2018, part: "application".into() };
    let starter = office::narratives::starter_of(&mut desk.office, january(), request).unwrap();
    let said = starter.plain(|id, _| format!("[{id}]"));
    assert!(said.contains("不予公开[application.refused]件") && !said.contains("没有不予公开"), "{said}");
}

#[test]
fn a_figure_that_the_text_says_is_not_taken_away_and_never_printed_as_a_hole() {
    let mut desk = sample();
    let refused =
        office::figures::undefine(&mut desk.office, january(), FigureId { id: "own.1".into() }).unwrap_err();
    assert_eq!(refused.code, "figure.in_use");
    let draft: NarrativeDraft = read(json!({"year": 2018, "part": "inquiry", "narrative": {"blocks": [
        {"level": 0, "inlines": [{"type": "figure", "id": "own.99", "shown": "exact"}]}]}}));
    office::narratives::save(&mut desk.office, january(), draft).unwrap();
    let refused = office::report_file::finished(&mut desk.office, january(), 2018).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.fields["part"].as_str()), ("report.lost_figure", "inquiry"));
}

#[test]
fn own_figures_do_not_count_persons_by_name() {
    let mut desk = sample();
    let definition = read(json!({"part": "application", "label": "甲", "unit": "", "ledger": "application",
                                 "filter": {"name": ["欧阳某某"]}}));
    assert_eq!(
        office::figures::define(&mut desk.office, january(), definition).unwrap_err().code,
        "figure.personal"
    );
}
