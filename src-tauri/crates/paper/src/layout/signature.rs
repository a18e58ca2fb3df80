//! 署名 and 成文日期, or the room for 签名章, and 附注: where they stand on the grid (GB/T 9704—2012 7.3.5, 7.3.6).

use chrono::Datelike;

use crate::{FontRole, NameSeal, Signature};

use super::cells::{self, Run};
use super::{Context, Para};
use crate::LineKind;

/// Left out at the right of the date when sealed: 四字.
const SEALED_RIGHT: i32 = 4000;
/// Left out at the right of the office when not sealed, and the date's step to the right: 二字.
const TWO: i32 = 2000;
/// Room for a 签名章, about 39 mm wide; it is some two lines high.
const NAME_SEAL: i32 = 7000;
/// Lines from one 签名章 to the next, and from the last to the date: half a line of the seal stands under its
/// post, then an empty line.
const NAME_SEAL_ROWS: u32 = 2;
const NAME_SEAL_TO_DATE: u32 = 3;

/// Lines of one kind at their place.
pub(super) struct Placed {
    pub para: Para,
    /// Thousandths of a character from the left.
    pub indent: i32,
    /// From the first line of the signature.
    pub row: u32,
}

/// The signature with the place of each line.
pub(super) struct Signed {
    /// Office lines or posts, then the date.
    pub lines: Vec<Placed>,
    /// Empty lines above it: as wanted, and the fewest.
    pub blank: (u32, u32),
}

impl Signed {
    /// Lines from its first to its last.
    pub fn rows(&self) -> u32 {
        self.lines.iter().map(|placed| placed.row + super::count(placed.para.lines.len())).max().unwrap_or(0)
    }

    /// Lines it takes on a page, the fewest empty ones above it included.
    pub fn least_rows(&self) -> u32 {
        self.rows() + self.blank.1
    }
}

/// Lays out the signature for a line of `full` thousandths of a character.
pub(super) fn set(signature: &Signature, seals: &[NameSeal], context: &mut Context<'_>, full: i32) -> Signed {
    let date = signature.date;
    let words = format!("{}年{}月{}日", date.year(), date.month(), date.day());
    let date = para(&words, LineKind::Date, context, full);
    let long = date.lines.iter().map(|l| l.width).max().unwrap_or(0);
    if !seals.is_empty() {
        return name_sealed(seals, date, long, context, full);
    }
    let office = para(&signature.office, LineKind::Office, context, full - SEALED_RIGHT);
    let wide = office.lines.iter().map(|l| l.width).max().unwrap_or(0);
    let (office_at, date_at) =
        if signature.sealed { sealed(full, wide, long) } else { unsealed(full, wide, long) };
    let mut lines = Vec::new();
    for (row, line) in (0..).zip(&office.lines) {
        let indent = office_at + if signature.sealed { (wide - line.width) / 2 } else { wide - line.width };
        lines.push(Placed { para: Para { lines: vec![line.clone()], ..office.clone() }, indent, row });
    }
    let row = super::count(lines.len());
    lines.push(Placed { para: date, indent: date_at, row });
    Signed { lines, blank: if signature.sealed { (2, 1) } else { (1, 1) } }
}

/// Posts with room for the 签名章, which ends four characters from the right; two characters between them. An
/// empty line, then the date, four characters from the right as well (7.3.5.3).
fn name_sealed(seals: &[NameSeal], date: Para, long: i32, context: &mut Context<'_>, full: i32) -> Signed {
    let room = full - SEALED_RIGHT - NAME_SEAL - TWO;
    let mut lines = Vec::new();
    let mut row = 0;
    for seal in seals {
        let post = para(&seal.post, LineKind::Post, context, room.max(1000));
        for line in &post.lines {
            let indent = (room - line.width).max(0);
            lines.push(Placed { para: Para { lines: vec![line.clone()], ..post.clone() }, indent, row });
            row += 1;
        }
        row += NAME_SEAL_ROWS - 1;
    }
    let row = row + NAME_SEAL_TO_DATE - NAME_SEAL_ROWS;
    lines.push(Placed { para: date, indent: full - SEALED_RIGHT - long, row });
    Signed { lines, blank: (2, 2) }
}

/// 附注: in brackets, two characters in, in the line under the date (7.3.6).
pub(super) fn note(words: &str, context: &mut Context<'_>, full: i32) -> Option<Para> {
    let words = words.trim();
    if words.is_empty() {
        return None;
    }
    let bare = words.strip_prefix(['（', '(']).and_then(|w| w.strip_suffix(['）', ')'])).unwrap_or(words);
    let run = super::run(&format!("（{bare}）"), FontRole::FangSong);
    Some(super::paragraph(&[run], LineKind::Note, TWO, full, context))
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
