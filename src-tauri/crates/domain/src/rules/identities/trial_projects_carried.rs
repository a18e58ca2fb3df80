//! 2019: 上一年项目数量 is what last year's report in the same form came to.

use super::trial::rows;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "trial.projects_carried",
    group: Group::Identities,
    severity: Severity::Warning,
    title: "2019年表：上一年项目数量同上年报告衔接",
    basis: "跨年勾稽：本年“上一年项目数量”等于上年报告的上一年项目数量加上年增/减",
    advice: "核对上年报告；事项目录重新梳理过的，写明情况",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let Some(last) = &dossier.last else { return };
    for row in rows(dossier, &["last"]) {
        let [now] = row.values[..] else { continue };
        let before = |column: &str| last.values.get(&format!("{}.{column}", row.id)).and_then(|v| v.number());
        let (Some(items), Some(change)) = (before("last"), before("change")) else { continue };
        let Some(due) = items.checked_add(change).filter(|due| *due != now) else { continue };
        let message =
            format!("{}上一年项目数量填的是 {now}，{}年报告的项目数量加增减是 {due}", row.name, last.year);
        let then = format!("{}年报告的项目数", last.year);
        out.push(
            Finding::of(&RULE, message)
                .sides(("上一年项目数量", &now.to_string()), (&then, &due.to_string()))
                .at_figure(&format!("{}.last", row.id)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn an_item_came_from_nowhere() {
        let mut dossier = clean_in("2019", 2020);
        last(&mut dossier, "t2.penalty.last", 3);
        last(&mut dossier, "t2.penalty.change", -1);
        set(&mut dossier, "t2.penalty.last", 2);
        nothing(&dossier);
        set(&mut dossier, "t2.penalty.last", 3);
        assert!(only(&dossier, RULE.id)[0].message.contains("加增减是 2"));
    }
}
