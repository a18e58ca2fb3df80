//! Which records of a ledger a query accepts, found in one pass over the index that holds everything
//! a list can be filtered by; what is to be totalled is totalled on the way.

use domain::{Ledger, RecordQuery};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, params_from_iter};

use crate::catalogue::Names;
use crate::error::Result;
use crate::filter::{Conditions, conditions};
use crate::search;
use crate::totals::Tally;

/// Found by search, this many records at most are looked up one by one; more are sieved out of the
/// whole year.
const FEW: usize = 2_000;

/// A set of row ids.
#[derive(Default)]
pub(crate) struct Ids {
    words: Vec<u64>,
    count: usize,
}

impl Ids {
    pub(crate) fn insert(&mut self, id: i64) {
        let Ok(id) = usize::try_from(id) else { return };
        let (word, bit) = (id / 64, 1 << (id % 64));
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
        }
        self.count += usize::from(self.words[word] & bit == 0);
        self.words[word] |= bit;
    }

    pub(crate) fn has(&self, id: i64) -> bool {
        usize::try_from(id).is_ok_and(|id| self.words.get(id / 64).is_some_and(|w| w & (1 << (id % 64)) != 0))
    }

    pub(crate) fn len(&self) -> usize {
        self.count
    }
}

impl FromIterator<i64> for Ids {
    fn from_iter<T: IntoIterator<Item = i64>>(ids: T) -> Self {
        let mut set = Self::default();
        ids.into_iter().for_each(|id| set.insert(id));
        set
    }
}

/// The records a query accepts.
pub(crate) fn select(
    db: &Connection,
    ledger: &Ledger,
    query: &RecordQuery,
    names: &Names,
    tallies: &mut [Tally],
) -> Result<Ids> {
    let mut wanted = conditions(ledger, query.year, &query.filter, names)?;
    if let (Some(year), Some(month)) = (query.year, query.month) {
        let month = format!("{year:04}-{month:02}");
        wanted.add("year_on BETWEEN ? AND ?", [Sql::Text(month.clone()), Sql::Text(format!("{month}~"))]);
    }
    let Some(question) = search::question(&query.search)? else {
        return sieve(db, ledger, "facets", &wanted, None, tallies);
    };
    let found = search::found(db, ledger, &question)?;
    if found.len() > FEW {
        return sieve(db, ledger, "facets", &wanted, Some(&found.into_iter().collect()), tallies);
    }
    let found: Vec<_> = found.iter().map(i64::to_string).collect();
    wanted.add(format!("id IN ({})", found.join(", ")), []);
    sieve(db, ledger, "", &wanted, None, tallies)
}

/// Goes through the records by an index (by id where it is empty) and keeps those wanted.
fn sieve(
    db: &Connection,
    ledger: &Ledger,
    index: &str,
    wanted: &Conditions,
    found: Option<&Ids>,
    tallies: &mut [Tally],
) -> Result<Ids> {
    let columns: String = tallies.iter().flat_map(Tally::columns).map(|c| format!(", \"{c}\"")).collect();
    let by = match index {
        "" => "NOT INDEXED".to_owned(),
        index => format!("INDEXED BY {}_{index}", ledger.id),
    };
    let sql = format!("SELECT id{columns} FROM {} {by} WHERE {}", ledger.id, wanted.sql());
    let mut statement = db.prepare(&sql)?;
    let mut rows = statement.query(params_from_iter(&wanted.params))?;
    let mut ids = Ids::default();
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        if found.is_some_and(|found| !found.has(id)) {
            continue;
        }
        ids.insert(id);
        let mut at = 1;
        for tally in tallies.iter_mut() {
            at = tally.add(row, at)?;
        }
    }
    Ok(ids)
}
