//! What counts as a normative document is on the judicial office's register.

use super::kept::{Span, found, names, text};
use crate::record::Record;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.normative_unregistered",
    group: Group::Records,
    severity: Severity::Hint,
    title: "规范性文件有备案号",
    basis: "行政规范性文件制发后报送备案；件数以备案的为准更可靠",
    advice: "补登备案号；不属于规范性文件的一般文件，从这本台账里删去",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let span = Span::of(dossier.year);
    let missing = |record: &&Record| {
        span.holds(text(record, "issued_on")) && text(record, "registered_number").is_empty()
    };
    let missing: Vec<&Record> = dossier.records.of("normative").iter().filter(missing).collect();
    if !missing.is_empty() {
        let message = format!("本年制发的规范性文件有 {} 件没有备案号：{}", missing.len(), names(&missing));
        out.push(found(&RULE, message, &missing));
    }
}

#[cfg(test)]
mod tests {
    use super::super::kept::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn on_no_register() {
        let mut dossier = clean();
        normative(&mut dossier, &[("registered_number", "")]);
        assert!(only(&dossier, RULE.id)[0].message.contains("有 1 件"));
    }
}
