//! A line a case: what happened, the day it is looked at, and where it stands then. 「—」 is no due date: the
//! clock stands still; `late` is overdue.

use crate::story::{day, state};

/// Events; today; due; status; days left (「.」 where the case is over).
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// Received, and nothing else: the test vectors, year ends and spring festivals.
const PLAIN: &[Row] = &[
    ("2018-09-25 received in_person", "2018-09-26", "2018-10-19", "办理中", "14"),
    ("2019-05-14 received in_person", "2019-05-20", "2019-06-04", "办理中", "11"),
    ("2019-05-15 received in_person", "2019-05-20", "2019-06-13", "办理中", "17"),
    ("2008-05-01 received registered", "2008-05-05", "2008-05-22", "办理中", "13"),
    ("2018-02-05 received in_person", "2018-02-28", "2018-03-01", "办理中", "1"),
    ("2017-12-18 received registered", "2018-01-09", "2018-01-09", "办理中", "0"),
    ("2012-09-20 received in_person", "2012-10-18", "2012-10-17", "办理中", "late"),
    ("2015-02-10 received in_person", "2015-02-15", "2015-03-06", "办理中", "11"),
    ("2020-01-13 received oral", "2020-01-31", "2020-02-17", "办理中", "11"),
    ("2020-01-23 received in_person", "2020-02-28", "2020-02-28", "办理中", "0"),
    ("2021-02-01 received in_person", "2021-03-05", "2021-03-04", "办理中", "late"),
    ("2022-12-12 received registered", "2022-12-12", "2023-01-10", "办理中", "20"),
    ("2023-01-19 received in_person", "2023-02-17", "2023-02-21", "办理中", "2"),
    ("2023-09-22 received in_person", "2023-10-07", "2023-10-26", "办理中", "15"),
    ("2024-02-01 received in_person", "2024-02-09", "2024-03-05", "办理中", "13"),
    ("2024-12-31 received in_person", "2025-01-26", "2025-02-05", "办理中", "2"),
    ("2025-01-20 received in_person", "2025-02-14", "2025-02-21", "办理中", "5"),
    ("2025-09-25 received in_person", "2025-09-28", "2025-10-29", "办理中", "18"),
    ("2025-12-31 received in_person", "2026-01-04", "2026-01-29", "办理中", "19"),
    ("2026-01-20 received in_person", "2026-02-14", "2026-02-24", "办理中", "1"),
    ("2026-02-10 received in_person", "2026-02-28", "2026-03-16", "办理中", "11"),
    ("2026-02-13 received in_person", "2026-02-14", "2026-03-19", "办理中", "19"),
    ("2026-04-28 received in_person", "2026-05-09", "2026-05-28", "办理中", "14"),
    ("2026-09-18 received in_person", "2026-10-22", "2026-10-22", "办理中", "0"),
    ("2026-12-10 received in_person", "2026-12-31", "2027-01-07", "办理中", "5"),
];

/// How it came fixes the day of receipt (条例第三十一条).
const RECEIPT: &[Row] = &[
    ("2025-09-22 received online 2025-09-25", "2025-09-28", "2025-10-29", "办理中", "18"),
    ("2025-09-22 received letter 2025-09-25", "2025-09-28", "2025-10-29", "办理中", "18"),
    ("2025-09-24 received fax 2025-09-25", "2025-10-29", "2025-10-29", "办理中", "0"),
    ("2025-09-25 received oral", "2025-10-30", "2025-10-29", "办理中", "late"),
    // Confirmed after the change of the decree: under the new one.
    ("2019-05-13 received online 2019-05-16", "2019-05-17", "2019-06-14", "办理中", "19"),
    // The published mail box counted from its arrival under the old one.
    ("2018-09-25 received online", "2018-09-26", "2018-10-19", "办理中", "14"),
];

/// 补正: the time begins anew; given up where nothing comes.
const CORRECTION: &[Row] = &[
    ("2025-09-25 received in_person; 0928 ask 1020", "2025-10-11", "—", "等待补正", "."),
    ("2025-09-25 received in_person; 0928 ask 1020", "2025-10-21", "—", "逾期未补正", "."),
    (
        "2025-09-25 received in_person; 0928 ask 1020; 1015 corrected",
        "2025-10-15",
        "2025-11-12",
        "办理中",
        "20",
    ),
    (
        "2025-09-25 received in_person; 0928 ask 1010; 1015 corrected 住院",
        "2025-10-16",
        "2025-11-12",
        "办理中",
        "19",
    ),
    (
        "2025-09-25 received in_person; 0928 ask 1020; 1021 decided other.not_corrected",
        "2025-12-01",
        "—",
        "已办结",
        ".",
    ),
    ("2025-09-25 received in_person; 0928 ask 1020; 1010 withdrawn", "2025-12-01", "—", "已撤回", "."),
    (
        "2025-12-10 received in_person; 1215 ask 2026-01-10; 2026-01-05 corrected",
        "2026-01-30",
        "2026-02-02",
        "办理中",
        "1",
    ),
    (
        "2018-09-25 received in_person; 0927 ask 1015; 1012 corrected",
        "2018-10-15",
        "2018-11-02",
        "办理中",
        "14",
    ),
    (
        "2025-09-25 received in_person; 0928 ask 1020; 1015 corrected; 1110 extend 20",
        "2025-11-13",
        "2025-12-10",
        "办理中",
        "19",
    ),
];

/// 征求意见: the time does not count, at most the 15 working days of those who are asked.
const OPINIONS: &[Row] = &[
    ("2025-09-25 received in_person; 1013 third; 1020 third-yes", "2025-10-20", "2025-11-05", "办理中", "12"),
    ("2025-09-25 received in_person; 1013 third", "2025-10-20", "2025-11-19", "征求意见中", "12"),
    ("2025-09-25 received in_person; 1013 third", "2025-11-03", "2025-11-19", "征求意见中", "12"),
    ("2025-09-25 received in_person; 1013 third", "2025-11-04", "2025-11-19", "办理中", "11"),
    (
        "2025-09-25 received in_person; 1013 third; 1016 third-served",
        "2025-11-06",
        "2025-11-24",
        "征求意见中",
        "12",
    ),
    (
        "2025-09-25 received in_person; 1013 third; 1016 third-served; 1120 third-no",
        "2025-11-21",
        "2025-11-24",
        "办理中",
        "1",
    ),
    (
        "2025-09-25 received in_person; 1013 third; 1015 office; 1020 third-yes; 1024 office-yes",
        "2025-10-27",
        "2025-11-11",
        "办理中",
        "11",
    ),
    (
        "2025-09-25 received in_person; 1013 third 1; 1015 third-yes 1; 1020 third 2; 1024 third-yes 2",
        "2025-10-27",
        "2025-11-06",
        "办理中",
        "8",
    ),
    (
        "2025-09-25 received in_person; 1013 third 1; 1015 third 2; 1020 third-yes 2; 1024 third-yes 1",
        "2025-10-27",
        "2025-11-11",
        "办理中",
        "11",
    ),
    ("2025-09-25 received in_person; 0928 third; 1009 third-yes", "2025-10-10", "2025-11-03", "办理中", "17"),
    (
        "2025-09-25 received in_person; 1013 office; 1017 office-yes",
        "2025-10-17",
        "2025-11-04",
        "办理中",
        "12",
    ),
    (
        "2025-09-25 received in_person; 0926 third; 0928 ask 1020; 1015 corrected; 1020 third-yes",
        "2025-10-21",
        "2025-11-17",
        "办理中",
        "19",
    ),
    (
        "2025-09-25 received in_person; 0928 ask 1020; 1015 corrected; 1020 third; 1027 third-no",
        "2025-11-19",
        "2025-11-19",
        "办理中",
        "0",
    ),
    ("2026-01-20 received in_person; 0210 third; 0227 third-yes", "2026-02-28", "2026-03-05", "办理中", "4"),
    ("2026-01-20 received in_person; 0210 third", "2026-02-24", "2026-03-16", "征求意见中", "5"),
    // Who decides without waiting needs no more time for it.
    (
        "2025-09-25 received in_person; 1013 third; 1022 decided refused.process",
        "2025-10-23",
        "2025-11-07",
        "已决定，待送达",
        "11",
    ),
    // The old decree set those who are asked no term, and took out third parties alone.
    ("2018-02-05 received in_person; 0208 third", "2018-03-20", "—", "征求意见中", "."),
    ("2018-02-05 received in_person; 0208 third; 0305 third-yes", "2018-03-20", "2018-03-21", "办理中", "1"),
    (
        "2018-02-05 received in_person; 0208 office; 0226 office-yes",
        "2018-02-27",
        "2018-03-01",
        "办理中",
        "2",
    ),
];

/// 延期, and what comes together with it.
const EXTENSION: &[Row] = &[
    ("2025-09-25 received in_person; 1029 extend 20", "2025-11-25", "2025-11-26", "办理中", "1"),
    ("2025-09-25 received in_person; 1029 extend 10 1028", "2025-11-12", "2025-11-12", "办理中", "0"),
    ("2025-09-25 received in_person; 0925 extend 5", "2025-11-06", "2025-11-05", "办理中", "late"),
    (
        "2025-09-25 received in_person; 1013 third; 1020 third-yes; 1105 extend 20",
        "2025-11-06",
        "2025-12-03",
        "办理中",
        "19",
    ),
    (
        "2025-09-25 received in_person; 1009 extend 20; 1013 third; 1020 third-yes",
        "2025-12-03",
        "2025-12-03",
        "办理中",
        "0",
    ),
    ("2018-02-05 received in_person; 0301 extend 15", "2018-03-21", "2018-03-22", "办理中", "1"),
    (
        "2018-02-05 received in_person; 0208 third; 0305 third-yes; 0306 extend 15",
        "2018-04-12",
        "2018-04-12",
        "办理中",
        "0",
    ),
    ("2025-12-31 received in_person; 2026-01-29 extend 20", "2026-02-28", "2026-03-04", "办理中", "3"),
];

/// 大量反复的申请, 收费.
const MANY: &[Row] = &[
    ("2025-09-25 received in_person; 0928 reasons", "2025-10-13", "2025-10-29", "等待说明理由", "12"),
    (
        "2025-09-25 received in_person; 0928 reasons; 1013 reasonable; 1020 defer 1231",
        "2025-12-30",
        "2025-12-31",
        "办理中",
        "1",
    ),
    ("2025-09-25 received in_person; 1020 fee 80", "2025-11-17", "—", "等待缴费", "."),
    ("2025-09-25 received in_person; 1020 fee 80", "2025-11-18", "—", "逾期未缴费", "."),
    ("2025-09-25 received in_person; 1020 fee 80; 1023 fee-served", "2025-11-20", "—", "等待缴费", "."),
    (
        "2025-09-25 received in_person; 1020 fee 80; 1023 fee-served; 1103 paid",
        "2025-11-28",
        "2025-12-01",
        "办理中",
        "1",
    ),
    (
        "2025-09-25 received in_person; 1009 extend 20; 1020 fee 80; 1103 paid",
        "2025-12-29",
        "2025-12-29",
        "办理中",
        "0",
    ),
    (
        "2025-09-25 received in_person; 1020 fee 80; 1118 decided other.not_paid",
        "2026-01-05",
        "—",
        "已办结",
        ".",
    ),
];

/// 决定, 送达, 撤回, 更正.
const ENDS: &[Row] = &[
    (
        "2025-09-25 received in_person; 0925 decided granted; 0925 signed",
        "2025-11-30",
        "2025-10-29",
        "已办结",
        ".",
    ),
    (
        "2025-09-25 received in_person; 1020 decided granted",
        "2025-10-27",
        "2025-10-29",
        "已决定，待送达",
        "2",
    ),
    (
        "2025-09-25 received in_person; 1020 decided granted",
        "2025-10-30",
        "2025-10-29",
        "已决定，待送达",
        "late",
    ),
    (
        "2025-09-25 received in_person; 1029 decided granted; 1029 posted",
        "2025-11-30",
        "2025-10-29",
        "已办结",
        ".",
    ),
    (
        "2025-09-25 received in_person; 1029 decided granted; 1030 signed",
        "2025-11-30",
        "2025-10-29",
        "已办结",
        "late",
    ),
    ("2025-09-25 received in_person; 1013 withdrawn", "2026-01-01", "2025-10-29", "已撤回", "."),
    (
        "2025-09-25 received in_person; 1013 decided partly; 1014 posted; 1120 amended granted 遗漏; 1121 posted",
        "2026-01-01",
        "2025-10-29",
        "已办结",
        ".",
    ),
    (
        "2025-09-25 received in_person; 1013 decided refused.internal; 1014 signed; 1110 review; 2026-02-03 suit",
        "2026-03-01",
        "2025-10-29",
        "已办结",
        ".",
    ),
    // Silence, and the applicant turns to others.
    ("2025-09-25 received in_person; 1110 review", "2025-11-11", "2025-10-29", "办理中", "late"),
];

#[test]
fn every_case_stands_where_it_should() {
    let tables = [PLAIN, RECEIPT, CORRECTION, OPINIONS, EXTENSION, MANY, ENDS];
    let rows: Vec<&Row> = tables.into_iter().flatten().collect();
    assert!(rows.len() >= 60, "{} cases", rows.len());
    let mut wrong = Vec::new();
    for (line, today, due, status, left) in rows {
        let state = state(line, today);
        let is_due = state.due.map_or("—".to_owned(), |d| d.to_string());
        let is_left = match state.days_left {
            _ if state.overdue => "late".to_owned(),
            None => ".".to_owned(),
            Some(days) => days.to_string(),
        };
        let is = (is_due.as_str(), state.status_label.as_str(), is_left.as_str());
        if is != (*due, *status, *left) {
            wrong.push(format!("{line} | {today}\n   is {is:?}\n   not {:?}", (due, status, left)));
        }
        // The sentence ends where the date stands, and the days lead up to it.
        if let (Some(due), Some(last)) = (state.due, state.explanation.steps.last()) {
            let deferred = state.explanation.text.contains("延迟答复");
            assert!(deferred || last.day == due, "{line}");
            let counted = state.explanation.steps.iter().filter(|s| s.number.is_some()).count();
            assert_eq!(last.number.map(|n| n as usize), Some(counted), "{line}");
            assert!(state.received_on <= due && due > day("2008-01-01"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
