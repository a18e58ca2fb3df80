//! 依申请公开申请: one application, with what 条例第二十九条 wants of it and its outcome by the rows of the
//! 2021 table. The applicant's personal data stands in a table of its own.

use crate::ledger::check::{Faults, in_order};
use crate::ledger::{
    Choice, Ledger, Section, TotalRule, YearRule, attachment, choice, date, flag, long_text, money, text,
};
use crate::record::Values;

static WAYS: &[Choice] = &[
    Choice::new("in_person", "当面"),
    Choice::new("registered", "邮寄（签收）"),
    Choice::new("letter", "平常信函"),
    Choice::new("online", "网络"),
    Choice::new("fax", "传真"),
    Choice::new("oral", "口头（代填）"),
];

/// The applicant columns of the 2021 table.
pub static APPLICANT_KINDS: &[Choice] = &[
    Choice::new("natural", "自然人"),
    Choice::new("commercial", "商业企业"),
    Choice::new("research", "科研机构"),
    Choice::new("public_benefit", "社会公益组织"),
    Choice::new("legal", "法律服务机构"),
    Choice::new("other", "其他"),
];

static IDENTITIES: &[Choice] = &[
    Choice::new("id_card", "居民身份证"),
    Choice::new("credit_code", "统一社会信用代码"),
    Choice::new("passport", "护照"),
    Choice::new("other", "其他证件"),
];

static FORMS: &[Choice] = &[
    Choice::new("paper", "纸质"),
    Choice::new("electronic", "电子数据"),
    Choice::new("view", "查阅、抄录"),
    Choice::new("other", "其他"),
];

/// The outcome rows of the 2021 table (国办公开办函〔2021〕30号), in its order.
pub static OUTCOMES: &[Choice] = &[
    Choice::new("granted", "予以公开"),
    Choice::new("partly", "部分公开"),
    Choice::new("refused.secret", "不予公开：属于国家秘密"),
    Choice::new("refused.forbidden", "不予公开：其他法律行政法规禁止公开"),
    Choice::new("refused.stability", "不予公开：危及“三安全一稳定”"),
    Choice::new("refused.third_party", "不予公开：保护第三方合法权益"),
    Choice::new("refused.internal", "不予公开：属于三类内部事务信息"),
    Choice::new("refused.process", "不予公开：属于四类过程性信息"),
    Choice::new("refused.enforcement", "不予公开：属于行政执法案卷"),
    Choice::new("refused.query", "不予公开：属于行政查询事项"),
    Choice::new("unable.not_held", "无法提供：本机关不掌握相关政府信息"),
    Choice::new("unable.not_made", "无法提供：没有现成信息需要另行制作"),
    Choice::new("unable.unclear", "无法提供：补正后申请内容仍不明确"),
    Choice::new("rejected.petition", "不予处理：信访举报投诉类申请"),
    Choice::new("rejected.repeated", "不予处理：重复申请"),
    Choice::new("rejected.publication", "不予处理：要求提供公开出版物"),
    Choice::new("rejected.excessive", "不予处理：无正当理由大量反复申请"),
    Choice::new("rejected.reissue", "不予处理：要求行政机关确认或重新出具已获取信息"),
    Choice::new("other.not_corrected", "其他处理：逾期不补正，不再处理"),
    Choice::new("other.not_paid", "其他处理：逾期未缴费，不再处理"),
    Choice::new("other.other", "其他处理：其他（含撤回）"),
];

/// The ledger.
pub static LEDGER: Ledger = Ledger {
    id: "application",
    label: "依申请公开申请",
    short: "依申请公开",
    unit: "件",
    help: "收到公民、法人或者其他组织的政府信息公开申请时登记。申请人的个人信息单独存放，列表里只显示部分字符，不会写进报告。",
    title_field: "content",
    date_label: "收到日期",
    sections: &[
        Section { label: "收件", fields: &["number", "received_on", "received_by", "applicant_kind"] },
        Section {
            label: "申请人（个人信息，单独存放）",
            fields: &[
                "name",
                "identity",
                "identity_number",
                "representative",
                "phone",
                "email",
                "address",
                "postcode",
            ],
        },
        Section {
            label: "申请内容",
            fields: &["content", "document_asked", "form_wanted", "delivery_wanted"],
        },
        Section {
            label: "办理",
            fields: &[
                "handler",
                "extended",
                "outcome",
                "decided_on",
                "decision_number",
                "delivered_on",
                "fee",
                "reduction",
                "attachment",
                "note",
            ],
        },
    ],
    fields: &[
        text("number", "登记号").listed(120),
        date("received_on", "收到日期")
            .required()
            .listed(100)
            .help("当面为提交日，挂号邮寄为签收日，平信、网络、传真为与申请人确认之日（条例第三十一条）"),
        choice("received_by", "收到方式", WAYS).required().listed(100),
        choice("applicant_kind", "申请人类别", APPLICANT_KINDS).required().listed(110),
        text("name", "姓名或者名称").required().personal().listed(100),
        choice("identity", "身份证明", IDENTITIES).personal(),
        text("identity_number", "证件号码").personal(),
        text("representative", "法定代表人或联系人").personal(),
        text("phone", "联系电话").personal(),
        text("email", "电子邮箱").personal(),
        text("address", "通信地址").personal().wide(),
        text("postcode", "邮政编码").personal(),
        long_text("content", "所需政府信息的描述")
            .required()
            .listed(300)
            .help("名称、文号或者便于查询的其他特征；不要写申请人姓名"),
        text("document_asked", "名称或文号"),
        choice("form_wanted", "形式要求", FORMS),
        text("delivery_wanted", "获取途径"),
        text("handler", "承办人"),
        flag("extended", "已延长答复期限"),
        choice("outcome", "办理结果", OUTCOMES).listed(220).wide(),
        date("decided_on", "答复日期").listed(100),
        text("decision_number", "答复书文号"),
        date("delivered_on", "送达日期"),
        money("fee", "收费（元）"),
        money("reduction", "减免（元）"),
        attachment("attachment", "附件"),
        long_text("note", "备注"),
    ],
    year_rule: YearRule::Span("received_on", "decided_on"),
    totals: &[
        TotalRule::By("outcome"),
        TotalRule::Sum("fee", "收费", "元"),
        TotalRule::Sum("reduction", "减免", "元"),
    ],
    rule,
};

fn rule(values: &mut Values, faults: &mut Faults) {
    in_order(values, faults, ("received_on", "收到日期"), ("decided_on", "答复日期"));
    in_order(values, faults, ("decided_on", "答复日期"), ("delivered_on", "送达日期"));
    let mut both = |present: &str, absent: &str, fault: &str| {
        if !values[present].is_empty() && values[absent].is_empty() && !faults.contains_key(absent) {
            faults.insert(absent.to_owned(), fault.to_owned());
        }
    };
    both("outcome", "decided_on", "填了办理结果，请填答复日期");
    both("decided_on", "outcome", "填了答复日期，请选办理结果");
}
