//! The parts that a report lists are as many as it announces.

use super::announced::announced;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.part_list",
    group: Group::Text,
    severity: Severity::Warning,
    title: "列举的部分与自称的个数一致",
    basis: "自称几个部分，列举的也应当是几个",
    advice: "补上漏写的部分，或者改正个数",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for announced in announced(dossier) {
        let Some((least, most)) = announced.listed else { continue };
        if !(least..=most).contains(&announced.count) {
            let listed = if least == most { least.to_string() } else { format!("{least}至{most}") };
            let message = format!("文字说有 {} 个部分，列举出来的是 {listed} 个", announced.count);
            let finding =
                Finding::of(&RULE, message).sides(("自称", &announced.count.to_string()), ("列举", &listed));
            out.push(finding.at_text(&announced.said.part.id, announced.said.quote()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn six_announced_and_five_listed() {
        let mut dossier = clean();
        let words = "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况六个部分组成。";
        add(&mut dossier, "preamble", words);
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("列举出来的是 5 个"), "{}", found[0].message);
    }

    #[test]
    fn names_that_hold_two_parts() {
        let words = "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况和其他需要报告的事项六个部分组成。";
        let mut dossier = clean();
        add(&mut dossier, "preamble", words);
        nothing(&dossier);
    }
}
