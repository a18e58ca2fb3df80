//! The form's own instructions, printed with the report.

use super::phrases::{Where, phrases};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.template_remains",
    group: Group::Text,
    severity: Severity::Warning,
    title: "删去格式里的填报说明",
    basis: "格式里的说明是写给填报人看的，不是报告的内容",
    advice: "删去这几个字",
    check,
};

/// What gives it away.
const WORDS: &[&str] = &[
    "该部分以表格形式报告",
    "表格如下",
    "填报说明",
    "填表说明",
    "应提供相关数据",
    "减用负值表示",
    "可参考本单位",
    "此处填写",
    "填写说明",
];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    phrases(
        dossier,
        &RULE,
        WORDS,
        Where::Everywhere,
        |words| format!("格式的说明文字「{words}」留在报告里"),
        out,
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn is_seen() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "该部分以表格形式报告。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
    }
}
