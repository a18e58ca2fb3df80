//! Hotline cases: 民心网 and 12345 are some of all, those done are some of all, those done in time are some of those done.

use super::ways::{over, these};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "dimension.hotline",
    group: Group::Dimensions,
    severity: Severity::Error,
    title: "热线办件的分项不多于总数",
    basis: "来源、办结、按时办结都是交办件的一部分",
    advice: "核对这几个数，改正填错的一个",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let sources = these(dossier, &["hotline.minxin", "hotline.12345"]);
    out.extend(over(dossier, &RULE, &sources, "民心网和12345热线交办件之和", "hotline.total"));
    for (part, whole) in [("hotline.done", "hotline.total"), ("hotline.on_time", "hotline.done")] {
        for figure in these(dossier, &[part]) {
            out.extend(over(dossier, &RULE, &[figure], &format!("「{}」", figure.label), whole));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn more_done_than_came() {
        let cases = |total: i64, minxin: i64, hotline: i64, done: i64, on_time: i64| {
            let mut dossier = clean();
            let values = [
                ("total", total),
                ("minxin", minxin),
                ("12345", hotline),
                ("done", done),
                ("on_time", on_time),
            ];
            for (id, n) in values {
                set(&mut dossier, &format!("hotline.{id}"), n);
                last(&mut dossier, &format!("hotline.{id}"), n);
            }
            dossier
        };
        nothing(&cases(30, 10, 15, 28, 27));
        assert!(only(&cases(30, 16, 15, 28, 27), RULE.id)[0].message.contains("31"));
        assert!(only(&cases(30, 10, 15, 31, 27), RULE.id)[0].message.contains("热线办结"));
        assert!(only(&cases(30, 10, 15, 28, 29), RULE.id)[0].message.contains("热线按时办结"));
    }
}
