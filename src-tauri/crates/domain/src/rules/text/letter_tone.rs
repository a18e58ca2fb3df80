//! A letter to the superior put on the web as the public report.

use super::phrases::{Where, phrases};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.letter_tone",
    group: Group::Text,
    severity: Severity::Warning,
    title: "公开稿不用报送函的口气",
    basis: "向社会公布的年度报告不是写给上级的函",
    advice: "公开稿删去「贵办」「特此报告」等用语；报送上级的另用报送稿",
    check,
};

/// What gives it away.
const WORDS: &[&str] = &[
    "贵办",
    "贵局",
    "贵单位",
    "贵府",
    "特此报告",
    "特此上报",
    "专此报告",
    "请审阅",
    "请批示",
    "请审示",
    "妥否",
    "现予上报",
    "现呈报",
];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    phrases(
        dossier,
        &RULE,
        WORDS,
        Where::Words,
        |words| format!("「{words}」是写给上级的话，公开稿里不应当出现"),
        out,
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn is_seen() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "根据贵办的通知要求，我乡进行了总结。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
    }
}
