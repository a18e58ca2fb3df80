//! 信息处理费 for an application, with its steps, before the notice goes out.

use chrono::{NaiveDate, NaiveDateTime};
use domain::Failure;
use domain::fees::{self, Basis, Payable};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Office;
use crate::applications::ApplicationId;

/// What is to be reckoned.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FeeAsked {
    /// When the application was received.
    pub received_on: NaiveDate,
    /// 按件 or 按量.
    pub basis: Basis,
    /// 减免, in 元.
    #[ts(type = "number")]
    pub reduction: i64,
    /// Why.
    pub reason: String,
}

/// `fees.reckon`
///
/// # Errors
/// `fees.number`, `fees.early`, `fees.reduction`.
pub fn reckon(_: &mut Office, _: NaiveDateTime, asked: FeeAsked) -> Result<Payable, Failure> {
    fees::reduced(fees::fee(asked.received_on, asked.basis)?, asked.reduction, &asked.reason)
}

/// `fees.before`: how many applications the same applicant filed earlier in the month.
///
/// # Errors
/// What the store says.
pub fn before(office: &mut Office, _: NaiveDateTime, request: ApplicationId) -> Result<u32, Failure> {
    office.store.filed_before(request.id)
}
