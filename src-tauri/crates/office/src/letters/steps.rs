//! Letters and the steps of a case: which step issuing a letter is, and which letters come next where a case
//! stands.

use chrono::{NaiveDate, NaiveDateTime};
use domain::Failure;
use domain::calendar::Calendar;
use domain::clock::{Case, Consulted, Event, What, possible};
use domain::ledgers::OUTCOMES;
use domain::letters::{Drafted, GROUPS, LetterEvent, Template, templates};

use super::{Content, LetterKind, Table};
use crate::{Office, applications};

/// The step that issuing a letter is; none where the letter is no step, or the case has made it already.
pub(super) fn of(table: &Table, content: &Content, letter: &Drafted) -> Result<Option<Event>, Failure> {
    let Some(event) = table.template.event else { return Ok(None) };
    if let Some(made) = table.events.iter().find(|e| is(event, &e.what)) {
        agrees(table.template, made)?;
        return Ok(None);
    }
    let value =
        |name: &str| letter.values.get(name).map(|v| domain::number::narrow(v.trim())).unwrap_or_default();
    // What is not filled in is named as a hole; here it only keeps the step from being tried.
    let day = |name: &str| value(name).parse::<NaiveDate>().ok();
    let number = |name: &str| domain::number::whole(&value(name));
    let what = match event {
        LetterEvent::CorrectionAsked => day("补正期限").map(|until| What::CorrectionAsked { until }),
        LetterEvent::ThirdPartyAsked => Some(consulted(table, Consulted::ThirdParty)),
        LetterEvent::OfficeAsked => Some(consulted(table, Consulted::Office)),
        LetterEvent::Extended => number("延长天数")
            .and_then(|days| u32::try_from(days).ok())
            .map(|days| What::Extended { days, approved_on: day("批准日期").unwrap_or(content.on) }),
        LetterEvent::ReasonsAsked => Some(What::ReasonsAsked),
        LetterEvent::Deferred => day("延迟答复期限").map(|until| What::Deferred { until }),
        LetterEvent::FeeNotice => number("费用金额").map(|yuan| What::FeeNotice {
            yuan,
            basis: None,
            reduction: number("减免金额").unwrap_or_default(),
            reason: letter.values.get("减免理由").map(|why| why.trim().to_owned()).unwrap_or_default(),
        }),
        LetterEvent::Decided => table.template.outcome.clone().map(|outcome| What::Decided { outcome }),
    };
    Ok(what.map(|what| Event::new(content.on, what)))
}

/// The step that issuing a letter enters, and why it cannot be entered now.
#[derive(Debug, Default)]
pub(super) struct Planned {
    /// What it is called; none where there is none to enter.
    pub label: Option<String>,
    /// What refuses it.
    pub problem: Option<Failure>,
}

/// Tries the step that issuing a letter is on its case as it stands.
pub(super) fn planned(
    office: &Office,
    now: NaiveDateTime,
    table: &Table,
    content: &Content,
    letter: &Drafted,
) -> Planned {
    match of(table, content, letter) {
        Ok(None) => Planned::default(),
        Ok(Some(event)) => Planned {
            label: Some(event.what.label().to_owned()),
            problem: applications::planned(office, now, table.record.id, event).err(),
        },
        Err(failure) => Planned { label: None, problem: Some(failure) },
    }
}

/// The day on which the case has made the step that a letter is.
pub(super) fn made_on(table: &Table) -> Option<NaiveDate> {
    let event = table.template.event?;
    table.events.iter().find(|e| is(event, &e.what)).map(|e| e.on)
}

fn consulted(table: &Table, whom: Consulted) -> What {
    let of = |event: &Event| match event.what {
        What::ConsultationAsked { whom: asked, party } if asked == whom => Some(party),
        _ => None,
    };
    What::ConsultationAsked { whom, party: table.events.iter().filter_map(of).max().unwrap_or_default() + 1 }
}

/// Whether a case has made a step. Several can be asked for their opinion, one after another, so such a step is
/// always a new one.
fn is(event: LetterEvent, what: &What) -> bool {
    let again = matches!(event, LetterEvent::ThirdPartyAsked | LetterEvent::OfficeAsked);
    let withdrawn = event == LetterEvent::Decided && matches!(what, What::Withdrawn);
    withdrawn || (!again && step_of(what) == Some(event))
}

/// An answer says what was decided.
fn agrees(template: &Template, made: &Event) -> Result<(), Failure> {
    let decided = match &made.what {
        What::Decided { outcome } => outcome.as_str(),
        What::Withdrawn => {
            return Err(Failure::new(
                "letter.outcome",
                "申请人已经撤回申请，不再答复",
                "请改用「撤回申请终止办理告知书」",
            ));
        }
        _ => return Ok(()),
    };
    if template.outcome.as_deref() == Some(decided) {
        return Ok(());
    }
    let label = |id: &str| OUTCOMES.iter().find(|o| o.id == id).map_or(id.to_owned(), |o| o.label.to_owned());
    Err(Failure::new(
        "letter.outcome",
        format!("办理过程里登记的结果是「{}」，与这份答复书不一致", label(decided)),
        "请另选一种答复书，或者先改正办理过程里的决定",
    ))
}

/// Every letter that the case's decree knows, with those marked that come next where it stands.
pub(super) fn kinds(
    events: &[Event],
    calendar: &Calendar,
    today: NaiveDate,
) -> Result<Vec<LetterKind>, Failure> {
    let case = Case::read(events, calendar)?;
    let open: Vec<_> =
        possible(events, calendar, today).into_iter().filter(|p| p.refused.is_none()).collect();
    let happened = |wanted: &dyn Fn(&What) -> bool| events.iter().any(|e| wanted(&e.what));
    let next = |template: &Template| match (template.id.as_str(), template.event) {
        ("receipt", _) => events.len() == 1,
        ("withdrawn", _) => happened(&|what| matches!(what, What::Withdrawn)),
        ("service", _) => case.decided_on().is_some(),
        ("corrected", _) => happened(&|what| matches!(what, What::Corrected { .. })),
        (_, Some(LetterEvent::Decided)) => {
            let outcome = template.outcome.as_deref().unwrap_or_default();
            let made =
                happened(&|what| matches!(what, What::Decided { .. })) && case.outcome() == Some(outcome);
            made || open.iter().any(|p| p.outcomes.iter().any(|o| o == outcome))
        }
        (_, Some(event)) => open.iter().any(|p| step_of(&p.event.what) == Some(event)),
        (_, None) => false,
    };
    let group = |id: &str| GROUPS.iter().find(|g| g.id == id).map_or(id, |g| g.label).to_owned();
    let kinds = templates()?.iter().filter(|t| t.under(case.decree)).map(|template| LetterKind {
        id: template.id.clone(),
        label: template.label.clone(),
        group: group(&template.group),
        next: next(template),
    });
    Ok(kinds.collect())
}

/// The kind of letter that a step is taken by.
fn step_of(what: &What) -> Option<LetterEvent> {
    Some(match what {
        What::CorrectionAsked { .. } => LetterEvent::CorrectionAsked,
        What::ConsultationAsked { whom: Consulted::ThirdParty, .. } => LetterEvent::ThirdPartyAsked,
        What::ConsultationAsked { whom: Consulted::Office, .. } => LetterEvent::OfficeAsked,
        What::Extended { .. } => LetterEvent::Extended,
        What::ReasonsAsked => LetterEvent::ReasonsAsked,
        What::Deferred { .. } => LetterEvent::Deferred,
        What::FeeNotice { .. } => LetterEvent::FeeNotice,
        What::Decided { .. } => LetterEvent::Decided,
        _ => return None,
    })
}
