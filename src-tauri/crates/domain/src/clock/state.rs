//! Where a case stands on a given day.

use chrono::{Days, Months, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use super::case::Phase;
use super::{Case, Decree, Delivery};
use crate::calendar::{Deadline, Explanation, Pause};

/// Where a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// 办理中
    Handling,
    /// 等待补正
    AwaitingCorrection,
    /// 逾期未补正: may be ended as given up
    CorrectionLapsed,
    /// 征求意见中
    Consulting,
    /// 等待说明理由
    AwaitingReasons,
    /// 等待缴费
    AwaitingPayment,
    /// 逾期未缴费: may be ended as given up
    PaymentLapsed,
    /// 已决定，待送达
    Decided,
    /// 已办结
    Closed,
    /// 已撤回
    Withdrawn,
}

impl Status {
    /// As the screen says it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Handling => "办理中",
            Self::AwaitingCorrection => "等待补正",
            Self::CorrectionLapsed => "逾期未补正",
            Self::Consulting => "征求意见中",
            Self::AwaitingReasons => "等待说明理由",
            Self::AwaitingPayment => "等待缴费",
            Self::PaymentLapsed => "逾期未缴费",
            Self::Decided => "已决定，待送达",
            Self::Closed => "已办结",
            Self::Withdrawn => "已撤回",
        }
    }

    /// Whether nothing is left to do in time.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::Withdrawn)
    }
}

/// Another term that runs within the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Limit {
    /// What has to happen: 告知补正, 第三方提出意见, 缴费.
    pub what: String,
    /// By when.
    pub due: NaiveDate,
    /// Why.
    pub explanation: Option<Explanation>,
    /// Whether the day has passed.
    pub passed: bool,
}

/// Until when the applicant can turn to others against the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Remedy {
    /// 行政复议: 60 days.
    pub reconsideration_until: NaiveDate,
    /// 行政诉讼: six months.
    pub litigation_until: NaiveDate,
}

/// A case on a given day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct State {
    /// Which decree it is under.
    pub decree: Decree,
    /// The day of receipt.
    pub received_on: NaiveDate,
    /// Where it stands.
    pub status: Status,
    /// The same in words.
    pub status_label: String,
    /// Last day without the extension.
    pub first_due: Option<NaiveDate>,
    /// Last day for the answer; none while the clock stands still with no end in sight.
    pub due: Option<NaiveDate>,
    /// Working days left; 0 on the last day, negative after it. None once the case is over.
    pub days_left: Option<i64>,
    /// Whether the answer is, or was, late.
    pub overdue: bool,
    /// Whether the answer was delivered in time; none before that.
    pub on_time: Option<bool>,
    /// One of the outcomes of the 2021 table.
    pub outcome: Option<String>,
    /// The day of the decision or of the withdrawal.
    pub decided_on: Option<NaiveDate>,
    /// The day that counts as its delivery.
    pub delivered_on: Option<NaiveDate>,
    /// Working days it was put off by.
    pub extended_by: u32,
    /// Time that was taken out.
    pub pauses: Vec<Pause>,
    /// Other terms that run now.
    pub limits: Vec<Limit>,
    /// What was done late or left out.
    pub faults: Vec<String>,
    /// Why it is due when it is.
    pub explanation: Explanation,
    /// Where the delivery was signed for.
    pub remedy: Option<Remedy>,
}

impl Case<'_> {
    /// The case on this day.
    pub fn state(&self, today: NaiveDate) -> State {
        let status = self.status(today);
        let due = self.due();
        let delivered_on = self.delivered.map(|(on, _)| on);
        let closed_on = delivered_on.or_else(|| self.decided_on().filter(|_| status == Status::Withdrawn));
        State {
            decree: self.decree,
            received_on: self.received_on,
            status,
            status_label: status.label().to_owned(),
            first_due: self.first_due(),
            due,
            days_left: due.filter(|_| !status.is_over()).map(|due| self.days_left(today, due)),
            overdue: due.is_some_and(|due| closed_on.unwrap_or(today) > due),
            on_time: due.zip(delivered_on).map(|(due, on)| on <= due),
            outcome: self.outcome().map(str::to_owned),
            decided_on: self.decided_on(),
            delivered_on,
            extended_by: self.extension.map_or(0, |e| e.days),
            pauses: self.pauses().unwrap_or_default(),
            limits: self.limits(today),
            faults: self.faults.clone(),
            explanation: self.explanation(),
            remedy: self.remedy(),
        }
    }

    /// Where it stands on this day.
    pub fn status(&self, today: NaiveDate) -> Status {
        match self.phase() {
            Phase::Ended if self.ending.as_ref().is_some_and(|e| e.withdrawn) => Status::Withdrawn,
            Phase::Ended if self.delivered.is_some() || self.was_given_up() => Status::Closed,
            Phase::Ended => Status::Decided,
            Phase::AwaitingCorrection if self.correction.is_some_and(|c| today > c.until) => {
                Status::CorrectionLapsed
            }
            Phase::AwaitingCorrection => Status::AwaitingCorrection,
            Phase::AwaitingPayment if self.payment_limit().is_some_and(|limit| today > limit.due) => {
                Status::PaymentLapsed
            }
            Phase::AwaitingPayment => Status::AwaitingPayment,
            Phase::Handling if self.is_consulting(today) => Status::Consulting,
            Phase::Handling if self.reasons.is_some_and(|r| r.reasonable.is_none()) => {
                Status::AwaitingReasons
            }
            Phase::Handling => Status::Handling,
        }
    }

    /// 视为放弃申请，不再处理: there is nothing to be delivered.
    fn was_given_up(&self) -> bool {
        matches!(self.outcome(), Some("other.not_corrected" | "other.not_paid"))
    }

    fn is_consulting(&self, today: NaiveDate) -> bool {
        self.consultations.iter().any(|c| {
            let open = self.consultation_limit(c).is_none_or(|limit| today <= limit.due);
            c.answered.is_none() && open && self.stops_the_clock(c)
        })
    }

    /// Working days that still count, pauses left out.
    fn days_left(&self, today: NaiveDate, due: NaiveDate) -> i64 {
        if today > due || self.deferred_until == Some(due) {
            return self.calendar.between(today, due).value;
        }
        let pauses = self.pauses().unwrap_or_default();
        let counts =
            |day: &NaiveDate| self.calendar.is_working(*day) && !pauses.iter().any(|p| p.holds(*day));
        // Before the clock has begun (today earlier than the first day) all of it is left.
        let from = self.start().map_or(today, |start| start.max(today));
        let left = from.iter_days().skip(1).take_while(|day| *day <= due).filter(counts).count();
        i64::try_from(left).unwrap_or(i64::MAX)
    }

    fn limits(&self, today: NaiveDate) -> Vec<Limit> {
        let mut limits = Vec::new();
        let mut add = |what: String, due: NaiveDate, explanation: Option<Explanation>| {
            limits.push(Limit { what, due, explanation, passed: today > due });
        };
        let explained = |deadline: Deadline| (deadline.due, Some(deadline.explanation));
        match self.phase() {
            Phase::Ended => return limits,
            Phase::AwaitingCorrection => {
                if let Some(correction) = self.correction {
                    add("申请人补正".to_owned(), correction.until, None);
                }
            }
            Phase::AwaitingPayment => {
                if let Some((due, why)) = self.payment_limit().map(explained) {
                    add("申请人缴费".to_owned(), due, why);
                }
            }
            Phase::Handling
                if self.correction.is_none() && self.extension.is_none() && self.fee.is_none() =>
            {
                if let Some((due, why)) =
                    self.correction_limit().filter(|limit| today <= limit.due).map(explained)
                {
                    add("要求补正（内容不明确的）".to_owned(), due, why);
                }
            }
            Phase::Handling => {}
        }
        for asked in self.consultations.iter().filter(|c| c.answered.is_none()) {
            if let Some((due, why)) = self.consultation_limit(asked).map(explained) {
                add(format!("{}（{}）提出意见", asked.whom.label(), asked.party), due, why);
            }
        }
        limits
    }

    fn remedy(&self) -> Option<Remedy> {
        let (on, by) = self.delivered?;
        // The post's day is ours; the applicant's begins when the letter arrives.
        let signed = matches!(by, Delivery::Direct | Delivery::Entrusted);
        signed.then_some(())?;
        Some(Remedy {
            reconsideration_until: on.checked_add_days(Days::new(60))?,
            litigation_until: on.checked_add_months(Months::new(6))?,
        })
    }
}
