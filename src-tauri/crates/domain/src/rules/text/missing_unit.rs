//! A number that counts and does not say what.

use super::said::{any, said};
use crate::reading::{Bound, Number};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.missing_unit",
    group: Group::Text,
    severity: Severity::Warning,
    title: "数字后面有量词",
    basis: "数字后面应当写明单位",
    advice: "补上「条」「件」「次」等量词",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for said in said(dossier) {
        for number in said.counts().filter(|n| n.unit.is_empty()) {
            let behind = said.folded(number.span.end..said.sentence.span.end).chars().next();
            let ends = behind.is_none_or(|c| "，,。；;、".contains(c));
            if ends && counts(number, said.before(number)) {
                let message = format!("「{}」后面没有量词", said.piece(&number.span));
                out.push(Finding::of(&RULE, message).at_text(&said.part.id, said.around(number)));
            }
        }
    }
}

/// Whether the number counts items: 「260余」, 「公开信息共12」.
fn counts(number: &Number, before: &str) -> bool {
    let counted = any(before, &["公开", "信息", "收到", "受理", "发布", "召开", "举办"]).is_some();
    let labelled = before.trim_end().ends_with(['数', '：', ':', '为']);
    counted
        && !labelled
        && (number.bound == Bound::AtLeast || before.trim_end().ends_with(['共', '计', '息']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn more_than_of_what() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "全年在门户网站公开政府信息260余。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
    }
}
