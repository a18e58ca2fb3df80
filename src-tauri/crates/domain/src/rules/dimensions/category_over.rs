//! Categories never hold more than there are items: an item has one category.

use super::ways::{TOTAL, beginning, over};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "dimension.category_over",
    group: Group::Dimensions,
    severity: Severity::Error,
    title: "各类别之和不多于主动公开总数",
    basis: "按类别统计：一条信息只归入一个类别",
    advice: "核对各类别的数；多半是把科室、渠道的数当成类别，或者一条信息算进了两个类别",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let parts = beginning(dossier, "disclosure.category.");
    out.extend(over(dossier, &RULE, &parts, "各类别之和", TOTAL));
}

#[cfg(test)]
mod tests {
    use super::super::ways::samples::*;
    use super::*;
    use crate::rules::testing::*;

    /// 30 + 50 + 5 + 80 and a department's 100余, taken for a category.
    fn with_a_department(total: i64) -> Dossier {
        let mut dossier = items(total);
        entries(&mut dossier, "category", &exact([30, 50, 5, 80]));
        add_figure(&mut dossier, "disclosure.category.relief", "扶贫办、民政办", about(100));
        dossier
    }

    #[test]
    fn a_department_among_the_categories() {
        let found = only(&with_a_department(200), RULE.id);
        assert!(found[0].message.contains("265余") && found[0].message.contains("200"));
        nothing(&with_a_department(265));
    }

    #[test]
    fn complete_or_not_it_is_said_once() {
        let mut dossier = with_a_department(200);
        dossier.categories_complete = true;
        assert_eq!(only(&dossier, RULE.id).len(), 1);
    }

    #[test]
    fn a_total_that_is_a_lower_bound_may_grow() {
        let mut dossier = with_a_department(200);
        set_quantity(&mut dossier, TOTAL, about(200));
        nothing(&dossier);
    }
}
