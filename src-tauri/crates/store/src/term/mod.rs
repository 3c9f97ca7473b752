//! The terms of evaluation vocabularies, best first.

use domain::programme::{Term, TermId, VocabularyId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::list;
use crate::sql::Word;

/// The terms of a plan, or of all plans, by vocabulary.
pub(crate) fn list(r: &Read<'_>, plan: Option<i64>) -> Result<ByOwner<Term>> {
    r.by_owner(include_str!("list.sql"), named_params! { ":owner": plan }, |row| {
        Ok(Term {
            id: TermId(row.get("id")?),
            label: row.get("label")?,
            symbol: row.get("symbol")?,
            definition: row.get("definition")?,
            achieved: row.get("achieved")?,
            counted: row.get("counted")?,
            undecided: row.get("undecided")?,
            from_percent: row.get::<Option<Word<_>>>("from_percent_value")?.map(|Word(percent)| percent),
        })
    })
}

pub(crate) fn save(w: &Write<'_>, vocabulary: VocabularyId, terms: &[Term]) -> Result<()> {
    for (position, term) in list::positions(terms) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":id": term.id.0,
                ":vocabulary_id": vocabulary.0,
                ":position": position,
                ":label": term.label,
                ":symbol": term.symbol,
                ":definition": term.definition,
                ":achieved": term.achieved,
                ":counted": term.counted,
                ":undecided": term.undecided,
                ":from_percent_value": term.from_percent.map(Word),
            },
        )?;
    }
    list::prune(w, include_str!("prune.sql"), vocabulary.0, terms.iter().map(|term| term.id))
}
