//! 附件: named under the body (GB/T 9704—2012 7.3.4), printed behind the signature from a new page, 「附件」
//! in its first line and its title in the third (7.3.7).

use crate::{Annex, FontRole, LineKind};

use super::cells::{self, Run};
use super::{Context, Para, lines};

/// 「附件：」 takes three characters behind the indent of two.
const INDENT: i32 = 2000;
const BEHIND_LABEL: i32 = 5000;

/// The annexes' names as they stand under the body, line by line; what a line does not hold goes on under the
/// name's beginning.
pub(super) fn names(annexes: &[Annex], context: &mut Context<'_>, full: i32) -> Vec<Para> {
    let numbered = annexes.len() > 1;
    let mut paras = Vec::new();
    for (n, annex) in annexes.iter().enumerate() {
        let number = if numbered { format!("{}.", n + 1) } else { String::new() };
        let (label, indent) = if n == 0 { ("附件：", INDENT) } else { ("", BEHIND_LABEL) };
        let words = format!("{label}{number}{}", annex.title);
        let name = para(&words, FontRole::FangSong, (full - indent, full - BEHIND_LABEL), context);
        for (at, line) in name.lines.iter().enumerate() {
            let first_indent = if at == 0 { indent } else { BEHIND_LABEL };
            paras.push(Para { lines: vec![line.clone()], first_indent, ..name.clone() });
        }
    }
    paras
}

/// 「附件」 in the first line of an annex; with its number where there are several.
pub(super) fn mark(n: usize, of: usize, context: &mut Context<'_>, full: i32) -> Para {
    let words = if of > 1 { format!("附件{}", n + 1) } else { "附件".to_owned() };
    para(&words, FontRole::HeiTi, (full, full), context)
}

/// A paragraph with the widths of its first and its further lines.
fn para(text: &str, role: FontRole, (first, rest): (i32, i32), context: &mut Context<'_>) -> Para {
    let run = Run { text: text.replace('\n', ""), role, bold: false };
    let cells = cells::cells(&[run], &mut context.case);
    let lines = lines::set(&cells, first, rest, true);
    Para { cells, lines, kind: LineKind::Annex, first_indent: 0, bookmark: None, keep: false }
}
