//! A letter on paper: on the same engine as the report, in the office's house style. A form that goes along stands
//! behind it as its annex (GB/T 9704—2012 7.3.4, 7.3.7).

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use domain::Failure;
use domain::letters::{self, Drafted, FilledCell, FilledForm};
use paper::{Align, Annex, Block, Cell, Document, Meta, OfficialDocument, Signature, Style, Table, TableRow};
use store::KeptLetter;

use super::{Content, LetterId, LetterStage, Said, Table as Desk, read, view};
use crate::applications::LEDGER;
use crate::report_file::{self, FileKind};
use crate::{Office, compose};

/// Sizes down to this are tried for a form that goes along, so that it stays on its one page.
const LEAST_PT: f64 = 9.0;

/// A letter as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterFile {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Pages of a PDF; 0 for other kinds.
    pub pages: usize,
}

/// What stands on the paper.
struct Sheet<'a> {
    office: &'a str,
    title: &'a str,
    addressee: &'a str,
    lines: &'a [String],
    form: Option<&'a FilledForm>,
    number: &'a str,
    on: NaiveDate,
    /// How the letter speaks of itself.
    word: &'a str,
    /// When it was written, for what the file says of itself.
    at: NaiveDateTime,
}

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
    let number = desk.number(office, &content)?.map(|given| given.number).unwrap_or_default();
    let letter = desk.write(&content, &number)?;
    of_draft(office, now, &desk, &letter, (&number, content.on))
}

/// An issued letter as a file, for printing and saving. A look at personal data. The PDF is the one that was
/// frozen; a Word file is written from the words that were frozen with it.
///
/// # Errors
/// `letter.draft`, `letter.missing`, `letter.altered`, `letter.erased`; `letter.kind`; what paper says.
pub fn finished(
    office: &mut Office,
    now: NaiveDateTime,
    request: LetterId,
    kind: FileKind,
) -> Result<LetterFile, Failure> {
    let pdf = office.store.letter_paper(request.id)?;
    let (kept, content) = read(office, request.id)?;
    let letter = view(office, now, request.id)?;
    let (pages, bytes) = match kind {
        FileKind::Pdf => (pages_of(&content), pdf),
        FileKind::Docx => (0, frozen_word(office, now, &kept, &content)?),
        FileKind::Html | FileKind::Xlsx => return Err(no_such_kind()),
    };
    let void = if letter.stage == LetterStage::Void { "（已作废）" } else { "" };
    office.store.note_look(store::Looked::Letter, LEDGER, letter.application, &letter.label, now)?;
    let name = report_file::clean_name(&[&letter.number, &letter.title, void].concat());
    Ok(LetterFile { name: format!("{name}.{}", kind.extension()), bytes, pages })
}

/// Writes an issued letter into the export folder.
///
/// # Errors
/// As [`finished`]; `export.failed`.
pub fn export(office: &mut Office, now: NaiveDateTime, request: LetterId) -> Result<PathBuf, Failure> {
    let file = finished(office, now, request, FileKind::Pdf)?;
    let path = office.export_dir.join("文书").join(file.name);
    report_file::write(&path, &file.bytes)?;
    Ok(path)
}

pub(super) fn no_such_kind() -> Failure {
    Failure::new("letter.kind", "文书只能存成 PDF 或者 Word 文件", "文件名请以 .pdf 或者 .docx 结尾")
}

fn pages_of(content: &Content) -> usize {
    content.said.as_ref().map_or(1, |said| said.pages)
}

/// A draft laid out, with the number and the day that it bears.
pub(super) fn of_draft(
    office: &mut Office,
    now: NaiveDateTime,
    desk: &Desk,
    letter: &Drafted,
    (number, on): (&str, NaiveDate),
) -> Result<(usize, Vec<u8>), Failure> {
    let style = style(office)?;
    let document = draft(desk, letter, (number, on), now).document();
    let pages = paper::layout_official(&document, office.fonts()?, &style).map_err(compose::paper_failure)?;
    let bytes = pages.to_pdf().map_err(compose::paper_failure)?;
    Ok((pages.pages().len(), bytes))
}

/// A draft as a Word file.
pub(super) fn word_of_draft(
    office: &mut Office,
    now: NaiveDateTime,
    desk: &Desk,
    letter: &Drafted,
    (number, on): (&str, NaiveDate),
) -> Result<Vec<u8>, Failure> {
    word(office, &draft(desk, letter, (number, on), now))
}

fn draft<'a>(
    desk: &'a Desk,
    letter: &'a Drafted,
    (number, on): (&'a str, NaiveDate),
    at: NaiveDateTime,
) -> Sheet<'a> {
    let Drafted { title, addressee, lines, form, .. } = letter;
    let (office, word) = (&desk.office, &desk.template.word);
    Sheet { office, title, addressee, lines, form: form.as_ref(), number, on, word, at }
}

fn frozen_word(
    office: &mut Office,
    now: NaiveDateTime,
    kept: &KeptLetter,
    content: &Content,
) -> Result<Vec<u8>, Failure> {
    let Some(Said { office: of, title, addressee, lines, form, .. }) = &content.said else {
        return Err(Failure::new("letter.draft", "这份文书还没有发出", "请先发出再保存"));
    };
    let of = if of.is_empty() { office.profile()?.name } else { of.clone() };
    let sheet = Sheet {
        office: &of,
        title,
        addressee,
        lines,
        form: form.as_ref(),
        number: kept.number.as_deref().unwrap_or_default(),
        on: kept.dated_on.unwrap_or(content.on),
        word: &letters::template(&kept.template)?.word,
        at: kept.issued_at.as_deref().and_then(|at| at.parse().ok()).unwrap_or(now),
    };
    word(office, &sheet)
}

fn word(office: &mut Office, sheet: &Sheet<'_>) -> Result<Vec<u8>, Failure> {
    let style = style(office)?;
    let made = paper::docx::official_to_docx(&sheet.document(), office.fonts()?, &style);
    made.map_err(|error| Failure::new(error.code(), error.to_string(), error.hint()))
}

/// A letter begins at the top of its page, where a document has its 版头.
fn style(office: &Office) -> Result<Style, Failure> {
    Ok(Style { title_rows_above: 0, ..office.style()? })
}

impl Sheet<'_> {
    fn document(&self) -> OfficialDocument {
        let (mut blocks, mut annexes) = (Vec::new(), Vec::new());
        blocks.extend(self.lines.iter().map(Block::paragraph));
        match self.form {
            Some(form) if self.is_form() => blocks.push(Block::Table(table(form))),
            Some(form) => {
                annexes.push(Annex { title: form.title.clone(), blocks: vec![Block::Table(table(form))] });
            }
            None => {}
        }
        let addressee = self.addressee.trim();
        let signature = Signature { office: self.office.to_owned(), date: self.on, sealed: true };
        let body = Document {
            meta: Meta {
                title: self.title.to_owned(),
                author: self.office.to_owned(),
                subject: "政府信息公开申请".to_owned(),
                keywords: vec!["政府信息公开".to_owned(), self.word.to_owned()],
                created: self.at,
            },
            title: vec![self.office.to_owned(), self.title.to_owned()],
            salutation: (!addressee.is_empty()).then(|| format!("{addressee}：")),
            blocks,
            signature: (!self.is_form()).then_some(signature),
            annexes,
        };
        let number = Some(self.number.to_owned()).filter(|number| !number.is_empty());
        OfficialDocument { number, body, ..OfficialDocument::default() }
    }

    /// A form and nothing else: signed by hand in its rows.
    fn is_form(&self) -> bool {
        self.lines.is_empty()
    }
}

fn table(form: &FilledForm) -> Table {
    let cell = |cell: &FilledCell| {
        let align = if cell.dated { Align::Right } else { Align::Left };
        let text = cell.text.as_str();
        let set = if cell.label { Cell::head(text) } else { Cell::new(text, align) };
        set.spanning(cell.over, 1)
    };
    let row = |cells: &Vec<FilledCell>| TableRow { header: false, cells: cells.iter().map(cell).collect() };
    Table {
        columns: form.columns.iter().copied().map(f64::from).collect(),
        rows: form.rows.iter().map(row).collect(),
        size_pt: form.size.map(f64::from),
        least_pt: Some(LEAST_PT),
        ..Table::default()
    }
}
