//! 表内和跨年勾稽: what the tables themselves say must agree, within a year and from year to year.

use super::Rule;

mod applicants;
mod balance;
mod litigation_after;
mod litigation_direct;
mod reconsideration;
mod relation;
mod results;
mod slip;

/// In the order in which they are run.
pub(super) static RULES: &[&Rule] = &[
    &balance::RULE,
    &results::RULE,
    &applicants::RULE,
    &reconsideration::RULE,
    &litigation_direct::RULE,
    &litigation_after::RULE,
];
