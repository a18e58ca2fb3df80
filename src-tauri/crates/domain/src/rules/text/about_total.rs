//! A total that nobody can check.

use super::said::{any, said};
use crate::reading::Bound;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.about_total",
    group: Group::Text,
    severity: Severity::Hint,
    title: "总数写准确的数",
    basis: "年度报告的数据应当准确、可以核对",
    advice: "按台账写出准确的条数",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for said in said(dossier).filter(|said| said.text.contains("公开")) {
        for number in said.counts().filter(|n| n.bound != Bound::Exact && n.unit == "条") {
            let before = said.before(number);
            let total = any(before, &["共", "累计", "全年", "总计"]).is_some()
                && any(before, &["主动公开", "公开政府信息", "公开信息"]).is_some();
            if total && !said.folded(said.sentence.span.start..number.span.start).contains("其中") {
                let message = format!("主动公开的总数写成约数「{}」", said.piece(&number.span));
                out.push(Finding::of(&RULE, message).at_text(&said.part.id, said.around(number)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_hundred_and_more() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "全年累计主动公开政府信息100余条。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn parts_may_be_about() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "全年累计主动公开政府信息200条，其中公开栏发布100余条。");
        nothing(&dossier);
    }
}
