//! The number of parts that a report announces is the number it has.

use super::announced::announced;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.part_count",
    group: Group::Text,
    severity: Severity::Warning,
    title: "自称的部分数与实际一致",
    basis: "年度报告格式规定的部分",
    advice: "改正「几个部分」，或者补上缺少的部分",
    check,
};

/// Forms whose parts the State lays down.
const LAID_DOWN: &[&str] = &["2019", "2021"];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let laid_down =
        LAID_DOWN.contains(&dossier.due_format.as_str()) && dossier.format.id == dossier.due_format;
    let formal = dossier.format.parts.iter().filter(|p| !p.heading.is_empty() && !p.annex).count();
    let present = dossier.parts.iter().filter(|p| !p.number.is_empty()).count();
    for announced in announced(dossier) {
        let due = match (laid_down, dossier.scope.is_whole()) {
            (true, _) => formal,
            (false, true) => present,
            (false, false) => continue,
        };
        if announced.count != due {
            let whose = if laid_down { "格式规定" } else { "实际" };
            let message = format!("文字说报告有 {} 个部分，{whose}为 {due} 个部分", announced.count);
            let finding = Finding::of(&RULE, message)
                .sides(("文字", &announced.count.to_string()), (whose, &due.to_string()));
            out.push(finding.at_text(&announced.said.part.id, announced.said.quote()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn four_parts_of_six() {
        let mut dossier = clean();
        add(&mut dossier, "preamble", "本报告分为四个部分。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("有 4 个") && found[0].message.contains("为 6 个"));
    }

    #[test]
    fn six_of_six() {
        for words in ["全文共六个部分。", "本报告由6个部分组成。"] {
            let mut dossier = clean();
            add(&mut dossier, "preamble", words);
            nothing(&dossier);
        }
    }
}
