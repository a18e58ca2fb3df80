//! Personal data of applicants: masked until looked at, each look in the log, erased when its time is over.

use super::*;

fn call(desk: &mut Desk, day: &str, name: &str, request: serde_json::Value) -> serde_json::Value {
    office::commands::call(&mut desk.office, at(day), name, request).unwrap()
}

fn application() -> serde_json::Value {
    json!({
        "number": "2018-1", "received_on": "2018-03-01", "received_by": "in_person", "applicant_kind": "natural",
        "name": "赵青山", "identity": "id_card", "identity_number": "11010519491231002X", "phone": "13904140000",
        "content": "村级公益事业项目资金使用情况",
    })
}

fn save(
    desk: &mut Desk,
    id: Option<i64>,
    values: serde_json::Value,
    confirmed: bool,
) -> Result<i64, office::Failure> {
    let request = json!({"ledger": "application", "id": id, "values": values, "confirmed": confirmed});
    let saved = office::commands::call(&mut desk.office, at("2019-01-10"), "records.save", request)?;
    Ok(saved["id"].as_i64().unwrap())
}

fn shown(desk: &mut Desk, id: i64) -> serde_json::Value {
    call(desk, "2019-01-10", "records.get", json!({"ledger": "application", "id": id}))["values"].clone()
}

#[test]
fn a_form_shows_masks_and_keeps_what_was_not_touched() {
    let mut desk = desk();
    let id = save(&mut desk, None, application(), false).unwrap();
    let mut values = shown(&mut desk, id);
    assert_eq!(values["name"], "赵**");
    assert_eq!(values["identity_number"], "1101**********002X");
    assert_eq!(values["identity"], "id_card");
    values["phone"] = json!("13804140000");
    values["note"] = json!("改了电话");
    save(&mut desk, Some(id), values, false).unwrap();
    let kept = desk.office.store.record("application", id).unwrap().values;
    let text = |field: &str| kept[field].as_text().unwrap().to_owned();
    assert_eq!(text("name"), "赵青山");
    assert_eq!(text("identity_number"), "11010519491231002X");
    assert_eq!(text("phone"), "13804140000");
}

#[test]
fn every_look_is_in_the_log_and_the_log_says_nothing_of_the_person() {
    let mut desk = desk();
    let id = save(&mut desk, None, application(), false).unwrap();
    for field in ["identity_number", "phone"] {
        let request = json!({"ledger": "application", "id": id, "field": field});
        let value = call(&mut desk, "2019-01-10", "privacy.show", request);
        assert!(application()[field] == value);
    }
    let request = json!({"ledger": "application", "id": id, "field": "content"});
    let refused = office::commands::call(&mut desk.office, january(), "privacy.show", request).unwrap_err();
    assert_eq!(refused.code, "privacy.field");
    let log = call(&mut desk, "2019-01-10", "privacy.log", json!({"page": 1}));
    assert_eq!(log["count"], 2);
    assert_eq!(
        (&log["lines"][0]["field"], &log["lines"][1]["field"]),
        (&json!("联系电话"), &json!("证件号码"))
    );
    assert_eq!(log["lines"][0]["title"], "村级公益事业项目资金使用情况");
    office::looks::exported(&mut desk.office, january(), "application", 2018).unwrap();
    let log = call(&mut desk, "2019-01-10", "privacy.log", json!({"page": 1}));
    assert_eq!((&log["lines"][0]["what"], &log["lines"][0]["title"]), (&json!("导出"), &json!("整本台账")));
    let said = log.to_string();
    assert!(!said.contains("13904140000") && !said.contains("赵"), "{said}");
}

#[test]
fn a_doubtful_number_is_kept_only_when_the_clerk_says_so() {
    let mut desk = desk();
    let mut values = application();
    values["identity_number"] = json!("110105194912310021");
    let doubtful = save(&mut desk, None, values.clone(), false).unwrap_err();
    assert_eq!(doubtful.code, "record.doubtful");
    assert!(doubtful.fields["identity_number"].contains("校验码"));
    let id = save(&mut desk, None, values, true).unwrap();
    // It is not asked again as long as it stays.
    let mut values = shown(&mut desk, id);
    values["note"] = json!("已与申请人核对");
    save(&mut desk, Some(id), values, false).unwrap();
    let request = json!({"identity": "credit_code", "number": "91350100M000100Y44"});
    let doubt = call(&mut desk, "2019-01-10", "privacy.doubt", request);
    assert!(doubt.as_str().unwrap().contains("校验码"));
}

#[test]
fn what_is_past_its_time_is_listed_then_erased_and_still_counted() {
    let mut desk = desk();
    let closed = |received: &str, decided: &str| {
        let mut values = application();
        values["received_on"] = json!(received);
        values["outcome"] = json!("granted");
        values["decided_on"] = json!(decided);
        values["delivered_on"] = json!(decided);
        values
    };
    let mut first = closed("2013-02-01", "2013-02-20");
    first["phone"] = json!("13904140001");
    let old = save(&mut desk, None, first, false).unwrap();
    let young = save(&mut desk, None, closed("2017-02-01", "2017-02-20"), false).unwrap();
    let mut disputed = closed("2013-03-01", "2013-03-20");
    disputed["number"] = json!("2013-9");
    let disputed = save(&mut desk, None, disputed, false).unwrap();
    let open = json!({
        "kind": "litigation_direct", "filed_on": "2013-05-02", "subject": "不服答复", "application_number": "2013-9",
        "case_number": "行初1号",
    });
    add(&mut desk.office, "dispute", open);
    let count =
        |desk: &Desk| desk.office.store.count("application", Some(2013), &Default::default()).unwrap();
    let before = count(&desk);

    let view = call(&mut desk, "2019-01-10", "privacy.retention", json!(null));
    assert_eq!(view["years"], 5);
    let listed: Vec<i64> =
        view["expired"].as_array().unwrap().iter().map(|e| e["id"].as_i64().unwrap()).collect();
    assert_eq!(listed, [old]);
    assert_eq!(view["expired"][0]["kept_until"], "2018-02-20");
    assert!(!view.to_string().contains('赵'));
    // Asking for more than was listed erases no more.
    let all = [old, young, disputed].map(|id| json!({"ledger": "application", "id": id}));
    let view = call(&mut desk, "2019-01-10", "privacy.erase", json!({"records": all}));
    assert_eq!(view["expired"], json!([]));
    let record = shown(&mut desk, old);
    for field in ["name", "identity_number", "phone"] {
        assert_eq!(record[field], "已按保存期限删除");
    }
    assert_eq!((&record["identity"], &record["address"]), (&json!(null), &json!(null)));
    assert_eq!(shown(&mut desk, young)["name"], "赵**");
    assert_eq!(shown(&mut desk, disputed)["name"], "赵**");
    assert_eq!(count(&desk), before);
    let file = std::fs::read(desk.office.store.folder().join("gongkai.db")).unwrap();
    let wanted = "13904140001".as_bytes();
    assert!(!file.windows(wanted.len()).any(|w| w == wanted), "nothing of it is left in the file");
    // The stub can still be changed.
    let mut values = record;
    values["note"] = json!("卷宗在三柜");
    save(&mut desk, Some(old), values, false).unwrap();
    let log = call(&mut desk, "2019-01-10", "privacy.log", json!({"page": 1}));
    assert_eq!(log["lines"][0]["what"], "到期删除");
    let none = call(&mut desk, "2019-01-10", "privacy.retention.save", json!({"years": 0}));
    assert_eq!(none["expired"], json!([]));
    let refused =
        office::commands::call(&mut desk.office, january(), "privacy.retention.save", json!({"years": 31}));
    assert_eq!(refused.unwrap_err().code, "privacy.years");
}
