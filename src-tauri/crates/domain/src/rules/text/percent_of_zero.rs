//! A rate of answers where nothing was asked.

use super::against::sum;
use super::said::{Said, any, said};
use crate::number::Decimal;
use crate::reading::Number;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.percent_of_zero",
    group: Group::Text,
    severity: Severity::Warning,
    title: "没有申请的年度不写答复率",
    basis: "没有收到申请，也没有上年结转的，没有办结率、答复率可言",
    advice: "删去这个百分比，写明没有收到申请",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let none = sum(dossier, &["t3.new.total", "t3.carried.total"]) == Some(Decimal::ZERO);
    for said in said(dossier).filter(|said| said.text.contains("申请")) {
        let rate = any(said.text, &["答复率", "办结率", "回复率"]).is_some();
        let nothing = none || said.counts().any(|c| is_none_received(&said, c));
        let disputes = any(said.text, &["复议", "热线", "投诉"]).is_some();
        if let Some(percent) = said.percents().next().filter(|_| rate && nothing && !disputes) {
            let message = format!("没有收到申请，文字却写了 {}% 的办结或答复率", percent.value);
            out.push(
                Finding::of(&RULE, message)
                    .at_text(&said.part.id, said.around(percent))
                    .at_figure("t3.new.total"),
            );
        }
    }
}

/// 「收到申请0件」, not 「延期办结0件」.
fn is_none_received(said: &Said<'_>, count: &Number) -> bool {
    let before = said.before(count);
    let received = any(before, &["收到", "受理", "新收", "接到"]).is_some() || before.ends_with("申请");
    count.value == Decimal::ZERO && count.unit == "件" && received
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn all_of_nothing() {
        let mut dossier = clean_in("2008", 2017);
        add(&mut dossier, "overview", "收到公开申请0件，答复率100%。");
        let found = crate::rules::run(&dossier);
        assert_eq!(found.iter().filter(|f| f.rule == RULE.id).count(), 1);
    }

    #[test]
    fn nothing_late_is_not_nothing_at_all() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "政府信息公开申请办结率100%，其中延期0件。");
        nothing(&dossier);
    }
}
