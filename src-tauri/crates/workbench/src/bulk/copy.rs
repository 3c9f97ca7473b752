//! Texts of one year or field copied into another: last year's 当初予定 into this year's, 当初予定
//! into 実績.

use domain::programme::{Node, NodeId};
use domain::value::fiscal_year::FiscalYear;
use serde::{Deserialize, Serialize};
use store::Outcome;
use ts_rs::TS;

use super::{called, due};
use crate::op::{Field, Op};
use crate::record::{RecordEdit, field_text, set_one};
use crate::{By, Result, Workbench, WorkbenchError};

/// What is copied where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopyOrder {
    /// The items.
    pub nodes: Vec<NodeId>,
    /// The field copied.
    pub from: Field,
    /// The year it is copied from.
    pub from_year: FiscalYear,
    /// The field written.
    pub to: Field,
    /// The year written.
    pub year: FiscalYear,
    /// Also over what is written there already.
    pub over: bool,
}

/// One text that a copy would write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopyLine {
    /// The item.
    pub node: NodeId,
    /// Number as printed.
    pub label: String,
    /// Name.
    pub title: String,
    /// What stands there; "" where nothing is lost.
    pub present: String,
    /// What would stand there.
    pub text: String,
}

/// The texts a copy would write, also those that it would write over: shown before it is done.
pub fn copy_lines(workbench: &Workbench, order: &CopyOrder) -> Result<Vec<CopyLine>> {
    let items = due(&workbench.read(), &order.nodes, order.year)?;
    let line = |item: &Node| {
        let text = source(item, order);
        let present = field_text(item, order.year, order.to);
        let changes = !text.is_empty() && text != present;
        changes.then(|| CopyLine {
            node: item.id,
            label: item.label.clone(),
            title: item.title.clone(),
            present: present.to_owned(),
            text: text.to_owned(),
        })
    };
    Ok(items.iter().filter_map(line).collect())
}

/// Planning that is 「前年度と同じ」 is copied in the words it goes back to.
fn source<'a>(item: &'a Node, order: &CopyOrder) -> &'a str {
    match order.from {
        Field::Planned => item.planned_in(order.from_year),
        field => field_text(item, order.from_year, field),
    }
}

/// Copies the texts as one step; answers how many. Without `over` filled cells stay as they are.
pub fn copy(workbench: &mut Workbench, by: &By, order: &CopyOrder) -> Result<Outcome<u32>> {
    let mut lines = copy_lines(workbench, order)?;
    lines.retain(|line| order.over || line.present.is_empty());
    if lines.is_empty() {
        return Err(WorkbenchError::NothingToDo);
    }
    let op = Op::CopyTexts {
        count: lines.len(),
        from: order.from,
        from_year: called(&workbench.read(), &order.nodes, order.from_year)?,
        to: order.to,
        year: called(&workbench.read(), &order.nodes, order.year)?,
    };
    workbench.transact(by, &op, |w| {
        for line in &lines {
            let text = line.text.clone();
            set_one(w, &RecordEdit { node: line.node, year: order.year, field: order.to, judge: None, text })?;
        }
        Ok(u32::try_from(lines.len()).unwrap_or(u32::MAX))
    })
}
