//! What is carried over stands as last year's locked report left it: 上年结转 is last year's 结转下年度. A
//! difference is explained, not overwritten.

use super::year_in_force;
use crate::number::Quantity;
use crate::rules::{Dossier, Finding, Group, Place, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "year.carried",
    group: Group::Identities,
    severity: Severity::Error,
    title: "上年结转等于上年报告的结转下年度",
    basis: "跨年勾稽：本年“上年结转”的各列等于上年“结转下年度继续办理”的各列",
    advice: "恢复为结转数；上年报告确有差错的，更正上年报告，或者保留并写明情况说明",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let last = dossier.last.as_ref().map_or(dossier.year - 1, |last| last.year);
    for figure in dossier.figures.cells() {
        let Some(carried) = figure.carried.filter(|carried| *carried != figure.value) else { continue };
        if figure.value == Quantity::Blank || year_in_force::is_balance(figure) {
            continue;
        }
        let (now, before) = (figure.text.as_str(), carried.text());
        let message = format!("「{}」填的是 {now}，按{last}年锁定的报告应为 {before}", figure.label);
        let finding = Finding::of(&RULE, message)
            .sides(("本年填写", now), (&format!("{last}年报告结转"), &before))
            .at_figure(&figure.id);
        out.push(match &figure.behind {
            Some(behind) => finding.at(Place::Records { behind: behind.clone() }),
            None => finding,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    /// 上年结转 entered with two more, and two more given.
    fn overwritten(reason: &str) -> Dossier {
        let mut dossier = clean();
        carry(&mut dossier, "t3.carried.natural", 1);
        nothing(&dossier);
        enter(&mut dossier, "t3.carried.natural", Quantity::count(3), reason);
        for (row, natural, total) in [("carried", 3, 3), ("result.granted", 6, 7), ("result.total", 9, 11)] {
            if row != "carried" {
                set(&mut dossier, &format!("t3.{row}.natural"), natural);
            }
            set(&mut dossier, &format!("t3.{row}.total"), total);
        }
        dossier
    }

    #[test]
    fn another_number_than_last_year_left() {
        let found = only(&overwritten(""), RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("填的是 3") && found[0].message.contains("应为 1"));
        assert!(found[0].places.iter().any(|place| matches!(place, Place::Records { .. })));
    }

    #[test]
    fn a_reason_does_not_make_it_right() {
        only(&overwritten("上年漏计"), RULE.id);
    }
}
