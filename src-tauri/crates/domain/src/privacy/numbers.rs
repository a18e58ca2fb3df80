//! Numbers that belong to one person, and e-mail addresses.

use std::ops::Range;

use chrono::NaiveDate;

use super::PersonalKind;
use super::letters::Letters;

type Found = (PersonalKind, Range<usize>);

/// Behind these a number is an amount or a quantity.
const UNITS: [char; 13] = ['元', '万', '亿', '件', '条', '次', '人', '户', '份', '%', '吨', '斤', '亩'];

/// ID numbers, mobile telephones and bank cards.
pub(super) fn find(letters: &Letters) -> Vec<Found> {
    let runs = runs(letters);
    let mut found = Vec::new();
    let mut n = 0;
    while let Some(run) = runs.get(n) {
        let web = in_address(letters, run.start);
        let groups = grouped(letters, &runs[n..]);
        let whole = run.start..runs[n + groups - 1].end;
        if let Some(id) = id_number(letters, run) {
            found.push((PersonalKind::IdNumber, id));
        } else if !web && stands_alone(letters, run) && is_mobile(&digits(letters, run)) {
            found.push((PersonalKind::Mobile, run.clone()));
        } else if !web && stands_alone(letters, run) && is_card(&digits(letters, run)) {
            found.push((PersonalKind::BankCard, run.clone()));
        } else if groups > 1 && stands_alone(letters, &whole) {
            // In groups, as they are printed on cards: 139 0414 0000, 6222 0212 3456 7890 123.
            let lengths: Vec<usize> = runs[n..n + groups].iter().map(Range::len).collect();
            let all = digits(letters, &whole);
            let by_fours =
                lengths[..groups - 1].iter().all(|length| *length == 4) && lengths[groups - 1] <= 4;
            let kind = match lengths.as_slice() {
                [3, 4, 4] if is_mobile(&all) => Some(PersonalKind::Mobile),
                _ if by_fours && is_card(&all) => Some(PersonalKind::BankCard),
                _ => None,
            };
            if let Some(kind) = kind {
                found.push((kind, whole));
                n += groups - 1;
            }
        }
        n += 1;
    }
    found
}

/// Every run of digits, as long as it goes.
fn runs(letters: &Letters) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < letters.narrow.len() {
        let run = letters.run(at, |c| c.is_ascii_digit());
        at = run.end + 1;
        if !run.is_empty() {
            runs.push(run);
        }
    }
    runs
}

/// How many runs from the first one on are parted by one blank or hyphen each.
fn grouped(letters: &Letters, runs: &[Range<usize>]) -> usize {
    let parted = |pair: &&[Range<usize>]| {
        let between = letters.at(Some(pair[0].end));
        pair[1].start == pair[0].end + 1 && matches!(between, Some(' ' | '-'))
    };
    1 + runs.windows(2).take_while(parted).count()
}

fn digits(letters: &Letters, places: &Range<usize>) -> Vec<u32> {
    letters.narrow[places.clone()].iter().filter_map(|c| c.to_digit(10)).collect()
}

/// Neither part of a longer number or name nor an amount.
fn stands_alone(letters: &Letters, run: &Range<usize>) -> bool {
    let (before, after) = (letters.before(run.start), letters.at(Some(run.end)));
    let joined = |c: char| c.is_ascii_alphanumeric() || c == '_';
    if before.is_some_and(joined) || after.is_some_and(|c| joined(c) || UNITS.contains(&c)) {
        return false;
    }
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let decimals = before == Some('.') && digit(run.start.checked_sub(2).and_then(|at| letters.at(Some(at))));
    let goes_on = after == Some('.') && digit(letters.at(Some(run.end + 1)));
    !decimals && !goes_on
}

/// Within a web address, where long numbers name pages.
fn in_address(letters: &Letters, place: usize) -> bool {
    let part = |c: &&char| c.is_ascii_graphic();
    let back: String = letters.narrow[..place].iter().rev().take_while(part).collect();
    let word: String = back.chars().rev().collect();
    word.contains("://") || word.contains("www.")
}

fn is_mobile(digits: &[u32]) -> bool {
    match digits {
        [8, 6, rest @ ..] if rest.len() == 11 => is_mobile(rest),
        [1, second, ..] => digits.len() == 11 && (3..=9).contains(second),
        _ => false,
    }
}

/// 16 to 19 digits that begin like a card and whose last is right (GB/T 17552, ISO/IEC 7812-1).
fn is_card(digits: &[u32]) -> bool {
    let issuer = digits.iter().take(4).fold(0, |number, digit| number * 10 + digit);
    let begins = matches!(issuer, 2221..=2720 | 3000..=6999 | 8000..=9999);
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(n, digit)| match (n % 2, digit * 2) {
            (0, _) => *digit,
            (_, twice) if twice > 9 => twice - 9,
            (_, twice) => twice,
        })
        .sum();
    (16..=19).contains(&digits.len()) && begins && sum.is_multiple_of(10)
}

/// 18 places: region, a birthday that exists, and the right check character, a digit or X.
fn id_number(letters: &Letters, run: &Range<usize>) -> Option<Range<usize>> {
    let x = matches!(letters.at(Some(run.end)), Some('x' | 'X'));
    let places = match run.len() {
        18 => run.clone(),
        17 if x => run.start..run.end + 1,
        _ => return None,
    };
    let joined = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if joined(letters.before(places.start)) || joined(letters.at(Some(places.end))) {
        return None;
    }
    let digits = digits(letters, &(places.start..places.start + 17));
    let number =
        |from: usize, to: usize| digits[from..to].iter().fold(0, |number, digit| number * 10 + digit);
    let year = i32::try_from(number(6, 10)).ok().filter(|year| (1880..2100).contains(year))?;
    NaiveDate::from_ymd_opt(year, number(10, 12), number(12, 14))?;
    if !(1..=8).contains(&digits[0]) {
        return None;
    }
    // Weight of a place: 2 to the number of places behind it, modulo 11.
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    let check = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'][sum as usize % 11];
    let last = letters.at(Some(places.end - 1))?.to_ascii_uppercase();
    (last == check).then_some(places)
}

/// E-mail addresses.
pub(super) fn mail(letters: &Letters) -> Vec<Found> {
    let name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    let host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let mut found = Vec::new();
    for (at, _) in letters.narrow.iter().enumerate().filter(|(_, c)| **c == '@') {
        let before = letters.narrow[..at].iter().rev().take_while(|c| name(**c)).count();
        let mut behind = letters.run(at + 1, host);
        // A full stop behind the address is that of the sentence.
        while matches!(letters.before(behind.end), Some('.' | '-')) && !behind.is_empty() {
            behind.end -= 1;
        }
        let words: String = letters.narrow[behind.clone()].iter().collect();
        let top = words.rsplit_once('.').map(|(_, top)| top).unwrap_or_default();
        if before > 0
            && top.len() >= 2
            && top.bytes().all(|b| b.is_ascii_alphabetic())
            && !words.starts_with('.')
        {
            found.push((PersonalKind::Email, at - before..behind.end));
        }
    }
    found
}
