//! The records of the sample office, spread over the year so that every figure comes out as planned.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Weekday};
use domain::{Failure, Publication, Value, Values};

use super::YearPlan;
use crate::{Office, records};

pub(super) static VILLAGES: &[&str] =
    &["河东村", "河西村", "大岭村", "小岭村", "柳树村", "向阳村", "石门村", "前进村", "兴隆村"];

/// Titles by category; `{v}` is a village, `{m}` the month, `{y}` the year.
static TITLES: &[(&str, &[&str])] = &[
    (
        "乡镇动态",
        &[
            "{v}完成{m}月份环境整治",
            "乡党委召开{m}月份工作例会",
            "{v}水渠清淤工程完工",
            "乡领导到{v}走访困难户",
            "{v}开展防火巡查",
            "县农业部门到{v}指导春耕备耕",
        ],
    ),
    (
        "政策性信息",
        &[
            "{y}年农业支持保护补贴政策明白卡（{v}）",
            "农村危房改造补助办法（{m}月更新）",
            "城乡居民医疗保险缴费政策问答（{v}）",
            "产业扶贫项目申报条件说明（{m}月）",
            "退耕还林补助标准（{v}）",
            "临时救助申请流程（{m}月更新）",
            "农村低保认定条件说明（{v}）",
            "惠农贷款贴息政策（{m}月）",
        ],
    ),
    (
        "公告公示",
        &[
            "{y}年度村级“一事一议”项目公示（{v}）",
            "{m}月份招聘护林员公告",
            "{v}土地流转合同公示",
            "乡政府机构职能和负责人分工公告",
            "{v}公益岗位拟聘人员公示",
        ],
    ),
    (
        "宣传信息",
        &[
            "森林防火倡议书（{v}）",
            "{m}月份安全生产提示",
            "防范电信诈骗宣传（{v}）",
            "秸秆禁烧告知书（{v}）",
            "{m}月份健康知识讲座通知",
            "移风易俗倡议（{v}）",
            "交通安全宣传进{v}",
            "“5·15”政务公开日活动预告（{v}）",
            "{m}月份普法宣传材料",
        ],
    ),
    ("财政资金", &["{m}月份乡财政收支情况", "{v}扶贫资金使用情况", "{m}月份“三公”经费支出情况"]),
    ("社会救助", &["{m}月份农村低保发放名册（汇总）", "{v}特困供养人员汇总情况", "{m}月份临时救助发放情况"]),
    ("土地与宅基地", &["{v}宅基地审核结果", "{m}月份设施农用地备案情况", "{v}土地确权登记进度"]),
    ("", &["{v}便民服务站{m}月份值班安排", "{m}月份乡干部下村安排"]),
];

static OTHER_DEPARTMENTS: &[&str] = &["党政办", "财政所", "农业站", "国土所", "司法所", "信访办"];
pub(super) static SUBJECTS: &[&str] = &[
    "低保申请条件",
    "危房改造补助",
    "医保缴费和报销",
    "土地确权证办理",
    "惠农补贴发放时间",
    "临时救助办理材料",
    "公益岗位招聘",
    "宅基地审批手续",
];

pub(super) fn text(value: impl Into<String>) -> Value {
    Value::Text(value.into())
}

pub(super) fn values<const N: usize>(pairs: [(&str, Value); N]) -> Values {
    pairs.into_iter().map(|(id, value)| (id.to_owned(), value)).collect()
}

/// The n-th of `of` working days spread evenly over the year.
pub(super) fn day(year: i32, n: usize, of: usize) -> NaiveDate {
    let start = NaiveDate::from_ymd_opt(year, 1, 3).unwrap_or_default();
    let offset = (n * 355 / of.max(1)) as u64;
    let day = start.checked_add_days(Days::new(offset)).unwrap_or(start);
    match day.weekday() {
        Weekday::Sat => day.pred_opt().unwrap_or(day),
        Weekday::Sun => day.succ_opt().unwrap_or(day),
        _ => day,
    }
}

/// All records of a year.
pub(super) fn fill_year(office: &mut Office, plan: &YearPlan, now: NaiveDateTime) -> Result<(), Failure> {
    records::add_many(office, now, "disclosure", &disclosures(plan))?;
    records::add_many(office, now, "inquiry", &inquiries(plan))?;
    records::add_many(office, now, "hotline", &hotline(plan))?;
    records::add_many(office, now, "activity", &activities(plan.year))?;
    records::add_many(office, now, "measure", &measures(plan.year))?;
    Ok(())
}

/// Walks 0..of in strides, so that categories and departments mix over the year.
pub(super) fn mixed(n: usize, of: usize) -> usize {
    (n * 77 + 13) % of
}

fn disclosures(plan: &YearPlan) -> Vec<Values> {
    let categories: Vec<&str> =
        plan.categories.iter().flat_map(|(name, n)| std::iter::repeat_n(*name, *n)).collect();
    let of = categories.len();
    // The stride has to meet every place once.
    debug_assert!(!of.is_multiple_of(7) && !of.is_multiple_of(11));
    (0..of).map(|n| disclosure(plan, n, of, categories[mixed(n, of)])).collect()
}

fn disclosure(plan: &YearPlan, n: usize, of: usize, category: &str) -> Values {
    let formed = day(plan.year, n, of);
    let published = (formed + Days::new((n % 5) as u64))
        .min(NaiveDate::from_ymd_opt(plan.year, 12, 31).unwrap_or(formed));
    let templates = TITLES.iter().find(|(name, _)| *name == category).map_or(&["{v}事项"][..], |(_, t)| t);
    let village = VILLAGES[n % VILLAGES.len()];
    let title = templates[n % templates.len()]
        .replace("{v}", village)
        .replace("{m}", &formed.month().to_string())
        .replace("{y}", &plan.year.to_string());
    let relief = n * plan.relief / of != (n + 1) * plan.relief / of;
    let department = match (relief, n % 2) {
        (true, 0) => "扶贫办",
        (true, _) => "民政办",
        (false, _) => OTHER_DEPARTMENTS[n % OTHER_DEPARTMENTS.len()],
    };
    let timing = ["temporary", "regular", "temporary", "fixed", "regular"][n % 5];
    values([
        ("title", text(title)),
        ("category", text(category)),
        ("department", text(department)),
        ("villages", Value::List(vec![village.to_owned()])),
        ("formed_on", text(formed.to_string())),
        ("published_on", text(published.to_string())),
        ("channels", Value::Publications(channels(plan, n, of, published))),
        ("timing", text(timing)),
        ("openness", text("open")),
        ("drafter", text("林晓禾")),
        ("drafted_on", text(formed.to_string())),
        ("reviewer", text("周立新")),
        ("reviewed_on", text(formed.to_string())),
        ("approver", text("郑海峰")),
        ("approved_on", text(formed.to_string())),
        ("secrecy", text("passed")),
        ("secrecy_on", text(formed.to_string())),
        ("interpretation", text(if category == "政策性信息" && n.is_multiple_of(6) { "is" } else { "none" })),
    ])
}

/// The first `on_board` places of one walk are on the board, the last `on_new_media` on WeChat or by text
/// message, a few on both; what is on neither is on the government's site.
fn channels(plan: &YearPlan, n: usize, of: usize, published: NaiveDate) -> Vec<Publication> {
    let place = (n * 37 + 5) % of;
    let mut list = Vec::new();
    let mut add = |channel: &str, later: u64| {
        list.push(Publication {
            channel: channel.to_owned(),
            on: published.checked_add_days(Days::new(later)),
        });
    };
    if place < plan.on_board {
        add("政务公开栏", 0);
    }
    // New media begin a few places before the board ends, so some items are on both.
    let first = plan.on_board - 6;
    if (first..first + plan.on_new_media).contains(&place) {
        match place % 4 {
            0 => add("短信", 0),
            1 => {
                add("微信", 0);
                add("短信", 0);
            }
            _ => add("微信", 0),
        }
    }
    if place >= first + plan.on_new_media {
        add("政府网站", 0);
    }
    list
}

fn inquiries(plan: &YearPlan) -> Vec<Values> {
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
                ("subject", text(SUBJECTS[place % SUBJECTS.len()])),
                ("department", text(if place.is_multiple_of(2) { "民政办" } else { "党政办" })),
                ("handled_by", text("林晓禾")),
                ("reply", text("已当场答复，并告知办理材料和时间。")),
            ]));
        }
    }
    all
}

fn hotline(plan: &YearPlan) -> Vec<Values> {
    let (minxin, city) = plan.hotline;
    let of = minxin + city;
    let case = |n: usize| {
        let (source, prefix) = if n < minxin { ("minxin", "MX") } else { ("12345", "RX") };
        let received = day(plan.year, n * 7 % of, of + 1);
        let done = received + Days::new(2 + (n % 3) as u64);
        values([
            ("source", text(source)),
            ("number", text(format!("{prefix}{}{:04}", plan.year, 17 * n + 31))),
            ("received_on", text(received.to_string())),
            ("due_on", text((received + Days::new(5)).to_string())),
            (
                "subject",
                text(["路灯不亮", "自来水压力不足", "村道破损", "垃圾清运不及时", "补贴发放时间咨询"][n % 5]),
            ),
            ("department", text(["党政办", "农业站", "民政办"][n % 3])),
            ("result", text("done")),
            ("done_on", text(done.to_string())),
            ("reply", text("已现场处理并电话回访，群众表示满意。")),
        ])
    };
    (0..of).map(case).collect()
}

/// Month, day, kind, form, title, place, participants, materials.
type Activity = (u32, u32, &'static str, &'static str, &'static str, &'static str, i64, i64);

static ACTIVITIES: &[Activity] = &[
    (1, 12, "meeting", "on_site", "政府信息公开领导小组工作会议", "乡政府会议室", 21, 0),
    (3, 9, "training", "on_site", "信息发布程序和保密审查培训", "乡政府会议室", 36, 36),
    (4, 3, "publicity", "van", "宣传车下村宣传惠农政策", "河东村、河西村", 260, 300),
    (5, 15, "publicity", "on_site", "“5·15”政务公开日现场咨询", "乡政府广场", 420, 800),
    (5, 16, "publicity", "van", "“5·15”政务公开日宣传车巡回", "大岭村、小岭村、柳树村", 310, 200),
    (6, 20, "inspection", "on_site", "各村信息公开程序和内容督查", "各村", 9, 0),
    (7, 5, "meeting", "on_site", "上半年政府信息公开工作调度会", "乡政府会议室", 24, 0),
    (8, 22, "publicity", "troupe", "文艺宣传队惠民政策专场演出", "向阳村", 350, 150),
    (9, 11, "training", "on_site", "各村信息员业务培训", "乡政府会议室", 27, 27),
    (9, 27, "interpretation", "on_site", "医疗保险政策解读会", "石门村", 88, 90),
    (10, 18, "publicity", "brochure", "惠农补贴宣传手册入户发放", "前进村、兴隆村", 180, 500),
    (11, 8, "publicity", "van", "宣传车下村宣传森林防火和秸秆禁烧", "各村", 400, 260),
    (11, 29, "inspection", "on_site", "年末信息公开督查", "各村", 9, 0),
];

fn activities(year: i32) -> Vec<Values> {
    // The earlier year had fewer: every fourth is left out.
    let kept = ACTIVITIES.iter().enumerate().filter(|(n, _)| year >= 2018 || n % 4 != 3).map(|(_, a)| a);
    kept.map(|(month, day, kind, form, title, place, participants, materials)| {
        values([
            ("on", text(format!("{year}-{month:02}-{day:02}"))),
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

fn measures(year: i32) -> Vec<Values> {
    let rows = [
        (2, 6, "rule", "政府信息公开审核发布制度", "已印发执行"),
        (3, 20, "rule", "政府信息公开责任追究办法", "已印发执行"),
        (7, 10, "appraisal", "上半年各村、各科室信息公开工作考核", "合格 17 个，需整改 2 个，已整改"),
        (12, 18, "appraisal", "年度信息公开工作考核", "全部合格"),
        (11, 15, "review", "信息公开社会评议", "发出评议表 100 份，满意 96 份"),
    ];
    let row = |(month, day, kind, title, result): (u32, u32, &str, &str, &str)| {
        values([
            ("on", text(format!("{year}-{month:02}-{day:02}"))),
            ("kind", text(kind)),
            ("title", text(title)),
            ("organiser", text("乡政府信息公开领导小组")),
            ("result", text(result)),
        ])
    };
    rows.map(row).to_vec()
}

/// The leading group and the working group, from 2017 on.
pub(super) fn fill_posts(office: &mut Office, now: NaiveDateTime) -> Result<(), Failure> {
    let posts = [
        ("leading_group", "head", "郑海峰", "乡党委书记"),
        ("leading_group", "head", "孙立群", "乡长"),
        ("leading_group", "deputy", "周立新", "党委副书记"),
        ("leading_group", "member", "吴宝山", "人大主席"),
        ("leading_group", "member", "冯雪梅", "纪委书记"),
        ("leading_group", "member", "陈永年", "副乡长"),
        ("leading_group", "member", "杨国栋", "副乡长"),
        ("working_group", "head", "孙立群", "乡长"),
        ("working_group", "deputy", "周立新", "党委副书记"),
        ("working_group", "member", "陈永年", "副乡长"),
        ("working_group", "member", "林晓禾", "党政办科员"),
        ("working_group", "member", "高文静", "党政办科员"),
        ("office", "director", "周立新", "党政办主任"),
        ("office", "staff", "林晓禾", "党政办科员"),
    ];
    let rows: Vec<Values> = posts
        .iter()
        .enumerate()
        .map(|(n, (body, role, name, position))| {
            let rank = i64::try_from(n).unwrap_or_default() + 1;
            let mut post = values([
                ("body", text(*body)),
                ("role", text(*role)),
                ("name", text(*name)),
                ("position", text(*position)),
                ("rank", Value::Integer(rank)),
                ("from_on", text("2017-01-05")),
            ]);
            if *body == "office" {
                let employment = if *role == "staff" { "full_time" } else { "part_time" };
                post.insert("employment".to_owned(), text(employment));
            }
            post
        })
        .collect();
    records::add_many(office, now, "post", &rows)?;
    Ok(())
}
