//! 2019: documents were made, yet none became public.

use super::trial::rows;
use crate::number::Decimal;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "trial.published",
    group: Group::Identities,
    severity: Severity::Warning,
    title: "2019年表：制作了规范性文件却一件没有公开",
    basis: "《条例》第二十条第（一）项：规范性文件应当主动公开",
    advice: "核对三列的数；制作的文件已经公开的，补填公开数量",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for row in rows(dossier, &["made", "published"]) {
        let [made, published] = row.values[..] else { continue };
        if made > Decimal::ZERO && published == Decimal::ZERO && row.name != "规章" {
            let message = format!("{}本年新制作 {made} 件，本年新公开 0 件", row.name);
            let finding = Finding::of(&RULE, message)
                .sides(("本年新制作数量", &made.to_string()), ("本年新公开数量", "0"))
                .at_figure(&format!("{}.published", row.id));
            out.push(finding.at_figure(&format!("{}.made", row.id)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn made_and_never_shown() {
        let mut dossier = clean_in("2019", 2020);
        set(&mut dossier, "t2.normative.made", 4);
        assert!(only(&dossier, RULE.id)[0].message.contains("新制作 4 件"));
    }
}
