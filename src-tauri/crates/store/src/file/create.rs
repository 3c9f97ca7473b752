//! Making a new file.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use domain::programme::Programme;
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use super::{File, connection};
use crate::error::{Result, StoreError};
use crate::handles::Write;
use crate::migrations::SCHEMA_VERSION;
use crate::{migrations, programme};

impl File {
    /// Makes a new file that holds the programme, and opens it.
    ///
    /// The file is built beside its place under another name and put there when it is whole and on
    /// the disk: a half-made file never stands there, and an existing one is never touched
    /// ([`StoreError::AlreadyExists`]).
    pub fn create(path: &Path, programme: &Programme) -> Result<Self> {
        let path = super::open::absolute(path)?;
        if fs::symlink_metadata(&path).is_ok() {
            return Err(StoreError::AlreadyExists { path });
        }
        let draft = Draft::beside(&path)?;
        let conn = connection::connect(draft.path(), OpenFlags::SQLITE_OPEN_READ_WRITE)
            .map_err(|error| StoreError::of_sqlite(error, &path))?;
        build(&conn, programme).map_err(|error| error.about(&path))?;
        conn.close().map_err(|(_, error)| StoreError::of_sqlite(error, &path))?;
        draft.put_new(&path)?;
        Self::open(&path)
    }

    /// A copy of this file in memory, as it stands now and to be read only: whoever looks at all of
    /// it keeps nobody waiting for the file.
    pub fn copy_in_memory(&self) -> Result<Self> {
        let fault = |error| StoreError::of_sqlite(error, &self.path);
        let mut copy = connection::memory().map_err(fault)?;
        Backup::new(&self.conn, &mut copy).and_then(|backup| backup.step(-1)).map_err(fault)?;
        Ok(Self::over(copy, self.path.clone(), true))
    }

    /// A file in memory that holds the programme, built like any other; for tests and previews.
    pub fn memory(programme: &Programme) -> Result<Self> {
        let path = PathBuf::from(":memory:");
        let conn = connection::memory().map_err(|error| StoreError::of_sqlite(error, &path))?;
        build(&conn, programme)?;
        Ok(Self::over(conn, path, false))
    }
}

/// Fills an empty database: every migration, then the programme, in one transaction.
fn build(conn: &Connection, programme: &Programme) -> Result<()> {
    let w = Write::new(conn);
    let fault = |error| w.fault(error);
    // Nobody sees the draft before it is whole, so it needs no journal on the disk and is synced once.
    conn.pragma_update(None, "journal_mode", "MEMORY").map_err(fault)?;
    conn.pragma_update(None, "synchronous", "OFF").map_err(fault)?;
    let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Exclusive).map_err(fault)?;
    migrations::run(conn, 0, SCHEMA_VERSION).map_err(fault)?;
    programme::replace(&w, programme)?;
    super::write::commit(transaction)
}

/// A file being made beside its place; it is removed again unless it is put there.
pub(super) struct Draft {
    path: PathBuf,
}

impl Draft {
    pub(super) fn beside(target: &Path) -> Result<Self> {
        let folder = target.parent().unwrap_or(Path::new(""));
        if !folder.is_dir() {
            return Err(StoreError::FolderMissing { path: target.to_owned() });
        }
        let process = std::process::id();
        let mut number = 0;
        loop {
            // Short, so that it fits wherever the name of the file itself fits.
            let path = folder.join(format!(".kaikaku-{process}-{number}.tmp"));
            match fs::OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(_) => return Ok(Self { path }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 1000 => number += 1,
                Err(error) => return Err(StoreError::of_io(&error, target)),
            }
        }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Puts the draft where nothing stands yet.
    pub(super) fn put_new(self, target: &Path) -> Result<()> {
        self.sync(target)?;
        match fs::hard_link(&self.path, target) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(StoreError::AlreadyExists { path: target.to_owned() });
            }
            // FAT and some shares have no links; there, looking and renaming are two steps.
            Err(_) if fs::symlink_metadata(target).is_ok() => {
                return Err(StoreError::AlreadyExists { path: target.to_owned() });
            }
            Err(_) => fs::rename(&self.path, target).map_err(|error| StoreError::of_io(&error, target))?,
        }
        sync_folder(target);
        Ok(())
    }

    /// Puts the draft in the place of what stands there, if anything does.
    pub(super) fn put_over(self, target: &Path) -> Result<()> {
        self.sync(target)?;
        fs::rename(&self.path, target).map_err(|error| StoreError::of_io(&error, target))?;
        sync_folder(target);
        Ok(())
    }

    fn sync(&self, target: &Path) -> Result<()> {
        let synced = fs::OpenOptions::new().write(true).open(&self.path).and_then(|file| file.sync_all());
        synced.map_err(|error| StoreError::of_io(&error, target))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // Gone already when it was renamed.
        let _ = fs::remove_file(&self.path);
    }
}

/// Makes the new name itself durable, where the system can; the content is durable already.
fn sync_folder(target: &Path) {
    if cfg!(unix)
        && let Some(folder) = target.parent()
    {
        let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
    }
}
