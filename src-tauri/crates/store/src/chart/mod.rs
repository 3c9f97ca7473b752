//! Charts (図) as the city defines them.

use domain::programme::{ChartDefinition, ChartId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{Read, Write};
use crate::sql::{Word, Year, maybe_year};
use crate::{chart_series, list};

/// All charts in their order.
pub fn all(r: &Read<'_>) -> Result<Vec<ChartDefinition>> {
    some(r, None)
}

/// One chart.
pub fn read(r: &Read<'_>, id: ChartId) -> Result<Option<ChartDefinition>> {
    some(r, Some(id.0)).map(list::first)
}

fn some(r: &Read<'_>, id: Option<i64>) -> Result<Vec<ChartDefinition>> {
    let _steady = r.steady()?;
    let mut series = chart_series::list(r, id)?;
    list::all_or_one(r, include_str!("list.sql"), id, |row| {
        let id = row.get("id")?;
        Ok(ChartDefinition {
            id: ChartId(id),
            title: row.get("title")?,
            series: list::taken(&mut series, id),
            first: maybe_year(row, "first_year")?,
            last: maybe_year(row, "last_year")?,
            targets: row.get("targets")?,
            second_line: row.get::<Word<_>>("second_line")?.0,
            width_mm: row.get("width_mm")?,
            height_mm: row.get("height_mm")?,
            source: row.get("source")?,
            note: row.get("note")?,
        })
    })
}

/// Writes one chart whole; a new one comes last.
pub fn save(w: &Write<'_>, chart: &ChartDefinition) -> Result<()> {
    save_at(w, chart, None)
}

pub(crate) fn save_at(w: &Write<'_>, chart: &ChartDefinition, position: Option<i64>) -> Result<()> {
    w.run(
        include_str!("save.sql"),
        named_params! {
            ":id": chart.id.0,
            ":position": position,
            ":title": chart.title,
            ":first_year": chart.first.map(Year),
            ":last_year": chart.last.map(Year),
            ":targets": chart.targets,
            ":second_line": Word(chart.second_line),
            ":width_mm": chart.width_mm,
            ":height_mm": chart.height_mm,
            ":source": chart.source,
            ":note": chart.note,
        },
    )?;
    chart_series::save(w, chart.id, &chart.series)
}

/// Removes a chart.
pub fn remove(w: &Write<'_>, id: ChartId) -> Result<()> {
    list::remove(w, include_str!("remove.sql"), id.0)
}

/// Puts the charts named first, in the order given.
pub fn reorder(w: &Write<'_>, order: &[ChartId]) -> Result<()> {
    list::reorder(w, include_str!("order.sql"), include_str!("place.sql"), order.iter().map(|id| id.0))
}

pub(crate) fn prune(w: &Write<'_>, keep: &[ChartDefinition]) -> Result<()> {
    list::prune_all(w, include_str!("prune.sql"), keep.iter().map(|chart| chart.id.0))
}
