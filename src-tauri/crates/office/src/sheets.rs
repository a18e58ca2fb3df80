//! Excel files: the statutory tables of a report for the county that adds them up, and a ledger with every field
//! for an office that works on elsewhere.
//!
//! A number is a number and a day is a day, so that sums and filters work. 「100余」 and 不适用 stay words, a
//! blank cell stays blank.
//!
//! Words are always kept as words. What begins with `=`, `+`, `-`, `@` would be taken for a formula when
//! somebody edits the cell, so such cells carry Excel's own mark for text (the quote prefix): Excel and WPS
//! show them unchanged and never calculate them. The mark does not survive saving as CSV; a CSV file would
//! need an apostrophe before such words.

use domain::Failure;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

mod ledger;
mod tables;

pub use ledger::{export as export_ledger, ledger};
pub use tables::tables;

/// A4 in the list of paper sizes.
const A4: u8 = 9;
/// The longest name of a sheet.
const LONGEST_NAME: usize = 31;

/// What goes wrong while a file is put together.
fn failed(error: XlsxError) -> Failure {
    Failure::new(
        "sheets.write",
        format!("生成 Excel 文件时出错：{error}"),
        "请重试；如仍然出错，请把这条信息告诉技术支持人员",
    )
}

/// What the file says about itself: the office, and the day of what is in it, so that the same content gives the
/// same bytes.
fn properties(title: &str, office: &str, day: &str) -> DocProperties {
    let properties = DocProperties::new().set_title(title).set_author(office);
    let moment = ExcelDateTime::parse_from_str(day).or_else(|_| ExcelDateTime::from_ymd(2008, 5, 1));
    // The day that the statute came into force stands for a day that cannot be read.
    match moment {
        Ok(moment) => properties.set_creation_datetime(&moment),
        Err(_) => properties,
    }
}

/// A sheet with a name that Excel takes: without its forbidden signs, cut, and no name twice.
fn add_sheet<'w>(workbook: &'w mut Workbook, name: &str) -> Result<&'w mut Worksheet, Failure> {
    let plain: String =
        name.chars().filter(|c| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'')).collect();
    let taken: Vec<String> = workbook.worksheets().iter().map(Worksheet::name).collect();
    let cut = |room: usize| plain.chars().take(room).collect::<String>();
    let mut named = cut(LONGEST_NAME);
    let mut n = 2;
    while named.is_empty() || taken.contains(&named) {
        let tail = format!("（{n}）");
        named = cut(LONGEST_NAME - tail.chars().count()) + &tail;
        n += 1;
    }
    let sheet = workbook.add_worksheet();
    sheet.set_name(named).map_err(failed)?;
    Ok(sheet)
}

/// A4, as wide as the sheet, with page numbers.
fn set_page(sheet: &mut Worksheet, landscape: bool) {
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    sheet.set_margins(0.5, 0.5, 0.75, 0.75, 0.3, 0.3).set_footer("&C第 &P 页，共 &N 页");
    if landscape {
        sheet.set_landscape();
    }
}

/// A cell in a frame.
fn framed() -> Format {
    Format::new()
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
        .set_font_name("宋体")
        .set_font_size(10.5)
}

/// The format for words: with the mark for text where they look like a formula.
fn for_words(format: &Format, words: &str) -> Format {
    let formula = words.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if formula { format.clone().set_quote_prefix() } else { format.clone() }
}

/// The width of words in a column's units: two for a Chinese character, one for a letter.
fn units(words: &str) -> usize {
    words.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests;
