//! An answer has reached the applicant.

use super::kept::{Span, found, list, names, text};
use crate::query::WITHIN_YEAR;
use crate::record::Record;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.undelivered",
    group: Group::Records,
    severity: Severity::Hint,
    title: "答复登记了送达日期",
    basis: "国办公开办函〔2016〕235号：答复期限以签收之日或者交邮之日计算",
    advice: "补登送达日期；直接送达填签收日，邮寄填交邮日",
    check,
};

/// Somebody who is not answered any more is not delivered anything.
fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let span = Span::of(dossier.year);
    let open = |record: &&Record| {
        span.holds(text(record, "decided_on"))
            && text(record, "delivered_on").is_empty()
            && !text(record, "outcome").starts_with("other.")
    };
    let open: Vec<&Record> = dossier.records.of("application").iter().filter(open).collect();
    if !open.is_empty() {
        let message = format!("有 {} 件申请的答复没有登记送达日期：{}", open.len(), names(&open));
        let filter: [(&str, &[&str]); 2] = [("decided_on", &[WITHIN_YEAR]), ("delivered_on", &[""])];
        out.push(found(&RULE, message, &open).at(list(dossier, "application", &filter)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::kept::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn an_answer_that_nobody_received() {
        let mut dossier = clean();
        application(&mut dossier, &[("delivered_on", "")]);
        application(
            &mut dossier,
            &[("delivered_on", ""), ("outcome", "other.other"), ("number", "2024-002")],
        );
        assert!(only(&dossier, RULE.id)[0].message.contains("有 1 件"));
    }
}
