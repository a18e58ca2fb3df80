//! Records that were kept without events, and back.

use domain::clock::{Case, follow, from_record};
use domain::{Value, Values};

use crate::story::{calendar, day, events};

fn record(pairs: &[(&str, &str)]) -> Values {
    let text = pairs.iter().map(|(id, text)| ((*id).to_owned(), Value::Text((*text).to_owned())));
    text.collect()
}

#[test]
fn a_record_comes_back_out_of_its_events_as_it_went_in() {
    let calendar = calendar();
    let whole = [
        ("received_on", "2025-09-25"),
        ("received_by", "online"),
        ("outcome", "other.not_corrected"),
        ("decided_on", "2025-11-20"),
        ("delivered_on", "2025-11-21"),
    ];
    for n in [2, 4, 5] {
        let mut values = record(&whole[..n]);
        for extended in [false, true] {
            if extended {
                values.insert("extended".into(), Value::Flag(true));
            }
            let events = from_record(&values, &calendar).unwrap();
            let case = Case::read(&events, &calendar).unwrap();
            let mut after = values.clone();
            follow(&case, &events, &mut after);
            after.retain(|_, value| !value.is_empty());
            assert_eq!(after, values);
            assert_eq!(case.extension.is_some(), extended);
        }
    }
}

#[test]
fn half_a_record_is_said_to_be_half() {
    let calendar = calendar();
    let fault = |pairs: &[(&str, &str)]| from_record(&record(pairs), &calendar).unwrap_err().message;
    assert!(fault(&[("received_by", "fax")]).contains("没有收到日期"));
    let received = [("received_on", "2025-09-25"), ("received_by", "fax")];
    assert!(fault(&received[..1]).contains("没有收到方式"));
    assert!(fault(&[&received[..], &[("decided_on", "2025-10-09")]].concat()).contains("只填了一个"));
    assert!(fault(&[&received[..], &[("delivered_on", "2025-10-09")]].concat()).contains("没有填答复日期"));
}

#[test]
fn every_event_travels_as_json_and_says_what_it_is() {
    let line = "2025-09-22 received letter 2025-09-25; 0926 ask 1020; 1010 corrected; 1013 third; 1014 third-served; \
                1015 third-no; 1016 office; 1017 office-yes; 1020 reasons; 1021 reasonable; 1022 extend 5; \
                1023 defer 2026-01-30; 1024 fee 80; 1027 fee-served; 1028 paid; 1029 decided granted; 1030 posted; \
                1103 amended partly 遗漏; 1110 review";
    let told = events(line);
    let calendar = calendar();
    Case::read(&told, &calendar).unwrap();
    for event in &told {
        let json = serde_json::to_string(event).unwrap();
        assert_eq!(&serde_json::from_str::<domain::clock::Event>(&json).unwrap(), event);
        assert!(!event.what.label().is_empty());
    }
    assert_eq!(told[0].detail(), "平常信函，2025年9月22日 到达，2025年9月25日 确认");
    assert_eq!(told[5].detail(), "第三方不同意公开");
    assert_eq!(told[10].detail(), "5个工作日，当日经负责人同意");
    let taken =
        from_record(&record(&[("received_on", "2025-09-25"), ("received_by", "fax")]), &calendar).unwrap();
    assert!(taken[0].taken_over && taken[0].on == day("2025-09-25"));
    assert_eq!(taken[0].detail(), "传真；由台账带入");
}
