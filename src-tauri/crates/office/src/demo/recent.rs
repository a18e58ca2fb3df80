//! The sample's years in the form of 2021: every ledger of five years, so that tables, carry-overs and the
//! comparison of years have something to show.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};
use domain::{Decimal, Failure, Publication, Quantity, Value, Values};
use store::ReportSettings;

use super::records::{SUBJECTS, VILLAGES, day, mixed, text, values};
use super::{cases, recent_text};
use crate::{Office, records};

/// How many of each, for a year.
struct Plan {
    year: i32,
    /// Category and how many items.
    categories: &'static [(&'static str, usize)],
    /// Way of inquiry, persons, lines they are spread over.
    inquiries: &'static [(&'static str, i64, i64)],
    /// Cases of 12345 and of the leader's letter box.
    hotline: (usize, usize),
    /// Cells that no ledger counts, as the offices concerned reported them.
    cells: &'static [(&'static str, &'static str)],
    /// Activities that this year did without, by their place in the list.
    without: &'static [usize],
    /// 成文日期
    signed_on: &'static str,
}

static PLANS: &[Plan] = &[
    Plan {
        year: 2021,
        categories: &[
            ("乡镇动态", 38),
            ("政策性信息", 42),
            ("公告公示", 24),
            ("宣传信息", 31),
            ("财政资金", 13),
            ("机构人事", 6),
            ("土地与宅基地", 9),
            ("社会救助", 15),
        ],
        inquiries: &[("phone", 72, 24), ("on_site", 126, 28), ("wechat", 168, 21)],
        hotline: (38, 5),
        cells: &[("t2.permit", "46"), ("t2.penalty", "6"), ("t2.coercion", "0"), ("t2.fee", "0")],
        without: &[2, 9],
        signed_on: "2022-01-18",
    },
    Plan {
        year: 2022,
        categories: &[
            ("乡镇动态", 41),
            ("政策性信息", 47),
            ("公告公示", 27),
            ("宣传信息", 30),
            ("财政资金", 15),
            ("机构人事", 7),
            ("土地与宅基地", 10),
            ("社会救助", 16),
        ],
        inquiries: &[("phone", 80, 27), ("on_site", 118, 26), ("wechat", 185, 23)],
        hotline: (44, 6),
        cells: &[("t2.permit", "52"), ("t2.penalty", "8"), ("t2.coercion", "1"), ("t2.fee", "0")],
        without: &[5],
        signed_on: "2023-01-16",
    },
    Plan {
        year: 2023,
        categories: &[
            ("乡镇动态", 45),
            ("政策性信息", 52),
            ("公告公示", 29),
            ("宣传信息", 27),
            ("财政资金", 17),
            ("机构人事", 6),
            ("土地与宅基地", 11),
            ("社会救助", 18),
        ],
        inquiries: &[("phone", 91, 26), ("on_site", 110, 22), ("wechat", 203, 29)],
        hotline: (41, 4),
        cells: &[("t2.permit", "49"), ("t2.penalty", "7"), ("t2.coercion", "0"), ("t2.fee", "0")],
        without: &[0, 11],
        signed_on: "2024-01-15",
    },
    Plan {
        year: 2024,
        categories: &[
            ("乡镇动态", 36),
            ("政策性信息", 50),
            ("公告公示", 26),
            ("宣传信息", 25),
            ("财政资金", 18),
            ("机构人事", 5),
            ("土地与宅基地", 12),
            ("社会救助", 16),
        ],
        inquiries: &[("phone", 86, 25), ("on_site", 97, 20), ("wechat", 221, 30)],
        hotline: (47, 6),
        cells: &[("t2.permit", "55"), ("t2.penalty", "9"), ("t2.coercion", "1"), ("t2.fee", "0.015")],
        without: &[7],
        signed_on: "2025-01-14",
    },
    Plan {
        year: 2025,
        categories: &[
            ("乡镇动态", 40),
            ("政策性信息", 58),
            ("公告公示", 31),
            ("宣传信息", 28),
            ("财政资金", 20),
            ("机构人事", 7),
            ("土地与宅基地", 13),
            ("社会救助", 19),
        ],
        inquiries: &[("phone", 94, 27), ("on_site", 105, 21), ("wechat", 238, 32)],
        hotline: (43, 7),
        cells: &[("t2.permit", "58"), ("t2.penalty", "8"), ("t2.coercion", "1"), ("t2.fee", "0.008")],
        without: &[3, 8],
        signed_on: "2026-01-15",
    },
];

/// Titles by category; `{v}` is a village, `{m}` the month, `{y}` the year.
static TITLES: &[(&str, &[&str])] = &[
    (
        "乡镇动态",
        &[
            "{v}开展{m}月份人居环境整治",
            "乡政府召开{m}月份乡长办公会议",
            "{v}高标准农田管护情况",
            "乡领导到{v}检查防汛防火准备",
            "{v}党群服务站接待情况（{m}月）",
        ],
    ),
    (
        "政策性信息",
        &[
            "{y}年耕地地力保护补贴政策问答（{v}）",
            "防止返贫监测对象申报说明（{m}月更新）",
            "城乡居民医疗保险参保政策图解（{v}）",
            "农机购置与应用补贴办理指南（{m}月更新）",
            "农村危房改造申请条件说明（{v}）",
            "高龄津贴申领说明（{m}月更新）",
            "惠农补贴“一卡通”发放政策（{v}）",
        ],
    ),
    (
        "公告公示",
        &[
            "{v}{y}年度“一事一议”财政奖补项目公示",
            "{m}月份护林员聘用公告",
            "{v}土地流转合同备案公示",
            "{m}月份乡级政府采购结果公示",
            "{v}公益性岗位人员公示",
        ],
    ),
    (
        "宣传信息",
        &[
            "森林草原防火告知书（{v}）",
            "{m}月份安全生产提示",
            "防范养老诈骗宣传（{v}）",
            "禁止露天焚烧秸秆告知书（{v}）",
            "{m}月份健康知识宣传材料",
        ],
    ),
    (
        "财政资金",
        &["{m}月份乡财政收支情况", "衔接推进乡村振兴补助资金使用情况（{v}）", "{m}月份“三公”经费支出情况"],
    ),
    ("机构人事", &["乡政府领导分工（{m}月调整）", "乡政府内设机构职能和联系方式（{m}月更新）"]),
    (
        "土地与宅基地",
        &["{v}农村宅基地审批结果", "{m}月份设施农业用地备案情况", "{v}集体土地征收补偿登记公告"],
    ),
    (
        "社会救助",
        &["{m}月份农村低保发放情况（汇总）", "{v}特困供养人员供养情况（汇总）", "{m}月份临时救助发放情况"],
    ),
];

static DEPARTMENTS: &[&str] = &["党政办", "民政办", "财政所", "农业站", "国土所", "司法所", "信访办"];

/// All five years with their reports.
pub(super) fn fill(office: &mut Office, now: NaiveDateTime) -> Result<(), Failure> {
    for plan in PLANS {
        records::add_many(office, now, "disclosure", &disclosures(plan))?;
        records::add_many(office, now, "inquiry", &inquiries(plan))?;
        records::add_many(office, now, "hotline", &hotline(plan))?;
        records::add_many(office, now, "activity", &activities(plan))?;
        records::add_many(office, now, "measure", &measures(plan.year))?;
        let cell = |(id, value): &(&str, &str)| {
            let value = Decimal::parse(value).map_or(Quantity::Blank, Quantity::Exact);
            ((*id).to_owned(), Some(value))
        };
        let cells: Vec<_> = plan.cells.iter().map(cell).collect();
        office.store.enter_cells(
            plan.year,
            &cells,
            "按司法所、财政所年末报送数填写；信息处理费列入行政事业性收费",
            now,
        )?;
        recent_text::write(office, plan.year, now)?;
        let settings = ReportSettings {
            signed_on: plan.signed_on.to_owned(),
            categories_complete: true,
            ..ReportSettings::default()
        };
        office.store.save_report_settings(plan.year, &settings, now)?;
    }
    cases::fill(office, now)
}

fn disclosures(plan: &Plan) -> Vec<Values> {
    let categories: Vec<&str> =
        plan.categories.iter().flat_map(|(name, n)| std::iter::repeat_n(*name, *n)).collect();
    let of = categories.len();
    // The stride has to meet every place once.
    debug_assert!(!of.is_multiple_of(7) && !of.is_multiple_of(11));
    (0..of).map(|n| disclosure(plan, n, of, categories[mixed(n, of)])).collect()
}

fn disclosure(plan: &Plan, n: usize, of: usize, category: &str) -> Values {
    let formed = day(plan.year, n, of);
    let last = NaiveDate::from_ymd_opt(plan.year, 12, 31).unwrap_or(formed);
    let published = (formed + Days::new((n % 4) as u64 + 1)).min(last);
    let titles = TITLES.iter().find(|(name, _)| *name == category).map_or(&["{v}事项"][..], |(_, t)| t);
    let village = VILLAGES[(n + plan.year.unsigned_abs() as usize) % VILLAGES.len()];
    let title = titles[n % titles.len()]
        .replace("{v}", village)
        .replace("{m}", &formed.month().to_string())
        .replace("{y}", &plan.year.to_string());
    let interpretation = match (category, n % 5) {
        ("政策性信息", 0) => "is",
        ("政策性信息", 1) => "has",
        _ => "none",
    };
    values([
        ("title", text(title)),
        ("category", text(category)),
        ("department", text(DEPARTMENTS[n % DEPARTMENTS.len()])),
        ("villages", Value::List(vec![village.to_owned()])),
        ("formed_on", text(formed.to_string())),
        ("published_on", text(published.to_string())),
        ("channels", Value::Publications(channels(n, published))),
        ("timing", text(["temporary", "regular", "temporary", "fixed"][n % 4])),
        ("openness", text("open")),
        ("drafter", text("林晓禾")),
        ("drafted_on", text(formed.to_string())),
        ("reviewer", text("周立新")),
        ("reviewed_on", text(formed.to_string())),
        ("approver", text("郑海峰")),
        ("approved_on", text(formed.to_string())),
        ("secrecy", text("passed")),
        ("secrecy_on", text(formed.to_string())),
        ("interpretation", text(interpretation)),
    ])
}

/// Every item on the county's site, some on the board too, some by WeChat.
fn channels(n: usize, published: NaiveDate) -> Vec<Publication> {
    let on = |channel: &str| Publication { channel: channel.to_owned(), on: Some(published) };
    let mut list = vec![on("政府网站")];
    if n % 5 < 3 {
        list.push(on("政务公开栏"));
    }
    if n.is_multiple_of(3) {
        list.push(on("微信"));
    }
    if n.is_multiple_of(11) {
        list.push(on("村村响广播"));
    }
    list
}

fn inquiries(plan: &Plan) -> Vec<Values> {
    let mut all = Vec::new();
    for (way, persons, lines) in plan.inquiries {
        for n in 0..*lines {
            let share = persons * (n + 1) / lines - persons * n / lines;
            let place = usize::try_from(n).unwrap_or_default();
            let on = day(plan.year, place, usize::try_from(*lines).unwrap_or(1));
            all.push(values([
                ("on", text(on.to_string())),
                ("way", text(*way)),
                ("persons", Value::Integer(share)),
                ("subject", text(SUBJECTS[(place + 3) % SUBJECTS.len()])),
                ("department", text(DEPARTMENTS[place % DEPARTMENTS.len()])),
                ("handled_by", text("林晓禾")),
                ("reply", text("已答复，并告知办理材料、地点和时间。")),
            ]));
        }
    }
    all
}

fn hotline(plan: &Plan) -> Vec<Values> {
    let (city, letters) = plan.hotline;
    let of = city + letters;
    let case = |n: usize| {
        let (source, prefix) = if n < city { ("12345", "RX") } else { ("leader_box", "XX") };
        let received = day(plan.year, n, of + 2);
        values([
            ("source", text(source)),
            ("number", text(format!("{prefix}{}{:04}", plan.year, 13 * n + 7))),
            ("received_on", text(received.to_string())),
            ("due_on", text((received + Days::new(5)).to_string())),
            (
                "subject",
                text(
                    ["村道照明", "自来水水压", "排水沟堵塞", "垃圾清运", "补贴到账时间", "公交停靠点"][n % 6],
                ),
            ),
            ("department", text(DEPARTMENTS[n % DEPARTMENTS.len()])),
            ("result", text("done")),
            ("done_on", text((received + Days::new(2 + (n % 3) as u64)).to_string())),
            ("reply", text("已办理并回访，来电人表示满意。")),
        ])
    };
    (0..of).map(case).collect()
}

/// Month, day, kind, form, title, place, participants, materials.
type Activity = (u32, u32, &'static str, &'static str, &'static str, &'static str, i64, i64);

static ACTIVITIES: &[Activity] = &[
    (1, 19, "meeting", "on_site", "政府信息公开工作部署会", "乡政府会议室", 26, 0),
    (3, 15, "training", "on_site", "信息发布和保密审查培训", "乡政府会议室", 34, 34),
    (4, 12, "publicity", "van", "宣传车下村宣传惠农政策", "河东村、大岭村", 240, 260),
    (5, 13, "interpretation", "on_site", "耕地地力保护补贴政策讲解", "柳树村", 76, 80),
    (5, 15, "publicity", "on_site", "“5·15”政务公开日现场咨询", "乡政府广场", 380, 600),
    (6, 21, "inspection", "on_site", "上半年村级公开情况督查", "各村", 9, 0),
    (7, 8, "meeting", "on_site", "年中政府信息公开工作调度会", "乡政府会议室", 28, 0),
    (8, 24, "training", "online", "申请办理答复业务学习", "乡政府会议室", 21, 0),
    (9, 14, "publicity", "brochure", "医疗保险政策手册入户发放", "石门村、前进村", 190, 400),
    (10, 18, "interpretation", "on_site", "城乡居民医疗保险政策解读会", "兴隆村", 84, 90),
    (11, 10, "inspection", "on_site", "下半年村级公开情况督查", "各村", 9, 0),
    (12, 6, "training", "on_site", "年度报告编制培训", "乡政府会议室", 18, 18),
];

fn activities(plan: &Plan) -> Vec<Values> {
    let held = ACTIVITIES.iter().enumerate().filter(|(n, _)| !plan.without.contains(n)).map(|(_, a)| a);
    held.map(|(month, day, kind, form, title, place, participants, materials)| {
        values([
            ("on", text(format!("{}-{month:02}-{day:02}", plan.year))),
            ("kind", text(*kind)),
            ("form", text(*form)),
            ("title", text(*title)),
            ("place", text(*place)),
            ("department", text("党政办")),
            ("participants", Value::Integer(*participants)),
            ("materials", Value::Integer(*materials)),
        ])
    })
    .collect()
}

/// Year, month, day, kind, title, result.
type Measure = (i32, u32, u32, &'static str, &'static str, &'static str);

static MEASURES: &[Measure] = &[
    (2021, 3, 2, "rule", "政府信息公开审核发布办法（修订）", "已印发执行"),
    (2021, 9, 6, "rule", "依申请公开办理规程", "已印发执行"),
    (2021, 12, 14, "appraisal", "各科室、各村信息公开工作年度考核", "合格16个，需整改2个，均已整改"),
    (2021, 11, 23, "review", "政府信息公开社会评议", "发出评议表100份，满意93份"),
    (2022, 4, 12, "rule", "政府信息动态调整办法", "已印发执行"),
    (2022, 12, 13, "appraisal", "各科室、各村信息公开工作年度考核", "优秀5个，合格12个，需整改1个"),
    (2022, 11, 16, "review", "政府信息公开社会评议", "发出评议表120份，满意114份"),
    (2022, 8, 9, "accountability", "对一个科室逾期提供信息的责任追究", "约谈科室负责人1人"),
    (2023, 2, 21, "rule", "村级公开事项清单", "已印发执行"),
    (2023, 7, 4, "appraisal", "上半年信息公开工作考核", "18个单位全部合格"),
    (2023, 12, 12, "appraisal", "年度信息公开工作考核", "优秀6个，合格12个"),
    (2023, 11, 21, "review", "政府信息公开社会评议", "人大代表和村民代表40人参加，综合评价为满意"),
    (2024, 5, 28, "rule", "政务新媒体信息发布规范", "已印发执行"),
    (2024, 12, 17, "appraisal", "各科室、各村信息公开工作年度考核", "优秀5个，合格13个"),
    (2024, 11, 19, "review", "政府信息公开网上评议", "收到有效问卷156份，满意率94.9%"),
    (2025, 3, 18, "rule", "政府信息公开答复文书规范", "已印发执行"),
    (2025, 8, 26, "rule", "公开信息个人隐私审查要点", "已印发执行"),
    (2025, 12, 16, "appraisal", "各科室、各村信息公开工作年度考核", "优秀7个，合格10个，需整改1个"),
    (2025, 11, 18, "review", "政府信息公开社会评议", "收回评议表138份，满意131份"),
];

fn measures(year: i32) -> Vec<Values> {
    let of_year = MEASURES.iter().filter(|measure| measure.0 == year);
    of_year
        .map(|(year, month, day, kind, title, result)| {
            values([
                ("on", text(format!("{year}-{month:02}-{day:02}"))),
                ("kind", text(*kind)),
                ("title", text(*title)),
                ("organiser", text("乡政府信息公开工作领导小组")),
                ("result", text(*result)),
            ])
        })
        .collect()
}
