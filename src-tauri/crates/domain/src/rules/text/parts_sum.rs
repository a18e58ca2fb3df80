//! Parts that claim to be all of a total add up to it. 「100余」 is a lower bound and may still grow; what is
//! published on several channels counts on each of them; two ways of counting in one list are no sum.

use super::division::{Division, divisions};
use crate::number::Decimal;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.parts_sum",
    group: Group::Text,
    severity: Severity::Warning,
    title: "文字里的各分项加起来等于总数",
    basis: "同一口径的分项之和等于总数；按渠道统计的不要求相等",
    advice: "对照台账重新计数，改正总数或者写错的一项；漏写的类别补上",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for division in divisions(dossier).iter().filter(|d| breaks(d)) {
        let Some(sum) = division.sum() else { continue };
        let (unit, total) = (division.total.unit, division.total.value);
        let bound = if division.is_exact() { "" } else { "余" };
        let message =
            format!("总数写 {total} {unit}，列出的各项 {}={sum}{bound} {unit}，两者不一致", division.terms());
        out.push(
            Finding::of(&RULE, message)
                .sides(("总数", &total.to_string()), ("各项之和", &format!("{sum}{bound}")))
                .at_text(&division.said.part.id, division.said.piece(&division.span)),
        );
    }
}

/// Whether the parts cannot make the total.
fn breaks(division: &Division<'_>) -> bool {
    if division.is_vague()
        || division.overlaps()
        || division.fits_another()
        || division.is_mixed()
        || division.by_channel()
    {
        return false;
    }
    let Some(sum) = division.sum() else { return false };
    let total = division.total.value;
    sum > total || sum < total && division.is_exact() && is_all(division, sum)
}

/// Whether the parts are meant to be all there is: the words say so, or hardly anything is missing.
pub(super) fn is_all(division: &Division<'_>, sum: Decimal) -> bool {
    let missing = division.total.value.millionths() - sum.millionths();
    let slip = (division.total.value.millionths() / 33).max(Decimal::whole(1).millionths());
    division.claims || missing <= slip
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn one_less_than_the_total() {
        let mut dossier = clean();
        let words = "全年主动公开政府信息915条。在主动公开的信息中，政策文件类113条，工作信息481条，机构信息6条，人事信息23条，交易类289条，财政信息2条。";
        add(&mut dossier, "overview", words);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("915") && found[0].message.contains("113+481+6+23+289+2=914"));
    }

    #[test]
    fn more_than_the_total() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "全年接受咨询372人次，其中现场咨询331人次，电话咨询61人次。");
        assert_eq!(only(&dossier, RULE.id).len(), 1);
    }

    #[test]
    fn lower_bounds_channels_and_whole_lists_are_no_mistake() {
        for words in [
            "全年主动公开政府信息200条，其中公开栏发布100余条，新媒体发布80余条。",
            "全年主动公开政府信息52条，其中网站公开50条，公开栏公开30条。",
            "全年主动公开政府信息36条，包括动态类30条、财政类6条。",
            "主动公开政府信息13条（其中：动态11条，预决算2条）；广播26次。",
            "全年公开32条，其中1条权责清单、11条工作信息、20条提案。",
            "全年办理群众来电100件，其中按时办结98件，群众满意97件。",
            "工作人员共5人，其中党员4人、女性3人。",
            "全年共办理群众来件13件，其中答复7件、解释5件，结转下年度1件。",
            "全年接待群众5人次，上年预约1人次，其中现场4人次、电话2人次。",
        ] {
            let mut dossier = clean();
            add(&mut dossier, "overview", words);
            nothing(&dossier);
        }
    }
}
