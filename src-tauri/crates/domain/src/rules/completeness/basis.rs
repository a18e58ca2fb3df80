//! A report names the decree it is made under.

use super::whole::says_anywhere;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "complete.basis",
    group: Group::Completeness,
    severity: Severity::Hint,
    title: "写明编制依据",
    basis: "年度报告依据《政府信息公开条例》编制",
    advice: "在前言里写明依据《条例》第五十条编制",
    check,
};

/// Words that name it.
const WORDS: &[&str] = &["条例"];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    if says_anywhere(dossier, WORDS) == Some(false) {
        out.push(Finding::of(&RULE, "全文没有提到编制依据《政府信息公开条例》").at_text("preamble", ""));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn no_decree() {
        let mut dossier = clean();
        let words = "下达河乡人民政府编制2024年政府信息公开工作年度报告。统计期限自2024年1月1日起至2024年12月31日止。";
        say(&mut dossier, "preamble", words);
        only(&dossier, RULE.id);
    }
}
