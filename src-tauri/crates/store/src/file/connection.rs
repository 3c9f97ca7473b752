//! The one place that opens SQLite files.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags, Result};

/// How long to wait for a lock: long enough for somebody who is just opening, too short to notice.
const PATIENCE: Duration = Duration::from_millis(100);

/// Opens an SQLite file and sets everything that protects it and us, before anything is read.
#[allow(clippy::disallowed_methods, reason = "this is the place that sets the pragmas, the limits and the lock")]
pub(crate) fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    protect(&conn)?;
    Ok(conn)
}

/// A database in memory with the same settings.
#[allow(clippy::disallowed_methods, reason = "this is the place that sets the pragmas and the limits")]
pub(crate) fn memory() -> Result<Connection> {
    let conn = Connection::open_in_memory()?;
    protect(&conn)?;
    Ok(conn)
}

/// A file comes from anywhere: its schema is not trusted, its triggers and views do not run, it
/// attaches nothing. Foreign keys act through their own means, not through triggers of the schema.
fn protect(conn: &Connection) -> Result<()> {
    // More than the statements of this crate: none is compiled twice.
    conn.set_prepared_statement_cache_capacity(256);
    conn.busy_timeout(PATIENCE)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.pragma_update(None, "mmap_size", 0)?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "temp_store", "MEMORY")
}
