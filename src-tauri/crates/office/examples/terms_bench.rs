//! Measures what opening the page of terms costs behind the window with 1,000 open applications, half of them
//! with several events, beside reading the same records and events from the file, the reference of the ratios.

use std::time::Instant;

use chrono::{Days, NaiveDate, NaiveDateTime};
use office::applications::{self, ApplicationId, NewEvent};
use office::{Failure, Office, Value, Values};
use serde_json::json;

const CASES: u64 = 1_000;
const ROUNDS: usize = 21;

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 3, 20).and_then(|day| day.and_hms_opt(9, 0, 0)).unwrap_or_default()
}

fn median(mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[ROUNDS / 2]
}

fn record(received: NaiveDate, n: u64) -> Values {
    let text = |text: String| Value::Text(text);
    [
        ("number", text(format!("2026-{n:04}"))),
        ("received_on", text(received.to_string())),
        ("received_by", text("in_person".to_owned())),
        ("applicant_kind", text("natural".to_owned())),
        ("name", text(format!("示例人{n}"))),
        ("content", text(format!("第 {n} 个项目的批复文件"))),
    ]
    .map(|(field, value)| (field.to_owned(), value))
    .into_iter()
    .collect()
}

fn step(office: &mut Office, id: i64, event: serde_json::Value) -> Result<(), Box<dyn std::error::Error>> {
    let event: NewEvent = serde_json::from_value(json!({ "id": id, "event": event }))?;
    applications::add_event(office, now(), event)?;
    Ok(())
}

fn fill(office: &mut Office) -> Result<Vec<i64>, Box<dyn std::error::Error>> {
    let first = now().date() - Days::new(60);
    let days: Vec<_> = (0..CASES).map(|n| first + Days::new(n % 55)).collect();
    let records: Vec<_> = days.iter().zip(0..).map(|(day, n)| record(*day, n)).collect();
    let ids = office::records::add_many(office, now(), "application", &records)?;
    for (id, day) in ids.iter().zip(days).step_by(2) {
        let on = |n: u64| day + Days::new(n);
        step(office, *id, json!({"on": on(1), "what": "correction_asked", "until": on(16)}))?;
        step(office, *id, json!({"on": on(2), "what": "correction_received", "excuse": null}))?;
        step(
            office,
            *id,
            json!({"on": on(3), "what": "consultation_asked", "whom": "third_party", "party": 1}),
        )?;
        step(office, *id, json!({"on": on(4), "what": "extended", "days": 20, "approved_on": on(4)}))?;
    }
    Ok(ids)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let mut office = Office::open(folder.path(), &office::office::find_fonts(), folder.path())?;
    let ids = fill(&mut office)?;
    let mut failed: Option<Failure> = None;
    let read = median(|| failed = office.store.open_cases().err());
    let page = median(|| {
        let shown = office::terms::show(&mut office, now(), ());
        let wire = shown.and_then(|terms| office::declare::write("terms.show", &terms));
        failed = failed.take().or(wire.err());
    });
    let case = median(|| {
        let shown = applications::case(&mut office, now(), ApplicationId { id: ids[0] });
        failed = failed.take().or(shown.err());
    });
    if let Some(failure) = failed {
        return Err(failure.into());
    }
    println!("{CASES} open applications                       ms    ratio");
    for (what, time) in [
        ("reading them from the file (reference)", read),
        ("the page of terms, up to the wire", page),
        ("one case with what can be done next", case),
    ] {
        println!("{what:<42}{time:>6.2}  {:>6.2}", time / read);
    }
    Ok(())
}
