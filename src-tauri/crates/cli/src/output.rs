//! What the commands print: JSON for scripts, plain lines for people.

use std::fmt::Write as _;

use chrono::NaiveDateTime;
use office::calendars::{Deadline, TermAsked, weekday};
use office::checks::{CheckSheet, Checked};
use office::report::Report;
use office::versions::Version;
use office::{Failure, Field, FieldKind, Figure, Office, Place, Record, RecordQuery, Severity, Value};

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

/// A line a finding, with its two numbers, its basis, and what to do.
pub fn check(sheet: &CheckSheet) -> String {
    let mut out = String::new();
    for Checked { finding, waiver, .. } in &sheet.findings {
        let grave = match finding.severity {
            Severity::Error => "错误",
            Severity::Warning => "疑点",
            Severity::Hint => "提示",
        };
        let _ = writeln!(out, "{grave}\t{}\t{}", finding.rule, finding.message);
        for place in &finding.places {
            match place {
                Place::Figure { id } => {
                    let _ = writeln!(out, "\t格\t{id}");
                }
                Place::Text { part, quote } => {
                    let _ = writeln!(out, "\t文字\t{part}\t「{quote}」");
                }
                Place::Record { ledger, id, title } => {
                    let _ = writeln!(out, "\t记录\t{ledger} {id}\t{title}");
                }
                Place::Records { .. } | Place::Setting { .. } => {}
            }
        }
        let _ = writeln!(out, "\t依据\t{}\n\t处理\t{}", finding.basis, finding.advice);
        match waiver {
            Some(waiver) => {
                let _ = writeln!(out, "\t情况说明\t{}", waiver.note);
            }
            None if finding.severity == Severity::Error => {
                let _ = writeln!(out, "\t标识\t{}", finding.key);
            }
            None => {}
        }
    }
    let explained = sheet.errors - sheet.open_errors;
    let explained =
        if explained > 0 { format!("（{explained} 处已写情况说明）") } else { String::new() };
    let _ = writeln!(
        out,
        "错误 {} 处{explained}，疑点 {} 处，提示 {} 处",
        sheet.errors, sheet.warnings, sheet.hints
    );
    out
}

/// A locked report.
pub fn locked(report: &Report) -> String {
    let hash = report.version.sha256.as_deref().unwrap_or_default();
    format!("{} 年报告第 {} 版已锁定归档，SHA-256 {hash}\n", report.year, report.version.number)
}

/// A line a version.
pub fn versions(versions: &[Version]) -> String {
    let mut out = String::new();
    for version in versions {
        let locked = version.locked_at.as_deref().unwrap_or("未锁定");
        let hash = version.sha256.as_deref().unwrap_or("—");
        let _ = writeln!(out, "{}\t{locked}\t{hash}\t{}", version.number, version.reason);
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
    for table in &report.tables {
        let _ = writeln!(out, "\n{}", table.name);
        for cell in report.figures.iter().filter(|f| f.place.as_ref().is_some_and(|p| p.table == table.id)) {
            let _ = writeln!(out, "{}\t{}\t{}", cell.id, cell.text, cell.label);
        }
    }
    let _ = writeln!(out, "\n{}\n{}", report.signature_office, report.signed_on);
    out
}

/// The last day of a term, and every day that leads to it.
pub fn deadline(asked: TermAsked, deadline: &Deadline) -> String {
    let explanation = &deadline.explanation;
    let mut out =
        format!("{} 收到，{} 个工作日：{}\n{}\n", asked.received, asked.days, deadline.due, explanation.text);
    if let Some(note) = &explanation.note {
        out += &format!("注意：{note}\n");
    }
    out.push('\n');
    for step in &explanation.steps {
        out += &format!("{}  {}  {}\n", step.day, weekday(step.day), step.label);
    }
    out
}
