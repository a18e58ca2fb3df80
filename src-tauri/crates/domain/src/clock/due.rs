//! When the answer is due, and why.

use chrono::{Datelike, NaiveDate};

use super::{Case, Consultation, Consulted, Decree};
use crate::calendar::{Count, Deadline, Explanation, Pause, Phrases, weekday};

impl Case<'_> {
    /// Last day for the answer. None while the clock stands still with no end in sight: a correction or a
    /// payment is awaited, or, under the old decree, an opinion.
    pub fn due(&self) -> Option<NaiveDate> {
        let counted = self.counted(self.answer_days())?;
        Some(self.deferred_until.map_or(counted, |until| until.max(counted)))
    }

    /// Last day for the answer without an extension.
    pub fn first_due(&self) -> Option<NaiveDate> {
        self.counted(self.decree.answer_days())
    }

    fn counted(&self, days: u32) -> Option<NaiveDate> {
        Some(self.calendar.reach(self.start()?, days, &self.pauses()?))
    }

    fn answer_days(&self) -> u32 {
        self.decree.answer_days() + self.extension.map_or(0, |e| e.days)
    }

    /// The day the answer's clock began last: of receipt, of the correction (条例第三十条), of the payment
    /// (国办函〔2020〕109号: the term is counted anew from the day after it).
    pub fn start(&self) -> Option<NaiveDate> {
        let corrected = self.correction.map_or(Some(self.received_on), |c| c.received_on)?;
        self.fee.map_or(Some(corrected), |f| f.paid_on)
    }

    /// Time that does not count (条例第三十三条第三款; 旧条例第二十四条 for third parties alone). What has not
    /// been answered ends with the term of those who were asked. None where such a pause has no end.
    pub fn pauses(&self) -> Option<Vec<Pause>> {
        self.consultations.iter().filter(|c| self.stops_the_clock(c)).map(|c| self.pause(c)).collect()
    }

    pub(super) fn stops_the_clock(&self, asked: &Consultation) -> bool {
        asked.whom == Consulted::ThirdParty || self.decree == Decree::Of2019
    }

    fn pause(&self, asked: &Consultation) -> Option<Pause> {
        let limit = self.consultation_limit(asked).map(|d| d.due);
        let answered = asked.answered.map(|(on, _)| on);
        let decided = self.ending.as_ref().map(|ending| ending.on);
        let to = match (answered, limit) {
            (Some(answered), Some(limit)) => answered.min(limit),
            (Some(day), None) | (None, Some(day)) => day,
            (None, None) => decided?,
        };
        // Whoever decides without waiting any longer needs no more time for it.
        let to = decided.map_or(to, |decided| to.min(decided));
        let open = match (answered, decided) {
            (None, None) => "（尚未答复，按期满计）",
            _ => "",
        };
        Some(Pause { from: asked.asked_on, to, why: format!("征求{}意见{open}", asked.whom.label()) })
    }

    /// Why the answer is due when it is.
    pub fn explanation(&self) -> Explanation {
        let mut phrases = self.beginning();
        let (Some(start), Some(pauses)) = (self.start(), self.pauses()) else {
            phrases.say(self.standstill());
            return Explanation { steps: Vec::new(), text: phrases.text(), note: None };
        };
        let mut count = Count::new(start, "", self.answer_days());
        count.pauses = pauses;
        if let Some(extension) = self.extension {
            let words = format!("经批准延长{}个工作日", extension.days);
            count.marks.push((self.decree.answer_days(), words));
        }
        let Deadline { mut explanation, due } = self.calendar.explain_into(&count, phrases);
        if let Some(until) = self.deferred_until.filter(|until| *until > due) {
            let mut date = Phrases::from_year(due.year());
            explanation.text += &format!("；告知延迟答复至 {}", date.date(until));
        }
        explanation
    }

    /// 收到, and every beginning anew.
    fn beginning(&self) -> Phrases {
        let mut phrases = Phrases::from_year(self.received_on.year());
        let mut say = |what: &str, day: NaiveDate, anew: bool| {
            let date = phrases.date(day);
            let anew = if anew { "，答复期限重新计算" } else { "" };
            phrases.say(format!("{what} {date}（{}）{anew}", weekday(day)));
        };
        say("收到", self.received_on, false);
        if let Some(correction) = self.correction {
            say("要求补正", correction.asked_on, false);
            if let Some(day) = correction.received_on {
                say("收到补正", day, true);
            }
        }
        if let Some(fee) = self.fee {
            say("发出收费通知", fee.noticed_on, false);
            if let Some(day) = fee.paid_on {
                say("缴清费用", day, true);
            }
        }
        phrases
    }

    fn standstill(&self) -> &'static str {
        if self.correction.is_some_and(|c| c.received_on.is_none()) {
            "收到补正之日起重新计算答复期限"
        } else if self.start().is_none() {
            "缴清费用后重新计算答复期限"
        } else {
            "征求第三方意见的时间不计，收到意见后接着算"
        }
    }
}
