//! Bars on the lanes.

use domain::programme::{Bar, BarId, LaneId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::list;
use crate::node::Of;
use crate::sql::{Year, maybe_written, meaning, text};

pub(crate) fn list(r: &Read<'_>, of: Of) -> Result<ByOwner<Bar>> {
    let (sql, id) = of.pick(include_str!("of_node.sql"), include_str!("of_plan.sql"));
    r.by_owner(sql, named_params! { ":id": id }, |row| {
        Ok(Bar {
            id: BarId(row.get("id")?),
            first: row.get::<Year>("first_year")?.0,
            last: row.get::<Year>("last_year")?.0,
            words: row.get("words")?,
            amount: maybe_written(row, "amount_text", "amount_meaning")?,
            as_before: row.get("as_before")?,
            words_only: row.get("words_only")?,
            first_month: row.get("first_month")?,
            last_month: row.get("last_month")?,
            lanes: row.get("lanes")?,
        })
    })
}

pub(crate) fn save(w: &Write<'_>, lane: LaneId, bars: &[Bar]) -> Result<()> {
    for (position, bar) in list::positions(bars) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":id": bar.id.0,
                ":lane_id": lane.0,
                ":position": position,
                ":first_year": Year(bar.first),
                ":last_year": Year(bar.last),
                ":words": bar.words,
                ":amount_text": text(bar.amount.as_ref()),
                ":amount_meaning": bar.amount.as_ref().and_then(meaning),
                ":as_before": bar.as_before,
                ":words_only": bar.words_only,
                ":first_month": bar.first_month,
                ":last_month": bar.last_month,
                ":lanes": bar.lanes,
            },
        )?;
    }
    list::prune(w, include_str!("prune.sql"), lane.0, bars.iter().map(|bar| bar.id))
}
