//! What there is to say of an event beside its name and its day.

use super::{Consulted, Delivery, Event, Way, What};
use crate::calendar::long_date;
use crate::fees::{Basis, thousands};
use crate::ledgers::OUTCOMES;

impl Event {
    /// A line under the event on a timeline; may be empty.
    pub fn detail(&self) -> String {
        let words = self.what.detail(self.on);
        match (self.taken_over, &self.what, words.is_empty()) {
            (true, What::Extended { days, .. }, _) => format!("{days}个工作日；由台账带入，日期未记录"),
            (true, _, true) => "由台账带入".to_owned(),
            (true, _, false) => format!("{words}；由台账带入"),
            (false, ..) => words,
        }
    }
}

impl What {
    fn detail(&self, on: chrono::NaiveDate) -> String {
        let party = |whom: &Consulted, party: u32| {
            if party > 1 { format!("{}（{party}）", whom.label()) } else { whom.label().to_owned() }
        };
        match self {
            Self::Received { way, arrived_on, confirmed_on } => {
                let confirmed = confirmed_on.filter(|day| day != arrived_on);
                match confirmed {
                    Some(day) => {
                        format!("{}，{} 到达，{} 确认", way.said(), long_date(*arrived_on), long_date(day))
                    }
                    None => way.said().to_owned(),
                }
            }
            Self::CorrectionAsked { until } => format!("请于 {} 前补正", long_date(*until)),
            Self::CorrectionReceived { excuse } => {
                excuse.as_ref().map(|words| format!("逾期，理由：{words}")).unwrap_or_default()
            }
            Self::ConsultationAsked { whom, party: n } | Self::ConsultationServed { whom, party: n } => {
                party(whom, *n)
            }
            Self::ConsultationAnswered { whom, party: n, agrees } => {
                format!("{}{}公开", party(whom, *n), if *agrees { "同意" } else { "不同意" })
            }
            Self::Extended { days, approved_on } if *approved_on == on => {
                format!("{days}个工作日，当日经负责人同意")
            }
            Self::Extended { days, approved_on } => {
                format!("{days}个工作日，{} 经负责人同意", long_date(*approved_on))
            }
            Self::ReasonsGiven { reasonable } => {
                if *reasonable {
                    "理由合理".to_owned()
                } else {
                    "理由不合理".to_owned()
                }
            }
            Self::Deferred { until } => format!("延迟至 {}", long_date(*until)),
            Self::FeeNotice { yuan, basis, reduction, reason } => fee(*yuan, *basis, *reduction, reason),
            Self::Decided { outcome } => outcome_label(outcome).to_owned(),
            Self::Delivered { by } => by.label().to_owned(),
            Self::Corrected { outcome, reason } => {
                format!("改为「{}」，理由：{reason}", outcome_label(outcome))
            }
            Self::Disputed { case_number, .. } => case_number.clone(),
            Self::ReasonsAsked | Self::FeeServed | Self::FeePaid | Self::Withdrawn => String::new(),
        }
    }
}

impl Way {
    /// 当面提交, 邮寄签收, …
    pub fn said(self) -> &'static str {
        match self {
            Self::InPerson => "当面提交",
            Self::Oral => "口头提出、代填",
            Self::Registered => "邮寄签收",
            Self::Letter => "平常信函",
            Self::Online => "网络提交",
            Self::Fax => "传真",
        }
    }
}

impl Delivery {
    /// 直接送达, 邮寄, …
    pub fn label(self) -> &'static str {
        match self {
            Self::Direct => "直接送达，签收日",
            Self::Entrusted => "委托送达，签收日",
            Self::Posted => "邮寄，交邮日",
            Self::Electronic => "网络发送日",
            Self::Unrecorded => "送达方式未记录",
        }
    }
}

fn fee(yuan: i64, basis: Option<Basis>, reduction: i64, reason: &str) -> String {
    let mut said = format!("{}元", thousands(yuan));
    match basis {
        Some(Basis::Applications { before, count }) if before > 0 => {
            said += &format!("，按件（本月已有{before}件，本件计{count}件）");
        }
        Some(Basis::Applications { count, .. }) => said += &format!("，按件（{count}件）"),
        Some(Basis::Pages { pages }) => said += &format!("，按量（{pages}页）"),
        None => {}
    }
    if reduction > 0 {
        said += &format!("，已减免{}元：{reason}", thousands(reduction));
    }
    said
}

fn outcome_label(outcome: &str) -> &str {
    OUTCOMES.iter().find(|o| o.id == outcome).map_or(outcome, |o| o.label)
}
