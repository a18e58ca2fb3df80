//! A year is reported in the form that it calls for. A county may ask for another one, so it is a warning.

use crate::format::Format;
use crate::rules::{Dossier, Finding, Group, Place, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "format.old_form",
    group: Group::Identities,
    severity: Severity::Warning,
    title: "用本年度应当使用的报告格式",
    basis: "《条例》第五十条：全国政府信息公开工作主管部门公布年度报告统一格式，并适时更新",
    advice: "换成本年度应当使用的格式；县里要求沿用其他格式的，写明依据",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    if dossier.format.id == dossier.due_format {
        return;
    }
    let label = |id: &str| Format::by_id(id).map_or_else(|_| id.to_owned(), |format| format.label);
    let due = label(&dossier.due_format);
    let message = format!("{}年度的报告用的是{}，应当用{due}", dossier.year, dossier.format.label);
    let finding = Finding::of(&RULE, message)
        .sides(("现用格式", &dossier.format.label), ("应用格式", &due))
        .at(Place::Setting { name: "format".to_owned() });
    let due_basis = Format::by_id(&dossier.due_format).map(|format| format.basis).unwrap_or_default();
    out.push(finding.on(&due_basis));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_form_that_is_out_of_use() {
        let dossier = clean_in("2019", 2022);
        let found = only(&dossier, RULE.id);
        assert!(found[0].message.contains("2022年度") && found[0].message.contains("2019年试行格式"));
        assert!(found[0].basis.contains("〔2021〕30号"));
        assert_eq!(found[0].severity, Severity::Warning);
    }
}
