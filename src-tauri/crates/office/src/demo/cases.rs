//! The sample's normative documents, applications, disputes, fees and complaints from 2021 on. Every person
//! and firm is invented and says so.

use chrono::NaiveDateTime;
use domain::{Failure, Value, Values};

use super::records::{text, values};
use crate::{Office, records};

/// All of them.
pub(super) fn fill(office: &mut Office, now: NaiveDateTime) -> Result<(), Failure> {
    let normative: Vec<Values> = NORMATIVE.iter().map(normative).collect();
    records::add_many(office, now, "normative", &normative)?;
    records::add_many(office, now, "application", &applications())?;
    let disputes: Vec<Values> = DISPUTES.iter().map(dispute).collect();
    records::add_many(office, now, "dispute", &disputes)?;
    let fees: Vec<Values> = FEES.iter().map(fee).collect();
    records::add_many(office, now, "fee", &fees)?;
    let complaints: Vec<Values> = COMPLAINTS.iter().map(complaint).collect();
    records::add_many(office, now, "complaint", &complaints)?;
    Ok(())
}

/// Title, number, issued, repealed (empty: in force), repealed by.
type Normative = (&'static str, &'static str, &'static str, &'static str, &'static str);

static NORMATIVE: &[Normative] = &[
    ("下达河乡农村人居环境长效管护办法", "下政规〔2021〕1号", "2021-03-22", "", ""),
    (
        "下达河乡临时救助备用金使用管理办法",
        "下政规〔2021〕2号",
        "2021-06-15",
        "2023-05-30",
        "下政规〔2023〕1号",
    ),
    ("下达河乡秸秆综合利用补助办法", "下政规〔2021〕3号", "2021-10-11", "2022-09-20", "下政规〔2022〕2号"),
    ("下达河乡农村集体资产资源交易管理办法", "下政规〔2022〕1号", "2022-04-18", "", ""),
    ("下达河乡秸秆禁烧和综合利用管理办法", "下政规〔2022〕2号", "2022-09-20", "", ""),
    ("下达河乡临时救助实施细则", "下政规〔2023〕1号", "2023-05-30", "", ""),
    ("下达河乡公益性岗位管理办法", "下政规〔2023〕2号", "2023-11-06", "2024-12-10", "下政规〔2024〕1号"),
    ("下达河乡乡村公益性岗位管理细则", "下政规〔2024〕1号", "2024-12-10", "", ""),
    ("下达河乡农村宅基地审批管理办法", "下政规〔2025〕1号", "2025-03-25", "", ""),
    ("下达河乡人居环境管护资金使用细则", "下政规〔2025〕2号", "2025-08-19", "", ""),
];

fn normative((title, number, issued, repealed, by): &Normative) -> Values {
    let mut values = values([
        ("title", text(*title)),
        ("document_number", text(*number)),
        ("department", text("司法所")),
        ("issued_on", text(*issued)),
        ("effective_on", text(*issued)),
        ("registered_number", text(number.replace("下政规", "县规备"))),
        ("disclosed", Value::Flag(true)),
    ]);
    if !repealed.is_empty() {
        values.insert("repealed_on".into(), text(*repealed));
        values.insert("repealed_by".into(), text(*by));
    }
    values
}

/// A line an application: number, received, how, kind of applicant, who, what, outcome, decided, extended.
static APPLICATIONS: &str = include_str!("applications.txt");

fn applications() -> Vec<Values> {
    let rows = APPLICATIONS.lines().filter(|line| !line.starts_with('#'));
    rows.map(|line| application(&line.split('|').map(str::trim).collect::<Vec<_>>())).collect()
}

fn application(row: &[&str]) -> Values {
    let &[number, received, by, kind, name, content, outcome, decided, extended] = row else {
        // A faulty line is refused at the door like any empty record.
        return Values::new();
    };
    let (year, nth) = (decided.get(..4).unwrap_or_default(), number.get(5..).unwrap_or_default());
    let mut values = values([
        ("number", text(number)),
        ("received_on", text(received)),
        ("received_by", text(by)),
        ("applicant_kind", text(kind)),
        ("name", text(name)),
        ("identity", text(if kind == "natural" { "id_card" } else { "credit_code" })),
        ("content", text(content)),
        ("form_wanted", text("paper")),
        ("handler", text("林晓禾")),
        ("extended", Value::Flag(!extended.is_empty())),
        ("outcome", text(outcome)),
        ("decided_on", text(decided)),
        ("decision_number", text(format!("下政公开答〔{year}〕{nth}号"))),
        ("delivered_on", text(decided)),
    ]);
    if let Some(fee) = FEES.iter().find(|fee| fee.1 == number) {
        values.insert("fee".into(), Value::Integer(fee.3));
    }
    values
}

/// Kind, case number, filed, authority, subject, application, outcome, closed.
type Dispute = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

static DISPUTES: &[Dispute] = &[
    (
        "reconsideration",
        "县复〔2022〕17号",
        "2022-11-28",
        "县人民政府",
        "不服对案件卷宗不予公开的答复",
        "2022-008",
        "upheld",
        "2023-01-20",
    ),
    (
        "litigation_after",
        "（2023）示例行初8号",
        "2023-02-27",
        "县人民法院",
        "不服维持不予公开的复议决定",
        "2022-008",
        "upheld",
        "2023-07-14",
    ),
    (
        "reconsideration",
        "县复〔2024〕9号",
        "2024-07-29",
        "县人民政府",
        "不服对会议记录不予公开的答复，后撤回申请",
        "2024-005",
        "other",
        "2024-09-06",
    ),
    (
        "reconsideration",
        "县复〔2025〕5号",
        "2025-04-22",
        "县人民政府",
        "不服以内部事务信息为由不予公开",
        "2025-003",
        "corrected",
        "2025-06-18",
    ),
];

fn dispute((kind, number, filed, authority, subject, application, outcome, closed): &Dispute) -> Values {
    values([
        ("kind", text(*kind)),
        ("case_number", text(*number)),
        ("filed_on", text(*filed)),
        ("authority", text(*authority)),
        ("subject", text(*subject)),
        ("application_number", text(*application)),
        ("name", text("示例人")),
        ("outcome", text(*outcome)),
        ("closed_on", text(*closed)),
    ])
}

/// Day, application, receipt, yuan, why.
type Fee = (&'static str, &'static str, &'static str, i64, &'static str);

static FEES: &[Fee] = &[
    ("2024-08-12", "2024-006", "SL2024-0031", 150, "按量计收，超出免费页数15页"),
    ("2025-10-09", "2025-009", "SL2025-0044", 80, "按量计收，超出免费页数8页"),
];

fn fee((on, application, receipt, amount, reason): &Fee) -> Values {
    values([
        ("on", text(*on)),
        ("kind", text("processing")),
        ("application_number", text(*application)),
        ("receipt_number", text(*receipt)),
        ("amount", Value::Integer(*amount)),
        ("reason", text(*reason)),
    ])
}

/// Received, kind, how, about what, result, closed.
type Complaint = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

static COMPLAINTS: &[Complaint] = &[
    ("2022-06-07", "complaint", "phone", "村务公开栏更新不及时", "upheld", "2022-06-14"),
    ("2023-03-22", "complaint", "online", "网站一处链接打不开", "upheld", "2023-03-24"),
    ("2023-10-11", "report", "letter", "反映补贴名单未公示", "unfounded", "2023-10-20"),
    ("2025-04-15", "complaint", "on_site", "公示期内名单被雨水损毁", "upheld", "2025-04-16"),
];

fn complaint((received, kind, way, subject, result, closed): &Complaint) -> Values {
    values([
        ("received_on", text(*received)),
        ("kind", text(*kind)),
        ("way", text(*way)),
        ("subject", text(*subject)),
        ("result", text(*result)),
        ("closed_on", text(*closed)),
        ("handled_by", text("林晓禾")),
        ("reply", text("已核实并答复。")),
    ])
}
