//! Taking one old step back while the later ones stay.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::session::{ChangesetItem, ConflictAction};

use super::{File, check, write};
use crate::error::{Result, StoreError};
use crate::handles::Write;
use crate::step::changeset::{self, RowChange};
use crate::step::{self, NewStep, Outcome, StepId};
use crate::table::{Change, ChangeKind, Table};

/// What it would mean to take one old step back now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// The rows that would change, as they would change.
    pub rows: Vec<RowChange>,
    /// The rows that stay, since they changed after the step.
    pub clashes: Vec<Clash>,
    /// Whether something that came later hangs on what would go; then nothing can be taken back.
    pub needed: bool,
}

/// A row that a later step changed, so that taking the old step back leaves it as it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clash {
    /// The row, and what the old step did to it.
    pub row: Change,
    /// The columns that were changed since; empty when the whole row came or went.
    pub columns: Vec<String>,
}

impl File {
    /// What [`revert`](File::revert) would do; changes nothing.
    pub fn try_revert(&self, id: StepId) -> Result<Trial> {
        self.refuse_read_only()?;
        self.without_keys(|conn| {
            let w = Write::new(conn);
            let transaction = write::begin(conn)?;
            let (bytes, clashes) = take_back(&w, conn, id)?;
            let needed = !check::broken_references(conn).map_err(|error| w.fault(error))?.is_empty();
            let rows = step::rows_of(&w, &bytes)?;
            transaction.rollback().map_err(|error| w.fault(error))?;
            Ok(Trial { rows, clashes, needed })
        })
    }

    /// Takes one old step back as a new step of its own; the later ones stay. What a later step
    /// changed stays as it is and is named.
    ///
    /// `sound` looks at the outcome before it is kept. [`StoreError::Conflict`] when something
    /// later hangs on what would go, or when the step is not there or is undone already; nothing
    /// is changed then.
    pub fn revert<E: From<StoreError>>(
        &mut self,
        step: &NewStep,
        id: StepId,
        sound: impl FnOnce(&Write<'_>) -> Result<(), E>,
    ) -> Result<Outcome<Vec<Clash>>, E> {
        self.refuse_read_only()?;
        let outcome = self.without_keys(|conn| {
            let w = Write::new(conn);
            let transaction = write::begin(conn)?;
            let (bytes, clashes) = take_back(&w, conn, id)?;
            if !check::broken_references(conn).map_err(|error| w.fault(error))?.is_empty() {
                return Err(StoreError::Conflict.into());
            }
            sound(&w)?;
            self.store_step(transaction, step, &bytes, clashes).map_err(E::from)
        })?;
        Ok(outcome)
    }

    /// Works while cascades rest: a changeset holds the rows that a cascade took with it.
    fn without_keys<T, E: From<StoreError>>(&self, work: impl FnOnce(&Connection) -> Result<T, E>) -> Result<T, E> {
        let keys = |on| self.conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, on);
        keys(false).map_err(|error| self.read().fault(error))?;
        let done = work(&self.conn);
        keys(true).map_err(|error| self.read().fault(error))?;
        done
    }
}

/// Applies the inverse of a step as far as nothing later stands against it; gives what that
/// changed, as a changeset of its own, and what stays.
fn take_back(w: &Write<'_>, conn: &Connection, id: StepId) -> Result<(Vec<u8>, Vec<Clash>)> {
    let fault = |error| w.fault(error);
    match step::one(w, id)? {
        Some(step) if !step.undone => {}
        _ => return Err(StoreError::Conflict),
    }
    let inverse = changeset::inverted(&step::changeset_of(w, id)?).map_err(fault)?;
    let names = step::columns(w)?;
    let found: Arc<Mutex<Vec<Clash>>> = Arc::default();
    let list = Arc::clone(&found);
    let mut session = changeset::record(conn).map_err(fault)?;
    conn.apply_strm(&mut inverse.as_slice(), None::<fn(&str) -> bool>, move |_, item| {
        if let Ok(Some(clash)) = clash(&names, &item) {
            list.lock().unwrap_or_else(PoisonError::into_inner).push(clash);
        }
        ConflictAction::SQLITE_CHANGESET_OMIT
    })
    .map_err(fault)?;
    let mut bytes = Vec::new();
    session.changeset_strm(&mut bytes).map_err(fault)?;
    let mut clashes = std::mem::take(&mut *found.lock().unwrap_or_else(PoisonError::into_inner));
    clashes.sort();
    clashes.dedup();
    Ok((bytes, clashes))
}

/// Columns that only tell the order of a list. When they alone changed since, nothing a person
/// wrote is left behind.
const ORDER: [&str; 2] = ["position", "run"];

fn clash(names: &HashMap<Table, Vec<String>>, item: &ChangesetItem) -> rusqlite::Result<Option<Clash>> {
    let operation = item.op()?;
    let Some(table) = Table::named(operation.table_name()) else { return Ok(None) };
    let kind = changeset::kind(operation.code());
    let mut columns = Vec::new();
    for (number, name) in names.get(&table).into_iter().flatten().enumerate() {
        let (Ok(expected), Ok(found)) = (item.old_value(number), item.conflict(number)) else { continue };
        if expected != found {
            columns.push(name.clone());
        }
    }
    if !columns.is_empty() && columns.iter().all(|name| ORDER.contains(&name.as_str())) {
        return Ok(None);
    }
    // The inverse of a step inserts what the step deleted.
    let kind = match kind {
        ChangeKind::Inserted => ChangeKind::Deleted,
        ChangeKind::Deleted => ChangeKind::Inserted,
        ChangeKind::Updated => ChangeKind::Updated,
    };
    let key = changeset::key(table, item, changeset::kind(operation.code()))?;
    Ok(Some(Clash { row: Change { table, key, kind }, columns }))
}
