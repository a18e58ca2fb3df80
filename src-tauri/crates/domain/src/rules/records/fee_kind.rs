//! Since 15 May 2019 there is no fee but the one for excessive applications.

use super::kept::{found, name, text};
use crate::number::Decimal;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "record.fee_kind",
    group: Group::Records,
    severity: Severity::Warning,
    title: "只收信息处理费",
    basis: "《条例》第四十二条：依申请提供政府信息不收取费用，数量、频次明显超过合理范围的可以收取信息处理费",
    advice: "核对收费项目；检索、复制、邮寄不能再收费，误收的退还并改正台账",
    check,
};

/// The day on which the amended decree came into force.
const SINCE: &str = "2019-05-15";

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for fee in dossier.records.of("fee") {
        let charged = Decimal::parse(text(fee, "amount")).is_some_and(|amount| amount > Decimal::ZERO);
        if charged && text(fee, "on") >= SINCE && !matches!(text(fee, "kind"), "" | "processing") {
            let what = match text(fee, "kind") {
                "search" => "检索费",
                "copy" => "复制费",
                "postage" => "邮寄费",
                other => other,
            };
            let message =
                format!("{}收取「{}」{what} {} 元", text(fee, "on"), name(fee), text(fee, "amount"));
            out.push(found(&RULE, message, &[fee]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_copy_that_was_paid_for() {
        let fee = |day: &str, amount: &str| {
            let mut dossier = clean();
            let fields = [("on", day), ("kind", "copy"), ("amount", amount), ("reason", "复印图纸")];
            keep(&mut dossier, "fee", &fields);
            dossier
        };
        assert!(only(&fee("2024-03-15", "5.00"), RULE.id)[0].message.contains("复制费"));
        nothing(&fee("2024-03-15", "0"));
        nothing(&fee("2019-05-14", "5.00"));
    }
}
