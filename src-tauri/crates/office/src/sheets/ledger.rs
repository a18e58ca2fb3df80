//! A ledger of a year as a list: a column for each field, in the order of the form.

use std::path::PathBuf;

use chrono::{Datelike, NaiveDate};
use domain::{Decimal, Failure, Field, FieldKind, Ledger, Record, RecordQuery, Value};
use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};

use super::{add_sheet, failed, for_words, framed, properties, set_page, units};
use crate::{Office, ledgers, report_file};

/// Records asked of the store at once.
const PAGE: u32 = 500;
/// The narrowest and the widest column, in characters of a column's width.
const NARROWEST: usize = 8;
const WIDEST: usize = 46;

/// An Excel file with the records of a ledger in a year, oldest first: choices by their labels, days as days.
/// Fields with personal data are left out altogether unless `personal` asks for them; then they stand unmasked.
///
/// # Errors
/// `ledger.unknown`; what the store says; `sheets.write`.
pub fn ledger(office: &Office, ledger: &str, year: i32, personal: bool) -> Result<Vec<u8>, Failure> {
    let ledger = ledgers::find(ledger)?;
    let records = records(office, ledger, year, personal)?;
    let fields: Vec<&Field> = in_form_order(ledger).filter(|field| personal || !field.personal).collect();
    let name = office.profile()?.name;
    let title = format!("{name}{year}年{}台账", ledger.label);
    let newest = records.iter().map(|record| record.updated_at.as_str()).max();
    let day = newest.map_or_else(|| format!("{year}-12-31"), str::to_owned);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&title, &name, &day));
    write(add_sheet(&mut workbook, ledger.label)?, &fields, &records)?;
    workbook.save_to_buffer().map_err(failed)
}

/// Writes a ledger into the export folder, beside what is there: an earlier list may have been worked on.
///
/// # Errors
/// As [`ledger`]; `export.failed`.
pub fn export(office: &Office, id: &str, year: i32, personal: bool) -> Result<PathBuf, Failure> {
    let label = ledgers::find(id)?.label;
    let bytes = ledger(office, id, year, personal)?;
    let with = if personal { "（含个人信息）" } else { "" };
    let short = office.profile()?.short;
    let name = report_file::clean_name(&format!("{short}{year}年{label}台账{with}"));
    let folder = office.export_dir.join(year.to_string());
    let numbered = |n: u32| if n == 1 { format!("{name}.xlsx") } else { format!("{name}（{n}）.xlsx") };
    let free = (1..).map(|n| folder.join(numbered(n))).find(|path| !path.exists());
    let path = free.unwrap_or_else(|| folder.join(numbered(1)));
    report_file::write(&path, &bytes)?;
    Ok(path)
}

/// Every record of the year, oldest first.
fn records(
    office: &Office,
    ledger: &'static Ledger,
    year: i32,
    personal: bool,
) -> Result<Vec<Record>, Failure> {
    let mut query = RecordQuery { page_size: PAGE, ..RecordQuery::of_year(ledger.id, Some(year)) };
    let mut records = Vec::new();
    loop {
        let page = office.store.list(&query)?;
        let last = page.rows.len() < PAGE as usize;
        records.extend(page.rows);
        if last {
            break;
        }
        query.page += 1;
    }
    records.reverse();
    // A list masks personal data; the record itself does not.
    if personal && ledger.personal_fields().next().is_some() {
        for record in &mut records {
            *record = office.store.record(ledger.id, record.id)?;
        }
    }
    Ok(records)
}

/// The fields as the form has them; one that no section names comes last.
fn in_form_order(ledger: &'static Ledger) -> impl Iterator<Item = &'static Field> {
    let named = |id: &str| ledger.sections.iter().any(|section| section.fields.contains(&id));
    let in_sections =
        ledger.sections.iter().flat_map(|section| section.fields).filter_map(|id| ledger.field(id));
    in_sections.chain(ledger.fields.iter().filter(move |field| !named(field.id)))
}

fn write(sheet: &mut Worksheet, fields: &[&Field], records: &[Record]) -> Result<(), Failure> {
    set_page(sheet, true);
    let head =
        framed().set_bold().set_align(FormatAlign::Center).set_background_color(Color::RGB(0x00F2_F2F2));
    for (column, field) in (0..).zip(fields) {
        sheet.write_string_with_format(0, column, field.label, &head).map_err(failed)?;
        let mut widest = units(field.label) + 4;
        for (row, record) in (1..).zip(records) {
            let value = record.values.get(field.id).unwrap_or(&Value::Null);
            let cell = content(field, value);
            widest = widest.max(cell.units());
            cell.write(sheet, row, column)?;
        }
        let width = widest.clamp(NARROWEST, WIDEST) as f64 + 1.0;
        sheet.set_column_width(column, width).map_err(failed)?;
    }
    let last = u16::try_from(fields.len()).unwrap_or(u16::MAX).saturating_sub(1);
    let rows = u32::try_from(records.len()).unwrap_or(u32::MAX);
    sheet.autofilter(0, 0, rows, last).map_err(failed)?;
    sheet.set_freeze_panes(1, 0).map_err(failed)?;
    sheet.set_repeat_rows(0, 0).map_err(failed)?;
    Ok(())
}

/// What stands in a cell.
enum Content {
    Nothing,
    Words(String),
    Number(f64),
    /// 元, two decimals.
    Amount(f64),
    Day(NaiveDate),
}

impl Content {
    fn units(&self) -> usize {
        match self {
            Content::Nothing => 0,
            Content::Words(words) => words.lines().map(units).max().unwrap_or(0),
            Content::Number(_) => 8,
            Content::Amount(_) | Content::Day(_) => 11,
        }
    }

    fn write(&self, sheet: &mut Worksheet, row: u32, column: u16) -> Result<(), Failure> {
        let format: Format = framed();
        let done = match self {
            Content::Nothing => sheet.write_blank(row, column, &format),
            Content::Words(words) => {
                sheet.write_string_with_format(row, column, words, &for_words(&format, words))
            }
            Content::Number(number) => sheet.write_number_with_format(row, column, *number, &format),
            Content::Amount(yuan) => {
                sheet.write_number_with_format(row, column, *yuan, &format.set_num_format("0.00"))
            }
            Content::Day(day) => match excel_day(*day) {
                Some(date) => {
                    let format = format.set_num_format("yyyy-mm-dd").set_align(FormatAlign::Center);
                    sheet.write_datetime_with_format(row, column, &date, &format)
                }
                None => sheet.write_string_with_format(row, column, day.to_string(), &format),
            },
        };
        done.map(|_| ()).map_err(failed)
    }
}

/// `None` before 1900, where Excel's calendar begins.
fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| *year >= 1900)?;
    ExcelDateTime::from_ymd(year, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?).ok()
}

fn content(field: &Field, value: &Value) -> Content {
    let words = |text: &str| Content::Words(text.to_owned());
    match (field.kind, value) {
        (_, value) if value.is_empty() => Content::Nothing,
        (FieldKind::Date, value) => match (value.as_date(), value.as_text()) {
            (Some(day), _) => Content::Day(day),
            (None, text) => words(text.unwrap_or_default()),
        },
        (FieldKind::Money, Value::Text(text)) => {
            let yuan = Decimal::parse(text).and_then(|yuan| yuan.to_string().parse().ok());
            yuan.map_or_else(|| words(text), Content::Amount)
        }
        (FieldKind::Choice { choices }, Value::Text(id)) => {
            words(choices.iter().find(|choice| choice.id == id).map_or(id, |choice| choice.label))
        }
        (_, Value::Flag(flag)) => words(if *flag { "是" } else { "否" }),
        (_, Value::Integer(number)) => match i32::try_from(*number) {
            Ok(number) => Content::Number(f64::from(number)),
            // Longer than a number of Excel can be trusted with.
            Err(_) => Content::Words(number.to_string()),
        },
        (_, Value::Text(text)) => words(text),
        (_, Value::List(names)) => Content::Words(names.join("、")),
        (_, Value::Publications(list)) => {
            let said = list.iter().map(|publication| match publication.on {
                Some(on) => format!("{}（{on}）", publication.channel),
                None => publication.channel.clone(),
            });
            Content::Words(said.collect::<Vec<_>>().join("、"))
        }
        (_, Value::Attachment(kept)) => words(&kept.name),
        (_, Value::Null) => Content::Nothing,
    }
}
