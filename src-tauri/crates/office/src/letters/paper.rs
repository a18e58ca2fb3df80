//! A letter on paper: on the same engine as the report, in the office's house style.

use chrono::{NaiveDate, NaiveDateTime};
use domain::letters::Drafted;
use domain::{Failure, Value};
use paper::{Align, Block, Cell, Document, Meta, OfficialDocument, Signature, Table, TableRow};

use super::{Content, LetterId, LetterStage, Table as Desk, given, read, view};
use crate::applications::LEDGER;
use crate::{Office, compose};

/// The pages of a letter for the screen: a draft as it stands, an issued one as it left the office.
///
/// # Errors
/// `letter.missing`, `letter.altered`, `letter.erased`; what paper says.
pub fn preview(
    office: &mut Office,
    now: NaiveDateTime,
    request: LetterId,
) -> Result<(usize, Vec<u8>), Failure> {
    let (kept, content) = read(office, request.id)?;
    if kept.issued_at.is_some() || kept.content.is_empty() {
        let pdf = office.store.letter_paper(request.id)?;
        return Ok((pages_of(&content), pdf));
    }
    let desk = Desk::lay(office, kept.application, &kept.template)?;
    let letter = desk.write(&content)?;
    let number = given(office, &desk, &content)?.map(|given| given.number).unwrap_or_default();
    pages(office, now, &desk, &letter, &number, content.on)
}

/// An issued letter with its file name, for printing and saving. A look at personal data.
///
/// # Errors
/// `letter.draft`, `letter.missing`, `letter.altered`, `letter.erased`.
pub fn finished(
    office: &mut Office,
    now: NaiveDateTime,
    request: LetterId,
) -> Result<(String, usize, Vec<u8>), Failure> {
    let pdf = office.store.letter_paper(request.id)?;
    let (_, content) = read(office, request.id)?;
    let letter = view(office, now, request.id)?;
    let void = if letter.stage == LetterStage::Void { "（已作废）" } else { "" };
    office.store.note_look(store::Looked::Letter, LEDGER, letter.application, &letter.label, now)?;
    let name = [letter.number.as_str(), letter.title.as_str()].concat();
    Ok((format!("{}.pdf", crate::report_file::clean_name(&format!("{name}{void}"))), pages_of(&content), pdf))
}

/// Writes an issued letter into the export folder.
///
/// # Errors
/// As [`finished`]; `export.failed`.
pub fn export(
    office: &mut Office,
    now: NaiveDateTime,
    request: LetterId,
) -> Result<std::path::PathBuf, Failure> {
    let (name, _, bytes) = finished(office, now, request)?;
    let path = office.export_dir.join("文书").join(name);
    crate::report_file::write(&path, &bytes)?;
    Ok(path)
}

fn pages_of(content: &Content) -> usize {
    content.said.as_ref().map_or(1, |said| said.pages)
}

/// A letter laid out.
pub(super) fn pages(
    office: &mut Office,
    now: NaiveDateTime,
    desk: &Desk,
    letter: &Drafted,
    number: &str,
    on: NaiveDate,
) -> Result<(usize, Vec<u8>), Failure> {
    let document = document(desk, letter, number, on, now);
    // A letter begins at the top of its page, where a document has its 版头.
    let style = paper::Style { title_rows_above: 0, ..office.style()? };
    let pages = paper::layout_official(&document, office.fonts()?, &style).map_err(compose::paper_failure)?;
    let bytes = pages.to_pdf().map_err(compose::paper_failure)?;
    Ok((pages.pages().len(), bytes))
}

fn document(
    desk: &Desk,
    letter: &Drafted,
    number: &str,
    on: NaiveDate,
    now: NaiveDateTime,
) -> OfficialDocument {
    let form = desk.template.id == "service";
    let blocks = if form {
        vec![Block::Table(receipt(desk, letter))]
    } else {
        letter.lines.iter().map(Block::paragraph).collect()
    };
    let addressee = letter.addressee.trim();
    let body = Document {
        meta: Meta {
            title: letter.title.clone(),
            author: desk.office.clone(),
            subject: "政府信息公开申请".to_owned(),
            keywords: vec!["政府信息公开".to_owned(), desk.template.word.clone()],
            created: now,
        },
        title: vec![desk.office.clone(), letter.title.clone()],
        salutation: (!addressee.is_empty()).then(|| format!("{addressee}：")),
        blocks,
        signature: (!form).then(|| Signature { office: desk.office.clone(), date: on, sealed: true }),
        annexes: Vec::new(),
    };
    let number = Some(number.to_owned()).filter(|number| !number.is_empty());
    OfficialDocument { number, body, ..OfficialDocument::default() }
}

/// 送达回证: what is known is printed, the rest is written by hand.
fn receipt(desk: &Desk, letter: &Drafted) -> Table {
    let value = |name: &str| letter.values.get(name).cloned().unwrap_or_default();
    let applicant = desk.record.values.get("name").and_then(Value::as_text).unwrap_or_default().to_owned();
    let day = "　　　　年　　月　　日";
    let row = |label: &str, words: String| TableRow {
        header: false,
        cells: vec![Cell::head(label), Cell::new(words, Align::Left)],
    };
    let high = |label: &str, words: &str| row(label, format!("\n{words}\n"));
    Table {
        columns: vec![3.0, 5.0],
        rows: vec![
            row("送达文书名称和文号", value("送达文书")),
            row("受送达人", applicant),
            row("送达地点", value("送达地点")),
            row("送达方式", value("送达方式")),
            high("受送达人签名\n或者盖章", day),
            high("代收人签名\n（注明与受送达人的关系）", day),
            high("拒收事由和\n见证人签名", day),
            high("送达人签名", day),
            row("邮寄凭证编号", String::new()),
            high("备注", ""),
        ],
        size_pt: Some(14.0),
        ..Table::default()
    }
}
