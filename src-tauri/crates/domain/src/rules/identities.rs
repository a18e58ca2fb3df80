//! 表内和跨年勾稽: what the tables themselves say must agree, within a year and from year to year.

use super::Rule;

mod applicants;
mod balance;
mod cell_blank;
mod cell_fraction;
mod cell_lower_bound;
mod cell_negative;
mod cell_not_applicable;
mod format_relation;
mod litigation_after;
mod litigation_direct;
mod old_form;
mod reconsideration;
mod relation;
mod results;
mod slip;
mod stats_channels_received;
mod stats_closed;
mod stats_closed_replies;
mod stats_interviews;
mod stats_litigation;
mod stats_normative_issued;
mod stats_normative_published;
mod stats_press;
mod stats_published_channels;
mod stats_reconsideration;
mod stats_refusals;
mod stats_replies;
mod stats_staff;
mod township_rules;
mod trial;
mod trial_below_zero;
mod trial_projects;
mod trial_projects_carried;
mod trial_public_total;
mod trial_published;
mod year_carried;
mod year_carried_unlocked;
mod year_change;
mod year_in_force;

/// In the order in which they are run.
pub(super) static RULES: &[&Rule] = &[
    &balance::RULE,
    &results::RULE,
    &applicants::RULE,
    &reconsideration::RULE,
    &litigation_direct::RULE,
    &litigation_after::RULE,
    &stats_channels_received::RULE,
    &stats_closed::RULE,
    &stats_replies::RULE,
    &stats_refusals::RULE,
    &stats_closed_replies::RULE,
    &stats_reconsideration::RULE,
    &stats_litigation::RULE,
    &stats_staff::RULE,
    &stats_published_channels::RULE,
    &stats_normative_published::RULE,
    &stats_normative_issued::RULE,
    &stats_press::RULE,
    &stats_interviews::RULE,
    &format_relation::RULE,
    &year_carried::RULE,
    &year_in_force::RULE,
    &year_carried_unlocked::RULE,
    &year_change::RULE,
    &cell_blank::RULE,
    &cell_negative::RULE,
    &cell_fraction::RULE,
    &cell_lower_bound::RULE,
    &cell_not_applicable::RULE,
    &township_rules::RULE,
    &trial_published::RULE,
    &trial_public_total::RULE,
    &trial_projects::RULE,
    &trial_projects_carried::RULE,
    &trial_below_zero::RULE,
    &old_form::RULE,
];
