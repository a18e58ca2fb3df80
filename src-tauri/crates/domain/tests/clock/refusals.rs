//! What cannot have been is refused, with its reason; what should not have been is kept and named.

use domain::clock::{Event, Way, What, not_after, received};

use crate::story::{calendar, day, events, refusal, state};

/// Events, the last of which cannot be; the code; words of the reason.
const REFUSED: &[(&str, &str, &str)] = &[
    ("2025-09-25 received in_person; 2025-09-24 decided granted", "clock.order", "早于上一步「收到申请」"),
    ("2025-09-25 received in_person; 1020 received in_person", "clock.order", "只能有一次"),
    ("2025-09-25 received in_person; 1020 signed", "clock.order", "还没有作出决定"),
    (
        "2025-09-25 received in_person; 1020 decided granted; 1021 extend 20",
        "clock.closed",
        "已于 2025年10月20日 作出决定",
    ),
    ("2025-09-25 received in_person; 1013 withdrawn; 1014 decided granted", "clock.closed", "撤回"),
    (
        "2025-09-25 received in_person; 1013 withdrawn; 1014 amended granted 错",
        "clock.corrected",
        "没有可更正的答复",
    ),
    ("2025-09-25 received in_person; 0928 ask 0928", "clock.correction", "不在告知日期"),
    (
        "2025-09-25 received in_person; 0928 ask 1020; 1010 corrected; 1011 ask 1030",
        "clock.correction",
        "一次性告知",
    ),
    (
        "2025-09-25 received in_person; 0928 ask 1010; 1015 corrected",
        "clock.correction",
        "补正期限 2025年10月10日 已过",
    ),
    ("2025-09-25 received in_person; 1015 corrected", "clock.correction", "没有等待中的补正"),
    ("2025-09-25 received in_person; 0928 ask 1020; 1010 third", "clock.waiting", "还没有收到补正"),
    (
        "2025-09-25 received in_person; 0928 ask 1020; 1010 decided granted",
        "clock.waiting",
        "还在等申请人补正",
    ),
    (
        "2025-09-25 received in_person; 0928 ask 1020; 1020 decided other.not_corrected",
        "clock.waiting",
        "还不能视为放弃",
    ),
    ("2025-09-25 received in_person; 0928 extend 20; 0929 ask 1020", "clock.correction", "不能再要求补正"),
    ("2025-09-25 received in_person; 1013 third; 1014 third", "clock.consultation", "已经征求过第三方（1）"),
    ("2025-09-25 received in_person; 1013 third-yes", "clock.consultation", "没有征求过第三方（1）"),
    (
        "2025-09-25 received in_person; 1013 third; 1014 third-yes; 1015 third-no",
        "clock.consultation",
        "已经答复过",
    ),
    (
        "2025-09-25 received in_person; 1013 third; 1014 third-served; 1015 third-served",
        "clock.consultation",
        "已经送达",
    ),
    (
        "2025-09-25 received in_person; 1013 third; 1020 decided granted",
        "clock.outcome",
        "最迟等到 2025年11月3日",
    ),
    ("2025-09-25 received in_person; 1030 extend 20", "clock.extension", "答复期限 2025年10月29日 已过"),
    ("2025-09-25 received in_person; 1020 extend 21", "clock.extension", "最长20个工作日"),
    ("2025-09-25 received in_person; 1020 extend 0", "clock.extension", "最长20个工作日"),
    ("2018-02-05 received in_person; 0226 extend 16", "clock.extension", "旧条例规定最长15个工作日"),
    ("2025-09-25 received in_person; 1020 extend 10; 1021 extend 10", "clock.extension", "已经延期过一次"),
    ("2025-09-25 received in_person; 1020 extend 10 1021", "clock.extension", "批准日期"),
    ("2025-09-25 received in_person; 1020 extend 10 0924", "clock.extension", "批准日期"),
    ("2018-02-05 received in_person; 0226 reasons", "clock.decree", "按旧条例办理"),
    ("2018-02-05 received in_person; 0226 fee 30", "clock.decree", "按旧条例办理"),
    ("2020-11-20 received in_person; 1130 fee 30", "clock.fee", "2021年1月1日"),
    ("2025-09-25 received in_person; 1013 reasonable", "clock.reasons", "没有等待中的"),
    ("2025-09-25 received in_person; 0928 reasons; 0929 reasons", "clock.reasons", "已经要求说明过理由"),
    ("2025-09-25 received in_person; 1013 defer 1231", "clock.deferral", "合理理由"),
    (
        "2025-09-25 received in_person; 0928 reasons; 1013 reasonable; 1014 defer 1029",
        "clock.deferral",
        "没有晚于",
    ),
    (
        "2025-09-25 received in_person; 0928 reasons; 1013 reasonable; 1030 defer 1231",
        "clock.deferral",
        "已过",
    ),
    (
        "2025-09-25 received in_person; 0928 reasons; 1013 reasonable; 1020 decided rejected.excessive",
        "clock.outcome",
        "理由合理",
    ),
    ("2025-09-25 received in_person; 1020 decided rejected.excessive", "clock.outcome", "要求说明理由"),
    ("2025-09-25 received in_person; 1020 decided unable.unclear", "clock.outcome", "要求补正"),
    ("2025-09-25 received in_person; 1020 decided other.not_paid", "clock.outcome", "发出收费通知"),
    ("2025-09-25 received in_person; 1020 decided sunshine", "clock.outcome", "没有「sunshine」"),
    ("2025-09-25 received in_person; 1020 fee 0", "clock.fee", "要大于 0"),
    ("2025-09-25 received in_person; 1020 fee 80; 1021 fee 90", "clock.fee", "已经发出过"),
    ("2025-09-25 received in_person; 1020 paid", "clock.fee", "没有等待缴纳"),
    ("2025-09-25 received in_person; 1020 fee-served", "clock.fee", "没有等待送达"),
    ("2025-09-25 received in_person; 1020 fee 80; 1118 paid", "clock.fee", "缴费期限 2025年11月17日 已过"),
    ("2025-09-25 received in_person; 1020 fee 80; 1021 extend 20", "clock.waiting", "还没有缴费"),
    (
        "2025-09-25 received in_person; 1020 fee 80; 1117 decided other.not_paid",
        "clock.waiting",
        "还不能视为放弃",
    ),
    ("2025-09-25 received in_person; 1020 review", "clock.dispute", "还没有答复"),
    (
        "2025-09-25 received in_person; 1020 decided granted; 1021 amended partly",
        "clock.corrected",
        "没有写理由",
    ),
];

#[test]
fn what_cannot_be_is_refused_with_its_reason() {
    for (line, code, words) in REFUSED {
        let failure = refusal(line);
        assert_eq!(failure.code, *code, "{line}: {}", failure.message);
        assert!(failure.message.contains(words), "{line}: {}", failure.message);
        assert!(!failure.hint.is_empty(), "{line}: what to do is not said");
    }
}

/// Events, and words of what is held against them.
const FAULTS: &[(&str, &str)] = &[
    (
        "2025-09-25 received in_person; 1020 ask 1110; 1030 corrected",
        "要求补正超过了7个工作日：应在 2025年10月11日 前",
    ),
    ("2025-09-25 received in_person; 1031 fee 80", "收费通知应在答复期限"),
    ("2025-09-25 received in_person; 1020 decided refused.third_party", "没有征求第三方意见的记录"),
    ("2025-09-25 received in_person; 1013 third; 1014 third-no; 1020 decided granted", "书面告知第三方"),
    ("2018-02-05 received in_person; 0208 office", "旧条例没有把征求其他机关意见的时间"),
];

#[test]
fn what_should_not_have_been_is_kept_and_named() {
    for (line, words) in FAULTS {
        let faults = state(line, "2025-12-01").faults;
        assert!(faults.iter().any(|fault| fault.contains(words)), "{line}: {faults:?}");
    }
    let clean = "2025-09-25 received in_person; 0928 ask 1020; 1015 corrected; 1020 decided granted";
    assert_eq!(state(clean, "2025-12-01").faults, Vec::<String>::new());
}

#[test]
fn a_case_begins_with_its_receipt_on_the_right_day() {
    let calendar = calendar();
    let read = |events: &[Event]| domain::clock::Case::read(events, &calendar).map(|_| ()).unwrap_err();
    assert_eq!(read(&[]).code, "clock.received");
    assert_eq!(read(&[Event::new(day("2025-09-25"), What::Withdrawn)]).code, "clock.received");
    let unconfirmed = received(Way::Online, day("2025-09-25"), None).unwrap_err();
    assert!(unconfirmed.code == "clock.receipt" && unconfirmed.message.contains("还没有确认日期"));
    let early = received(Way::Letter, day("2025-09-25"), Some(day("2025-09-24"))).unwrap_err();
    assert!(early.message.contains("早于到达日期"));
    let mut wrong = events("2025-09-22 received online 2025-09-25");
    wrong[0].on = day("2025-09-22");
    let failure = read(&wrong);
    assert_eq!(failure.message, "收到日期写的是 2025年9月22日，按条例第三十一条应是 2025年9月25日");
}

#[test]
fn nothing_is_told_of_the_future() {
    let told = events("2025-09-25 received in_person; 1020 decided granted");
    assert!(not_after(&told, day("2025-10-20")).is_ok());
    let failure = not_after(&told, day("2025-10-19")).unwrap_err();
    assert!(failure.code == "clock.future" && failure.message.contains("「作出决定」的日期 2025年10月20日"));
}
