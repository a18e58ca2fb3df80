//! Those answered later than at first are some of those answered.

use super::ways::{over, these};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "dimension.application_extended",
    group: Group::Dimensions,
    severity: Severity::Error,
    title: "延期答复的不多于办结的",
    basis: "《条例》第三十三条：延长答复期限的也是办结的一部分",
    advice: "核对延期答复和办结申请的件数",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let extended = these(dossier, &["application.extended"]);
    out.extend(over(dossier, &RULE, &extended, "延期答复的申请", "application.decided"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn extended_and_never_answered() {
        let mut dossier = clean();
        set(&mut dossier, "application.extended", 1);
        assert_eq!(only(&dossier, RULE.id).len(), 1);
    }
}
