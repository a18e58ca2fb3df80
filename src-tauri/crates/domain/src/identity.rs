//! Numbers that a person or an organisation is known by, and whether one can be right: its check character shows
//! most slips of the pen.
//!
//! A wrong one is a question, not a fault: what an applicant wrote is recorded as it was written.

use chrono::NaiveDate;

/// What is doubtful about a number, in a sentence. `identity` is the kind of document as the ledger of applications
/// names it; where none was chosen, 18 places are read as what they look like.
pub fn doubt(identity: Option<&str>, number: &str) -> Option<String> {
    let number: Vec<char> = number.trim().chars().map(half).collect();
    if number.is_empty() || number.contains(&'*') {
        return None;
    }
    let looks_like_card = number.len() == 18 && number[..17].iter().all(char::is_ascii_digit);
    match identity {
        Some("id_card") => id_card(&number),
        Some("credit_code") => credit_code(&number),
        None if looks_like_card => id_card(&number),
        _ => None,
    }
}

/// Full-width figures and letters as half-width, small letters as capitals.
fn half(c: char) -> char {
    let narrow = match c {
        '\u{FF10}'..='\u{FF5A}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    };
    narrow.to_ascii_uppercase()
}

/// 公民身份号码 (GB 11643—1999): 17 figures, with a birthday in them, and a check character. The 15 figures of
/// before 1999 had none.
fn id_card(number: &[char]) -> Option<String> {
    if number.len() == 15 && number.iter().all(char::is_ascii_digit) {
        return None;
    }
    if number.len() != 18 {
        return Some(format!("身份证号码应是 18 位，现在是 {} 位", number.len()));
    }
    let digits: Option<Vec<u32>> = number[..17].iter().map(|c| c.to_digit(10)).collect();
    let Some(digits) = digits else { return Some("身份证号码的前 17 位应都是数字".to_owned()) };
    let part = |from: usize, to: usize| digits[from..to].iter().fold(0, |n, digit| n * 10 + digit);
    let year = i32::try_from(part(6, 10)).unwrap_or_default();
    if NaiveDate::from_ymd_opt(year, part(10, 12), part(12, 14)).is_none() {
        return Some("身份证号码里的出生日期（第 7—14 位）不存在".to_owned());
    }
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    (CHECKS[sum as usize % 11] != number[17])
        .then(|| "身份证号码的最后一位（校验码）与前 17 位对不上，多半有一位写错了".to_owned())
}

/// 统一社会信用代码 (GB 32100—2015): 18 places of 31 characters, the last a check character.
fn credit_code(number: &[char]) -> Option<String> {
    const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    if number.len() != 18 {
        return Some(format!("统一社会信用代码应是 18 位，现在是 {} 位", number.len()));
    }
    let places: Option<Vec<usize>> = number.iter().map(|c| ALPHABET.chars().position(|a| a == *c)).collect();
    let Some(places) = places else {
        return Some(
            "统一社会信用代码里有不会出现的字符（只用数字和除 I、O、S、V、Z 以外的大写字母）".to_owned(),
        );
    };
    let mut weight = 1;
    let mut sum = 0;
    for place in &places[..17] {
        sum += place * weight;
        weight = weight * 3 % 31;
    }
    ((31 - sum % 31) % 31 != places[17])
        .then(|| "统一社会信用代码的最后一位（校验码）与前 17 位对不上，多半有一位写错了".to_owned())
}

#[cfg(test)]
mod tests {
    use super::doubt;

    fn of(identity: &str, number: &str) -> String {
        doubt(Some(identity), number).unwrap_or_default()
    }

    /// The example of GB 11643—1999.
    #[test]
    fn a_card_is_checked_by_its_last_place() {
        assert_eq!(of("id_card", "11010519491231002X"), "");
        assert_eq!(of("id_card", "11010519491231002x"), "");
        assert_eq!(of("id_card", "１１０１０５１９４９１２３１００２Ｘ"), "");
        assert_eq!(of("id_card", "110105491231002"), "");
        assert!(of("id_card", "110105194912310021").contains("校验码"));
        assert!(of("id_card", "11010519491331002X").contains("出生日期"));
        assert!(of("id_card", "1101051949123100").contains("16 位"));
        assert!(of("id_card", "1101O519491231002X").contains("数字"));
    }

    /// The code of the standardisation administration's own database centre, as published, and with a slip.
    #[test]
    fn a_code_is_checked_by_its_last_place() {
        assert_eq!(of("credit_code", "91350100M000100Y43"), "");
        assert!(of("credit_code", "91350100M000100Y44").contains("校验码"));
        assert!(of("credit_code", "91350100I000100Y43").contains("字符"));
        assert!(of("credit_code", "91350100").contains("8 位"));
    }

    #[test]
    fn what_is_no_such_number_is_not_judged() {
        assert_eq!(doubt(None, ""), None);
        assert_eq!(doubt(None, "E12345678"), None);
        assert_eq!(doubt(Some("passport"), "110105194912310021"), None);
        assert_eq!(doubt(Some("id_card"), "1101**********002X"), None);
        assert!(doubt(None, "110105194912310021").is_some());
    }
}
