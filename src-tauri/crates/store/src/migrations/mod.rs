//! The schema of a file, as numbered SQL. A new file runs every migration; there is no second
//! description of the schema.

use rusqlite::{Connection, Result};

/// `PRAGMA application_id` of a `.kaikaku` file: "KAIK".
pub const APPLICATION_ID: i32 = i32::from_be_bytes(*b"KAIK");

/// Every migration; the n-th one (from 1) makes schema version n.
const ALL: &[&str] = &[include_str!("0001_first.sql")];

/// The schema version this program writes, and the newest one it opens.
pub const SCHEMA_VERSION: i32 = ALL.len() as i32;

/// Brings a new file to the newest schema, inside the transaction of the caller.
pub(crate) fn run(conn: &Connection) -> Result<()> {
    for migration in ALL {
        conn.execute_batch(migration)?;
    }
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    conn.pragma_update(None, "user_version", SCHEMA_VERSION)
}
