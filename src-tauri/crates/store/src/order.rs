//! The order of a list. Each order is read off an index, from the front, past what the query does not
//! accept, until the page is full; empty values come last whichever way the list is sorted.

use domain::{Field, FieldKind, Ledger, RecordQuery, YearRule};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, params_from_iter};

use crate::catalogue::Names;
use crate::error::Result;
use crate::filter::{days_of, known_field};
use crate::selection::Ids;

/// The ids on the query's page, in order.
pub(crate) fn page_ids(
    db: &Connection,
    ledger: &Ledger,
    query: &RecordQuery,
    names: &Names,
    accepted: &Ids,
) -> Result<Vec<i64>> {
    let size = query.page_size.clamp(1, 500) as usize;
    let skip = query.page as usize * size;
    if skip >= accepted.len() {
        return Ok(vec![]);
    }
    let mut page = Page { accepted, seen: None, skip, size: size.min(accepted.len() - skip), ids: vec![] };
    for run in runs(ledger, query, names)? {
        if page.take(db, ledger, query, &run)? {
            break;
        }
    }
    Ok(page.ids)
}

/// A piece of an order: a condition, and an order an index has.
struct Run {
    condition: String,
    params: Vec<Sql>,
    order: String,
    /// Reads the table beside instead of the ledger's own.
    beside: Option<String>,
    /// The index whose order it is, where there is one.
    index: Option<String>,
}

impl Run {
    fn new(condition: impl Into<String>, params: Vec<Sql>, order: impl Into<String>) -> Self {
        Self { condition: condition.into(), params, order: order.into(), beside: None, index: None }
    }
}

const NEWEST: &str = "year_on DESC, id DESC";

fn runs(ledger: &Ledger, query: &RecordQuery, names: &Names) -> Result<Vec<Run>> {
    let Some(sort) = &query.sort else {
        let index = Some(format!("{}_newest", ledger.id));
        return Ok(vec![Run { index, ..Run::new("1", vec![], NEWEST) }]);
    };
    let field = known_field(ledger, &sort.field)?;
    let column = format!("\"{}\"", field.id);
    let way = if sort.descending { "DESC" } else { "ASC" };
    if field.personal {
        return Ok(vec![Run {
            beside: Some(format!("{}_person", ledger.id)),
            ..Run::new("1", vec![], format!("{column} IS NULL, {column} {way}, record_id {way}"))
        }]);
    }
    let mut groups = groups(field, names);
    if sort.descending {
        groups.reverse();
    }
    let empty = Run::new(format!("{column} IS NULL"), vec![], NEWEST);
    let mut runs: Vec<Run> = match field.kind {
        FieldKind::Entries { .. } | FieldKind::Publications => {
            let beside = format!("{}_{}", ledger.id, field.id);
            let run = |id| Run {
                beside: Some(beside.clone()),
                ..Run::new("entry_id = ?", vec![id], "record_id DESC")
            };
            groups.into_iter().map(run).collect()
        }
        FieldKind::Choice { .. } | FieldKind::Entry { .. } | FieldKind::Flag => {
            groups.into_iter().map(|v| Run::new(format!("{column} = ?"), vec![v], NEWEST)).collect()
        }
        FieldKind::LongText { .. } => {
            let start = format!("substr({column}, 1, 40)");
            let order = format!("{start} {way}, year_on {way}, id {way}");
            vec![Run::new(format!("{start} IS NOT NULL"), vec![], order)]
        }
        _ => {
            let order = format!("{column} {way}, year_on {way}, id {way}");
            vec![Run::new(format!("{column} IS NOT NULL"), vec![], order)]
        }
    };
    runs.push(empty);
    if field.listed && !field.kind.is_many() {
        for run in &mut runs {
            run.index = Some(format!("{}_by_{}", ledger.id, field.id));
        }
    }
    Ok(runs)
}

/// The values of a field in the order of the form or of the office's list, as the table holds them.
fn groups(field: &Field, names: &Names) -> Vec<Sql> {
    match field.kind {
        FieldKind::Choice { choices } => choices.iter().map(|c| Sql::Text(c.id.to_owned())).collect(),
        FieldKind::Flag => vec![Sql::Integer(1), Sql::Integer(0)],
        _ => {
            let entries = field.kind.catalogue().map(|c| names.in_order(c)).unwrap_or_default();
            entries.into_iter().map(|entry| Sql::Integer(entry.id)).collect()
        }
    }
}

struct Page<'a> {
    accepted: &'a Ids,
    /// What came already, where a record stands in several runs.
    seen: Option<Ids>,
    skip: usize,
    size: usize,
    ids: Vec<i64>,
}

impl Page<'_> {
    /// Reads a run; whether the page is full.
    fn take(&mut self, db: &Connection, ledger: &Ledger, query: &RecordQuery, run: &Run) -> Result<bool> {
        let Run { condition, order, .. } = run;
        let mut params = run.params.clone();
        let sql = match &run.beside {
            Some(table) => format!("SELECT record_id FROM {table} WHERE {condition} ORDER BY {order}"),
            None => {
                let within = match (query.year, ledger.year_rule) {
                    (Some(year), YearRule::First(_)) => {
                        let (first, last) = days_of(year);
                        params.extend([Sql::Text(first), Sql::Text(last)]);
                        " AND year_on BETWEEN ? AND ?"
                    }
                    _ => "",
                };
                let by = run.index.as_ref().map(|index| format!(" INDEXED BY {index}")).unwrap_or_default();
                let table = ledger.id;
                format!(
                    "SELECT id FROM {table}{by} WHERE deleted_at IS NULL AND {condition}{within} ORDER BY {order}"
                )
            }
        };
        let once = run.beside.is_some() && condition != "1";
        let mut statement = db.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(params))?;
        while let Some(row) = rows.next()? {
            let id = row.get(0)?;
            if !self.accepted.has(id) || (once && !self.first_time(id)) {
                continue;
            }
            if self.skip > 0 {
                self.skip -= 1;
                continue;
            }
            self.ids.push(id);
            if self.ids.len() == self.size {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn first_time(&mut self, id: i64) -> bool {
        let seen = self.seen.get_or_insert_default();
        let first = !seen.has(id);
        seen.insert(id);
        first
    }
}
