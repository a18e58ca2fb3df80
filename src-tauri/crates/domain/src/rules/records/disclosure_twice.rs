//! One item kept twice counts twice.

use super::kept::{Span, alike, found, name, text};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.disclosure_twice",
    group: Group::Records,
    severity: Severity::Hint,
    title: "同一条信息只登记一次",
    basis: "同一条信息通过几个渠道公开的，公开条数只计1条",
    advice: "确是同一条的，把渠道合到一条记录里，删去另一条",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let span = Span::of(dossier.year);
    let same = |record| {
        let day = text(record, "published_on");
        span.holds(day).then(|| (text(record, "title"), day))
    };
    for group in alike(dossier.records.of("disclosure"), same) {
        let day = text(group[0], "published_on");
        let message = format!("「{}」在 {day} 登记了 {} 条", name(group[0]), group.len());
        out.push(found(&RULE, message, &group));
    }
}

#[cfg(test)]
mod tests {
    use super::super::kept::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn kept_once_for_each_channel() {
        let mut dossier = clean();
        disclosure(&mut dossier, &[]);
        disclosure(&mut dossier, &[("published_on", "2024-03-05")]);
        nothing(&dossier);
        disclosure(&mut dossier, &[("channels", "微信")]);
        assert_eq!(only(&dossier, RULE.id)[0].places.len(), 2);
    }
}
