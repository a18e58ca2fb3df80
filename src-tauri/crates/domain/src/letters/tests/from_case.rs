//! What a letter takes from its case and from nobody's typing: terms that begin when it arrives, the fee; and what it
//! must not take along.

use super::*;

/// 条例第三十二条; 旧条例第二十三条 left the time to the office.
#[test]
fn a_third_party_reads_by_when_it_answers() {
    let template = template("third_party").unwrap();
    let own = BTreeMap::from([
        ("第三方".to_owned(), "某采石场".to_owned()),
        ("意见期限".to_owned(), "2018-03-27".to_owned()),
    ]);
    let form = |decree| written(template, decree, &own).form.unwrap().text();
    let new = form(Decree::Of2019);
    let term = "自收到征求意见书之日起15个工作日内（2026年3月2日收到的，不迟于2026年3月23日）";
    assert!(new.contains(term) && new.contains("决定是否公开"), "{new}");
    assert!(new.contains("青政公开〔2026〕7号，2026年3月2日") && new.contains("\n某采石场\n"), "{new}");
    let old = form(Decree::Of2007);
    assert!(old.contains("\n2018年3月27日前\n") && !old.contains("逾期未提出意见"), "{old}");

    // Once it is on record when the letter arrived, there is one day and no other.
    let asked = What::ConsultationAsked { whom: Consulted::ThirdParty, party: 1 };
    let served = What::ConsultationServed { whom: Consulted::ThirdParty, party: 1 };
    let events = [received("2026-03-02"), event("2026-03-03", asked), event("2026-03-05", served)];
    let (record, settings, calendar) = (record(), settings(), Calendar::state().unwrap());
    let facts = |on: &str| {
        let on = day(on);
        let (record, events, settings, calendar) = (&record, &events[..], &settings, &calendar);
        Facts {
            template, record, events, calendar, settings, office: "青石乡人民政府", on, number: ""
        }
    };
    let late = facts("2026-03-03").write(&own, None, None).unwrap().form.unwrap().text();
    assert!(late.contains("15个工作日内（即不迟于2026年3月26日）"), "{late}");
    // No number, no word of one.
    assert!(late.contains("\n2026年3月3日\n"), "{late}");
    // Nobody knows the days off of 2027 yet.
    let unknown = facts("2026-12-20").write(&own, None, None).unwrap().form.unwrap().text();
    assert!(unknown.contains("\n自收到征求意见书之日起15个工作日内\n"), "{unknown}");
}

#[test]
fn where_fees_are_paid_is_settled_once() {
    let template = template("fee").unwrap();
    let notice =
        serde_json::from_str(r#"{"what":"fee_notice","yuan":270,"basis":{"by":"pages","pages":57}}"#);
    let events = [received("2026-03-02"), event("2026-03-05", notice.unwrap())];
    let (record, calendar) = (record(), Calendar::state().unwrap());
    let text = |payment: &str, own: &[(&str, &str)]| {
        let settings = LetterSettings { payment: payment.to_owned(), ..settings() };
        let own = own.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let (record, events, settings, calendar) = (&record, &events[..], &settings, &calendar);
        let (office, on, number) = ("青石乡人民政府", day("2026-03-05"), "");
        let letter = Facts { template, record, events, calendar, settings, office, on, number };
        let letter = letter.write(&own, None, None).unwrap();
        (letter.lines.join("\n"), letter.holes)
    };
    assert_eq!(text("", &[]).1, ["缴费方式"]);
    let (kept, holes) = text(" 到乡财政所缴纳。", &[]);
    assert!(holes.is_empty() && kept.contains("。缴纳方式：到乡财政所缴纳。\n"), "{kept}");
    let (own, _) = text("到乡财政所缴纳", &[("缴费方式", "扫码缴纳")]);
    assert!(own.contains("缴纳方式：扫码缴纳。") && !own.contains("财政所"), "{own}");
}

/// 国办函〔2020〕109号.
#[test]
fn a_notice_of_a_fee_says_what_the_case_says() {
    let basis = crate::fees::Basis::Pages { pages: 250 };
    let fee =
        |yuan: i64, basis| What::FeeNotice { yuan, basis, reduction: 200, reason: "低保家庭".to_owned() };
    let template = template("fee").unwrap();
    let (record, settings, calendar) = (record(), settings(), Calendar::state().unwrap());
    let paid = ("缴费方式".to_owned(), "到乡财政所缴纳".to_owned());
    let write = |more: &[Event], own: &[(&str, &str)], text: Option<&str>| {
        let events = [&[received("2026-03-02")], more].concat();
        let own = own.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let own: BTreeMap<_, _> = own.chain([paid.clone()]).collect();
        let (record, events, settings, calendar) = (&record, &events[..], &settings, &calendar);
        let (office, on, number) = ("青石乡人民政府", day("2026-03-05"), "");
        let facts = Facts { template, record, events, calendar, settings, office, on, number };
        let letter = facts.write(&own, None, text).unwrap();
        let remarks = facts.remarks(&letter, &[]);
        (letter.lines.join("\n"), letter.holes, remarks)
    };
    let notice = event("2026-03-05", fee(4_500, Some(basis)));
    let (text, holes, remarks) = write(std::slice::from_ref(&notice), &[], None);
    let steps = "决定对该申请按量计收信息处理费，计算如下：\n提供政府信息共250页；\n第1—30页：30页，不收费；\n\
        第31—100页：70页×10元＝700元；\n第101—200页：100页×20元＝2,000元；\n第201—250页：50页×40元＝2,000元；\n\
        合计4,700元。\n减免200元。减免理由：低保家庭。应缴金额4,500元（大写：人民币肆仟伍佰元整）。\n";
    assert!(text.contains(steps), "{text}");
    let due = "自收到本通知次日起20个工作日内（2026年3月5日收到的，不迟于2026年4月2日）缴纳。";
    assert!(text.contains(due) && text.contains("逾期未缴纳的，视为放弃申请"), "{text}");
    assert_eq!((holes, remarks), (Vec::<String>::new(), Vec::<String>::new()));

    // Once it is on record when the notice arrived, there is one day and no other.
    let served = event("2026-03-09", What::FeeServed);
    let (text, _, _) = write(&[notice.clone(), served], &[], None);
    assert!(text.contains("20个工作日内（即不迟于2026年4月7日）缴纳"), "{text}");

    // What the clerk writes holds; that it differs is said, and the capitals follow.
    let (text, _, remarks) = write(std::slice::from_ref(&notice), &[("费用金额", "４７００")], None);
    assert!(text.contains("应缴金额4,700元（大写：人民币肆仟柒佰元整）"), "{text}");
    let differs = "这份通知写的应缴金额是4,700元，办理过程里登记的是4,500元";
    assert!(remarks.len() == 1 && remarks[0].starts_with(differs), "{remarks:?}");
    let said = |text: &str| write(std::slice::from_ref(&notice), &[], Some(text)).2;
    assert!(said("应缴金额4500元。").is_empty());
    assert!(
        said("应缴金额为 4,500元（大写：人民币肆仟柒佰元整）。")[0]
            .contains("大写金额与应缴金额4,500元不一致")
    );
    assert!(said("请到乡财政所缴费。")[0].contains("没有写办理过程里登记的应缴金额4,500元"));
    let (_, _, remarks) = write(&[event("2026-03-05", fee(80, Some(basis)))], &[], None);
    assert!(remarks[0].contains("按登记的数量计算是4,700元，减免200元"), "{remarks:?}");

    // Without the step the letter says what to do.
    let (_, holes, remarks) = write(&[], &[], None);
    assert_eq!(holes, ["计收方式", "费用计算", "费用金额"]);
    assert!(
        remarks.len() == 1 && remarks[0].starts_with("先在办理过程里登记「发出收费通知」"),
        "{remarks:?}"
    );
    let (_, holes, remarks) = write(&[event("2026-03-05", fee(80, None))], &[], None);
    assert_eq!(holes, ["计收方式", "费用计算"]);
    assert!(remarks[0].contains("没有登记数量"), "{remarks:?}");
    // An amount that is none cannot leave.
    let (_, holes, _) = write(std::slice::from_ref(&notice), &[("费用金额", "四千")], None);
    assert_eq!(holes, ["金额大写"]);
}

/// 条例第十五条、第三十二条.
#[test]
fn applicant_and_third_party_do_not_read_of_each_other() {
    let remarks = |id: &str, content: &str, own: &[(&str, &str)], address: &str| {
        let template = template(id).unwrap();
        let (mut record, mut settings, calendar) = (record(), settings(), Calendar::state().unwrap());
        record.insert("content".to_owned(), Value::Text(content.to_owned()));
        record.insert("phone".to_owned(), Value::Text("13904140000".to_owned()));
        address.clone_into(&mut settings.address);
        let events = [received("2026-03-02")];
        let own = own.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let (office, on, number) = ("青石乡人民政府", day("2026-03-05"), "");
        let (record, events, settings, calendar) = (&record, &events[..], &settings, &calendar);
        let facts = Facts { template, record, events, calendar, settings, office, on, number };
        facts.remarks(&facts.write(&own, None, None).unwrap(), &["某采石场".to_owned()])
    };
    let asked = |content: &str| remarks("third_party", content, &[("第三方", "某采石场")], "政府大街1号");
    assert!(asked("采石场占地补偿协议").is_empty());
    let named = asked("赵青山（13904140000）与采石场的补偿协议");
    assert!(named.len() == 1 && named[0].contains("申请人的姓名或者名称、联系电话"), "{named:?}");
    let nowhere = remarks("third_party", "补偿协议", &[("第三方", "某采石场")], " ");
    assert!(nowhere.len() == 1 && nowhere[0].contains("没有送回的地址"), "{nowhere:?}");
    let reason = [("理由", "某采石场不同意公开，理由成立")];
    let told = remarks("reply.refused.third_party", "补偿协议", &reason, "");
    assert!(told.len() == 1 && told[0].contains("第三方的名称"), "{told:?}");
    assert!(remarks("reply.refused.third_party", "某采石场的补偿协议", &reason, "").is_empty());
}
