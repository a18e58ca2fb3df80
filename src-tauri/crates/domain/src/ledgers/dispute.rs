//! 行政复议和行政诉讼 over disclosure, with the outcomes of the 2021 table.

use crate::ledger::check::{Faults, in_order};
use crate::ledger::{
    Choice, Ledger, Section, TotalRule, YearRule, attachment, choice, date, long_text, text,
};
use crate::record::{Value, Values};

static KINDS: &[Choice] = &[
    Choice::new("reconsideration", "行政复议"),
    Choice::new("litigation_direct", "行政诉讼（未经复议直接起诉）"),
    Choice::new("litigation_after", "行政诉讼（复议后起诉）"),
];
static OUTCOMES: &[Choice] = &[
    Choice::new("pending", "尚未审结"),
    Choice::new("upheld", "结果维持"),
    Choice::new("corrected", "结果纠正"),
    Choice::new("other", "其他结果"),
];

/// The ledger.
pub static LEDGER: Ledger = Ledger {
    id: "dispute",
    label: "行政复议和行政诉讼",
    short: "复议诉讼",
    unit: "件",
    help: "因政府信息公开工作被申请行政复议、提起行政诉讼的案件，一案一行。没有案件就留空，报告里会写 0。",
    title_field: "subject",
    date_label: "受理日期",
    sections: &[
        Section {
            label: "案件",
            fields: &["kind", "case_number", "filed_on", "authority", "subject", "application_number"],
        },
        Section { label: "申请人、原告（个人信息，单独存放）", fields: &["name", "phone"] },
        Section {
            label: "结果", fields: &["outcome", "closed_on", "decision_number", "attachment", "note"]
        },
    ],
    fields: &[
        choice("kind", "类型", KINDS).required().listed(200).wide(),
        text("case_number", "案号").listed(160),
        date("filed_on", "受理日期").required().listed(100),
        text("authority", "复议机关、法院").listed(160),
        text("subject", "争议事项").required().listed(260).wide(),
        text("application_number", "对应的申请登记号"),
        text("name", "姓名或者名称").personal().listed(90),
        text("phone", "联系电话").personal(),
        choice("outcome", "结果", OUTCOMES).listed(100),
        date("closed_on", "审结日期").listed(100),
        text("decision_number", "决定书、裁判文书号"),
        attachment("attachment", "附件"),
        long_text("note", "备注"),
    ],
    year_rule: YearRule::Span("filed_on", "closed_on"),
    totals: &[TotalRule::By("kind"), TotalRule::By("outcome")],
    rule,
};

fn rule(values: &mut Values, faults: &mut Faults) {
    in_order(values, faults, ("filed_on", "受理日期"), ("closed_on", "审结日期"));
    if values["outcome"].is_empty() && !faults.contains_key("outcome") {
        values.insert("outcome".into(), Value::Text("pending".into()));
    }
    let pending = values["outcome"].as_text() == Some("pending");
    if pending && !values["closed_on"].is_empty() {
        faults.insert("outcome".into(), "填了审结日期，结果不能是「尚未审结」".into());
    }
    let closed = !pending && !values["outcome"].is_empty();
    if closed && values["closed_on"].is_empty() && !faults.contains_key("closed_on") {
        faults.insert("closed_on".into(), "已有结果，请填审结日期".into());
    }
}
