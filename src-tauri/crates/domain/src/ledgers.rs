//! The eleven ledgers, each described in a file of its own.

use crate::ledger::Ledger;

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

pub use application::{APPLICANT_KINDS, OUTCOMES};

/// All, in the order of the rail.
pub static ALL: [&Ledger; 11] = [
    &disclosure::LEDGER,
    &application::LEDGER,
    &inquiry::LEDGER,
    &complaint::LEDGER,
    &dispute::LEDGER,
    &hotline::LEDGER,
    &activity::LEDGER,
    &post::LEDGER,
    &measure::LEDGER,
    &fee::LEDGER,
    &normative::LEDGER,
];

/// A ledger by its id.
pub fn ledger(id: &str) -> Option<&'static Ledger> {
    ALL.into_iter().find(|l| l.id == id)
}

#[cfg(test)]
mod tests;
