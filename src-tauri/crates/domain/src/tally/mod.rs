//! Tallies (集計): which items of a plan stand where in one fiscal year, and the city's own rates.
//!
//! Every figure is the list of the items it counted, so that no number stands without what it is
//! made of. Nothing is looked up twice: a table, a sentence and a rate of one year come from one
//! [`Tally`].

mod agreement;
mod judging;
mod rate;
mod table;
#[cfg(test)]
mod tests;

pub use agreement::{Told, disagreeing};
pub use rate::RateTally;
pub use table::{Column, Figures, JudgedTable, OfficeRow, Row};

use std::collections::HashSet;

use crate::programme::{EvaluatorId, Node, NodeId, Office, OfficeId, OfficeKind, Plan, TermId, VocabularyId};
use crate::value::fiscal_year::FiscalYear;
use judging::Judgements;

/// The tally of one plan in one fiscal year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The year counted.
    pub year: FiscalYear,
    /// The level of the tree the items are broken down by, 0 for the top.
    pub level: u8,
    /// Every item the plan lists, also those that count nowhere (再掲, ended): 111 listed.
    pub listed: Vec<NodeId>,
    /// One table per axis and judge, the axes in their order. On each axis the judgement that
    /// stands (that of the last evaluator who judged) comes first.
    pub tables: Vec<JudgedTable>,
    /// The rates of the plan, or those that follow from its vocabularies when it has none.
    pub rates: Vec<RateTally>,
}

impl Tally {
    /// The table that is meant where one is shown: the first axis, by the judgement that stands.
    pub fn chief(&self) -> Option<&JudgedTable> {
        self.tables.first()
    }
}

/// Whose judgement on which axis a table counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    /// The axis.
    pub vocabulary: VocabularyId,
    /// The evaluator; none for the last one who judged the item.
    pub evaluator: Option<EvaluatorId>,
}

/// Where an item stands in a tally.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Judged with a term of the vocabulary.
    Term(TermId),
    /// Not judged yet.
    Unjudged,
    /// Judged with a word outside the vocabulary.
    Foreign,
    /// Listed a second time (再掲).
    Relisted,
    /// Ended or merged before the year.
    Ended,
    /// New in a later year.
    NotBegun,
    /// Taken out of the denominators by hand.
    Uncounted,
}

impl Standing {
    /// Whether the item has no part in the year, whatever was judged.
    pub fn is_apart(self) -> bool {
        matches!(self, Self::Relisted | Self::Ended | Self::NotBegun | Self::Uncounted)
    }

    /// Why an item has no part in the year, whatever was judged; none when it has.
    pub fn apart(item: &Node, year: FiscalYear) -> Option<Self> {
        let life = &item.life_cycle;
        if life.relisted_in(year) {
            Some(Self::Relisted)
        } else if life.ended_before(year) {
            Some(Self::Ended)
        } else if life.begins_after(year) {
            Some(Self::NotBegun)
        } else if life.uncounted {
            Some(Self::Uncounted)
        } else {
            None
        }
    }
}

/// Counts the items of a plan in a year, broken down by the nodes of a level.
///
/// Of the nodes it takes the tree, the life cycle, the group, the responsible offices and the
/// evaluations of the year; a plan read with nothing else gives the same tally. An item with
/// several responsible offices counts in the row of each of them and once in every total.
pub fn tally(plan: &Plan, year: FiscalYear, level: u8) -> Tally {
    tally_among(plan, &[], year, level)
}

/// Like [`tally`], knowing the offices of the city: the collective names among them (関係課, 全庁)
/// are one row of their own in the tables by office.
pub fn tally_among(plan: &Plan, offices: &[Office], year: FiscalYear, level: u8) -> Tally {
    let items: Vec<&Node> = plan.items().collect();
    let judgements = Judgements::new(plan, &items, year);
    let collective: HashSet<OfficeId> =
        offices.iter().filter(|office| office.kind == OfficeKind::Collective).map(|office| office.id).collect();
    Tally {
        year,
        level,
        listed: items.iter().map(|item| item.id).collect(),
        tables: table::tables(plan, &items, &judgements, level, &collective),
        rates: rate::rates(plan, &items, &judgements),
    }
}
