//! Parts of the old form in a report that has the new one's.

use super::said::{any, said};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.old_division",
    group: Group::Text,
    severity: Severity::Warning,
    title: "部分按现行格式列",
    basis: "2019年起的格式为六个部分，没有单独的「收费及减免」「咨询和投诉」",
    advice: "按现行格式的六个部分改写",
    check,
};

/// Parts that the old form alone had.
const OLD: &[&str] = &["收费及减免", "收费和减免", "收费、减免", "咨询和投诉", "咨询投诉", "咨询处理情况"];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    if dossier.year < 2019 {
        return;
    }
    for said in
        said(dossier).filter(|s| any(s.text, &["组成", "部分", "全文"]).is_some() && s.text.contains('、'))
    {
        if let Some(words) = any(said.text, OLD) {
            let message = format!("前言列出的「{words}」是旧格式的部分，现行格式没有");
            out.push(Finding::of(&RULE, message).at_text(&said.part.id, said.quote()));
        }
    }
    for (part, words) in
        dossier.parts.iter().zip(&dossier.words().parts).filter(|(part, _)| !part.number.is_empty())
    {
        if let Some(old) = any(&words.heading, OLD) {
            let message = format!("标题「{}」里的「{old}」是旧格式的部分", part.heading);
            out.push(Finding::of(&RULE, message).at_text(&part.id, ""));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn fees_as_a_part() {
        let mut dossier = clean();
        add(&mut dossier, "preamble", "本报告由概述、主动公开情况、收费及减免情况、存在的问题等部分组成。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
    }
}
