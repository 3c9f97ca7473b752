//! 「これまでの累計」: the results of the chosen items said to tell all years up to this one.

use domain::programme::NodeId;
use domain::value::fiscal_year::FiscalYear;
use serde::{Deserialize, Serialize};
use store::Outcome;
use ts_rs::TS;

use super::{Marked, called, due};
use crate::op::Op;
use crate::{By, Result, Workbench};

/// Which results are said to be cumulative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CumulativeMark {
    /// The items.
    pub nodes: Vec<NodeId>,
    /// The fiscal year.
    pub year: FiscalYear,
    /// Say it, or take it back.
    pub cumulative: bool,
}

/// Marks the results (実績) of the items as those of all years up to this one, or takes the mark
/// away; answers the items left as they are because no results are written yet.
pub fn mark_cumulative(workbench: &mut Workbench, by: &By, asked: &CumulativeMark) -> Result<Outcome<Marked>> {
    let items = due(&workbench.read(), &asked.nodes, asked.year)?;
    let (fitting, left): (Vec<_>, Vec<_>) = items.into_iter().partition(|item| {
        let told = item.record(asked.year).is_some_and(|record| !record.actual.trim().is_empty());
        told || !asked.cumulative
    });
    let left = left.iter().map(|item| item.id).collect();
    let op = Op::MarkCumulative {
        count: fitting.len(),
        year: called(&workbench.read(), &asked.nodes, asked.year)?,
        cumulative: asked.cumulative,
    };
    workbench.transact(by, &op, |w| {
        for item in &fitting {
            let Some(mut record) = item.record(asked.year).cloned() else { continue };
            record.cumulative = asked.cumulative;
            store::record::save(w, item.id, &record)?;
        }
        Ok(Marked { done: u32::try_from(fitting.len()).unwrap_or(u32::MAX), left })
    })
}
