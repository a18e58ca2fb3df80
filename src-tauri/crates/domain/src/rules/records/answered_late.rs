//! An answer that took longer than the term, as far as the ledger alone can tell.

use super::kept::{found, name, text};
use crate::calendar::{Calendar, long_date};
use crate::clock::{self, Case};
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

/// Outcomes that only something before them makes possible, which began the term anew.
const BEGUN_ANEW: [&str; 3] = ["other.not_corrected", "other.not_paid", "unable.unclear"];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let records = dossier.records.of("application");
    if records.is_empty() {
        return;
    }
    // Local holidays and later notices are not in the dossier: they make terms longer, hence a hint.
    let Ok(calendar) = Calendar::state() else { return };
    for record in records {
        let paid = !text(record, "fee").is_empty();
        if paid || BEGUN_ANEW.contains(&text(record, "outcome")) {
            continue;
        }
        let events = clock::from_record(&record.values, &calendar);
        let Ok(case) = events.and_then(|events| Case::read(&events, &calendar)) else { continue };
        let (Some(due), Some(on)) = (case.due(), case.decided_on()) else { continue };
        if on > due {
            let message = format!(
                "依申请公开「{}」{} 答复，晚于期限 {}；补正、征求意见和缴费的时间不计",
                name(record),
                long_date(on),
                long_date(due)
            );
            let sides = (on.to_string(), due.to_string());
            out.push(found(&RULE, message, &[record]).sides(("答复日期", &sides.0), ("答复期限", &sides.1)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::kept::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_day_after_the_term_is_late_and_the_last_day_is_not() {
        let mut dossier = clean();
        application(&mut dossier, &[("decided_on", "2024-03-29"), ("delivered_on", "2024-03-29")]);
        nothing(&dossier);
        let mut dossier = clean();
        application(&mut dossier, &[("decided_on", "2024-04-01"), ("delivered_on", "2024-04-01")]);
        let message = &only(&dossier, RULE.id)[0].message;
        assert!(message.contains("2024年4月1日 答复，晚于期限 2024年3月29日"), "{message}");
    }

    #[test]
    fn what_began_the_term_anew_is_no_lateness() {
        for more in [("outcome", "unable.unclear"), ("fee", "80")] {
            let mut dossier = clean();
            let late = [("decided_on", "2024-05-20"), ("delivered_on", "2024-05-20"), more];
            application(&mut dossier, &late);
            let late = crate::rules::run(&dossier).into_iter().filter(|f| f.rule == RULE.id).count();
            assert_eq!(late, 0, "{more:?}");
        }
    }
}
