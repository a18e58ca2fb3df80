//! Part six says whether handling fees were taken.

use super::whole::says_anywhere;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "complete.fee",
    group: Group::Completeness,
    severity: Severity::Warning,
    title: "写了信息处理费",
    basis: "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）；收费情况在第六部分报告",
    advice: "在第六部分写明收取信息处理费的情况，没有收取的写明没有",
    check,
};

/// Words that speak of it.
const WORDS: &[&str] = &["处理费", "收费", "收取费用", "费用"];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    if dossier.due_format == "2021" && says_anywhere(dossier, WORDS) == Some(false) {
        let finding = Finding::of(&RULE, "全文没有写信息处理费的收取情况");
        out.push(finding.at_text("others", ""));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn not_a_word() {
        let mut dossier = clean();
        say(&mut dossier, "others", "没有其他需要报告的事项。");
        only(&dossier, RULE.id);
    }
}
