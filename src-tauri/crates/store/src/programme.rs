//! The whole programme as one value.

use domain::programme::{FORMAT, FORMAT_VERSION, Programme};

use crate::error::Result;
use crate::handles::{Read, Write};
use crate::{acceptance, chart, city, effect, indicator, list, meeting, node, office, office_change, plan};

/// The whole programme the file holds.
pub fn read(r: &Read<'_>) -> Result<Programme> {
    let _steady = r.steady()?;
    let mut plans = plan::headers(r)?;
    for plan in &mut plans {
        plan.nodes = node::of_plan(r, plan.id, None)?;
    }
    Ok(Programme {
        format: FORMAT.to_owned(),
        format_version: FORMAT_VERSION,
        city: city::read(r)?,
        offices: office::all(r)?,
        office_changes: office_change::all(r)?,
        plans,
        indicators: indicator::all(r)?,
        effects: effect::all(r)?,
        charts: chart::all(r)?,
        meetings: meeting::all(r)?,
        acceptances: acceptance::all(r)?,
    })
}

/// Makes the file hold this programme and nothing else, by writing only what differs, so that the
/// history shows what a loaded programme changed.
///
/// The programme has to hang together (see [`domain::programme::broken_references`]); otherwise
/// the write fails at its end and the file stays as it was.
pub fn replace(w: &Write<'_>, programme: &Programme) -> Result<()> {
    city::save(w, &programme.city)?;
    for (position, office) in list::positions(&programme.offices) {
        office::save_at(w, office, Some(position))?;
    }
    for (position, change) in list::positions(&programme.office_changes) {
        office_change::save_at(w, change, Some(position))?;
    }
    for (position, plan) in list::positions(&programme.plans) {
        plan::save_at(w, plan, Some(position))?;
    }
    for plan in &programme.plans {
        node::save_tree(w, plan.id, &plan.nodes)?;
    }
    for (position, indicator) in list::positions(&programme.indicators) {
        indicator::save_at(w, indicator, Some(position))?;
    }
    for (position, table) in list::positions(&programme.effects) {
        effect::save_at(w, table, Some(position))?;
    }
    for (position, chart) in list::positions(&programme.charts) {
        chart::save_at(w, chart, Some(position))?;
    }
    for (position, meeting) in list::positions(&programme.meetings) {
        meeting::save_at(w, meeting, Some(position))?;
    }
    for (position, accepted) in list::positions(&programme.acceptances) {
        acceptance::save_at(w, accepted, Some(position))?;
    }
    prune(w, programme)
}

/// Removes what is not in the programme. By now nothing that stays refers to anything that goes,
/// so that no cascade reaches a row that stays.
fn prune(w: &Write<'_>, programme: &Programme) -> Result<()> {
    acceptance::prune(w, &programme.acceptances)?;
    meeting::prune(w, &programme.meetings)?;
    chart::prune(w, &programme.charts)?;
    effect::prune(w, &programme.effects)?;
    indicator::prune(w, &programme.indicators)?;
    for plan in &programme.plans {
        node::prune(w, plan.id, &plan.nodes)?;
    }
    plan::prune(w, &programme.plans)?;
    office_change::prune(w, &programme.office_changes)?;
    office::prune(w, &programme.offices)
}
