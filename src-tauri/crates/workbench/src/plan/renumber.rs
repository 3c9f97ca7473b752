//! Numbers of nodes written anew on request: shown first, then done as one step.

use domain::programme::{NodeId, Numbering, Plan};
use domain::value::label::LabelStyle;
use serde::{Deserialize, Serialize};
use store::{Outcome, Read};
use ts_rs::TS;

use crate::error::Thing;
use crate::file::Found;
use crate::op::Op;
use crate::{By, Result, Workbench, WorkbenchError};

/// A node whose number would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NumberLine {
    /// The node.
    pub node: NodeId,
    /// Its name.
    pub title: String,
    /// Its number today; "" for none.
    pub present: String,
    /// The number it would have.
    pub label: String,
    /// Another node that keeps its number has that one.
    pub taken: bool,
}

/// What a renumbering would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NumberLines {
    /// How the numbers are written.
    pub style: LabelStyle,
    /// The nodes whose numbers would change, in order of print.
    pub lines: Vec<NumberLine>,
    /// Nodes that have their number already.
    pub same: u32,
}

/// The numbers as they would be: shown before it is done.
pub fn renumber_lines(workbench: &Workbench, asked: &Numbering) -> Result<NumberLines> {
    let plan = plan_of(&workbench.read(), asked)?;
    let numbered = asked.numbered(&plan);
    let total = numbered.len();
    let lines: Vec<NumberLine> = numbered
        .into_iter()
        .filter_map(|one| {
            let node = plan.node(one.node).filter(|node| node.label != one.label)?;
            Some(NumberLine {
                node: node.id,
                title: node.title.clone(),
                present: node.label.clone(),
                label: one.label,
                taken: one.taken,
            })
        })
        .collect();
    let same = u32::try_from(total - lines.len()).unwrap_or(u32::MAX);
    Ok(NumberLines { style: asked.style_in(&plan), lines, same })
}

/// Writes the numbers anew as one step; answers how many changed.
pub fn renumber(workbench: &mut Workbench, by: &By, asked: &Numbering) -> Result<Outcome<u32>> {
    let lines = renumber_lines(workbench, asked)?.lines;
    if lines.is_empty() {
        return Err(WorkbenchError::NothingToDo);
    }
    let read = workbench.read();
    let item = match asked.under {
        Some(under) => store::node::title(&read, under)?.found(Thing::Node, under.0)?,
        None => store::plan::header(&read, asked.plan)?.found(Thing::Plan, asked.plan.0)?.name,
    };
    let op = Op::Renumber { count: lines.len(), item };
    workbench.transact(by, &op, |w| {
        for line in &lines {
            let mut node = store::node::read(w, line.node)?.found(Thing::Node, line.node.0)?;
            node.label.clone_from(&line.label);
            store::node::save(w, asked.plan, &node)?;
        }
        Ok(u32::try_from(lines.len()).unwrap_or(u32::MAX))
    })
}

/// The plan with its tree. The level and the node must be its own.
fn plan_of(r: &Read<'_>, asked: &Numbering) -> Result<Plan> {
    let mut plan = store::plan::header(r, asked.plan)?.found(Thing::Plan, asked.plan.0)?;
    plan.levels.get(usize::from(asked.level)).found(Thing::Level, asked.level.into())?;
    plan.nodes = store::node::without_records(r, asked.plan)?;
    if let Some(under) = asked.under {
        plan.node(under).found(Thing::Node, under.0)?;
    }
    Ok(plan)
}
