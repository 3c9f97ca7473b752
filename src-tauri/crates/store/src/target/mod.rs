//! Targets (目標値) of the indicators.

use domain::programme::{IndicatorId, IndicatorTarget, TargetId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::list;
use crate::sql::{Word, maybe_written, meaning, text, written};

pub(crate) fn list(r: &Read<'_>, indicator: Option<i64>) -> Result<ByOwner<IndicatorTarget>> {
    r.by_owner(include_str!("list.sql"), named_params! { ":owner": indicator }, |row| {
        Ok(IndicatorTarget {
            id: TargetId(row.get("id")?),
            part: row.get("part")?,
            year: maybe_written(row, "year_text", "year_meaning")?,
            stage: row.get::<Word<_>>("stage")?.0,
            target: written(row, "target_text", "target_meaning")?,
            as_of: maybe_written(row, "as_of_text", "as_of_meaning")?,
        })
    })
}

pub(crate) fn save(w: &Write<'_>, indicator: IndicatorId, targets: &[IndicatorTarget]) -> Result<()> {
    for (position, target) in list::positions(targets) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":id": target.id.0,
                ":indicator_id": indicator.0,
                ":position": position,
                ":part": target.part,
                ":year_text": text(target.year.as_ref()),
                ":year_meaning": target.year.as_ref().and_then(meaning),
                ":stage": Word(target.stage),
                ":target_text": target.target.text,
                ":target_meaning": meaning(&target.target),
                ":as_of_text": text(target.as_of.as_ref()),
                ":as_of_meaning": target.as_of.as_ref().and_then(meaning),
            },
        )?;
    }
    list::prune(w, include_str!("prune.sql"), indicator.0, targets.iter().map(|target| target.id))
}
