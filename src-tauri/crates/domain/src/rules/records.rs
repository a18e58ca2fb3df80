//! 台账与报表: what stands in the ledgers against what stands in the cells.

use super::Rule;

mod answered_late;
mod application_dropped;
mod application_number_twice;
mod carried_differs;
mod cell_reason;
mod decided_early;
mod disclosure_twice;
mod dispute_dropped;
mod dispute_unlinked;
mod fee_application;
mod fee_kind;
mod hand_differs;
mod hand_same;
mod kept;
mod no_channel;
mod normative_number_twice;
mod normative_undisclosed;
mod normative_unregistered;
mod not_open;
mod outcome_undated;
mod published_before_formed;
mod secrecy;
mod secrecy_refused;
mod uncounted;
mod undecided;
mod undelivered;
mod unlinked_fee;
mod unpublished;

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
    &answered_late::RULE,
    &application_number_twice::RULE,
    &undelivered::RULE,
    &dispute_unlinked::RULE,
    &unlinked_fee::RULE,
    &fee_application::RULE,
    &fee_kind::RULE,
    &published_before_formed::RULE,
    &secrecy_refused::RULE,
    &secrecy::RULE,
    &not_open::RULE,
    &no_channel::RULE,
    &disclosure_twice::RULE,
    &unpublished::RULE,
    &normative_undisclosed::RULE,
    &normative_unregistered::RULE,
    &normative_number_twice::RULE,
];
