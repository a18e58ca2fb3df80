//! A rate with its two numbers in the sentence: 「收到咨询100件，办结90件，办结率90%」.

use super::said::{Said, any, said};
use super::share::half_a_place;
use crate::number::Decimal;
use crate::reading::{Bound, Number};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.rate",
    group: Group::Text,
    severity: Severity::Warning,
    title: "办结率、回收率与它的两个数一致",
    basis: "比率等于办结（收回、整改）的数除以总数",
    advice: "核对两个数，重新计算这个百分比",
    check,
};

/// A rate, and what the number of its part is called.
const RATES: &[(&str, &[&str])] = &[
    ("办结率", &["办结"]),
    ("答复率", &["答复"]),
    ("整改率", &["整改", "已整改", "完成整改", "整改完成"]),
    ("回收率", &["回收", "收回"]),
];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for said in said(dossier).filter(|said| said.text.contains('率')) {
        out.extend(said.percents().filter_map(|percent| disagrees(&said, percent)));
    }
}

fn disagrees(said: &Said<'_>, percent: &Number) -> Option<Finding> {
    let before = said.before(percent);
    let (rate, names) = RATES.iter().find(|(rate, _)| before.contains(rate))?;
    if any(before, &["增", "升", "提高", "按时", "按期", "及时"]).is_some() {
        return None;
    }
    let earlier: Vec<&Number> =
        said.counts().filter(|c| c.span.end <= percent.span.start && c.bound == Bound::Exact).collect();
    // The part is called what the rate is called, without 「按时」 or anything else before it.
    let named = |c: &&&Number| {
        let words = said.before(c).trim_matches(['，', '、', '；', '（', '已', '共', '了', ' ']);
        names.contains(&words)
    };
    let part = earlier.iter().rev().find(named)?;
    let wholes: Vec<&&Number> = earlier
        .iter()
        .filter(|c| c.span.end < part.span.start && c.unit == part.unit && c.value >= part.value)
        .filter(|c| c.value > Decimal::ZERO)
        .collect();
    let of = |whole: &Number| {
        let whole = i128::from(whole.value.millionths());
        i64::try_from((i128::from(part.value.millionths()) * 100_000_000 + whole / 2) / whole).unwrap_or(0)
    };
    let fits =
        |whole: &&&Number| (of(whole) - percent.value.millionths()).abs() <= 2 * half_a_place(percent.places);
    let whole = wholes.last().filter(|_| !wholes.iter().any(fits))?;
    let due = Decimal::from_millionths((of(whole) + 5_000) / 10_000 * 10_000);
    let message = format!("{}÷{} 应为 {due}%，文字写{rate} {}%", part.value, whole.value, percent.value);
    let span = whole.span.start..percent.span.end;
    Some(
        Finding::of(&RULE, message)
            .sides(("按两个数计算", &format!("{due}%")), ("文字", &format!("{}%", percent.value)))
            .at_text(&said.part.id, said.piece(&span)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn another_rate_than_the_numbers_make() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "全年收到群众来信100件，办结90件，办结率95%。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("90÷100 应为 90%"), "{}", found[0].message);
    }

    #[test]
    fn the_right_rate_and_rates_of_something_else() {
        for words in [
            "全年收到群众来信100件，办结98件，办结率98%。",
            "全年收到群众来信100件，按时办结98件，办结率100%。",
            "发放问卷100份，收回98份，回收率98%，满意率96%。",
            "全年收到群众来信245件，办结245件，办结率100%。",
            "来信300件、来电245件，办结240件，办结率80%。",
        ] {
            let mut dossier = clean();
            add(&mut dossier, "overview", words);
            nothing(&dossier);
        }
    }
}
