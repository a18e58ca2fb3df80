//! 附件: named under the body (GB/T 9704—2012 7.3.4), printed behind the signature from a new page, 「附件」
//! in its first line and its title in the third (7.3.7).

use crate::{Annex, FontRole, LineKind};

use super::cells::{self, Run};
use super::{Context, Para, lines};

/// 「附件：」 takes three characters behind the indent of two.
const INDENT: i32 = 2000;
const BEHIND_LABEL: i32 = 5000;

/// The annexes' names as they stand under the body.
pub(super) fn names(annexes: &[Annex], context: &mut Context<'_>, full: i32) -> Vec<Para> {
    let numbered = annexes.len() > 1;
    let name = |(n, annex): (usize, &Annex)| {
        let number = if numbered { format!("{}.", n + 1) } else { String::new() };
        let label = if n == 0 { "附件：" } else { "" };
        let indent = if n == 0 { INDENT } else { BEHIND_LABEL };
        // Further lines of a long name would begin at the edge; a name is cut short of that by nobody.
        para(&format!("{label}{number}{}", annex.title), FontRole::FangSong, indent, full, context)
    };
    annexes.iter().enumerate().map(name).collect()
}

/// 「附件」 in the first line of an annex; with its number where there are several.
pub(super) fn mark(n: usize, of: usize, context: &mut Context<'_>, full: i32) -> Para {
    let words = if of > 1 { format!("附件{}", n + 1) } else { "附件".to_owned() };
    para(&words, FontRole::HeiTi, 0, full, context)
}

fn para(text: &str, role: FontRole, indent: i32, full: i32, context: &mut Context<'_>) -> Para {
    let run = Run { text: text.replace('\n', ""), role, bold: false };
    let cells = cells::cells(&[run], &mut context.case);
    let lines = lines::set(&cells, full - indent, full, true);
    Para { cells, lines, kind: LineKind::Annex, first_indent: indent, bookmark: None, keep: false }
}
