//! Numbers (No.) that stand twice.

use std::collections::{HashMap, HashSet};

use super::{Case, Cell, Column, Fact, Finding, Look, Spot, title};
use crate::programme::{LifeCycleKind, Node, NodeId, Plan};
use crate::value::fold::fold;

pub(super) fn look(look: &Look<'_>, found: &mut Vec<Finding>) {
    for plan in &look.programme.plans {
        for level in 0..plan.levels.len().max(usize::from(plan.evaluation_level) + 1) {
            of_level(plan, level, found);
        }
    }
}

/// Numbers of one level: never twice below one parent, and not twice in the plan where the plan
/// counts through. A second listing (再掲) carries the number of the first.
fn of_level(plan: &Plan, level: usize, found: &mut Vec<Finding>) {
    let nodes: Vec<(&Node, String)> = plan
        .nodes
        .iter()
        .filter(|node| usize::from(node.level) == level && !node.life_cycle.has(LifeCycleKind::Relisted))
        .map(|node| (node, fold(&node.label)))
        .filter(|(_, label)| !label.is_empty())
        .collect();
    let mut firsts: HashMap<Option<NodeId>, &str> = HashMap::new();
    for (node, label) in &nodes {
        firsts.entry(node.parent).or_insert(label);
    }
    let counts_through = firsts.values().collect::<HashSet<_>>().len() == firsts.len();
    let mut siblings: HashMap<(Option<NodeId>, &str), &Node> = HashMap::new();
    let mut all: HashMap<&str, &Node> = HashMap::new();
    for (node, label) in &nodes {
        let same = siblings.get(&(node.parent, label.as_str())).copied();
        let elsewhere = all.get(label.as_str()).copied();
        let (case, other) = match (same, elsewhere) {
            (Some(other), _) => (Case::LabelAmongSiblings, other),
            (None, Some(other)) if counts_through => (Case::LabelInPlan, other),
            _ => {
                siblings.insert((node.parent, label), node);
                all.entry(label).or_insert(node);
                continue;
            }
        };
        let facts = vec![("what", Fact::Text(node.label.clone())), ("other", Fact::Text(other.title.clone()))];
        let cell = Cell::Text(Column::Label);
        found.push(Finding { case, at: Spot::Node(node.id), cell, title: title(node), facts });
    }
}
