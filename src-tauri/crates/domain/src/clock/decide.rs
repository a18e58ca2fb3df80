//! How a case ends: which outcome can follow from what has happened.

use chrono::NaiveDate;

use super::case::{Ending, Phase, refused};
use super::{Case, Consulted};
use crate::Failure;
use crate::calendar::long_date;
use crate::ledgers::OUTCOMES;

/// Where a withdrawal is counted in the 2021 table.
const WITHDRAWN: &str = "other.other";

impl Case<'_> {
    /// A decision that was taken over from the ledger stands as it was: what led to it is not on record.
    pub(super) fn decide(&mut self, on: NaiveDate, outcome: &str, taken_over: bool) -> Result<(), Failure> {
        known(outcome)?;
        if !taken_over {
            self.check_waiting(on, outcome)?;
            self.check_ground(outcome)?;
            self.check_opinions(on, outcome)?;
        }
        self.ending = Some(Ending { on, outcome: outcome.to_owned(), withdrawn: false });
        Ok(())
    }

    pub(super) fn withdraw(&mut self, on: NaiveDate) {
        self.ending = Some(Ending { on, outcome: WITHDRAWN.to_owned(), withdrawn: true });
    }

    pub(super) fn correct(&mut self, outcome: &str, reason: &str) -> Result<(), Failure> {
        known(outcome)?;
        if reason.trim().is_empty() {
            return Err(refused("clock.corrected", "更正答复没有写理由", "请写明为什么更正。"));
        }
        match self.ending.as_mut().filter(|e| !e.withdrawn) {
            Some(ending) => {
                outcome.clone_into(&mut ending.outcome);
                Ok(())
            }
            None => {
                Err(refused("clock.corrected", "还没有作出决定，没有可更正的答复", "请先登记「作出决定」。"))
            }
        }
    }

    /// A case that waits for the applicant ends only by the applicant's silence.
    fn check_waiting(&self, on: NaiveDate, outcome: &str) -> Result<(), Failure> {
        let silence = |wanted: &str, until: NaiveDate, what: &str| {
            if outcome != wanted {
                return Err(refused(
                    "clock.waiting",
                    format!("还在等申请人{what}，不能作出「{}」的决定", label(outcome)),
                    format!("请先登记申请人{what}；逾期不{what}的，请选「{}」。", label(wanted)),
                ));
            }
            if on <= until {
                return Err(refused(
                    "clock.waiting",
                    format!("{what}期限到 {}，{} 还不能视为放弃申请", long_date(until), long_date(on)),
                    "请等期限届满。",
                ));
            }
            Ok(())
        };
        match self.phase() {
            Phase::AwaitingCorrection => {
                let until = self.correction.map_or(on, |c| c.until);
                silence("other.not_corrected", until, "补正")
            }
            Phase::AwaitingPayment => {
                let until = self.payment_limit().map_or(on, |d| d.due);
                silence("other.not_paid", until, "缴费")
            }
            Phase::Handling | Phase::Ended => Ok(()),
        }
    }

    /// Outcomes that only something before them makes possible.
    fn check_ground(&self, outcome: &str) -> Result<(), Failure> {
        let missing = match outcome {
            "other.not_corrected" if self.phase() != Phase::AwaitingCorrection => Some("要求补正"),
            "other.not_paid" if self.phase() != Phase::AwaitingPayment => Some("发出收费通知"),
            "unable.unclear" if self.correction.is_none() => Some("要求补正"),
            "rejected.excessive" if self.reasons.is_none() => Some("要求说明理由"),
            _ => None,
        };
        match missing {
            None => self.check_reasons(outcome),
            Some(step) => Err(refused(
                "clock.outcome",
                format!("结果是「{}」，但没有等着回应的「{step}」", label(outcome)),
                format!("请先登记「{step}」，或者另选结果。"),
            )),
        }
    }

    fn check_reasons(&self, outcome: &str) -> Result<(), Failure> {
        let reasonable = self.reasons.is_some_and(|r| r.reasonable == Some(true));
        if outcome == "rejected.excessive" && reasonable {
            return Err(refused(
                "clock.outcome",
                "已登记申请人的理由合理，不能以无正当理由不予处理",
                "请另选结果，或者改正对理由的认定。",
            ));
        }
        Ok(())
    }

    /// 条例第三十二条: nothing that may harm a third party is given out before it was heard or let its time pass.
    fn check_opinions(&mut self, on: NaiveDate, outcome: &str) -> Result<(), Failure> {
        let third = || self.consultations.iter().filter(|c| c.whom == Consulted::ThirdParty);
        if outcome == "refused.third_party" && third().next().is_none() {
            self.faults.push("以保护第三方合法权益为由不予公开，但没有征求第三方意见的记录".to_owned());
            return Ok(());
        }
        if !matches!(outcome, "granted" | "partly") {
            return Ok(());
        }
        if third().any(|c| c.answered.is_some_and(|(_, agrees)| !agrees)) && outcome == "granted" {
            self.faults.push(
                "第三方不同意公开；决定公开的，要把公开的内容和理由书面告知第三方（条例第三十二条）"
                    .to_owned(),
            );
        }
        let open = self.consultations.iter().find(|c| {
            let passed = self.consultation_limit(c).is_some_and(|limit| on > limit.due);
            c.answered.is_none() && !passed
        });
        let Some(open) = open else { return Ok(()) };
        let until = self.consultation_limit(open).map(|d| format!("，最迟等到 {}", long_date(d.due)));
        Err(refused(
            "clock.outcome",
            format!("{}的意见还没有收到{}，不能先公开", open.whom.label(), until.unwrap_or_default()),
            "请先登记对方的意见，或者等征求意见的期限届满。",
        ))
    }
}

fn known(outcome: &str) -> Result<(), Failure> {
    if OUTCOMES.iter().any(|o| o.id == outcome) {
        return Ok(());
    }
    Err(refused("clock.outcome", format!("没有「{outcome}」这种办理结果"), "请从办理结果里选择一种。"))
}

fn label(outcome: &str) -> &str {
    OUTCOMES.iter().find(|o| o.id == outcome).map_or(outcome, |o| o.label)
}
