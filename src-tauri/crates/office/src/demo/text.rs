//! The sample office's report, part by part. `{id}` is a live figure, `{~id}` one rounded down.

/// Part id; level and words of each block.
pub(super) static PARTS: &[(&str, &[(u8, &str)])] = &[
    ("preamble", PREAMBLE),
    ("overview", OVERVIEW),
    ("disclosure", DISCLOSURE),
    ("application", APPLICATION),
    ("inquiry", INQUIRY),
    ("dispute", DISPUTE),
    ("problems", PROBLEMS),
];

static PREAMBLE: &[(u8, &str)] = &[(
    0,
    "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和上级关于编报政府信息公开工作年度报告的要求，下达河乡人民政府编制{year}年度报告。报告由概述、主动公开政府信息情况、依申请公开政府信息情况、咨询和投诉情况、行政复议和行政诉讼情况、存在的主要问题和改进措施六个部分组成。报告所列数据的统计期限为{year}年1月1日至{year}年12月31日。",
)];

static OVERVIEW: &[(u8, &str)] = &[
    (
        0,
        "{year}年，我乡把政府信息公开作为密切联系群众、规范权力运行的一项日常工作来抓，领导力量、公开内容、工作程序、人员队伍和宣传监督都有新的进展。",
    ),
    (
        2,
        "加强组织领导，落实工作责任。我乡成立政府信息公开领导小组，由{post.leading_group.heads}担任组长，领导小组共{post.leading_group}人，全年召开专题会议{activity.meeting}次，研究公开事项，检查工作进度。各村、各科室分工承担公开任务，做到事事有人管、件件有着落。",
    ),
    (
        2,
        "规范公开内容，提高公开质量。围绕资金使用、项目建设、惠民补贴、干部任用等群众最关心的事项，逐项明确公开的范围、形式和时限。全年公开的信息中，常规性工作定期公开{disclosure.timing.regular}条，临时性工作随时公开{disclosure.timing.temporary}条，固定性工作长期公开{disclosure.timing.fixed}条。",
    ),
    (
        2,
        "严格发布程序，健全工作制度。每条信息发布前都履行拟稿、审核、签发手续，并进行保密审查。全年制定相关制度{measure.rule}项，举办业务培训{activity.training}次、{activity.training.persons}人次参加，对各村信息公开的程序和内容开展督查{activity.inspection}次。",
    ),
    (
        2,
        "充实工作力量，保证上下贯通。在专职人员之外，成立由{post.working_group.heads}任组长、共{post.working_group}人组成的信息公开工作组，统一收集、把关和报送信息，上报信息的质量和时效都有提高。",
    ),
    (
        2,
        "加强宣传监督，树立公开理念。全年开展宣传活动{activity.publicity}次，发放宣传材料{activity.materials}份。建立责任追究制度，组织工作考核{measure.appraisal}次、社会评议{measure.review}次，全年追究责任{measure.accountability}件。",
    ),
];

static DISCLOSURE: &[(u8, &str)] = &[
    (
        0,
        "{year}年度共主动公开政府信息{disclosure.total}条。按发布渠道统计，通过政务公开栏发布{~disclosure.channel.board}条，通过微信、短信等新媒体发布{~disclosure.new_media}条；同一条信息在几个渠道发布的，在每个渠道各计一次。",
    ),
    (
        0,
        "按信息类别统计，乡镇动态{disclosure.category.news}条，政策性信息{disclosure.category.policy}条，公告公示{disclosure.category.notice}条，宣传信息{disclosure.category.publicity}条，其余为财政资金、社会救助、土地与宅基地等方面的信息。按提供科室统计，扶贫办、民政办发布信息{~own.relief}条。",
    ),
    (
        0,
        "全年承办民心网交办件{hotline.minxin}件、“12345”热线交办件{hotline.12345}件，共{hotline.total}件，按时办结{hotline.on_time}件。",
    ),
    (
        0,
        "围绕惠农惠民政策开展解读和宣传。以“5·15”政务公开日为契机，组织现场咨询，并利用宣传车、文艺宣传队和宣传手册把政策送到村组，全年出动宣传车{activity.van}次，文艺宣传队演出{activity.troupe}次，发放宣传材料{activity.materials}份。",
    ),
];

static APPLICATION: &[(u8, &str)] = &[
    (2, "申请受理情况。{year}年收到政府信息公开申请{application.total}件，没有不予公开政府信息的情况。"),
    (2, "收费及减免情况。全年因提供政府信息收取费用{fee.amount}元，减免费用{fee.reduction}元。"),
    (
        2,
        "公开范围情况。截至{year}年底，公开的信息已覆盖乡党委、政府的中心工作和重点领域、民生工程等主要内容，并按变化及时更新。",
    ),
];

static INQUIRY: &[(u8, &str)] = &[(
    0,
    "{year}年共受理政府信息公开咨询{inquiry.total}人次，其中电话咨询{inquiry.by.phone}人次，现场咨询{inquiry.by.on_site}人次，微信咨询{inquiry.by.wechat}人次。收到投诉举报{complaint.total}件。",
)];

static DISPUTE: &[(u8, &str)] = &[(
    0,
    "{year}年，因政府信息公开工作被申请行政复议{dispute.reconsideration}件，被提起行政诉讼{dispute.litigation}件。",
)];

static PROBLEMS: &[(u8, &str)] = &[
    (
        2,
        "存在的主要问题。一是公开内容的深度还不够，个别事项只公开结果、没有公开过程；二是公开的方式还不够灵活，居住分散的老年群众获取信息不够方便；三是工作人员多为兼职，业务能力有待提高；四是个别科室主动公开的意识还不够强。",
    ),
    (
        2,
        "改进措施。一是对照公开目录梳理事项，把决策、执行和结果一并纳入公开；二是在用好公开栏的同时，发挥微信、广播的作用，让群众看得到、听得懂；三是坚持按季度培训、按季度督查，把公开情况纳入年度考核；四是继续办好“5·15”政务公开日活动，听取群众意见，推动工作不断改进。",
    ),
];
