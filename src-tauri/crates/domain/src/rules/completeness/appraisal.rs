//! A township reports its 工作考核.

use super::whole::says_anywhere;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "complete.appraisal",
    group: Group::Completeness,
    severity: Severity::Warning,
    title: "写了工作考核结果",
    basis: "《条例》第五十条第四项：各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况",
    advice: "在监督保障里写明工作考核的结果；没有的写明没有",
    check,
};

/// Words that speak of it.
const WORDS: &[&str] = &["考核", "考评", "绩效"];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let due = matches!(dossier.due_format.as_str(), "2019" | "2021");
    if due && says_anywhere(dossier, WORDS) == Some(false) {
        let message = "全文没有写工作考核的结果";
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
        say(
            &mut dossier,
            "overview",
            "主动公开。全年通过各种渠道主动公开政府信息，内容包括机构职能、惠民补贴和村级事务。\n依申请公开。政府信息公开申请逐件登记，在法定期限内答复，办理情况见第三部分的表格。\n政府信息管理。信息发布前履行审核和保密审查手续，定期清理失效内容。\n政府信息公开平台建设。县政府网站乡镇专栏和政务公开栏由专人维护。\n监督保障。成立监督小组，组织社会评议，评议结果为满意，全年没有被追究责任的情形。",
        );
        only(&dossier, RULE.id);
    }
}
