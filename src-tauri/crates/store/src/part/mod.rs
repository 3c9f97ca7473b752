//! The values an indicator has: usually one, sometimes several.

use domain::programme::{IndicatorId, Part};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::list;

pub(crate) fn list(r: &Read<'_>, indicator: Option<i64>) -> Result<ByOwner<Part>> {
    r.by_owner(include_str!("list.sql"), named_params! { ":owner": indicator }, |row| {
        Ok(Part { name: row.get("name")?, unit: row.get("unit")?, decimals: row.get("decimals")? })
    })
}

pub(crate) fn save(w: &Write<'_>, indicator: IndicatorId, parts: &[Part]) -> Result<()> {
    list::shorten(w, include_str!("prune.sql"), indicator.0, parts.len())?;
    for (position, part) in list::positions(parts) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":indicator_id": indicator.0,
                ":position": position,
                ":name": part.name,
                ":unit": part.unit,
                ":decimals": part.decimals,
            },
        )?;
    }
    Ok(())
}
