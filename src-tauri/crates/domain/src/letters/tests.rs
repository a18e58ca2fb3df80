use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::Profile;
use crate::calendar::Calendar;
use crate::clock::{Consulted, Event, Way, What};
use crate::ledgers::OUTCOMES;
use crate::record::{Value, Values};

mod from_case;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn event(on: &str, what: What) -> Event {
    let mut json = serde_json::to_value(what).unwrap();
    json["on"] = serde_json::to_value(day(on)).unwrap();
    serde_json::from_value(json).unwrap()
}

fn received(on: &str) -> Event {
    event(on, What::Received { way: Way::InPerson, arrived_on: day(on), confirmed_on: None })
}

fn record() -> Values {
    let mut values = Values::new();
    let said = [
        ("number", "2026-12"),
        ("received_by", "in_person"),
        ("applicant_kind", "natural"),
        ("name", "赵青山"),
        ("content", "2025年本乡“一事一议”项目{资金}使用情况。"),
        ("form_wanted", "paper"),
    ];
    for (field, text) in said {
        values.insert(field.to_owned(), Value::Text(text.to_owned()));
    }
    values
}

fn settings() -> LetterSettings {
    let profile = Profile {
        name: "青石乡人民政府".to_owned(),
        short: "青石乡".to_owned(),
        county: "云川县人民政府办公室".to_owned(),
        contact: "王敏".to_owned(),
        phone: "0400-1234567".to_owned(),
        ..Profile::default()
    };
    LetterSettings::default().completed(&profile)
}

/// What must have happened before a letter of this kind is written.
fn story(id: &str, decree: Decree) -> Vec<Event> {
    let (first, second, third) = match decree {
        Decree::Of2019 => ("2026-03-02", "2026-03-06", "2026-03-20"),
        Decree::Of2007 => ("2018-03-01", "2018-03-06", "2018-03-20"),
    };
    let asked = What::ConsultationAsked { whom: Consulted::ThirdParty, party: 1 };
    let more = match id {
        "reply.unclear" => {
            vec![
                event(second, What::CorrectionAsked { until: day(third) }),
                event(third, What::CorrectionReceived { excuse: None }),
            ]
        }
        "reply.not_corrected" => vec![event(second, What::CorrectionAsked { until: day(third) })],
        "reply.not_paid" => vec![event(
            second,
            serde_json::from_str(r#"{"what":"fee_notice","yuan":270,"reduction":0}"#).unwrap(),
        )],
        "third_party_told" | "reply.refused.third_party" => vec![event(second, asked)],
        "withdrawn" => vec![event(second, What::Withdrawn)],
        _ => Vec::new(),
    };
    [received(first)].into_iter().chain(more).collect()
}

/// Every place of the clerk's, filled in.
fn filled_in(template: &Template) -> BTreeMap<String, String> {
    let value = |field: &LetterField| match field.kind {
        PlaceKind::Date => "2026-04-15".to_owned(),
        PlaceKind::Number => "15".to_owned(),
        PlaceKind::Text if !field.given.is_empty() => field.given.clone(),
        PlaceKind::Text | PlaceKind::Long => format!("某{}", field.name),
    };
    template.fields.iter().map(|field| (field.name.clone(), value(field))).collect()
}

fn written(template: &Template, decree: Decree, own: &BTreeMap<String, String>) -> Drafted {
    let (record, settings, calendar) = (record(), settings(), Calendar::state().unwrap());
    let events = story(&template.id, decree);
    let on = events.last().unwrap().on;
    let facts = Facts {
        template,
        record: &record,
        events: &events,
        calendar: &calendar,
        settings: &settings,
        office: "青石乡人民政府",
        on,
        number: "青政公开〔2026〕7号",
    };
    facts.write(own, None, None).unwrap()
}

fn every() -> Vec<(&'static Template, Decree)> {
    let both = [Decree::Of2019, Decree::Of2007];
    let all = templates().unwrap().iter();
    all.flat_map(|t| both.into_iter().filter(|d| t.under(*d)).map(move |d| (t, d))).collect()
}

#[test]
fn every_letter_can_be_written_without_a_hole() {
    for (template, decree) in every() {
        let letter = written(template, decree, &filled_in(template));
        assert_eq!(letter.holes, Vec::<String>::new(), "{} {decree:?}", template.id);
        let text = letter.lines.join("\n").replace("{资金}", "");
        for left in ["{", "}", "[[", "]]", "。。", "；。", "，。", "@", "：。", "。”。"] {
            assert!(!text.contains(left), "{} {decree:?}: {left} in {text}", template.id);
        }
        assert!(!letter.title.is_empty() && !letter.title.contains('{'));
        for line in &letter.lines {
            assert!(line.ends_with(['。', '：', '；']), "{}: {line}", template.id);
        }
        let form = letter.form.unwrap_or_default();
        assert!(!form.text().replace("{资金}", "").contains(['{', '[']), "{}: {}", template.id, form.text());
        let wide: usize = form.columns.len();
        for row in &form.rows {
            assert_eq!(row.iter().map(|cell| cell.over).sum::<usize>(), wide, "{}: {row:?}", template.id);
        }
        assert_eq!(letter.lines.is_empty(), template.is_form(), "{}", template.id);
    }
}

#[test]
fn what_is_not_filled_in_is_named() {
    let missing = |id: &str| written(template(id).unwrap(), Decree::Of2019, &BTreeMap::new()).holes;
    assert_eq!(missing("correction"), ["补正事项"]);
    assert_eq!(missing("reply.refused.secret"), ["理由"]);
    assert_eq!(missing("reply.rejected.repeated"), ["原答复日期"]);
    assert_eq!(missing("reply.not_ours"), ["理由"]);
    assert_eq!(missing("receipt"), Vec::<String>::new());
    assert_eq!(missing("fee"), ["计收方式", "费用计算", "费用金额", "缴费方式"]);
}

#[test]
fn what_may_stay_empty_takes_its_words_along() {
    let mut own = filled_in(template("reply.not_ours").unwrap());
    let whole = written(template("reply.not_ours").unwrap(), Decree::Of2019, &own).lines.join("\n");
    assert!(whole.contains("您可以向某负责机关提出申请。联系方式：某负责机关联系方式。"), "{whole}");
    own.insert("负责机关".to_owned(), String::new());
    own.insert("负责机关联系方式".to_owned(), String::new());
    let less = written(template("reply.not_ours").unwrap(), Decree::Of2019, &own).lines.join("\n");
    assert!(less.contains("现予告知。\n如对本答复书不服"), "{less}");
}

#[test]
fn every_outcome_of_the_table_has_its_letter_and_no_other() {
    let written: BTreeSet<&str> = templates().unwrap().iter().filter_map(|t| t.outcome.as_deref()).collect();
    let table: BTreeSet<&str> = OUTCOMES.iter().map(|choice| choice.id).collect();
    assert_eq!(written, table);
    let ids: BTreeSet<&str> = templates().unwrap().iter().map(|t| t.id.as_str()).collect();
    assert_eq!(ids.len(), templates().unwrap().len());
    for template in templates().unwrap() {
        assert!(GROUPS.iter().any(|group| group.id == template.group), "{}", template.id);
        let form = template.form_text(Decree::Of2019);
        let text = template.text(Decree::Of2019).unwrap() + &template.addressee + &form;
        assert_eq!(template.strangers(&text), Vec::<String>::new(), "{}", template.id);
        for field in &template.fields {
            let old = template.text(Decree::Of2007).unwrap();
            let used = format!("{{{}}}", field.name);
            let kept_for_the_step = matches!(field.name.as_str(), "批准日期" | "减免金额");
            assert!(text.contains(&used) || old.contains(&used) || kept_for_the_step, "{used}");
        }
    }
}

/// 条例第三十条至第三十九条; 旧条例第二十一条至第二十四条.
#[test]
fn letters_name_the_articles_of_their_decree() {
    let articles = [
        ("receipt", "第三十三条", "第二十四条"),
        ("correction", "第三十条", "第二十一条第（四）项"),
        ("third_party", "第三十二条", "第二十三条"),
        ("co_author", "第三十四条", "第七条"),
        ("extension", "第三十三条第二款", "第二十四条第二款"),
        ("reply.public", "第三十六条第（一）项", "第二十一条第（一）项"),
        ("reply.granted", "第三十六条第（二）项", "第二十一条第（一）项"),
        ("reply.partly", "第三十七条", "第二十二条"),
        ("reply.refused.secret", "第十四条、第三十六条第（三）项", "第十四条第四款、第二十一条第（二）项"),
        ("reply.refused.third_party", "第十五条、第三十二条、第三十六条第（三）项", "第二十三条"),
        ("reply.refused.internal", "第十六条第一款、第三十六条第（三）项", "国办发〔2010〕5号"),
        ("reply.refused.process", "第十六条第二款、第三十六条第（三）项", "国办发〔2010〕5号"),
        ("reply.refused.enforcement", "第十六条第二款、第三十六条第（三）项", "第二十一条第（二）项"),
        ("reply.refused.query", "第三十六条第（七）项", "第二十一条"),
        ("reply.not_exist", "第三十六条第（四）项", "第二十一条第（三）项"),
        ("reply.not_ours", "第三十六条第（五）项", "第二十一条第（三）项"),
        ("reply.not_made", "第三十八条", "国办发〔2010〕5号"),
        ("reply.unclear", "第二十九条第二款第（二）项、第三十条", "第二十一条第（四）项"),
        ("reply.rejected.petition", "第三十九条第一款", "第二条"),
        ("reply.rejected.repeated", "第三十六条第（六）项", "国办发〔2010〕5号"),
        ("reply.rejected.publication", "第三十九条第二款", "第二十一条第（一）项"),
        ("reply.not_corrected", "第三十条", "第二十一条第（四）项"),
    ];
    for (id, new, old) in articles {
        let template = template(id).unwrap();
        for (decree, article) in [(Decree::Of2019, new), (Decree::Of2007, old)] {
            let text = written(template, decree, &filled_in(template)).lines.join("\n");
            assert!(text.contains(article), "{id} {decree:?}: {article} not in {text}");
        }
    }
}

#[test]
fn the_review_comes_first_only_where_disclosure_is_refused_by_the_articles_on_it() {
    let of = |id: &str, on: &str| {
        let template = template(id).unwrap();
        template.remedy_on(day(on), Decree::Of2019).unwrap_or_default().to_owned()
    };
    assert_eq!(of("reply.refused.secret", "2023-12-29"), "choice");
    assert_eq!(of("reply.refused.secret", "2024-01-02"), "first");
    assert_eq!(of("reply.partly", "2026-01-05"), "first");
    for id in ["reply.refused.query", "reply.not_exist", "reply.rejected.petition", "reply.granted"] {
        assert_eq!(of(id, "2026-01-05"), "choice", "{id}");
    }
    assert_eq!(of("fee", "2026-01-05"), "fee");
    assert_eq!(of("correction", "2026-01-05"), "");
    let refused = template("reply.refused.secret").unwrap();
    assert_eq!(refused.remedy_on(day("2024-01-02"), Decree::Of2007), Some("choice"));
    assert_eq!((litigation_term(day("2015-04-30")), litigation_term(day("2015-05-04"))), ("3个月", "6个月"));
}

#[test]
fn the_remedy_names_the_countys_bodies() {
    let text = |id: &str| {
        let template = template(id).unwrap();
        written(template, Decree::Of2019, &filled_in(template)).lines.join("\n")
    };
    let free = "如对本答复书不服，可以自收到本答复书之日起60日内向云川县人民政府申请行政复议，也可以自收到本答复书之日起6个月内向云川县人民法院提起行政诉讼。";
    assert!(text("reply.granted").contains(free));
    let first = "如对本答复书不服，应当自收到本答复书之日起60日内先向云川县人民政府申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内向云川县人民法院提起行政诉讼。";
    assert!(text("reply.refused.internal").contains(first));
    assert!(text("reply.rejected.petition").contains("自收到本告知书之日起60日内"));
    // Without a county the clerk is told to name them.
    let bare = LetterSettings::default().completed(&Profile::default());
    assert_eq!((bare.reviewing.as_str(), bare.court.as_str()), ("", ""));
}

#[test]
fn a_letter_says_its_case() {
    let text = |id: &str| written(template(id).unwrap(), Decree::Of2019, &BTreeMap::new()).lines.join("\n");
    let opening = "本机关于2026年3月2日收到您当面提交的政府信息公开申请（登记号：2026-12），申请公开“2025年本乡‘一事一议’项目{资金}使用情况”。";
    assert!(text("reply.public").starts_with(opening), "{}", text("reply.public"));
    assert!(text("receipt").contains("不迟于2026年3月30日"), "{}", text("receipt"));
    let unclear = text("reply.unclear");
    assert!(unclear.contains("本机关于2026年3月20日收到您的补正材料。"), "{unclear}");
    let extension = text("extension");
    assert!(extension.contains("延长20个工作日，本机关将不迟于2026年4月28日予以答复"), "{extension}");
    let own = BTreeMap::from([("延长天数".to_owned(), "５".to_owned())]);
    let shorter = written(template("extension").unwrap(), Decree::Of2019, &own).lines.join("\n");
    assert!(shorter.contains("延长5个工作日，本机关将不迟于2026年4月7日予以答复"), "{shorter}");
    assert_eq!(written(template("receipt").unwrap(), Decree::Of2019, &BTreeMap::new()).addressee, "赵青山");
}

#[test]
fn an_office_writes_its_own() {
    let template = template("receipt").unwrap();
    let mut settings = settings();
    let own = OwnWords {
        title: "回执".to_owned(),
        text: "收到{称呼}的申请。[[登记号{登记号}。]]".to_owned(),
    };
    settings.words.insert("receipt".to_owned(), own);
    assert_eq!(settings.words_of(template, Decree::Of2019).unwrap().title, "回执");
    assert_eq!(settings.words_of(template, Decree::Of2007).unwrap().title, "政府信息公开申请登记回执");
    assert_eq!(template.strangers("收到{称呼}的{申请书}，按{理由}办。"), ["申请书", "理由"]);
    settings.remedies.insert("choice".to_owned(), "不服的可以申请复议。".to_owned());
    assert_eq!(settings.remedy("choice").unwrap(), "不服的可以申请复议。");
    assert!(settings.remedy("first").unwrap().contains("先向"));
}

#[test]
fn a_number_runs_through_its_year_without_gaps() {
    let run = Run::new("{代字}公开告〔{年}〕{序号}号", "青政", 2026).unwrap();
    assert_eq!(run.at(3), "青政公开告〔2026〕3号");
    assert_eq!(run.place("青政公开告〔2026〕13号"), Some(13));
    for other in ["青政公开告〔2025〕3号", "青政公开告〔2026〕03号", "青政公开告〔2026〕号", "3"]
    {
        assert_eq!(run.place(other), None, "{other}");
    }
    assert_eq!(run.next(&[]), 1);
    assert_eq!(run.next(&[1, 2, 3]), 4);
    assert_eq!(run.next(&[1, 3]), 2);
    assert_eq!(run.next(&[13, 14]), 15);
    assert_eq!(Run::new("", "青政", 2026), None);
    for group in GROUPS {
        check_pattern(group.pattern).unwrap();
    }
    assert!(check_pattern("青政〔2026〕{序号}号").unwrap_err().contains("{年}"));
    assert!(check_pattern("青政〔{年}〕号").unwrap_err().contains("{序号}"));
    assert!(check_pattern("青政〔{年}〕{序号}{字}号").unwrap_err().contains("只能用"));
}
