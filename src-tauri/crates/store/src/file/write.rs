//! The one door for writing, undo and redo.

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior};

use super::{File, check};
use crate::counter;
use crate::error::{Result, StoreError};
use crate::handles::{Read, Write};
use crate::step::{self, NewStep, Outcome, Step, Turned, changeset};

impl File {
    /// Does one operation: one transaction, one step of undo, one list of changes.
    ///
    /// When it returns, the changes are on the disk. When the work fails, or the end of the
    /// transaction does (a reference to something that is not there, a full disk), the file is as
    /// it was. A work that changes nothing leaves no step, and what was undone can still be redone;
    /// otherwise the steps that were undone are dropped.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        step: &NewStep,
        work: impl FnOnce(&Write<'_>) -> Result<T, E>,
    ) -> Result<Outcome<T>, E> {
        self.refuse_read_only()?;
        let w = Write::new(&self.conn);
        let fault = |error| w.fault(error);
        let transaction = begin(&self.conn)?;
        let mut session = changeset::record(&self.conn).map_err(fault)?;
        let value = work(&w)?;
        let mut bytes = Vec::new();
        session.changeset_strm(&mut bytes).map_err(fault)?;
        drop(session);
        self.store_step(transaction, step, &bytes, value).map_err(E::from)
    }

    /// Stores what a transaction changed as a step, and ends it.
    pub(super) fn store_step<T>(
        &self,
        transaction: Transaction<'_>,
        step: &NewStep,
        bytes: &[u8],
        value: T,
    ) -> Result<Outcome<T>> {
        let w = Write::new(&self.conn);
        let (changes, cells) = changeset::changes(bytes).map_err(|error| w.fault(error))?;
        if changes.is_empty() {
            return Ok(Outcome { value, changes, step: None });
        }
        counter::raise(&w, &changes)?;
        let mut totals = match self.totals.get() {
            Some(known) if !step::drop_undone(&w)? => known,
            _ => {
                step::drop_undone(&w)?;
                step::totals(&w)?
            }
        };
        let id = step::add(&w, step, cells, bytes)?;
        totals = totals.and(bytes.len());
        if totals.exceed(self.keep) {
            totals = step::prune(&w, self.keep, step.at.date())?;
        }
        commit(transaction)?;
        self.totals.set(Some(totals));
        Ok(Outcome { value, changes, step: Some(id) })
    }

    /// Writes what is not under undo and no part of the programme; on the disk when it returns.
    pub(crate) fn aside(&mut self, work: impl FnOnce(&Write<'_>) -> Result<()>) -> Result<()> {
        self.refuse_read_only()?;
        let transaction = begin(&self.conn)?;
        work(&Write::new(&self.conn))?;
        commit(transaction)
    }

    /// Takes the last step back, also one of an earlier session; none when there is none.
    ///
    /// [`StoreError::Conflict`] when the file no longer holds what the step left; nothing is
    /// changed then.
    pub fn undo(&mut self) -> Result<Option<Turned>> {
        self.turn(true)
    }

    /// Does the step that was taken back last again; none when there is none.
    pub fn redo(&mut self) -> Result<Option<Turned>> {
        self.turn(false)
    }

    fn turn(&mut self, undo: bool) -> Result<Option<Turned>> {
        self.refuse_read_only()?;
        let next = if undo { self.next_undo()? } else { self.next_redo()? };
        let Some(step) = next else { return Ok(None) };
        // A changeset holds the rows that a cascade took with it. Were the keys to act while it is
        // applied, the cascade would run again and the recorded rows would not be found.
        let keys = |on| self.conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, on);
        keys(false).map_err(|error| self.read().fault(error))?;
        let turned = turn(&self.conn, step, undo);
        keys(true).map_err(|error| self.read().fault(error))?;
        turned.map(Some)
    }

    pub(super) fn refuse_read_only(&self) -> Result<()> {
        match self.read_only {
            true => Err(StoreError::ReadOnly { path: self.path.clone() }),
            false => Ok(()),
        }
    }
}

fn turn(conn: &Connection, mut step: Step, undo: bool) -> Result<Turned> {
    let w = Write::new(conn);
    let fault = |error| w.fault(error);
    let transaction = begin(conn)?;
    let mut bytes = step::changeset_of(&w, step.id)?;
    if undo {
        bytes = changeset::inverted(&bytes).map_err(fault)?;
    }
    changeset::apply(conn, &bytes).map_err(|error| match error.sqlite_error_code() {
        Some(ErrorCode::OperationAborted | ErrorCode::ConstraintViolation) => StoreError::Conflict,
        _ => fault(error),
    })?;
    if !check::broken_references(conn).map_err(fault)?.is_empty() {
        return Err(StoreError::Conflict);
    }
    let (changes, _) = changeset::changes(&bytes).map_err(fault)?;
    step::mark(&w, step.id, undo)?;
    commit(transaction)?;
    step.undone = undo;
    Ok(Turned { step, changes })
}

pub(super) fn begin(conn: &Connection) -> Result<Transaction<'_>> {
    Transaction::new_unchecked(conn, TransactionBehavior::Immediate).map_err(|error| Read::new(conn).fault(error))
}

/// Ends a transaction. A reference to something that is not there is named.
pub(super) fn commit(transaction: Transaction<'_>) -> Result<()> {
    let conn: &Connection = &transaction;
    let Err(error) = conn.execute_batch("COMMIT") else {
        return Ok(());
    };
    let fault = Read::new(conn).fault(error);
    let broken = if conn.is_autocommit() { Vec::new() } else { check::broken_references(conn).unwrap_or_default() };
    match fault {
        StoreError::Sql { .. } if !broken.is_empty() => Err(StoreError::Sql { detail: broken.join("; ") }),
        other => Err(other),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use std::collections::BTreeMap;

    use chrono::NaiveDate;
    use domain::programme::{Office, OfficeId, OfficeKind, Programme};

    use super::{File, NewStep, StoreError};
    use crate::step::keep::Keep;
    use crate::{Result, office, programme};

    fn step(day: u32) -> NewStep {
        NewStep {
            at: NaiveDate::from_ymd_opt(2024, 4, day).unwrap().into(),
            who: String::new(),
            op: "office-save".into(),
            args: BTreeMap::new(),
        }
    }

    fn save(file: &mut File, id: i64, name: String) -> Result<()> {
        save_on(file, 1, id, name)
    }

    fn save_on(file: &mut File, day: u32, id: i64, name: String) -> Result<()> {
        let office = Office { id: OfficeId(id), name, kind: OfficeKind::Office, since: None, until: None };
        file.write(&step(day), |w| office::save(w, &office)).map(drop)
    }

    #[test]
    fn a_long_history_loses_its_oldest_steps() {
        let mut file = File::memory(&Programme::new("みどり野市")).unwrap();
        file.keep = Keep { bytes: 1_000, steps: 2 };
        for id in 1..=5 {
            save(&mut file, id, "課".into()).unwrap();
        }
        assert_eq!(file.history(10, None).unwrap().len(), 5, "small steps fit");
        save(&mut file, 6, "課".repeat(400)).unwrap();
        assert_eq!(file.history(10, None).unwrap().len(), 6, "what was done today stays");
        assert_eq!(file.pruned_steps().unwrap(), 0);
        file.undo().unwrap().unwrap();
        save_on(&mut file, 2, 6, "課".repeat(400)).unwrap();
        assert_eq!(file.history(10, None).unwrap().len(), 2, "a big step pushes the oldest out");
        assert_eq!(file.pruned_steps().unwrap(), 4, "and how many went is known");
        for _ in 0..2 {
            file.undo().unwrap().unwrap();
        }
        assert_eq!(file.undo().unwrap(), None);
        assert_eq!(office::all(&file.read()).unwrap().len(), 4);
        save(&mut file, 7, "課".into()).unwrap();
        assert_eq!(file.totals.get(), Some(crate::step::totals(&file.read()).unwrap()));
    }

    #[test]
    fn a_full_disk_leaves_the_file_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("市.kaikaku");
        let mut file = File::create(&path, &Programme::new("みどり野市")).unwrap();
        save(&mut file, 1, "財政課".into()).unwrap();
        let before = programme::read(&file.read()).unwrap();
        let pages: i64 = file.conn.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        file.conn.pragma_query_value(None, "max_page_count", |row| row.get::<_, i64>(0)).unwrap();
        file.conn.pragma(None, "max_page_count", pages + 2, |_| Ok(())).unwrap();
        let full = save(&mut file, 2, "長い名前".repeat(20_000));
        assert_eq!(full, Err(StoreError::DiskFull { path: path.clone() }));
        assert_eq!(programme::read(&file.read()).unwrap(), before);
        assert_eq!(file.history(10, None).unwrap().len(), 1);
        save(&mut file, 2, "契約課".into()).expect("what fits can still be written");
        drop(file);
        let mut file = File::open(&path).unwrap();
        file.undo().unwrap().unwrap();
        assert_eq!(programme::read(&file.read()).unwrap(), before);
    }

    #[test]
    fn a_step_that_no_longer_fits_is_a_conflict_and_changes_nothing() {
        let mut file = File::memory(&Programme::new("みどり野市")).unwrap();
        save(&mut file, 1, "財政課".into()).unwrap();
        save(&mut file, 1, "財務課".into()).unwrap();
        // Nothing but undo and redo may touch a programme past `write`; this stands for a fault.
        file.conn.execute("UPDATE office SET name = '別の課'", []).unwrap();
        assert_eq!(file.undo(), Err(StoreError::Conflict));
        assert_eq!(office::all(&file.read()).unwrap()[0].name, "別の課");
        assert!(file.conn.is_autocommit());
        file.conn.execute("UPDATE office SET name = '財務課'", []).unwrap();
        file.undo().unwrap().unwrap();
        // The keys act again after undo.
        let on: bool = file.conn.pragma_query_value(None, "foreign_keys", |row| row.get(0)).unwrap();
        assert!(on);
    }

    #[test]
    fn undo_that_would_break_a_reference_is_a_conflict() {
        let mut file = File::memory(&Programme::new("みどり野市")).unwrap();
        save(&mut file, 1, "財政課".into()).unwrap();
        file.conn
            .execute_batch(
                "INSERT INTO office_change VALUES (1, 0, '2024-04-01', 'renamed');
                 INSERT INTO changed_office VALUES (1, 'before', 0, 1);",
            )
            .unwrap();
        assert_eq!(file.undo(), Err(StoreError::Conflict));
        assert_eq!(office::all(&file.read()).unwrap().len(), 1);
    }
}
