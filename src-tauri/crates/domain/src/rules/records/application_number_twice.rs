//! A number stands for one application.

use super::kept::{alike, found, text};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.application_number_twice",
    group: Group::Records,
    severity: Severity::Warning,
    title: "申请登记号不重复",
    basis: "一件申请一个登记号；重复登记的会多计一件",
    advice: "重复登记的删去一条，编错号的改正",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let number = |record| Some(text(record, "number")).filter(|number| !number.is_empty());
    for group in alike(dossier.records.of("application"), number) {
        let message = format!("申请登记号 {} 登记了 {} 条", text(group[0], "number"), group.len());
        out.push(found(&RULE, message, &group));
    }
}

#[cfg(test)]
mod tests {
    use super::super::kept::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn one_number_for_two() {
        let mut dossier = clean();
        application(&mut dossier, &[]);
        application(&mut dossier, &[("number", "2024-002")]);
        nothing(&dossier);
        application(&mut dossier, &[]);
        let found = only(&dossier, RULE.id);
        assert_eq!((found.len(), found[0].places.len()), (1, 2));
    }
}
