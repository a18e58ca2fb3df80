//! Tables as Word's own: a cell over several columns or rows is one cell, the head is repeated, no row is
//! torn.

use std::ops::Range;

use crate::markup::Element;
use crate::{Align, Cell, Table};

use super::measure::{Measures, TableSet, Twips};
use super::paragraph::{Paragraph, tab, value, width};
use super::styles::{table_foot, table_text};

/// Line pitch in cells and under the table, in ems.
pub(super) const LEADING: f64 = 1.3;
pub(super) const FOOT_LEADING: f64 = 2.0;
/// White between rule and words, and under the table, in twips: 1.3, 0.9 and 1.5 mm.
pub(super) const PAD_X: Twips = 74;
pub(super) const PAD_Y: Twips = 51;
pub(super) const BELOW: Twips = 85;
/// Room to write by hand behind a label under the table: 25 mm.
const WRITING: Twips = 1417;

/// A place of a row: where a cell begins, or goes on from the row above.
struct Place<'t> {
    columns: Range<usize>,
    cell: &'t Cell,
    begins: bool,
}

/// A table being written.
struct Writer<'a> {
    set: &'a TableSet,
    measures: &'a Measures<'a>,
    edges: Vec<Twips>,
}

/// The table. `keeps`: its last row stays with what follows.
pub(super) fn element(table: &Table, set: &TableSet, keeps: bool, measures: &Measures<'_>) -> Element {
    let writer = Writer { set, measures, edges: edges(table, set.width) };
    let head = table.rows.iter().take_while(|row| row.header).count();
    // A head that is the whole table is repeated nowhere.
    let head = if head < table.rows.len() { head } else { 0 };
    let caption = (!table.caption.is_empty()).then(|| value("w:tblCaption", &table.caption));
    let properties = Element::new("w:tblPr")
        .child(value("w:tblStyle", "OfficialTable"))
        .child(Element::new("w:tblW").attr("w:w", set.width).attr("w:type", "dxa"))
        .child(value("w:jc", "center"))
        .child(Element::new("w:tblLayout").attr("w:type", "fixed"))
        .children(caption);
    let column = |pair: &[Twips]| Element::new("w:gridCol").attr("w:w", pair[1] - pair[0]);
    let grid = Element::new("w:tblGrid").children(writer.edges.windows(2).map(column));
    let places = places(table);
    let last = places.len().saturating_sub(1);
    let rows = places.iter().enumerate().map(|(n, row)| {
        let keep = if n == last { keeps } else { set.whole || n < head };
        writer.row(row, n < head, keep)
    });
    Element::new("w:tbl").child(properties).child(grid).children(rows)
}

impl Writer<'_> {
    fn row(&self, row: &[Place<'_>], head: bool, keep: bool) -> Element {
        let least = self.set.row_least;
        let height = Element::new("w:trHeight").attr("w:val", least).attr("w:hRule", "atLeast");
        let properties = Element::new("w:trPr")
            .child(Element::new("w:cantSplit"))
            .children((least > 0).then_some(height))
            .children(head.then(|| Element::new("w:tblHeader")));
        Element::new("w:tr").child(properties).children(row.iter().map(|place| self.cell(place, keep)))
    }

    fn cell(&self, place: &Place<'_>, keep: bool) -> Element {
        let (cell, columns) = (place.cell, &place.columns);
        let span = (columns.len() > 1).then(|| value("w:gridSpan", columns.len()));
        let merge = (cell.row_span > 1).then(|| match place.begins {
            true => value("w:vMerge", "restart"),
            false => Element::new("w:vMerge"),
        });
        let wide = self.edges[columns.end] - self.edges[columns.start];
        let properties = Element::new("w:tcPr")
            .child(Element::new("w:tcW").attr("w:w", wide).attr("w:type", "dxa"))
            .children(span)
            .children(merge)
            .child(value("w:vAlign", "center"));
        let paragraph = Paragraph {
            keep_next: keep,
            align: match cell.align {
                Align::Left => Some("left"),
                // As the style has it.
                Align::Center => None,
                Align::Right => Some("right"),
            },
            ..Paragraph::new(table_text(self.set.half_points, cell.header))
        };
        let paragraph = if place.begins { paragraph.words(&cell.text) } else { paragraph };
        Element::new("w:tc").child(properties).child(paragraph.element(self.measures))
    }
}

/// The labels under a table, with room behind each to write by hand.
pub(super) fn foot(table: &Table, set: &TableSet) -> Vec<Paragraph> {
    let em = Twips::from(set.half_points) * 10;
    let longest = table.footer.iter().map(|label| width(label) * em / 100).max().unwrap_or(0);
    let in_line = usize::try_from(set.width / (longest + WRITING)).unwrap_or(1).max(1);
    let stop = |n: usize| set.width * n as Twips / in_line as Twips;
    let line = |labels: &[String]| {
        let mut line = Paragraph::new(table_foot(set.half_points));
        line.tabs = (1..in_line).map(stop).collect();
        for (n, label) in labels.iter().enumerate() {
            if n > 0 {
                line.runs.push(tab());
            }
            line = line.words(label);
        }
        line
    };
    table.footer.chunks(in_line).map(line).collect()
}

/// Left ends of the columns and the right end of the last.
fn edges(table: &Table, width: Twips) -> Vec<Twips> {
    let sum: f64 = table.columns.iter().sum();
    let mut at = 0.0;
    let mut edges = vec![0];
    for share in &table.columns {
        at += share;
        edges.push((at / sum * width as f64).round() as Twips);
    }
    edges
}

/// What stands in each row, from the left. Layout has seen to it that the cells fill the table.
fn places(table: &Table) -> Vec<Vec<Place<'_>>> {
    let mut rows: Vec<Vec<Place<'_>>> = table.rows.iter().map(|_| Vec::new()).collect();
    for (r, row) in table.rows.iter().enumerate() {
        for cell in &row.cells {
            let start = first_free(&rows[r]);
            let columns = start..start + cell.col_span;
            for (below, places) in rows.iter_mut().skip(r).take(cell.row_span).enumerate() {
                let place = Place { columns: columns.clone(), cell, begins: below == 0 };
                let at = places.partition_point(|other| other.columns.start < start);
                places.insert(at, place);
            }
        }
    }
    rows
}

fn first_free(places: &[Place<'_>]) -> usize {
    let mut free = 0;
    for place in places {
        if place.columns.start > free {
            break;
        }
        free = place.columns.end;
    }
    free
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TableRow;

    #[test]
    fn merged_cells_fill_every_row() {
        let head = |col_span, row_span| Cell::head("甲").spanning(col_span, row_span);
        let row = |cells: Vec<Cell>| TableRow { header: false, cells };
        let table = Table {
            columns: vec![1.0; 4],
            rows: vec![
                row(vec![head(1, 3), head(2, 1), head(1, 2)]),
                row(vec![head(1, 2), head(1, 1)]),
                row(vec![head(2, 1)]),
            ],
            ..Table::default()
        };
        let filled: Vec<Vec<(Range<usize>, bool)>> = places(&table)
            .iter()
            .map(|row| row.iter().map(|p| (p.columns.clone(), p.begins)).collect())
            .collect();
        assert_eq!(filled[0], [(0..1, true), (1..3, true), (3..4, true)]);
        assert_eq!(filled[1], [(0..1, false), (1..2, true), (2..3, true), (3..4, false)]);
        assert_eq!(filled[2], [(0..1, false), (1..2, false), (2..4, true)]);
    }
}
