//! What can be done with a case now. There is no second list of what may follow what: each step is tried on a
//! copy, and what refuses it says why.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::{Case, Consulted, Delivery, DisputeKind, Event, What};
use crate::calendar::Calendar;
use crate::ledgers::OUTCOMES;

/// A step that a clerk may think of next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Possible {
    /// The event with what a form starts from.
    pub event: Event,
    /// On the button: 要求补正, 延期.
    pub label: String,
    /// Why it cannot be, in a sentence; none where it can.
    pub refused: Option<String>,
    /// For a decision, the outcomes that can be taken; empty for other steps.
    pub outcomes: Vec<String>,
    /// Last day for the step, where the law sets one.
    pub by: Option<NaiveDate>,
}

/// The steps after these events, those that can be taken first. The events have to be readable.
pub fn possible(events: &[Event], calendar: &Calendar, today: NaiveDate) -> Vec<Possible> {
    let Ok(case) = Case::read(events, calendar) else { return Vec::new() };
    let last = events.last().map_or(today, |e| e.on);
    let tried = Tried { case: &case, days: [today.max(last), last] };
    let mut steps = tried.steps();
    steps.sort_by_key(|step| step.refused.is_some());
    steps
}

struct Tried<'a, 'c> {
    case: &'a Case<'c>,
    /// Today, and the day of the last event: what was done in time may be entered late.
    days: [NaiveDate; 2],
}

impl Tried<'_, '_> {
    fn steps(&self) -> Vec<Possible> {
        let case = self.case;
        let mut steps = Vec::new();
        // The answers to what is open come first, then what the office does of itself.
        for asked in case.consultations.iter().filter(|c| c.answered.is_none()) {
            let (whom, party) = (asked.whom, asked.party);
            let by = case.consultation_limit(asked).map(|d| d.due);
            if asked.served_on.is_none() {
                steps.push(self.step(What::ConsultationServed { whom, party }, None));
            }
            steps.push(self.step(What::ConsultationAnswered { whom, party, agrees: true }, by));
        }
        let late = case.correction.map(|c| c.until);
        steps.push(self.correction_received(late));
        steps.push(self.step(What::ReasonsGiven { reasonable: true }, None));
        steps.push(self.step(What::FeeServed, None));
        steps.push(self.step(What::FeePaid, case.payment_limit().map(|d| d.due)));
        steps.push(self.decided());
        steps.push(self.step(What::Delivered { by: Delivery::Direct }, case.due()));
        let until = |days: u32| self.case.calendar.add(self.days[0], days).value;
        steps.push(
            self.step(What::CorrectionAsked { until: until(15) }, case.correction_limit().map(|d| d.due)),
        );
        for whom in [Consulted::ThirdParty, Consulted::Office] {
            let held = case.consultations.iter().filter(|c| c.whom == whom).map(|c| c.party).max();
            let party = held.unwrap_or(0) + 1;
            steps.push(self.step(What::ConsultationAsked { whom, party }, None));
        }
        steps.push(self.extended());
        steps.push(self.step(What::ReasonsAsked, None));
        steps.push(self.step(What::Deferred { until: self.deferred_until() }, case.due()));
        let notice = What::FeeNotice { yuan: 1, basis: None, reduction: 0, reason: String::new() };
        steps.push(self.step(notice, case.due()));
        steps.push(self.step(What::Withdrawn, None));
        let outcome = case.outcome().unwrap_or("granted").to_owned();
        steps.push(self.step(What::Corrected { outcome, reason: "—".to_owned() }, None));
        for kind in [DisputeKind::Reconsideration, DisputeKind::Litigation] {
            steps.push(self.step(What::Disputed { kind, case_number: String::new() }, None));
        }
        steps
    }

    fn step(&self, what: What, by: Option<NaiveDate>) -> Possible {
        let tries = self.days.map(|on| self.attempt(&Event::new(on, what.clone())));
        let label = label(&what);
        let refused = match &tries {
            [Err(refusal), Err(_)] => Some(refusal.clone()),
            _ => None,
        };
        let on = if tries[0].is_err() && tries[1].is_ok() { self.days[1] } else { self.days[0] };
        Possible { event: Event::new(on, what), label, refused, outcomes: Vec::new(), by }
    }

    fn attempt(&self, event: &Event) -> Result<(), String> {
        self.case.clone().take(event).map_err(|failure| failure.message)
    }

    /// After its last day a correction can still come with a good reason, which the form asks for.
    fn correction_received(&self, until: Option<NaiveDate>) -> Possible {
        let mut step = self.step(What::CorrectionReceived { excuse: Some("—".to_owned()) }, until);
        step.event.what = What::CorrectionReceived { excuse: None };
        step
    }

    fn extended(&self) -> Possible {
        let days = self.case.decree.extension_days();
        let tries = self.days.map(|on| Event::new(on, What::Extended { days, approved_on: on }));
        let on = tries.iter().find(|event| self.attempt(event).is_ok());
        let event = on.unwrap_or(&tries[0]).clone();
        let refused = self.attempt(&event).err();
        Possible {
            label: label(&event.what),
            event,
            refused,
            outcomes: Vec::new(),
            by: self.case.first_due(),
        }
    }

    fn deferred_until(&self) -> NaiveDate {
        let due = self.case.due().unwrap_or(self.days[0]);
        self.case.calendar.add(due.max(self.days[0]), 20).value
    }

    fn decided(&self) -> Possible {
        let decision = |outcome: &str| What::Decided { outcome: outcome.to_owned() };
        let tried: Vec<_> =
            OUTCOMES.iter().map(|o| (o.id, self.step(decision(o.id), None).refused)).collect();
        let outcomes: Vec<_> = tried.iter().filter(|t| t.1.is_none()).map(|t| t.0.to_owned()).collect();
        let first = outcomes.first().cloned().unwrap_or_default();
        let refused = if outcomes.is_empty() { tried.into_iter().find_map(|t| t.1) } else { None };
        let event = Event::new(self.days[0], decision(&first));
        Possible { label: label(&event.what), event, refused, outcomes, by: self.case.due() }
    }
}

/// The words on a button; which of several is said where there are several.
fn label(what: &What) -> String {
    match what {
        What::ConsultationServed { whom, party } => format!("征求意见书送达{}{}", whom.label(), nth(*party)),
        What::ConsultationAnswered { whom, party, .. } => format!("{}{}答复意见", whom.label(), nth(*party)),
        What::ConsultationAsked { whom, party } if *party > 1 => {
            format!("再征求{}意见{}", whom.label(), nth(*party))
        }
        other => other.label().to_owned(),
    }
}

fn nth(party: u32) -> String {
    if party > 1 { format!("（{party}）") } else { String::new() }
}
