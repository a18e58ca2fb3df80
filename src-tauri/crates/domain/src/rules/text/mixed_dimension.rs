//! A list that reaches its total only with numbers of another way of counting in it.

use super::division::divisions;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.mixed_dimension",
    group: Group::Text,
    severity: Severity::Hint,
    title: "类别、渠道、科室三种口径没有混在一起",
    basis: "按类别、按渠道、按科室是三种统计口径，不能相加",
    advice: "把类别和渠道分开写：先写各类别多少（相加等于总数），再写各渠道多少（不要求相等）",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for division in divisions(dossier).iter().filter(|d| d.is_mixed()) {
        let Some(sum) = division.sum().filter(|sum| *sum >= division.total.value) else { continue };
        let total = division.total.value;
        let bound = if division.is_exact() { "" } else { "余" };
        let message =
            format!("总数 {total} 条下面列的 {}={sum}{bound}，里面有不同口径的数", division.terms());
        out.push(
            Finding::of(&RULE, message)
                .sides(("总数", &total.to_string()), ("列出的各项", &format!("{sum}{bound}")))
                .at_text(&division.said.part.id, division.said.piece(&division.span)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn categories_that_need_a_channel_to_add_up() {
        let mut dossier = clean();
        let words = "全年主动公开政府信息250条。其中：1.机构类信息5条；2.文件类信息10条；3.动态类信息133条；运用微信、微博发布信息102条。";
        add(&mut dossier, "overview", words);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("5+10+133+102=250"), "{}", found[0].message);
    }

    #[test]
    fn categories_with_a_department_among_them() {
        let mut dossier = clean();
        let words = "全年主动公开政府信息200条。在各类公开的信息中，动态30条，政策类信息50条，公告5条，宣传信息80条，扶贫办、民政办发布信息100余条。";
        add(&mut dossier, "overview", words);
        assert_eq!(only(&dossier, RULE.id).len(), 1);
    }
}
