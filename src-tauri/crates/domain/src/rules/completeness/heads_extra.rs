//! 总体情况 is not spread out over more than its five aspects.

use super::super::text::markers::{head_words, markers};
use super::super::text::said::any;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "complete.heads_extra",
    group: Group::Completeness,
    severity: Severity::Hint,
    title: "总体情况按五个方面写",
    basis: "国办公开办函〔2021〕30号：内容不能遗漏，也不宜泛化",
    advice: "并入五个方面：主动公开、依申请公开、政府信息管理、平台建设、监督保障",
    check,
};

/// Words of the five aspects.
const ASPECTS: &[&str] = &["主动公开", "申请", "管理", "平台", "监督", "保障"];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    if dossier.due_format != "2021" {
        return;
    }
    let parts = dossier.parts.iter().zip(&dossier.words().parts);
    for (part, words) in parts.filter(|(part, _)| part.id == "overview") {
        let heads: Vec<String> =
            markers(&words.text).iter().map(|marker| head_words(&words.text, marker)).collect();
        let is_head = |head: &&String| (2..=16).contains(&head.chars().count());
        let extra: Vec<&String> =
            heads.iter().filter(is_head).filter(|head| any(head, ASPECTS).is_none()).collect();
        if let Some(first) = extra.first() {
            let named: Vec<String> = extra.iter().map(|head| format!("「{head}」")).collect();
            let message = format!("总体情况的小标题{}不在五个方面里", named.join(""));
            let at = words.text.find(first.as_str()).unwrap_or(0);
            let quote = part.text.get(at..at + first.len()).unwrap_or_default();
            out.push(Finding::of(&RULE, message).at_text("overview", quote));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn leadership_as_a_head() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "（一）组织领导。成立领导小组。（二）主动公开。内容见上。");
        let found = only(&dossier, RULE.id);
        assert!(found[0].message.contains("「组织领导」") && !found[0].message.contains("主动公开"));
    }
}
