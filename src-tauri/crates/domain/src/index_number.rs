//! The 索引号 of a published item: office code, category code, year, running number, in the office's
//! own pattern. 条例第十二条 wants an index in the catalogue; its form is the office's.

/// Office code, category code, year and a running number of five digits.
pub const DEFAULT_PATTERN: &str = "{office}-{category}-{year}-{number:5}";

/// What a number is made from.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'a> {
    /// Office code.
    pub office: &'a str,
    /// Category code; empty where the item has none yet.
    pub category: &'a str,
    /// Year of the item's formation.
    pub year: i32,
    /// Running number within the year, from 1.
    pub number: i64,
}

/// Whether a pattern can be used: known words only, braces closed, and a running number in it.
///
/// # Errors
/// A sentence that says what is wrong.
pub fn check_pattern(pattern: &str) -> Result<(), String> {
    let sample = Parts { office: "X", category: "01", year: 2018, number: 1 };
    let first = render(pattern, sample)?;
    let second = render(pattern, Parts { number: 2, ..sample })?;
    if first == second {
        return Err("索引号格式里要有流水号 {number}，否则两条信息会得到同一个索引号".to_owned());
    }
    Ok(())
}

/// The number for these parts.
///
/// # Errors
/// A sentence that says what is wrong with the pattern.
pub fn render(pattern: &str, parts: Parts<'_>) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let inner = &rest[open + 1..];
        let Some(close) = inner.find('}') else {
            return Err("索引号格式里有一个「{」没有对应的「}」".to_owned());
        };
        out.push_str(&word(&inner[..close], parts)?);
        rest = &inner[close + 1..];
    }
    out.push_str(rest);
    // An office without a code: no number begins with the hyphen that would stand behind it.
    Ok(out.trim_start_matches(['-', '_', '/']).to_owned())
}

fn word(word: &str, parts: Parts<'_>) -> Result<String, String> {
    match word.split_once(':') {
        None if word == "office" => Ok(parts.office.to_owned()),
        None if word == "category" => {
            Ok(if parts.category.is_empty() { "00" } else { parts.category }.to_owned())
        }
        None if word == "year" => Ok(parts.year.to_string()),
        None if word == "number" => Ok(parts.number.to_string()),
        Some(("number", width)) => match width.parse::<usize>() {
            Ok(width @ 1..=12) => Ok(format!("{:0width$}", parts.number)),
            _ => Err("流水号的位数要写 1 到 12，例如 {number:5}".to_owned()),
        },
        _ => Err(format!(
            "索引号格式不认识「{{{word}}}」，可用：{{office}} {{category}} {{year}} {{number:5}}"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARTS: Parts<'_> = Parts { office: "XDH", category: "02", year: 2018, number: 7 };

    #[test]
    fn the_default_pattern() {
        assert_eq!(render(DEFAULT_PATTERN, PARTS).as_deref(), Ok("XDH-02-2018-00007"));
        assert!(check_pattern(DEFAULT_PATTERN).is_ok());
    }

    #[test]
    fn an_office_without_a_code() {
        assert_eq!(render(DEFAULT_PATTERN, Parts { office: "", ..PARTS }).as_deref(), Ok("02-2018-00007"));
    }

    #[test]
    fn wrong_patterns_say_what_is_wrong() {
        assert!(check_pattern("{office}").unwrap_err().contains("流水号"));
        assert!(check_pattern("{number").unwrap_err().contains("没有对应"));
        assert!(check_pattern("{月}-{number}").unwrap_err().contains("不认识"));
        assert!(check_pattern("{number:99}").unwrap_err().contains("位数"));
    }
}
