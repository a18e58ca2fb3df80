//! An answer that took longer than the term, as the case's own clock counts it.

use super::kept::{found, name};
use crate::calendar::long_date;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.answered_late",
    group: Group::Records,
    severity: Severity::Hint,
    title: "申请在期限内答复",
    basis: "《条例》第三十三条；2019年5月15日以前收到的按旧条例第二十四条",
    advice: "打开这件申请的办理过程，补正、征求意见、缴费登记完整后期限会重新计算；确实逾期的，请在存在问题里如实写",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for late in &dossier.late_answers {
        let records = dossier.records.of("application");
        let Some(record) = records.iter().find(|record| record.id == late.record) else { continue };
        let message = format!(
            "依申请公开「{}」{} 答复，晚于期限 {}；补正、征求意见和缴费的时间不计",
            name(record),
            long_date(late.on),
            long_date(late.due)
        );
        let sides = (late.on.to_string(), late.due.to_string());
        out.push(found(&RULE, message, &[record]).sides(("答复日期", &sides.0), ("答复期限", &sides.1)));
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::super::kept::samples::*;
    use super::*;
    use crate::rules::LateAnswer;
    use crate::rules::testing::*;

    #[test]
    fn an_answer_after_its_term_is_named_with_both_days() {
        let mut dossier = clean();
        application(&mut dossier, &[("decided_on", "2024-04-01"), ("delivered_on", "2024-04-01")]);
        nothing(&dossier);
        let day = |m, d| NaiveDate::from_ymd_opt(2024, m, d).unwrap();
        let record = dossier.records.of("application")[0].id;
        dossier.late_answers = vec![LateAnswer { record, on: day(4, 1), due: day(3, 29) }];
        let message = &only(&dossier, RULE.id)[0].message;
        assert!(message.contains("2024年4月1日 答复，晚于期限 2024年3月29日"), "{message}");
    }
}
