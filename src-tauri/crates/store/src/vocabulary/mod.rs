//! Evaluation vocabularies of a plan.

use domain::programme::{PlanId, Vocabulary, VocabularyId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::sql::{Year, maybe_year};
use crate::{list, term};

pub(crate) fn list(r: &Read<'_>, plan: Option<i64>) -> Result<ByOwner<Vocabulary>> {
    let mut terms = term::list(r, plan)?;
    r.by_owner(include_str!("list.sql"), named_params! { ":owner": plan }, |row| {
        let id = row.get("id")?;
        Ok(Vocabulary {
            id: VocabularyId(id),
            axis: row.get("axis")?,
            since: maybe_year(row, "since")?,
            until: maybe_year(row, "until")?,
            terms: list::taken(&mut terms, id),
        })
    })
}

pub(crate) fn save(w: &Write<'_>, plan: PlanId, vocabularies: &[Vocabulary]) -> Result<()> {
    for (position, vocabulary) in list::positions(vocabularies) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":id": vocabulary.id.0,
                ":plan_id": plan.0,
                ":position": position,
                ":axis": vocabulary.axis,
                ":since": vocabulary.since.map(Year),
                ":until": vocabulary.until.map(Year),
            },
        )?;
        term::save(w, vocabulary.id, &vocabulary.terms)?;
    }
    list::prune(w, include_str!("prune.sql"), plan.0, vocabularies.iter().map(|vocabulary| vocabulary.id))
}
