//! The two ways into an open file: [`Read`] and [`Write`]. Every statement of this crate goes
//! through one of them, so that errors are sorted in one place.

use std::collections::HashMap;
use std::ops::Deref;
use std::path::PathBuf;

use rusqlite::{Connection, OptionalExtension, Params, Transaction, TransactionBehavior};

use crate::cells::{Cells, Columns};
use crate::error::{Result, StoreError};

/// A read handle on an open file; given out by [`File::read`](crate::File::read).
#[derive(Debug, Clone, Copy)]
pub struct Read<'a> {
    conn: &'a Connection,
}

/// A write handle; exists only inside [`File::write`](crate::File::write). It reads too, and sees
/// what it has written.
#[derive(Debug)]
pub struct Write<'a> {
    read: Read<'a>,
}

/// Rows of a child table by the identity of their owner, in order.
pub(crate) type ByOwner<T> = HashMap<i64, Vec<T>>;

impl<'a> Read<'a> {
    pub(crate) fn new(conn: &'a Connection) -> Self {
        Self { conn }
    }

    pub(crate) fn list<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&Cells<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let all = || {
            let mut statement = self.conn.prepare_cached(sql)?;
            let columns = Columns::default();
            let rows = statement.query_map(params, |row| read(&columns.of(row)))?;
            rows.collect::<rusqlite::Result<Vec<T>>>()
        };
        all().map_err(|error| self.fault(error))
    }

    pub(crate) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Cells<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        let columns = Columns::default();
        let one = || self.conn.prepare_cached(sql)?.query_row(params, |row| read(&columns.of(row))).optional();
        one().map_err(|error| self.fault(error))
    }

    /// The rows of a statement that names their owner in its column `owner`.
    pub(crate) fn by_owner<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&Cells<'_>) -> rusqlite::Result<T>,
    ) -> Result<ByOwner<T>> {
        let mut owners = ByOwner::new();
        for (owner, row) in self.list(sql, params, |row| Ok((row.get::<i64>("owner")?, read(row)?)))? {
            owners.entry(owner).or_insert_with(Vec::new).push(row);
        }
        Ok(owners)
    }

    pub(crate) fn fault(&self, error: rusqlite::Error) -> StoreError {
        StoreError::of_sqlite(error, &self.path())
    }

    pub(crate) fn path(&self) -> PathBuf {
        PathBuf::from(self.conn.path().unwrap_or_default())
    }

    /// Keeps everything read until the guard is dropped at one moment, also in a read-only file
    /// that somebody else may write; inside a write this is so anyway.
    pub(crate) fn steady(&self) -> Result<Option<Transaction<'a>>> {
        if !self.conn.is_autocommit() {
            return Ok(None);
        }
        Transaction::new_unchecked(self.conn, TransactionBehavior::Deferred)
            .map(Some)
            .map_err(|error| self.fault(error))
    }
}

impl<'a> Write<'a> {
    pub(crate) fn new(conn: &'a Connection) -> Self {
        Self { read: Read::new(conn) }
    }

    /// Executes one statement; gives the number of rows it touched.
    pub(crate) fn run(&self, sql: &str, params: impl Params) -> Result<usize> {
        let run = || self.conn.prepare_cached(sql)?.execute(params);
        run().map_err(|error| self.fault(error))
    }
}

impl Write<'_> {
    /// The identity SQLite gave to the row inserted last.
    pub(crate) fn last_id(&self) -> i64 {
        self.conn.last_insert_rowid()
    }
}

impl<'a> Deref for Write<'a> {
    type Target = Read<'a>;

    fn deref(&self) -> &Self::Target {
        &self.read
    }
}
