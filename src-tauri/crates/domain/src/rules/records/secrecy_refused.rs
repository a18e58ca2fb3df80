//! What the examination withheld, or has not decided on, is public nevertheless.

use super::kept::{found, name, published, text};
use crate::record::Record;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.secrecy_refused",
    group: Group::Records,
    severity: Severity::Error,
    title: "审查没有通过的不公开",
    basis: "《条例》第十四条、第十七条",
    advice: "立即核实：审查结论登错的改正；确实公开了的，撤下信息并按保密规定处理",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let kept_back = |record: &Record| matches!(text(record, "secrecy"), "refused" | "referred");
    for record in published(dossier, kept_back) {
        let conclusion =
            if text(record, "secrecy") == "refused" { "不予公开" } else { "报上级确定" };
        let day = text(record, "published_on");
        let message = format!("「{}」的保密审查结论是{conclusion}，却登记 {day} 公开", name(record));
        out.push(found(&RULE, message, &[record]));
    }
}

#[cfg(test)]
mod tests {
    use super::super::kept::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn withheld_and_public() {
        let mut dossier = clean();
        disclosure(&mut dossier, &[("secrecy", "refused")]);
        assert!(only(&dossier, RULE.id)[0].message.contains("结论是不予公开"));
    }
}
