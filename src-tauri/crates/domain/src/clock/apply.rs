//! One event more: whether it can be, and what it changes.

use chrono::NaiveDate;

use super::case::{Consultation, Correction, Extension, FeeDemand, Phase, Reasons, refused};
use super::{Case, Consulted, Decree, Delivery, DisputeKind, Event, What};
use crate::Failure;
use crate::calendar::long_date;

impl Case<'_> {
    pub(super) fn apply(&mut self, event: &Event) -> Result<(), Failure> {
        let on = event.on;
        self.check_phase(&event.what)?;
        match &event.what {
            What::Received { .. } => {
                Err(refused("clock.order", "「收到申请」只能有一次", "又收到一份申请的，请另外登记一件。"))
            }
            What::CorrectionAsked { until } => self.ask_correction(on, *until),
            What::CorrectionReceived { excuse } => self.receive_correction(on, excuse.as_deref()),
            What::ConsultationAsked { whom, party } => self.consult(on, *whom, *party),
            What::ConsultationServed { whom, party } => self.consultation(*whom, *party)?.serve(on),
            What::ConsultationAnswered { whom, party, agrees } => {
                self.consultation(*whom, *party)?.answer(on, *agrees)
            }
            What::Extended { days, approved_on } => self.extend(on, *days, *approved_on, event.taken_over),
            What::ReasonsAsked => self.ask_reasons(),
            What::ReasonsGiven { reasonable } => self.give_reasons(*reasonable),
            What::Deferred { until } => self.defer(on, *until),
            What::FeeNotice { yuan, reduction, .. } => self.demand_fee(on, *yuan, *reduction),
            What::FeeServed => self.serve_fee(on),
            What::FeePaid => self.pay_fee(on),
            What::Decided { outcome } => self.decide(on, outcome, event.taken_over),
            What::Withdrawn => {
                self.withdraw(on);
                Ok(())
            }
            What::Delivered { by } => self.deliver(on, *by),
            What::Corrected { outcome, reason } => self.correct(outcome, reason),
            What::Disputed { kind, case_number } => self.dispute(on, *kind, case_number),
        }
    }

    /// What can happen while the case waits for something, and what after it has ended.
    fn check_phase(&self, what: &What) -> Result<(), Failure> {
        let opinion = matches!(what, What::ConsultationServed { .. } | What::ConsultationAnswered { .. });
        let ends = matches!(what, What::Decided { .. } | What::Withdrawn);
        let after = matches!(what, What::Delivered { .. } | What::Corrected { .. } | What::Disputed { .. });
        let label = what.label();
        match self.phase() {
            Phase::Ended if !(after || opinion) => {
                let ended = match &self.ending {
                    Some(e) if e.withdrawn => format!("申请人已于 {} 撤回申请", long_date(e.on)),
                    Some(e) => format!("已于 {} 作出决定", long_date(e.on)),
                    None => String::new(),
                };
                Err(refused(
                    "clock.closed",
                    format!("{ended}，不能再登记「{label}」"),
                    "答复有误的，请登记「更正答复」。",
                ))
            }
            Phase::AwaitingCorrection
                if !(opinion
                    || ends
                    || matches!(what, What::CorrectionReceived { .. } | What::CorrectionAsked { .. })) =>
            {
                Err(refused(
                    "clock.waiting",
                    format!("已要求补正、还没有收到补正，不能登记「{label}」"),
                    "请先登记「收到补正」。",
                ))
            }
            Phase::AwaitingPayment
                if !(opinion
                    || ends
                    || matches!(what, What::FeePaid | What::FeeServed | What::FeeNotice { .. })) =>
            {
                Err(refused(
                    "clock.waiting",
                    format!("已发出收费通知、还没有缴费，不能登记「{label}」"),
                    "请先登记「缴费」。",
                ))
            }
            _ => Ok(()),
        }
    }

    fn ask_correction(&mut self, on: NaiveDate, until: NaiveDate) -> Result<(), Failure> {
        if self.correction.is_some() {
            return Err(refused(
                "clock.correction",
                "已经要求过一次补正，补正要一次性告知，不能再要求",
                "补正后仍不明确的，请以「无法提供：补正后申请内容仍不明确」答复。",
            ));
        }
        if self.extension.is_some() || self.fee.is_some() {
            return Err(refused(
                "clock.correction",
                "已经延期或者收费，说明申请内容是明确的，不能再要求补正",
                "请核对各步的先后。",
            ));
        }
        if until <= on {
            return Err(refused(
                "clock.correction",
                format!("补正期限 {} 不在告知日期 {} 之后", long_date(until), long_date(on)),
                "请给申请人合理的补正期限。",
            ));
        }
        if let Some(limit) = self.correction_limit().map(|d| d.due).filter(|limit| on > *limit) {
            let fault =
                format!("要求补正超过了7个工作日：应在 {} 前告知，实际 {}", long_date(limit), long_date(on));
            self.faults.push(fault);
        }
        self.correction = Some(Correction { asked_on: on, until, received_on: None });
        Ok(())
    }

    fn receive_correction(&mut self, on: NaiveDate, excuse: Option<&str>) -> Result<(), Failure> {
        let Some(correction) = self.correction.as_mut().filter(|c| c.received_on.is_none()) else {
            return Err(refused("clock.correction", "没有等待中的补正", "请先登记「要求补正」。"));
        };
        let excused = excuse.is_some_and(|words| !words.trim().is_empty());
        if on > correction.until && !excused {
            return Err(refused(
                "clock.correction",
                format!("补正期限 {} 已过，没有正当理由的视为放弃申请", long_date(correction.until)),
                "有正当理由的，请写明理由；没有的，请以「逾期不补正，不再处理」办结。",
            ));
        }
        correction.received_on = Some(on);
        Ok(())
    }

    fn consult(&mut self, on: NaiveDate, whom: Consulted, party: u32) -> Result<(), Failure> {
        if self.consultations.iter().any(|c| c.whom == whom && c.party == party) {
            return Err(refused(
                "clock.consultation",
                format!("已经征求过{}（{party}）的意见", whom.label()),
                "征求另一方的，请用下一个编号。",
            ));
        }
        if whom == Consulted::Office && self.decree == Decree::Of2007 {
            self.faults.push("旧条例没有把征求其他机关意见的时间从答复期限里扣除".to_owned());
        }
        self.consultations.push(Consultation { whom, party, asked_on: on, served_on: None, answered: None });
        Ok(())
    }

    fn consultation(&mut self, whom: Consulted, party: u32) -> Result<&mut Consultation, Failure> {
        self.consultations.iter_mut().find(|c| c.whom == whom && c.party == party).ok_or_else(|| {
            refused(
                "clock.consultation",
                format!("没有征求过{}（{party}）的意见", whom.label()),
                "请先登记征求意见，或者核对编号。",
            )
        })
    }

    fn extend(
        &mut self,
        on: NaiveDate,
        days: u32,
        approved_on: NaiveDate,
        taken_over: bool,
    ) -> Result<(), Failure> {
        let most = self.decree.extension_days();
        if self.extension.is_some() {
            return Err(refused("clock.extension", "已经延期过一次，不能再延", "请在延长后的期限内答复。"));
        }
        if days == 0 || days > most {
            return Err(refused(
                "clock.extension",
                format!("延长了{days}个工作日，{}规定最长{most}个工作日", self.decree.name()),
                format!("请填 1 到 {most}。"),
            ));
        }
        if approved_on > on || approved_on < self.received_on {
            return Err(refused(
                "clock.extension",
                format!(
                    "批准日期 {} 要在收到日期 {} 之后、告知申请人的 {} 之前",
                    long_date(approved_on),
                    long_date(self.received_on),
                    long_date(on)
                ),
                "延期要先经政府信息公开工作机构负责人同意，再告知申请人。",
            ));
        }
        if let Some(due) = self.due().filter(|due| on > *due) {
            return Err(refused(
                "clock.extension",
                format!("答复期限 {} 已过，{} 不能再延期", long_date(due), long_date(on)),
                "请尽快答复；延期要在原期限届满前告知申请人。",
            ));
        }
        self.extension = Some(Extension { on, days, dated: !taken_over });
        Ok(())
    }

    fn ask_reasons(&mut self) -> Result<(), Failure> {
        self.only_2019("要求说明理由", "第三十五条")?;
        if self.reasons.is_some() {
            return Err(refused("clock.reasons", "已经要求说明过理由", "请等申请人说明，或者作出决定。"));
        }
        self.reasons = Some(Reasons { reasonable: None });
        Ok(())
    }

    fn give_reasons(&mut self, reasonable: bool) -> Result<(), Failure> {
        let Some(reasons) = self.reasons.as_mut().filter(|r| r.reasonable.is_none()) else {
            return Err(refused(
                "clock.reasons",
                "没有等待中的「要求说明理由」",
                "请先登记「要求说明理由」。",
            ));
        };
        reasons.reasonable = Some(reasonable);
        Ok(())
    }

    fn defer(&mut self, on: NaiveDate, until: NaiveDate) -> Result<(), Failure> {
        if self.reasons.is_none_or(|r| r.reasonable != Some(true)) {
            return Err(refused(
                "clock.deferral",
                "延迟答复只用于申请人说明了合理理由的大量申请",
                "请先登记「要求说明理由」和申请人的理由；一般情形请用「延期」。",
            ));
        }
        let due = self.due();
        if let Some(due) = due.filter(|due| on > *due) {
            return Err(refused(
                "clock.deferral",
                format!("答复期限 {} 已过，不能再延迟", long_date(due)),
                "延迟答复要在答复期限内告知申请人。",
            ));
        }
        if due.is_some_and(|due| until <= due) {
            return Err(refused(
                "clock.deferral",
                format!("延迟到 {} 没有晚于现在的答复期限", long_date(until)),
                "请填一个更晚的日期。",
            ));
        }
        self.deferred_until = Some(until);
        Ok(())
    }

    fn demand_fee(&mut self, on: NaiveDate, yuan: i64, reduction: i64) -> Result<(), Failure> {
        self.only_2019("收取信息处理费", "第四十二条")?;
        if on < crate::fees::begin() {
            return Err(refused(
                "clock.fee",
                format!("信息处理费自 {} 起才能收取", long_date(crate::fees::begin())),
                "请核对日期（国办函〔2020〕109号）。",
            ));
        }
        if self.fee.is_some() {
            return Err(refused("clock.fee", "已经发出过收费通知", "请核对。"));
        }
        if yuan <= 0 {
            return Err(refused("clock.fee", "收费通知的金额要大于 0", "不收费的不用发收费通知。"));
        }
        if let Some(due) = self.due().filter(|due| on > *due) {
            self.faults.push(format!(
                "收费通知应在答复期限 {} 前发出，实际 {}",
                long_date(due),
                long_date(on)
            ));
        }
        self.fee = Some(FeeDemand { noticed_on: on, yuan, reduction, served_on: None, paid_on: None });
        Ok(())
    }

    fn serve_fee(&mut self, on: NaiveDate) -> Result<(), Failure> {
        match self.fee.as_mut().filter(|f| f.served_on.is_none() && f.paid_on.is_none()) {
            Some(fee) => {
                fee.served_on = Some(on);
                Ok(())
            }
            None => Err(refused("clock.fee", "没有等待送达的收费通知", "请先登记「发出收费通知」。")),
        }
    }

    fn pay_fee(&mut self, on: NaiveDate) -> Result<(), Failure> {
        let limit = self.payment_limit().map(|d| d.due);
        let Some(fee) = self.fee.as_mut().filter(|f| f.paid_on.is_none()) else {
            return Err(refused("clock.fee", "没有等待缴纳的费用", "请先登记「发出收费通知」。"));
        };
        if let Some(limit) = limit.filter(|limit| on > *limit) {
            return Err(refused(
                "clock.fee",
                format!("缴费期限 {} 已过，逾期未缴费的视为放弃申请", long_date(limit)),
                "收费通知送达较晚的，请先登记它的送达日期；否则请以「逾期未缴费，不再处理」办结。",
            ));
        }
        fee.paid_on = Some(on);
        Ok(())
    }

    fn deliver(&mut self, on: NaiveDate, by: Delivery) -> Result<(), Failure> {
        if self.ending.is_none() {
            return Err(refused("clock.order", "还没有作出决定，没有可送达的答复", "请先登记「作出决定」。"));
        }
        // The first delivery says whether the answer was in time; one of a corrected answer does not.
        self.delivered.get_or_insert((on, by));
        Ok(())
    }

    fn dispute(&mut self, on: NaiveDate, kind: DisputeKind, number: &str) -> Result<(), Failure> {
        let unanswered = self.ending.is_none() && self.due().is_none_or(|due| on <= due);
        if unanswered {
            return Err(refused(
                "clock.dispute",
                "还没有答复，答复期限也没有过，不会有行政复议或者行政诉讼",
                "请核对日期，或者先登记决定。",
            ));
        }
        self.disputes.push((kind, number.to_owned()));
        Ok(())
    }

    pub(super) fn only_2019(&self, what: &str, article: &str) -> Result<(), Failure> {
        if self.decree == Decree::Of2019 {
            return Ok(());
        }
        Err(refused(
            "clock.decree",
            format!("这件申请在 2019年5月15日 前收到，按旧条例办理，不能{what}"),
            format!("{what}的依据是现行条例{article}。"),
        ))
    }
}

impl Consultation {
    fn serve(&mut self, on: NaiveDate) -> Result<(), Failure> {
        if self.served_on.is_some() || self.answered.is_some() {
            return Err(refused(
                "clock.consultation",
                format!("{}（{}）的征求意见书已经送达", self.whom.label(), self.party),
                "请核对编号。",
            ));
        }
        self.served_on = Some(on);
        Ok(())
    }

    fn answer(&mut self, on: NaiveDate, agrees: bool) -> Result<(), Failure> {
        if self.answered.is_some() {
            return Err(refused(
                "clock.consultation",
                format!("{}（{}）已经答复过意见", self.whom.label(), self.party),
                "请核对编号。",
            ));
        }
        self.answered = Some((on, agrees));
        Ok(())
    }
}
