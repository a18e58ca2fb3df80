//! Rows of the trial form of 2019, column by column.

use crate::number::{Decimal, Quantity};
use crate::rules::Dossier;

/// A row with the values of some columns, all of them known exactly.
pub(super) struct TrialRow {
    /// `t2.permit`
    pub id: String,
    /// 行政许可
    pub name: String,
    /// In the order in which they were asked for.
    pub values: Vec<Decimal>,
}

/// Every row that has these columns.
pub(super) fn rows(dossier: &Dossier, columns: &[&str]) -> Vec<TrialRow> {
    if dossier.format.id != "2019" {
        return Vec::new();
    }
    let Some(first) = columns.first() else { return Vec::new() };
    let at_first = dossier.figures.cells().filter_map(|cell| Some((cell.place.as_ref()?, cell)));
    let at_first = at_first.filter(|(place, _)| place.column == *first);
    let row = |(place, cell): (&crate::table::CellPlace, &crate::figure::Figure)| {
        let id = cell.id.strip_suffix(first)?.trim_end_matches('.').to_owned();
        let exact = |column: &&str| match dossier.figures.value(&format!("{id}.{column}"))? {
            Quantity::Exact(n) => Some(n),
            _ => None,
        };
        let values = columns.iter().map(exact).collect::<Option<Vec<_>>>()?;
        Some(TrialRow { id, name: place.row_label.clone(), values })
    };
    at_first.filter_map(row).collect()
}
