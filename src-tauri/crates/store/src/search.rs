//! Search in Chinese: any run of characters, wherever it stands in a text.
//!
//! A text is indexed by its characters and its pairs of neighbouring characters, each written as
//! code points in hexadecimal. A word of one character is looked up as it is, a longer one as the
//! unbroken run of its pairs; so a common word of two characters costs one look-up. Nothing typed
//! ever reaches the query language of the index, and punctuation and rare characters are found like
//! any other.

use std::collections::BTreeSet;

use domain::{Failure, FieldKind, Ledger, Values};
use rusqlite::{Connection, params};

use crate::error::Result;

/// Longest search, characters.
const LONGEST: usize = 200;

/// Stands between texts, so that nothing is found across them. Not hexadecimal.
const GAP: &str = "z";

/// The text as it is compared: full-width forms as half-width, letters small.
fn plain(text: &str) -> String {
    let half = |c: char| match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    };
    text.chars().map(half).flat_map(char::to_lowercase).collect()
}

fn one(c: char) -> String {
    format!("{:x}", u32::from(c))
}

fn pair(pair: &[char]) -> String {
    pair.iter().map(|c| one(*c)).collect::<Vec<_>>().join("x")
}

/// What the index holds of these texts.
fn tokens<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut single = BTreeSet::new();
    let mut runs = Vec::new();
    for text in texts {
        for word in plain(text).split_whitespace() {
            let chars: Vec<char> = word.chars().collect();
            single.extend(chars.iter().copied());
            runs.extend(chars.windows(2).map(pair));
            runs.push(GAP.to_owned());
        }
    }
    let mut all: Vec<String> = single.into_iter().map(one).collect();
    all.push(GAP.to_owned());
    all.extend(runs);
    all.join(" ")
}

/// The question to the index, or `None` where nothing is searched for.
///
/// # Errors
/// `search.too_long`.
pub(crate) fn question(typed: &str) -> std::result::Result<Option<String>, Failure> {
    if typed.chars().count() > LONGEST {
        return Err(Failure::new(
            "search.too_long",
            format!("查找的内容最多 {LONGEST} 字"),
            "请只输入标题或内容里的几个字",
        ));
    }
    let words = plain(typed);
    let phrases: Vec<String> = words
        .split_whitespace()
        .map(|word| {
            let chars: Vec<char> = word.chars().collect();
            match chars.as_slice() {
                [only] => format!("\"{}\"", one(*only)),
                _ => format!("\"{}\"", chars.windows(2).map(pair).collect::<Vec<_>>().join(" ")),
            }
        })
        .collect();
    Ok(if phrases.is_empty() { None } else { Some(phrases.join(" AND ")) })
}

/// Puts a record's own texts into the index, in place of what was there. Personal data never is.
pub(crate) fn index(db: &Connection, ledger: &Ledger, id: i64, values: &Values) -> Result<()> {
    let texts = ledger
        .own_fields()
        .filter(|f| matches!(f.kind, FieldKind::Text { .. } | FieldKind::LongText { .. } | FieldKind::Link))
        .filter_map(|f| values.get(f.id).and_then(|value| value.as_text()));
    let sql = format!("INSERT INTO {0}_words (rowid, words) VALUES (?1, ?2)", ledger.id);
    db.prepare_cached(&sql)?.execute(params![id, tokens(texts)])?;
    Ok(())
}

/// Takes a record out of the index.
pub(crate) fn forget(db: &Connection, ledger: &Ledger, id: i64) -> Result<()> {
    db.prepare_cached(&format!("DELETE FROM {}_words WHERE rowid = ?1", ledger.id))?.execute([id])?;
    Ok(())
}

/// Joins the pieces that many insertions leave behind; a search then reads one index instead of several.
pub(crate) fn tidy(db: &Connection, ledger: &Ledger) -> Result<()> {
    db.execute(&format!("INSERT INTO {0}_words ({0}_words) VALUES ('optimize')", ledger.id), [])?;
    Ok(())
}

/// The records, those in the recycle bin too, that answer the question; ascending.
pub(crate) fn found(db: &Connection, ledger: &Ledger, question: &str) -> Result<Vec<i64>> {
    let sql = format!("SELECT rowid FROM {0}_words WHERE {0}_words MATCH ?1", ledger.id);
    let mut statement = db.prepare_cached(&sql)?;
    let ids = statement.query_map([question], |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_its_characters_and_its_pairs() {
        assert_eq!(tokens(["政务栏", "Ａ"].into_iter()), "61 52a1 653f 680f z 653fx52a1 52a1x680f z z");
    }

    #[test]
    fn nothing_typed_is_query_language() {
        let asked = question("\"a* OR -NEAR(\u{3000}（）").unwrap().unwrap();
        assert!(
            asked.replace(" AND ", " ").chars().all(|c| c.is_ascii_hexdigit() || "x \"".contains(c)),
            "{asked}"
        );
        assert_eq!(question(" \u{3000} ").unwrap(), None);
        assert_eq!(question(&"字".repeat(201)).unwrap_err().code, "search.too_long");
    }
}
