//! 2019: 处理决定数量 filled in as if it were the number of items there are now.

use super::trial::rows;
use crate::number::Decimal;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "trial.projects",
    group: Group::Identities,
    severity: Severity::Warning,
    title: "2019年表：处理决定数量不是项目数",
    basis: "2019年试行表第二十条第（五）、（六）项：前两列是事项的项数，第三列是一年里作出的处理决定件数",
    advice: "看一看是不是把处理决定数量当成现有项目数填了；应填一年里作出的决定件数",
    check,
};

/// A row of 0 + 1 = 1 says nothing.
fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for row in rows(dossier, &["last", "change", "decided"]) {
        let [last, change, decided] = row.values[..] else { continue };
        let now = last.checked_add(change);
        if last > Decimal::ZERO && change != Decimal::ZERO && now == Some(decided) {
            let message = format!(
                "{}处理决定数量 {decided} 正好等于上一年项目数量 {last} 加本年增减 {change}，可能把列看错了",
                row.name
            );
            let finding = Finding::of(&RULE, message)
                .sides(
                    ("处理决定数量", &decided.to_string()),
                    ("上一年项目数量加本年增/减", &decided.to_string()),
                )
                .at_figure(&format!("{}.decided", row.id));
            out.push(finding.at_figure(&format!("{}.last", row.id)).at_figure(&format!("{}.change", row.id)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn decisions_that_are_items() {
        let mut dossier = clean_in("2019", 2020);
        for (column, n) in [("last", 3), ("change", 1), ("decided", 4)] {
            set(&mut dossier, &format!("t2.permit.{column}"), n);
        }
        last(&mut dossier, "t2.permit.last", 3);
        assert!(only(&dossier, RULE.id)[0].message.contains("行政许可处理决定数量 4"));
        set(&mut dossier, "t2.permit.decided", 2);
        nothing(&dossier);
    }
}
