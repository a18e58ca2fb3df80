//! What a letter can say of its case without anybody typing it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{FilledForm, LetterSettings, PlaceKind, Template, fee, fill, inline, litigation_term, terms};
use crate::Failure;
use crate::calendar::{Calendar, long_date};
use crate::clock::{Case, Consulted, Decree, Event, What};
use crate::fees::thousands;
use crate::record::{Value, Values};

/// Places that are filled in from the case and the settings.
const KNOWN: &[&str] = &[
    "申请人",
    "称呼",
    "登记号",
    "收到日期",
    "提交方式",
    "信息描述",
    "答复天数",
    "答复期限",
    "原答复期限",
    "依据",
    "文种",
    "救济",
    "复议机关",
    "法院",
    "起诉期限",
    "本机关",
    "联系",
    "办公地址",
    "补正要求日期",
    "补正截止日期",
    "补正收到日期",
    "征求日期",
    "收费通知日期",
    "应缴金额",
    "缴费截止日期",
    "撤回日期",
    "文号",
    "文书日期",
    "反馈期限",
    "缴费期限",
    fee::CAPITALS,
];

/// Words by the name of their place.
type Words = BTreeMap<String, String>;

/// Working days that are proposed where the law leaves the time to the office.
const REASONABLE_DAYS: u32 = 10;

/// What a letter is made from.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Which letter.
    pub template: &'a Template,
    /// The record of the application, unmasked.
    pub record: &'a Values,
    /// What has happened to it; the first is its receipt.
    pub events: &'a [Event],
    /// Working days.
    pub calendar: &'a Calendar,
    /// The settings, completed.
    pub settings: &'a LetterSettings,
    /// 机关全称.
    pub office: &'a str,
    /// The day of the letter.
    pub on: NaiveDate,
    /// The number that it bears; empty where it has none.
    pub number: &'a str,
}

/// The words for places, by name: first those nobody types, then what the clerk's places start with, dates as
/// `2026-10-15`.
///
/// # Errors
/// `letter.unreadable`.
fn facts(of: &Facts<'_>, case: &Case<'_>) -> Result<(Words, Words), Failure> {
    let mut known = from_settings(of, case.decree)?;
    let mut say = |name: &str, words: String| {
        known.insert(name.to_owned(), words);
    };
    let text = |field: &str| of.record.get(field).and_then(Value::as_text).unwrap_or_default().trim();
    say("申请人", text("name").to_owned());
    say("称呼", if text("applicant_kind") == "natural" { "您" } else { "贵单位" }.to_owned());
    say("登记号", text("number").to_owned());
    say("收到日期", long_date(case.received_on));
    say("提交方式", way(text("received_by")).to_owned());
    say("信息描述", in_quotes(text("content")));
    say("答复天数", case.decree.answer_days().to_string());
    say("答复期限", case.due().map(long_date).unwrap_or_default());
    say("原答复期限", case.due().map(long_date).unwrap_or_default());
    for event in of.events {
        match &event.what {
            What::CorrectionAsked { until } => {
                say("补正要求日期", long_date(event.on));
                say("补正截止日期", long_date(*until));
            }
            What::CorrectionReceived { .. } => say("补正收到日期", long_date(event.on)),
            What::ConsultationAsked { whom: Consulted::ThirdParty, .. } => {
                say("征求日期", long_date(event.on))
            }
            What::FeeNotice { .. } => {
                say("收费通知日期", long_date(event.on));
                say("应缴金额", case.fee().map(thousands).unwrap_or_default());
                say("缴费截止日期", case.payment_limit().map(|d| long_date(d.due)).unwrap_or_default());
            }
            What::Withdrawn => say("撤回日期", long_date(event.on)),
            _ => {}
        }
    }
    Ok((known, given(of, case)))
}

fn from_settings(of: &Facts<'_>, decree: Decree) -> Result<BTreeMap<String, String>, Failure> {
    let clause = of.template.remedy_on(of.on, decree);
    let remedy = clause.map_or_else(|| Ok(String::new()), |id| of.settings.remedy(id))?;
    let contact = match (of.settings.contact.trim(), of.settings.phone.trim()) {
        ("", "") => String::new(),
        (name, "") => format!("联系人：{name}。"),
        ("", phone) => format!("联系电话：{phone}。"),
        (name, phone) => format!("联系人：{name}，联系电话：{phone}。"),
    };
    let words = [
        ("依据", of.template.basis(decree).to_owned()),
        ("文种", of.template.word.clone()),
        ("救济", remedy),
        ("复议机关", of.settings.reviewing.trim().to_owned()),
        ("法院", of.settings.court.trim().to_owned()),
        ("起诉期限", litigation_term(of.on).to_owned()),
        ("本机关", of.office.to_owned()),
        ("联系", contact),
        ("办公地址", of.settings.address.trim().to_owned()),
        ("文号", of.number.trim().to_owned()),
        ("文书日期", long_date(of.on)),
    ];
    Ok(words.into_iter().map(|(name, words)| (name.to_owned(), words)).collect())
}

/// What the clerk's places start with.
fn given(of: &Facts<'_>, case: &Case<'_>) -> BTreeMap<String, String> {
    let text = |field: &str| of.record.get(field).and_then(Value::as_text).unwrap_or_default().to_owned();
    let in_days = |days: u32| of.calendar.deadline(of.on, "", days).due.to_string();
    let extension = case.decree.extension_days();
    let mut given = BTreeMap::new();
    for field in &of.template.fields {
        let words = match field.name.as_str() {
            "补正期限" | "说明期限" => in_days(REASONABLE_DAYS),
            "意见期限" => in_days(15),
            "批准日期" => of.on.to_string(),
            "延长天数" => extension.to_string(),
            "延长后期限" => extended(of, extension).map(|day| day.to_string()).unwrap_or_default(),
            "提供形式" if text("form_wanted") == "electronic" => "电子数据".to_owned(),
            "费用金额" => text("fee"),
            "减免金额" => text("reduction"),
            "缴费方式" => of.settings.payment.trim().to_owned(),
            "原答复日期" if of.template.id == "corrected" => text("decided_on"),
            "原答复文号" if of.template.id == "corrected" => text("decision_number"),
            _ => field.given.clone(),
        };
        given.insert(field.name.clone(), words);
    }
    for (name, words) in fee::given(of.events, case.received_on) {
        given.entry(name.to_owned()).and_modify(|given| *given = words);
    }
    given
}

/// The last day with so many working days more.
fn extended(of: &Facts<'_>, days: u32) -> Option<NaiveDate> {
    let mut events = of.events.to_vec();
    let mut last = events.last()?.clone();
    last.on = of.on.max(last.on);
    last.what = What::Extended { days, approved_on: last.on };
    events.push(last);
    Case::read(&events, of.calendar).ok()?.due()
}

impl Facts<'_> {
    /// The letter with the clerk's values in its places. `title` and `text` are the clerk's own words for this one
    /// letter; without them it says what its template says.
    ///
    /// # Errors
    /// `clock.…` where the events cannot be; `letter.unreadable`.
    pub fn write(&self, own: &Words, title: Option<&str>, text: Option<&str>) -> Result<Drafted, Failure> {
        let case = Case::read(self.events, self.calendar)?;
        let (mut words, given) = facts(self, &case)?;
        let values = self.values(own, given);
        for (name, value) in &values {
            words.insert(name.clone(), self.template.printed(name, value));
        }
        words.extend(terms::of(self, &case, &words));
        words.extend(fee::capitals(&values));
        // What the case does not say, the clerk can.
        for (name, value) in own.iter().filter(|(name, _)| self.template.is_place(name)) {
            let kept = words.entry(name.clone()).or_default();
            if kept.is_empty() {
                *kept = self.template.printed(name, value);
            }
        }
        let standard = self.settings.words_of(self.template, case.decree)?;
        let remedy = words.remove("救济").unwrap_or_default();
        let known = |name: &str| self.template.is_place(name);
        let title = title.map(str::trim).filter(|t| !t.is_empty()).unwrap_or(&standard.title);
        let head = inline(&self.template.addressee, &words, &known);
        let title = inline(title, &words, &known);
        let body = fill(&text.unwrap_or(&standard.text).replace("{救济}", &remedy), &words, &known);
        let mut found = [head.holes, title.holes, body.holes].concat();
        let form = self.template.form.as_ref().map(|form| form.fill(case.decree, &words, &known, &mut found));
        fee::named_once(&mut found);
        let mut holes: Vec<String> = Vec::new();
        for hole in found {
            if !holes.contains(&hole) {
                holes.push(hole);
            }
        }
        let (title, addressee) = (title.lines.concat(), head.lines.concat());
        Ok(Drafted { title, addressee, lines: body.lines, form, holes, values })
    }

    /// The clerk's places: what they start with, what was typed, and the day that follows from the days.
    fn values(&self, own: &Words, given: Words) -> Words {
        let mut values = given;
        for (name, value) in own {
            values.entry(name.clone()).and_modify(|kept| value.clone_into(kept));
        }
        let typed = own.get("延长后期限").is_some_and(|day| !day.trim().is_empty());
        let days = values.get("延长天数").and_then(|days| crate::number::narrow(days.trim()).parse().ok());
        if let Some(day) = days.filter(|_| !typed).and_then(|days| extended(self, days)) {
            values.entry("延长后期限".to_owned()).and_modify(|kept| *kept = day.to_string());
        }
        values
    }

    pub(super) fn received_on(&self) -> NaiveDate {
        self.events.first().map_or(self.on, |event| event.on)
    }
}

/// A letter as it would be printed now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafted {
    /// Under the office's name.
    pub title: String,
    /// Without its colon.
    pub addressee: String,
    /// The paragraphs.
    pub lines: Vec<String>,
    /// What goes along to be filled in by hand, or the letter itself where it is a form.
    pub form: Option<FilledForm>,
    /// Places that are still empty, each once.
    pub holes: Vec<String>,
    /// The clerk's places with their values, dates as `2026-10-15`.
    pub values: BTreeMap<String, String>,
}

impl Template {
    /// Whether a name is a place of the letter.
    pub fn is_place(&self, name: &str) -> bool {
        KNOWN.contains(&name) || self.fields.iter().any(|field| field.name == name)
    }

    /// Every place of a text of this letter that there is no such place for.
    pub fn strangers(&self, text: &str) -> Vec<String> {
        let anything = |name: &str| !name.is_empty() && name.chars().count() <= 12;
        let places = super::places(text, &anything);
        places.into_iter().map(|(name, _)| name).filter(|name| !self.is_place(name)).collect()
    }

    /// A value of one of the clerk's places as it is printed.
    pub fn printed(&self, name: &str, value: &str) -> String {
        let kind = self.fields.iter().find(|field| field.name == name).map(|field| field.kind);
        let day = || NaiveDate::parse_from_str(value.trim(), "%Y-%m-%d").ok().map(long_date);
        match kind {
            Some(PlaceKind::Date) => day().unwrap_or_else(|| value.trim().to_owned()),
            Some(PlaceKind::Number) => {
                crate::number::whole(value).map_or_else(|| crate::number::narrow(value.trim()), thousands)
            }
            None => day().unwrap_or_else(|| value.trim().to_owned()),
            _ => value.trim().to_owned(),
        }
    }
}

fn way(id: &str) -> &'static str {
    match id {
        "in_person" => "当面提交",
        "oral" => "当面口头提出、由本机关代为填写",
        "registered" => "通过邮寄方式提交",
        "letter" => "通过平常信函提交",
        "online" => "通过互联网渠道提交",
        "fax" => "通过传真提交",
        _ => "提交",
    }
}

/// A description within quotation marks: inner ones become single, lines run on.
fn in_quotes(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.trim_end_matches(['。', '；']).replace('“', "‘").replace('”', "’")
}
