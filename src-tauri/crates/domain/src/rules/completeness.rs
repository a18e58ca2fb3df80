//! 内容是否齐全: what the decree and the form want to be there.

use super::Rule;

/// In the order in which they are run.
pub(super) static RULES: &[&Rule] = &[];
