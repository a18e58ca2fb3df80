//! Reads the cells of a statutory table out of plain text: a label, then its numbers, with blanks or 「|」
//! between. A row with more or fewer numbers than the form has is not read at all.

use std::collections::BTreeMap;

use super::fold::fold;
use crate::format::Format;
use crate::number::{Decimal, Quantity, narrow};
use crate::rules::PartText;
use crate::table::{RowFormat, TableFormat};

/// Every cell that can be read, by its id.
pub fn cells(parts: &[PartText], format: &Format, foreign: &[String]) -> BTreeMap<String, Quantity> {
    let mut read = BTreeMap::new();
    for table in &format.tables {
        let Some(part) = parts.iter().find(|p| p.id == table.part) else { continue };
        let text = plain(&part.text);
        // Columns of another form: the numbers mean something else.
        if !foreign.iter().any(|mark| text.contains(&plain(mark))) {
            table_cells(table, &text, &mut read);
        }
    }
    read
}

/// One kind of brackets and digits, simplified characters.
fn plain(text: &str) -> String {
    let narrowed = narrow(&fold(text).replace('。', "；"));
    narrowed
        .chars()
        .map(|c| match c {
            '(' => '（',
            ')' => '）',
            '"' => '“',
            other => other,
        })
        .collect()
}

fn table_cells(table: &TableFormat, text: &str, read: &mut BTreeMap<String, Quantity>) {
    let mut at = 0;
    for row in table.data_rows() {
        let ids = ids_of(table, row);
        let label = row.labels.last().map(|l| plain(&l.text)).unwrap_or_default();
        let found = if label.is_empty() {
            only_run(text, ids.len())
        } else {
            row_values(text, &label, at, ids.len())
        };
        let Some((values, end)) = found else { continue };
        at = end;
        read.extend(ids.into_iter().zip(values));
    }
}

fn ids_of(table: &TableFormat, row: &RowFormat) -> Vec<String> {
    if row.values.is_empty() {
        return table.columns.iter().map(|c| table.cell_id(&row.id, &c.id)).collect();
    }
    row.values.iter().map(|v| table.cell_id(&row.id, &v.column)).collect()
}

/// The numbers behind a label, where there are as many as wanted.
fn row_values(text: &str, label: &str, from: usize, wanted: usize) -> Option<(Vec<Quantity>, usize)> {
    let mut at = from;
    while let Some(found) = text.get(at..)?.find(label) {
        at += found + label.len();
        let behind = bracketed(text, at);
        let (values, end) = values_at(text, behind);
        if values.len() == wanted {
            return Some((values, end));
        }
    }
    None
}

/// A row without a label: the last run of so many numbers.
fn only_run(text: &str, wanted: usize) -> Option<(Vec<Quantity>, usize)> {
    let starts = text.char_indices().rev().filter(|(at, c)| {
        c.is_ascii_digit() && !text[..*at].ends_with(|c: char| c.is_ascii_digit() || c == '.' || c == '×')
    });
    starts.map(|(at, _)| values_at(text, at)).find(|(values, _)| values.len() == wanted)
}

/// Behind a remark in brackets that explains the label.
fn bracketed(text: &str, at: usize) -> usize {
    let rest = text[at..].trim_start();
    let start = text.len() - rest.len();
    if !rest.starts_with('（') {
        return at;
    }
    let mut depth = 0;
    for (n, c) in rest.char_indices() {
        match c {
            '（' => depth += 1,
            '）' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return start + n + c.len_utf8();
        }
    }
    at
}

/// Numbers from here on, parted by blanks or 「|」, and where they end. None at all where one is unreadable.
fn values_at(text: &str, at: usize) -> (Vec<Quantity>, usize) {
    let mut values = Vec::new();
    let mut at = at;
    loop {
        let rest = text[at..].trim_start_matches([' ', '|', '\t', '　']);
        let start = text.len() - rest.len();
        let length = rest
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | '×' | '…')))
            .unwrap_or(rest.len());
        let token = &rest[..length];
        let Some(read) = token_values(token) else {
            let unreadable = token.contains('…') || values.is_empty();
            return (if unreadable { Vec::new() } else { values }, at);
        };
        let behind = &rest[length..];
        let unit = ["万元", "元", "余", "件", "项", "次"].iter().find(|unit| behind.starts_with(**unit));
        let unit_length = unit.map_or(0, |unit| unit.len());
        let closed = behind[unit_length..]
            .chars()
            .next()
            .is_none_or(|c| c.is_whitespace() || matches!(c, '|' | '…' | '，' | '；'));
        // 「1.属于国家秘密」 is the next label, not a value.
        if !closed {
            return (values, at);
        }
        let at_least = unit == Some(&"余");
        values.extend(
            read.into_iter().map(|n| if at_least { Quantity::AtLeast(n) } else { Quantity::Exact(n) }),
        );
        at = start + length + unit_length;
    }
}

/// 「12」, 「+19」, 「0×7」.
fn token_values(token: &str) -> Option<Vec<Decimal>> {
    if let Some((value, times)) = token.split_once('×') {
        let times: usize = times.parse().ok().filter(|n| *n <= 20)?;
        return Some(vec![Decimal::parse(value)?; times]);
    }
    Some(vec![Decimal::parse(token.strip_prefix('+').unwrap_or(token))?])
}
