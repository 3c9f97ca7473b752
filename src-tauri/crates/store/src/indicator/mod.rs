//! Indicators (指標) with their parts, baseline, targets and observations.

use domain::programme::{Baseline, Indicator, IndicatorId, IndicatorScope, NodeId, PlanId};
use domain::value::FiscalYear;
use rusqlite::named_params;

use crate::cells::Cells;
use crate::error::Result;
use crate::handles::{Read, Write};
use crate::sql::{Json, maybe_written, meaning, text};
use crate::{baseline, list, observation, part, target};

/// All indicators in their order.
pub fn all(r: &Read<'_>) -> Result<Vec<Indicator>> {
    some(r, None)
}

/// One indicator.
pub fn read(r: &Read<'_>, id: IndicatorId) -> Result<Option<Indicator>> {
    some(r, Some(id.0)).map(list::first)
}

fn some(r: &Read<'_>, id: Option<i64>) -> Result<Vec<Indicator>> {
    let _steady = r.steady()?;
    let mut parts = part::list(r, id)?;
    let mut baselines = baseline::list(r, id)?;
    let mut targets = target::list(r, id)?;
    let mut observations = observation::list(r, id)?;
    list::all_or_one(r, include_str!("list.sql"), id, |row| {
        let id = row.get("id")?;
        let figures = list::taken(&mut baselines, id);
        let year = maybe_written::<FiscalYear>(row, "baseline_year_text", "baseline_year_meaning")?;
        Ok(Indicator {
            id: IndicatorId(id),
            name: row.get("name")?,
            markers: row.get::<Json<_>>("markers")?.0,
            scope: scope(row)?,
            account: row.get("account")?,
            definition: row.get("definition")?,
            parts: list::taken(&mut parts, id),
            good: maybe_written(row, "good_text", "good_meaning")?,
            survey: row.get("survey")?,
            cumulative: row.get("cumulative")?,
            source: row.get("source")?,
            note: row.get("note")?,
            baseline: year.map(|year| Baseline { year, figures }),
            targets: list::taken(&mut targets, id),
            observations: list::taken(&mut observations, id),
        })
    })
}

fn scope(row: &Cells<'_>) -> rusqlite::Result<IndicatorScope> {
    // The file itself holds that `scope` agrees with which of the two is there.
    Ok(match (row.get::<Option<i64>>("plan_id")?, row.get::<Option<i64>>("node_id")?) {
        (_, Some(node)) => IndicatorScope::Node { node: NodeId(node) },
        (Some(plan), None) => IndicatorScope::Plan { plan: PlanId(plan) },
        (None, None) => IndicatorScope::Fiscal,
    })
}

/// Writes one indicator whole; a new one comes last.
pub fn save(w: &Write<'_>, indicator: &Indicator) -> Result<()> {
    save_at(w, indicator, None)
}

pub(crate) fn save_at(w: &Write<'_>, indicator: &Indicator, position: Option<i64>) -> Result<()> {
    let (scope, plan, node) = match indicator.scope {
        IndicatorScope::Fiscal => ("fiscal", None, None),
        IndicatorScope::Plan { plan } => ("plan", Some(plan.0), None),
        IndicatorScope::Node { node } => ("node", None, Some(node.0)),
    };
    let baseline_year = indicator.baseline.as_ref().map(|baseline| &baseline.year);
    w.run(
        include_str!("save.sql"),
        named_params! {
            ":id": indicator.id.0,
            ":position": position,
            ":name": indicator.name,
            ":markers": Json(&indicator.markers),
            ":scope": scope,
            ":plan_id": plan,
            ":node_id": node,
            ":account": indicator.account,
            ":definition": indicator.definition,
            ":good_text": text(indicator.good.as_ref()),
            ":good_meaning": indicator.good.as_ref().and_then(meaning),
            ":survey": indicator.survey,
            ":cumulative": indicator.cumulative,
            ":source": indicator.source,
            ":note": indicator.note,
            ":baseline_year_text": text(baseline_year),
            ":baseline_year_meaning": baseline_year.and_then(meaning),
        },
    )?;
    part::save(w, indicator.id, &indicator.parts)?;
    let figures = indicator.baseline.as_ref().map(|baseline| baseline.figures.as_slice());
    baseline::save(w, indicator.id, figures.unwrap_or_default())?;
    target::save(w, indicator.id, &indicator.targets)?;
    observation::save_all(w, indicator.id, &indicator.observations)
}

/// Removes an indicator and the chart series that show it.
pub fn remove(w: &Write<'_>, id: IndicatorId) -> Result<()> {
    list::remove(w, include_str!("remove.sql"), id.0)
}

/// Puts the indicators named first, in the order given.
pub fn reorder(w: &Write<'_>, order: &[IndicatorId]) -> Result<()> {
    list::reorder(w, include_str!("order.sql"), include_str!("place.sql"), order.iter().map(|id| id.0))
}

pub(crate) fn prune(w: &Write<'_>, keep: &[Indicator]) -> Result<()> {
    list::prune_all(w, include_str!("prune.sql"), keep.iter().map(|indicator| indicator.id.0))
}
