//! Several nodes at once: rows copied from a table become part of the plan's tree.

use domain::programme::{NodeId, PlanId};
use serde::{Deserialize, Serialize};
use store::Outcome;
use ts_rs::TS;

use super::{NewNode, NodeEdit, add_one, edit_one};
use crate::op::{Field, Op};
use crate::texts::Texts;
use crate::{By, Result, Workbench, WorkbenchError, words};

/// One text of a new node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NodeText {
    /// Which field.
    pub field: Field,
    /// Title of the text section, when the field is one.
    #[serde(default)]
    #[ts(optional)]
    pub section: Option<String>,
    /// The text.
    pub text: String,
}

/// Rows of a table and where they go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewRows {
    /// The plan.
    pub plan: PlanId,
    /// The node above; none for the top level.
    #[serde(default)]
    #[ts(optional)]
    pub parent: Option<NodeId>,
    /// Place of the first row among its siblings, from 0; larger than their number means last.
    pub position: u32,
    /// The texts of every row; each has a name.
    pub rows: Vec<Vec<NodeText>>,
}

/// Adds a node for every row, one behind the other, as one step. A row without a name refuses all.
pub fn add_rows(workbench: &mut Workbench, by: &By, texts: &Texts, new: &NewRows) -> Result<Outcome<Vec<NodeId>>> {
    if new.rows.is_empty() {
        return Err(WorkbenchError::NothingToShow);
    }
    workbench.transact(by, &Op::AddNodes { count: new.rows.len() }, |w| {
        let mut added = Vec::new();
        for (behind, row) in new.rows.iter().enumerate() {
            let position = new.position.saturating_add(u32::try_from(behind).unwrap_or(u32::MAX));
            let named = row.iter().find(|text| text.field == Field::Title);
            let title = words::name(named.map(|named| named.text.as_str()).unwrap_or_default())?;
            let place = NewNode { plan: new.plan, parent: new.parent, position, title: String::new() };
            let node = add_one(w, &place, &title)?;
            for text in row.iter().filter(|text| text.field != Field::Title && !text.text.is_empty()) {
                let edit = NodeEdit { node, field: text.field, section: text.section.clone(), text: text.text.clone() };
                edit_one(w, by, texts, &edit)?;
            }
            added.push(node);
        }
        Ok(added)
    })
}
