//! A township makes no 规章, so that row of the table is nothing but noughts.

use crate::figure::Figure;
use crate::number::Decimal;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "table.township_rules",
    group: Group::Identities,
    severity: Severity::Error,
    title: "乡镇的规章一行恒为 0",
    basis: "《中华人民共和国立法法》：规章由国务院部门和省、自治区、直辖市以及设区的市、自治州的人民政府制定",
    advice: "规章一行改填 0；本机关制定的文件看是不是行政规范性文件，是的填在下一行",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let some: Vec<&Figure> = dossier.figures.cells().filter(|cell| is_some_rule(cell)).collect();
    let Some(first) = some.first() else { return };
    let cells: Vec<String> = some.iter().map(|cell| format!("{}填了 {}", column(cell), cell.text)).collect();
    let message = format!("规章一行{}；乡镇、街道没有规章制定权", cells.join("，"));
    let finding = Finding::of(&RULE, message).sides(("规章", &first.text), ("应为", "0"));
    out.push(some.iter().fold(finding, |found, cell| found.at_figure(&cell.id)));
}

/// Whether this rule speaks of the row that a cell stands in.
pub(super) fn speaks_of(dossier: &Dossier, cell: &Figure) -> bool {
    let row = |cell: &Figure| cell.place.as_ref().map(|place| (place.table.clone(), place.row.clone()));
    row(cell)
        .is_some_and(|of| dossier.figures.cells().any(|c| is_some_rule(c) && row(c).as_ref() == Some(&of)))
}

fn is_some_rule(cell: &Figure) -> bool {
    let of_rules = cell.place.as_ref().is_some_and(|place| place.row_label == "规章");
    of_rules && cell.value.number().is_some_and(|n| n > Decimal::ZERO)
}

fn column(cell: &Figure) -> &str {
    cell.place.as_ref().map_or("", |place| place.column_label.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Quantity;
    use crate::rules::testing::*;

    #[test]
    fn six_rules_in_force() {
        let mut dossier = clean();
        enter(&mut dossier, "t2.rule.in_force", Quantity::count(6), "");
        let found = only(&dossier, RULE.id);
        assert_eq!((found.len(), found[0].places.len()), (1, 1));
        assert!(found[0].message.contains("现行有效件数填了 6"));
        let mut dossier = clean_in("2019", 2020);
        set(&mut dossier, "t2.rule.made", 1);
        set(&mut dossier, "t2.rule.published", 1);
        set(&mut dossier, "t2.rule.public_total", 1);
        assert_eq!(only(&dossier, RULE.id)[0].places.len(), 3);
    }
}
