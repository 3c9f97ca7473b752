//! One office, life cycle or group for all chosen nodes.

use domain::programme::NodeId;
use serde::{Deserialize, Serialize};
use store::Outcome;
use ts_rs::TS;

use super::each;
use crate::error::Thing;
use crate::file::Found;
use crate::op::{Field, Op};
use crate::plan::{NodeEdit, edit_one};
use crate::texts::Texts;
use crate::{By, Result, Workbench, WorkbenchError};

/// What all chosen nodes get.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Assign {
    /// The nodes, of any level.
    pub nodes: Vec<NodeId>,
    /// 所管課, 区分 or グループ.
    pub field: Field,
    /// The text, as it would be typed into the cell.
    pub text: String,
    /// Offices are put behind those that are there instead of in their place.
    pub add: bool,
}

/// Gives all nodes the same text in one field, as one step; answers how many.
pub fn assign(workbench: &mut Workbench, by: &By, texts: &Texts, asked: &Assign) -> Result<Outcome<u32>> {
    if asked.nodes.is_empty() || !matches!(asked.field, Field::Offices | Field::LifeCycle | Field::Group) {
        return Err(WorkbenchError::NothingToDo);
    }
    let nodes = each(&asked.nodes);
    let op = Op::AssignMany { count: nodes.len(), field: asked.field };
    workbench.transact(by, &op, |w| {
        for node in &nodes {
            let before = store::node::read(w, *node)?.found(Thing::Node, node.0)?;
            let mut names: Vec<String> = Vec::new();
            if asked.add && asked.field == Field::Offices {
                let offices = store::office::all(w)?;
                let named = |id| offices.iter().find(|office| office.id == id).map(|office| office.name.clone());
                names.extend(before.offices_in(None).filter_map(|assignment| named(assignment.office)));
            }
            names.push(asked.text.clone());
            edit_one(
                w,
                by,
                texts,
                &NodeEdit { node: *node, field: asked.field, section: None, text: names.join("、") },
            )?;
        }
        Ok(u32::try_from(nodes.len()).unwrap_or(u32::MAX))
    })
}
