//! A number entered by hand that is what the records say anyway: it no longer follows them.

use crate::number::Quantity;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "hand.same",
    group: Group::Records,
    severity: Severity::Hint,
    title: "人工填写的数和台账相同",
    basis: "报表的数从台账统计得出",
    advice: "恢复为统计值，以后台账有变动这个数会跟着变",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let counted = dossier.figures.iter().filter(|figure| figure.behind.is_some() && figure.carried.is_none());
    for figure in counted {
        let Some(entered) = figure.entered.as_ref().map(|entered| entered.value) else { continue };
        if figure.counted == Some(entered) && entered != Quantity::Blank {
            let message =
                format!("「{}」人工填的 {} 和台账统计一样，不必人工填写", figure.label, entered.text());
            out.push(Finding::of(&RULE, message).at_figure(&figure.id));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn by_hand_what_is_counted_anyway() {
        let mut dossier = clean();
        enter(&mut dossier, "t3.new.legal", Quantity::count(0), "");
        assert_eq!(only(&dossier, RULE.id).len(), 1);
    }
}
