//! When the page says that a report was published.

use chrono::NaiveDate;

use super::said::{any, in_report};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.published_late",
    group: Group::Text,
    severity: Severity::Hint,
    title: "按时公布",
    basis: "《条例》第四十九条要求县级部门1月31日前公布；乡镇的日期由县里的通知规定",
    advice: "核对县里通知的公布日期",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let limit = NaiveDate::from_ymd_opt(dossier.year + 1, 1, 31).filter(|_| dossier.year >= 2019);
    let page = dossier.parts.iter().zip(&dossier.words().parts).filter(|(part, _)| !in_report(part));
    for (part, words) in page {
        for sentence in words
            .sentences
            .iter()
            .filter(|s| any(&words.text[s.span.clone()], &["发布时间", "发布日期", "公布时间"]).is_some())
        {
            let days =
                sentence.dates.iter().filter_map(|d| NaiveDate::from_ymd_opt(d.year?, d.month?, d.day?));
            let late = days.into_iter().find(|day| limit.is_some_and(|limit| *day > limit));
            let Some(late) = late else { continue };
            let message = format!("公布的日期是 {late}，晚于 {} 年 1 月 31 日", dossier.year + 1);
            let quote = part.text.get(sentence.span.clone()).unwrap_or_default();
            out.push(Finding::of(&RULE, message).at_text(&part.id, quote));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn in_february() {
        let text = "青石岭镇2022年政府信息公开工作年度报告 发布时间：2023-02-20\n一、总体情况\n……[截断]";
        let dossier = crate::reading::read(text, crate::reading::Known::default()).unwrap();
        assert_eq!(only(&dossier, RULE.id).len(), 1);
    }
}
