//! Identities: which one is given out next.

use std::collections::BTreeMap;

use rusqlite::named_params;

use crate::error::{Result, StoreError};
use crate::handles::{Read, Write};
use crate::table::{Change, ChangeKind, Table};

/// The identity a new row of the table may take: higher than that of every row that is there, and
/// than that of every row that undo or redo may bring back.
///
/// Nothing is reserved: asking twice without writing a row in between gives the same number twice.
/// Tables whose rows have no identity of their own (see [`Table::has_id`]) are refused.
pub fn next_id(r: &Read<'_>, table: Table) -> Result<i64> {
    if !table.has_id() {
        return Err(StoreError::Sql { detail: format!("rows of {} have no identity of their own", table.name()) });
    }
    let sql = format!("SELECT max(id) AS last FROM {}", table.name());
    let there = r.one(&sql, [], |row| row.get::<Option<i64>>("last"))?.flatten().unwrap_or_default();
    Ok(there.max(read(r, table.name())?).max(0) + 1)
}

/// How far a counter stands; 0 before it is first raised.
pub(crate) fn read(r: &Read<'_>, name: &str) -> Result<i64> {
    let last = r.one(include_str!("read.sql"), named_params! { ":name": name }, |row| row.get::<i64>("last"))?;
    Ok(last.unwrap_or_default())
}

/// Adds to a counter.
pub(crate) fn add(w: &Write<'_>, name: &str, by: i64) -> Result<()> {
    w.run(include_str!("add.sql"), named_params! { ":name": name, ":by": by }).map(drop)
}

/// Remembers the identities of rows that came or went: their changeset can bring them back.
pub(crate) fn raise(w: &Write<'_>, changes: &[Change]) -> Result<()> {
    let mut highest: BTreeMap<Table, i64> = BTreeMap::new();
    for change in changes {
        if let (true, ChangeKind::Inserted | ChangeKind::Deleted, [id]) =
            (change.table.has_id(), change.kind, change.key.as_slice())
        {
            let last = highest.entry(change.table).or_insert(*id);
            *last = (*last).max(*id);
        }
    }
    for (table, last) in highest {
        w.run(include_str!("raise.sql"), named_params! { ":name": table.name(), ":last": last })?;
    }
    Ok(())
}
