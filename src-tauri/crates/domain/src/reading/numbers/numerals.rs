//! Numbers in Chinese characters: 「十五」, 「一百零二」, 「一万两千」.

use crate::number::narrow;

/// Whether the character stands in a number in characters.
pub(super) fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '一' | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '两'
            | '零'
            | '〇'
    )
}

/// A number in characters as it is counted with. `None` for what is no number but a row of digits: 「三五」
/// (some), 「一一」, 「一百二」 (short for 120), and for 百, 千, 万 alone.
pub(super) fn value(numeral: &str) -> Option<i64> {
    let Some((high, low)) = numeral.split_once('万') else { return section(numeral) };
    let high = section(high)? * 10_000;
    if low.is_empty() {
        return Some(high);
    }
    // 「一万二」 is short for 12,000.
    let whole = low.starts_with(['零', '〇']) || low.contains('千');
    let low = section(low.trim_start_matches(['零', '〇']))?;
    whole.then_some(high + low)
}

/// A number below 10,000.
fn section(text: &str) -> Option<i64> {
    let mut sum = 0;
    let mut digit = None;
    let mut least = 10_000;
    let mut zero = false;
    for c in text.chars() {
        if let Some(read) = digit_of(c) {
            if digit.replace(read).is_some() {
                return None;
            }
        } else if let Some(scale) = scale_of(c) {
            // 「十五」 has no one before its ten, 「百件」 no number at all.
            let times = digit.take().or((scale == 10).then_some(1))?;
            if scale >= least {
                return None;
            }
            (sum, least, zero) = (sum + times * scale, scale, false);
        } else if digit.is_some() || zero || least == 10_000 {
            return None;
        } else {
            zero = true;
        }
    }
    let ones = digit.unwrap_or(0);
    // 「一百零二」 has its zero, 「十二」 and 「二」 need none.
    let written = if least == 10_000 { ones != 0 } else { zero == (ones != 0 && least > 10) };
    let after_tens = sum > 0 && text.ends_with('两');
    (written && !after_tens).then_some(sum + ones)
}

fn digit_of(c: char) -> Option<i64> {
    let digit = match c {
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    };
    Some(digit)
}

fn scale_of(c: char) -> Option<i64> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1_000),
        _ => None,
    }
}

/// 「六」, 「十二」, 「6」 as a number; in characters up to 99.
pub fn small_number(text: &str) -> Option<usize> {
    if let Ok(number) = narrow(text).parse() {
        return Some(number);
    }
    value(text).filter(|number| *number < 100).and_then(|number| usize::try_from(number).ok())
}
