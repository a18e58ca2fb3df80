//! 台账与报表: what stands in the ledgers against what stands in the cells.

use super::Rule;

mod application_dropped;
mod carried_differs;
mod cell_reason;
mod decided_early;
mod dispute_dropped;
mod hand_differs;
mod hand_same;
mod kept;
mod outcome_undated;
mod uncounted;
mod undecided;

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
];
