//! Pieces are counted whole; amounts have as many decimals as the form allows.

use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "cell.fraction",
    group: Group::Identities,
    severity: Severity::Error,
    title: "小数位数符合表格要求",
    basis: "件数填整数，金额按表格单位填写",
    advice: "件数改成整数；金额看清单位是元还是万元",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for cell in dossier.figures.cells() {
        // Most cells are whole: no text is made for them.
        let Some(number) = cell.value.number().filter(|n| n.as_whole().is_none()) else { continue };
        let text = number.to_string();
        let places = text.split_once('.').map_or(0, |(_, places)| places.len());
        if places <= usize::from(cell.decimals) {
            continue;
        }
        let must = match cell.decimals {
            0 => "只能填整数".to_owned(),
            most => format!("最多 {most} 位小数"),
        };
        let message = format!("「{}」填的是 {text}，这一格{must}", cell.label);
        out.push(Finding::of(&RULE, message).at_figure(&cell.id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::{Decimal, Quantity};
    use crate::rules::testing::*;

    #[test]
    fn half_a_permit() {
        let mut dossier = clean();
        set_quantity(&mut dossier, "t2.permit", Quantity::Exact(Decimal::parse("1.5").unwrap()));
        assert!(only(&dossier, RULE.id)[0].message.contains("只能填整数"));
    }

    #[test]
    fn an_amount_has_decimals() {
        let mut dossier = clean_in("2019", 2020);
        set_quantity(
            &mut dossier,
            "t2.procurement.amount",
            Quantity::Exact(Decimal::parse("1.2345").unwrap()),
        );
        nothing(&dossier);
    }
}
