//! The check at the door: raw values from a form or a file become a record's values, or a failure
//! that names every field that is wrong.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::{Field, FieldKind, Ledger};
use crate::failure::Failure;
use crate::number::{Decimal, narrow};
use crate::record::{Publication, Value, Values};

/// What is wrong, by field id. Catalogue names are checked by the store, which knows them.
pub type Faults = BTreeMap<String, String>;

/// The years an office's records can be from.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// Brings raw values to their fields' types and checks them.
///
/// Every field of the ledger is present afterwards, the empty ones as [`Value::Null`]; texts are
/// trimmed, dates are `YYYY-MM-DD`, digits half-width.
///
/// # Errors
/// `record.incomplete` with every faulty field; `record.unknown_field` for a name the ledger does
/// not have.
pub fn check(ledger: &Ledger, raw: &Values) -> Result<Values, Failure> {
    if let Some(stranger) = raw.keys().find(|id| ledger.field(id).is_none()) {
        let known: Vec<_> = ledger.fields.iter().map(|f| f.id).collect();
        return Err(Failure::new(
            "record.unknown_field",
            format!("「{}」没有名为「{stranger}」的字段", ledger.label),
            format!("可用的字段：{}", known.join("、")),
        ));
    }
    let mut values = Values::new();
    let mut faults = Faults::new();
    for field in ledger.fields {
        let value = match read(field, raw.get(field.id).unwrap_or(&Value::Null)) {
            Ok(value) => value,
            Err(fault) => {
                faults.insert(field.id.to_owned(), fault);
                Value::Null
            }
        };
        values.insert(field.id.to_owned(), value);
    }
    (ledger.rule)(&mut values, &mut faults);
    for field in ledger.fields.iter().filter(|f| f.required) {
        if values[field.id].is_empty() {
            faults.entry(field.id.to_owned()).or_insert_with(|| format!("请填写{}", field.label));
        }
    }
    if faults.is_empty() { Ok(values) } else { Err(incomplete(ledger, faults)) }
}

/// The failure for faulty fields, its sentence made of the first three.
pub fn incomplete(ledger: &Ledger, faults: Faults) -> Failure {
    let order = |id: &str| ledger.fields.iter().position(|f| f.id == id).unwrap_or(usize::MAX);
    let mut listed: Vec<_> = faults.iter().collect();
    listed.sort_by_key(|(id, _)| order(id));
    let sentences: Vec<_> = listed.iter().take(3).map(|(_, fault)| fault.as_str()).collect();
    let rest = faults.len().saturating_sub(3);
    let more = if rest > 0 { format!("；另有 {rest} 处") } else { String::new() };
    Failure::new(
        "record.incomplete",
        format!("没有保存：{}{more}", sentences.join("；")),
        "请改正标出的各项后再保存，已填的内容都还在",
    )
    .with_fields(faults)
}

fn read(field: &Field, raw: &Value) -> Result<Value, String> {
    if raw.is_empty() {
        return Ok(Value::Null);
    }
    let wrong = || format!("{}填得不对", field.label);
    match (field.kind, raw) {
        (FieldKind::Text { max }, Value::Text(text)) => limited(field, &single_line(text), max),
        (FieldKind::Text { max }, Value::Integer(n)) => limited(field, &n.to_string(), max),
        (FieldKind::LongText { max }, Value::Text(text)) => limited(field, text.trim(), max),
        (FieldKind::Link, Value::Text(text)) => read_link(field, text),
        (FieldKind::Date, Value::Text(text)) => read_date(field, text),
        (FieldKind::Date, Value::Integer(n)) => read_date(field, &n.to_string()),
        (FieldKind::Integer { min }, Value::Integer(n)) => at_least(field, *n, min),
        (FieldKind::Integer { min }, Value::Text(text)) => {
            let n = Decimal::parse(text)
                .and_then(Decimal::as_whole)
                .ok_or_else(|| format!("{}要填整数", field.label))?;
            at_least(field, n, min)
        }
        (FieldKind::Money, Value::Text(text)) => read_money(field, text),
        (FieldKind::Money, Value::Integer(n)) => read_money(field, &n.to_string()),
        (FieldKind::Flag, Value::Flag(flag)) => Ok(Value::Flag(*flag)),
        (FieldKind::Flag, Value::Text(text)) => match text.trim() {
            "是" | "true" => Ok(Value::Flag(true)),
            "否" | "false" => Ok(Value::Flag(false)),
            _ => Err(format!("{}要填「是」或「否」", field.label)),
        },
        (FieldKind::Choice { choices }, Value::Text(text)) => {
            let found = choices.iter().find(|c| c.id == text.trim() || c.label == text.trim());
            found.map(|c| Value::Text(c.id.to_owned())).ok_or_else(|| {
                let labels: Vec<_> = choices.iter().map(|c| c.label).collect();
                format!("{}没有「{text}」这一项，可选：{}", field.label, labels.join("、"))
            })
        }
        (FieldKind::Entry { .. }, Value::Text(text)) => Ok(Value::Text(text.trim().to_owned())),
        (FieldKind::Entries { .. }, Value::List(names)) => Ok(Value::List(distinct(names))),
        (FieldKind::Entries { .. }, Value::Text(name)) => Ok(Value::List(vec![name.trim().to_owned()])),
        (FieldKind::Publications, Value::Publications(list)) => read_publications(field, list),
        (FieldKind::Publications, Value::List(names)) => Ok(Value::Publications(
            distinct(names).into_iter().map(|channel| Publication { channel, on: None }).collect(),
        )),
        (FieldKind::Attachment, Value::Attachment(kept)) => Ok(Value::Attachment(kept.clone())),
        _ => Err(wrong()),
    }
}

fn single_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn limited(field: &Field, text: &str, max: u32) -> Result<Value, String> {
    if text.is_empty() {
        return Ok(Value::Null);
    }
    let length = text.chars().count();
    if length > max as usize {
        return Err(format!("{}最多 {max} 字，现有 {length} 字", field.label));
    }
    Ok(Value::Text(text.to_owned()))
}

fn read_link(field: &Field, text: &str) -> Result<Value, String> {
    let text = text.trim();
    let scheme = ["http://", "https://"]
        .iter()
        .any(|s| text.len() > s.len() && text.to_ascii_lowercase().starts_with(s));
    if !scheme || text.contains(char::is_whitespace) {
        return Err(format!("{}要以 http:// 或 https:// 开头，中间不留空格", field.label));
    }
    limited(field, text, 1000)
}

fn at_least(field: &Field, n: i64, min: i64) -> Result<Value, String> {
    if n < min {
        return Err(format!("{}不能小于 {min}", field.label));
    }
    if n > 99_999_999 {
        return Err(format!("{}太大了，请检查是否多打了数字", field.label));
    }
    Ok(Value::Integer(n))
}

fn read_money(field: &Field, text: &str) -> Result<Value, String> {
    match Decimal::parse(text) {
        Some(amount) if amount < Decimal::ZERO => Err(format!("{}不能是负数", field.label)),
        Some(amount) if amount.millionths() % 10_000 != 0 => {
            Err(format!("{}最多两位小数（到分）", field.label))
        }
        Some(amount) => Ok(Value::Text(amount.to_string())),
        None => Err(format!("{}要填金额，例如 12.50", field.label)),
    }
}

fn distinct(names: &[String]) -> Vec<String> {
    let mut seen = Vec::new();
    for name in names.iter().map(|n| n.trim().to_owned()).filter(|n| !n.is_empty()) {
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen
}

fn read_publications(field: &Field, list: &[Publication]) -> Result<Value, String> {
    let mut seen: Vec<Publication> = Vec::new();
    for publication in list {
        let channel = publication.channel.trim().to_owned();
        if channel.is_empty() {
            return Err(format!("{}里有一行没有选渠道", field.label));
        }
        if seen.iter().any(|p| p.channel == channel) {
            return Err(format!("渠道「{channel}」填了两次"));
        }
        seen.push(Publication { channel, on: publication.on });
    }
    Ok(Value::Publications(seen))
}

/// Reads `2018-03-08`, `2018-3-8`, `2018/3/8`, `2018.3.8`, `20180308`, `2018年3月8日`.
///
/// # Errors
/// A sentence: not a date, a date that does not exist, or a year outside 1990–2100.
fn read_date(field: &Field, text: &str) -> Result<Value, String> {
    let plain = narrow(text.trim()).replace(['年', '月', '/', '.'], "-").replace('日', "");
    let parts: Vec<&str> = plain.split('-').map(str::trim).collect();
    let numbers: Option<Vec<u32>> = match parts.as_slice() {
        [whole] if whole.len() == 8 && whole.is_ascii() => {
            [&whole[..4], &whole[4..6], &whole[6..]].iter().map(|s| s.parse().ok()).collect()
        }
        [_, _, _] => parts.iter().map(|s| s.parse().ok()).collect(),
        _ => None,
    };
    let Some([year, month, day]) = numbers.and_then(|n| <[u32; 3]>::try_from(n).ok()) else {
        return Err(format!("{}「{text}」不是日期，请写成 2018-03-08", field.label));
    };
    let year = i32::try_from(year).unwrap_or(i32::MAX);
    let date = NaiveDate::from_ymd_opt(year, month, day)
        .ok_or_else(|| format!("{}「{text}」这一天不存在", field.label))?;
    if !YEARS.contains(&date.year()) {
        return Err(format!("{}的年份 {year} 不合理，请检查", field.label));
    }
    Ok(Value::Text(date.to_string()))
}

/// A fault where a date lies before another; both stay as typed.
pub fn in_order(values: &Values, faults: &mut Faults, earlier: (&str, &str), later: (&str, &str)) {
    let (first, second) = (values[earlier.0].as_date(), values[later.0].as_date());
    if let (Some(first), Some(second)) = (first, second)
        && second < first
    {
        faults
            .entry(later.0.to_owned())
            .or_insert_with(|| format!("{}（{second}）早于{}（{first}）", later.1, earlier.1));
    }
}
