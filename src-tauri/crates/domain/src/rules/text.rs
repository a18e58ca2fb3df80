//! 文字与数字: the words against the tables, and the words against themselves.

use super::Rule;

mod against;
mod carried;
mod coercion;
mod decided;
mod division;
mod granted;
mod in_force;
mod litigation;
mod mixed_dimension;
mod next;
mod none_but_table;
mod normative;
mod other_handling;
mod partly;
mod parts_open;
mod parts_sum;
mod penalty;
mod percent_of_zero;
mod percent_places;
mod percent_sum;
mod percent_value;
mod permit;
mod received;
mod reconsideration;
mod refused;
mod rejected;
mod repealed;
pub(super) mod said;
mod share;
mod some_but_table;
mod unable;

/// What both the words and the tables count.
static FACTS: &[&against::Fact] = &[
    &received::FACT,
    &carried::FACT,
    &next::FACT,
    &decided::FACT,
    &granted::FACT,
    &partly::FACT,
    &refused::FACT,
    &unable::FACT,
    &rejected::FACT,
    &other_handling::FACT,
    &reconsideration::FACT,
    &litigation::FACT,
    &normative::FACT,
    &in_force::FACT,
    &repealed::FACT,
    &permit::FACT,
    &penalty::FACT,
    &coercion::FACT,
];

/// In the order in which they are run.
pub(super) static RULES: &[&Rule] = &[
    &parts_sum::RULE,
    &parts_open::RULE,
    &mixed_dimension::RULE,
    &percent_value::RULE,
    &percent_sum::RULE,
    &percent_places::RULE,
    &percent_of_zero::RULE,
    &received::RULE,
    &carried::RULE,
    &next::RULE,
    &decided::RULE,
    &granted::RULE,
    &partly::RULE,
    &refused::RULE,
    &unable::RULE,
    &rejected::RULE,
    &other_handling::RULE,
    &reconsideration::RULE,
    &litigation::RULE,
    &normative::RULE,
    &in_force::RULE,
    &repealed::RULE,
    &permit::RULE,
    &penalty::RULE,
    &coercion::RULE,
    &none_but_table::RULE,
    &some_but_table::RULE,
];
