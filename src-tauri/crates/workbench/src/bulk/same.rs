//! 「前年度と同じ」: the planning of the chosen items said to be as in the year before.

use domain::programme::{NodeId, YearRecord};
use domain::value::fiscal_year::FiscalYear;
use serde::{Deserialize, Serialize};
use store::Outcome;
use ts_rs::TS;

use super::{called, due};
use crate::op::Op;
use crate::{By, Result, Workbench};

/// Which planning is said to be the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SameMark {
    /// The items.
    pub nodes: Vec<NodeId>,
    /// The fiscal year.
    pub year: FiscalYear,
    /// Say it, or take it back.
    pub same: bool,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Marked {
    /// How many items carry the mark now, or lost it.
    pub done: u32,
    /// Items left as they are, since the mark does not fit them.
    pub left: Vec<NodeId>,
}

/// Marks the planning (当初予定) of the items as the same as in the year before, or takes the mark
/// away. No text is copied and none is lost: an item with other words of its own keeps them unmarked.
pub fn mark_same(workbench: &mut Workbench, by: &By, asked: &SameMark) -> Result<Outcome<Marked>> {
    let items = due(&workbench.read(), &asked.nodes, asked.year)?;
    let (fitting, left): (Vec<_>, Vec<_>) =
        items.into_iter().partition(|item| !asked.same || item.may_be_same(asked.year));
    let left = left.iter().map(|item| item.id).collect();
    let op = Op::MarkSame {
        count: fitting.len(),
        year: called(&workbench.read(), &asked.nodes, asked.year)?,
        same: asked.same,
    };
    workbench.transact(by, &op, |w| {
        for item in &fitting {
            let before = item.record(asked.year).cloned();
            if before.is_none() && !asked.same {
                continue;
            }
            let mut record = before.unwrap_or_else(|| YearRecord::empty(asked.year));
            record.same_as_before = asked.same;
            store::record::save(w, item.id, &record)?;
        }
        Ok(Marked { done: u32::try_from(fitting.len()).unwrap_or(u32::MAX), left })
    })
}
