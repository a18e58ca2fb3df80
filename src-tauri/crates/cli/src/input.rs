//! Records as a JSON file brings them, said in plain words where they are not what is wanted.

use office::cells::CellEntry;
use office::{Attachment, Decimal, Failure, Quantity, Value, Values};
use serde_json::Value as Json;

const HINT: &str =
    "要一个对象 {…} 或一个数组 [{…}, …]，例如 {\"title\": \"标题\", \"formed_on\": \"2018-03-08\"}";

/// A cell and what to enter: a number, 「100余」, 不适用, or nothing for going back to the count.
///
/// # Errors
/// `cell.refused`.
pub fn cell(cell: &str, value: &str) -> Result<CellEntry, Failure> {
    let value = match value.trim() {
        "" => None,
        "不适用" | "/" => Some(Quantity::NotApplicable),
        text => {
            let (digits, at_least) = match text.strip_suffix('余') {
                Some(digits) => (digits, true),
                None => (text, false),
            };
            let number = Decimal::parse(digits).ok_or_else(|| {
                Failure::new(
                    "cell.refused",
                    format!("「{cell}」后面的「{text}」不是数字"),
                    "写成 t2.permit=12 这样",
                )
            })?;
            Some(if at_least { Quantity::AtLeast(number) } else { Quantity::Exact(number) })
        }
    };
    Ok(CellEntry { cell: cell.to_owned(), value })
}

/// The records of a file's text: one object or an array of them.
///
/// # Errors
/// `file.json`, with the line or the field.
pub fn records(text: &str, name: &str) -> Result<Vec<Values>, Failure> {
    let wrong = |what: String| Failure::new("file.json", format!("「{name}」不是所要的 JSON：{what}"), HINT);
    let json: Json = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| wrong(format!("第 {} 行第 {} 个字符处写法不对", error.line(), error.column())))?;
    let list = match json {
        Json::Array(list) => list,
        one => vec![one],
    };
    let record = |(n, json): (usize, Json)| match json {
        Json::Object(fields) => fields
            .into_iter()
            .map(|(id, json)| match value(json) {
                Some(value) => Ok((id, value)),
                None => Err(wrong(format!("第 {} 条的「{id}」不是文字、数字、是否或列表", n + 1))),
            })
            .collect(),
        _ => Err(wrong(format!("第 {} 条不是对象", n + 1))),
    };
    list.into_iter().enumerate().map(record).collect()
}

/// A value of a field. A number with decimals becomes its text, as an amount is written.
fn value(json: Json) -> Option<Value> {
    match json {
        Json::Null => Some(Value::Null),
        Json::Bool(flag) => Some(Value::Flag(flag)),
        Json::String(text) => Some(Value::Text(text)),
        Json::Number(number) => {
            Some(number.as_i64().map_or_else(|| Value::Text(number.to_string()), Value::Integer))
        }
        Json::Array(list) if list.iter().all(Json::is_string) => {
            serde_json::from_value(Json::Array(list)).ok()
        }
        Json::Array(list) => serde_json::from_value(Json::Array(list)).ok().map(Value::Publications),
        Json::Object(fields) => {
            serde_json::from_value::<Attachment>(Json::Object(fields)).ok().map(Value::Attachment)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_dates_and_lists_as_people_write_them() {
        let text = "\u{feff}{\"amount\": 12.5, \"on\": 20180301, \"villages\": [\"甲村\"], \"channels\": [{\"channel\": \"微信\"}], \"note\": null}";
        let read = records(text, "甲.json").unwrap();
        assert_eq!(read[0]["amount"], Value::Text("12.5".into()));
        assert_eq!(read[0]["on"], Value::Integer(20_180_301));
        assert!(matches!(&read[0]["channels"], Value::Publications(list) if list[0].channel == "微信"));
        assert!(records("[]", "甲").unwrap().is_empty());
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let said = |text| records(text, "甲.json").unwrap_err().message;
        assert!(said("{\"title\": ").contains("第 1 行"));
        assert!(said("[{}, 3]").contains("第 2 条不是对象"));
        assert!(said("{\"title\": {\"a\": 1}}").contains("「title」"));
    }
}
