//! 收费及减免: what was charged for information, and what was waived.

use crate::ledger::check::Faults;
use crate::ledger::{Choice, Ledger, Section, TotalRule, YearRule, choice, date, long_text, money, text};
use crate::record::Values;

static KINDS: &[Choice] = &[
    Choice::new("processing", "信息处理费"),
    Choice::new("search", "检索费"),
    Choice::new("copy", "复制费"),
    Choice::new("postage", "邮寄费"),
];

/// The ledger.
pub static LEDGER: Ledger = Ledger {
    id: "fee",
    label: "收费及减免",
    short: "收费减免",
    unit: "笔",
    help: "因提供政府信息收取或者减免的费用。没有收费就留空，报告里会写无收费及减免情况。",
    title_field: "reason",
    date_label: "日期",
    sections: &[Section {
        label: "费用",
        fields: &[
            "on",
            "kind",
            "application_number",
            "receipt_number",
            "amount",
            "reduction",
            "reason",
            "note",
        ],
    }],
    fields: &[
        date("on", "日期").required().listed(100),
        choice("kind", "项目", KINDS).required().listed(110),
        text("application_number", "对应的申请登记号").listed(140),
        text("receipt_number", "票据号").listed(140),
        money("amount", "收取（元）").required().listed(100),
        money("reduction", "减免（元）").listed(100),
        text("reason", "事由").required().listed(260).wide(),
        long_text("note", "备注"),
    ],
    year_rule: YearRule::First(&["on"]),
    totals: &[TotalRule::Sum("amount", "收取", "元"), TotalRule::Sum("reduction", "减免", "元")],
    rule: no_rule,
};

fn no_rule(_: &mut Values, _: &mut Faults) {}
