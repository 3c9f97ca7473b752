//! Baseline figures (基準値・現状値): one per part of an indicator.

use domain::programme::IndicatorId;
use domain::value::Figure;
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::list;
use crate::sql::{Json, figure};

pub(crate) fn list(r: &Read<'_>, indicator: Option<i64>) -> Result<ByOwner<Figure>> {
    r.by_owner(include_str!("list.sql"), named_params! { ":owner": indicator }, figure)
}

pub(crate) fn save(w: &Write<'_>, indicator: IndicatorId, figures: &[Figure]) -> Result<()> {
    list::shorten(w, include_str!("prune.sql"), indicator.0, figures.len())?;
    for (part, figure) in list::positions(figures) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":indicator_id": indicator.0,
                ":part": part,
                ":figure_text": figure.text,
                ":figure_value": figure.value.as_ref().map(Json),
            },
        )?;
    }
    Ok(())
}
