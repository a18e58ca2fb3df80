//! Six kinds of applicants add up to 总计, in every row of the applications' table.

use super::relation::relations;
use crate::rules::{Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "application.applicants",
    group: Group::Identities,
    severity: Severity::Error,
    title: "申请表：六类申请人之和等于总计",
    basis: "申请表各行：自然人与五类法人或其他组织之和为总计",
    advice: "核对这一行六类申请人的数和总计，改正填错的一格",
    check: |dossier, out| relations(dossier, &RULE, out),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_total_that_is_no_sum() {
        let mut dossier = clean();
        set(&mut dossier, "t3.new.total", 10);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("本年新收") && found[0].message.contains("9"));
    }
}
