//! Brings a file to the present schema: every step of every table, in one transaction, all or
//! nothing.

use rusqlite::{Connection, TransactionBehavior};

use crate::error::Result;
use crate::{
    attachments, calendar, catalogue, entered, events, letters, looks, narrative, numbering, own_figures,
    personal, profile, report, settings, tables, versions, waivers,
};

/// `GKNB`, kept in the file's header: these are our records and no other program's.
pub(crate) const APPLICATION_ID: i32 = 0x474B_4E42;

/// What makes a table, or changes it.
pub(crate) struct Step {
    /// The schema version the step leads to.
    pub version: i32,
    /// Statements.
    pub sql: &'static str,
}

/// Every step, in the order in which they run within a version: what others refer to comes first.
pub(crate) fn steps() -> Vec<&'static Step> {
    let before = [profile::STEPS, catalogue::STEPS];
    let after = [
        numbering::STEPS,
        narrative::STEPS,
        report::STEPS,
        entered::STEPS,
        own_figures::STEPS,
        attachments::STEPS,
        settings::STEPS,
        waivers::STEPS,
        versions::STEPS,
        events::STEPS,
        calendar::STEPS,
        personal::STEPS,
        letters::STEPS,
        looks::STEPS,
    ];
    before.into_iter().chain(tables::STEPS).chain(after).flatten().collect()
}

/// The schema version of an open file.
pub(crate) fn version(db: &Connection) -> Result<i32> {
    Ok(db.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Runs every step above the file's version. An empty database also gets the catalogues that a new
/// office starts with.
pub(crate) fn migrate(db: &mut Connection, steps: &[&Step]) -> Result<()> {
    let from = version(db)?;
    let mut due: Vec<_> = steps.iter().filter(|step| step.version > from).collect();
    due.sort_by_key(|step| step.version);
    let Some(to) = due.last().map(|step| step.version) else { return Ok(()) };
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for step in due {
        transaction.execute_batch(step.sql)?;
    }
    if from == 0 {
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        catalogue::put_defaults(&transaction)?;
    }
    transaction.pragma_update(None, "user_version", to)?;
    Ok(transaction.commit()?)
}
