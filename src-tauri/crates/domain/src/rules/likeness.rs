//! 与上年雷同: this year's words against last year's.

use super::Rule;

/// In the order in which they are run.
pub(super) static RULES: &[&Rule] = &[];
