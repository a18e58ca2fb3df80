//! A statutory table becomes a table on paper: its labels as the form draws them, its values in their cells.

use domain::figure::Figure;
use domain::table::{GridCell, RowView, TableView};
use paper::{Align, Cell, Table, TableRow};

/// 五号: the size of the statutory tables where a page holds them.
const SIZE_PT: f64 = 10.5;
/// 小五: smaller than this nobody reads a table on paper.
const LEAST_PT: f64 = 9.0;

/// The table with its values. A blank cell stays blank, 不适用 is said in words, and a 0 is a 0.
pub fn table(view: &TableView, figures: &[Figure]) -> Table {
    Table {
        columns: view.widths.clone(),
        rows: view.rows.iter().map(|row| table_row(row, figures)).collect(),
        size_pt: Some(SIZE_PT),
        least_pt: Some(LEAST_PT),
        footer: view.footer.clone(),
        ..Table::default()
    }
}

fn table_row(row: &RowView, figures: &[Figure]) -> TableRow {
    // A row without a value is a heading, wherever it stands.
    let heading = row.cells.iter().all(|cell| cell.cell.is_none());
    TableRow {
        header: row.head,
        cells: row.cells.iter().map(|cell| table_cell(cell, heading, figures)).collect(),
    }
}

fn table_cell(cell: &GridCell, heading: bool, figures: &[Figure]) -> Cell {
    let align = if cell.left { Align::Left } else { Align::Center };
    let mut drawn = match &cell.cell {
        Some(id) => Cell::new(value(id, figures), Align::Center),
        None => Cell::new(cell.text.clone(), align),
    };
    // What stands in brackets is a note, no heading.
    drawn.header = heading && !cell.text.starts_with('（');
    drawn.spanning(cell.cols, cell.rows)
}

fn value<'f>(id: &str, figures: &'f [Figure]) -> &'f str {
    figures.iter().find(|figure| figure.id == id).map_or("", |figure| figure.text.as_str())
}
