//! The statutory tables, a sheet each, merged as the form draws them.

use domain::figure::Figure;
use domain::table::{GridCell, TableView};
use domain::{Failure, Quantity};
use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet};

use super::{add_sheet, failed, for_words, framed, properties, set_page, units};
use crate::report::Report;

/// Width of all columns together, in characters of a column's width: what A4 takes at its full size.
const WIDTH: f64 = 96.0;
/// Height of a line of words, in points.
const LINE: f64 = 15.0;
/// Tables of more columns are printed across.
const MOST_UPRIGHT: usize = 10;
/// The table's name and the line under it.
const ABOVE: u32 = 2;

/// An Excel file with a sheet for each statutory table of a report.
///
/// # Errors
/// `sheets.none` for a form without tables; `sheets.write`.
pub fn tables(report: &Report) -> Result<Vec<u8>, Failure> {
    if report.tables.is_empty() {
        return Err(Failure::new(
            "sheets.none",
            format!("{}年的报告格式（{}）没有统计表", report.year, report.format_label),
            "没有生成 Excel 文件；请导出 Word 或者 PDF",
        ));
    }
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&report.title, &report.signature_office, &report.signed_on));
    for view in &report.tables {
        let sheet = add_sheet(&mut workbook, &view.name)?;
        write(sheet, view, report)?;
    }
    workbook.save_to_buffer().map_err(failed)
}

fn write(sheet: &mut Worksheet, view: &TableView, report: &Report) -> Result<(), Failure> {
    let columns = view.widths.len();
    set_page(sheet, columns > MOST_UPRIGHT);
    let widths = widths(view);
    for (at, width) in (0..).zip(&widths) {
        sheet.set_column_width(at, *width).map_err(failed)?;
    }
    let plain = Format::new().set_font_name("宋体").set_font_size(10.5);
    let name = plain.clone().set_font_size(16).set_bold().set_align(FormatAlign::Center);
    let office = format!("{}　{}年度", report.signature_office, report.year);
    over_all(sheet, 0, columns, &view.name, &name)?;
    over_all(sheet, 1, columns, &office, &plain.clone().set_align(FormatAlign::Center))?;
    sheet.set_row_height(0, 30).map_err(failed)?;

    let mut taken = vec![0; columns];
    for (r, row) in view.rows.iter().enumerate() {
        let heading = row.cells.iter().all(|cell| cell.cell.is_none());
        let mut column = 0;
        let mut lines = 1;
        for cell in &row.cells {
            while taken.get(column).is_some_and(|until| *until > r) {
                column += 1;
            }
            let place = Place { row: r, column, heading, figures: &report.figures };
            place.write(sheet, cell)?;
            let room: f64 = widths.iter().skip(column).take(cell.cols).sum();
            if cell.rows == 1 {
                lines = lines.max((units(&cell.text) as f64 / (room - 1.5).max(2.0)).ceil() as u32);
            }
            taken.iter_mut().skip(column).take(cell.cols).for_each(|until| *until = r + cell.rows);
            column += cell.cols;
        }
        sheet.set_row_height(ABOVE + at(r), f64::from(lines) * LINE + 5.0).map_err(failed)?;
    }
    let head = view.rows.iter().take_while(|row| row.head).count();
    if head > 0 && head < view.rows.len() {
        sheet.set_repeat_rows(ABOVE, ABOVE + at(head) - 1).map_err(failed)?;
        sheet.set_freeze_panes(ABOVE + at(head), 0).map_err(failed)?;
    }
    if !view.footer.is_empty() {
        let labels = view.footer.join("　　　　");
        over_all(sheet, ABOVE + at(view.rows.len()) + 1, columns, &labels, &plain)?;
    }
    Ok(())
}

fn widths(view: &TableView) -> Vec<f64> {
    let all: f64 = view.widths.iter().sum();
    view.widths.iter().map(|share| (share / all * WIDTH).max(3.0)).collect()
}

fn at(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn across(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

/// Words over the whole width.
fn over_all(
    sheet: &mut Worksheet,
    row: u32,
    columns: usize,
    words: &str,
    format: &Format,
) -> Result<(), Failure> {
    let format = for_words(format, words);
    let done = match across(columns) {
        0 | 1 => sheet.write_string_with_format(row, 0, words, &format),
        columns => sheet.merge_range(row, 0, row, columns - 1, words, &format),
    };
    done.map(|_| ()).map_err(failed)
}

/// Where a cell begins.
struct Place<'r> {
    row: usize,
    column: usize,
    /// In a row without a value.
    heading: bool,
    figures: &'r [Figure],
}

impl Place<'_> {
    fn write(&self, sheet: &mut Worksheet, cell: &GridCell) -> Result<(), Failure> {
        let (row, column) = (ABOVE + at(self.row), across(self.column));
        let format = match &cell.cell {
            None if cell.left => framed().set_align(FormatAlign::Left),
            _ => framed().set_align(FormatAlign::Center),
        };
        // What stands in brackets is a note, no heading.
        let bold = self.heading && !cell.text.starts_with('（');
        let format = if bold { format.set_bold() } else { format };
        let format = for_words(&format, &cell.text);
        if cell.cols > 1 || cell.rows > 1 {
            let last = (row + at(cell.rows) - 1, column + across(cell.cols) - 1);
            sheet.merge_range(row, column, last.0, last.1, &cell.text, &format).map_err(failed)?;
        } else {
            sheet.write_string_with_format(row, column, &cell.text, &format).map_err(failed)?;
        }
        let Some(id) = &cell.cell else { return Ok(()) };
        let figure = self.figures.iter().find(|figure| &figure.id == id);
        let value = figure.map_or(Quantity::Blank, |figure| figure.value);
        let done = match value {
            Quantity::Exact(number) => match number.to_string().parse::<f64>() {
                Ok(number) => sheet.write_number_with_format(row, column, number, &format),
                Err(_) => sheet.write_string_with_format(row, column, number.to_string(), &format),
            },
            Quantity::Blank => sheet.write_blank(row, column, &format),
            Quantity::AtLeast(_) | Quantity::NotApplicable => {
                sheet.write_string_with_format(row, column, value.text(), &format)
            }
        };
        done.map(|_| ()).map_err(failed)
    }
}
