//! 机构人员: who stands in the leading group and the working group, from when to when.

use crate::ledger::check::{Faults, in_order};
use crate::ledger::{Choice, Ledger, Section, TotalRule, YearRule, choice, date, integer, long_text, text};
use crate::record::Values;

static BODIES: &[Choice] = &[
    Choice::new("leading_group", "领导小组"),
    Choice::new("working_group", "工作组"),
    Choice::new("office", "政府信息公开工作机构"),
    Choice::new("supervision", "监督小组"),
];
static ROLES: &[Choice] = &[
    Choice::new("head", "组长"),
    Choice::new("deputy", "副组长"),
    Choice::new("member", "成员"),
    Choice::new("director", "办公室主任"),
    Choice::new("staff", "工作人员"),
];
static EMPLOYMENTS: &[Choice] = &[Choice::new("full_time", "专职"), Choice::new("part_time", "兼职")];

/// The ledger.
pub static LEDGER: Ledger = Ledger {
    id: "post",
    label: "机构人员",
    short: "机构人员",
    unit: "人",
    help: "领导小组、工作组由哪些人组成，任职起止。换人时给原来的一行填上「至」，再加新的一行，往年的报告就不会变。",
    title_field: "name",
    date_label: "任职起止",
    sections: &[
        Section { label: "任职", fields: &["body", "role", "name", "position", "employment", "rank"] },
        Section { label: "起止", fields: &["from_on", "to_on", "note"] },
    ],
    fields: &[
        choice("body", "机构", BODIES).required().listed(150),
        choice("role", "组内职务", ROLES).required().listed(100),
        text("name", "姓名").required().listed(100),
        text("position", "行政职务").required().listed(180).help("写进报告的称谓，例如：乡长"),
        choice("employment", "专兼职", EMPLOYMENTS).listed(80),
        integer("rank", "排序", 0).help("数字小的在前"),
        date("from_on", "自").required().listed(100),
        date("to_on", "至").listed(100).help("仍在任的留空"),
        long_text("note", "备注"),
    ],
    year_rule: YearRule::Span("from_on", "to_on"),
    totals: &[TotalRule::By("body"), TotalRule::By("employment")],
    rule,
};

fn rule(values: &mut Values, faults: &mut Faults) {
    in_order(values, faults, ("from_on", "任职开始"), ("to_on", "任职结束"));
}
