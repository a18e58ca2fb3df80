//! 投诉举报 about disclosure work itself. Hotline cases have a ledger of their own.

use crate::catalogue::CatalogueId;
use crate::ledger::check::{Faults, in_order};
use crate::ledger::{Choice, Ledger, Section, TotalRule, YearRule, choice, date, entry, long_text, text};
use crate::record::Values;

static KINDS: &[Choice] = &[Choice::new("complaint", "投诉"), Choice::new("report", "举报")];
static WAYS: &[Choice] = &[
    Choice::new("phone", "电话"),
    Choice::new("on_site", "来访"),
    Choice::new("letter", "来信"),
    Choice::new("online", "网上"),
    Choice::new("referred", "上级转办"),
    Choice::new("other", "其他"),
];
static RESULTS: &[Choice] = &[
    Choice::new("pending", "办理中"),
    Choice::new("upheld", "属实，已整改"),
    Choice::new("partly", "部分属实"),
    Choice::new("unfounded", "不属实"),
    Choice::new("not_taken", "不予受理"),
];

/// The ledger.
pub static LEDGER: Ledger = Ledger {
    id: "complaint",
    label: "投诉举报",
    short: "投诉举报",
    unit: "件",
    help: "针对政府信息公开工作的投诉、举报（条例第四十七条）。12345、民心网转来的办件请登记在「热线办件」。",
    title_field: "subject",
    date_label: "收到日期",
    sections: &[
        Section { label: "收件", fields: &["received_on", "kind", "way", "department", "subject"] },
        Section { label: "投诉人（个人信息，单独存放）", fields: &["name", "phone"] },
        Section { label: "办理", fields: &["result", "closed_on", "handled_by", "reply", "note"] },
    ],
    fields: &[
        date("received_on", "收到日期").required().listed(100),
        choice("kind", "类型", KINDS).required().listed(80),
        choice("way", "方式", WAYS).listed(90),
        text("subject", "事项").required().listed(320).wide(),
        entry("department", "涉及科室", CatalogueId::Department).listed(100),
        text("name", "姓名").personal().listed(90),
        text("phone", "联系电话").personal(),
        choice("result", "结果", RESULTS).listed(120),
        date("closed_on", "办结日期").listed(100),
        text("handled_by", "承办人"),
        long_text("reply", "处理情况"),
        long_text("note", "备注"),
    ],
    year_rule: YearRule::First(&["received_on"]),
    totals: &[TotalRule::By("kind"), TotalRule::By("result")],
    rule,
};

fn rule(values: &mut Values, faults: &mut Faults) {
    in_order(values, faults, ("received_on", "收到日期"), ("closed_on", "办结日期"));
}
