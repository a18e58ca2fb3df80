//! Complaints and reports make up all complaints; those closed are some of them.

use super::ways::{equal, over, these};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "dimension.complaint",
    group: Group::Dimensions,
    severity: Severity::Error,
    title: "投诉、举报之和等于投诉举报总数",
    basis: "每一件或者是投诉，或者是举报；办结的是其中一部分",
    advice: "核对投诉、举报、办结和总数，改正填错的一个",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let kinds = these(dossier, &["complaint.complaint", "complaint.report"]);
    out.extend(equal(dossier, &RULE, &kinds, "投诉和举报", "complaint.total"));
    let closed = these(dossier, &["complaint.closed"]);
    out.extend(over(dossier, &RULE, &closed, "办结的投诉举报", "complaint.total"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn neither_complaint_nor_report() {
        let mut dossier = clean();
        for (id, n) in [("total", 3), ("complaint", 2), ("report", 1), ("closed", 3)] {
            set(&mut dossier, &format!("complaint.{id}"), n);
        }
        nothing(&dossier);
        set(&mut dossier, "complaint.complaint", 1);
        assert!(only(&dossier, RULE.id)[0].message.contains("相加是 2"));
        set(&mut dossier, "complaint.complaint", 2);
        set(&mut dossier, "complaint.closed", 4);
        assert_eq!(only(&dossier, RULE.id).len(), 1);
    }
}
