//! Another township's name where the report's own belongs.

use super::said::{any, said};
use crate::reading::townships;
use crate::rules::Place;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.other_office",
    group: Group::Text,
    severity: Severity::Warning,
    title: "报告里写的是本机关",
    basis: "年度报告由本机关编制，不应当出现套用别处报告留下的名称",
    advice: "确认是不是套用了别的乡镇的报告，改成本机关的名称",
    check,
};

/// Words around a name that stands there for a reason.
const WITH_REASON: &[&str] =
    &["学习", "考察", "兄弟", "相邻", "邻近", "移交", "转送", "不属于", "联合", "会同", "交流", "原"];

/// What follows the name of an office.
const OFFICES: &[&str] = &["人民政府", "办事处", "政府"];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    let own = dossier.office.short.as_str();
    if own.is_empty() {
        return;
    }
    if let Some(other) = townships(&dossier.title).into_iter().find(|name| is_other(name, own)) {
        let finding = Finding::of(&RULE, format!("标题里写的是「{other}」，本机关是「{own}」"));
        out.push(finding.at(Place::Setting { name: "title".into() }));
    }
    for said in said(dossier)
        .filter(|said| any(said.text, OFFICES).is_some() && any(said.text, WITH_REASON).is_none())
    {
        for name in townships(said.text).into_iter().filter(|name| is_other(name, own)) {
            let named = OFFICES.iter().any(|office| said.text.contains(&format!("{name}{office}")));
            if named {
                let message = format!("文字里出现「{name}」，本机关是「{own}」");
                out.push(Finding::of(&RULE, message).at_text(&said.part.id, said.quote()));
            }
        }
    }
}

/// A name that is not the office's own with words before it.
fn is_other(name: &str, own: &str) -> bool {
    !name.contains(own) && !own.contains(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn a_copied_sentence() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "青石岭镇人民政府高度重视政府信息公开工作。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn a_neighbour_named_for_a_reason() {
        for words in ["组织人员到青石岭镇人民政府学习政务公开经验。", "下达河乡人民政府定期听取汇报。"]
        {
            let mut dossier = clean();
            add(&mut dossier, "overview", words);
            nothing(&dossier);
        }
    }
}
