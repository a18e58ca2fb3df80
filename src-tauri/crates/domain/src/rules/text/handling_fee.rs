//! The handling fee in the words against the ledger of fees.

use super::said::{any, said};
use crate::number::Decimal;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.handling_fee",
    group: Group::Text,
    severity: Severity::Warning,
    title: "信息处理费的金额与收费台账一致",
    basis: "《条例》第四十二条；国办函〔2020〕109号",
    advice: "核对收费台账，改正金额",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let Some(fee) = dossier.figures.value("fee.amount").and_then(|fee| fee.number()) else { return };
    for said in said(dossier).filter(|said| said.text.contains("处理费")) {
        let stated =
            said.counts().find(|n| n.unit == "元" && !said.of_another_year(n.span.start, dossier.year));
        let denied = stated.is_none().then_some(said.text).filter(|_| said.counts().count() == 0);
        let denied = denied
            .filter(|text| any(text, &["没有收取", "未收取", "没有产生"]).is_some())
            .map(|_| Decimal::ZERO);
        let Some(value) = stated.map(|n| n.value).or(denied).filter(|value| *value != fee) else { continue };
        let message = format!("文字写信息处理费 {value} 元，收费台账合计 {fee} 元");
        let quote = stated.map_or(said.quote(), |n| said.around(n));
        out.push(
            Finding::of(&RULE, message)
                .sides(("文字", &value.to_string()), ("收费台账", &fee.to_string()))
                .at_text(&said.part.id, quote)
                .at_figure("fee.amount"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn another_sum() {
        let mut dossier = clean();
        set(&mut dossier, "fee.amount", 270);
        say(&mut dossier, "others", "2024年对1件申请收取信息处理费300元。");
        let found = only(&dossier, RULE.id);
        assert!(found[0].message.contains("300") && found[0].message.contains("270"));
    }
}
