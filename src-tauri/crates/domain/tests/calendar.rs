//! Working days against the notices of 2004–2026, counting and its inverse, explanations, and reading the
//! text of a notice.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use domain::calendar::{Calendar, Count, DayKind, Holiday, Notice, Pause, recognise};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

fn state() -> Calendar {
    Calendar::state().unwrap()
}

/// The embedded days as raw JSON, so that the reading is tested too.
fn raw() -> Vec<serde_json::Value> {
    serde_json::from_str(include_str!("../data/holidays.json")).unwrap()
}

#[test]
fn every_day_of_2004_to_2026_is_right() {
    let dates = |v: &serde_json::Value| -> Vec<NaiveDate> {
        v.as_array().unwrap().iter().map(|d| day(d.as_str().unwrap())).collect()
    };
    let (mut off, mut worked) = (BTreeSet::new(), BTreeSet::new());
    for year in raw() {
        year["holidays"].as_array().unwrap().iter().for_each(|h| off.extend(dates(&h["days"])));
        worked.extend(dates(&year["workdays"]));
    }
    let calendar = state();
    let mut looked_at = 0;
    for d in day("2004-01-01").iter_days().take_while(|d| d.year() <= 2026) {
        let weekend = matches!(d.weekday(), Weekday::Sat | Weekday::Sun);
        let right = worked.contains(&d) || (!weekend && !off.contains(&d));
        assert_eq!(calendar.is_working(d), right, "{d}");
        assert_eq!(calendar.kind(d).is_working(), right, "{d}");
        assert_eq!(calendar.kind(d) == DayKind::Adjusted, worked.contains(&d), "{d}");
        looked_at += 1;
    }
    assert_eq!(looked_at, 8401);
}

#[test]
fn the_embedded_notices_hold_what_a_notice_must() {
    let calendar = state();
    for year in 2004..=2026 {
        let notice = calendar.notice(year).unwrap_or_else(|| panic!("{year} is missing"));
        notice.check().unwrap();
        assert_eq!(notice.holidays.first().unwrap().name, "元旦", "{year}");
    }
    assert!(!calendar.knows(2003) && !calendar.knows(2027));
}

/// The embedded days beside the project's collected ones, where that folder is at hand.
#[test]
fn the_embedded_days_are_the_collected_ones() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let Some(file) = root.map(|p| p.join("../shared/data/holidays.json")).find(|p| p.exists()) else {
        eprintln!("skipped: no collected holidays beside the project");
        return;
    };
    let collected: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let years = collected["years"].as_object().unwrap();
    assert_eq!(years.len(), raw().len());
    for notice in raw() {
        let of = &years[&notice["year"].to_string()];
        assert_eq!(of["workdays"], notice["workdays"]);
        for holiday in notice["holidays"].as_array().unwrap() {
            assert_eq!(of["holidays"][holiday["name"].as_str().unwrap()], holiday["days"]);
        }
    }
}

/// Counted by two independent libraries: received, then the 7th, 15th, 20th and 40th working day.
const VECTORS: &[(&str, [&str; 4])] = &[
    ("2018-02-05", ["2018-02-13", "2018-03-01", "2018-03-08", "2018-04-08"]),
    ("2018-09-25", ["2018-10-09", "2018-10-19", "2018-10-26", "2018-11-23"]),
    ("2019-05-15", ["2019-05-24", "2019-06-05", "2019-06-13", "2019-07-11"]),
    ("2024-02-01", ["2024-02-09", "2024-02-27", "2024-03-05", "2024-04-02"]),
    ("2025-01-20", ["2025-02-05", "2025-02-14", "2025-02-21", "2025-03-21"]),
    ("2025-09-25", ["2025-10-11", "2025-10-22", "2025-10-29", "2025-11-26"]),
    ("2026-01-20", ["2026-01-29", "2026-02-10", "2026-02-24", "2026-03-23"]),
    ("2026-02-10", ["2026-02-26", "2026-03-09", "2026-03-16", "2026-04-14"]),
    ("2026-04-28", ["2026-05-11", "2026-05-21", "2026-05-28", "2026-06-26"]),
    ("2026-09-18", ["2026-09-29", "2026-10-15", "2026-10-22", "2026-11-19"]),
];

#[test]
fn the_test_vectors_hold() {
    let calendar = state();
    for (from, due) in VECTORS {
        for (n, due) in [7_u32, 15, 20, 40].into_iter().zip(due) {
            let counted = calendar.add(day(from), n);
            assert_eq!(counted.value, day(due), "{from} +{n}");
            assert_eq!(counted.note(), None, "{from} +{n}");
            assert_eq!(calendar.between(day(from), day(due)).value, i64::from(n), "{from} → {due}");
            assert_eq!(calendar.deadline(day(from), "收到", n).due, day(due), "{from} +{n}");
        }
    }
    assert_eq!(calendar.add(day("2026-12-10"), 7).value, day("2026-12-21"));
    assert_eq!(calendar.add(day("2026-12-10"), 15).value, day("2026-12-31"));
}

#[test]
fn a_year_without_a_notice_says_so_everywhere() {
    let calendar = state();
    let note = Some("2027 年安排未入库，按周末推算".to_owned());
    assert_eq!(calendar.add(day("2026-12-10"), 15).note(), None);
    let counted = calendar.add(day("2026-12-10"), 20);
    assert_eq!((counted.value, counted.note()), (day("2027-01-07"), note.clone()));
    assert_eq!(calendar.between(day("2026-12-30"), day("2027-01-05")).note(), note);
    assert_eq!(calendar.deadline(day("2026-12-10"), "收到", 20).explanation.note, note);
    assert_eq!(calendar.add(day("2026-12-31"), 1).note(), note, "no day of 2026 is counted");
    let both = calendar.add(day("2027-12-31"), 300).note();
    assert_eq!(both.as_deref(), Some("2028、2029 年安排未入库，按周末推算"));
}

#[test]
fn a_notice_that_comes_later_moves_the_date() {
    let notice = Notice::from_json(
        r#"{"year": 2027, "holidays": [{"name": "元旦", "days": ["2027-01-01", "2027-01-02", "2027-01-03"]}]}"#,
    )
    .unwrap();
    let calendar = state().with_notice(notice);
    let counted = calendar.add(day("2026-12-10"), 20);
    assert_eq!((counted.value, counted.note()), (day("2027-01-08"), None));
}

#[test]
fn a_corrected_notice_takes_the_place_of_the_first() {
    let again = Notice {
        year: 2020,
        holidays: vec![Holiday { name: "春节".into(), days: vec![day("2020-01-24")] }],
        workdays: Vec::new(),
    };
    let calendar = state().with_notice(again);
    assert!(calendar.is_working(day("2020-01-31")), "was off by the first notice");
    assert!(!calendar.is_working(day("2020-01-19")), "was worked by the first notice");
}

#[test]
fn local_holidays_come_on_top() {
    let third = Holiday { name: "三月三".into(), days: vec![day("2025-03-31"), day("2025-04-01")] };
    let calendar = state().with_local(vec![third]);
    assert_eq!(calendar.kind(day("2025-03-31")), DayKind::Local("三月三".into()));
    let plain = state().add(day("2025-03-28"), 2).value;
    assert_eq!((plain, calendar.add(day("2025-03-28"), 2).value), (day("2025-04-01"), day("2025-04-03")));
    let text = calendar.deadline(day("2025-03-28"), "收到", 2).explanation.text;
    assert_eq!(text, "收到 3月28日（周五）；3月31日—4月1日三月三放假不计；第2个工作日 4月3日");
}

#[test]
fn the_explanation_reads_as_a_clerk_would_say_it() {
    let text = |from, n| state().deadline(day(from), "收到", n).explanation.text;
    assert_eq!(
        text("2025-09-25", 20),
        "收到 9月25日（周四）；9月28日（周日）调休上班计入；10月1—8日放假不计；10月11日（周六）调休上班计入；第20个工作日 10月29日"
    );
    assert_eq!(text("2026-07-06", 7), "收到 7月6日（周一）；第7个工作日 7月15日");
    assert_eq!(
        text("2023-09-26", 7),
        "收到 9月26日（周二）；9月29日—10月6日放假不计；10月7日（周六）调休上班计入；10月8日（周日）调休上班计入；第7个工作日 10月11日"
    );
    assert_eq!(
        text("2022-12-28", 5),
        "收到 12月28日（周三）；12月31日—2023年1月2日放假不计；第5个工作日 1月5日"
    );
}

#[test]
fn an_explanation_goes_day_by_day() {
    let deadline = state().deadline(day("2025-09-25"), "收到", 20);
    let steps = &deadline.explanation.steps;
    assert_eq!(steps.len(), 34);
    assert_eq!(steps.iter().filter(|s| s.number.is_some()).count(), 20);
    let label = |d: &str| &steps.iter().find(|s| s.day == day(d)).unwrap().label;
    assert_eq!(label("2025-09-26"), "第1个工作日");
    assert_eq!(label("2025-09-27"), "周末");
    assert_eq!(label("2025-09-28"), "调休上班，第2个工作日");
    assert_eq!(label("2025-10-08"), "国庆节放假");
}

#[test]
fn a_pause_shows_what_it_took_out() {
    let pause = |from: &str, to: &str, why: &str| Pause { from: day(from), to: day(to), why: why.into() };
    let mut count = Count::new(day("2025-09-25"), "收到", 20);
    count.pauses = vec![pause("2025-09-29", "2025-10-17", "征求第三方意见")];
    let deadline = state().explain(&count);
    assert_eq!(deadline.due, day("2025-11-11"));
    assert_eq!(
        deadline.explanation.text,
        "收到 9月25日（周四）；9月28日（周日）调休上班计入；征求第三方意见 9月29日至10月17日，扣除9个工作日；第20个工作日 11月11日"
    );
    // Two at the same time take the days out once.
    count.pauses.push(pause("2025-10-09", "2025-10-20", "征求其他机关意见"));
    let deadline = state().explain(&count);
    assert_eq!(deadline.due, day("2025-11-12"));
    assert!(
        deadline
            .explanation
            .text
            .contains("征求第三方意见、征求其他机关意见 9月29日至10月20日，扣除10个工作日")
    );
}

proptest! {
    #[test]
    fn adding_and_counting_are_each_others_inverse(from in 0_i64..8400, n in 0_u32..300) {
        let calendar = state();
        let from = day("2004-01-01") + chrono::Days::new(from.unsigned_abs());
        let due = calendar.add(from, n).value;
        prop_assert_eq!(calendar.between(from, due).value, i64::from(n));
        prop_assert_eq!(calendar.between(due, from).value, -i64::from(n));
        prop_assert!(n == 0 || calendar.is_working(due));
        prop_assert_eq!(calendar.deadline(from, "收到", n).due, due);
    }

    #[test]
    fn counting_and_adding_come_back_to_a_working_day(from in 0_u64..8000, length in 1_u64..400) {
        let calendar = state();
        let from = day("2004-01-01") + chrono::Days::new(from);
        let to = calendar.last_working(from + chrono::Days::new(length));
        prop_assume!(to > from);
        let n = calendar.between(from, to).value;
        prop_assert_eq!(calendar.add(from, u32::try_from(n).unwrap()).value, to);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,60}") {
        let _ = recognise(&text, Some(2027));
    }

    #[test]
    fn any_words_of_a_notice_are_read_or_refused(
        words in prop::collection::vec(prop::sample::select(vec![
            "一、元旦：", "春节：", "1月1日", "31日", "2月30日", "12月", "2028年", "至", "—", "放假", "上班", "共3天",
            "调至", "（周四）", "（", "）", "，", "。", "99999999999", "、", "\n",
        ]), 0..25)
    ) {
        let _ = recognise(&words.concat(), Some(2027));
    }
}

#[test]
fn reads_the_text_of_a_notice() {
    let text = "国务院办公厅关于２０２６年部分节假日安排的通知\n国办发明电〔2025〕7号\n\
        各省、自治区、直辖市人民政府：\n经批准，现将2026年放假调休日期的具体安排通知如下：\n\
        一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。\n\
        二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。\n\
        三、清明节：4月4日（周六）至6日（周一）放假，共3天。\n\
        四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。\n\
        五、端午节：6月19日（周五）至21日（周日）放假，共3天。\n\
        六、中秋节：9月25日（周五）至27日（周日）放假，共3天。\n\
        七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。\n\
        节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。\n国务院办公厅\n2025年11月4日";
    let read = recognise(text, None).unwrap();
    let in_one_line = recognise(&text.replace('\n', ""), None).unwrap();
    assert_eq!(in_one_line, read, "the lines may be lost in pasting");
    assert_eq!(read.doubts, Vec::<String>::new());
    let embedded = state();
    assert_eq!(&read.notice, embedded.notice(2026).unwrap());
}

#[test]
fn reads_the_wordings_of_other_years() {
    let days = |year, text: &str| {
        let read = recognise(text, Some(year)).unwrap();
        let off: Vec<_> = read.notice.days_off().map(|(_, d)| d.to_string()).collect();
        let worked: Vec<_> = read.notice.workdays.iter().map(ToString::to_string).collect();
        (off, worked)
    };
    let one = |year, text: &str| {
        let (off, worked) = days(year, text);
        (off.first().unwrap().clone(), off.last().unwrap().clone(), off.len(), worked.join(" "))
    };
    let expect =
        |from: &str, to: &str, n, worked: &str| (from.to_owned(), to.to_owned(), n, worked.to_owned());
    let cases = [
        (
            2023,
            "元旦：2022年12月31日至2023年1月2日放假调休，共3天。",
            expect("2022-12-31", "2023-01-02", 3, ""),
        ),
        (
            2019,
            "一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。",
            expect("2018-12-30", "2019-01-01", 3, "2018-12-29"),
        ),
        (
            2019,
            "元旦：12月30日至1月1日放假，12月29日上班。",
            expect("2018-12-30", "2019-01-01", 3, "2018-12-29"),
        ),
        (2024, "一、元旦：1月1日放假，与周末连休。", expect("2024-01-01", "2024-01-01", 1, "")),
        (
            2024,
            "二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励安排职工在除夕（2月9日）休息。",
            expect("2024-02-10", "2024-02-17", 8, "2024-02-04 2024-02-18"),
        ),
        (2016, "劳动节：5月1日放假，5月2日（星期一）补休。", expect("2016-05-01", "2016-05-02", 2, "")),
        (
            2009,
            "一、元旦：1月1日至3日放假，共3天。其中，1月1日（星期四、新年）为法定节假日，1月3日（星期六）为公休日，\
             1月4日（星期日）公休日调至1月2日（星期五）。1月4日（星期日）上班。",
            expect("2009-01-01", "2009-01-03", 3, "2009-01-04"),
        ),
        (
            2013,
            "国庆节:10月1日-7日放假调休，共7天。9月29日、10月12日上班",
            expect("2013-10-01", "2013-10-07", 7, "2013-09-29 2013-10-12"),
        ),
        (
            2025,
            "国庆节、中秋节：10月1—8日放假，共8天。9月28日上班",
            expect("2025-10-01", "2025-10-08", 8, "2025-09-28"),
        ),
        (2027, "一、元旦：1月1日放假1天，不调休。", expect("2027-01-01", "2027-01-01", 1, "")),
    ];
    for (year, text, right) in cases {
        assert_eq!(one(year, text), right, "{text}");
    }
}

#[test]
fn what_does_not_agree_is_a_doubt() {
    let read =
        recognise("一、元旦：1月1日（周五）至3日（周日）放假，共4天。1月9日（周日）上班。", Some(2027))
            .unwrap();
    let doubts = read.doubts.join("\n");
    assert!(doubts.contains("元旦写明共4天，识别出3天"), "{doubts}");
    assert!(doubts.contains("2027年1月9日写作周日，实际是周六"), "{doubts}");
    assert!(doubts.contains("没有识别到春节"), "{doubts}");
    assert_eq!(read.notice.workdays, [day("2027-01-09")]);
}

#[test]
fn what_is_no_notice_is_refused_in_words() {
    let code = |text: &str, year| recognise(text, year).unwrap_err().code;
    assert_eq!(code("元旦：1月1日放假", None), "calendar.unrecognised");
    assert_eq!(code("今天天气很好", Some(2027)), "calendar.unrecognised");
    assert_eq!(code("清明节：2月30日放假", Some(2027)), "calendar.unrecognised");
    assert_eq!(code("春节：2月1日至12月7日放假", Some(2027)), "calendar.unrecognised");
    let failure = recognise("春节：2月6日至12日放假。2月17日上班", Some(2027)).unwrap_err();
    assert_eq!(failure.code, "calendar.notice");
    assert!(failure.message.contains("2027年2月17日是周三，本来就上班"), "{}", failure.message);
}

#[test]
fn a_file_that_is_no_notice_is_refused() {
    let failure = |text: &str| Notice::from_json(text).unwrap_err();
    assert_eq!(failure("{").code, "calendar.unreadable");
    assert_eq!(failure(r#"{"year": 2027, "holidays": [], "extra": 1}"#).code, "calendar.unreadable");
    assert_eq!(failure(r#"{"year": 2027, "holidays": []}"#).code, "calendar.notice");
    let outside = failure(r#"{"year": 2027, "holidays": [{"name": "元旦", "days": ["2026-01-01"]}]}"#);
    assert!(outside.message.contains("2026年1月1日不在 2027 年"), "{}", outside.message);
    let both = r#"{"year": 2027, "holidays": [{"name": "元旦", "days": ["2027-01-02"]}], "workdays": ["2027-01-02"]}"#;
    assert!(failure(both).message.contains("既写了放假又写了上班"));
}
