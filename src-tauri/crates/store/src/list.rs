//! What the tables that stand by themselves have in common: an order, and rows that go.

use rusqlite::named_params;
use serde::Serialize;

use crate::cells::Cells;
use crate::error::Result;
use crate::handles::{Read, Write};
use crate::sql::Json;

/// Puts the rows named first, in the order given; the others follow in the order they had.
pub(crate) fn reorder(w: &Write<'_>, order: &str, place: &str, ids: impl IntoIterator<Item = i64>) -> Result<()> {
    let before = w.list(order, [], |row| row.get::<i64>("id"))?;
    let mut after: Vec<i64> = Vec::with_capacity(before.len());
    for id in ids.into_iter().chain(before.iter().copied()) {
        if before.contains(&id) && !after.contains(&id) {
            after.push(id);
        }
    }
    for (position, id) in after.into_iter().enumerate() {
        w.run(place, named_params! { ":id": id, ":position": position as i64 })?;
    }
    Ok(())
}

/// Deletes a row by its identity.
pub(crate) fn remove(w: &Write<'_>, sql: &str, id: i64) -> Result<()> {
    w.run(sql, named_params! { ":id": id }).map(drop)
}

/// Deletes the rows of an owner that are not among those to keep.
pub(crate) fn prune<K: Serialize>(
    w: &Write<'_>,
    sql: &str,
    owner: i64,
    keep: impl IntoIterator<Item = K>,
) -> Result<()> {
    let keep: Vec<K> = keep.into_iter().collect();
    w.run(sql, named_params! { ":owner": owner, ":keep": Json(keep) }).map(drop)
}

/// Deletes the rows of an owner from a position on.
pub(crate) fn shorten(w: &Write<'_>, sql: &str, owner: i64, count: usize) -> Result<()> {
    w.run(sql, named_params! { ":owner": owner, ":count": count as i64 }).map(drop)
}

/// Deletes the rows of a whole table that are not among those to keep.
pub(crate) fn prune_all(w: &Write<'_>, sql: &str, keep: impl IntoIterator<Item = i64>) -> Result<()> {
    let keep: Vec<i64> = keep.into_iter().collect();
    w.run(sql, named_params! { ":keep": Json(keep) }).map(drop)
}

/// The first row of a list that can hold at most one.
pub(crate) fn first<T>(list: Vec<T>) -> Option<T> {
    list.into_iter().next()
}

/// The rows of an owner, taken out.
pub(crate) fn taken<T>(owners: &mut crate::handles::ByOwner<T>, owner: i64) -> Vec<T> {
    owners.remove(&owner).unwrap_or_default()
}

/// The items of a list with their positions.
pub(crate) fn positions<T>(list: &[T]) -> impl Iterator<Item = (i64, &T)> {
    list.iter().enumerate().map(|(position, item)| (position as i64, item))
}

/// Reads the whole table when no identity is given.
pub(crate) fn all_or_one<T>(
    r: &Read<'_>,
    sql: &str,
    id: Option<i64>,
    read: impl FnMut(&Cells<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    r.list(sql, named_params! { ":id": id }, read)
}
