//! A 文号 stands for one document.

use super::kept::{alike, found, names, text};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.normative_number_twice",
    group: Group::Records,
    severity: Severity::Warning,
    title: "规范性文件文号不重复",
    basis: "一份文件一个文号；重复登记的会多计一件",
    advice: "重复登记的删去一条，文号登错的改正",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let number = |record| Some(text(record, "document_number")).filter(|number| !number.is_empty());
    for group in alike(dossier.records.of("normative"), number) {
        let number = text(group[0], "document_number");
        let message = format!("文号 {number} 登记了 {} 份文件：{}", group.len(), names(&group));
        out.push(found(&RULE, message, &group));
    }
}

#[cfg(test)]
mod tests {
    use super::super::kept::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn one_number_for_two() {
        let mut dossier = clean();
        normative(&mut dossier, &[]);
        normative(&mut dossier, &[("title", "河道保洁办法")]);
        assert!(only(&dossier, RULE.id)[0].message.contains("河道保洁办法"));
    }
}
