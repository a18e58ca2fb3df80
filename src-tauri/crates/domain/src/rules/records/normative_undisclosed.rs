//! A normative document is published.

use super::kept::{Span, found, name, text};
use crate::record::Value;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.normative_undisclosed",
    group: Group::Records,
    severity: Severity::Warning,
    title: "本年制发的规范性文件都公开了",
    basis: "《条例》第二十条第（一）项：规范性文件应当主动公开",
    advice: "已经公开的勾选“已主动公开”；没有公开的尽快公开",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let span = Span::of(dossier.year);
    for record in dossier.records.of("normative") {
        let repealed = text(record, "repealed_on");
        let in_force = repealed.is_empty() || repealed > span.last.as_str();
        let disclosed = matches!(record.values.get("disclosed"), Some(Value::Flag(true)));
        if span.holds(text(record, "issued_on")) && in_force && !disclosed {
            let message = format!("{}《{}》还没有主动公开", text(record, "document_number"), name(record));
            out.push(found(&RULE, message, &[record]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::kept::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn issued_and_kept_from_the_public() {
        let mut dossier = clean();
        normative(&mut dossier, &[("disclosed", "false")]);
        assert!(only(&dossier, RULE.id)[0].message.contains("农村公路管护办法"));
        let mut dossier = clean();
        normative(&mut dossier, &[("disclosed", ""), ("repealed_on", "2024-09-01")]);
        normative(
            &mut dossier,
            &[("disclosed", ""), ("issued_on", "2022-09-01"), ("document_number", "1号")],
        );
        nothing(&dossier);
    }
}
