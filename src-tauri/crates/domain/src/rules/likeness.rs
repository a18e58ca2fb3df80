//! 与上年雷同: this year's words against last year's.

use super::Rule;

mod alike;
mod numbers;
mod part;
mod problems;
mod sentence;

/// In the order in which they are run.
pub(super) static RULES: &[&Rule] = &[&part::RULE, &problems::RULE, &sentence::RULE, &numbers::RULE];
