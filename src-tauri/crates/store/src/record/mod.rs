//! Yearly records (年度記録) of the nodes.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use domain::programme::{NodeId, PlanId, YearRecord};
use domain::value::FiscalYear;
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::node::Of;
use crate::sql::{Year, runs};
use crate::{evaluation, list};

/// The years asked for as two numbers; all years when none are named.
pub(crate) fn bounds(years: Option<&RangeInclusive<FiscalYear>>) -> (i32, i32) {
    years.map_or((FiscalYear::FIRST, FiscalYear::LAST), |years| (years.start().year(), years.end().year()))
}

/// The record of one year of a node; `None` when the year has none.
pub fn read(r: &Read<'_>, node: NodeId, year: FiscalYear) -> Result<Option<YearRecord>> {
    let _steady = r.steady()?;
    Ok(list::first(list::taken(&mut list(r, Of::Node(node), Some(year..=year))?, node.0)))
}

/// The nodes of a plan whose actual result (実績) of a year is told.
pub fn told(r: &Read<'_>, plan: PlanId, year: FiscalYear) -> Result<HashSet<NodeId>> {
    let params = named_params! { ":id": plan.0, ":year": Year(year) };
    Ok(r.list(include_str!("told.sql"), params, |row| row.get("node_id").map(NodeId))?.into_iter().collect())
}

pub(crate) fn list(r: &Read<'_>, of: Of, years: Option<RangeInclusive<FiscalYear>>) -> Result<ByOwner<YearRecord>> {
    let mut evaluations = evaluation::list(r, of, years.as_ref())?;
    let (first, last) = bounds(years.as_ref());
    let (sql, id) = of.pick(include_str!("of_node.sql"), include_str!("of_plan.sql"));
    let rows = r.by_owner(sql, named_params! { ":id": id, ":first": first, ":last": last }, |row| {
        let record = YearRecord {
            year: row.get::<Year>("year")?.0,
            planned: row.get("planned")?,
            target: row.get("target")?,
            previous_state: row.get("previous_state")?,
            actual: row.get("actual")?,
            cumulative: row.get("cumulative")?,
            issues: row.get("issues")?,
            note: row.get("note")?,
            same_as_before: row.get("same_as_before")?,
            evaluations: Vec::new(),
        };
        Ok((row.get::<i64>("run")?, record))
    })?;
    let ordered = rows.into_iter().map(|(node, mut rows)| {
        rows.sort_by_key(|(run, record)| (*run, record.year));
        let records = rows.into_iter().map(|(_, mut record)| {
            record.evaluations = evaluations.remove(&(node, record.year)).unwrap_or_default();
            record
        });
        (node, records.collect())
    });
    Ok(ordered.collect())
}

/// Writes the record of one year of a node: the way of a single edit in the progress table.
pub fn save(w: &Write<'_>, node: NodeId, record: &YearRecord) -> Result<()> {
    save_at(w, node, record, None)
}

fn save_at(w: &Write<'_>, node: NodeId, record: &YearRecord, run: Option<i64>) -> Result<()> {
    w.run(
        include_str!("save.sql"),
        named_params! {
            ":node_id": node.0,
            ":year": Year(record.year),
            ":run": run,
            ":planned": record.planned,
            ":target": record.target,
            ":previous_state": record.previous_state,
            ":actual": record.actual,
            ":cumulative": record.cumulative,
            ":issues": record.issues,
            ":note": record.note,
            ":same_as_before": record.same_as_before,
        },
    )?;
    evaluation::save(w, node, record.year, &record.evaluations)
}

/// Removes the record of one year with its evaluations.
pub fn remove(w: &Write<'_>, node: NodeId, year: FiscalYear) -> Result<()> {
    w.run(include_str!("remove.sql"), named_params! { ":node_id": node.0, ":year": Year(year) }).map(drop)
}

pub(crate) fn save_all(w: &Write<'_>, node: NodeId, records: &[YearRecord]) -> Result<()> {
    let runs = runs(records.iter().map(|record| record.year));
    for (record, run) in records.iter().zip(runs) {
        save_at(w, node, record, Some(run))?;
    }
    list::prune(w, include_str!("prune.sql"), node.0, records.iter().map(|record| record.year.year()))
}
