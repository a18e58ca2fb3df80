//! Fees in the table, and part six knows of none.

use super::said::{any, is_none};
use crate::number::Decimal;
use crate::reading::fold;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.fee_part_six",
    group: Group::Text,
    severity: Severity::Error,
    title: "收了费的在第六部分报告",
    basis: "收取信息处理费的情况在第六部分报告",
    advice: "核对第二部分的收费金额；收取了信息处理费的，在第六部分写明件数和金额",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let fee = dossier.figures.value("t2.fee").and_then(|fee| fee.number()).filter(|fee| *fee > Decimal::ZERO);
    let Some((fee, part)) = fee.zip(dossier.part("others")).filter(|(_, part)| !part.text.contains('…'))
    else {
        return;
    };
    let text = fold(&part.text);
    let none = is_none(&text) || any(&text, &["没有收取任何费用"]).is_some();
    let nothing_said = any(&text, &["费"]).is_none() && any(&text, &["无其他", "没有其他"]).is_some();
    // Other fees there may be; whether they are is for the office to say.
    let no_handling_fee = text.split(['，', '；', '。', '\n']).any(|clause| {
        clause.contains("信息处理费") && any(clause, &["没有收取", "未收取", "没有产生", "未产生"]).is_some()
    });
    if none || nothing_said || no_handling_fee {
        let message = format!("第二部分收费金额为 {fee} 万元，第六部分却说没有");
        let severity = if none || nothing_said { RULE.severity } else { Severity::Warning };
        out.push(
            Finding::of(&RULE, message)
                .as_grave_as(severity)
                .sides(("本年收费金额（万元）", &fee.to_string()), ("第六部分", "没有"))
                .at_text("others", part.text.trim())
                .at_figure("t2.fee"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_fee_and_none() {
        let mut dossier = clean();
        set(&mut dossier, "t2.fee", 2);
        let found = only(&dossier, RULE.id);
        assert_eq!((found.len(), found[0].severity), (1, Severity::Warning));
        say(&mut dossier, "others", "全年没有收取任何费用，信息处理费为零。");
        assert_eq!(only(&dossier, RULE.id)[0].severity, Severity::Error);
        say(
            &mut dossier,
            "others",
            "行政事业性收费由财政所收取；全年信息处理费为零，没有其他需要报告的事项。",
        );
        nothing(&dossier);
    }
}
