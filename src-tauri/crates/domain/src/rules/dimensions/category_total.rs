//! Where the office says that every item has its category, the categories make the total.

use super::ways::{TOTAL, beginning, equal, is_over, together};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "dimension.category_total",
    group: Group::Dimensions,
    severity: Severity::Error,
    title: "各类别之和等于主动公开总数",
    basis: "按类别统计：一条信息归入一个类别，各类别加上未分类的就是总数",
    advice: "核对各类别的数；有的信息不归类的，取消“类别已经分全”",
    check,
};

/// Categories that are more than the total are another rule's.
fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let mut parts = beginning(dossier, "disclosure.category.");
    if !dossier.categories_complete || parts.is_empty() {
        return;
    }
    let total = dossier.figures.get(TOTAL).map(|total| total.value);
    if together(&parts).zip(total).is_some_and(|(sum, total)| is_over(sum, total)) {
        return;
    }
    parts.extend(dossier.figures.get("disclosure.uncategorised"));
    out.extend(equal(dossier, &RULE, &parts, "各类别和未分类", TOTAL));
}

#[cfg(test)]
mod tests {
    use super::super::ways::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn one_is_missing() {
        let mut dossier = items(915);
        dossier.categories_complete = true;
        entries(&mut dossier, "category", &exact([113, 481, 6, 23, 289, 2]));
        let found = only(&dossier, RULE.id);
        assert!(found[0].message.contains("914") && found[0].message.contains("915"));
        set(&mut dossier, "disclosure.category.5", 3);
        nothing(&dossier);
    }

    #[test]
    fn a_lower_bound_may_make_up_the_rest() {
        let mut dossier = items(300);
        dossier.categories_complete = true;
        entries(&mut dossier, "category", &exact([30, 50, 5, 80]));
        add_figure(&mut dossier, "disclosure.category.more", "社会救助", about(100));
        nothing(&dossier);
    }
}
