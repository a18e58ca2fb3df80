//! 总体情况 speaks of 监督保障.

use super::whole::overview_says;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "complete.head_supervision",
    group: Group::Completeness,
    severity: Severity::Warning,
    title: "总体情况写了监督保障",
    basis: "年度报告格式：总体情况包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面",
    advice: "在总体情况里补写监督保障的情况",
    check,
};

/// Words that speak of it.
const WORDS: &[&str] = &["监督保障", "监督", "考核", "保障"];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    if dossier.due_format == "2021" && overview_says(dossier, WORDS) == Some(false) {
        let message = "总体情况没有写监督保障";
        out.push(Finding::of(&RULE, message).at_text("overview", ""));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn is_left_out() {
        let mut dossier = clean();
        let words = "主动公开。全年通过各种渠道主动公开政府信息，内容包括机构职能、惠民补贴和村级事务。\n依申请公开。政府信息公开申请逐件登记，在法定期限内答复，办理情况见第三部分的表格。\n政府信息管理。信息发布前履行审核和保密审查手续，定期清理失效内容。\n政府信息公开平台建设。县政府网站乡镇专栏和政务公开栏由专人维护。\n组织社会评议，评议结果为满意；开展工作考评；全年没有被追究责任的情形。";
        say(&mut dossier, "overview", words);
        only(&dossier, RULE.id);
    }
}
