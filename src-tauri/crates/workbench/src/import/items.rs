//! A table of items into a plan.

use chrono::Datelike as _;
use domain::programme::{Group, GroupId, Level, Node, NodeId, Plan, PlanId, Section, SectionId};
use domain::value::fiscal_year::{FiscalYear, YearStyle};
use domain::value::written::Written;
use exchange::{ItemRow, ItemsDraft};
use store::{Table, Write};

use super::Taken;
use crate::texts::{Texts, keys};
use crate::{By, Result, WorkbenchError, plan, sample};

/// How many years a plan has for which nothing says it.
const USUAL_YEARS: i32 = 4;

/// Items go to the plan that already has most of them (number and name), or into a new plan named
/// by the title of the table.
pub(super) fn apply(w: &Write<'_>, by: &By, texts: &Texts, source: &str, draft: &ItemsDraft) -> Result<Taken> {
    let mut into = match matching_plan(w, draft)? {
        Some(plan) => plan,
        None => new_plan(w, by, texts, source, draft)?,
    };
    groups(w, &mut into, draft)?;
    store::plan::save(w, &into)?;
    let mut taken = Taken::default();
    for row in &draft.rows {
        let parent = parent(w, &mut into, row)?;
        let level = u8::try_from(row.path.len()).unwrap_or(into.evaluation_level);
        let at = into.nodes.iter().position(|node| same(node, row));
        let mut node = match at.and_then(|at| into.nodes.get(at)) {
            Some(node) => {
                taken.updated += 1;
                node.clone()
            }
            None => {
                taken.added += 1;
                let mut node = Node::new(NodeId(store::next_id(w, Table::Node)?), parent, level, row.title.clone());
                node.label.clone_from(&row.label);
                node
            }
        };
        fill(w, &into, &mut node, row, draft)?;
        store::node::save(w, into.id, &node)?;
        match at.and_then(|at| into.nodes.get_mut(at)) {
            Some(known) => *known = node,
            None => into.nodes.push(node),
        }
    }
    Ok(taken)
}

fn same(node: &Node, row: &ItemRow) -> bool {
    node.label == row.label && node.title == row.title
}

fn matching_plan(w: &Write<'_>, draft: &ItemsDraft) -> Result<Option<Plan>> {
    for header in store::plan::headers(w)?.into_iter().rev() {
        let Some(plan) = store::plan::read(w, header.id)? else { continue };
        let known = draft.rows.iter().filter(|row| plan.nodes.iter().any(|node| same(node, row))).count();
        if known * 2 > draft.rows.len() {
            return Ok(Some(plan));
        }
    }
    Ok(None)
}

fn new_plan(w: &Write<'_>, by: &By, texts: &Texts, source: &str, draft: &ItemsDraft) -> Result<Plan> {
    let mut levels: Vec<Level> = draft.levels.iter().map(|name| Level { name: name.clone() }).collect();
    levels.push(Level { name: draft.item_heading.clone() });
    if levels.len() == 1 {
        // A plan has two levels at least; what an item is made of is the second one.
        levels.push(Level { name: texts.get(keys::LEVEL_PART) });
    }
    let items_at = draft.levels.len();
    let (first, last) = years(by, draft)?;
    let mut plan = sample::plan_over(w, texts, super::plan_name(source, &draft.title), first, last, levels)?;
    plan.id = PlanId(store::next_id(w, Table::Plan)?);
    plan.evaluation_level = u8::try_from(items_at).unwrap_or_default();
    plan.note.clone_from(&draft.remarks);
    Ok(plan)
}

type Year = (Written<FiscalYear>, FiscalYear);

/// The years of the title; without them the plan begins this fiscal year.
fn years(by: &By, draft: &ItemsDraft) -> Result<(Year, Year)> {
    if let Some((first, last)) = &draft.years
        && let (Some(from), Some(to)) = (first.meaning, last.meaning)
    {
        return Ok(((first.clone(), from), (last.clone(), to)));
    }
    let this = by.at.year() - i32::from(by.at.month() < 4);
    let year = |year: i32| {
        let year = FiscalYear::new(year).ok_or(WorkbenchError::NothingToShow)?;
        Ok::<Year, WorkbenchError>((Written::read(year.format(YearStyle::Long)), year))
    };
    Ok((year(this)?, year(this + USUAL_YEARS - 1)?))
}

fn groups(w: &Write<'_>, plan: &mut Plan, draft: &ItemsDraft) -> Result<()> {
    for row in draft.rows.iter().filter(|row| !row.group.is_empty()) {
        if plan.groups.iter().all(|known| known.name != row.group) {
            let id = GroupId(
                store::next_id(w, Table::Group)?.max(plan.groups.iter().map(|group| group.id.0 + 1).max().unwrap_or(0)),
            );
            plan.groups.push(Group { id, name: row.group.clone(), description: String::new() });
        }
    }
    Ok(())
}

/// The node a row stands below; nodes of its path that are not there yet are made.
fn parent(w: &Write<'_>, plan: &mut Plan, row: &ItemRow) -> Result<Option<NodeId>> {
    let mut parent = None;
    for (level, named) in (0u8..).zip(&row.path) {
        let known = plan.nodes.iter().find(|node| {
            node.level == level && node.parent == parent && node.title == named.title && node.label == named.label
        });
        parent = Some(match known {
            Some(node) => node.id,
            None => {
                let mut node = Node::new(NodeId(store::next_id(w, Table::Node)?), parent, level, named.title.clone());
                node.label.clone_from(&named.label);
                store::node::save(w, plan.id, &node)?;
                let id = node.id;
                plan.nodes.push(node);
                id
            }
        });
    }
    Ok(parent)
}

/// What the row says of its item; a blank cell erases nothing.
fn fill(w: &Write<'_>, into: &Plan, node: &mut Node, row: &ItemRow, draft: &ItemsDraft) -> Result<()> {
    if !row.offices.is_empty() {
        node.offices = plan::offices::written(w, node, &row.offices)?;
    }
    if let Some(group) = into.groups.iter().find(|group| group.name == row.group) {
        node.group = Some(group.id);
    }
    let mut next = store::next_id(w, Table::Section)?;
    for (title, text) in draft.section_headings.iter().zip(&row.sections).filter(|(_, text)| !text.is_empty()) {
        match node.sections.iter_mut().find(|section| section.title == *title) {
            Some(section) => section.text.clone_from(text),
            None => {
                node.sections.push(Section { id: SectionId(next), title: title.clone(), text: text.clone() });
                next += 1;
            }
        }
    }
    Ok(())
}
