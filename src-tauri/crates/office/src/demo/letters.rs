//! Letters that the sample office has sent: some answers of 2025, by the numbers that its ledger holds.

use std::collections::BTreeMap;

use chrono::{NaiveDateTime, NaiveTime};
use domain::letters::LetterSettings;
use domain::{Failure, Value};

use crate::letters::{self, LetterDraft, NewLetter, settings};
use crate::{Office, applications};

/// 登记号, which letter, what the clerk wrote into it.
type Sent = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

static SENT: &[Sent] = &[
    ("2025-001", "reply.granted", &[("提供内容", "高标准农田管护资金2024年度收支明细1份（共3页）")]),
    (
        "2025-002",
        "reply.partly",
        &[
            ("公开内容", "大岭村扶持项目分红名册1份（共4页），姓名、分红金额"),
            ("不公开内容", "名册中的身份证号码、银行卡号"),
            ("理由", "上述内容属于个人隐私，公开会损害第三方合法权益；本机关书面征求意见，第三方不同意公开"),
        ],
    ),
    (
        "2025-003",
        "reply.refused.internal",
        &[(
            "理由",
            "所申请的是信访事项办理中科室之间的流转意见，不对外产生效力；信访答复意见书已另行送达您本人",
        )],
    ),
    (
        "2025-006",
        "reply.not_exist",
        &[(
            "检索情况",
            "查阅了本机关2018年以来水利档案和公文系统，以“水库”“安全鉴定”为关键词检索，并询问农业农村办公室，没有找到",
        )],
    ),
];

/// Issues them, each on the day of its decision.
pub(super) fn fill(office: &mut Office, now: NaiveDateTime) -> Result<(), Failure> {
    let patterns = BTreeMap::from([("reply".to_owned(), "{代字}公开答〔{年}〕{序号}号".to_owned())]);
    settings::save(office, now, LetterSettings { patterns, ..LetterSettings::default() })?;
    let query = domain::RecordQuery {
        page_size: 200,
        ..domain::RecordQuery::of_year(applications::LEDGER, Some(2025))
    };
    for row in office.store.list(&query)?.rows {
        let text = |field: &str| row.values.get(field).and_then(Value::as_text).unwrap_or_default();
        let Some((_, template, typed)) = SENT.iter().find(|sent| sent.0 == text("number")) else { continue };
        let Some(on) = row.values.get("decided_on").and_then(Value::as_date) else { continue };
        let moment = on.and_time(NaiveTime::from_hms_opt(15, 30, 0).unwrap_or_default());
        let letter = NewLetter { application: row.id, template: (*template).to_owned() };
        let id = letters::begin(office, moment, letter)?.id;
        let values = typed.iter().map(|(name, words)| ((*name).to_owned(), (*words).to_owned())).collect();
        let number = Some(text("decision_number").to_owned()).filter(|number| !number.is_empty());
        letters::issue(
            office,
            moment,
            LetterDraft { id, values, title: None, text: None, on, number, step: true },
        )?;
    }
    Ok(())
}
