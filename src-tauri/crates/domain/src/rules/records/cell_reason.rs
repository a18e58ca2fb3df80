//! Who overrules what the records say, says why.

use super::hand_differs::{finding, overrules};
use super::undecided;
use crate::figure::Figure;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "cell.reason",
    group: Group::Records,
    severity: Severity::Error,
    title: "人工改了统计数要写理由",
    basis: "人工填写的数和台账不一致时，要能说明依据",
    advice: "写明理由，或者恢复为统计值",
    check,
};

/// Whether a value by hand stands over the records' without a reason.
pub(super) fn is_without(figure: &Figure) -> bool {
    overrules(figure) && figure.entered.as_ref().is_some_and(|entered| entered.reason.trim().is_empty())
}

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let without = dossier.figures.iter().filter(|figure| is_without(figure));
    out.extend(
        without.filter(|figure| !undecided::leaves_out(figure)).map(|f| finding(&RULE, f, "，没有写理由")),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Quantity;
    use crate::rules::testing::*;

    #[test]
    fn two_documents_more_and_nobody_says_why() {
        let mut dossier = clean();
        enter(&mut dossier, "t2.normative.issued", Quantity::count(2), " ");
        set(&mut dossier, "t2.normative.in_force", 2);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.ends_with("没有写理由"));
    }
}
