//! Categories, channels, departments, villages. Records point at an entry; an entry that records
//! use can be retired but not removed.

use std::collections::{BTreeMap, HashMap};

use domain::{Catalogue, CatalogueId, Entry, Failure, FieldKind, ledgers};
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};

use crate::error::{Error, Result};
use crate::schema::Step;
use crate::{Store, own_figures};

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: "
CREATE TABLE catalogue_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    catalogue TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    position INTEGER NOT NULL,
    retired INTEGER NOT NULL DEFAULT 0,
    UNIQUE (catalogue, key),
    UNIQUE (catalogue, name)
) STRICT;
",
}];

const COLUMNS: &str = "id, catalogue, key, name, code, kind, position, retired";

impl Store {
    /// The four lists with their entries, in the office's order, and how many records use each.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn catalogues(&self) -> std::result::Result<Vec<Catalogue>, Failure> {
        Ok(all(&self.db)?)
    }

    /// Adds an entry (`id` is `None`) at the end of its list, or changes its name, code and kind.
    ///
    /// # Errors
    /// `catalogue.name` for an empty or used name, `catalogue.kind`, `catalogue.missing`.
    pub fn save_entry(
        &mut self,
        id: Option<i64>,
        catalogue: CatalogueId,
        name: &str,
        code: &str,
        kind: &str,
    ) -> std::result::Result<Entry, Failure> {
        let (name, code) = (name.trim(), code.trim());
        check_kind(catalogue, kind)?;
        let mut save = || -> Result<Entry> {
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            check_name(&transaction, id, catalogue, name)?;
            let id = match id {
                Some(id) => {
                    let sql = "UPDATE catalogue_entry SET name = ?3, code = ?4, kind = ?5
                               WHERE id = ?1 AND catalogue = ?2";
                    if transaction.execute(sql, params![id, catalogue.key(), name, code, kind])? == 0 {
                        return Err(missing(id).into());
                    }
                    id
                }
                None => add(&transaction, catalogue, name, code, kind)?,
            };
            let entry = one(&transaction, id)?;
            transaction.commit()?;
            Ok(entry)
        };
        Ok(save()?)
    }

    /// Takes an entry out of use, or back into it. Records that have it keep it.
    ///
    /// # Errors
    /// `catalogue.missing`.
    pub fn retire_entry(&mut self, id: i64, retired: bool) -> std::result::Result<(), Failure> {
        let sql = "UPDATE catalogue_entry SET retired = ?2 WHERE id = ?1";
        match self.db.execute(sql, params![id, retired]).map_err(Error::from)? {
            0 => Err(missing(id)),
            _ => Ok(()),
        }
    }

    /// Removes an entry that nothing points at.
    ///
    /// # Errors
    /// `catalogue.in_use` where records (those in the recycle bin too) or figures of the office
    /// point at it; `catalogue.missing`.
    pub fn remove_entry(&mut self, id: i64) -> std::result::Result<(), Failure> {
        let mut remove = || -> Result<()> {
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let entry = one(&transaction, id)?;
            let figures = own_figures::pointing_at(&transaction, id)?;
            if entry.used > 0 || figures > 0 {
                return Err(in_use(&entry, figures).into());
            }
            transaction.execute("DELETE FROM catalogue_entry WHERE id = ?1", [id])?;
            Ok(transaction.commit()?)
        };
        Ok(remove()?)
    }

    /// Puts the entries of a list in this order; those not named follow in their old order.
    ///
    /// # Errors
    /// `catalogue.missing` for an id that is not in the list.
    pub fn order_entries(&mut self, catalogue: CatalogueId, ids: &[i64]) -> std::result::Result<(), Failure> {
        let mut order = || -> Result<()> {
            let transaction = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let present: Vec<i64> = of_catalogue(&transaction, catalogue)?.iter().map(|e| e.id).collect();
            if let Some(stranger) = ids.iter().find(|id| !present.contains(id)) {
                return Err(missing(*stranger).into());
            }
            let rest = present.iter().filter(|id| !ids.contains(id));
            for (position, id) in ids.iter().chain(rest).enumerate() {
                transaction.execute(
                    "UPDATE catalogue_entry SET position = ?2 WHERE id = ?1",
                    params![id, i64::try_from(position).unwrap_or(i64::MAX)],
                )?;
            }
            Ok(transaction.commit()?)
        };
        Ok(order()?)
    }
}

/// The entries a new office starts with.
pub(crate) fn put_defaults(db: &Connection) -> Result<()> {
    let sql = "INSERT INTO catalogue_entry (catalogue, key, name, code, kind, position)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    for catalogue in CatalogueId::ALL {
        for (position, entry) in (0_i64..).zip(catalogue.defaults()) {
            db.execute(
                sql,
                params![catalogue.key(), entry.key, entry.name, entry.code, entry.kind, position],
            )?;
        }
    }
    Ok(())
}

/// Entries as records name them and as the tables hold them.
pub(crate) struct Names {
    by_id: HashMap<i64, Entry>,
    by_name: HashMap<(CatalogueId, String), i64>,
}

impl Names {
    pub(crate) fn read(db: &Connection) -> Result<Self> {
        let mut statement = db.prepare_cached(&format!("SELECT {COLUMNS} FROM catalogue_entry"))?;
        let entries = statement.query_map([], entry)?.collect::<rusqlite::Result<Vec<_>>>()?;
        let by_name = entries.iter().map(|e| ((e.catalogue, e.name.clone()), e.id)).collect();
        Ok(Self { by_id: entries.into_iter().map(|e| (e.id, e)).collect(), by_name })
    }

    pub(crate) fn find(&self, catalogue: CatalogueId, name: &str) -> Option<&Entry> {
        self.by_name.get(&(catalogue, name.to_owned())).and_then(|id| self.by_id.get(id))
    }

    pub(crate) fn entry(&self, id: i64) -> Option<&Entry> {
        self.by_id.get(&id)
    }

    /// The name; empty where the entry is gone, which the foreign keys do not allow.
    pub(crate) fn name(&self, id: i64) -> &str {
        self.by_id.get(&id).map_or("", |e| &e.name)
    }

    /// A list's entries in the office's order.
    pub(crate) fn in_order(&self, catalogue: CatalogueId) -> Vec<&Entry> {
        let mut entries: Vec<_> = self.by_id.values().filter(|e| e.catalogue == catalogue).collect();
        entries.sort_by_key(|e| (e.position, e.id));
        entries
    }
}

fn all(db: &Connection) -> Result<Vec<Catalogue>> {
    let used = used(db)?;
    CatalogueId::ALL
        .into_iter()
        .map(|id| {
            let mut entries = of_catalogue(db, id)?;
            for entry in &mut entries {
                entry.used = used.get(&entry.id).copied().unwrap_or(0);
            }
            let (label, help) = (id.label().to_owned(), id.help().to_owned());
            Ok(Catalogue { id, label, help, kinds: id.kinds(), entries })
        })
        .collect()
}

fn of_catalogue(db: &Connection, id: CatalogueId) -> Result<Vec<Entry>> {
    let sql = format!("SELECT {COLUMNS} FROM catalogue_entry WHERE catalogue = ?1 ORDER BY position, id");
    let mut statement = db.prepare_cached(&sql)?;
    Ok(statement.query_map([id.key()], entry)?.collect::<rusqlite::Result<_>>()?)
}

fn one(db: &Connection, id: i64) -> Result<Entry> {
    let sql = format!("SELECT {COLUMNS} FROM catalogue_entry WHERE id = ?1");
    let mut found = db.query_row(&sql, [id], entry).optional()?.ok_or_else(|| missing(id))?;
    found.used = used(db)?.get(&id).copied().unwrap_or(0);
    Ok(found)
}

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let key: String = row.get(1)?;
    let catalogue = CatalogueId::from_key(&key).ok_or_else(|| {
        rusqlite::Error::InvalidColumnType(1, "catalogue".to_owned(), rusqlite::types::Type::Text)
    })?;
    Ok(Entry {
        id: row.get(0)?,
        catalogue,
        key: row.get(2)?,
        name: row.get(3)?,
        code: row.get(4)?,
        kind: row.get(5)?,
        position: row.get(6)?,
        retired: row.get(7)?,
        used: 0,
    })
}

/// How many records point at each entry, the recycle bin included. The two halves of a ledger are
/// counted apart because each has its own index.
fn used(db: &Connection) -> Result<BTreeMap<i64, i64>> {
    let mut used = BTreeMap::new();
    for ledger in ledgers::ALL {
        for field in ledger.fields {
            let (table, id) = (ledger.id, field.id);
            let counts = match field.kind {
                FieldKind::Entry { .. } => vec![
                    format!(
                        "SELECT \"{id}\", count(*) FROM {table} WHERE deleted_at IS NULL AND \"{id}\" IS NOT NULL GROUP BY 1"
                    ),
                    format!(
                        "SELECT \"{id}\", count(*) FROM {table} WHERE deleted_at IS NOT NULL AND \"{id}\" IS NOT NULL GROUP BY 1"
                    ),
                ],
                FieldKind::Entries { .. } | FieldKind::Publications => {
                    vec![format!("SELECT entry_id, count(*) FROM {table}_{id} GROUP BY 1")]
                }
                _ => vec![],
            };
            for sql in counts {
                let mut statement = db.prepare_cached(&sql)?;
                let mut rows = statement.query([])?;
                while let Some(row) = rows.next()? {
                    *used.entry(row.get(0)?).or_insert(0) += row.get::<_, i64>(1)?;
                }
            }
        }
    }
    Ok(used)
}

fn add(db: &Connection, catalogue: CatalogueId, name: &str, code: &str, kind: &str) -> Result<i64> {
    let sql = "INSERT INTO catalogue_entry (catalogue, key, name, code, kind, position)
               SELECT ?1, 'e', ?2, ?3, ?4, coalesce(max(position) + 1, 0)
               FROM catalogue_entry WHERE catalogue = ?1";
    db.execute(sql, params![catalogue.key(), name, code, kind])?;
    let id = db.last_insert_rowid();
    db.execute("UPDATE catalogue_entry SET key = 'e' || id WHERE id = ?1", [id])?;
    Ok(id)
}

fn check_name(db: &Connection, id: Option<i64>, catalogue: CatalogueId, name: &str) -> Result<()> {
    let wrong = |what: String| {
        let fields = [("name".to_owned(), what.clone())].into();
        Failure::new("catalogue.name", what, "请换一个名称").with_fields(fields)
    };
    if name.is_empty() {
        return Err(wrong(format!("请填写{}的名称", catalogue.label())).into());
    }
    // In the sentences of a report a figure stands in braces.
    if name.contains(['{', '}', '\n', '\r', '\t']) {
        return Err(wrong("名称里不能有花括号和换行".to_owned()).into());
    }
    let sql = "SELECT id FROM catalogue_entry WHERE catalogue = ?1 AND name = ?2";
    let holder: Option<i64> =
        db.query_row(sql, params![catalogue.key(), name], |row| row.get(0)).optional()?;
    if holder.is_some() && holder != id {
        return Err(wrong(format!("{}里已经有「{name}」", catalogue.label())).into());
    }
    Ok(())
}

fn check_kind(catalogue: CatalogueId, kind: &str) -> std::result::Result<(), Failure> {
    let kinds = catalogue.kinds();
    if kind.is_empty() || kinds.iter().any(|k| k.id == kind) {
        return Ok(());
    }
    let labels: Vec<_> = kinds.iter().map(|k| k.label).collect();
    Err(Failure::new(
        "catalogue.kind",
        format!("{}没有「{kind}」这一种", catalogue.label()),
        if labels.is_empty() { "请留空".to_owned() } else { format!("可选：{}", labels.join("、")) },
    ))
}

fn missing(id: i64) -> Failure {
    Failure::new("catalogue.missing", format!("目录里没有第 {id} 号条目"), "它可能已经被删除，请刷新后再看")
}

fn in_use(entry: &Entry, figures: i64) -> Failure {
    let mut by = Vec::new();
    if entry.used > 0 {
        by.push(format!("{} 条记录（包括回收站里的）", entry.used));
    }
    if figures > 0 {
        by.push(format!("{figures} 个自定义数据项"));
    }
    Failure::new(
        "catalogue.in_use",
        format!("{}「{}」不能删除：{}正在使用它", entry.catalogue.label(), entry.name, by.join("、")),
        "请改为停用：停用后不再出现在新记录里，旧记录照常显示",
    )
}
