//! `letter …`: the letters of an application listed, written, issued, saved once more.

use std::fmt::Write as _;
use std::path::Path;

use chrono::NaiveDateTime;
use office::applications::ApplicationId;
use office::letters::at_once::{self, LetterAtOnce};
use office::letters::{self, CaseLetters, LetterId, LetterStage, paper};
use office::report_file::FileKind;
use office::{Failure, Office};

use crate::arguments::LetterCall;
use crate::{output, written};

/// Does what was asked, and says what came of it.
pub fn answer(
    office: &mut Office,
    asked: &LetterCall,
    as_json: bool,
    now: NaiveDateTime,
) -> Result<String, Failure> {
    match asked {
        LetterCall::List { application } => {
            let letters = letters::of_case(office, now, ApplicationId { id: *application })?;
            if as_json { output::json(&letters) } else { Ok(list(&letters)) }
        }
        LetterCall::Write { letter, issue: true, kind, out } => issue(office, letter, (*kind, out), now),
        LetterCall::Write { letter, issue: false, kind, out } => {
            let made = at_once::sketch(office, now, letter, *kind)?;
            let said = written(out, &made.file.bytes, made.file.pages)?;
            made.remarks.iter().for_each(|remark| eprintln!("注意：{remark}"));
            Ok(format!("{said}没有编号、没有发出；要发出，请加 --issue\n"))
        }
        LetterCall::File { letter, kind, out } => file(office, *letter, (*kind, out), now),
    }
}

fn issue(
    office: &mut Office,
    letter: &LetterAtOnce,
    (kind, out): (FileKind, &Path),
    now: NaiveDateTime,
) -> Result<String, Failure> {
    let at_once::Issued { letter: issued, remarks } = at_once::issue(office, now, letter)?;
    remarks.iter().for_each(|remark| eprintln!("注意：{remark}"));
    let number = if issued.number.is_empty() {
        "不编文号".to_owned()
    } else {
        format!("文号 {}", issued.number)
    };
    let said = format!("已发出「{}」，{number}，日期 {}，文书编号 {}\n", issued.label, issued.on, issued.id);
    // It has left: that the file could not be written does not take it back.
    match file(office, issued.id, (kind, out), now) {
        Ok(file) => Ok(said + &file),
        Err(failure) => {
            let hint = format!("文书已经发出，不要再发一次；请用 letter file {} 另存", issued.id);
            Err(Failure::new(&failure.code, format!("{said}{}", failure.message), hint))
        }
    }
}

fn file(
    office: &mut Office,
    letter: i64,
    (kind, out): (FileKind, &Path),
    now: NaiveDateTime,
) -> Result<String, Failure> {
    let made = paper::finished(office, now, LetterId { id: letter }, kind)?;
    written(out, &made.bytes, made.pages)
}

/// Those that there are, a line each; then those that can be written, marked where they come next.
fn list(letters: &CaseLetters) -> String {
    let mut out = String::new();
    for letter in &letters.letters {
        let stage = match letter.stage {
            LetterStage::Draft => "草稿",
            LetterStage::Issued => "已发出",
            LetterStage::Void => "已作废",
        };
        let number = if letter.number.is_empty() { "—" } else { &letter.number };
        let _ = writeln!(out, "{}\t{stage}\t{}\t{number}\t{}", letter.id, letter.on, letter.label);
    }
    if letters.letters.is_empty() {
        out.push_str("还没有文书\n");
    }
    out.push_str("\n可以起草（*：按现在的进度可以发的）：\n");
    for kind in &letters.kinds {
        let next = if kind.next { "*" } else { " " };
        let _ = writeln!(out, "{next} {}\t{}", kind.id, kind.label);
    }
    out
}
