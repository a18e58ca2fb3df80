//! A due date explains itself, and a case says what can be done next.

use domain::clock::{Possible, possible};

use crate::story::{calendar, day, events, state};

#[test]
fn a_due_date_says_why() {
    let text = |line: &str, today: &str| state(line, today).explanation.text;
    assert_eq!(
        text("2025-09-25 received in_person", "2025-10-09"),
        "收到 9月25日（周四）；9月28日（周日）调休上班计入；10月1—8日放假不计；10月11日（周六）调休上班计入；第20个工作日 10月29日"
    );
    let asked = text("2025-09-25 received in_person; 1013 third; 1020 third-yes", "2025-10-21");
    assert!(asked.contains("征求第三方意见 10月13日至10月20日，扣除5个工作日"), "{asked}");
    assert!(asked.ends_with("第20个工作日 11月5日"), "{asked}");
    let open = text("2025-09-25 received in_person; 1013 third", "2025-10-21");
    assert!(open.contains("（尚未答复，按期满计）"), "{open}");
    let extended = text("2025-09-25 received in_person; 1029 extend 20", "2025-10-30");
    assert!(extended.contains("第20个工作日 10月29日；经批准延长20个工作日"), "{extended}");
    let corrected = text("2025-09-25 received in_person; 0928 ask 1020; 1015 corrected", "2025-10-30");
    assert!(
        corrected.starts_with(
            "收到 9月25日（周四）；要求补正 9月28日（周日）；收到补正 10月15日（周三），答复期限重新计算"
        ),
        "{corrected}"
    );
    let waiting = text("2025-09-25 received in_person; 1020 fee 80", "2025-10-30");
    assert!(waiting.ends_with("缴清费用后重新计算答复期限"), "{waiting}");
    let over = state("2026-12-10 received in_person", "2026-12-11");
    assert_eq!(over.explanation.note.as_deref(), Some("2027 年安排未入库，按周末推算"));
}

#[test]
fn other_terms_run_within_the_case() {
    let limits = |line: &str, today: &str| {
        let of = state(line, today).limits.into_iter();
        of.map(|l| format!("{} {}{}", l.what, l.due, if l.passed { " 已过" } else { "" })).collect::<Vec<_>>()
    };
    let line = "2025-09-25 received in_person";
    assert_eq!(limits(line, "2025-10-11"), ["要求补正（内容不明确的） 2025-10-11"]);
    assert_eq!(limits(line, "2025-10-13"), Vec::<String>::new());
    let both = "2025-09-25 received in_person; 1013 third; 1014 office; 1016 third-served";
    assert_eq!(
        limits(both, "2025-11-05"),
        ["第三方（1）提出意见 2025-11-06", "其他机关（1）提出意见 2025-11-04 已过"]
    );
    assert_eq!(
        limits("2025-09-25 received in_person; 0928 ask 1020", "2025-10-09"),
        ["申请人补正 2025-10-20"]
    );
    assert_eq!(limits("2025-09-25 received in_person; 1020 fee 80", "2025-10-21"), ["申请人缴费 2025-11-17"]);
    let remedy =
        state("2025-09-25 received in_person; 1020 decided granted; 1021 signed", "2025-11-01").remedy;
    let remedy = remedy.unwrap();
    assert_eq!(remedy.reconsideration_until, day("2025-12-20"));
    assert_eq!(remedy.litigation_until, day("2026-04-21"));
}

fn offered(line: &str, today: &str) -> (Vec<String>, Vec<Possible>) {
    let steps = possible(&events(line), &calendar(), day(today));
    (steps.iter().filter(|s| s.refused.is_none()).map(|s| s.label.clone()).collect(), steps)
}

#[test]
fn a_case_offers_what_can_be_done_and_says_of_the_rest_why_not() {
    let (labels, steps) = offered("2025-09-25 received in_person", "2025-10-09");
    assert_eq!(
        labels,
        [
            "作出决定",
            "要求补正",
            "征求第三方意见",
            "征求其他机关意见",
            "延期",
            "要求说明理由",
            "发出收费通知",
            "撤回"
        ]
    );
    let refused = |label: &str| steps.iter().find(|s| s.label == label).unwrap().refused.clone().unwrap();
    assert!(refused("送达").contains("还没有作出决定"));
    let decision = steps.iter().find(|s| s.label == "作出决定").unwrap();
    assert!(decision.outcomes.iter().any(|o| o == "granted"));
    assert!(!decision.outcomes.iter().any(|o| o == "other.not_paid"));

    let (labels, _) = offered("2025-09-25 received in_person; 0928 ask 1020", "2025-10-09");
    assert_eq!(labels, ["收到补正", "撤回"]);
    let (labels, steps) = offered("2025-09-25 received in_person; 0928 ask 1020", "2025-10-21");
    assert_eq!(labels, ["收到补正", "作出决定", "撤回"]);
    assert_eq!(steps[1].outcomes, ["other.not_corrected"]);
    let (labels, _) = offered("2025-09-25 received in_person; 1013 third", "2025-10-14");
    assert!(
        labels.starts_with(&["征求意见书送达第三方".to_owned(), "第三方答复意见".to_owned()]),
        "{labels:?}"
    );
    assert!(labels.contains(&"再征求第三方意见（2）".to_owned()));
    let (labels, _) =
        offered("2025-09-25 received in_person; 1013 decided granted; 1014 signed", "2025-12-14");
    assert_eq!(labels, ["送达", "更正答复", "行政复议", "行政诉讼"]);
}

#[test]
fn what_was_done_in_time_can_be_entered_late() {
    let (labels, steps) = offered("2025-09-25 received in_person", "2025-12-01");
    assert!(labels.contains(&"延期".to_owned()), "the applicant may have been told in time");
    let extension = steps.iter().find(|s| s.label == "延期").unwrap();
    assert_eq!(extension.event.on, day("2025-09-25"));
}
