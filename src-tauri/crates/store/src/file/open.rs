//! Opening a file that is there.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use rusqlite::backup::Backup;
use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags, Transaction, TransactionBehavior};

use super::create::Draft;
use super::{File, backup, check, connection};
use crate::error::{Result, StoreError};
use crate::migrations::{self, APPLICATION_ID, History, SCHEMA_VERSION};

impl File {
    /// Opens a file for reading and writing and takes its lock, or only for reading when the file
    /// or its folder is write-protected ([`is_read_only`](File::is_read_only)).
    ///
    /// A file of an older schema is brought to the present one; a copy of it as it was is kept beside
    /// it first (`<name>.v1.kaikaku`). One that can only be read is read as if it had been.
    ///
    /// Makes nothing else: what is not a whole `.kaikaku` file of a known version is an error, never an
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
    let found = recognise(&conn, path)?;
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
    if found < SCHEMA_VERSION {
        upgrade(&conn, path, found)?;
    }
    Ok(File::over(conn, path.to_owned(), false))
}

/// Brings a file of an older schema to the present one, all or nothing, after a copy of it was made
/// and checked.
fn upgrade(conn: &Connection, path: &Path, found: i32) -> Result<()> {
    keep_beside(conn, path, found)?;
    let fault = |error| fault(error, path);
    let history = History::of(conn, found);
    let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Exclusive).map_err(fault)?;
    migrations::run(conn, found, SCHEMA_VERSION).map_err(fault)?;
    history.rewrite(conn).map_err(fault)?;
    super::write::commit(transaction)
}

/// Keeps the file as it is beside it, under a name that is free.
fn keep_beside(conn: &Connection, path: &Path, version: i32) -> Result<()> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let numbered = |number: u32| match number {
        1 => path.with_file_name(format!("{name}.v{version}.kaikaku")),
        _ => path.with_file_name(format!("{name}.v{version} ({number}).kaikaku")),
    };
    let mut number = 1;
    loop {
        let copy = numbered(number);
        let draft = Draft::beside(&copy)?;
        backup::copy(conn, draft.path(), &copy)?;
        match draft.put_new(&copy) {
            Err(StoreError::AlreadyExists { .. }) if number < 1000 => number += 1,
            done => return done,
        }
    }
}

/// Which rollback journal is kept. Under the lock, `DELETE` overwrites the journal's header at the
/// end of a transaction and removes the journal when the file is closed: a fifth faster than
/// `TRUNCATE`, a third faster than making and removing it every time, and as safe.
const JOURNAL: &str = "DELETE";

fn open_to_read(path: &Path) -> Result<File> {
    let fault = |error| fault(error, path);
    let conn = connection::connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(fault)?;
    let found = recognise(&conn, path)?;
    check::quickly(&conn, path)?;
    if found == SCHEMA_VERSION {
        return Ok(File::over(conn, path.to_owned(), true));
    }
    // It cannot be brought to the present schema where it stands, but a copy in memory can.
    let mut memory = connection::memory().map_err(fault)?;
    Backup::new(&conn, &mut memory).and_then(|copy| copy.step(-1)).map_err(fault)?;
    let history = History::of(&memory, found);
    migrations::run(&memory, found, SCHEMA_VERSION).map_err(fault)?;
    history.rewrite(&memory).map_err(fault)?;
    Ok(File::over(memory, path.to_owned(), true))
}

/// The schema version of a file of ours, when it is one we know.
pub(super) fn recognise(conn: &Connection, path: &Path) -> Result<i32> {
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
    if found < 1 {
        return Err(damaged(format!("schema version {found} was never made")));
    }
    let there = schema(conn).map_err(|error| fault(error, path))?;
    let wanted = expected_schema(found)?;
    match wanted.iter().find(|made| !there.contains(made)) {
        Some((missing, _)) => Err(damaged(format!("{missing} is not as it was made"))),
        None => Ok(found),
    }
}

/// The tables and indexes of a file, by name, with the words that make them.
fn schema(conn: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL")?
        .query_map([], |row| Ok((row.get("name")?, row.get("sql")?)))?
        .collect()
}

/// A schema: its tables and indexes by name, with the words that make them.
type Schema = Vec<(String, String)>;

/// What the migrations make of a new file, written down: to run them all takes longer than to open
/// a file. A test keeps the two the same.
const PRESENT: &str = include_str!("../migrations/schema.json");

/// The schema of every file of a version from 1 on: that of a new one.
fn expected_schema(version: i32) -> Result<Schema> {
    let wrong = |detail: String| StoreError::Sql { detail };
    if version == SCHEMA_VERSION {
        return serde_json::from_str(PRESENT).map_err(|error| wrong(error.to_string()));
    }
    made_schema(version).map_err(|error| wrong(error.to_string()))
}

/// The schema that the migrations up to a version make.
fn made_schema(version: i32) -> rusqlite::Result<Schema> {
    let conn = connection::memory()?;
    migrations::run(&conn, 0, version)?;
    schema(&conn)
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

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{PRESENT, SCHEMA_VERSION, Schema, made_schema, open_to_read};
    use crate::programme;

    #[test]
    fn the_schema_written_down_is_what_the_migrations_make() {
        let made = made_schema(SCHEMA_VERSION).unwrap();
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/migrations/schema.json");
            fs::write(path, serde_json::to_string_pretty(&made).unwrap() + "\n").unwrap();
        } else {
            assert_eq!(serde_json::from_str::<Schema>(PRESENT).unwrap(), made, "UPDATE_GOLDEN=1 writes it anew");
        }
    }

    #[test]
    fn an_older_file_that_can_only_be_read_is_read_as_what_it_would_become() {
        for version in 1..SCHEMA_VERSION {
            let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures");
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("市.kaikaku");
            let before = fs::read(fixtures.join(format!("v{version}.kaikaku"))).unwrap();
            fs::write(&path, &before).unwrap();
            let file = open_to_read(&path).unwrap();
            assert!(file.is_read_only());
            assert!(!programme::read(&file.read()).unwrap().plans.is_empty());
            drop(file);
            assert_eq!(fs::read(&path).unwrap(), before);
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        }
    }
}
