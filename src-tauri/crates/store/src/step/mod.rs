//! Steps: what a person did, one row per operation, with the changeset that takes it back.

pub(crate) mod changeset;
pub(crate) mod keep;

use std::collections::{BTreeMap, HashMap};

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::cells::Cells;
use crate::counter;
use crate::error::{Result, StoreError};
use crate::handles::{Read, Write};
use crate::sql::{Json, Word};
use crate::table::{Change, Table};

/// Identity of a step; later steps have higher ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[ts(type = "number")]
pub struct StepId(pub i64);

/// An operation about to be done: what the history will say of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewStep {
    /// The moment, local time of the office.
    pub at: NaiveDateTime,
    /// Who did it.
    pub who: String,
    /// The operation, as the key of its text.
    pub op: String,
    /// The arguments of that text.
    pub args: BTreeMap<String, String>,
}

/// An operation that was done, and perhaps undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Step {
    /// Identity of the step.
    pub id: StepId,
    /// The moment, local time of the office.
    #[ts(type = "string")]
    pub at: NaiveDateTime,
    /// Who did it.
    pub who: String,
    /// The operation, as the key of its text.
    pub op: String,
    /// The arguments of that text.
    pub args: BTreeMap<String, String>,
    /// Taken back; redo does it again.
    pub undone: bool,
    /// How much it changed: the values of changed rows, and one for each row that came or went.
    #[ts(type = "number")]
    pub cells: u64,
}

/// Which steps of the history are read.
#[derive(Debug, Clone, Copy, Default)]
pub struct StepsWanted<'a> {
    /// At most so many.
    pub limit: usize,
    /// Only those before this one.
    pub before: Option<StepId>,
    /// Only those of this person.
    pub who: Option<&'a str>,
    /// Only those of this day: 2024-02-02.
    pub day: Option<&'a str>,
}

/// What a write gave back, and what it changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome<T> {
    /// The value the work gave back.
    pub value: T,
    /// The rows that changed.
    pub changes: Vec<Change>,
    /// The step in the history; none when nothing changed.
    pub step: Option<StepId>,
}

/// A step that was taken back or done again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Turned {
    /// The step, in its new state.
    pub step: Step,
    /// The rows that changed.
    pub changes: Vec<Change>,
}

/// A change of one value: a line in the history of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ValueChange {
    /// The step that changed it.
    pub step: Step,
    /// The value before, as it stands in the file; none when there was none.
    pub old: Option<String>,
    /// The value after.
    pub new: Option<String>,
}

fn step(row: &Cells<'_>) -> rusqlite::Result<Step> {
    Ok(Step {
        id: StepId(row.get("id")?),
        at: row.get::<Word<_>>("at")?.0,
        who: row.get("who")?,
        op: row.get("op")?,
        args: row.get::<Json<_>>("args")?.0,
        undone: row.get("undone")?,
        cells: row.get::<i64>("cells")?.unsigned_abs(),
    })
}

/// The step that undo takes back next.
pub(crate) fn next_undo(r: &Read<'_>) -> Result<Option<Step>> {
    r.one(include_str!("next_undo.sql"), [], step)
}

/// The step that redo does again next.
pub(crate) fn next_redo(r: &Read<'_>) -> Result<Option<Step>> {
    r.one(include_str!("next_redo.sql"), [], step)
}

/// The steps that are wanted, newest first.
pub(crate) fn list(r: &Read<'_>, wanted: &StepsWanted<'_>) -> Result<Vec<Step>> {
    let limit = i64::try_from(wanted.limit).unwrap_or(i64::MAX);
    let (before, who, day) = (wanted.before.map(|id| id.0), wanted.who, wanted.day);
    let params = named_params! { ":limit": limit, ":before": before, ":who": who, ":day": day };
    r.list(include_str!("list.sql"), params, step)
}

/// Everybody who did a step, whoever did the newest first.
pub(crate) fn people(r: &Read<'_>) -> Result<Vec<String>> {
    r.list(include_str!("people.sql"), [], |row| row.get("who"))
}

/// The days with a step, newest first: 2024-02-02.
pub(crate) fn days(r: &Read<'_>) -> Result<Vec<String>> {
    r.list(include_str!("days.sql"), [], |row| row.get("day"))
}

/// One step.
pub(crate) fn one(r: &Read<'_>, id: StepId) -> Result<Option<Step>> {
    r.one(include_str!("one.sql"), named_params! { ":id": id.0 }, step)
}

/// The names of the columns of every table.
pub(crate) fn columns(r: &Read<'_>) -> Result<HashMap<Table, Vec<String>>> {
    let sql = "SELECT name FROM pragma_table_info(?1)";
    let names = |table: Table| r.list(sql, [table.name()], |row| row.get::<String>("name"));
    Table::ALL.iter().map(|table| Ok((*table, names(*table)?))).collect()
}

/// What a changeset changes, row by row.
pub(crate) fn rows_of(r: &Read<'_>, changeset: &[u8]) -> Result<Vec<changeset::RowChange>> {
    let names = columns(r)?;
    let rows = changeset::rows(changeset, |table| names.get(&table).cloned().unwrap_or_default());
    rows.map_err(|error| r.fault(error))
}

pub(crate) fn changeset_of(r: &Read<'_>, id: StepId) -> Result<Vec<u8>> {
    let bytes = r.one(include_str!("changeset.sql"), named_params! { ":id": id.0 }, |row| row.get("changeset"))?;
    Ok(bytes.unwrap_or_default())
}

/// Drops the steps that were undone: they no longer follow from what the file holds.
pub(crate) fn drop_undone(w: &Write<'_>) -> Result<bool> {
    let last = w.one(include_str!("last_is_undone.sql"), [], |row| row.get::<bool>("undone"))?;
    if last != Some(true) {
        return Ok(false);
    }
    w.run(include_str!("drop_undone.sql"), [])?;
    Ok(true)
}

pub(crate) fn add(w: &Write<'_>, new: &NewStep, cells: u64, changeset: &[u8]) -> Result<StepId> {
    w.run(
        include_str!("add.sql"),
        named_params! {
            ":at": Word(new.at),
            ":who": new.who,
            ":op": new.op,
            ":args": Json(&new.args),
            ":cells": i64::try_from(cells).unwrap_or(i64::MAX),
            ":changeset": changeset,
        },
    )?;
    Ok(StepId(w.last_id()))
}

pub(crate) fn mark(w: &Write<'_>, id: StepId, undone: bool) -> Result<()> {
    w.run(include_str!("mark.sql"), named_params! { ":id": id.0, ":undone": undone }).map(drop)
}

/// How many steps there are and how many bytes their changesets take.
pub(crate) fn totals(r: &Read<'_>) -> Result<keep::Totals> {
    let totals = r.one(include_str!("totals.sql"), [], |row| {
        Ok(keep::Totals {
            steps: row.get::<i64>("steps")?.unsigned_abs(),
            bytes: row.get::<i64>("bytes")?.unsigned_abs(),
        })
    })?;
    Ok(totals.unwrap_or_default())
}

/// Drops the oldest steps beyond what is kept, none of them of `today`; gives the totals
/// afterwards.
pub(crate) fn prune(w: &Write<'_>, keep: keep::Keep, today: NaiveDate) -> Result<keep::Totals> {
    let kept = w.list(include_str!("sizes.sql"), [], |row| {
        Ok(keep::Kept {
            id: StepId(row.get("id")?),
            bytes: row.get::<i64>("bytes")?.unsigned_abs(),
            day: row.get::<Word<NaiveDateTime>>("at")?.0.date(),
            undone: row.get("undone")?,
        })
    })?;
    if let Some(oldest) = keep::oldest_kept(&kept, keep, today) {
        let dropped = w.run(include_str!("prune.sql"), named_params! { ":oldest": oldest.0 })?;
        counter::add(w, PRUNED, i64::try_from(dropped).unwrap_or(i64::MAX))?;
    }
    totals(w)
}

/// The counter of the steps that were dropped.
const PRUNED: &str = "pruned-steps";

/// How many steps were dropped so far.
pub(crate) fn pruned(r: &Read<'_>) -> Result<u64> {
    counter::read(r, PRUNED).map(i64::unsigned_abs)
}

/// The changes of one value, newest first, by walking the changesets; undone steps do not count.
pub(crate) fn value_history(r: &Read<'_>, table: Table, key: &[i64], column: &str) -> Result<Vec<ValueChange>> {
    let columns = columns(r)?;
    let Some(column) = columns.get(&table).and_then(|names| names.iter().position(|name| name == column)) else {
        return Err(StoreError::Sql { detail: format!("table {} has no column {column}", table.name()) });
    };
    let _steady = r.steady()?;
    let mut found = Vec::new();
    let mut before = None;
    while let Some(step) = r.one(include_str!("done.sql"), named_params! { ":before": before }, step)? {
        before = Some(step.id.0);
        let bytes = changeset_of(r, step.id)?;
        if let Some((old, new)) = changeset::value(&bytes, table, key, column).map_err(|error| r.fault(error))? {
            found.push(ValueChange { step, old, new });
        }
    }
    Ok(found)
}
