//! Those who do the work: full-time and part-time make all.

use super::said::in_report;
use crate::number::Decimal;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.staff",
    group: Group::Text,
    severity: Severity::Hint,
    title: "工作人员数等于专职加兼职",
    basis: "工作人员数＝专职人员数＋兼职人员数",
    advice: "补上兼职人员数，或者改正人数",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for (part, words) in dossier.parts.iter().zip(&dossier.words().parts).filter(|(part, _)| in_report(part))
    {
        let value = |label: &str| {
            let at = words.text.find(label)? + label.len();
            let numbers = words.sentences.iter().flat_map(|s| &s.numbers);
            let mut near = numbers.filter(|n| n.span.start >= at && n.span.start < at + 12);
            near.next().map(|n| n.value)
        };
        let (Some(all), Some(full)) = (value("工作人员数"), value("专职人员数")) else { continue };
        let part_time = value("兼职人员数").unwrap_or(Decimal::ZERO);
        if full.checked_add(part_time) != Some(all) {
            let message = format!("工作人员数为 {all}，专职 {full}、兼职 {part_time}，加起来不等");
            let sum = full.checked_add(part_time).unwrap_or(full).to_string();
            let finding =
                Finding::of(&RULE, message).sides(("工作人员数", &all.to_string()), ("专职加兼职", &sum));
            out.push(finding.at_text(&part.id, "工作人员数"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn part_timers_left_out() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "政府信息公开工作人员数3人，专职人员数1人。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn both_named() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "政府信息公开工作人员数3人，专职人员数1人，兼职人员数2人。");
        nothing(&dossier);
    }
}
