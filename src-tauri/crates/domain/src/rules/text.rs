//! 文字与数字: the words against the tables, and the words against themselves.

use super::Rule;

mod about_total;
mod against;
mod announced;
mod carried;
mod cell_dash;
mod coercion;
mod decided;
mod division;
mod doubled_marks;
mod fee_part_six;
mod form_labels;
mod granted;
mod growth;
mod handling_fee;
mod heads_numbering;
mod impossible_date;
mod in_force;
mod letter_tone;
mod litigation;
pub(super) mod markers;
mod missing_unit;
mod mixed_dimension;
mod next;
mod none_but_table;
mod normative;
mod old_basis;
mod old_decree;
mod old_division;
mod old_table;
mod old_term;
mod other_handling;
mod other_office;
mod outside_year;
mod part_count;
mod part_list;
mod partly;
mod parts_open;
mod parts_sum;
mod penalty;
mod percent_of_zero;
mod percent_over;
mod percent_places;
mod percent_sum;
mod percent_value;
mod period;
mod period_end;
mod period_missing;
mod period_start;
mod permit;
mod phrases;
mod placeholder;
mod problems_empty;
mod problems_no_measures;
mod problems_short;
mod procurement_unit;
mod published_late;
mod rate;
mod received;
mod reconsideration;
mod refused;
mod rejected;
mod repealed;
mod repeated_words;
pub(super) mod said;
mod self_name;
#[cfg(test)]
mod sentences;
mod share;
mod signature_date;
mod some_but_table;
mod staff;
mod template_remains;
mod title;
mod unable;
mod unit_mixed;
mod unpaired;
mod web_remains;
mod wrong_year;

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
    &percent_over::RULE,
    &rate::RULE,
    &growth::RULE,
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
    &period_end::RULE,
    &period_start::RULE,
    &period_missing::RULE,
    &part_count::RULE,
    &part_list::RULE,
    &other_office::RULE,
    &self_name::RULE,
    &template_remains::RULE,
    &letter_tone::RULE,
    &old_decree::RULE,
    &old_table::RULE,
    &placeholder::RULE,
    &old_term::RULE,
    &old_basis::RULE,
    &old_division::RULE,
    &impossible_date::RULE,
    &outside_year::RULE,
    &wrong_year::RULE,
    &signature_date::RULE,
    &title::RULE,
    &repeated_words::RULE,
    &doubled_marks::RULE,
    &unpaired::RULE,
    &missing_unit::RULE,
    &unit_mixed::RULE,
    &web_remains::RULE,
    &problems_empty::RULE,
    &problems_short::RULE,
    &problems_no_measures::RULE,
    &fee_part_six::RULE,
    &handling_fee::RULE,
    &about_total::RULE,
    &heads_numbering::RULE,
    &form_labels::RULE,
    &cell_dash::RULE,
    &staff::RULE,
    &procurement_unit::RULE,
    &published_late::RULE,
];
