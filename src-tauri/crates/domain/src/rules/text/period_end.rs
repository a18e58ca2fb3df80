//! The statistics of a year end on 31 December.

use super::period::period;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.period_end",
    group: Group::Text,
    severity: Severity::Warning,
    title: "统计期限截至12月31日",
    basis: "年度报告的统计期限为上一年1月1日至12月31日",
    advice: "把截止日期改为12月31日；12月的数据没有计入的，补计后再报",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for (said, period) in period(dossier) {
        let Some(end) = period.end else { continue };
        let right = (end.month, end.day) == (12, 31) && end.year.is_none_or(|year| year == dossier.year);
        if !right {
            let stated = end.text();
            let message = format!("统计期限写到{stated}，应当到{}年12月31日", dossier.year);
            let due = format!("{}年12月31日", dossier.year);
            let finding = Finding::of(&RULE, message).sides(("文字", &stated), ("应为", &due));
            out.push(finding.at_text(&said.part.id, said.quote()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_day_short() {
        let mut dossier = clean();
        say(
            &mut dossier,
            "preamble",
            "根据《中华人民共和国政府信息公开条例》，下达河乡人民政府编制本报告。所列数据的统计期限自2024年1月1日起至2024年12月30日止。",
        );
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("12月30日"), "{}", found[0].message);
    }

    #[test]
    fn years_that_lost_their_signs() {
        let mut dossier = clean();
        say(
            &mut dossier,
            "preamble",
            "根据《中华人民共和国政府信息公开条例》，下达河乡人民政府编制，统计期限自202411日起至20241230日止。",
        );
        assert_eq!(only(&dossier, RULE.id).len(), 1);
    }
}
