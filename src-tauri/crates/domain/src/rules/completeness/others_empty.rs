//! Part six says at least that there is nothing.

use super::whole::is_whole;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "complete.others_empty",
    group: Group::Completeness,
    severity: Severity::Warning,
    title: "第六部分写了内容",
    basis: "年度报告格式：没有其他事项的写明没有",
    advice: "写明其他需要报告的事项，没有的写「无」",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let part = dossier.part("others").filter(|_| is_whole(dossier, "others"));
    if let Some(part) = part.filter(|part| part.text.trim().is_empty()) {
        let message = format!("「{}」一部分空着，没有事项也要写明没有", part.heading);
        out.push(Finding::of(&RULE, message).at_text("others", ""));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn left_blank() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "全年没有收取信息处理费。");
        say(&mut dossier, "others", "");
        only(&dossier, RULE.id);
    }
}
