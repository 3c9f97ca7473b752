//! Numbering the nodes of a plan anew, when a person asks for it: nothing renumbers by itself.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ids::{NodeId, PlanId};
use super::life::LifeCycleKind;
use super::node::Node;
use super::plan::Plan;
use crate::value::label::{LabelStyle, from_circled, numbered_label};

/// Which nodes are numbered anew, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Numbering {
    /// The plan.
    pub plan: PlanId,
    /// Only what stands below this node; none for the whole plan.
    #[serde(default)]
    #[ts(optional)]
    pub under: Option<NodeId>,
    /// The level whose nodes are numbered, 0 at the top.
    pub level: u8,
    /// How the numbers are written; none for the way they are written today.
    #[serde(default)]
    #[ts(optional)]
    pub style: Option<LabelStyle>,
    /// The first number.
    pub first: u16,
    /// Begins anew below each node of the level above, instead of counting on.
    pub restart: bool,
    /// Counts through the groups in their order (①…⑳ the one, 21… the other), not through the tree.
    pub by_group: bool,
    /// Nodes without a number get one too.
    pub unlabelled: bool,
}

/// A node with its number as it would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered {
    /// The node.
    pub node: NodeId,
    /// Its new number.
    pub label: String,
    /// Another node of the level outside of what is numbered has that number.
    pub taken: bool,
}

/// The way the labels of a list are written: circled as far as the highest circle among them.
pub fn style_of<'a>(labels: impl IntoIterator<Item = &'a str>) -> LabelStyle {
    let circles = labels.into_iter().filter_map(|label| {
        let mut chars = label.trim().chars();
        let first = chars.next()?;
        from_circled(first).filter(|_| chars.next().is_none())
    });
    match circles.max() {
        None => LabelStyle::Plain,
        Some(highest) if highest > 20 => LabelStyle::Circled,
        Some(_) => LabelStyle::CircledToTwenty,
    }
}

impl Numbering {
    /// The nodes of the level in the scope, in order of print.
    pub fn scope<'a>(&self, plan: &'a Plan) -> Vec<&'a Node> {
        let mut inside: HashSet<NodeId> = HashSet::new();
        let mut found = Vec::new();
        // Every parent stands before its children.
        for node in &plan.nodes {
            let below = self.under.is_none()
                || node.parent.is_some_and(|parent| Some(parent) == self.under || inside.contains(&parent));
            if below {
                inside.insert(node.id);
                if node.level == self.level {
                    found.push(node);
                }
            }
        }
        found
    }

    /// The style the numbers are written in.
    pub fn style_in(&self, plan: &Plan) -> LabelStyle {
        self.style.unwrap_or_else(|| style_of(self.scope(plan).iter().map(|node| node.label.as_str())))
    }

    /// Every node that is numbered with its new number, also one that stays the same. A second
    /// listing (再掲) has no number of its own: it follows the item it repeats.
    pub fn numbered(&self, plan: &Plan) -> Vec<Numbered> {
        let style = self.style_in(plan);
        let scope = self.scope(plan);
        let relisted = |node: &Node| node.life_cycle.has(LifeCycleKind::Relisted);
        let mut next: HashMap<Option<NodeId>, u32> = HashMap::new();
        let mut labels: HashMap<NodeId, String> = HashMap::new();
        let wanted = |node: &&&Node| !relisted(node) && (self.unlabelled || !blank(&node.label));
        let mut counted: Vec<&&Node> = scope.iter().filter(wanted).collect();
        if self.by_group {
            let place = |node: &Node| plan.groups.iter().position(|group| Some(group.id) == node.group);
            counted.sort_by_key(|node| place(node).unwrap_or(usize::MAX));
        }
        for node in counted {
            let list = node.parent.filter(|_| self.restart);
            let number = next.entry(list).or_insert_with(|| self.first.into());
            labels.insert(node.id, numbered_label(*number, style).0);
            *number += 1;
        }
        for node in scope.iter().filter(|node| relisted(node)) {
            let original = node.life_cycle.original().and_then(|other| plan.node(other));
            let repeats = original.filter(|original| !blank(&node.label) && original.label == node.label);
            if let Some(label) = repeats.and_then(|original| labels.get(&original.id)).cloned() {
                labels.insert(node.id, label);
            }
        }
        let others = plan.nodes.iter().filter(|node| node.level == self.level && !relisted(node));
        let others: HashSet<&str> =
            others.filter(|node| !labels.contains_key(&node.id)).map(|node| node.label.as_str()).collect();
        let numbered = scope.iter().filter_map(|node| {
            let label = labels.get(&node.id)?.clone();
            Some(Numbered { node: node.id, taken: !self.restart && others.contains(label.as_str()), label })
        });
        numbered.collect()
    }
}

fn blank(label: &str) -> bool {
    label.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::Programme;
    use serde_json::json;

    /// Two directions with items ①, R1-1, (none) and ④, ① again listed, and an item below none.
    fn plan() -> Plan {
        let node = |id: i64, parent: Option<i64>, level: u8, label: &str| {
            let mut node =
                json!({"id": id, "level": level, "label": label, "title": format!("項目{id}"), "life_cycle": {}});
            if let Some(parent) = parent {
                node["parent"] = json!(parent);
            }
            node
        };
        let mut again = node(8, Some(2), 1, "①");
        again["life_cycle"] = json!({"events": [{"id": 1, "kind": "relisted", "other": 3}]});
        let plan = json!({
            "id": 1, "name": "計画", "evaluation_level": 1,
            "first": {"text": "令和3年度", "meaning": 2021}, "last": {"text": "令和6年度", "meaning": 2024},
            "levels": [{"name": "方向性"}, {"name": "項目"}],
            "nodes": [
                node(1, None, 0, "1"),
                node(3, Some(1), 1, "①"),
                node(4, Some(1), 1, "R1-1"),
                node(5, Some(1), 1, ""),
                node(2, None, 0, "2"),
                node(6, Some(2), 1, "④"),
                again,
                node(7, None, 1, "⑤"),
            ],
        });
        let mut programme = serde_json::to_value(Programme::new("市")).expect("a programme");
        programme["plans"] = json!([plan]);
        let programme: Programme = serde_json::from_value(programme).expect("a programme with a plan");
        programme.plans.into_iter().next().expect("the plan")
    }

    fn all() -> Numbering {
        Numbering {
            plan: PlanId(1),
            under: None,
            level: 1,
            style: None,
            first: 1,
            restart: false,
            by_group: false,
            unlabelled: false,
        }
    }

    fn labels(asked: Numbering) -> Vec<(i64, String)> {
        asked.numbered(&plan()).into_iter().map(|one| (one.node.0, one.label)).collect()
    }

    fn told(labels: &[(i64, &str)]) -> Vec<(i64, String)> {
        labels.iter().map(|(id, label)| (*id, (*label).to_owned())).collect()
    }

    #[test]
    fn numbers_go_on_through_the_directions_in_the_way_they_are_written() {
        assert_eq!(labels(all()), told(&[(3, "①"), (4, "②"), (6, "③"), (8, "①"), (7, "④")]));
        let every = Numbering { unlabelled: true, first: 19, ..all() };
        assert_eq!(labels(every), told(&[(3, "⑲"), (4, "⑳"), (5, "21"), (6, "22"), (8, "⑲"), (7, "23")]));
        let plain = Numbering { style: Some(LabelStyle::Plain), ..all() };
        assert_eq!(labels(plain)[1].1, "2");
        assert_eq!(labels(Numbering { level: 0, ..all() }), told(&[(1, "1"), (2, "2")]), "the other level is its own");
    }

    #[test]
    fn numbers_begin_anew_below_each_direction_when_asked() {
        let anew = Numbering { restart: true, ..all() };
        assert_eq!(labels(anew), told(&[(3, "①"), (4, "②"), (6, "①"), (8, "①"), (7, "①")]));
    }

    #[test]
    fn numbers_go_through_the_groups_in_turn_when_asked() {
        let mut plan = plan();
        let group = |id: i64| crate::programme::GroupId(id);
        plan.groups = [2, 1]
            .map(|id| crate::programme::Group { id: group(id), name: format!("g{id}"), description: String::new() })
            .into();
        for node in &mut plan.nodes {
            node.group = [(3, 1), (4, 2), (6, 2)].iter().find(|(id, _)| *id == node.id.0).map(|(_, of)| group(*of));
        }
        let asked = Numbering { by_group: true, ..all() };
        let found: Vec<(i64, String)> = asked.numbered(&plan).into_iter().map(|one| (one.node.0, one.label)).collect();
        assert_eq!(found, told(&[(3, "③"), (4, "①"), (6, "②"), (8, "③"), (7, "④")]), "those without a group last");
    }

    #[test]
    fn only_what_stands_below_a_node_is_numbered_and_a_number_taken_elsewhere_is_told() {
        let below = Numbering { under: Some(NodeId(1)), first: 3, ..all() };
        assert_eq!(labels(below), told(&[(3, "③"), (4, "④")]));
        let taken: Vec<bool> = below.numbered(&plan()).iter().map(|one| one.taken).collect();
        assert_eq!(taken, [false, true], "④ stands below the other direction");
        assert_eq!(labels(Numbering { under: Some(NodeId(3)), ..all() }), [], "nothing stands below an item");
    }

    #[test]
    fn the_way_of_writing_is_that_of_the_highest_circle() {
        assert_eq!(style_of(["1", "R1-1", ""]), LabelStyle::Plain);
        assert_eq!(style_of(["①", "⑳", "21"]), LabelStyle::CircledToTwenty);
        assert_eq!(style_of(["①", "㉑"]), LabelStyle::Circled);
        assert_eq!(style_of(["①-1"]), LabelStyle::Plain, "a part of a longer label");
    }
}
