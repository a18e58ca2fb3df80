//! 台账与报表: what stands in the ledgers against what stands in the cells.

use super::Rule;

mod application_dropped;
mod application_number_twice;
mod carried_differs;
mod cell_reason;
mod decided_early;
mod dispute_dropped;
mod dispute_unlinked;
mod fee_application;
mod fee_kind;
mod hand_differs;
mod hand_same;
mod kept;
mod outcome_undated;
mod uncounted;
mod undecided;
mod undelivered;
mod unlinked_fee;

/// In the order in which they are run.
pub(super) static RULES: &[&Rule] = &[
    &hand_differs::RULE,
    &cell_reason::RULE,
    &hand_same::RULE,
    &carried_differs::RULE,
    &undecided::RULE,
    &application_dropped::RULE,
    &dispute_dropped::RULE,
    &uncounted::RULE,
    &outcome_undated::RULE,
    &decided_early::RULE,
    &application_number_twice::RULE,
    &undelivered::RULE,
    &dispute_unlinked::RULE,
    &unlinked_fee::RULE,
    &fee_application::RULE,
    &fee_kind::RULE,
];
