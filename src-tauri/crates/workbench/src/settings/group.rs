//! Groups beside the hierarchy (実施プログラム / 検討プログラム).

use domain::programme::{Group, GroupId, Plan, PlanId, uses};
use serde::{Deserialize, Serialize};
use store::{Outcome, Table};
use ts_rs::TS;

use super::{Setting, change, free_name, moved, step, unless_lost};
use crate::error::Thing;
use crate::file::Found;
use crate::texts::keys;
use crate::{By, Result, Workbench, words};

/// One change to the groups of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum GroupEdit {
    /// A new group, last.
    Add {
        /// Its name.
        name: String,
    },
    /// A group's name and description.
    Edit {
        /// As it is to be.
        group: Group,
    },
    /// A group to another place.
    Move {
        /// Which.
        group: GroupId,
        /// Its place from 0; larger means last.
        position: u32,
    },
    /// A group away; asked first when items are in it.
    Remove {
        /// Which.
        group: GroupId,
    },
}

/// Changes the groups of a plan as one step.
pub fn edit(workbench: &mut Workbench, by: &By, plan: PlanId, edit: &GroupEdit, anyway: bool) -> Result<Outcome<()>> {
    change(workbench, by, plan, |r, plan| {
        let op = match edit {
            GroupEdit::Add { name } => {
                let name = words::name(name)?;
                free_name(&name, plan.groups.iter().map(|group| group.name.as_str()))?;
                let id = GroupId(store::next_id(r, Table::Group)?);
                plan.groups.push(Group { id, name: name.clone(), description: String::new() });
                step(Setting::AddGroup, name)
            }
            GroupEdit::Edit { group } => {
                let at = at(plan, group.id)?;
                let name = words::name(&group.name)?;
                let others = plan.groups.iter().filter(|other| other.id != group.id);
                free_name(&name, others.map(|group| group.name.as_str()))?;
                let description = words::text(&group.description)?;
                plan.groups[at] = Group { id: group.id, name: name.clone(), description };
                step(Setting::EditGroup, name)
            }
            GroupEdit::Move { group, position } => {
                let from = at(plan, *group)?;
                let name = plan.groups[from].name.clone();
                moved(&mut plan.groups, from, *position);
                step(Setting::MoveGroup, name)
            }
            GroupEdit::Remove { group } => {
                let at = at(plan, *group)?;
                let name = plan.groups[at].name.clone();
                unless_lost(anyway, Thing::Group, &name, uses::group_uses(plan, *group), keys::WAY_GROUP)?;
                plan.groups.remove(at);
                for node in plan.nodes.iter_mut().filter(|node| node.group == Some(*group)) {
                    node.group = None;
                }
                step(Setting::RemoveGroup, name)
            }
        };
        Ok((op, ()))
    })
}

fn at(plan: &Plan, id: GroupId) -> Result<usize> {
    plan.groups.iter().position(|group| group.id == id).found(Thing::Group, id.0)
}
