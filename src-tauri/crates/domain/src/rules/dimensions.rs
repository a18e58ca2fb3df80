//! 统计口径: items, channels and categories are three ways of counting that never mix.

use super::Rule;

mod application_extended;
mod application_outcomes;
mod application_ways;
mod category_over;
mod category_total;
mod channel_over;
mod complaint;
mod department_over;
mod dispute_outcomes;
mod hotline;
mod inquiry_ways;
mod interpretation_over;
mod remainder;
mod timing_over;
mod uncategorised;
mod ways;

/// In the order in which they are run.
pub(super) static RULES: &[&Rule] = &[
    &category_total::RULE,
    &category_over::RULE,
    &uncategorised::RULE,
    &remainder::RULE,
    &channel_over::RULE,
    &department_over::RULE,
    &timing_over::RULE,
    &interpretation_over::RULE,
    &inquiry_ways::RULE,
    &hotline::RULE,
    &complaint::RULE,
    &application_ways::RULE,
    &application_outcomes::RULE,
    &application_extended::RULE,
    &dispute_outcomes::RULE,
];
