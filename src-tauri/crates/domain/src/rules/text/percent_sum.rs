//! The shares of a whole list make a hundred, as far as rounding lets them.

use super::said::{Said, any, said};
use super::share::{half_a_place, shares};
use crate::number::Decimal;
use crate::reading::{Bound, Number};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.percent_sum",
    group: Group::Text,
    severity: Severity::Warning,
    title: "各项百分比加起来是百分之百",
    basis: "同一总数的各项百分比之和为 100%，允许四舍五入的差",
    advice: "核对各项的数量，重新计算百分比；漏写的一项补上",
    check,
};

const HUNDRED: i64 = 100_000_000;

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let shares = shares(dossier);
    for said in said(dossier).filter(|said| said.percents().count() >= 3) {
        let span = &said.sentence.span;
        let here: Vec<_> = shares
            .iter()
            .filter(|s| s.said.part.id == said.part.id && s.said.sentence.span == *span)
            .collect();
        if here.len() < 3 {
            out.extend(bare_list(&said));
            continue;
        }
        let total = here.iter().find_map(|s| s.total).map(|t| t.value);
        let parts = here.iter().try_fold(Decimal::ZERO, |sum, s| sum.checked_add(s.of.value));
        // That the numbers themselves do not add up is spoken of elsewhere.
        if total.is_some() && total != parts {
            continue;
        }
        let sum: i64 = here.iter().map(|s| s.percent.value.millionths()).sum();
        let room: i64 = here.iter().map(|s| half_a_place(s.percent.places)).sum();
        let whole = total.is_some() || (HUNDRED * 9 / 10..=HUNDRED * 12 / 10).contains(&sum);
        // A single wrong share is spoken of as such.
        let each_right = here.iter().all(|s| {
            s.due().is_none_or(|due| {
                (due - s.percent.value.millionths()).abs() <= 2 * half_a_place(s.percent.places)
            })
        });
        if whole && each_right && (sum - HUNDRED).abs() > room {
            let sum = Decimal::from_millionths(sum).to_string();
            let message = format!("列出的 {} 个百分比加起来是 {sum}%，不是 100%", here.len());
            let finding =
                Finding::of(&RULE, message).sides(("各项百分比之和", &format!("{sum}%")), ("应为", "100%"));
            out.push(finding.at_text(&said.part.id, said.quote()));
        }
    }
}

/// 「动态类占40%、政策类占35%、其他占20%」: shares alone, with a last one that says that the list is whole.
fn bare_list(said: &Said<'_>) -> Option<Finding> {
    let shares: Vec<&Number> = said
        .percents()
        .filter(|p| any(said.before(p), &["占"]).is_some() && p.bound == Bound::Exact)
        .collect();
    let last = shares.last().filter(|_| shares.len() >= 3)?;
    let whole = any(said.before(last), &["其他", "其它", "其余"]).is_some();
    let mixed = said.counts().any(|c| !c.unit.is_empty() && c.span.start > shares[0].span.start);
    if !whole || mixed || any(said.text, &["全县", "全市", "增长", "提高"]).is_some() {
        return None;
    }
    let sum: i64 = shares.iter().map(|p| p.value.millionths()).sum();
    let room: i64 = shares.iter().map(|p| half_a_place(p.places)).sum();
    ((sum - HUNDRED).abs() > room).then(|| {
        let sum = Decimal::from_millionths(sum).to_string();
        let message = format!("列出的 {} 个百分比加起来是 {sum}%，不是 100%", shares.len());
        Finding::of(&RULE, message)
            .sides(("各项百分比之和", &format!("{sum}%")), ("应为", "100%"))
            .at_text(&said.part.id, said.quote())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn shares_of_more_than_a_hundred() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "农业类公开12条，占45%；民生类公开9条，占40%；财政类公开6条，占25%。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("110%"), "{}", found[0].message);
    }

    #[test]
    fn rounding_is_no_mistake() {
        let mut dossier = clean();
        add(
            &mut dossier,
            "overview",
            "农业类公开1条，占33.3%；民生类公开1条，占33.3%；财政类公开1条，占33.3%。",
        );
        nothing(&dossier);
    }

    #[test]
    fn shares_alone() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "公开的信息中，农业类占40%、民生类占25%、财政类占21%、其他占20%。");
        assert_eq!(only(&dossier, RULE.id).len(), 1);
        let mut dossier = clean();
        add(&mut dossier, "overview", "公开的信息中，农业类占40%、民生类占25%、财政类占15%、其他占20%。");
        nothing(&dossier);
    }
}
