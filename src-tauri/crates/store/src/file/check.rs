//! Whether a file is whole.

use std::path::Path;

use rusqlite::Connection;

use super::File;
use crate::error::{Result, StoreError};

impl File {
    /// Checks the file thoroughly: its structure, its indexes, its references. Gives what was
    /// found, in the words of SQLite, for the log; empty when the file is whole.
    pub fn check_integrity(&self) -> Result<Vec<String>> {
        let r = self.read();
        let mut found = r.list("PRAGMA integrity_check", [], |row| row.get::<String>("integrity_check"))?;
        found.retain(|line| line != "ok");
        found.extend(broken_references(&self.conn).map_err(|error| r.fault(error))?);
        Ok(found)
    }
}

/// A check that is fast enough for every opening: the structure of every page.
pub(super) fn quickly(conn: &Connection, path: &Path) -> Result<()> {
    let first: String = conn
        .query_row("PRAGMA quick_check(1)", [], |row| row.get("quick_check"))
        .map_err(|error| super::open::fault(error, path))?;
    match first.as_str() {
        "ok" => Ok(()),
        _ => Err(StoreError::Damaged { path: path.to_owned(), detail: first }),
    }
}

/// The rows that refer to something that is not there.
pub(super) fn broken_references(conn: &Connection) -> rusqlite::Result<Vec<String>> {
    conn.prepare("SELECT \"table\" AS child, rowid AS row, parent FROM pragma_foreign_key_check")?
        .query_map([], |row| {
            let number = row.get::<_, Option<i64>>("row")?.map(|number| format!(" {number}")).unwrap_or_default();
            Ok(format!(
                "{}{number} refers to a missing {}",
                row.get::<_, String>("child")?,
                row.get::<_, String>("parent")?
            ))
        })?
        .collect()
}
