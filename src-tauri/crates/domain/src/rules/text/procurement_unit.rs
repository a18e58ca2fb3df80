//! A sum of money that does not say whether it is yuan or ten thousand yuan.

use super::said::in_report;
use crate::number::Decimal;
use crate::rules::Origin;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.procurement_unit",
    group: Group::Text,
    severity: Severity::Hint,
    title: "采购总金额写明单位",
    basis: "采购总金额没有单位，读者分不清元和万元",
    advice: "在栏目里写明单位（元或万元）",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let amount = dossier.figures.value("t2.procurement.amount").and_then(|amount| amount.number());
    let Some(amount) = amount.filter(|n| *n > Decimal::ZERO && dossier.origin == Origin::Text) else {
        return;
    };
    let mut tables = dossier.parts.iter().filter(|part| in_report(part) && part.text.contains("采购"));
    let Some(part) = tables.next() else { return };
    let named = part.text.contains("元）")
        || part.text.contains("元)")
        || part.text.contains(&format!("{amount}元"))
        || part.text.contains(&format!("{amount}万元"));
    if !named {
        let message = format!("采购总金额 {amount} 没有写明是元还是万元");
        out.push(
            Finding::of(&RULE, message)
                .at_text(&part.id, &amount.to_string())
                .at_figure("t2.procurement.amount"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn eight_thousand_of_what() {
        let text = "青石岭镇2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（九）项 采购项目数量|采购总金额 政府集中采购 1 8040\n……[截断]";
        let dossier = crate::reading::read(text, crate::reading::Known::default()).unwrap();
        only(&dossier, RULE.id);
    }
}
