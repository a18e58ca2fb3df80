//! 统计口径: items, channels and categories are three ways of counting that never mix.

use super::Rule;

/// In the order in which they are run.
pub(super) static RULES: &[&Rule] = &[];
