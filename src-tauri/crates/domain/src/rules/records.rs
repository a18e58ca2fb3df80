//! 台账与报表: what stands in the ledgers against what stands in the cells.

use super::Rule;

/// In the order in which they are run.
pub(super) static RULES: &[&Rule] = &[];
