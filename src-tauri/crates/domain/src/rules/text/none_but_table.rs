//! The words say that there was none, the tables count some.

use super::FACTS;
use super::against::{Fact, at_cells, stated};
use super::said::{Said, any, said};
use crate::number::Decimal;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.none_but_table",
    group: Group::Text,
    severity: Severity::Warning,
    title: "文字说没有的，表中也没有",
    basis: "年度报告的文字和表格说的是同一件事，数字应当一致",
    advice: "表中有数的，把「没有」改成实际情况；确实没有的，改正表中的数",
    check,
};

/// Words that deny.
const NONE: &[&str] = &[
    "未收到",
    "未接到",
    "没有收到",
    "没有接到",
    "未受理",
    "没有",
    "未发生",
    "未有",
    "未作出",
    "未制发",
    "未制定",
    "未实施",
    "未办理",
    "无",
];

/// Words that begin with a denial and deny something else.
const OTHERWISE: &[&str] = &[
    "无法",
    "无正当",
    "无偿",
    "无障碍",
    "无人",
    "有无",
    "新的",
    "新收",
    "没有新",
    "费",
    "超期",
    "逾期",
    "投诉",
    "举报",
    "纠纷",
    "差错",
    "积压",
    "未按",
];

/// How far behind the denial the denied may stand, characters.
const NEAR: usize = 22;

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let denials: Vec<Said<'_>> = said(dossier).filter(|said| any(said.text, NONE).is_some()).collect();
    for fact in FACTS.iter().copied() {
        let values = (fact.values)(dossier);
        let Some((label, value)) = values.first().copied().filter(|(_, value)| *value > Decimal::ZERO) else {
            continue;
        };
        let denied = denials.iter().find_map(|said| denied(said, fact, dossier.year));
        let zero = || {
            let mut stated = stated(dossier, &fact.topic).filter(|(_, number)| number.value == Decimal::ZERO);
            stated.next().map(|(said, number)| (said, said.around(number)))
        };
        let Some((said, quote)) = denied.or_else(zero) else { continue };
        let message = format!("文字说没有{}，表中{label}为 {value}", fact.topic.name);
        let finding = Finding::of(&RULE, message)
            .sides(
                (&format!("文字：{}", fact.topic.name), "没有"),
                (&format!("表格：{label}"), &value.to_string()),
            )
            .at_text(&said.part.id, quote);
        out.push(at_cells(dossier, finding, fact));
    }
}

/// The clause that denies what the fact counts.
fn denied<'a>(said: &Said<'a>, fact: &Fact, year: i32) -> Option<(Said<'a>, &'a str)> {
    let start = said.sentence.span.start;
    for none in NONE {
        for (at, _) in said.text.match_indices(none) {
            let near: String = said.text[at..].chars().take(NEAR).collect();
            // 「没有收到申请，也没有因公开申请被申请复议」: the noun nearest to the denial is meant.
            let near = near.split(['，', ',', '；', '。']).next().unwrap_or_default();
            let otherwise = any(near, OTHERWISE).is_some() || said.of_another_year(start + at, year);
            let disputes = near.contains("复议") || near.contains("诉讼");
            let of_disputes = fact.nouns.iter().any(|n| n.contains("复议") || n.contains("诉讼"));
            if !otherwise && is_meant(near, fact) && disputes == of_disputes {
                return Some((*said, said.piece(&said.clause(start + at)).trim()));
            }
        }
    }
    None
}

/// The fact's noun stands here, and no other before it that it belongs to: 「没有不予公开的申请」 denies no
/// application. What is counted up is denied one by one: 「没有行政许可、行政处罚」.
fn is_meant(near: &str, fact: &Fact) -> bool {
    let place = |fact: &Fact| fact.nouns.iter().filter_map(|noun| near.find(noun)).min();
    let Some(mine) = place(fact) else { return false };
    FACTS
        .iter()
        .filter_map(|other| place(other))
        .filter(|at| *at < mine)
        .all(|at| any(&near[at..mine], &["、", "和", "及", "与", "或"]).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn applications_in_the_table_and_none_in_the_words() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "全年未收到政府信息公开申请。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains('9'), "{}", found[0].message);
    }

    #[test]
    fn none_of_something_else_is_no_contradiction() {
        let mut dossier = clean();
        add(
            &mut dossier,
            "overview",
            "没有因政府信息公开申请被申请行政复议、提起行政诉讼，没有逾期答复依申请公开的情况。",
        );
        nothing(&dossier);
    }

    #[test]
    fn the_noun_next_to_the_denial_is_meant() {
        let mut dossier = clean();
        set(&mut dossier, "t3.result.partly.natural", 1);
        set(&mut dossier, "t3.result.partly.total", 1);
        add(&mut dossier, "overview", "全年没有部分公开的申请。");
        let found = crate::rules::run(&dossier);
        let found: Vec<_> = found.iter().filter(|f| f.rule == RULE.id).collect();
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].message.contains("部分公开"), "{}", found[0].message);
    }

    #[test]
    fn nothing_carried_over_in_the_words() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "没有上年结转的申请。");
        assert_eq!(only(&dossier, RULE.id).len(), 1);
    }
}
