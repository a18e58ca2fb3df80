//! What is still open at the end of the year is carried on: a case left out here is lost next year.

use super::hand_differs::{finding, overrules};
use crate::figure::Figure;
use crate::query::AFTER_YEAR;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.undecided",
    group: Group::Records,
    severity: Severity::Error,
    title: "年底没有办结的都转入下年",
    basis: "申请表“四、结转下年度继续办理”、复议诉讼表“尚未审结”：到12月31日没有办结、审结的",
    advice: "办结了的在台账里补填办理结果和日期；没有办结的，改回统计值",
    check,
};

/// Whether a number by hand is lower than the open cases in the ledger.
pub(super) fn leaves_out(figure: &Figure) -> bool {
    let Some(behind) = figure.behind.as_ref().filter(|_| figure.place.is_some()) else { return false };
    let open = behind.filter.values().flatten().any(|accepted| accepted == AFTER_YEAR);
    let cases = matches!(behind.ledger.as_str(), "application" | "dispute");
    let lower = figure.value.number().zip(figure.counted.and_then(|counted| counted.number()));
    open && cases && overrules(figure) && lower.is_some_and(|(value, counted)| value < counted)
}

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let left_out = dossier.figures.cells().filter(|cell| leaves_out(cell));
    out.extend(left_out.map(|cell| finding(&RULE, cell, "，少转的在下一年就没有了")));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Quantity;
    use crate::rules::testing::*;

    #[test]
    fn an_open_case_is_said_to_be_done() {
        let mut dossier = clean();
        enter(&mut dossier, "t3.next.natural", Quantity::count(0), "已口头答复");
        for (row, natural, total) in [("result.granted", 5, 6), ("result.total", 8, 10)] {
            set(&mut dossier, &format!("t3.{row}.natural"), natural);
            set(&mut dossier, &format!("t3.{row}.total"), total);
        }
        set(&mut dossier, "t3.next.total", 0);
        let found = only(&dossier, RULE.id);
        assert!(found[0].message.contains("台账统计是 1"));
    }
}
