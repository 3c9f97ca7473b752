//! Opening a file that is there.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags};

use super::{File, check, connection};
use crate::error::{Result, StoreError};
use crate::migrations::{self, APPLICATION_ID, SCHEMA_VERSION};

impl File {
    /// Opens a file for reading and writing and takes its lock, or only for reading when the file
    /// or its folder is write-protected ([`is_read_only`](File::is_read_only)).
    ///
    /// Makes nothing: what is not a whole `.kaikaku` file of a known version is an error, never an
    /// empty programme. See [`StoreError`] for the kinds.
    pub fn open(path: &Path) -> Result<Self> {
        let path = absolute(path)?;
        let about = fs::metadata(&path).map_err(|error| StoreError::of_io(&error, &path))?;
        if !about.is_file() || about.len() == 0 {
            return Err(StoreError::NotOurs { path });
        }
        match open_to_write(&path) {
            Err(StoreError::ReadOnly { .. } | StoreError::Access { .. }) => open_to_read(&path),
            opened => opened,
        }
    }
}

/// The path from the root. SQLite takes a name that begins with `file:` for something else.
pub(super) fn absolute(path: &Path) -> Result<PathBuf> {
    std::path::absolute(path).map_err(|error| StoreError::of_io(&error, path))
}

fn open_to_write(path: &Path) -> Result<File> {
    let fault = |error| fault(error, path);
    let conn = connection::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(fault)?;
    if conn.is_readonly(MAIN_DB).map_err(fault)? {
        return Err(StoreError::ReadOnly { path: path.to_owned() });
    }
    // The lock comes before the first read: two that open at once cannot hold each other up.
    conn.execute_batch("BEGIN EXCLUSIVE").map_err(fault)?;
    recognise(&conn, path)?;
    conn.pragma_update(None, "locking_mode", "EXCLUSIVE").map_err(fault)?;
    // A folder that takes no journal is found now and not at the first edit. Rolled back, this
    // leaves the file to the byte as it was.
    let writable = conn.pragma_update(None, "user_version", SCHEMA_VERSION);
    if !conn.is_autocommit() {
        conn.execute_batch("ROLLBACK").map_err(fault)?;
    }
    match writable {
        // A full disk is no reason to refuse reading; the first edit will say so.
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DiskFull) => {}
        other => other.map_err(fault)?,
    }
    conn.pragma_update(None, "journal_mode", JOURNAL).map_err(fault)?;
    check::quickly(&conn, path)?;
    Ok(File::over(conn, path.to_owned(), false))
}

/// Which rollback journal is kept. Under the lock, `DELETE` overwrites the journal's header at the
/// end of a transaction and removes the journal when the file is closed: a fifth faster than
/// `TRUNCATE`, a third faster than making and removing it every time, and as safe.
const JOURNAL: &str = "DELETE";

fn open_to_read(path: &Path) -> Result<File> {
    let fault = |error| fault(error, path);
    let conn = connection::connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(fault)?;
    recognise(&conn, path)?;
    check::quickly(&conn, path)?;
    Ok(File::over(conn, path.to_owned(), true))
}

/// Whether this is a file of ours, of a version we know.
pub(super) fn recognise(conn: &Connection, path: &Path) -> Result<()> {
    let number =
        |pragma| conn.pragma_query_value(None, pragma, |row| row.get::<_, i32>(0)).map_err(|error| fault(error, path));
    if number("application_id")? != APPLICATION_ID {
        return Err(StoreError::NotOurs { path: path.to_owned() });
    }
    let found = number("user_version")?;
    if found > SCHEMA_VERSION {
        return Err(StoreError::FileTooNew { path: path.to_owned(), found, known: SCHEMA_VERSION });
    }
    let damaged = |detail: String| StoreError::Damaged { path: path.to_owned(), detail };
    if found < SCHEMA_VERSION {
        return Err(damaged(format!("schema version {found} was never made")));
    }
    let there = schema(conn).map_err(|error| fault(error, path))?;
    let wanted = expected_schema()?;
    match wanted.iter().find(|made| !there.contains(made)) {
        Some((missing, _)) => Err(damaged(format!("{missing} is not as it was made"))),
        None => Ok(()),
    }
}

/// The tables and indexes of a file, by name, with the words that make them.
fn schema(conn: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL")?
        .query_map([], |row| Ok((row.get("name")?, row.get("sql")?)))?
        .collect()
}

/// The schema of every file of this version: that of a new one.
fn expected_schema() -> Result<&'static [(String, String)]> {
    static EXPECTED: OnceLock<Vec<(String, String)>> = OnceLock::new();
    if let Some(known) = EXPECTED.get() {
        return Ok(known);
    }
    let made = || {
        let conn = connection::memory()?;
        migrations::run(&conn)?;
        schema(&conn)
    };
    let made = made().map_err(|error| StoreError::Sql { detail: error.to_string() })?;
    Ok(EXPECTED.get_or_init(|| made))
}

/// What an error while opening means. SQLite says of any broken header that it is no database;
/// a file that still carries our mark is a damaged one of ours.
pub(super) fn fault(error: rusqlite::Error, path: &Path) -> StoreError {
    let detail = error.to_string();
    match StoreError::of_sqlite(error, path) {
        StoreError::NotOurs { path } | StoreError::Damaged { path, .. } => match is_ours(&path) {
            true => StoreError::Damaged { path, detail },
            false => StoreError::NotOurs { path },
        },
        other => other,
    }
}

/// Whether the first bytes are those of a file of ours: our mark at its place, or the beginning of
/// an SQLite file that was cut off before the mark.
///
/// Reads past SQLite, which is only safe because nobody in this process can have this file open:
/// it would have been locked.
fn is_ours(path: &Path) -> bool {
    const MAGIC: &[u8] = b"SQLite format 3\0";
    const MARK: std::ops::Range<usize> = 68..72;
    let mut head = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(100).read_to_end(&mut head));
    match head.get(MARK) {
        Some(mark) => mark == APPLICATION_ID.to_be_bytes(),
        None => read.is_ok() && head.starts_with(MAGIC),
    }
}
