//! 热线办件: cases handed down by 民心网, 12345 and the like. They are no applications for information
//! (条例第三十九条) and never count as such.

use crate::catalogue::CatalogueId;
use crate::ledger::check::{Faults, in_order};
use crate::ledger::{
    Choice, Ledger, Section, TotalRule, YearRule, choice, date, entry, flag, long_text, text,
};
use crate::record::{Value, Values};

static SOURCES: &[Choice] = &[
    Choice::new("12345", "12345热线"),
    Choice::new("minxin", "民心网"),
    Choice::new("leader_box", "领导信箱"),
    Choice::new("other", "其他"),
];
static RESULTS: &[Choice] = &[
    Choice::new("pending", "办理中"),
    Choice::new("done", "已办结"),
    Choice::new("explained", "已解释答复"),
    Choice::new("returned", "退回转办"),
];

/// The ledger.
pub static LEDGER: Ledger = Ledger {
    id: "hotline",
    label: "热线办件",
    short: "热线办件",
    unit: "件",
    help: "民心网、12345 等平台交办的件：何时收到、何时到期、何时办结。是否按时由日期自动判断。",
    title_field: "subject",
    date_label: "收到日期",
    sections: &[
        Section {
            label: "交办",
            fields: &["source", "number", "received_on", "due_on", "department", "subject"],
        },
        Section { label: "办理", fields: &["result", "done_on", "on_time", "handled_by", "reply", "note"] },
    ],
    fields: &[
        choice("source", "来源", SOURCES).required().listed(100),
        text("number", "编号").listed(140),
        date("received_on", "收到日期").required().listed(100),
        date("due_on", "办理期限").listed(100),
        text("subject", "事项").required().listed(260).wide().help("不要写来电人的姓名、电话"),
        entry("department", "承办科室", CatalogueId::Department).listed(90),
        choice("result", "结果", RESULTS).listed(100),
        date("done_on", "办结日期").listed(100),
        flag("on_time", "按时办结").listed(80).help("填了办理期限和办结日期会自动判断"),
        text("handled_by", "承办人"),
        long_text("reply", "办理情况"),
        long_text("note", "备注"),
    ],
    year_rule: YearRule::First(&["received_on"]),
    totals: &[TotalRule::By("source"), TotalRule::By("result"), TotalRule::By("on_time")],
    rule,
};

fn rule(values: &mut Values, faults: &mut Faults) {
    in_order(values, faults, ("received_on", "收到日期"), ("due_on", "办理期限"));
    in_order(values, faults, ("received_on", "收到日期"), ("done_on", "办结日期"));
    if let (Some(due), Some(done)) = (values["due_on"].as_date(), values["done_on"].as_date()) {
        values.insert("on_time".into(), Value::Flag(done <= due));
    }
    let pending = values["result"].as_text() == Some("pending");
    if pending && !values["done_on"].is_empty() {
        faults.insert("result".into(), "填了办结日期，结果不能是「办理中」".into());
    }
    if values["result"].is_empty() && !faults.contains_key("result") {
        let result = if values["done_on"].is_empty() { "pending" } else { "done" };
        values.insert("result".into(), Value::Text(result.into()));
    }
}
