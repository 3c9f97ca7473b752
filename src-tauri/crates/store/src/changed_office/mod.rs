//! The offices before and after a reorganisation.

use domain::programme::{OfficeChangeId, OfficeId};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::list;
use crate::sql::Word;

/// The side of a reorganisation an office stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Side {
    Before,
    After,
}

/// The offices before and after, by reorganisation.
pub(crate) fn list(r: &Read<'_>, change: Option<i64>) -> Result<(ByOwner<OfficeId>, ByOwner<OfficeId>)> {
    let rows = r.list(include_str!("list.sql"), named_params! { ":owner": change }, |row| {
        Ok((row.get::<i64>("owner")?, row.get::<Word<Side>>("side")?.0, OfficeId(row.get("office_id")?)))
    })?;
    let (mut before, mut after) = (ByOwner::new(), ByOwner::new());
    for (owner, side, office) in rows {
        let offices = match side {
            Side::Before => &mut before,
            Side::After => &mut after,
        };
        offices.entry(owner).or_insert_with(Vec::new).push(office);
    }
    Ok((before, after))
}

pub(crate) fn save(w: &Write<'_>, change: OfficeChangeId, side: Side, offices: &[OfficeId]) -> Result<()> {
    w.run(
        include_str!("prune.sql"),
        named_params! { ":owner": change.0, ":side": Word(side), ":count": offices.len() as i64 },
    )?;
    for (position, office) in list::positions(offices) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":change_id": change.0,
                ":side": Word(side),
                ":position": position,
                ":office_id": office.0,
            },
        )?;
    }
    Ok(())
}
