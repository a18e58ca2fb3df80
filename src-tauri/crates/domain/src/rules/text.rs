//! 文字与数字: the words against the tables, and the words against themselves.

use super::Rule;

/// In the order in which they are run.
pub(super) static RULES: &[&Rule] = &[];
