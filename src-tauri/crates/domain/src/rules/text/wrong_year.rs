//! Last year's sentence left in this year's report.

use super::said::{any, said};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.wrong_year",
    group: Group::Text,
    severity: Severity::Warning,
    title: "年份写的是本年度",
    basis: "年度报告写本年度的情况，年份没有改过来的多半是上年的原话",
    advice: "把年份改为本年度，并核对这一句的内容和数字",
    check,
};

/// Words that follow the year of what is reported.
const REPORTED: &[&str] = &[
    "全年",
    "度共",
    "度，",
    "度,",
    "度我",
    "共",
    "累计",
    "，我",
    ",我",
    "我乡",
    "我镇",
    "我街道",
    "未收到",
    "没有",
    "主动公开",
    "收到",
];

/// Words that name another year with reason.
const WITH_REASON: &[&str] = &[
    "比",
    "较",
    "上年",
    "去年",
    "修订",
    "施行",
    "将",
    "计划",
    "下一步",
    "打算",
    "结转",
    "以来",
    "《",
    "规划",
    "号",
    "至",
    "今后",
    "针对",
    "问题",
];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for said in said(dossier).filter(|said| !said.sentence.dates.is_empty()) {
        let Some(date) = said.sentence.dates.iter().find(|d| d.month.is_none() && d.year.is_some()) else {
            continue;
        };
        let other = date.year.is_some_and(|year| year == dossier.year - 1 || year == dossier.year + 1);
        let behind: String = said.folded(date.span.end..said.sentence.span.end).chars().take(6).collect();
        // 「公开2023年度我乡预算」 is this year's work.
        let clause = said.clause(date.span.start);
        let begins = said.folded(clause.start..date.span.start).chars().count() <= 3;
        let own = said.sentence.dates.iter().any(|d| d.year == Some(dossier.year));
        if other
            && !own
            && begins
            && REPORTED.iter().any(|words| behind.starts_with(words))
            && any(said.text, WITH_REASON).is_none()
        {
            let message = format!("这一句写的是{}，报告是 {} 年度的", said.piece(&date.span), dossier.year);
            out.push(Finding::of(&RULE, message).at_text(&said.part.id, said.quote()));
        }
    }
    let titled = crate::reading::years_in(&dossier.title);
    if let Some(year) = titled.first().filter(|_| !titled.contains(&dossier.year)) {
        let finding = Finding::of(&RULE, format!("标题写的是 {year} 年，报告是 {} 年度的", dossier.year));
        out.push(finding.at(crate::rules::Place::Setting { name: "title".into() }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn last_years_sentence() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "2023年全年政务公开专栏运行正常。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn last_years_title() {
        let mut dossier = clean();
        dossier.title = "下达河乡人民政府2023年政府信息公开工作年度报告".into();
        assert_eq!(only(&dossier, RULE.id).len(), 1);
    }

    #[test]
    fn compared_with_last_year() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "公开2023年度我乡预算，主动公开的数量与2023年全年相比持平。");
        nothing(&dossier);
    }
}
