//! What is to be public was formed this year and has not become public.

use super::kept::{Span, found, list, names, text};
use crate::record::Record;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.unpublished",
    group: Group::Records,
    severity: Severity::Hint,
    title: "登记的信息都公开了",
    basis: "《条例》第二十六条：自形成或者变更之日起20个工作日内公开",
    advice: "已经公开的补填公开日期和渠道；不公开的把公开属性改为依申请公开或者不予公开",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let span = Span::of(dossier.year);
    let waiting = |record: &&Record| {
        text(record, "published_on").is_empty()
            && span.holds(text(record, "formed_on"))
            && !matches!(text(record, "openness"), "on_request" | "withheld")
    };
    let waiting: Vec<&Record> = dossier.records.of("disclosure").iter().filter(waiting).collect();
    if !waiting.is_empty() {
        let message = format!(
            "有 {} 条信息本年形成，还没有公开日期，没有计入公开条数：{}",
            waiting.len(),
            names(&waiting)
        );
        let filter: [(&str, &[&str]); 1] = [("published_on", &[""])];
        out.push(found(&RULE, message, &waiting).at(list(dossier, "disclosure", &filter)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::kept::samples::*;
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn it_lies_in_the_drawer() {
        let mut dossier = clean();
        disclosure(&mut dossier, &[("published_on", ""), ("channels", "")]);
        disclosure(&mut dossier, &[("published_on", ""), ("channels", ""), ("openness", "withheld")]);
        assert!(only(&dossier, RULE.id)[0].message.contains("有 1 条"));
    }
}
