//! 2019: all that is public holds what became public this year.

use super::trial::rows;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "trial.public_total",
    group: Group::Identities,
    severity: Severity::Warning,
    title: "2019年表：对外公开总数量不少于本年新公开数量",
    basis: "2019年试行表第二十条第（一）项：对外公开总数量包括本年新公开的",
    advice: "核对两列，多半是总数量没有把本年新公开的算进去",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for row in rows(dossier, &["published", "public_total"]) {
        let [published, total] = row.values[..] else { continue };
        if total < published {
            let message = format!("{}对外公开总数量为 {total}，少于本年新公开的 {published}", row.name);
            let finding = Finding::of(&RULE, message)
                .sides(("对外公开总数量", &total.to_string()), ("本年新公开数量", &published.to_string()))
                .at_figure(&format!("{}.public_total", row.id));
            out.push(finding.at_figure(&format!("{}.published", row.id)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn fewer_in_all_than_this_year() {
        let mut dossier = clean_in("2019", 2020);
        set(&mut dossier, "t2.normative.made", 3);
        set(&mut dossier, "t2.normative.published", 3);
        assert!(only(&dossier, RULE.id)[0].message.contains("少于本年新公开的 3"));
    }
}
