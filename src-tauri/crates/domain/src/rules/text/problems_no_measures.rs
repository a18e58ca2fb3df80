//! Problems without what is done about them.

use super::said::{any, is_none};
use crate::reading::fold;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.problems_no_measures",
    group: Group::Text,
    severity: Severity::Warning,
    title: "第五部分写了改进情况",
    basis: "《条例》第五十条第四项：主要问题及改进情况",
    advice: "补写怎样改进、改进到什么程度",
    check,
};

/// Words that speak of mending.
const MENDING: &[&str] = &[
    "改进",
    "下一步",
    "今后",
    "将",
    "措施",
    "整改",
    "加强",
    "进一步",
    "解决",
    "下一年",
    "强化",
    "提升",
    "完善",
];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let Some(part) = dossier.part("problems").filter(|part| !part.text.contains('…')) else { return };
    let long = part.text.chars().filter(|c| c.is_alphanumeric()).count() >= 10;
    if long && !is_none(&part.text) && any(&fold(&part.text), MENDING).is_none() {
        let message = format!("「{}」一部分只写了问题，没有写改进情况", part.heading);
        out.push(Finding::of(&RULE, message).at_text("problems", ""));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn problems_alone() {
        let mut dossier = clean();
        say(
            &mut dossier,
            "problems",
            "一是政策解读的形式比较单一；二是基层工作人员业务不够熟练，与上年相同。",
        );
        only(&dossier, RULE.id);
    }
}
