//! What the commands print: JSON for scripts, plain lines for people.

use std::fmt::Write as _;

use chrono::NaiveDateTime;
use office::report::Report;
use office::{Failure, Field, FieldKind, Figure, Office, Record, RecordQuery, Value};

/// Records are fetched in pages of this size.
const PAGE: u32 = 500;

/// Pretty JSON.
pub fn json<T: serde::Serialize>(value: &T) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(value);
    text.map(|text| text + "\n")
        .map_err(|e| Failure::new("output.json", format!("结果写不成 JSON：{e}"), "请再试一次"))
}

/// A ledger's records, oldest first.
pub fn list(
    office: &mut Office,
    now: NaiveDateTime,
    ledger: &str,
    year: Option<i32>,
    as_json: bool,
) -> Result<String, Failure> {
    let described = office::ledgers::find(ledger)?;
    let mut rows = Vec::new();
    let mut totals = Vec::new();
    for page in 0.. {
        let query = RecordQuery { page, page_size: PAGE, ..RecordQuery::of_year(ledger, year) };
        let answer = office::records::list(office, now, query)?;
        totals = answer.totals;
        let last = answer.rows.len() < PAGE as usize;
        rows.extend(answer.rows);
        if last {
            break;
        }
    }
    rows.reverse();
    if as_json {
        return json(&rows);
    }
    let mut out = String::new();
    for row in &rows {
        let cells = described.fields.iter().filter(|f| f.listed).map(|field| cell(field, row));
        let _ = writeln!(out, "{}\t{}", row.id, cells.collect::<Vec<_>>().join("\t"));
    }
    let sums: Vec<String> = totals.iter().map(|t| format!("{} {}{}", t.label, t.value, t.unit)).collect();
    let _ = writeln!(out, "{}", sums.join("，"));
    Ok(out)
}

fn cell(field: &Field, record: &Record) -> String {
    match (record.values.get(field.id), field.kind) {
        (None | Some(Value::Null), _) => "—".to_owned(),
        (Some(Value::Flag(flag)), _) => if *flag { "是" } else { "否" }.to_owned(),
        (Some(Value::Text(id)), FieldKind::Choice { choices }) => {
            choices.iter().find(|c| c.id == id).map_or(id.as_str(), |c| c.label).to_owned()
        }
        (Some(Value::Text(text)), _) => text.replace(['\n', '\t'], " "),
        (Some(Value::Integer(n)), _) => n.to_string(),
        (Some(Value::List(names)), _) => names.join("、"),
        (Some(Value::Publications(list)), _) => {
            list.iter().map(|p| p.channel.as_str()).collect::<Vec<_>>().join("、")
        }
        (Some(Value::Attachment(kept)), _) => kept.name.clone(),
    }
}

/// A line a figure: id, value, label, how it was counted, and what was entered by hand.
pub fn figures(figures: &[Figure]) -> String {
    let mut out = String::new();
    for figure in figures {
        let _ =
            write!(out, "{}\t{}{}\t{}\t{}", figure.id, figure.text, figure.unit, figure.label, figure.how);
        if let (Some(entered), Some(counted)) = (&figure.entered, &figure.counted) {
            let _ = write!(
                out,
                "\t人工填写 {}（{}），统计为 {}",
                entered.value.text(),
                entered.reason,
                counted.text()
            );
        }
        out.push('\n');
    }
    out
}

/// The report's words as they will stand on paper.
pub fn report(report: &Report) -> String {
    let mut out = format!("{}\n\n", report.title);
    for part in &report.parts {
        if !part.heading.is_empty() {
            let _ = writeln!(out, "{}{}", part.number, part.heading);
        }
        let numbers = office::numbers(&part.narrative.blocks);
        let say = |id: &str, shown| {
            let figure = report.figures.iter().find(|f| f.id == id);
            figure.map_or_else(|| format!("［{id}］"), |f| f.shown(shown).to_owned())
        };
        for (number, line) in numbers.iter().zip(part.narrative.plain(say).lines()) {
            let _ = writeln!(out, "　　{number}{line}");
        }
    }
    let _ = writeln!(out, "\n{}\n{}", report.signature_office, report.signed_on);
    out
}
