//! What can happen to an application, each with its day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Decree;
use crate::Failure;
use crate::calendar::long_date;
use crate::fees::Basis;

/// How an application came; it fixes the day of receipt (条例第三十一条). Keys as in the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// 当面: the day it is handed in.
    InPerson,
    /// 口头（代填）: the day it is written down.
    Oral,
    /// 邮寄（签收）: the day it is signed for.
    Registered,
    /// 平常信函: the day it is confirmed with the applicant.
    Letter,
    /// 网络: the day both sides have confirmed.
    Online,
    /// 传真: the day both sides have confirmed.
    Fax,
}

impl Way {
    /// Whether the day of receipt is the day of a confirmation. Under the old decree mail to the published
    /// box and fax counted from their arrival (国办公开办函〔2015〕207号).
    pub fn needs_confirmation(self, decree: Decree) -> bool {
        decree == Decree::Of2019 && matches!(self, Self::Letter | Self::Online | Self::Fax)
    }

    fn label(self) -> &'static str {
        match self {
            Self::InPerson => "当面",
            Self::Oral => "口头",
            Self::Registered => "邮寄",
            Self::Letter => "平常信函",
            Self::Online => "网络",
            Self::Fax => "传真",
        }
    }
}

/// Who is asked for an opinion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Consulted {
    /// 第三方 (条例第三十二条)
    ThirdParty,
    /// 共同制作的其他机关 (条例第三十四条)
    Office,
}

impl Consulted {
    /// 第三方, 其他机关.
    pub fn label(self) -> &'static str {
        match self {
            Self::ThirdParty => "第三方",
            Self::Office => "其他机关",
        }
    }
}

/// How a letter reached the applicant; it fixes the day that counts (国办公开办函〔2016〕235号).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// 直接送达: the day it is signed for.
    Direct,
    /// 委托送达: the day it is signed for.
    Entrusted,
    /// 邮寄送达: the day it is given to the post.
    Posted,
    /// 网络、电子邮件: the day it is sent.
    Electronic,
    /// Not recorded: the ledger had a day of delivery and nothing else.
    Unrecorded,
}

/// What a case before another body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DisputeKind {
    /// 行政复议
    Reconsideration,
    /// 行政诉讼
    Litigation,
}

/// An event with its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Event {
    /// The day that counts.
    pub on: NaiveDate,
    /// What happened.
    #[serde(flatten)]
    pub what: What,
    /// Taken over from a record that was kept without events: what came before it is not on record, so it is
    /// not asked for.
    #[serde(default)]
    pub taken_over: bool,
}

impl Event {
    /// What happened on a day.
    pub fn new(on: NaiveDate, what: What) -> Self {
        Self { on, what, taken_over: false }
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum What {
    /// 收到. The event's day is the one that [`received`] gives.
    Received {
        /// How it came.
        way: Way,
        /// The day it arrived.
        arrived_on: NaiveDate,
        /// The day it was confirmed with the applicant.
        confirmed_on: Option<NaiveDate>,
    },
    /// 要求补正, once and with a reasonable time (条例第三十条).
    CorrectionAsked {
        /// Last day for the correction.
        until: NaiveDate,
    },
    /// 收到补正; the time for the answer begins anew.
    CorrectionReceived {
        /// Why it came late, where the reason is good (正当理由).
        excuse: Option<String>,
    },
    /// 征求意见. The event's day is the day the letter went out.
    ConsultationAsked {
        /// Who is asked.
        whom: Consulted,
        /// Which of several, from 1.
        party: u32,
    },
    /// The letter reached those who are asked; their 15 working days begin.
    ConsultationServed {
        /// Who was asked.
        whom: Consulted,
        /// Which of several.
        party: u32,
    },
    /// Their opinion came.
    ConsultationAnswered {
        /// Who was asked.
        whom: Consulted,
        /// Which of several.
        party: u32,
        /// Whether they agree to publication.
        agrees: bool,
    },
    /// 延期 (条例第三十三条). The event's day is the day the applicant was told.
    Extended {
        /// By how many working days.
        days: u32,
        /// The day the head of the disclosure office agreed.
        approved_on: NaiveDate,
    },
    /// 要求说明理由: far more applications than reasonable (条例第三十五条).
    ReasonsAsked,
    /// 说明了理由.
    ReasonsGiven {
        /// Whether the office finds them reasonable.
        reasonable: bool,
    },
    /// 确定延迟答复的合理期限 and told the applicant (条例第三十五条).
    Deferred {
        /// Last day for the answer.
        until: NaiveDate,
    },
    /// 收费通知 (国办函〔2020〕109号). The event's day is the day it went out.
    FeeNotice {
        /// To be paid, in 元.
        yuan: i64,
        /// What it was charged by; none where the office reckoned it elsewhere.
        #[serde(default)]
        basis: Option<Basis>,
        /// 减免, in 元, already taken off.
        #[serde(default)]
        reduction: i64,
        /// Why it was reduced.
        #[serde(default)]
        reason: String,
    },
    /// The notice of the fee reached the applicant; 20 working days to pay begin.
    FeeServed,
    /// 缴费.
    FeePaid,
    /// 决定.
    Decided {
        /// One of the outcomes of the 2021 table.
        outcome: String,
    },
    /// 送达. The event's day is 签收日, or 交邮日 for the post.
    Delivered {
        /// How.
        by: Delivery,
    },
    /// 申请人撤回.
    Withdrawn,
    /// 更正: the office puts its own decision right; the outcome counts as it is now.
    Corrected {
        /// One of the outcomes of the 2021 table.
        outcome: String,
        /// Why.
        reason: String,
    },
    /// 行政复议 or 行政诉讼 over it.
    Disputed {
        /// Which.
        kind: DisputeKind,
        /// Its 案号 in the ledger of disputes.
        case_number: String,
    },
}

impl What {
    /// The event in a sentence.
    pub fn label(&self) -> &'static str {
        match self {
            Self::Received { .. } => "收到申请",
            Self::CorrectionAsked { .. } => "要求补正",
            Self::CorrectionReceived { .. } => "收到补正",
            Self::ConsultationAsked { whom: Consulted::ThirdParty, .. } => "征求第三方意见",
            Self::ConsultationAsked { .. } => "征求其他机关意见",
            Self::ConsultationServed { .. } => "征求意见书送达",
            Self::ConsultationAnswered { whom: Consulted::ThirdParty, .. } => "第三方答复意见",
            Self::ConsultationAnswered { .. } => "其他机关答复意见",
            Self::Extended { .. } => "延期",
            Self::ReasonsAsked => "要求说明理由",
            Self::ReasonsGiven { .. } => "申请人说明理由",
            Self::Deferred { .. } => "延迟答复",
            Self::FeeNotice { .. } => "发出收费通知",
            Self::FeeServed => "收费通知送达",
            Self::FeePaid => "缴费",
            Self::Decided { .. } => "作出决定",
            Self::Delivered { .. } => "送达",
            Self::Withdrawn => "撤回",
            Self::Corrected { .. } => "更正答复",
            Self::Disputed { kind: DisputeKind::Reconsideration, .. } => "行政复议",
            Self::Disputed { .. } => "行政诉讼",
        }
    }
}

/// The event of receipt, with the day that 条例第三十一条 fixes.
///
/// # Errors
/// `clock.receipt` where a confirmation is needed and missing, or lies before the arrival.
pub fn received(way: Way, arrived_on: NaiveDate, confirmed_on: Option<NaiveDate>) -> Result<Event, Failure> {
    if let Some(confirmed) = confirmed_on.filter(|c| *c < arrived_on) {
        return Err(Failure::new(
            "clock.receipt",
            format!("确认日期 {} 早于到达日期 {}", long_date(confirmed), long_date(arrived_on)),
            "请核对两个日期。",
        ));
    }
    // Which decree it is under turns on the day of receipt, which is what is looked for: a confirmation after
    // the change brings it under the new one.
    let decree = Decree::on(confirmed_on.unwrap_or(arrived_on));
    let on = match way {
        Way::InPerson | Way::Oral | Way::Registered => arrived_on,
        Way::Letter if decree == Decree::Of2007 => confirmed_on.unwrap_or(arrived_on),
        Way::Online | Way::Fax if decree == Decree::Of2007 => arrived_on,
        Way::Letter | Way::Online | Way::Fax => confirmed_on.ok_or_else(|| {
            Failure::new(
                "clock.receipt",
                format!("{}收到的申请，以与申请人确认之日为收到之日，还没有确认日期", way.label()),
                "请与申请人确认后填写确认日期（条例第三十一条）。",
            )
        })?,
    };
    Ok(Event::new(on, What::Received { way, arrived_on, confirmed_on }))
}

/// Whether no event lies in the future.
///
/// # Errors
/// `clock.future` with the first that does.
pub fn not_after(events: &[Event], today: NaiveDate) -> Result<(), Failure> {
    match events.iter().find(|e| e.on > today) {
        None => Ok(()),
        Some(event) => Err(Failure::new(
            "clock.future",
            format!(
                "「{}」的日期 {} 在今天（{}）之后",
                event.what.label(),
                long_date(event.on),
                long_date(today)
            ),
            "只登记已经发生的事；请核对日期，或者检查电脑的日期。",
        )),
    }
}
