//! 主动公开信息: one published item. It counts once as an item and once on each of its channels;
//! the two ways of counting never mix.

use crate::catalogue::CatalogueId;
use crate::ledger::check::{Faults, in_order};
use crate::ledger::{
    Choice, Ledger, Section, TotalRule, YearRule, attachment, choice, date, entries, entry, link, long_text,
    publications, text,
};
use crate::record::{Value, Values};

static TIMINGS: &[Choice] = &[
    Choice::new("regular", "常规性（定期公开）"),
    Choice::new("temporary", "临时性（随时公开）"),
    Choice::new("fixed", "固定性（长期公开）"),
];
static OPENNESS: &[Choice] = &[
    Choice::new("open", "主动公开"),
    Choice::new("on_request", "依申请公开"),
    Choice::new("withheld", "不予公开"),
];
static SECRECY: &[Choice] = &[
    Choice::new("passed", "审查通过，可以公开"),
    Choice::new("edited", "处理后公开"),
    Choice::new("refused", "不予公开"),
    Choice::new("referred", "报上级确定"),
];
static INTERPRETATIONS: &[Choice] = &[
    Choice::new("none", "不需要解读"),
    Choice::new("has", "已配发解读"),
    Choice::new("is", "本条就是政策解读"),
];

/// The ledger.
pub static LEDGER: Ledger = Ledger {
    id: "disclosure",
    label: "主动公开信息",
    short: "主动公开",
    unit: "条",
    help: "每公开一条信息就登记一次：标题、类别、在哪些渠道、哪天发布。年度报告里主动公开的各项数字都从这里统计。",
    title_field: "title",
    date_label: "公开日期",
    sections: &[
        Section {
            label: "信息",
            fields: &[
                "title",
                "index_number",
                "document_number",
                "summary",
                "category",
                "department",
                "villages",
            ],
        },
        Section { label: "公开", fields: &["formed_on", "published_on", "channels", "timing", "openness"] },
        Section {
            label: "审核与保密审查",
            fields: &[
                "drafter",
                "drafted_on",
                "reviewer",
                "reviewed_on",
                "approver",
                "approved_on",
                "secrecy",
                "secrecy_on",
            ],
        },
        Section {
            label: "解读与附件",
            fields: &["interpretation", "interpretation_link", "link", "attachment", "note"],
        },
    ],
    fields: &[
        text("index_number", "索引号").listed(168).help("留空则按设置里的格式自动编号"),
        text("title", "标题").required().listed(280).wide(),
        text("document_number", "文号").listed(140),
        long_text("summary", "内容概述"),
        entry("category", "类别", CatalogueId::Category).listed(100),
        entry("department", "科室", CatalogueId::Department).listed(90),
        entries("villages", "涉及村（社区）", CatalogueId::Village),
        date("formed_on", "形成日期").required().help("信息制作完成或者变更的日期"),
        date("published_on", "公开日期").listed(100).help("没有公开的先留空，不计入公开条数"),
        publications("channels", "发布渠道").listed(190),
        choice("timing", "时限类型", TIMINGS),
        choice("openness", "公开属性", OPENNESS),
        text("drafter", "拟稿人"),
        date("drafted_on", "拟稿日期"),
        text("reviewer", "审核人"),
        date("reviewed_on", "审核日期"),
        text("approver", "签发人"),
        date("approved_on", "签发日期"),
        choice("secrecy", "保密审查结论", SECRECY),
        date("secrecy_on", "审查日期"),
        choice("interpretation", "政策解读", INTERPRETATIONS).wide(),
        link("interpretation_link", "解读链接"),
        link("link", "公开网址"),
        attachment("attachment", "附件"),
        long_text("note", "备注"),
    ],
    year_rule: YearRule::First(&["published_on", "formed_on"]),
    totals: &[TotalRule::By("channels"), TotalRule::By("category")],
    rule,
};

fn rule(values: &mut Values, faults: &mut Faults) {
    in_order(values, faults, ("formed_on", "形成日期"), ("published_on", "公开日期"));
    in_order(values, faults, ("drafted_on", "拟稿日期"), ("reviewed_on", "审核日期"));
    in_order(values, faults, ("reviewed_on", "审核日期"), ("approved_on", "签发日期"));
    channels_after_publication(values, faults);
    let withheld = values["openness"].as_text().is_some_and(|o| o != "open");
    if withheld && !values["published_on"].is_empty() {
        faults
            .entry("openness".into())
            .or_insert_with(|| "有公开日期的信息，公开属性应为「主动公开」".into());
    }
    if values["secrecy"].as_text() == Some("refused") && !values["published_on"].is_empty() {
        faults
            .entry("secrecy".into())
            .or_insert_with(|| "保密审查结论为「不予公开」的信息不能填公开日期".into());
    }
    if values["interpretation"].is_empty() && !values["interpretation_link"].is_empty() {
        values.insert("interpretation".into(), Value::Text("has".into()));
    }
}

/// The publication date is the first day on any channel: where it is empty it is taken from the
/// channels, and no channel may be earlier.
fn channels_after_publication(values: &mut Values, faults: &mut Faults) {
    let Value::Publications(list) = values["channels"].clone() else { return };
    let published = values["published_on"].as_date();
    let first = list.iter().filter_map(|p| p.on).min();
    match (published, first) {
        (None, Some(first)) if !faults.contains_key("published_on") => {
            let formed = values["formed_on"].as_date();
            if formed.is_some_and(|formed| first < formed) {
                faults.insert("channels".into(), format!("渠道的发布日期（{first}）早于形成日期"));
                return;
            }
            values.insert("published_on".into(), Value::Text(first.to_string()));
        }
        (None, None) if !faults.contains_key("published_on") => {
            faults.insert("published_on".into(), "填了发布渠道，请填公开日期".into());
        }
        (Some(published), _) => {
            if let Some(early) = list.iter().find(|p| p.on.is_some_and(|on| on < published)) {
                faults.insert(
                    "channels".into(),
                    format!("渠道「{}」的发布日期早于公开日期（{published}）", early.channel),
                );
            }
        }
        _ => {}
    }
}
