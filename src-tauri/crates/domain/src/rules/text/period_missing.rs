//! A report says for which time its numbers are.

use super::period::period;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.period_missing",
    group: Group::Text,
    severity: Severity::Hint,
    title: "写明统计期限",
    basis: "年度报告惯例：开头写明所列数据的统计期限",
    advice: "在开头写明「所列数据的统计期限自1月1日起至12月31日止」",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let known = dossier.scope.is_whole() && !dossier.parts.is_empty();
    if known && period(dossier).next().is_none() {
        out.push(Finding::of(&RULE, "全文没有写明数据的统计期限").at_text("preamble", ""));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn nothing_about_the_time() {
        let mut dossier = clean();
        say(
            &mut dossier,
            "preamble",
            "根据《中华人民共和国政府信息公开条例》，下达河乡人民政府编制2024年政府信息公开工作年度报告。",
        );
        assert_eq!(only(&dossier, RULE.id).len(), 1);
    }
}
