//! The descriptions of the ledgers, for whoever draws a form or a list.

use chrono::NaiveDateTime;
use domain::{Failure, Ledger};

use crate::Office;

/// `ledgers.describe`
///
/// # Errors
/// None.
pub fn describe(_: &mut Office, _: NaiveDateTime, (): ()) -> Result<Vec<Ledger>, Failure> {
    Ok(domain::ledgers::ALL.into_iter().copied().collect())
}

/// A ledger by its id.
///
/// # Errors
/// `ledger.unknown`, with the ids there are.
pub fn find(id: &str) -> Result<&'static Ledger, Failure> {
    domain::ledgers::ledger(id).ok_or_else(|| {
        let known: Vec<_> = domain::ledgers::ALL.iter().map(|l| format!("{}（{}）", l.id, l.label)).collect();
        Failure::new(
            "ledger.unknown",
            format!("没有名为「{id}」的台账"),
            format!("可用的台账：{}", known.join("、")),
        )
    })
}
