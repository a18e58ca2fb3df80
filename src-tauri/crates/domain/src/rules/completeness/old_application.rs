//! The old decree wants 依申请公开和不予公开的情况.

use super::whole::{old_form, says_anywhere};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "complete.old_application",
    group: Group::Completeness,
    severity: Severity::Warning,
    title: "旧格式：写了依申请公开和不予公开的情况",
    basis: "2007年《条例》（国务院令第492号）第三十二条第二项",
    advice: "补写依申请公开和不予公开的情况，没有的写明没有",
    check,
};

/// Words that speak of it.
const WORDS: &[&str] = &["依申请", "申请公开", "公开申请", "公开政府信息的申请"];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    if old_form(dossier) && says_anywhere(dossier, WORDS) == Some(false) {
        out.push(Finding::of(&RULE, "全文没有写依申请公开和不予公开的情况").at_text("application", ""));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn is_left_out() {
        let dossier = old_without(WORDS);
        only(&dossier, RULE.id);
    }
}
