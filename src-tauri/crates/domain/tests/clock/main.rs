//! The clock of an application: a table of cases over every event, both decrees, year ends and spring
//! festivals; what is refused; and what holds whatever the order of the events.
//!
//! The due dates were reckoned by a second program from the yearly notices.

mod always;
mod record;
mod refusals;
mod story;
mod table;
mod told;
