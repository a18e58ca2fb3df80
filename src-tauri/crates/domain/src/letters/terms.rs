//! Terms that begin when somebody gets the letter. The day it arrives is not known when it is written, so a letter says
//! how long the term is, and which day that makes it for one that arrives at once.

use std::collections::BTreeMap;

use crate::calendar::{Deadline, long_date};
use crate::clock::{Case, Consultation, Consulted, What};
use crate::fees::PAYMENT_DAYS;

use super::Facts;

/// The terms that a letter may say, by the name of their place. `words` are those of the other places.
pub(super) fn of(
    facts: &Facts<'_>,
    case: &Case<'_>,
    words: &BTreeMap<String, String>,
) -> [(String, String); 2] {
    let opinion = opinion(facts, case, words.get("意见期限").map_or("", String::as_str));
    [("反馈期限".to_owned(), opinion), ("缴费期限".to_owned(), payment(facts, case))]
}

/// Until when a fee is paid: 20 working days from the day after the notice was received (国办函〔2020〕109号).
fn payment(facts: &Facts<'_>, case: &Case<'_>) -> String {
    let arrived = facts.events.iter().any(|event| event.what == What::FeeServed);
    let limit = match case.payment_limit().filter(|_| arrived) {
        Some(limit) => limit,
        None => facts.calendar.deadline(facts.on, "", PAYMENT_DAYS),
    };
    last_day(facts, &limit, arrived).unwrap_or_default()
}

/// Until when a third party answers: 15 working days from the day it got the letter (条例第三十二条). The old decree
/// left the time to the office, which sets a day.
fn opinion(facts: &Facts<'_>, case: &Case<'_>, set: &str) -> String {
    let Some(days) = case.decree.consultation_days() else {
        return if set.is_empty() { String::new() } else { format!("{set}前") };
    };
    let on_its_day = |c: &&Consultation| c.whom == Consulted::ThirdParty && c.asked_on == facts.on;
    let asked = case.consultations.iter().rfind(on_its_day);
    let (limit, arrived) = match asked {
        Some(asked) => (case.consultation_limit(asked), asked.served_on.is_some()),
        None => (Some(facts.calendar.deadline(facts.on, "", days)), false),
    };
    let day = limit.and_then(|limit| last_day(facts, &limit, arrived)).unwrap_or_default();
    format!("自收到征求意见书之日起{days}个工作日内{day}")
}

/// 「（即不迟于2026年3月26日）」 where the letter has arrived, else for one that arrives on its own day. Nothing where the
/// year's days off are not known yet: a day that may turn out wrong is not put on paper.
fn last_day(facts: &Facts<'_>, limit: &Deadline, arrived: bool) -> Option<String> {
    let due = long_date(limit.due);
    match (&limit.explanation.note, arrived) {
        (Some(_), _) => None,
        (None, true) => Some(format!("（即不迟于{due}）")),
        (None, false) => Some(format!("（{}收到的，不迟于{due}）", long_date(facts.on))),
    }
}
