//! Series of the charts in the order of the legend.

use domain::programme::{ChartId, ChartSeries, IndicatorId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::list;
use crate::sql::Word;

pub(crate) fn list(r: &Read<'_>, chart: Option<i64>) -> Result<ByOwner<ChartSeries>> {
    r.by_owner(include_str!("list.sql"), named_params! { ":owner": chart }, |row| {
        Ok(ChartSeries {
            indicator: IndicatorId(row.get("indicator_id")?),
            part: row.get("part")?,
            axis: row.get::<Word<_>>("axis")?.0,
            mark: row.get::<Word<_>>("mark")?.0,
        })
    })
}

pub(crate) fn save(w: &Write<'_>, chart: ChartId, series: &[ChartSeries]) -> Result<()> {
    list::shorten(w, include_str!("prune.sql"), chart.0, series.len())?;
    for (position, series) in list::positions(series) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":chart_id": chart.0,
                ":position": position,
                ":indicator_id": series.indicator.0,
                ":part": series.part,
                ":axis": Word(series.axis),
                ":mark": Word(series.mark),
            },
        )?;
    }
    Ok(())
}
