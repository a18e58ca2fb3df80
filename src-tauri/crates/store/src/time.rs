//! Moments as the tables hold them.

use chrono::NaiveDateTime;

/// `YYYY-MM-DDTHH:MM:SS`, local time.
pub(crate) fn stamp(now: NaiveDateTime) -> String {
    now.format("%Y-%m-%dT%H:%M:%S").to_string()
}
