//! Observations of the indicators: one figure per year, part and slot.

use domain::programme::{IndicatorId, Observation, Slot};
use domain::value::FiscalYear;
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::list;
use crate::sql::{Word, Year, figure, runs};

pub(crate) fn list(r: &Read<'_>, indicator: Option<i64>) -> Result<ByOwner<Observation>> {
    r.by_owner(include_str!("list.sql"), named_params! { ":owner": indicator }, |row| {
        Ok(Observation {
            year: row.get::<Year>("year")?.0,
            part: row.get("part")?,
            slot: row.get::<Word<_>>("slot")?.0,
            figure: figure(row)?,
            comment: row.get("comment")?,
        })
    })
}

/// Writes one observation: the way of a single edit in the table of figures.
pub fn save(w: &Write<'_>, indicator: IndicatorId, observation: &Observation) -> Result<()> {
    save_at(w, indicator, observation, None)
}

fn save_at(w: &Write<'_>, indicator: IndicatorId, observation: &Observation, run: Option<i64>) -> Result<()> {
    w.run(
        include_str!("save.sql"),
        named_params! {
            ":indicator_id": indicator.0,
            ":year": Year(observation.year),
            ":part": observation.part,
            ":slot": Word(observation.slot),
            ":run": run,
            ":figure_text": observation.figure.text,
            ":figure_value": observation.figure.value.as_ref().map(crate::sql::Json),
            ":comment": observation.comment,
        },
    )
    .map(drop)
}

/// Removes one observation.
pub fn remove(w: &Write<'_>, indicator: IndicatorId, year: FiscalYear, part: u8, slot: Slot) -> Result<()> {
    w.run(
        include_str!("remove.sql"),
        named_params! {
            ":indicator_id": indicator.0,
            ":year": Year(year),
            ":part": part,
            ":slot": Word(slot),
        },
    )
    .map(drop)
}

pub(crate) fn save_all(w: &Write<'_>, indicator: IndicatorId, observations: &[Observation]) -> Result<()> {
    let keys: Vec<_> = observations.iter().map(|o| (o.year.year(), o.part, o.slot)).collect();
    for (observation, run) in observations.iter().zip(runs(&keys)) {
        save_at(w, indicator, observation, Some(run))?;
    }
    list::prune(w, include_str!("prune.sql"), indicator.0, keys)
}
