//! 行政规范性文件: issued, repealed, in force. Not every document is one; the judicial office's register
//! decides.

use crate::catalogue::CatalogueId;
use crate::ledger::check::{Faults, in_order};
use crate::ledger::{
    Ledger, Section, TotalRule, YearRule, attachment, date, entry, flag, link, long_text, text,
};
use crate::record::Values;

/// The ledger.
pub static LEDGER: Ledger = Ledger {
    id: "normative",
    label: "行政规范性文件",
    short: "规范性文件",
    unit: "件",
    help: "本机关制定的行政规范性文件：制发、备案、废止。列表显示当年仍有效的文件和当年制发、废止的文件。",
    title_field: "title",
    date_label: "制发日期",
    sections: &[
        Section {
            label: "文件",
            fields: &[
                "title",
                "document_number",
                "department",
                "issued_on",
                "effective_on",
                "registered_number",
            ],
        },
        Section {
            label: "公开与废止",
            fields: &["disclosed", "link", "repealed_on", "repealed_by", "attachment", "note"],
        },
    ],
    fields: &[
        text("title", "名称").required().listed(320).wide(),
        text("document_number", "文号").required().listed(150),
        entry("department", "起草科室", CatalogueId::Department).listed(90),
        date("issued_on", "制发日期").required().listed(100),
        date("effective_on", "施行日期"),
        text("registered_number", "备案号"),
        flag("disclosed", "已主动公开").listed(90),
        link("link", "公开网址"),
        date("repealed_on", "废止日期").listed(100).help("仍有效的留空"),
        text("repealed_by", "废止依据"),
        attachment("attachment", "附件"),
        long_text("note", "备注"),
    ],
    year_rule: YearRule::Span("issued_on", "repealed_on"),
    totals: &[TotalRule::By("disclosed")],
    rule,
};

fn rule(values: &mut Values, faults: &mut Faults) {
    in_order(values, faults, ("issued_on", "制发日期"), ("repealed_on", "废止日期"));
}
