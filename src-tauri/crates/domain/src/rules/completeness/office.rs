//! A report says whose it is.

use super::whole::begins;
use crate::reading::fold;
use crate::rules::Origin;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "complete.office",
    group: Group::Completeness,
    severity: Severity::Hint,
    title: "正文写明编制机关",
    basis: "年度报告由本机关编制并公布",
    advice: "在前言里写明由哪个机关编制",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let short = &dossier.office.short;
    let known = dossier.origin == Origin::Office && !short.is_empty() || dossier.origin == Origin::Text;
    if !known || !begins(dossier) || !dossier.scope.is_whole() {
        return;
    }
    let named =
        !short.is_empty() && dossier.parts.iter().any(|part| fold(&part.text).contains(short.as_str()));
    let titled = dossier.origin == Origin::Text && !short.is_empty();
    if !named && !titled {
        out.push(Finding::of(&RULE, "正文里没有写明编制机关").at_text("preamble", ""));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn nobody() {
        let mut dossier = clean();
        let words =
            "根据《中华人民共和国政府信息公开条例》编制本报告。统计期限自2024年1月1日起至2024年12月31日止。";
        say(&mut dossier, "preamble", words);
        only(&dossier, RULE.id);
    }
}
