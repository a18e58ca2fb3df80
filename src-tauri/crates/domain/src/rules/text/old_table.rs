//! Rows of the statistics table of 2014 in a report that has the new tables.

use super::phrases::{Where, phrases};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.old_table",
    group: Group::Text,
    severity: Severity::Warning,
    title: "不再写2014年统计表的项目",
    basis: "《政府信息公开情况统计表》（国办发〔2014〕32号）用到2018年度；2019年起用新格式的表",
    advice: "删去旧统计表的项目，需要说明的写进总体情况",
    check,
};

/// What gives it away.
const WORDS: &[&str] = &[
    "政府信息公开工作专门机构数",
    "设置政府信息公开查阅点数",
    "从事政府信息公开工作人员数",
    "举办各类培训班数",
    "接受培训人员数",
    "回应公众关注热点或重大舆情",
    "告知作出更改补充数",
    "告知通过其他途径办理数",
    "主动公开规范性文件数",
];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    if dossier.year < 2019 {
        return;
    }
    phrases(
        dossier,
        &RULE,
        WORDS,
        Where::Everywhere,
        |words| format!("「{words}」是2014年统计表的项目"),
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
        add(&mut dossier, "overview", "设置政府信息公开查阅点数1个。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
    }
}
