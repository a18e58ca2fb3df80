//! An application as its events tell it.

use chrono::NaiveDate;

use super::{Consulted, Decree, Delivery, DisputeKind, Event, What, received};
use crate::Failure;
use crate::calendar::{Calendar, Deadline, long_date};

/// An opinion that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consultation {
    /// Who was asked.
    pub whom: Consulted,
    /// Which of several.
    pub party: u32,
    /// The day the letter went out.
    pub asked_on: NaiveDate,
    /// The day it arrived.
    pub served_on: Option<NaiveDate>,
    /// The day of the answer, and whether they agree.
    pub answered: Option<(NaiveDate, bool)>,
}

/// An extension that was told to the applicant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extension {
    /// The day the applicant was told.
    pub on: NaiveDate,
    /// By how many working days.
    pub days: u32,
    /// Whether that day is on record; a ledger that only says 已延长 does not know it.
    pub dated: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Correction {
    pub asked_on: NaiveDate,
    pub until: NaiveDate,
    pub received_on: Option<NaiveDate>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FeeDemand {
    pub noticed_on: NaiveDate,
    pub yuan: i64,
    pub reduction: i64,
    pub served_on: Option<NaiveDate>,
    pub paid_on: Option<NaiveDate>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reasons {
    pub reasonable: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ending {
    pub on: NaiveDate,
    pub outcome: String,
    pub withdrawn: bool,
}

/// An application with everything that has happened to it.
#[derive(Debug, Clone)]
pub struct Case<'c> {
    pub(super) calendar: &'c Calendar,
    /// Which decree it is under.
    pub decree: Decree,
    /// The day of receipt by 条例第三十一条.
    pub received_on: NaiveDate,
    /// Who was asked for an opinion.
    pub consultations: Vec<Consultation>,
    /// How far the answer was put off.
    pub extension: Option<Extension>,
    /// What was done late or left out, in sentences.
    pub faults: Vec<String>,
    pub(super) correction: Option<Correction>,
    pub(super) reasons: Option<Reasons>,
    pub(super) deferred_until: Option<NaiveDate>,
    pub(super) fee: Option<FeeDemand>,
    pub(super) ending: Option<Ending>,
    pub(super) delivered: Option<(NaiveDate, Delivery)>,
    pub(super) disputes: Vec<(DisputeKind, String)>,
    last: (NaiveDate, &'static str),
}

/// What a case waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    Handling,
    AwaitingCorrection,
    AwaitingPayment,
    Ended,
}

impl<'c> Case<'c> {
    /// The case that these events tell, in their order.
    ///
    /// # Errors
    /// A failure `clock.…` that says which event cannot be where it stands, and why.
    pub fn read(events: &[Event], calendar: &'c Calendar) -> Result<Self, Failure> {
        let mut events = events.iter();
        let Some((first, What::Received { way, arrived_on, confirmed_on })) =
            events.next().map(|e| (e, &e.what))
        else {
            return Err(refused("clock.received", "第一步要是「收到申请」", "请先登记收到日期和收到方式。"));
        };
        let right = received(*way, *arrived_on, *confirmed_on)?;
        if right.on != first.on {
            let message = format!(
                "收到日期写的是 {}，按条例第三十一条应是 {}",
                long_date(first.on),
                long_date(right.on)
            );
            return Err(refused("clock.receipt", message, "请核对收到方式、到达日期和确认日期。"));
        }
        let mut case = Self::begun(first.on, calendar);
        for event in events {
            case.take(event)?;
        }
        Ok(case)
    }

    fn begun(received_on: NaiveDate, calendar: &'c Calendar) -> Self {
        Self {
            calendar,
            decree: Decree::on(received_on),
            received_on,
            consultations: Vec::new(),
            extension: None,
            faults: Vec::new(),
            correction: None,
            reasons: None,
            deferred_until: None,
            fee: None,
            ending: None,
            delivered: None,
            disputes: Vec::new(),
            last: (received_on, "收到申请"),
        }
    }

    pub(super) fn take(&mut self, event: &Event) -> Result<(), Failure> {
        let (last, label) = (self.last.0, event.what.label());
        if event.on < last {
            let message = format!(
                "「{label}」的日期 {} 早于上一步「{}」的 {}",
                long_date(event.on),
                self.last.1,
                long_date(last)
            );
            return Err(refused("clock.order", message, "请按发生的先后登记，或者核对日期。"));
        }
        self.apply(event)?;
        self.last = (event.on, label);
        Ok(())
    }

    pub(super) fn phase(&self) -> Phase {
        if self.ending.is_some() {
            Phase::Ended
        } else if self.correction.is_some_and(|c| c.received_on.is_none()) {
            Phase::AwaitingCorrection
        } else if self.fee.is_some_and(|f| f.paid_on.is_none()) {
            Phase::AwaitingPayment
        } else {
            Phase::Handling
        }
    }

    /// The outcome by the 2021 table, once there is one.
    pub fn outcome(&self) -> Option<&str> {
        self.ending.as_ref().map(|e| e.outcome.as_str())
    }

    /// The day of the decision or of the withdrawal.
    pub fn decided_on(&self) -> Option<NaiveDate> {
        self.ending.as_ref().map(|e| e.on)
    }

    /// What the applicant is asked to pay, in 元.
    pub fn fee(&self) -> Option<i64> {
        self.fee.map(|f| f.yuan)
    }

    /// Cases before other bodies, with their 案号.
    pub fn disputes(&self) -> &[(DisputeKind, String)] {
        &self.disputes
    }

    /// Last day to ask for a correction (条例第三十条); none under the old decree.
    pub fn correction_limit(&self) -> Option<Deadline> {
        self.decree.correction_days().map(|days| self.calendar.deadline(self.received_on, "收到", days))
    }

    /// Last day for those who were asked: from the day the letter reached them, or from the day it went out
    /// where that is not known. None under the old decree.
    pub fn consultation_limit(&self, asked: &Consultation) -> Option<Deadline> {
        let (from, opening) = match asked.served_on {
            Some(day) => (day, "征求意见书送达"),
            None => (asked.asked_on, "征求意见书发出"),
        };
        self.decree.consultation_days().map(|days| self.calendar.deadline(from, opening, days))
    }

    /// Last day to pay: the 20th working day after the notice of the fee was received (国办函〔2020〕109号).
    pub fn payment_limit(&self) -> Option<Deadline> {
        self.fee.map(|fee| {
            let (from, opening) = match fee.served_on {
                Some(day) => (day, "收到收费通知"),
                None => (fee.noticed_on, "发出收费通知"),
            };
            self.calendar.deadline(from, opening, crate::fees::PAYMENT_DAYS)
        })
    }
}

pub(super) fn refused(code: &str, message: impl Into<String>, hint: impl Into<String>) -> Failure {
    Failure::new(code, message, hint)
}
