//! An item is marked as not to be published on the office's own motion, and was.

use super::kept::{found, name, published, text};
use crate::record::Record;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.not_open",
    group: Group::Records,
    severity: Severity::Warning,
    title: "公开属性同实际一致",
    basis: "公开属性为依申请公开、不予公开的，不主动公开，也不计入主动公开条数",
    advice: "核对公开属性：可以主动公开的改为主动公开；不该公开的撤下并删去公开日期",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let kept_back = |record: &Record| matches!(text(record, "openness"), "on_request" | "withheld");
    for record in published(dossier, kept_back) {
        let openness =
            if text(record, "openness") == "withheld" { "不予公开" } else { "依申请公开" };
        let message = format!("「{}」的公开属性是{openness}，却计入了主动公开", name(record));
        out.push(found(&RULE, message, &[record]));
    }
}

#[cfg(test)]
mod tests {
    use super::super::kept::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn on_request_and_published() {
        let mut dossier = clean();
        disclosure(&mut dossier, &[("openness", "on_request")]);
        assert!(only(&dossier, RULE.id)[0].message.contains("依申请公开"));
    }
}
