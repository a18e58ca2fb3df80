//! 新收 + 上年结转 = 办理结果总计 + 结转下年度, in every column of the applications' table.

use super::relation::relations;
use crate::rules::{Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "application.balance",
    group: Group::Identities,
    severity: Severity::Error,
    title: "申请表：新收加上年结转等于办理结果总计加结转下年度",
    basis: "申请表左上角的勾稽关系",
    advice: "核对这一列的新收、上年结转、各项办理结果和结转下年度，改正填错的一格",
    check: |dossier, out| relations(dossier, &RULE, out),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Quantity;
    use crate::rules::testing::*;
    use crate::rules::{Origin, Place, run};

    #[test]
    fn one_more_received_than_dealt_with() {
        let mut dossier = clean();
        set(&mut dossier, "t3.new.natural", 8);
        set(&mut dossier, "t3.new.total", 10);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("自然人") && found[0].message.contains("9"));
    }

    #[test]
    fn a_click_leads_to_what_was_filled_in_by_hand() {
        let mut dossier = clean();
        enter(&mut dossier, "t3.next.natural", Quantity::count(3), "与县里核对");
        set(&mut dossier, "t3.next.total", 3);
        let found = run(&dossier).into_iter().find(|finding| finding.rule == RULE.id).unwrap();
        assert_eq!(found.places[0], Place::Figure { id: "t3.next.natural".into() });
    }

    #[test]
    fn the_total_column_speaks_where_the_others_are_unknown() {
        let mut dossier = clean();
        dossier.origin = Origin::Text;
        forget(&mut dossier, |id| id.starts_with("t3.") && !id.ends_with(".total"));
        set(&mut dossier, "t3.next.total", 4);
        let found = only(&dossier, RULE.id);
        assert!(found.len() == 1 && found[0].message.contains("总计"));
    }
}
