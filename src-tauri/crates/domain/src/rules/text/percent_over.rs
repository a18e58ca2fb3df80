//! A rate of more than all there is.

use super::said::{any, said};
use crate::number::Decimal;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.percent_over",
    group: Group::Text,
    severity: Severity::Warning,
    title: "办结率、满意率这样的比率不超过百分之百",
    basis: "部分不会多于全部",
    advice: "核对分子和分母，重新计算这个百分比",
    check,
};

/// Rates of a part in a whole.
const RATES: &[&str] = &[
    "办结率",
    "答复率",
    "回复率",
    "满意率",
    "满意度",
    "公开率",
    "覆盖率",
    "知晓率",
    "整改率",
    "完成率",
    "及时率",
    "准确率",
    "合格率",
    "占比",
    "占",
];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for said in said(dossier) {
        for percent in said.percents().filter(|p| p.value > Decimal::whole(100)) {
            let before = said.before(percent);
            if let Some(rate) = any(before, RATES).filter(|_| any(before, &["增", "升", "提高"]).is_none())
            {
                let rate = if rate == "占" { "占比" } else { rate };
                let message = format!("{rate}写 {}%，超过了 100%", percent.value);
                out.push(Finding::of(&RULE, message).at_text(&said.part.id, said.around(percent)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn more_than_everybody() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "村务公开覆盖率达到120%。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("120%"));
    }

    #[test]
    fn what_grows_may_more_than_double() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "村务公开覆盖率达到100%，公众号阅读量增长120%，完成率提高了101%。");
        nothing(&dossier);
    }
}
