//! The case and its record in the ledger: events out of a record that was kept without them, and the fields
//! of the record that follow from the events, so that every figure is counted from the ledger alone.

use super::{Case, Delivery, Event, Way, What};
use crate::Failure;
use crate::calendar::Calendar;
use crate::record::{Value, Values};

/// Fields of the record that follow from the events once there are any.
pub const FOLLOWED: [&str; 6] =
    ["received_on", "received_by", "extended", "outcome", "decided_on", "delivered_on"];

/// Fields that follow where there is a notice of a fee.
pub const FOLLOWED_FEE: [&str; 2] = ["fee", "reduction"];

/// The events that a record without events tells: received, extended, decided, delivered. How it came to
/// the decision is not in it, so these are marked as taken over.
///
/// # Errors
/// `clock.record` where the record leaves out what a case needs.
pub fn from_record(values: &Values, calendar: &Calendar) -> Result<Vec<Event>, Failure> {
    let date = |field: &str| values.get(field).and_then(Value::as_date);
    let text = |field: &str| values.get(field).and_then(Value::as_text);
    let missing = |what: &str| {
        Failure::new(
            "clock.record",
            format!("台账里这件申请{what}，读不出办理过程"),
            "请先在登记内容里补上，再登记办理过程。",
        )
    };
    let received_on = date("received_on").ok_or_else(|| missing("没有收到日期"))?;
    let way = text("received_by").and_then(way).ok_or_else(|| missing("没有收到方式"))?;
    let taken = |on, what| Event { on, what, taken_over: true };
    let confirmed_on = matches!(way, Way::Letter | Way::Online | Way::Fax).then_some(received_on);
    let mut events = vec![taken(received_on, What::Received { way, arrived_on: received_on, confirmed_on })];
    if values.get("extended") == Some(&Value::Flag(true)) {
        let days = Case::read(&events, calendar)?.decree.extension_days();
        // The ledger does not say when: the day of receipt stands in any order.
        events.push(taken(received_on, What::Extended { days, approved_on: received_on }));
    }
    match (date("decided_on"), text("outcome")) {
        (Some(on), Some(outcome)) => {
            events.push(taken(on, What::Decided { outcome: outcome.to_owned() }));
            if let Some(day) = date("delivered_on") {
                events.push(taken(day, What::Delivered { by: Delivery::Unrecorded }));
            }
        }
        (None, None) if date("delivered_on").is_none() => {}
        (None, None) => return Err(missing("填了送达日期，没有填答复日期")),
        _ => return Err(missing("的办理结果和答复日期只填了一个")),
    }
    Ok(events)
}

fn way(id: &str) -> Option<Way> {
    serde_json::from_value(serde_json::Value::String(id.to_owned())).ok()
}

fn way_id(way: Way) -> Value {
    match serde_json::to_value(way) {
        Ok(serde_json::Value::String(id)) => Value::Text(id),
        _ => Value::Null,
    }
}

/// Brings a record's fields to what its case says.
pub fn follow(case: &Case<'_>, events: &[Event], values: &mut Values) {
    let mut put = |field: &str, value: Option<Value>| {
        values.insert(field.to_owned(), value.unwrap_or(Value::Null));
    };
    let day = |day: chrono::NaiveDate| Value::Text(day.to_string());
    put("received_on", Some(day(case.received_on)));
    let way = events.iter().find_map(|event| match event.what {
        What::Received { way, .. } => Some(way_id(way)),
        _ => None,
    });
    put("received_by", way);
    put("outcome", case.outcome().map(|id| Value::Text(id.to_owned())));
    put("decided_on", case.decided_on().map(day));
    put("delivered_on", case.delivered.map(|(on, _)| day(on)));
    if let Some(fee) = case.fee {
        put("fee", Some(Value::Text(fee.yuan.to_string())));
        put("reduction", (fee.reduction > 0).then(|| Value::Text(fee.reduction.to_string())));
    }
    // 否 and nothing typed are two things in the ledger and one here.
    let extended = values.get("extended").cloned().unwrap_or(Value::Null);
    if case.extension.is_some() {
        values.insert("extended".to_owned(), Value::Flag(true));
    } else if extended == Value::Flag(true) {
        values.insert("extended".to_owned(), Value::Null);
    }
}

/// The failure for a change of fields that follow from the events.
pub fn refuse_typed(labels: &[&str]) -> Failure {
    Failure::new(
        "application.events",
        format!("没有保存：「{}」由办理过程得出，不能直接改", labels.join("」「")),
        "请在这件申请的「办理过程」里登记或者改正相应的一步，其他内容仍可直接修改。",
    )
}
