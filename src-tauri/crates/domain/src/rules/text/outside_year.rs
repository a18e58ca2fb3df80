//! Work dated in another year than the report's.

use super::said::{any, said};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.outside_year",
    group: Group::Text,
    severity: Severity::Warning,
    title: "写的是本年度的工作",
    basis: "年度报告写本年1月1日至12月31日的情况",
    advice: "核对日期；别的年度的工作不写进本年度",
    check,
};

/// What an office does.
const DONE: &[&str] =
    &["开展", "召开", "举办", "组织", "发布", "收到", "办理", "答复", "培训", "检查", "督查"];

/// Words that name another year with reason.
const WITH_REASON: &[&str] = &[
    "修订",
    "施行",
    "印发",
    "号",
    "上年",
    "去年",
    "相比",
    "同比",
    "比20",
    "较20",
    "以来",
    "将",
    "计划",
    "打算",
    "下一步",
    "拟",
    "《",
    "自20",
    "截至",
    "截止",
    "结转",
    "今后",
    "起，",
    "规划",
];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for said in said(dossier).filter(|said| said.part.id != "preamble" && said.part.id != "problems") {
        let other = said.sentence.dates.iter().find(|date| {
            date.month.is_some()
                && date.year.is_some_and(|year| year != dossier.year && (2000..2100).contains(&year))
        });
        // 「比23年5月」: the other year is what this one is compared with.
        let compared =
            |at: usize| said.folded(said.sentence.span.start..at).ends_with(['比', '较', '自', '从', '至']);
        let Some(date) = other
            .filter(|_| any(said.text, DONE).is_some() && any(said.text, WITH_REASON).is_none())
            .filter(|date| !compared(date.span.start))
        else {
            continue;
        };
        let message = format!("这里写的是{}的事，报告是 {} 年度的", said.piece(&date.span), dossier.year);
        out.push(Finding::of(&RULE, message).at_text(&said.part.id, said.quote()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_meeting_of_last_year() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "2023年5月召开政务公开工作会议1次。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn another_year_with_reason() {
        for words in ["与2023年5月相比，组织检查的次数持平。", "2024年5月召开会议1次。"]
        {
            let mut dossier = clean();
            add(&mut dossier, "overview", words);
            nothing(&dossier);
        }
    }
}
