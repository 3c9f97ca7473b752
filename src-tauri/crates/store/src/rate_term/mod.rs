//! The terms that stand in the numerator and the denominator of a rate.

use domain::programme::{RateId, TermId};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::list;
use crate::sql::{Json, Word};

/// The side of a fraction a term stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Side {
    Numerator,
    Denominator,
}

/// The terms of numerators and denominators, by rate.
pub(crate) fn list(r: &Read<'_>, plan: Option<i64>) -> Result<(ByOwner<TermId>, ByOwner<TermId>)> {
    let rows = r.list(include_str!("list.sql"), named_params! { ":owner": plan }, |row| {
        Ok((row.get::<i64>("owner")?, row.get::<Word<Side>>("side")?.0, TermId(row.get("term_id")?)))
    })?;
    let (mut numerators, mut denominators) = (ByOwner::new(), ByOwner::new());
    for (owner, side, term) in rows {
        let terms = match side {
            Side::Numerator => &mut numerators,
            Side::Denominator => &mut denominators,
        };
        terms.entry(owner).or_insert_with(Vec::new).push(term);
    }
    Ok((numerators, denominators))
}

pub(crate) fn save(w: &Write<'_>, rate: RateId, side: Side, terms: &[TermId]) -> Result<()> {
    w.run(include_str!("prune.sql"), named_params! { ":owner": rate.0, ":side": Word(side), ":keep": Json(terms) })?;
    for (position, term) in list::positions(terms) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":rate_id": rate.0,
                ":side": Word(side),
                ":term_id": term.0,
                ":position": position,
            },
        )?;
    }
    Ok(())
}
