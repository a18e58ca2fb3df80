//! 活动: meetings, training, inspection, publicity, interpretation; from the 5·15 day to the
//! broadcast van and the brochures.

use crate::catalogue::CatalogueId;
use crate::ledger::check::Faults;
use crate::ledger::{
    Choice, Ledger, Section, TotalRule, YearRule, attachment, choice, date, entries, entry, integer,
    long_text, text,
};
use crate::record::Values;

static KINDS: &[Choice] = &[
    Choice::new("meeting", "会议"),
    Choice::new("training", "培训"),
    Choice::new("inspection", "督查"),
    Choice::new("publicity", "宣传"),
    Choice::new("interpretation", "政策解读"),
    Choice::new("other", "其他"),
];
static FORMS: &[Choice] = &[
    Choice::new("on_site", "现场活动"),
    Choice::new("van", "宣传车"),
    Choice::new("troupe", "文艺宣传队"),
    Choice::new("brochure", "宣传手册"),
    Choice::new("broadcast", "广播"),
    Choice::new("online", "网络"),
    Choice::new("other", "其他"),
];

/// The ledger.
pub static LEDGER: Ledger = Ledger {
    id: "activity",
    label: "会议、培训、督查、宣传、解读",
    short: "会议活动",
    unit: "次",
    help: "与政府信息公开有关的会议、培训、督查、宣传和政策解读活动，例如 5·15 政务公开日、宣传车下村、发放宣传手册。",
    title_field: "title",
    date_label: "日期",
    sections: &[
        Section { label: "活动", fields: &["on", "kind", "form", "title", "place", "villages"] },
        Section {
            label: "情况", fields: &["department", "participants", "materials", "note", "attachment"]
        },
    ],
    fields: &[
        date("on", "日期").required().listed(100),
        choice("kind", "类型", KINDS).required().listed(90),
        choice("form", "形式", FORMS).listed(100),
        text("title", "名称").required().listed(280).wide(),
        text("place", "地点").listed(120),
        entries("villages", "村（社区）", CatalogueId::Village).listed(140),
        entry("department", "组织科室", CatalogueId::Department),
        integer("participants", "参加人次", 0).listed(80),
        integer("materials", "发放材料（份）", 0).listed(110),
        long_text("note", "情况说明"),
        attachment("attachment", "照片或材料"),
    ],
    year_rule: YearRule::First(&["on"]),
    totals: &[
        TotalRule::By("kind"),
        TotalRule::Sum("participants", "参加", "人次"),
        TotalRule::Sum("materials", "发放材料", "份"),
    ],
    rule: no_rule,
};

fn no_rule(_: &mut Values, _: &mut Faults) {}
