//! An application that last year's report carried on is not in the ledger any more.

use crate::figure::{Figure, FigureKind};
use crate::rules::{Dossier, Finding, Group, Place, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.application_dropped",
    group: Group::Records,
    severity: Severity::Warning,
    title: "上年结转的申请都在台账里",
    basis: "上年报告结转下年度的申请，本年应当继续办理",
    advice: "找出上年没有办结的申请：漏登的补登，误删的从回收站恢复，收到日期、申请人类别登错的改正",
    check,
};

/// Whether fewer applications came over in the ledger than in last year's report.
pub(super) fn is_dropped(figure: &Figure) -> bool {
    let of_applications = figure.behind.as_ref().is_some_and(|behind| behind.ledger == "application");
    let numbers = figure.value.number().zip(figure.counted.and_then(|counted| counted.number()));
    let fewer = numbers.is_some_and(|(carried, counted)| counted < carried);
    figure.kind == FigureKind::Carried && of_applications && fewer
}

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for figure in dossier.figures.cells().filter(|cell| is_dropped(cell)) {
        let counted = figure.counted.map_or_else(String::new, |counted| counted.text());
        let message =
            format!("「{}」按上年报告有 {} 件，台账里只有 {counted} 件", figure.label, figure.value.text());
        let finding = Finding::of(&RULE, message)
            .sides(("上年报告结转", &figure.value.text()), ("台账里上年没有办结的", &counted))
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

    #[test]
    fn what_came_over_is_gone() {
        let mut dossier = clean();
        set(&mut dossier, "t3.carried.natural", 0);
        carry(&mut dossier, "t3.carried.natural", 1);
        let found = only(&dossier, RULE.id);
        assert!(found[0].message.contains("有 1 件，台账里只有 0 件"));
    }
}
