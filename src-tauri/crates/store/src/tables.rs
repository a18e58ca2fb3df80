//! The tables of the eleven ledgers. Each file holds the steps that make them, written out: a
//! released step is never changed, so a file of any age becomes the present one the same way.
//!
//! Beside its own columns, named for the fields, a ledger has `year_on` (the day that places a
//! record in a year), one table for each field that holds several entries, one for personal data,
//! and one for the words of the search. A column of a many-valued field repeats the entries of its
//! table as `,3,1,`, so that a list can be filtered and counted in one pass over one index.

use crate::schema::Step;

mod activity;
mod application;
mod complaint;
mod disclosure;
mod dispute;
mod fee;
mod hotline;
mod inquiry;
mod measure;
mod normative;
mod post;

/// The steps of every ledger.
pub(crate) const STEPS: [&[Step]; 11] = [
    disclosure::STEPS,
    application::STEPS,
    inquiry::STEPS,
    complaint::STEPS,
    dispute::STEPS,
    hotline::STEPS,
    activity::STEPS,
    post::STEPS,
    measure::STEPS,
    fee::STEPS,
    normative::STEPS,
];

#[cfg(test)]
mod tests;
