//! 「我镇」 in the report of a township that is a 乡.

use super::said::said;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.self_name",
    group: Group::Text,
    severity: Severity::Warning,
    title: "自称与本机关的建制一致",
    basis: "「我乡」「我镇」「我街道」混称，多半是套用了别处的报告",
    advice: "统一改成本机关的自称",
    check,
};

const NAMES: &[(&str, &str)] = &[
    ("我乡", "乡"),
    ("我镇", "镇"),
    ("我街道", "街道"),
    ("我街", "街道"),
    ("本镇", "镇"),
    ("我县", "县"),
    ("我市", "市"),
    ("我区", "区"),
];

/// Words behind the name that make it another word.
const LONGER: &[&str] = &["镇街", "街镇", "乡镇", "镇村"];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let own = dossier.office.short.as_str();
    let kinds = ["街道", "镇", "乡"];
    let Some(kind) = kinds.iter().find(|kind| own.ends_with(**kind)) else { return };
    let mut names = Vec::new();
    for said in said(dossier).filter(|said| said.text.contains(['我', '本'])) {
        for (name, _) in NAMES.iter().filter(|(_, whose)| kinds.contains(whose) && whose != kind) {
            let Some(at) = said.text.find(name) else { continue };
            let behind = &said.text[at..];
            let longer = LONGER.iter().any(|word| behind.starts_with(&format!("我{word}")))
                || *name == "我街" && behind.starts_with("我街道");
            if !longer && !names.contains(name) {
                names.push(*name);
                let message = format!("文字里自称「{name}」，本机关是「{own}」");
                let start = said.sentence.span.start + at;
                out.push(Finding::of(&RULE, message).at_text(&said.part.id, said.piece(&said.clause(start))));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_town_in_the_report_of_a_township() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "我镇定期召开政务公开工作会议。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        let mut dossier = clean();
        add(&mut dossier, "overview", "我街道定期召开政务公开工作会议。");
        assert_eq!(only(&dossier, RULE.id).len(), 1);
    }

    #[test]
    fn its_own_name() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "我乡定期召开政务公开工作会议，本乡村民反响良好。");
        nothing(&dossier);
    }
}
