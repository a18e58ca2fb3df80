//! What becomes public was examined before.

use super::kept::{found, list, names, published, text};
use crate::query::WITHIN_YEAR;
use crate::record::Record;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.secrecy",
    group: Group::Records,
    severity: Severity::Warning,
    title: "公开前经过保密审查",
    basis: "《条例》第十七条：对拟公开的政府信息进行审查",
    advice: "审查过的补登审查结论；没有审查的补办审查手续",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let unexamined: Vec<&Record> = published(dossier, |record| text(record, "secrecy").is_empty()).collect();
    if !unexamined.is_empty() {
        let message = format!("有 {} 条公开的信息没有保密审查结论：{}", unexamined.len(), names(&unexamined));
        let filter: [(&str, &[&str]); 2] = [("published_on", &[WITHIN_YEAR]), ("secrecy", &[""])];
        let mut finding = found(&RULE, message, &unexamined);
        finding.places.insert(0, list(dossier, "disclosure", &filter));
        out.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::super::kept::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn published_unseen() {
        let mut dossier = clean();
        disclosure(&mut dossier, &[("secrecy", "")]);
        disclosure(&mut dossier, &[("secrecy", "edited"), ("title", "低保名册（处理后）")]);
        assert!(only(&dossier, RULE.id)[0].message.contains("有 1 条"));
    }
}
