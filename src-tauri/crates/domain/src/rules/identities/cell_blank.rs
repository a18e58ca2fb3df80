//! A cell of a statutory table is filled in: 空 is not 0.

use crate::figure::Figure;
use crate::number::Quantity;
use crate::rules::{Dossier, Finding, Group, Origin, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "cell.blank",
    group: Group::Identities,
    severity: Severity::Error,
    title: "表格每一格都填",
    basis: "填报要求：没有的填 0，空白不等于 0",
    advice: "没有的填 0，有的填上数字",
    check,
};

/// Cells named in the sentence.
const NAMED: usize = 3;

/// What a text does not say is unknown, not blank.
fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    if dossier.origin == Origin::Text {
        return;
    }
    for table in &dossier.format.tables {
        let is_blank = |cell: &&Figure| cell.value == Quantity::Blank && cell.sum.is_empty();
        let here = |cell: &&Figure| cell.place.as_ref().is_some_and(|place| place.table == table.id);
        let blank: Vec<&Figure> = dossier.figures.cells().filter(is_blank).filter(here).collect();
        if blank.is_empty() {
            continue;
        }
        let named: Vec<String> = blank.iter().take(NAMED).map(|cell| format!("「{}」", cell.label)).collect();
        let more = if blank.len() > NAMED { "等" } else { "" };
        let message = format!("{}表有 {} 格没有填：{}{more}", table.name, blank.len(), named.join("、"));
        out.push(blank.iter().fold(Finding::of(&RULE, message), |found, cell| found.at_figure(&cell.id)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn cells_left_blank_are_gathered_table_by_table() {
        let mut dossier = clean();
        set_quantity(&mut dossier, "t2.permit", Quantity::Blank);
        set_quantity(&mut dossier, "t3.new.legal", Quantity::Blank);
        set_quantity(&mut dossier, "t3.next.legal", Quantity::Blank);
        let found = only(&dossier, RULE.id);
        let places: Vec<usize> = found.iter().map(|f| f.places.len()).collect();
        assert_eq!(places, [1, 2]);
        assert!(found[0].message.contains("行政许可"));
    }

    #[test]
    fn what_a_text_does_not_say_is_unknown() {
        let mut dossier = clean();
        dossier.origin = Origin::Text;
        set_quantity(&mut dossier, "t2.permit", Quantity::Blank);
        nothing(&dossier);
    }
}
