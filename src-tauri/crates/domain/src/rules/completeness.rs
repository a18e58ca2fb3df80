//! 内容是否齐全: what the decree and the form want to be there.

use super::Rule;

mod accountability;
mod appraisal;
mod basis;
mod fee;
mod head_application;
mod head_disclosure;
mod head_management;
mod head_platform;
mod head_supervision;
mod heads_extra;
mod last_problems;
mod office;
mod old_application;
mod old_disclosure;
mod old_dispute;
mod old_fee;
mod old_problems;
mod others_empty;
mod overview_empty;
mod part_missing;
mod problems;
mod review;
mod signature;
mod title;
mod title_office;
mod whole;

/// In the order in which they are run.
pub(super) static RULES: &[&Rule] = &[
    &head_disclosure::RULE,
    &head_application::RULE,
    &head_management::RULE,
    &head_platform::RULE,
    &head_supervision::RULE,
    &appraisal::RULE,
    &review::RULE,
    &accountability::RULE,
    &part_missing::RULE,
    &overview_empty::RULE,
    &problems::RULE,
    &last_problems::RULE,
    &fee::RULE,
    &others_empty::RULE,
    &heads_extra::RULE,
    &old_disclosure::RULE,
    &old_application::RULE,
    &old_fee::RULE,
    &old_dispute::RULE,
    &old_problems::RULE,
    &title::RULE,
    &title_office::RULE,
    &signature::RULE,
    &office::RULE,
    &basis::RULE,
];
