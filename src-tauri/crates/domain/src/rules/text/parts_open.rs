//! Parts of a total that leave much of it unsaid: nobody can check such a list.

use super::division::divisions;
use super::parts_sum::is_all;
use crate::number::Decimal;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.parts_open",
    group: Group::Text,
    severity: Severity::Hint,
    title: "列出的分项没有写全",
    basis: "年度报告的数据应当准确、可以核对",
    advice: "补上没有写数的类别或渠道，或者写明「其他」多少",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for division in divisions(dossier).iter().filter(|d| !d.is_vague() && d.is_exact() && !d.is_mixed()) {
        // A few examples out of many are no list.
        let told = |sum: &Decimal| sum.millionths() / 3 * 10 >= division.total.value.millionths();
        let Some(sum) =
            division.sum().filter(told).filter(|_| !division.overlaps() && !division.fits_another())
        else {
            continue;
        };
        let (unit, total) = (division.total.unit, division.total.value);
        let unsaid = total.checked_sub(sum).filter(|_| sum < total);
        let Some(unsaid) = unsaid.filter(|_| division.by_channel() || !is_all(division, sum)) else {
            continue;
        };
        let message =
            format!("总数写 {total} {unit}，列出的各项合计 {sum} {unit}，还有 {unsaid} {unit}没有写明");
        out.push(
            Finding::of(&RULE, message)
                .sides(("总数", &total.to_string()), ("列出的各项", &sum.to_string()))
                .at_text(&division.said.part.id, division.said.piece(&division.span)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_board_without_its_number() {
        let mut dossier = clean();
        let words = "全年主动公开政府信息424条，具体包括：\n政府网站：发布信息42条。\n微信公众号：发布信息212条。\n公告栏：定期更新。";
        add(&mut dossier, "overview", words);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("170"), "{}", found[0].message);
    }

    #[test]
    fn a_single_part_says_nothing_about_the_rest() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "全年主动公开政府信息22条，其中线上公开15条。");
        nothing(&dossier);
    }
}
