//! One open `.kaikaku` file.

mod backup;
mod check;
pub(crate) mod connection;
mod create;
mod open;
mod revert;
mod write;

pub use revert::{Clash, Trial};

use std::cell::Cell;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::error::Result;
use crate::handles::Read;
use crate::step::changeset::RowChange;
use crate::step::keep::{Keep, Totals};
use crate::step::{self, Step, StepId, StepsWanted, ValueChange};
use crate::table::Table;

/// One open `.kaikaku` file: an SQLite database that holds one city's programme and its history.
///
/// While it is open for writing, nobody else can open it; the lock goes with the value. On Unix
/// the lock is lost when anything in this process opens and closes the same file by other means
/// (`std::fs::read`, a hash, a copy): use [`backup_to`](File::backup_to) for a copy of an open file.
#[derive(Debug)]
pub struct File {
    conn: Connection,
    path: PathBuf,
    read_only: bool,
    keep: Keep,
    /// Size of the history; counted when it is first needed.
    totals: Cell<Option<Totals>>,
}

impl File {
    fn over(conn: Connection, path: PathBuf, read_only: bool) -> Self {
        Self { conn, path, read_only, keep: Keep::USUAL, totals: Cell::new(None) }
    }

    /// Where the file stands, absolute; `:memory:` for one in memory.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the file can only be read: it or its folder is write-protected.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// A handle for reading.
    pub fn read(&self) -> Read<'_> {
        Read::new(&self.conn)
    }

    /// The step that [`undo`](File::undo) takes back next.
    pub fn next_undo(&self) -> Result<Option<Step>> {
        step::next_undo(&self.read())
    }

    /// The step that [`redo`](File::redo) does again next.
    pub fn next_redo(&self) -> Result<Option<Step>> {
        step::next_redo(&self.read())
    }

    /// The newest steps, undone ones among them: at most `limit`, those before a step if one is given.
    pub fn history(&self, limit: usize, before: Option<StepId>) -> Result<Vec<Step>> {
        self.steps(&StepsWanted { limit, before, ..StepsWanted::default() })
    }

    /// The steps of the history that are wanted, newest first.
    pub fn steps(&self, wanted: &StepsWanted<'_>) -> Result<Vec<Step>> {
        step::list(&self.read(), wanted)
    }

    /// Everybody who did a step of the history, whoever did the newest first.
    pub fn step_people(&self) -> Result<Vec<String>> {
        step::people(&self.read())
    }

    /// The days with a step of the history, newest first: 2024-02-02.
    pub fn step_days(&self) -> Result<Vec<String>> {
        step::days(&self.read())
    }

    /// One step of the history; none when it is not there (any more).
    pub fn step(&self, id: StepId) -> Result<Option<Step>> {
        step::one(&self.read(), id)
    }

    /// What a step changed, row by row, with the values before and after.
    pub fn step_rows(&self, id: StepId) -> Result<Vec<RowChange>> {
        let r = self.read();
        step::rows_of(&r, &step::changeset_of(&r, id)?)
    }

    /// How many of the oldest steps were dropped to keep the history within its size.
    pub fn pruned_steps(&self) -> Result<u64> {
        step::pruned(&self.read())
    }

    /// The changes of one value, newest first, as far as the history reaches back.
    ///
    /// `key` is that of [`Change::key`](crate::Change::key), `column` the column's name in the file.
    /// Values are as they stand in the file: words of a vocabulary in snake_case, meanings as JSON.
    pub fn value_history(&self, table: Table, key: &[i64], column: &str) -> Result<Vec<ValueChange>> {
        step::value_history(&self.read(), table, key, column)
    }
}

#[cfg(test)]
mod tests {
    use super::File;

    #[test]
    fn a_file_can_be_handed_to_another_thread() {
        fn moves<T: Send>() {}
        moves::<File>();
    }
}
