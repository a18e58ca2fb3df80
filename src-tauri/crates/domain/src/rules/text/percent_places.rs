//! Shares in one list are written with the same decimals.

use super::said::said;
use crate::number::Decimal;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.percent_places",
    group: Group::Text,
    severity: Severity::Hint,
    title: "同一句里的百分比小数位数一致",
    basis: "同一组数据的精度应当一致",
    advice: "把这几个百分比统一到同样的小数位数",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for said in said(dossier) {
        let mut places: Vec<usize> =
            said.percents().filter(|p| p.value != Decimal::whole(100)).map(|p| p.places).collect();
        if places.len() < 3 {
            continue;
        }
        places.sort_unstable();
        places.dedup();
        if places.len() > 1 {
            let named: Vec<String> = places.iter().map(|n| format!("{n} 位")).collect();
            let message = format!("同一句里的百分比，小数有 {} 几种写法", named.join("、"));
            out.push(Finding::of(&RULE, message).at_text(&said.part.id, said.quote()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn two_places_beside_one() {
        let mut dossier = clean();
        add(
            &mut dossier,
            "overview",
            "农业类公开12条，占40.00%；民生类公开9条，占30.0%；财政类公开9条，占30.0%。",
        );
        assert_eq!(only(&dossier, RULE.id).len(), 1);
    }
}
