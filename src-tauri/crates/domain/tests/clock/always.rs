//! What holds whatever happens, in whatever order.

use chrono::{Days, NaiveDate};
use domain::calendar::Calendar;
use domain::clock::{
    Case, Consulted, Decree, Delivery, DisputeKind, Event, Status, Way, What, possible, received,
};
use proptest::prelude::*;

use crate::story::{calendar, day};

fn any_step() -> impl Strategy<Value = What> {
    let whom = prop::sample::select(vec![Consulted::ThirdParty, Consulted::Office]);
    let outcome =
        prop::sample::select(domain::ledgers::OUTCOMES.iter().map(|o| o.id.to_owned()).collect::<Vec<_>>());
    prop_oneof![
        Just(What::CorrectionAsked { until: NaiveDate::MAX }),
        Just(What::CorrectionReceived { excuse: Some("住院".into()) }),
        (whom.clone(), 1..3_u32).prop_map(|(whom, party)| What::ConsultationAsked { whom, party }),
        (whom.clone(), 1..3_u32).prop_map(|(whom, party)| What::ConsultationServed { whom, party }),
        (whom, 1..3_u32, any::<bool>()).prop_map(|(whom, party, agrees)| What::ConsultationAnswered {
            whom,
            party,
            agrees
        }),
        (0..25_u32).prop_map(|days| What::Extended { days, approved_on: NaiveDate::MIN }),
        Just(What::ReasonsAsked),
        any::<bool>().prop_map(|reasonable| What::ReasonsGiven { reasonable }),
        Just(What::Deferred { until: NaiveDate::MAX }),
        Just(What::FeeNotice { yuan: 80, basis: None, reduction: 0, reason: String::new() }),
        Just(What::FeeServed),
        Just(What::FeePaid),
        outcome.clone().prop_map(|outcome| What::Decided { outcome }),
        Just(What::Delivered { by: Delivery::Posted }),
        Just(What::Withdrawn),
        outcome.prop_map(|outcome| What::Corrected { outcome, reason: "遗漏".into() }),
        Just(What::Disputed { kind: DisputeKind::Litigation, case_number: "1号".into() }),
    ]
}

/// Steps on days: what is refused is left out, so any list makes a case.
fn accepted(received_on: NaiveDate, steps: &[(u64, What)], calendar: &Calendar) -> Vec<Event> {
    let mut events = vec![received(Way::InPerson, received_on, None).unwrap()];
    let mut on = received_on;
    for (later, what) in steps {
        on = on + Days::new(*later);
        let mut what = what.clone();
        match &mut what {
            What::CorrectionAsked { until } => *until = on + Days::new(15),
            What::Deferred { until } => *until = on + Days::new(90),
            What::Extended { approved_on, .. } => *approved_on = on,
            _ => {}
        }
        events.push(Event::new(on, what));
        if Case::read(&events, calendar).is_err() {
            events.pop();
        }
    }
    events
}

/// The last day on which the law's clock began, and the days it gives, read off the events alone.
fn granted(events: &[Event]) -> (NaiveDate, u32) {
    let received = events[0].on;
    let days = Decree::on(received).answer_days();
    events.iter().fold((received, days), |(start, days), event| match event.what {
        What::CorrectionReceived { .. } | What::FeePaid => (event.on, days),
        What::Extended { days: more, .. } => (start, days + more),
        _ => (start, days),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_order_of_events_makes_the_due_date_earlier_than_the_law_allows(
        from in 0_u64..8000,
        steps in prop::collection::vec((0_u64..12, any_step()), 0..14),
    ) {
        let calendar = calendar();
        let received_on = day("2004-01-01") + Days::new(from);
        let events = accepted(received_on, &steps, &calendar);
        let case = Case::read(&events, &calendar).unwrap();
        let Some(due) = case.due() else {
            // The clock stands still only while somebody else has to move.
            let waits = matches!(
                case.status(received_on),
                Status::AwaitingCorrection | Status::AwaitingPayment | Status::Closed | Status::Withdrawn
                    | Status::Consulting | Status::Decided
            );
            prop_assert!(waits, "{events:?}");
            return Ok(());
        };
        let (start, days) = granted(&events);
        prop_assert!(due >= calendar.add(start, days).value, "{events:?}");
        prop_assert!(due >= calendar.add(received_on, Decree::on(received_on).answer_days()).value);
        // Nor later: what is taken out is what was waited for, and a deferral is told.
        if !events.iter().any(|e| matches!(e.what, What::Deferred { .. })) {
            let pauses = case.pauses().unwrap();
            let counted = start.iter_days().skip(1).take_while(|d| *d <= due);
            let counted = counted.filter(|d| calendar.is_working(*d) && !pauses.iter().any(|p| p.holds(*d)));
            prop_assert_eq!(counted.count(), days as usize, "{:?}", &events);
            prop_assert!(calendar.is_working(due));
        }
    }

    #[test]
    fn a_case_that_stands_can_be_told_on_any_day(
        from in 0_u64..8000,
        steps in prop::collection::vec((0_u64..12, any_step()), 0..14),
        today in 0_u64..200,
    ) {
        let calendar = calendar();
        let received_on = day("2004-01-01") + Days::new(from);
        let events = accepted(received_on, &steps, &calendar);
        let today = received_on + Days::new(today);
        let state = Case::read(&events, &calendar).unwrap().state(today);
        prop_assert!(!state.explanation.text.is_empty());
        if let (Some(due), Some(left)) = (state.due, state.days_left) {
            prop_assert_eq!(left < 0, calendar.between(due, today).value > 0);
            prop_assert!(!state.overdue || today > due);
        }
        // What is offered can be done: the program does not contradict itself.
        for step in possible(&events, &calendar, today).into_iter().filter(|s| s.refused.is_none()) {
            let mut next = events.clone();
            let mut event = step.event.clone();
            match &mut event.what {
                What::CorrectionReceived { excuse } => *excuse = Some("住院".into()),
                What::Corrected { reason, .. } => *reason = "遗漏".into(),
                _ => {}
            }
            next.push(event);
            prop_assert!(Case::read(&next, &calendar).is_ok(), "{:?} after {:?}", step, events);
        }
    }
}
