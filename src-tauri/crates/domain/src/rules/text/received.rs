//! 收到的申请数与表中新收数一致.

use super::against::{CASES, Fact, Topic, compare, first_sum, one, sum};
use crate::rules::{Group, Rule, Severity};

pub(super) static FACT: Fact = Fact {
    topic: Topic {
        name: "收到的申请",
        wanted: &[&["收到", "受理", "接到", "新收", "接收"], &["申请"]],
        unwanted: &[
            "复议",
            "诉讼",
            "热线",
            "12345",
            "民心网",
            "投诉",
            "交办",
            "提案",
            "议案",
            "信访",
            "咨询",
            "占",
            "比",
            "增",
            "减少",
            "办结",
            "其中",
            "书面",
            "网络",
            "网上",
            "当面",
            "信函",
            "邮寄",
            "邮件",
            "在线",
            "线上",
            "线下",
            "口头",
            "传真",
            "答复",
            "结转",
        ],
        units: CASES,
    },
    nouns: &["依申请公开", "公开申请", "公开的申请", "申请公开"],
    cells: &["t3.new.total", "t3.carried.total", "application.total"],
    values: |dossier| {
        let new = first_sum(dossier, &[&["t3.new.total"], &["application.total"]]);
        // 「收到」 with and without those carried over: both are in use.
        let both = sum(dossier, &["t3.new.total", "t3.carried.total"]);
        let mut values = one("新收", new);
        values.extend(one("新收加上年结转", both.filter(|both| Some(*both) != new)));
        values
    },
};

pub(super) static RULE: Rule = Rule {
    id: "text.received",
    group: Group::Text,
    severity: Severity::Warning,
    title: "收到的申请数与表中新收数一致",
    basis: "年度报告的文字和表格说的是同一件事，数字应当一致",
    advice: "核对台账，改正文字里的数字或者表中的一格；文字里的数字最好插入数据项，随表格一起变",
    check: |dossier, out| compare(dossier, &RULE, &FACT, out),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn another_number_in_the_words() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "全年受理政府信息公开申请12件。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains(" 12"), "{}", found[0].message);
    }
}
