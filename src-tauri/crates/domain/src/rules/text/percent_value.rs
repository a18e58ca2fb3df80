//! A share is the part over the whole, rounded to the places that are written.

use super::share::{Share, half_a_place, shares};
use crate::number::Decimal;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.percent_value",
    group: Group::Text,
    severity: Severity::Warning,
    title: "百分比与它的两个数一致",
    basis: "百分比等于部分除以总数，四舍五入",
    advice: "重新计算这个百分比，按四舍五入写",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for share in shares(dossier) {
        let (Some(due), Some(total)) = (share.due(), share.total) else { continue };
        let places = share.percent.places;
        let away = (share.percent.value.millionths() - due).abs();
        if away <= half_a_place(places) {
            continue;
        }
        let due = rounded(due, places);
        let written = written(&share);
        let message = format!("{}÷{} 应为 {due}%，文字写 {written}%", share.of.value, total.value);
        // Cut off instead of rounded, or rounded twice: one step in the last place.
        let slip = away <= 2 * half_a_place(places) || away <= half_a_place(effective(places, &share));
        let severity = if slip { Severity::Hint } else { RULE.severity };
        let span = share.of.span.start..share.percent.span.end;
        out.push(
            Finding::of(&RULE, message)
                .sides(("按两个数计算", &format!("{due}%")), ("文字", &format!("{written}%")))
                .at_text(&share.said.part.id, share.said.piece(&span))
                .as_grave_as(severity),
        );
    }
}

/// Places without the zeros at the end: 47.30 was rounded to 47.3.
fn effective(places: usize, share: &Share<'_>) -> usize {
    let text = share.percent.value.to_string();
    text.split_once('.').map_or(0, |(_, fraction)| fraction.len()).min(places)
}

fn written(share: &Share<'_>) -> String {
    fixed(share.percent.value.millionths(), share.percent.places)
}

/// Millionths rounded to places.
fn rounded(millionths: i64, places: usize) -> String {
    fixed(millionths + half_a_place(places), places)
}

fn fixed(millionths: i64, places: usize) -> String {
    let text = Decimal::from_millionths(millionths).to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let fraction: String = format!("{fraction:0<6}").chars().take(places).collect();
    if places == 0 { whole.to_owned() } else { format!("{whole}.{fraction}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn cut_off_instead_of_rounded_is_a_hint() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "全年主动公开政府信息226条。民生事项共209条，占92.47%。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].severity, Severity::Hint);
        assert!(found[0].message.contains("92.48%") && found[0].message.contains("92.47%"));
    }

    #[test]
    fn another_share_is_a_warning() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "全年主动公开政府信息200条。民生事项共50条，占35%。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found[0].severity, Severity::Warning);
        let mut dossier = clean();
        add(&mut dossier, "overview", "全年主动公开政府信息200条。民生事项共50条，占25%，占全县的3%。");
        nothing(&dossier);
    }
}
