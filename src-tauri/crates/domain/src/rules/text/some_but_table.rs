//! The words count some, the tables none.

use super::FACTS;
use super::against::{at_cells, stated, stated_text};
use crate::number::Decimal;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.some_but_table",
    group: Group::Text,
    severity: Severity::Warning,
    title: "文字里有数的，表中也有数",
    basis: "年度报告的文字和表格说的是同一件事，数字应当一致",
    advice: "核对台账：确有其事的补填表格，没有的改正文字",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for fact in FACTS.iter().copied() {
        let values = (fact.values)(dossier);
        let Some((label, _)) = values.first().copied() else { continue };
        if values.iter().any(|(_, value)| *value != Decimal::ZERO) {
            continue;
        }
        for (said, number) in stated(dossier, &fact.topic).filter(|(_, n)| n.value > Decimal::ZERO) {
            let stated = stated_text(number);
            let message = format!("文字写{}为 {stated}，表中{label}为 0", fact.topic.name);
            let finding = Finding::of(&RULE, message)
                .sides((&format!("文字：{}", fact.topic.name), &stated), (&format!("表格：{label}"), "0"))
                .at_text(&said.part.id, said.around(number));
            out.push(at_cells(dossier, finding, fact));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_penalty_in_the_words_alone() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "全年作出行政处罚4件。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].places[1], crate::rules::Place::Figure { id: "t2.penalty".into() });
    }
}
