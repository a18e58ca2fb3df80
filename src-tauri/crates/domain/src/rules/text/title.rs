//! What a report is called.

use super::said::any;
use crate::reading::fold;
use crate::rules::Place;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.title",
    group: Group::Text,
    severity: Severity::Warning,
    title: "标题是「政府信息公开工作年度报告」",
    basis: "《条例》第五十条；惯例的标题是「某某人民政府某某年政府信息公开工作年度报告」",
    advice: "按「机关名称＋年份＋政府信息公开工作年度报告」改标题",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let title = fold(&dossier.title);
    if title.is_empty() {
        return;
    }
    let proper = title.contains("政府信息公开工作年度报告");
    // Before 2019 there was no State form, and 「政府信息公开年度报告」 was as common.
    let old = dossier.year < 2019 && any(&title, &["政府信息公开年度报告", "政府信息公开工作报告"]).is_some();
    if !proper && !old {
        let severity = if dossier.year < 2019 { Severity::Hint } else { RULE.severity };
        let message = format!("标题「{}」不是「政府信息公开工作年度报告」", dossier.title);
        let finding = Finding::of(&RULE, message).at(Place::Setting { name: "title".into() });
        out.push(finding.as_grave_as(severity));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_work_report() {
        let mut dossier = clean();
        dossier.title = "下达河乡人民政府2024年政府信息公开年度工作报告".into();
        let found = only(&dossier, RULE.id);
        assert_eq!((found.len(), found[0].severity), (1, Severity::Warning));
    }
}
