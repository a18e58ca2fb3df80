//! A report bears the date on which it was made.

use super::whole::ends;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};
use crate::rules::{Origin, Place};

pub(super) static RULE: Rule = Rule {
    id: "complete.signature",
    group: Group::Completeness,
    severity: Severity::Warning,
    title: "有成文日期",
    basis: "GB/T 9704：公文应当标注成文日期",
    advice: "在报告设置里填写成文日期",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    if dossier.signed_on.is_none() && ends(dossier) {
        // A page often shows the date beside the report and not in it.
        let severity = if dossier.origin == Origin::Text { Severity::Hint } else { RULE.severity };
        let finding = Finding::of(&RULE, "报告没有成文日期").at(Place::Setting { name: "signed_on".into() });
        out.push(finding.as_grave_as(severity));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn undated() {
        let mut dossier = clean();
        dossier.signed_on = None;
        only(&dossier, RULE.id);
    }
}
