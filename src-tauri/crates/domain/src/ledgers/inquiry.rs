//! 咨询: who asked what, and how; one line may stand for many persons.

use crate::catalogue::CatalogueId;
use crate::ledger::check::Faults;
use crate::ledger::{
    Choice, Ledger, Section, TotalRule, YearRule, choice, date, entry, integer, long_text, text,
};
use crate::record::{Value, Values};

static WAYS: &[Choice] = &[
    Choice::new("phone", "电话"),
    Choice::new("on_site", "现场"),
    Choice::new("wechat", "微信"),
    Choice::new("online", "网上"),
    Choice::new("letter", "信函"),
    Choice::new("other", "其他"),
];

/// The ledger.
pub static LEDGER: Ledger = Ledger {
    id: "inquiry",
    label: "咨询",
    short: "咨询",
    unit: "次",
    help: "群众来电、来访、微信、网上的咨询。可以一人一行，也可以把一天的同类咨询合成一行，填上人次。",
    title_field: "subject",
    date_label: "日期",
    sections: &[
        Section { label: "咨询", fields: &["on", "way", "persons", "department", "subject"] },
        Section { label: "答复", fields: &["handled_by", "reply", "note"] },
    ],
    fields: &[
        date("on", "日期").required().listed(100),
        choice("way", "方式", WAYS).required().listed(80),
        integer("persons", "人次", 1).required().listed(70).help("一行可以代表多人次"),
        text("subject", "咨询事项").required().listed(320).wide(),
        entry("department", "承办科室", CatalogueId::Department).listed(100),
        text("handled_by", "接待人").listed(90),
        long_text("reply", "答复内容"),
        long_text("note", "备注"),
    ],
    year_rule: YearRule::First(&["on"]),
    totals: &[TotalRule::Sum("persons", "人次合计", "人次"), TotalRule::SumBy("persons", "way", "人次")],
    rule,
};

fn rule(values: &mut Values, faults: &mut Faults) {
    if values["persons"].is_empty() && !faults.contains_key("persons") {
        values.insert("persons".into(), Value::Integer(1));
    }
}
