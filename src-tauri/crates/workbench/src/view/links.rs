//! What a node is tied to: items of other plans, indicators, effects; and what it can be tied to.

use std::collections::VecDeque;

use domain::programme::{Basis, EffectTableId, Group, Indicator, IndicatorId, IndicatorScope, NodeId, PlanId};
use serde::{Deserialize, Serialize};
use store::node::NodeName;
use ts_rs::TS;

use crate::error::Thing;
use crate::file::Found;
use crate::{Result, Workbench};

/// A node by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NodeRef {
    /// The node.
    pub node: NodeId,
    /// Its plan.
    pub plan: PlanId,
    /// Name of its plan.
    pub plan_name: String,
    /// Level in its plan, 0 for the top.
    pub level: u8,
    /// Number as printed.
    pub label: String,
    /// Name.
    pub title: String,
}

/// An indicator by name, with what it is to reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IndicatorRef {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Name as printed.
    pub name: String,
    /// Its last target as written; "" without one.
    pub target: String,
    /// Its newest figure as written; "" without one.
    pub latest: String,
}

/// A row of a table of effects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EffectRef {
    /// The table.
    pub table: EffectTableId,
    /// Name of the table.
    pub table_name: String,
    /// Title of the row.
    pub title: String,
    /// Its newest actual amount as written, with the unit of the table.
    pub latest: String,
}

/// Everything a node is tied to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NodeLinks {
    /// The items it continues and those they go back to, the nearest first.
    pub former: Vec<NodeRef>,
    /// Items of later plans that continue it.
    pub later: Vec<NodeRef>,
    /// The items it was merged into, or of which it is a second listing.
    pub others: Vec<NodeRef>,
    /// The items that were merged into it, and second listings of it.
    pub merged: Vec<NodeRef>,
    /// Its indicators.
    pub indicators: Vec<IndicatorRef>,
    /// Rows of effects that are its own.
    pub effects: Vec<EffectRef>,
}

/// What the form of a node lets a person choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NodeChoices {
    /// Groups of its plan.
    pub groups: Vec<Group>,
    /// Names of all offices.
    pub offices: Vec<String>,
    /// Nodes of other plans, which it can continue.
    pub former: Vec<NodeRef>,
    /// Nodes of its own plan and level.
    pub others: Vec<NodeRef>,
}

struct Names {
    nodes: Vec<NodeName>,
    plans: Vec<(PlanId, String)>,
}

impl Names {
    fn read(workbench: &Workbench) -> Result<Self> {
        let read = workbench.read();
        let plans = store::plan::headers(&read)?.into_iter().map(|plan| (plan.id, plan.name)).collect();
        Ok(Self { nodes: store::node::names(&read)?, plans })
    }

    fn node(&self, id: NodeId) -> Option<&NodeName> {
        self.nodes.iter().find(|node| node.id == id)
    }

    fn told(&self, node: &NodeName) -> NodeRef {
        let plan = self.plans.iter().find(|(id, _)| *id == node.plan);
        NodeRef {
            node: node.id,
            plan: node.plan,
            plan_name: plan.map(|(_, name)| name.clone()).unwrap_or_default(),
            level: node.level,
            label: node.label.clone(),
            title: node.title.clone(),
        }
    }
}

/// What a node is tied to.
pub fn links(workbench: &Workbench, id: NodeId) -> Result<NodeLinks> {
    let read = workbench.read();
    let node = store::node::read(&read, id)?.found(Thing::Node, id.0)?;
    let names = Names::read(workbench)?;
    let mut former: Vec<NodeRef> = Vec::new();
    let mut waiting: VecDeque<NodeId> = node.continues.iter().copied().collect();
    while let Some(next) = waiting.pop_front() {
        // Two ways may lead to one item, and a file made elsewhere may go in a circle.
        if let Some(before) = names.node(next).filter(|_| former.iter().all(|seen| seen.node != next)) {
            former.push(names.told(before));
            waiting.extend(&before.continues);
        }
    }
    let later = names.nodes.iter().filter(|other| other.continues.contains(&id));
    let told = |nodes: Vec<NodeId>| -> Vec<NodeRef> {
        nodes.into_iter().filter_map(|node| names.node(node)).map(|node| names.told(node)).collect()
    };
    let others = node.life_cycle.events.iter().filter_map(|event| event.other).collect();
    let own = |indicator: &&Indicator| matches!(indicator.scope, IndicatorScope::Node { node } if node == id);
    let indicators = store::indicator::all(&read)?;
    let mut effects = Vec::new();
    for table in store::effect::all(&read)? {
        for row in table.rows.iter().filter(|row| row.node == Some(id)) {
            let actual = row.cells.iter().filter(|cell| cell.basis == Basis::Actual && !cell.amount.is_blank());
            let latest = actual.max_by_key(|cell| cell.year).map(|cell| format!("{}{}", cell.amount.text, table.unit));
            effects.push(EffectRef {
                table: table.id,
                table_name: table.name.clone(),
                title: row.title.clone(),
                latest: latest.unwrap_or_default(),
            });
        }
    }
    Ok(NodeLinks {
        former,
        later: later.map(|other| names.told(other)).collect(),
        others: told(others),
        merged: told(store::life_event::naming(&read, id)?),
        indicators: indicators.iter().filter(own).map(indicator).collect(),
        effects,
    })
}

fn indicator(indicator: &Indicator) -> IndicatorRef {
    let newest = indicator.observations.iter().filter(|seen| !seen.figure.text.is_empty()).max_by_key(|seen| seen.year);
    IndicatorRef {
        indicator: indicator.id,
        name: indicator.name.clone(),
        target: indicator.targets.last().map(|target| target.target.text.clone()).unwrap_or_default(),
        latest: newest.map(|seen| seen.figure.text.clone()).unwrap_or_default(),
    }
}

/// What a node can be tied to.
pub fn choices(workbench: &Workbench, id: NodeId) -> Result<NodeChoices> {
    let read = workbench.read();
    let names = Names::read(workbench)?;
    let own = names.node(id).found(Thing::Node, id.0)?;
    let groups = store::plan::header(&read, own.plan)?.found(Thing::Plan, own.plan.0)?.groups;
    let others = names.nodes.iter().filter(|node| node.plan == own.plan && node.level == own.level && node.id != id);
    Ok(NodeChoices {
        groups,
        offices: store::office::all(&read)?.into_iter().map(|office| office.name).collect(),
        former: names.nodes.iter().filter(|node| node.plan != own.plan).map(|node| names.told(node)).collect(),
        others: others.map(|node| names.told(node)).collect(),
    })
}
