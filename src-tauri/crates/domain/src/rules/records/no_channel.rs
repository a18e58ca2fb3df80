//! An item that became public nowhere.

use super::kept::{found, list, names, published};
use crate::query::WITHIN_YEAR;
use crate::record::{Record, Value};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.no_channel",
    group: Group::Records,
    severity: Severity::Hint,
    title: "公开的信息登记了渠道",
    basis: "《条例》第二十三条：通过政府公报、政府网站等途径公开；没有渠道的不计入任何一个渠道",
    advice: "补登公开渠道",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let nowhere = |record: &Record| record.values.get("channels").is_none_or(Value::is_empty);
    let nowhere: Vec<&Record> = published(dossier, nowhere).collect();
    if !nowhere.is_empty() {
        let message = format!("有 {} 条公开的信息没有登记渠道：{}", nowhere.len(), names(&nowhere));
        let filter: [(&str, &[&str]); 2] = [("published_on", &[WITHIN_YEAR]), ("channels", &[""])];
        let mut finding = found(&RULE, message, &nowhere);
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
    fn public_nowhere() {
        let mut dossier = clean();
        disclosure(&mut dossier, &[("channels", "")]);
        assert_eq!(only(&dossier, RULE.id).len(), 1);
    }
}
