//! 制度与考核: rules made, appraisals, public reviews, accountability cases — what 条例第四十六条 wants done
//! and 第五十条 wants reported.

use crate::ledger::check::Faults;
use crate::ledger::{
    Choice, Ledger, Section, TotalRule, YearRule, attachment, choice, date, long_text, text,
};
use crate::record::Values;

static KINDS: &[Choice] = &[
    Choice::new("rule", "制定制度"),
    Choice::new("appraisal", "工作考核"),
    Choice::new("review", "社会评议"),
    Choice::new("accountability", "责任追究"),
];

/// The ledger.
pub static LEDGER: Ledger = Ledger {
    id: "measure",
    label: "制度与考核",
    short: "制度考核",
    unit: "项",
    help: "制定的制度、工作考核、社会评议、责任追究，各登记一行，写明结果。",
    title_field: "title",
    date_label: "日期",
    sections: &[Section {
        label: "事项",
        fields: &["on", "kind", "title", "document_number", "organiser", "result", "attachment", "note"],
    }],
    fields: &[
        date("on", "日期").required().listed(100),
        choice("kind", "类型", KINDS).required().listed(100),
        text("title", "名称").required().listed(300).wide(),
        text("document_number", "文号").listed(140),
        text("organiser", "组织单位").listed(140),
        long_text("result", "结果").listed(220),
        attachment("attachment", "附件"),
        long_text("note", "备注"),
    ],
    year_rule: YearRule::First(&["on"]),
    totals: &[TotalRule::By("kind")],
    rule: no_rule,
};

fn no_rule(_: &mut Values, _: &mut Faults) {}
