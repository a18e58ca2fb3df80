//! Nothing becomes public before it is there.

use super::kept::{found, name, published, text};
use crate::record::Record;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.published_before_formed",
    group: Group::Records,
    severity: Severity::Error,
    title: "公开不早于形成",
    basis: "《条例》第二十六条：公开期限自信息形成或者变更之日起算",
    advice: "核对形成日期和公开日期",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let early = |record: &Record| text(record, "published_on") < text(record, "formed_on");
    for record in published(dossier, early) {
        let (formed, public) = (text(record, "formed_on"), text(record, "published_on"));
        let message = format!("「{}」公开日期是 {public}，早于形成日期 {formed}", name(record));
        out.push(found(&RULE, message, &[record]).sides(("公开日期", public), ("形成日期", formed)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::kept::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn public_before_it_was_there() {
        let mut dossier = clean();
        disclosure(&mut dossier, &[("formed_on", "2024-03-14")]);
        assert!(only(&dossier, RULE.id)[0].message.contains("早于形成日期 2024-03-14"));
    }
}
