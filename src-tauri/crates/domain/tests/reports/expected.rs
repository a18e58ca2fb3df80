//! What a careful reader finds in the published reports of the sample, and what the rules found besides
//! and was looked up by reading. One place for the test and for docs/rules.md.

/// A report of the sample.
pub struct Sample {
    /// File name without its ending; begins with the year.
    pub file: &'static str,
    /// Rule ids of the mistakes that a careful reader names.
    pub expected: &'static [&'static str],
    /// Rule ids of mistakes that the reader does not name and that are there: with the reason.
    pub besides: &'static [(&'static str, &'static str)],
    /// What the reader names and the excerpt does not show, or no rule decides.
    pub unseen: &'static [&'static str],
    /// The reader calls its numbers consistent.
    pub consistent: bool,
}

const fn sample(file: &'static str, expected: &'static [&'static str]) -> Sample {
    Sample { file, expected, besides: &[], unseen: &[], consistent: false }
}

const fn consistent(file: &'static str, expected: &'static [&'static str]) -> Sample {
    Sample { file, expected, besides: &[], unseen: &[], consistent: true }
}

const ONE_OF_FIVE: &str = "总体情况只有一句话列举各部分的名称，五个方面都没有写";

/// All of them.
pub static SAMPLES: &[Sample] = &[
    Sample {
        besides: &[("text.part_list", "自称五个部分，前言列举四个，漏了咨询和投诉情况")],
        ..sample("2008-张义镇", &[])
    },
    consistent("2015-西牛镇", &[]),
    consistent("2015-金口镇", &[]),
    Sample {
        besides: &[("text.title", "标题写「政府信息公开年报」")],
        ..sample("2016-东浦镇", &["text.parts_sum", "text.percent_value"])
    },
    Sample {
        besides: &[
            ("complete.old_application", "全文没有依申请公开一节，第三十二条第二项"),
            ("complete.old_fee", "全文没有收费及减免情况，第三十二条第三项"),
            ("complete.old_problems", "全文没有主要问题和改进情况，第三十二条第五项"),
            ("complete.signature", "只有机关署名，没有日期"),
        ],
        ..consistent("2016-龙归镇", &[])
    },
    consistent("2017-溪下乡", &["text.percent_value", "text.part_list"]),
    Sample {
        besides: &[
            ("text.title", "标题是网站改的「乡镇信息公开情况说明报告」"),
            ("complete.title_office", "标题里没有机关名称和年份"),
            ("complete.signature", "没有落款和日期"),
        ],
        ..consistent("2018-下达河乡", &["text.mixed_dimension", "text.web_remains"])
    },
    consistent("2018-建新镇", &["text.signature_date", "complete.old_problems"]),
    consistent("2018-香蜜湖街道", &["text.percent_places", "text.percent_value"]),
    sample("2018-昌岗街道", &["text.mixed_dimension"]),
    sample("2019-杜泽镇", &["text.old_table", "text.staff", "text.unit_mixed", "text.heads_numbering"]),
    consistent("2019-钟祥镇", &[]),
    Sample {
        besides: &[
            ("text.title", "标题写「政府信息公开年度工作报告」"),
            ("text.published_late", "网页上的发布时间是 2020-02-20"),
        ],
        ..sample("2019-上湾乡", &["text.form_labels", "text.unit_mixed"])
    },
    consistent("2020-大五里镇", &[]),
    Sample {
        besides: &[("text.part_list", "自称四个部分，列举的是三个")],
        ..sample("2020-中村乡", &["text.part_count", "text.missing_unit", "text.procurement_unit"])
    },
    Sample {
        unseen: &["索引号里的「None」不在摘录里"],
        ..consistent("2020-中埠镇", &["text.impossible_date"])
    },
    sample("2020-南源街道", &["trial.projects", "text.old_table"]),
    sample("2020-黄陂某街道", &["trial.published", "text.template_remains"]),
    Sample {
        unseen: &["总体情况只写了一个方面：摘录在这里有省略，看不出后面有没有"],
        ..consistent("2021-铁佛镇", &["text.form_labels"])
    },
    Sample {
        besides: &[("complete.heads_extra", "总体情况的小标题是「主要类别」「主要渠道」，不是五个方面")],
        ..sample("2021-周湾镇", &["text.period_end", "text.old_division", "text.repeated_words"])
    },
    sample("2022-丰收乡", &["text.form_labels"]),
    Sample {
        unseen: &["总体情况没有按五个方面写：摘录在这里有省略"],
        ..consistent("2022-太平镇", &["text.old_basis"])
    },
    consistent("2022-杨梅乡", &[]),
    Sample {
        besides: &[
            ("complete.head_disclosure", ONE_OF_FIVE),
            ("complete.head_application", ONE_OF_FIVE),
            ("complete.head_management", ONE_OF_FIVE),
            ("complete.head_platform", ONE_OF_FIVE),
            ("complete.head_supervision", ONE_OF_FIVE),
        ],
        ..sample("2023-尼勒克某镇", &["table.township_rules", "text.template_remains"])
    },
    Sample {
        unseen: &["协助办理的 5 件算不算本机关收到的申请，文字里看不出"],
        ..consistent("2024-塘下镇", &["text.parts_open"])
    },
    Sample {
        unseen: &["前言里的网页标签残片不在摘录里"], ..consistent("2024-永安镇", &[])
    },
    sample("2024-兴华镇", &["text.parts_open"]),
    Sample {
        unseen: &["总体情况没有分五个方面：摘录里只有一句编者的说明"],
        ..consistent("2024-梅子镇", &["text.letter_tone", "text.published_late"])
    },
    sample("2025-大兴某镇", &["text.about_total", "complete.heads_extra"]),
    consistent("2020-北京街道", &[]),
];
