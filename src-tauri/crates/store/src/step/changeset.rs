//! Reading changesets: what changed, and one value's change.

use std::io;

use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::hooks::Action;
use rusqlite::session::{ChangesetItem, ChangesetIter, ConflictAction, Session, invert_strm};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Error, ErrorCode, Result};

use crate::table::{Change, ChangeKind, Table};

/// Starts recording what changes in the tables under undo. The history itself and the counters
/// are not among them.
pub(crate) fn record(conn: &Connection) -> Result<Session<'_>> {
    let mut session = Session::new(conn)?;
    for table in Table::ALL {
        session.attach(Some(table.name()))?;
    }
    Ok(session)
}

/// The changeset that takes another one back.
pub(crate) fn inverted(mut changeset: &[u8]) -> Result<Vec<u8>> {
    let mut inverted = Vec::with_capacity(changeset.len());
    invert_strm(&mut changeset, &mut inverted)?;
    Ok(inverted)
}

/// Applies a changeset, or nothing of it when it does not fit.
pub(crate) fn apply(conn: &Connection, mut changeset: &[u8]) -> Result<()> {
    conn.apply_strm(&mut changeset, None::<fn(&str) -> bool>, |_, _| ConflictAction::SQLITE_CHANGESET_ABORT)
}

/// The rows a changeset changes, and how many cells that is.
pub(crate) fn changes(changeset: &[u8]) -> Result<(Vec<Change>, u64)> {
    let mut changes = Vec::new();
    let mut cells = 0;
    walk(changeset, |table, item| {
        let operation = item.op()?;
        let columns = usize::try_from(operation.number_of_columns()).unwrap_or_default();
        let kind = kind(operation.code());
        cells += match kind {
            ChangeKind::Updated => (0..columns).filter(|column| item.new_value(*column).is_ok()).count() as u64,
            ChangeKind::Inserted | ChangeKind::Deleted => 1,
        };
        changes.push(Change { table, key: key(table, item, kind)?, kind });
        Ok(())
    })?;
    Ok((changes, cells))
}

/// What a changeset does to one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowChange {
    /// The row.
    pub row: Change,
    /// The values that change; of a row that comes or goes all of them.
    pub values: Vec<ColumnChange>,
}

/// What becomes of one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnChange {
    /// The column's name in the file.
    pub column: String,
    /// The value before, as it stands in the file; none when there was none.
    pub old: Option<String>,
    /// The value after.
    pub new: Option<String>,
}

/// Everything a changeset changes, in its order. `names` gives the columns of a table.
pub(crate) fn rows(changeset: &[u8], names: impl Fn(Table) -> Vec<String>) -> Result<Vec<RowChange>> {
    let mut rows = Vec::new();
    let mut columns: Option<(Table, Vec<String>)> = None;
    walk(changeset, |table, item| {
        let kind = kind(item.op()?.code());
        // The rows of a table stand together.
        let columns = match columns.take().filter(|(known, _)| *known == table) {
            Some(known) => columns.insert(known),
            None => columns.insert((table, names(table))),
        };
        let mut values = Vec::new();
        for (number, column) in columns.1.iter().enumerate() {
            let (old, new) = (told(item.old_value(number))?, told(item.new_value(number))?);
            let changed = match kind {
                ChangeKind::Updated => number >= table.key().len() && new.is_some(),
                ChangeKind::Inserted | ChangeKind::Deleted => old.is_some() || new.is_some(),
            };
            if changed {
                values.push(ColumnChange { column: column.clone(), old: old.flatten(), new: new.flatten() });
            }
        }
        rows.push(RowChange { row: Change { table, key: key(table, item, kind)?, kind }, values });
        Ok(())
    })?;
    Ok(rows)
}

/// A value of a changeset; none when the column is not among those it tells of.
#[allow(clippy::option_option, reason = "not told and told to be nothing are two things")]
fn told(value: Result<ValueRef<'_>>) -> Result<Option<Option<String>>> {
    match value {
        Ok(value) => Ok(Some(words(value))),
        Err(Error::InvalidColumnIndex(_)) => Ok(None),
        // A row that comes has no old values and one that goes no new ones.
        Err(Error::SqliteFailure(failure, _)) if failure.code == ErrorCode::ApiMisuse => Ok(None),
        // A changeset of an earlier schema has fewer columns.
        Err(Error::SqliteFailure(failure, _)) if failure.extended_code == SQLITE_RANGE => Ok(None),
        Err(error) => Err(error),
    }
}

/// `SQLITE_RANGE`: a column number beyond the last one.
const SQLITE_RANGE: i32 = 25;

/// What an operation does to a row.
pub(crate) fn kind(action: Action) -> ChangeKind {
    match action {
        Action::SQLITE_INSERT => ChangeKind::Inserted,
        Action::SQLITE_DELETE => ChangeKind::Deleted,
        _ => ChangeKind::Updated,
    }
}

/// The value of a column before and after a changeset; none when it does not change it.
pub(crate) fn value(
    changeset: &[u8],
    table: Table,
    row: &[i64],
    column: usize,
) -> Result<Option<(Option<String>, Option<String>)>> {
    let mut found = None;
    walk(changeset, |changed, item| {
        if changed != table {
            return Ok(());
        }
        let kind = kind(item.op()?.code());
        if key(table, item, kind)? != row {
            return Ok(());
        }
        let (old, new) = match kind {
            ChangeKind::Inserted => (None, words(item.new_value(column)?)),
            ChangeKind::Deleted => (words(item.old_value(column)?), None),
            ChangeKind::Updated => match item.new_value(column) {
                Ok(new) => (words(item.old_value(column)?), words(new)),
                // The column is not among those the row changed.
                Err(Error::InvalidColumnIndex(_)) => (None, None),
                Err(error) => return Err(error),
            },
        };
        if old != new {
            found = Some((old, new));
        }
        Ok(())
    })?;
    Ok(found)
}

/// The numbers of the rows of a table that a changeset of any schema tells of; the table's key is
/// its first column.
pub(crate) fn keys_in(mut changeset: &[u8], table: &str) -> Result<Vec<i64>> {
    let mut keys = Vec::new();
    let input: &mut dyn io::Read = &mut changeset;
    let mut items = ChangesetIter::start_strm(&input)?;
    while let Some(item) = items.next()? {
        let operation = item.op()?;
        if operation.table_name() == table {
            let value = match kind(operation.code()) {
                ChangeKind::Inserted => item.new_value(0)?,
                ChangeKind::Updated | ChangeKind::Deleted => item.old_value(0)?,
            };
            keys.push(value.as_i64()?);
        }
    }
    Ok(keys)
}

fn walk(mut changeset: &[u8], mut each: impl FnMut(Table, &ChangesetItem) -> Result<()>) -> Result<()> {
    let input: &mut dyn io::Read = &mut changeset;
    let mut items = ChangesetIter::start_strm(&input)?;
    while let Some(item) = items.next()? {
        let name = item.op()?.table_name().to_owned();
        // A table of a later schema cannot stand in a changeset of this file: newer files are not
        // opened. A table of an earlier one may, and has no row to refresh.
        if let Some(table) = Table::named(&name) {
            each(table, item)?;
        }
    }
    Ok(())
}

pub(crate) fn key(table: Table, item: &ChangesetItem, kind: ChangeKind) -> Result<Vec<i64>> {
    // The columns of a key stand first in every table.
    (0..table.key().len())
        .map(|column| {
            let value = match kind {
                ChangeKind::Inserted => item.new_value(column)?,
                ChangeKind::Updated | ChangeKind::Deleted => item.old_value(column)?,
            };
            match value {
                ValueRef::Text(word) => {
                    let number = table.key_words(column).iter().position(|known| known.as_bytes() == word);
                    number.map(|number| number as i64).ok_or(Error::InvalidColumnIndex(column))
                }
                number => Ok(number.as_i64()?),
            }
        })
        .collect()
}

fn words(value: ValueRef<'_>) -> Option<String> {
    match value {
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Real(number) => Some(number.to_string()),
        ValueRef::Text(text) | ValueRef::Blob(text) => Some(String::from_utf8_lossy(text).into_owned()),
    }
}
