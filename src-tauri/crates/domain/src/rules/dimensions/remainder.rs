//! How many items the categories leave over, where nobody says that they are complete.

use super::ways::{TOTAL, beginning, finding, left_over};
use crate::rules::{Dossier, Finding, Group, Place, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "dimension.remainder",
    group: Group::Dimensions,
    severity: Severity::Hint,
    title: "没有归类的信息",
    basis: "按类别统计：各类别之和少于总数的，其余没有归类",
    advice: "能归类的补上类别；类别本来就列不全的，正文里不要写成“分别为”，写“其中”",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let parts = beginning(dossier, "disclosure.category.");
    let Some(total) = dossier.figures.get(TOTAL).filter(|_| !dossier.categories_complete) else { return };
    let Some(left) = left_over(&parts, total).filter(|_| !parts.is_empty()) else { return };
    let sum = total.value.number().and_then(|n| n.checked_sub(left)).unwrap_or_default().to_string();
    let whole = total.value.text();
    let message = format!("总数 {whole} 条，各类别共 {sum} 条，还有 {left} 条没有类别");
    let found = finding(&RULE, message, &parts, total).sides(("各类别之和", &sum), (&total.label, &whole));
    let without = dossier.figures.get("disclosure.uncategorised").and_then(|figure| figure.behind.clone());
    out.push(match without {
        Some(behind) => found.at(Place::Records { behind }),
        None => found,
    });
}

#[cfg(test)]
mod tests {
    use super::super::ways::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn thirty_five_of_two_hundred() {
        let mut dossier = items(200);
        entries(&mut dossier, "category", &exact([30, 50, 5, 80]));
        let found = only(&dossier, RULE.id);
        assert!(found[0].message.contains("共 165 条，还有 35 条没有类别"));
        assert_eq!(found[0].severity, Severity::Hint);
    }

    #[test]
    fn nothing_is_left_over_where_a_lower_bound_may_grow() {
        let mut dossier = items(300);
        entries(&mut dossier, "category", &exact([30, 50, 5, 80]));
        add_figure(&mut dossier, "disclosure.category.more", "社会救助", about(100));
        nothing(&dossier);
    }
}
