//! 署名 and 成文日期: where they stand on the grid (GB/T 9704—2012 7.3.5).

use chrono::Datelike;

use crate::{FontRole, Signature};

use super::cells::{self, Run};
use super::{Context, Para};
use crate::LineKind;

/// Left out at the right of the date when sealed: 四字.
const SEALED_RIGHT: i32 = 4000;
/// Left out at the right of the office when not sealed, and the date's step to the right: 二字.
const TWO: i32 = 2000;

/// The signature with the place of each line.
pub(super) struct Signed {
    /// Office lines, then the date; `indent` of each in thousandths of a character.
    pub lines: Vec<(Para, i32)>,
    /// Empty lines above it: as wanted, and the fewest.
    pub blank: (u32, u32),
}

impl Signed {
    /// Lines it prints.
    pub fn rows(&self) -> u32 {
        super::count(self.lines.len())
    }

    /// Lines it takes on a page, the fewest empty ones above it included.
    pub fn least_rows(&self) -> u32 {
        self.rows() + self.blank.1
    }
}

/// Lays out the signature for a line of `full` thousandths of a character.
pub(super) fn set(signature: &Signature, context: &mut Context<'_>, full: i32) -> Signed {
    let date = signature.date;
    let words = format!("{}年{}月{}日", date.year(), date.month(), date.day());
    let date = para(&words, LineKind::Date, context, full);
    let office = para(&signature.office, LineKind::Office, context, full - SEALED_RIGHT);
    let wide = office.lines.iter().map(|l| l.width).max().unwrap_or(0);
    let long = date.lines.iter().map(|l| l.width).max().unwrap_or(0);
    let (office_at, date_at) =
        if signature.sealed { sealed(full, wide, long) } else { unsealed(full, wide, long) };
    let mut lines = Vec::new();
    for line in &office.lines {
        let indent = office_at + if signature.sealed { (wide - line.width) / 2 } else { wide - line.width };
        lines.push((Para { lines: vec![line.clone()], ..office.clone() }, indent));
    }
    lines.push((date, date_at));
    Signed { lines, blank: if signature.sealed { (2, 1) } else { (1, 1) } }
}

fn para(text: &str, kind: LineKind, context: &mut Context<'_>, width: i32) -> Para {
    let run = Run { text: text.to_string(), role: FontRole::FangSong, bold: false };
    let cells = cells::cells(&[run], &mut context.case);
    let lines = super::lines::set(&cells, width, width, false);
    Para { cells, lines, kind, first_indent: 0, bookmark: None, keep: false }
}

/// The date four characters from the right, the office centred above it. An office too long for that
/// moves both to the left until it ends at the edge of the type area.
fn sealed(full: i32, office: i32, date: i32) -> (i32, i32) {
    let middle = full - SEALED_RIGHT - date / 2;
    let middle = middle.min(full - office / 2).max(office / 2);
    (middle - office / 2, middle - date / 2)
}

/// The office two characters from the right, the date's first character two to the right of the office's;
/// a date longer than the office stands two characters from the right and the office two to its left.
fn unsealed(full: i32, office: i32, date: i32) -> (i32, i32) {
    if date > office {
        let date_at = full - TWO - date;
        (date_at - TWO, date_at)
    } else {
        let office_at = (full - TWO - office).max(0);
        (office_at, office_at + TWO)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_seal_the_date_steps_in_two() {
        // 8 characters of office, 6.5 of date.
        assert_eq!(unsealed(28000, 8000, 6500), (18000, 20000));
        // The date is longer: it ends two from the right.
        assert_eq!(unsealed(28000, 4000, 6500), (17500, 19500));
    }

    #[test]
    fn with_seal_the_office_is_centred_on_the_date() {
        let (office, date) = sealed(28000, 8000, 6500);
        assert_eq!(date + 6500, 24000);
        assert_eq!(office + 4000, date + 3250);
        // A long name does not leave the type area.
        let (office, date) = sealed(28000, 18000, 6500);
        assert_eq!(office + 18000, 28000);
        assert_eq!(office + 9000, date + 3250);
    }
}
