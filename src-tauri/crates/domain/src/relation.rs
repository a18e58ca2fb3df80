//! What must agree inside a table, as data of its format: cells that add up to the same, or are at least
//! as large as others.

use serde::{Deserialize, Serialize};

use crate::format::Format;

/// How two sides stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Must {
    /// The same.
    Equal,
    /// The left is at least the right.
    AtLeast,
}

/// A relation as the format writes it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelationFormat {
    /// Id of the rule that speaks of it; one that no rule has is spoken of by `format.relation`.
    pub rule: String,
    /// Table whose columns `{column}` runs through.
    #[serde(default)]
    pub each_column_of: Option<String>,
    /// Table whose data rows `{row}` runs through.
    #[serde(default)]
    pub each_row_of: Option<String>,
    /// Cell ids, added up.
    pub left: Vec<String>,
    /// How they stand.
    pub must: Must,
    /// Cell ids, added up.
    pub right: Vec<String>,
    /// The left side in words: 新收与上年结转之和.
    pub left_label: String,
    /// The right side in words.
    pub right_label: String,
    /// Where it is said.
    #[serde(default)]
    pub basis: String,
}

/// A relation between cells of a format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// Rule id.
    pub rule: String,
    /// Name of the row or column it is about; empty where it is about the whole table.
    pub about: String,
    /// Cell ids.
    pub left: Vec<String>,
    /// How they stand.
    pub must: Must,
    /// Cell ids.
    pub right: Vec<String>,
    /// In words.
    pub left_label: String,
    /// In words.
    pub right_label: String,
    /// Where it is said.
    pub basis: String,
}

impl Format {
    /// Every relation, run through its rows and columns.
    pub fn relations(&self) -> Vec<Relation> {
        self.relations_of(|_| true)
    }

    /// Those that some rules speak of.
    pub fn relations_of(&self, rule: impl Fn(&str) -> bool) -> Vec<Relation> {
        let of = self.relations.iter().filter(|relation| rule(&relation.rule));
        of.flat_map(|relation| self.expanded(relation)).collect()
    }

    fn expanded(&self, relation: &RelationFormat) -> Vec<Relation> {
        let table =
            |id: &Option<String>| id.as_deref().and_then(|id| self.tables.iter().find(|t| t.id == id));
        let once = |name: &str, by: &str, about: &str| {
            let named = |ids: &[String]| ids.iter().map(|id| id.replace(name, by)).collect();
            Relation {
                rule: relation.rule.clone(),
                about: about.to_owned(),
                left: named(&relation.left),
                must: relation.must,
                right: named(&relation.right),
                left_label: relation.left_label.clone(),
                right_label: relation.right_label.clone(),
                basis: relation.basis.clone(),
            }
        };
        if let Some(table) = table(&relation.each_column_of) {
            return table.columns.iter().map(|c| once("{column}", &c.id, &c.label)).collect();
        }
        if let Some(table) = table(&relation.each_row_of) {
            return table.data_rows().map(|r| once("{row}", &r.id, &r.label)).collect();
        }
        vec![once("{}", "", "")]
    }
}
