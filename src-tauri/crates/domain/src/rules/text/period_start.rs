//! The statistics of a year begin on 1 January.

use super::period::period;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.period_start",
    group: Group::Text,
    severity: Severity::Warning,
    title: "统计期限从1月1日开始",
    basis: "年度报告的统计期限为上一年1月1日至12月31日",
    advice: "把开始日期改为1月1日",
    check,
};

/// The decree came into force on 1 May of this year.
const FIRST: i32 = 2008;

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for (said, period) in period(dossier) {
        let Some(start) = period.start else { continue };
        let first = dossier.year == FIRST && (start.month, start.day) == (5, 1);
        let new_year = (start.month, start.day) == (1, 1);
        if !(first || new_year) || start.year.is_some_and(|year| year != dossier.year) {
            let stated = start.text();
            let message = format!("统计期限从{stated}写起，应当从{}年1月1日起", dossier.year);
            let due = format!("{}年1月1日", dossier.year);
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
    fn last_years_beginning() {
        let mut dossier = clean();
        say(
            &mut dossier,
            "preamble",
            "根据《中华人民共和国政府信息公开条例》，下达河乡人民政府编制，统计期限自2023年1月1日起至2024年12月31日止。",
        );
        assert_eq!(only(&dossier, RULE.id).len(), 1);
    }
}
