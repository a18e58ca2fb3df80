//! The clock of an application: what has happened to it decides, alone, where it stands and when it is due.
//!
//! Nothing is stored but the events. State, due date, days left and outcome are read out of them anew each
//! time, so that a notice of holidays that comes later, or an event that is put right, moves every date that
//! hangs on it. An order of events that cannot have been is refused with the reason; what has been but should
//! not have been (a 补正告知 on the ninth day) is kept and named as a fault.

mod apply;
mod case;
mod decide;
mod detail;
mod due;
mod event;
mod possible;
mod record;
mod state;
mod terms;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use case::{Case, Consultation, Extension};
pub use event::{Consulted, Delivery, DisputeKind, Event, Way, What, not_after, received};
pub use possible::{Possible, possible};
pub use record::{FOLLOWED, FOLLOWED_FEE, follow, from_record, refuse_typed};
pub use state::{Limit, Remedy, State, Status};
pub use terms::{
    HotlineTerm, PUBLICATION_DAYS, ReportTerm, hotline_due, publication_due, report_due, report_term,
};

/// Which text of the decree an application is under; the day it was received says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Decree {
    /// 国务院令第492号, 2008-05-01 to 2019-05-14.
    Of2007,
    /// 国务院令第711号, from 2019-05-15 on.
    Of2019,
}

impl Decree {
    /// For an application that was received on this day.
    pub fn on(received: NaiveDate) -> Self {
        let begin = NaiveDate::from_ymd_opt(2019, 5, 15).unwrap_or(NaiveDate::MIN);
        if received < begin { Self::Of2007 } else { Self::Of2019 }
    }

    /// Working days for the answer: 20 (条例第三十三条第二款), 15 under the old one (旧条例第二十四条).
    pub fn answer_days(self) -> u32 {
        match self {
            Self::Of2007 => 15,
            Self::Of2019 => 20,
        }
    }

    /// Working days that the answer may be put off by, at most (the same articles).
    pub fn extension_days(self) -> u32 {
        self.answer_days()
    }

    /// Working days to ask for a correction (条例第三十条); the old decree set none.
    pub fn correction_days(self) -> Option<u32> {
        (self == Self::Of2019).then_some(7)
    }

    /// Working days of those who are asked for their opinion (条例第三十二条、第三十四条); the old decree set none.
    pub fn consultation_days(self) -> Option<u32> {
        (self == Self::Of2019).then_some(15)
    }

    /// 「条例」 or 「旧条例」, in a sentence.
    pub fn name(self) -> &'static str {
        match self {
            Self::Of2007 => "旧条例",
            Self::Of2019 => "条例",
        }
    }
}
