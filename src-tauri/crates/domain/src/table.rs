//! A statutory table as data: labels merged as the form draws them, a stable id for each cell, and for
//! each cell where its value comes from. A form with other rows is another file, never other code.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::figure::{FigureSpec, Source};
use crate::query::Filter;

/// A table of a format.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableFormat {
    /// `t3`; begins the id of each of its cells.
    pub id: String,
    /// Part id.
    pub part: String,
    /// Name: 收到和处理政府信息公开申请情况.
    pub name: String,
    /// Unit of its cells, unless a row or a value says otherwise.
    #[serde(default)]
    pub unit: String,
    /// Widths of its columns on paper and on screen, as shares.
    pub widths: Vec<f64>,
    /// The columns of values that its rows share; a row may have values of its own instead.
    #[serde(default)]
    pub columns: Vec<ColumnFormat>,
    /// From the top.
    pub rows: Vec<RowFormat>,
    /// Begins on a page of its own on paper.
    #[serde(default)]
    pub own_page: bool,
    /// Lines to be filled in by hand under the table: 单位负责人, 审核人, …
    #[serde(default)]
    pub footer: Vec<String>,
}

/// A column of values.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnFormat {
    /// `commercial`; ends the id of each of its cells.
    pub id: String,
    /// 商业企业
    pub label: String,
    /// Which of a row's records.
    #[serde(default)]
    pub filter: Filter,
    /// Ids of the columns it adds up.
    #[serde(default)]
    pub sum: Vec<String>,
}

/// A row: the labels that begin in it, then its values.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowFormat {
    /// `result.partly`; empty for a row of labels.
    #[serde(default)]
    pub id: String,
    /// The row's whole name, for messages; empty for a row of labels.
    #[serde(default)]
    pub label: String,
    /// Part of the head, repeated on every page.
    #[serde(default)]
    pub head: bool,
    /// The labels that begin in this row, from the left.
    #[serde(default)]
    pub labels: Vec<LabelFormat>,
    /// Where the row is counted from; each column narrows it.
    #[serde(default)]
    pub source: Option<Source>,
    /// What last year's locked report makes of it; `{column}` stands for the column's id.
    #[serde(default)]
    pub carried: Option<Balance>,
    /// Ids of the rows it adds up, column by column.
    #[serde(default)]
    pub sum: Vec<String>,
    /// Its own values; without any, one for each column of the table.
    #[serde(default)]
    pub values: Vec<ValueFormat>,
    /// Unit.
    #[serde(default)]
    pub unit: Option<String>,
    /// Decimals allowed.
    #[serde(default)]
    pub decimals: u8,
}

/// A label as the form draws it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelFormat {
    /// The words, to the letter.
    pub text: String,
    /// Columns covered.
    #[serde(default = "one")]
    pub cols: usize,
    /// Rows covered.
    #[serde(default = "one")]
    pub rows: usize,
    /// At the left instead of in the middle.
    #[serde(default)]
    pub left: bool,
}

/// A value of a row that has its own.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ValueFormat {
    /// `issued`; empty where the row's id says it all.
    #[serde(default)]
    pub column: String,
    /// 本年制发件数
    #[serde(default)]
    pub label: String,
    /// Columns covered.
    #[serde(default = "one")]
    pub cols: usize,
    /// Where it is counted from; without, the row's.
    #[serde(default)]
    pub source: Option<Source>,
    /// What last year's locked report makes of it.
    #[serde(default)]
    pub carried: Option<Balance>,
    /// Ids of the cells it adds up.
    #[serde(default)]
    pub sum: Vec<String>,
    /// Unit.
    #[serde(default)]
    pub unit: Option<String>,
    /// Decimals allowed.
    #[serde(default)]
    pub decimals: u8,
}

/// What follows from last year's locked report: its cell, and what came and went since.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Balance {
    /// Last year's cell: the first of these that its report has.
    pub from: Vec<String>,
    /// Cells of this year that are added.
    #[serde(default)]
    pub plus: Vec<String>,
    /// Cells of this year that are taken off.
    #[serde(default)]
    pub minus: Vec<String>,
}

fn one() -> usize {
    1
}

/// Where a cell stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CellPlace {
    /// Table id.
    pub table: String,
    /// Row id.
    pub row: String,
    /// Column id; may be empty.
    pub column: String,
    /// The row's whole name.
    pub row_label: String,
    /// The column's name; may be empty.
    pub column_label: String,
}

/// A table as it is drawn, on screen and on paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TableView {
    /// Table id.
    pub id: String,
    /// Part id.
    pub part: String,
    /// Name.
    pub name: String,
    /// Shares of the whole width.
    pub widths: Vec<f64>,
    /// From the top.
    pub rows: Vec<RowView>,
    /// Begins on a page of its own on paper.
    pub own_page: bool,
    /// Lines under it, filled in by hand.
    pub footer: Vec<String>,
}

/// A row as it is drawn: the cells that begin in it, from the left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RowView {
    /// Repeated on every page.
    pub head: bool,
    /// From the left.
    pub cells: Vec<GridCell>,
}

/// A place of a drawn table: a label, or a value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct GridCell {
    /// The label; empty for a value.
    pub text: String,
    /// Figure id of the value; `None` for a label.
    pub cell: Option<String>,
    /// Columns covered.
    pub cols: usize,
    /// Rows covered.
    pub rows: usize,
    /// At the left.
    pub left: bool,
}

impl TableFormat {
    /// The id of a cell by its row and column.
    pub fn cell_id(&self, row: &str, column: &str) -> String {
        let parts = [self.id.as_str(), row, column];
        parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(".")
    }

    /// Rows that hold values.
    pub fn data_rows(&self) -> impl Iterator<Item = &RowFormat> {
        self.rows.iter().filter(|row| row.holds_values())
    }

    /// Every cell as a figure, row by row.
    pub fn specs(&self) -> Vec<FigureSpec> {
        self.data_rows().flat_map(|row| self.row_specs(row)).collect()
    }

    fn row_specs(&self, row: &RowFormat) -> Vec<FigureSpec> {
        if row.values.is_empty() {
            return self.columns.iter().map(|column| self.column_spec(row, column)).collect();
        }
        row.values.iter().map(|value| self.value_spec(row, value)).collect()
    }

    fn column_spec(&self, row: &RowFormat, column: &ColumnFormat) -> FigureSpec {
        let sum = if !column.sum.is_empty() {
            column.sum.iter().map(|other| self.cell_id(&row.id, other)).collect()
        } else {
            row.sum.iter().map(|other| self.cell_id(other, &column.id)).collect()
        };
        let source = row.source.clone().map(|source| source.narrowed(&column.filter));
        let carried = row.carried.as_ref().map(|balance| balance.in_column(&column.id));
        let drawn = Drawn { column: &column.id, label: &column.label, unit: None, decimals: row.decimals };
        self.spec(row, drawn, source, carried, sum)
    }

    fn value_spec(&self, row: &RowFormat, value: &ValueFormat) -> FigureSpec {
        let source = value.source.clone().or_else(|| row.source.clone());
        let carried = value.carried.clone().or_else(|| row.carried.clone());
        let drawn = Drawn {
            column: &value.column,
            label: &value.label,
            unit: value.unit.as_deref(),
            decimals: value.decimals.max(row.decimals),
        };
        self.spec(row, drawn, source, carried, value.sum.clone())
    }

    fn spec(
        &self,
        row: &RowFormat,
        drawn: Drawn<'_>,
        source: Option<Source>,
        carried: Option<Balance>,
        sum: Vec<String>,
    ) -> FigureSpec {
        let place = CellPlace {
            table: self.id.clone(),
            row: row.id.clone(),
            column: drawn.column.to_owned(),
            row_label: row.label.clone(),
            column_label: drawn.label.to_owned(),
        };
        let computed = !sum.is_empty();
        FigureSpec {
            id: self.cell_id(&row.id, drawn.column),
            part: self.part.clone(),
            label: place.words(),
            unit: drawn.unit.or(row.unit.as_deref()).unwrap_or(&self.unit).to_owned(),
            source: if computed { Source::Total(sum) } else { source.unwrap_or(Source::Entered) },
            remark: String::new(),
            custom: false,
            // A sum is never carried over: its terms are.
            carried: carried.filter(|_| !computed),
            decimals: drawn.decimals,
            place: Some(place),
        }
    }

    /// The table as it is drawn.
    pub fn view(&self) -> TableView {
        TableView {
            id: self.id.clone(),
            part: self.part.clone(),
            name: self.name.clone(),
            widths: self.widths.clone(),
            rows: self.rows.iter().map(|row| self.row_view(row)).collect(),
            own_page: self.own_page,
            footer: self.footer.clone(),
        }
    }

    fn row_view(&self, row: &RowFormat) -> RowView {
        let labels = row.labels.iter().map(|label| GridCell {
            text: label.text.clone(),
            cell: None,
            cols: label.cols,
            rows: label.rows,
            left: label.left,
        });
        let value = |id: String, cols: usize| GridCell {
            text: String::new(),
            cell: Some(id),
            cols,
            rows: 1,
            left: false,
        };
        let values: Vec<GridCell> = if !row.holds_values() {
            Vec::new()
        } else if row.values.is_empty() {
            self.columns.iter().map(|column| value(self.cell_id(&row.id, &column.id), 1)).collect()
        } else {
            row.values.iter().map(|v| value(self.cell_id(&row.id, &v.column), v.cols)).collect()
        };
        RowView { head: row.head, cells: labels.chain(values).collect() }
    }
}

impl RowFormat {
    fn holds_values(&self) -> bool {
        !self.id.is_empty() || !self.values.is_empty()
    }
}

/// A value as its column or its own entry describes it.
struct Drawn<'a> {
    column: &'a str,
    label: &'a str,
    unit: Option<&'a str>,
    decimals: u8,
}

impl CellPlace {
    /// Row and column in words: 「一、本年新收政府信息公开申请数量（自然人）」.
    pub fn words(&self) -> String {
        if self.column_label.is_empty() || self.row_label.is_empty() {
            return format!("{}{}", self.row_label, self.column_label);
        }
        format!("{}（{}）", self.row_label, self.column_label)
    }
}

impl Balance {
    fn in_column(&self, column: &str) -> Self {
        let named = |ids: &[String]| ids.iter().map(|id| id.replace("{column}", column)).collect();
        Self { from: named(&self.from), plus: named(&self.plus), minus: named(&self.minus) }
    }
}
