//! A case in a line: `0925 received in_person; 1013 third; 1020 third-yes; 1022 decided granted`.

use chrono::{Datelike, NaiveDate};
use domain::Failure;
use domain::calendar::Calendar;
use domain::clock::{Case, Consulted, Delivery, DisputeKind, Event, State, Way, What, received};

pub fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap_or_else(|_| panic!("「{text}」 is no date"))
}

pub fn calendar() -> Calendar {
    Calendar::state().unwrap()
}

/// A date, the year of which may be left out: that of the one before, or the next where it would go back by
/// more than half a year.
fn dated(text: &str, before: NaiveDate) -> NaiveDate {
    if text.len() == 10 {
        return day(text);
    }
    let (month, of) = (text[..2].parse().unwrap(), text[2..].parse().unwrap());
    let here = NaiveDate::from_ymd_opt(before.year(), month, of).unwrap();
    if (before - here).num_days() > 180 { here.with_year(before.year() + 1).unwrap() } else { here }
}

fn way(word: &str) -> Way {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).unwrap()
}

/// The events of a line.
pub fn events(line: &str) -> Vec<Event> {
    let mut before = NaiveDate::MIN;
    let steps = line.split(';').map(|step| {
        let words: Vec<_> = step.split_whitespace().collect();
        let on = dated(words[0], before);
        before = on;
        event(on, &words[1..])
    });
    steps.collect()
}

fn event(on: NaiveDate, words: &[&str]) -> Event {
    let nth = words.get(1).map_or(1, |n| n.parse().unwrap_or(1));
    let opinion = |agrees| What::ConsultationAnswered { whom: whom(words[0]), party: nth, agrees };
    let what = match words[0] {
        "received" => {
            let confirmed = words.get(2).map(|w| dated(w, on));
            return received(way(words[1]), on, confirmed).unwrap();
        }
        "ask" => What::CorrectionAsked { until: dated(words[1], on) },
        "corrected" => What::CorrectionReceived { excuse: words.get(1).map(|w| (*w).to_owned()) },
        "third" | "office" => What::ConsultationAsked { whom: whom(words[0]), party: nth },
        "third-served" | "office-served" => What::ConsultationServed { whom: whom(words[0]), party: nth },
        "third-yes" | "office-yes" => opinion(true),
        "third-no" | "office-no" => opinion(false),
        "extend" => What::Extended {
            days: words[1].parse().unwrap(),
            approved_on: words.get(2).map_or(on, |w| dated(w, on)),
        },
        "reasons" => What::ReasonsAsked,
        "reasonable" => What::ReasonsGiven { reasonable: true },
        "unreasonable" => What::ReasonsGiven { reasonable: false },
        "defer" => What::Deferred { until: dated(words[1], on) },
        "fee" => What::FeeNotice {
            yuan: words[1].parse().unwrap(),
            basis: None,
            reduction: 0,
            reason: String::new(),
        },
        "fee-served" => What::FeeServed,
        "paid" => What::FeePaid,
        "decided" => What::Decided { outcome: words[1].to_owned() },
        "posted" => What::Delivered { by: Delivery::Posted },
        "signed" => What::Delivered { by: Delivery::Direct },
        "withdrawn" => What::Withdrawn,
        "amended" => What::Corrected {
            outcome: words[1].to_owned(),
            reason: words.get(2).map_or(String::new(), |w| (*w).to_owned()),
        },
        "review" => What::Disputed { kind: DisputeKind::Reconsideration, case_number: "1号".into() },
        "suit" => What::Disputed { kind: DisputeKind::Litigation, case_number: "2号".into() },
        other => panic!("no such step: {other}"),
    };
    Event::new(on, what)
}

fn whom(word: &str) -> Consulted {
    if word.starts_with("third") { Consulted::ThirdParty } else { Consulted::Office }
}

/// Where the case of a line stands on a day.
pub fn state(line: &str, today: &str) -> State {
    let calendar = calendar();
    let case = Case::read(&events(line), &calendar);
    case.unwrap_or_else(|failure| panic!("{line}: {failure}")).state(day(today))
}

/// Why the case of a line cannot be.
pub fn refusal(line: &str) -> Failure {
    let calendar = calendar();
    match Case::read(&events(line), &calendar) {
        Ok(_) => panic!("not refused: {line}"),
        Err(failure) => failure,
    }
}
