//! The office says that every item has its category, and some have none.

use super::ways::{TOTAL, finding};
use crate::number::Decimal;
use crate::rules::{Dossier, Finding, Group, Place, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "dimension.uncategorised",
    group: Group::Dimensions,
    severity: Severity::Warning,
    title: "类别分全了就没有未分类的",
    basis: "按类别统计：说明类别已经分全的，每条信息都应当有类别",
    advice: "给这些信息补上类别，或者取消“类别已经分全”",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let Some(without) = dossier.figures.get("disclosure.uncategorised") else { return };
    let Some(total) = dossier.figures.get(TOTAL) else { return };
    let some = without.value.number().is_some_and(|n| n > Decimal::ZERO);
    if dossier.categories_complete && some {
        let message = format!("说明类别已经分全，还有 {} 条没有类别", without.value.text());
        let found = finding(&RULE, message, &[without], total);
        out.push(match &without.behind {
            Some(behind) => found.at(Place::Records { behind: behind.clone() }),
            None => found,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::ways::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn said_to_be_complete() {
        let mut dossier = items(200);
        dossier.categories_complete = true;
        entries(&mut dossier, "category", &exact([30, 50, 5, 80]));
        set(&mut dossier, "disclosure.uncategorised", 35);
        assert!(only(&dossier, RULE.id)[0].message.contains("35 条"));
    }
}
