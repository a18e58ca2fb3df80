//! What happened to the sample's applications: those of 2025 as their decisions say, and some of the present
//! year that are still open, so that the page of terms has something to show on any day.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};
use domain::calendar::Calendar;
use domain::clock::{Consulted, Delivery, Event, Way, What, received};
use domain::{Failure, Value, Values};

use super::records::{text, values};
use crate::{Office, applications, records};

/// The last year that the sample's reports are about.
const WRITTEN: i32 = 2025;

/// Events of 2025, and open cases of the year of `now`.
pub(super) fn fill(office: &mut Office, now: NaiveDateTime) -> Result<(), Failure> {
    let query = domain::RecordQuery {
        page_size: 200,
        ..domain::RecordQuery::of_year(applications::LEDGER, Some(WRITTEN))
    };
    for row in office.store.list(&query)?.rows {
        let number = row.values.get("number").and_then(Value::as_text).unwrap_or_default().to_owned();
        if number.starts_with("2025-") {
            let record = office.store.record(applications::LEDGER, row.id)?;
            applications::tell(office, now, row.id, closed(&number, &record.values)?)?;
        }
    }
    if now.year() > WRITTEN { open(office, now) } else { Ok(()) }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_default()
}

/// What led to the decision of an application of 2025, where it was more than a look into the files.
fn between(number: &str) -> Vec<Event> {
    let third = Consulted::ThirdParty;
    let steps = match number {
        "2025-002" => vec![
            ("2025-02-24", What::ConsultationAsked { whom: third, party: 1 }),
            ("2025-02-26", What::ConsultationServed { whom: third, party: 1 }),
            ("2025-03-05", What::ConsultationAnswered { whom: third, party: 1, agrees: false }),
        ],
        "2025-008" => vec![
            ("2025-08-20", What::CorrectionAsked { until: day("2025-09-10") }),
            ("2025-09-04", What::CorrectionReceived { excuse: None }),
        ],
        "2025-009" => vec![
            (
                "2025-09-19",
                What::FeeNotice {
                    yuan: 80,
                    basis: Some(domain::fees::Basis::Pages { pages: 38 }),
                    reduction: 0,
                    reason: String::new(),
                },
            ),
            ("2025-09-22", What::FeeServed),
            ("2025-10-09", What::FeePaid),
        ],
        _ => Vec::new(),
    };
    steps.into_iter().map(|(on, what)| Event::new(day(on), what)).collect()
}

fn closed(number: &str, record: &Values) -> Result<Vec<Event>, Failure> {
    let date = |field: &str| record.get(field).and_then(Value::as_date);
    let of = |field: &str| record.get(field).and_then(Value::as_text).unwrap_or_default().to_owned();
    let (way, by) = match of("received_by").as_str() {
        "online" => (Way::Online, Delivery::Electronic),
        "registered" => (Way::Registered, Delivery::Posted),
        _ => (Way::InPerson, Delivery::Direct),
    };
    let on = date("received_on").unwrap_or_default();
    let mut events = vec![received(way, on, (way == Way::Online).then_some(on))?];
    events.extend(between(number));
    if let Some(on) = date("decided_on") {
        let outcome = of("outcome");
        let withdrawn = outcome == "other.other";
        events.push(Event::new(on, if withdrawn { What::Withdrawn } else { What::Decided { outcome } }));
        events.push(Event::new(on, What::Delivered { by }));
    }
    Ok(events)
}

/// Working days back that a case was received, how, who, what it asks for, and what happened since: working
/// days back, and the step.
type Open = (u32, Way, &'static str, &'static str, &'static [(u32, fn(NaiveDate) -> What)]);

static OPEN: &[Open] = &[
    (
        31,
        Way::Online,
        "示例人秋收",
        "近三年农村公路养护资金安排",
        &[(14, |on| What::Extended { days: 20, approved_on: on })],
    ),
    (22, Way::InPerson, "示例人冬藏", "本组机动地发包情况", &[]),
    (20, Way::Registered, "示例人闰余", "乡政府公务用车运行维护费", &[]),
    (18, Way::Online, "示例人成岁", "河东村饮水安全工程验收意见", &[]),
    (
        15,
        Way::Online,
        "示例咨询有限公司",
        "历年危房改造项目全部档案",
        &[(6, |_| What::FeeNotice {
            yuan: 1_100,
            basis: Some(domain::fees::Basis::Pages { pages: 120 }),
            reduction: 0,
            reason: String::new(),
        })],
    ),
    (
        12,
        Way::Registered,
        "示例人律吕",
        "小岭村采石场占地补偿协议",
        &[
            (8, |_| What::ConsultationAsked { whom: Consulted::ThirdParty, party: 1 }),
            (7, |_| What::ConsultationServed { whom: Consulted::ThirdParty, party: 1 }),
        ],
    ),
    (
        7,
        Way::InPerson,
        "示例人调阳",
        "一份说不清名称的会议材料",
        &[(3, |on| What::CorrectionAsked { until: on + Days::new(20) })],
    ),
    (2, Way::Online, "示例人云腾", "今年高标准农田建设项目清单", &[]),
];

fn open(office: &mut Office, now: NaiveDateTime) -> Result<(), Failure> {
    let (today, calendar) = (now.date(), office.calendar()?);
    let mut count = 0;
    for (back, way, name, content, steps) in OPEN {
        let on = before(&calendar, today, *back);
        // What lies in the year before would be counted into its report.
        if on.year() != today.year() {
            continue;
        }
        count += 1;
        let firm = name.ends_with("公司");
        let record = values([
            ("number", text(format!("{}-{count:03}", today.year()))),
            ("received_on", text(on.to_string())),
            (
                "received_by",
                serde_json::from_value(crate::declare::write("demo", way)?).unwrap_or(Value::Null),
            ),
            ("applicant_kind", text(if firm { "commercial" } else { "natural" })),
            ("name", text(*name)),
            ("identity", text(if firm { "credit_code" } else { "id_card" })),
            ("content", text(*content)),
            ("form_wanted", text("paper")),
            ("handler", text("林晓禾")),
        ]);
        let id = records::add_many(office, now, applications::LEDGER, &[record])?[0];
        let mut events = vec![received(*way, on, (*way == Way::Online).then_some(on))?];
        for (back, what) in *steps {
            let on = before(&calendar, today, *back);
            events.push(Event::new(on, what(on)));
        }
        applications::tell(office, now, id, events)?;
    }
    waiting(office, now, &calendar)
}

/// An item that is to be published and a hotline case that is to be done.
fn waiting(office: &mut Office, now: NaiveDateTime, calendar: &Calendar) -> Result<(), Failure> {
    let today = now.date();
    let (formed, handed) = (before(calendar, today, 16), before(calendar, today, 3));
    if formed.year() == today.year() {
        let item = values([
            ("title", text("大岭村水渠修缮项目资金使用情况")),
            ("category", text("财政资金")),
            ("department", text("财政所")),
            ("formed_on", text(formed.to_string())),
            ("openness", text("open")),
        ]);
        records::add_many(office, now, "disclosure", &[item])?;
    }
    if handed.year() == today.year() {
        let case = values([
            ("source", text("12345")),
            ("number", text(format!("RX{}0907", today.year()))),
            ("received_on", text(handed.to_string())),
            ("due_on", text(calendar.add(today, 2).value.to_string())),
            ("subject", text("村道照明")),
            ("department", text("党政办")),
            ("result", text("pending")),
        ]);
        records::add_many(office, now, "hotline", &[case])?;
    }
    Ok(())
}

/// The day from which a number of working days has passed.
fn before(calendar: &Calendar, today: NaiveDate, days: u32) -> NaiveDate {
    let mut left = days;
    let mut day = today;
    while left > 0 {
        let Some(earlier) = day.pred_opt() else { break };
        left -= u32::from(calendar.is_working(day));
        day = earlier;
    }
    // A term begins on any day; an office is open on a working day.
    calendar.last_working(day)
}
