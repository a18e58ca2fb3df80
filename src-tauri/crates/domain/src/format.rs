//! A report format is data: parts, headings, figures, where each is counted from, and the sentences a
//! new report starts with. When the State's form changes, a file is added.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::catalogue::{Catalogue, CatalogueId};
use crate::failure::Failure;
use crate::figure::{FigureSpec, Source};
use crate::query::Filter;
use crate::relation::RelationFormat;
use crate::table::TableFormat;

mod starter;

pub use starter::{Names, starter};

/// The formats that come with the program.
const EMBEDDED: &[&str] = &[
    include_str!("../formats/2008.json"),
    include_str!("../formats/2019.json"),
    include_str!("../formats/2021.json"),
];

/// No report is written for a later year; beyond it there is only a mistake.
const LAST_YEAR: i32 = 2100;

/// A report format.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Format {
    /// `2008`
    pub id: String,
    /// 旧式六部分（2008—2018 年）
    pub label: String,
    /// First year it is for.
    pub from_year: i32,
    /// The document that prescribes it; empty where there is none.
    #[serde(default)]
    pub basis: String,
    /// Words that only a report in this form has, for telling forms apart in a text.
    #[serde(default)]
    pub marks: Vec<String>,
    /// Title of the report; `{office}`, `{short}`, `{year}` stand for their words.
    pub title: String,
    /// In order.
    pub parts: Vec<PartFormat>,
    /// In the order of the panel.
    pub figures: Vec<FigureFormat>,
    /// In the order of the parts.
    #[serde(default)]
    pub tables: Vec<TableFormat>,
    /// What must agree in the tables.
    #[serde(default)]
    pub relations: Vec<RelationFormat>,
}

/// A part of a format.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartFormat {
    /// Stable id.
    pub id: String,
    /// Without its number; empty for the preamble.
    pub heading: String,
    /// Other headings that stand for the same part in published reports.
    #[serde(default)]
    pub also: Vec<String>,
    /// What belongs here, for the clerk.
    pub help: String,
    /// What a new report starts with.
    #[serde(default)]
    pub starter: Vec<StarterBlock>,
    /// A part of tables, without a text unless the office writes one.
    #[serde(default)]
    pub tables_only: bool,
    /// An annex behind the signature, on a page of its own, not numbered with the parts.
    #[serde(default)]
    pub annex: bool,
    /// First year that the part is for, where it is later than the format's.
    #[serde(default)]
    pub from_year: Option<i32>,
}

/// A block of the starter text.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StarterBlock {
    /// As in [`crate::narrative::Block`].
    #[serde(default)]
    pub level: u8,
    /// Its sentences; those whose condition does not hold are left out, and a block without any too.
    pub say: Vec<Sentence>,
}

/// A sentence of the starter text. `{id}` is a live figure, `{~id}` one rounded down; `{year}`,
/// `{office}`, `{short}`, `{self}`, `{county}`, `{parts}`, `{parts_count}` stand for their words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    /// The words.
    pub text: String,
    /// Only where each of these figures is above zero; a name that ends with a point stands for any
    /// figure that begins with it.
    #[serde(default)]
    pub when: Vec<String>,
    /// Only where all of these figures are zero.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Once for every figure made from this catalogue entry-figure (`{}` or `{~}` is the figure,
    /// `{name}` its label) that is above zero, joined with 「，」.
    #[serde(default)]
    pub each: Option<String>,
}

/// A figure of a format; with `each`, one for every entry of a catalogue.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureFormat {
    /// Stable id; `{key}` is the entry's key.
    pub id: String,
    /// Part id.
    pub part: String,
    /// Name; `{name}` is the entry's.
    pub label: String,
    /// Unit.
    #[serde(default)]
    pub unit: String,
    /// A remark on how it is counted.
    #[serde(default)]
    pub remark: String,
    /// One for every entry of this catalogue.
    #[serde(default)]
    pub each: Option<CatalogueId>,
    /// Where from. Filter values `{name}`, `kind:new_media`, `key:board` stand for entry names.
    pub source: Source,
}

impl Format {
    /// Reads a format file.
    ///
    /// # Errors
    /// `format.unreadable` with the place in the file.
    pub fn read(json: &str) -> Result<Self, Failure> {
        serde_json::from_str(json).map_err(|error| {
            Failure::new(
                "format.unreadable",
                format!("报告格式文件读不出来：{error}"),
                "请重新安装程序或换回原来的格式文件",
            )
        })
    }

    /// All formats that come with the program, oldest first.
    ///
    /// # Errors
    /// As [`Format::read`].
    pub fn embedded() -> Result<Vec<Self>, Failure> {
        static READ: OnceLock<Result<Vec<Format>, Failure>> = OnceLock::new();
        READ.get_or_init(|| EMBEDDED.iter().map(|json| Self::read(json)).collect()).clone()
    }

    /// The format for a year: the newest that had begun by then.
    ///
    /// # Errors
    /// As [`Format::read`]; `format.none` for a year before all of them.
    pub fn of_year(year: i32) -> Result<Self, Failure> {
        let begun = Self::embedded()?
            .into_iter()
            .filter(|f| f.from_year <= year && year <= LAST_YEAR)
            .max_by_key(|f| f.from_year);
        begun.map(|format| format.for_year(year)).ok_or_else(|| {
            Failure::new(
                "format.none",
                format!("{year} 年没有年度报告格式"),
                "《政府信息公开条例》2008 年 5 月起施行，请选 2008 年及以后的年度",
            )
        })
    }

    /// The format as a year has it: without the parts that began later, and without what belongs to
    /// them — figures, tables, and the relations between their cells.
    #[must_use]
    pub fn for_year(mut self, year: i32) -> Self {
        let later: Vec<PartFormat> =
            self.parts.extract_if(.., |part| part.from_year.is_some_and(|from| from > year)).collect();
        if later.is_empty() {
            return self;
        }
        let begun = |part: &str| later.iter().all(|p| p.id != part);
        self.figures.retain(|figure| begun(&figure.part));
        let dropped: Vec<TableFormat> = self.tables.extract_if(.., |table| !begun(&table.part)).collect();
        let cells: Vec<String> = dropped.iter().flat_map(TableFormat::specs).map(|spec| spec.id).collect();
        self.relations.retain(|relation| {
            let run_through = [&relation.each_column_of, &relation.each_row_of];
            let table_gone =
                run_through.into_iter().flatten().any(|id| dropped.iter().any(|table| &table.id == id));
            !table_gone && !relation.left.iter().chain(&relation.right).any(|cell| cells.contains(cell))
        });
        self
    }

    /// A part by its id.
    pub fn part(&self, id: &str) -> Option<&PartFormat> {
        self.parts.iter().find(|p| p.id == id)
    }

    /// An embedded format by its id.
    ///
    /// # Errors
    /// As [`Format::read`]; `format.unknown`.
    pub fn by_id(id: &str) -> Result<Self, Failure> {
        let all = Self::embedded()?;
        let known: Vec<_> = all.iter().map(|f| f.id.clone()).collect();
        all.into_iter().find(|f| f.id == id).ok_or_else(|| {
            Failure::new(
                "format.unknown",
                format!("没有「{id}」这种报告格式"),
                format!("可用的格式：{}", known.join("、")),
            )
        })
    }

    /// A table by its id.
    pub fn table(&self, id: &str) -> Option<&TableFormat> {
        self.tables.iter().find(|t| t.id == id)
    }

    /// The figures for an office with these catalogues, then the cells of the tables.
    pub fn figures(&self, catalogues: &[Catalogue]) -> Vec<FigureSpec> {
        let figures = self.figures.iter().flat_map(|figure| figure.specs(catalogues));
        let cells = self.tables.iter().flat_map(TableFormat::specs).map(|mut cell| {
            resolve_source(&mut cell.source, "", catalogues);
            cell
        });
        figures.chain(cells).collect()
    }
}

impl FigureFormat {
    fn specs(&self, catalogues: &[Catalogue]) -> Vec<FigureSpec> {
        let Some(each) = self.each else { return vec![self.spec("", "", catalogues)] };
        let entries = catalogues.iter().filter(|c| c.id == each).flat_map(|c| &c.entries);
        entries.map(|entry| self.spec(&entry.key, &entry.name, catalogues)).collect()
    }

    fn spec(&self, key: &str, name: &str, catalogues: &[Catalogue]) -> FigureSpec {
        let mut source = self.source.clone();
        resolve_source(&mut source, name, catalogues);
        FigureSpec {
            id: self.id.replace("{key}", key),
            part: self.part.clone(),
            label: self.label.replace("{name}", name),
            unit: self.unit.clone(),
            source,
            remark: self.remark.clone(),
            custom: false,
            place: None,
            carried: None,
            decimals: 0,
        }
    }
}

fn resolve_source(source: &mut Source, name: &str, catalogues: &[Catalogue]) {
    match source {
        Source::Count { ledger, filter }
        | Source::Sum { ledger, filter, .. }
        | Source::Texts { ledger, filter, .. } => resolve(ledger, filter, name, catalogues),
        Source::Total(_) | Source::Always { .. } | Source::Entered => {}
    }
}

/// Entry names in place of `{name}`, `kind:…` and `key:…`.
fn resolve(ledger: &str, filter: &mut Filter, name: &str, catalogues: &[Catalogue]) {
    for (field, accepted) in filter.iter_mut() {
        let catalogue =
            crate::ledgers::ledger(ledger).and_then(|l| l.field(field)).and_then(|f| f.kind.catalogue());
        let Some(catalogue) = catalogues.iter().find(|c| Some(c.id) == catalogue) else { continue };
        *accepted = accepted
            .iter()
            .flat_map(|value| match value.split_once(':') {
                Some(("kind", kind)) => names(catalogue, |e| e.kind == kind),
                Some(("key", key)) => names(catalogue, |e| e.key == key),
                _ if value == "{name}" => vec![name.to_owned()],
                _ => vec![value.clone()],
            })
            .collect();
    }
}

fn names(catalogue: &Catalogue, wanted: impl Fn(&crate::catalogue::Entry) -> bool) -> Vec<String> {
    catalogue.entries.iter().filter(|e| wanted(e)).map(|e| e.name.clone()).collect()
}

#[cfg(test)]
mod tests;
