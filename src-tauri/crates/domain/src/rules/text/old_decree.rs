//! The old decree, cited after the new one had come.

use super::phrases::{Where, phrases};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.old_decree",
    group: Group::Text,
    severity: Severity::Warning,
    title: "引用现行《条例》",
    basis: "《条例》2019年修订（国务院令第711号，2019年5月15日起施行）；年度报告的规定在第四十九条、第五十条",
    advice: "改引修订后的《条例》第五十条",
    check,
};

/// What gives it away.
const WORDS: &[&str] = &[
    "492号",
    "第四百九十二号",
    "《条例》第三十一条",
    "《条例》第三十二条",
    "条例》第三十一条",
    "条例》第三十二条",
    "2008年5月1日起施行",
];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    if dossier.year < 2019 {
        return;
    }
    phrases(dossier, &RULE, WORDS, Where::Words, |words| format!("「{words}」是修订以前的《条例》"), out);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn is_seen() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "根据国务院令第492号编制本报告。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
    }
}
