//! Copies of an open file.

use std::fs;
use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::create::Draft;
use super::{File, check, connection, open};
use crate::error::{Result, StoreError};

impl File {
    /// Writes a copy of the file, history included, and checks it before it is put at `path`; what
    /// stood there is replaced. The file itself is refused as its own copy
    /// ([`StoreError::AlreadyExists`]).
    pub fn backup_to(&self, path: &Path) -> Result<()> {
        let path = open::absolute(path)?;
        let same = fs::canonicalize(&path).ok().zip(fs::canonicalize(&self.path).ok());
        if same.is_some_and(|(copy, original)| copy == original) {
            return Err(StoreError::AlreadyExists { path });
        }
        let draft = Draft::beside(&path)?;
        copy(&self.conn, draft.path(), &path)?;
        draft.put_over(&path)
    }
}

/// Copies an open file into a draft for `target` and checks the copy.
pub(super) fn copy(conn: &Connection, draft: &Path, target: &Path) -> Result<()> {
    write_copy(conn, draft).map_err(|error| StoreError::of_sqlite(error, target))?;
    let copy = connection::connect(draft, OpenFlags::SQLITE_OPEN_READ_ONLY)
        .map_err(|error| StoreError::of_sqlite(error, target))?;
    open::recognise(&copy, target)?;
    check::quickly(&copy, target)
}

fn write_copy(conn: &Connection, path: &Path) -> rusqlite::Result<()> {
    let mut copy = connection::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    copy.pragma_update(None, "journal_mode", "MEMORY")?;
    copy.pragma_update(None, "synchronous", "OFF")?;
    let backup = Backup::new(conn, &mut copy)?;
    loop {
        match backup.step(1000)? {
            StepResult::Done => break,
            StepResult::More => {}
            // Only a read-only file can be written by somebody else meanwhile.
            _ => std::thread::sleep(std::time::Duration::from_millis(5)),
        }
    }
    drop(backup);
    copy.close().map_err(|(_, error)| error)
}
