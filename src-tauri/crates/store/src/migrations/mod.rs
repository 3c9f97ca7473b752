//! The schema of a file, as numbered SQL. A new file runs every migration; there is no second
//! description of the schema but `schema.json`, which a test writes from them.

mod history;

use rusqlite::{Connection, Result};

pub(crate) use history::History;

/// `PRAGMA application_id` of a `.kaikaku` file: "KAIK".
pub const APPLICATION_ID: i32 = i32::from_be_bytes(*b"KAIK");

/// Every migration; the n-th one (from 1) makes schema version n.
const ALL: &[&str] = &[include_str!("0001_first.sql"), include_str!("0002_tallies_and_acceptances.sql")];

/// The schema version this program writes, and the newest one it opens.
pub const SCHEMA_VERSION: i32 = ALL.len() as i32;

/// Brings a file from a schema version (0: a new file) to another, inside the transaction of the
/// caller.
pub(crate) fn run(conn: &Connection, from: i32, to: i32) -> Result<()> {
    let steps = ALL.iter().zip(1..).filter(|(_, version)| (from + 1..=to).contains(version));
    for (migration, _) in steps {
        conn.execute_batch(migration)?;
    }
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    conn.pragma_update(None, "user_version", to)
}
