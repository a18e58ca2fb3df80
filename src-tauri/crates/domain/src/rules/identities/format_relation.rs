//! Relations of a format that no rule was written for: a new form is checked without any code.

use super::relation::relations_of;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "format.relation",
    group: Group::Identities,
    severity: Severity::Error,
    title: "报告格式规定的其他勾稽关系",
    basis: "报告格式文件",
    advice: "核对所列的几格，改正填错的一格",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let written_for = |id: &str| super::RULES.iter().any(|rule| rule.id == id);
    relations_of(dossier, &RULE, |id| !written_for(id), out);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::relation::RelationFormat;
    use crate::rules::testing::*;

    #[test]
    fn a_relation_of_a_form_that_is_not_made_yet() {
        let mut dossier = clean();
        let json = r#"{"rule": "permit.half", "left": ["t2.permit"], "must": "at_least",
            "right": ["t2.penalty"], "left_label": "行政许可", "right_label": "行政处罚", "basis": "新格式第三条"}"#;
        let relation: RelationFormat = serde_json::from_str(json).unwrap();
        dossier.format.relations.push(relation);
        nothing(&dossier);
        set(&mut dossier, "t2.penalty", 2);
        let found = only(&dossier, RULE.id);
        assert_eq!((found.len(), found[0].basis.as_str()), (1, "新格式第三条"));
        assert!(found[0].message.contains("不应少于"));
    }
}
