//! A progress table into a plan.

use domain::programme::{
    Bar, BarId, Group, GroupId, Lane, LaneId, Level, Node, NodeId, Plan, PlanId, ScheduleId, Section, SectionId,
    YearRecord, says_same_as_before,
};
use domain::value::fiscal_year::{FiscalYear, YearStyle};
use domain::value::written::Written;
use exchange::{ItemDraft, ProgressDraft};
use store::{Table, Write};

use super::Taken;
use crate::texts::{Texts, keys};
use crate::{Result, sample};

/// Items go to the plan that already has most of them (number and name), or into a new plan
/// named after the file.
pub(super) fn apply(w: &Write<'_>, texts: &Texts, source: &str, draft: &ProgressDraft) -> Result<Taken> {
    let mut plan = match matching_plan(w, draft)? {
        Some(plan) => plan,
        None => new_plan(w, texts, source, draft)?,
    };
    let mut next_group = store::next_id(w, Table::Group)?;
    for group in &draft.groups {
        if plan.groups.iter().all(|known| known.name != group.name) {
            plan.groups.push(Group {
                id: GroupId(next_group),
                name: group.name.clone(),
                description: group.description.clone(),
            });
            next_group += 1;
        }
    }
    store::plan::save(w, &plan)?;
    let mut taken = Taken::default();
    let mut directions = Vec::new();
    for direction in &draft.directions {
        let known = plan.nodes.iter().find(|node| node.level == 0 && node.title == direction.title);
        let id = match known {
            Some(node) => node.id,
            None => {
                let mut node = Node::new(NodeId(store::next_id(w, Table::Node)?), None, 0, direction.title.clone());
                node.label = direction.label.clone();
                store::node::save(w, plan.id, &node)?;
                node.id
            }
        };
        directions.push(id);
    }
    for item in &draft.items {
        let known = plan.nodes.iter().find(|node| same(node, item)).cloned();
        let parent = item.direction.and_then(|direction| directions.get(direction).copied());
        let mut node = match known {
            Some(node) => {
                taken.updated += 1;
                node
            }
            None => {
                taken.added += 1;
                let id = NodeId(store::next_id(w, Table::Node)?);
                Node::new(id, parent, plan.evaluation_level, item.title.clone())
            }
        };
        crate::plan::life::take_over(w, texts, &mut plan, &mut node, &item.life_cycle)?;
        fill(w, &plan, &mut node, item, draft)?;
        store::node::save(w, plan.id, &node)?;
    }
    Ok(taken)
}

fn same(node: &Node, item: &ItemDraft) -> bool {
    node.label == item.label && node.title == item.title
}

fn matching_plan(w: &Write<'_>, draft: &ProgressDraft) -> Result<Option<Plan>> {
    for header in store::plan::headers(w)?.into_iter().rev() {
        let Some(plan) = store::plan::read(w, header.id)? else { continue };
        let known = draft.items.iter().filter(|item| plan.nodes.iter().any(|node| same(node, item))).count();
        if known * 2 > draft.items.len() {
            return Ok(Some(plan));
        }
    }
    Ok(None)
}

fn new_plan(w: &Write<'_>, texts: &Texts, source: &str, draft: &ProgressDraft) -> Result<Plan> {
    let written = |year: FiscalYear| (Written::read(year.format(YearStyle::Long)), year);
    let levels = vec![Level { name: texts.get(keys::LEVEL_DIRECTION) }, Level { name: draft.item_heading.clone() }];
    let name = super::plan_name(source, &draft.title);
    let schedule = &draft.schedule;
    let mut plan = sample::plan_over(w, texts, name, written(schedule.first), written(schedule.last), levels)?;
    for made in &mut plan.schedules {
        made.name.clone_from(&schedule.name);
        made.as_of.clone_from(&schedule.as_of);
    }
    plan.id = PlanId(store::next_id(w, Table::Plan)?);
    plan.note.clone_from(&draft.remarks);
    Ok(plan)
}

fn fill(w: &Write<'_>, plan: &Plan, node: &mut Node, item: &ItemDraft, draft: &ProgressDraft) -> Result<()> {
    node.label = item.label.clone();
    if let Some(group) = item.group.and_then(|group| draft.groups.get(group)) {
        node.group = plan.groups.iter().find(|known| known.name == group.name).map(|known| known.id);
    }
    if !item.direction_text.is_empty() {
        let title = &draft.direction_text_heading;
        match node.sections.iter_mut().find(|section| section.title == *title) {
            Some(section) => section.text.clone_from(&item.direction_text),
            None => node.sections.push(Section {
                id: SectionId(store::next_id(w, Table::Section)?),
                title: title.clone(),
                text: item.direction_text.clone(),
            }),
        }
    }
    if let Some(schedule) = plan.schedule() {
        let (lane, bar) = (store::next_id(w, Table::Lane)?, store::next_id(w, Table::Bar)?);
        lanes(node, item, schedule.id, lane, bar);
    }
    for record in &item.records {
        match node.records.iter_mut().find(|known| known.year == record.year) {
            Some(known) => merge(known, record),
            None => node.records.push(YearRecord { planned: String::new(), ..record.clone() }),
        }
    }
    node.records.sort_by_key(|record| record.year);
    // Behind each other, since a year may go back to the one before.
    for record in item.records.iter().filter(|record| !record.planned.is_empty()) {
        plan_year(node, record.year, &record.planned);
    }
    Ok(())
}

/// The lanes of the schedule in the order of the table, with its bars; a lane of the same name and
/// a bar of the same years and words keep their identity. Lanes the table does not have stand
/// behind, and a lane it shows without bars keeps those it had.
fn lanes(node: &mut Node, item: &ItemDraft, schedule: ScheduleId, mut lane: i64, mut bar: i64) {
    let mut before: Vec<Lane> = node.lanes.iter().filter(|lane| lane.schedule == schedule).cloned().collect();
    let mut made: Vec<Lane> = Vec::new();
    for read in &item.lanes {
        let known = before.iter().position(|known| known.title == read.title).map(|at| before.remove(at));
        let mut shown = known.unwrap_or_else(|| {
            lane += 1;
            Lane { id: LaneId(lane - 1), schedule, title: read.title.clone(), bars: Vec::new() }
        });
        if !read.bars.is_empty() {
            let mut had = std::mem::take(&mut shown.bars);
            for read in &read.bars {
                let same =
                    |known: &Bar| (known.first, known.last, &known.words) == (read.first, read.last, &read.words);
                let known = had.iter().position(same).map(|at| had.remove(at));
                shown.bars.push(known.unwrap_or_else(|| {
                    bar += 1;
                    Bar {
                        id: BarId(bar - 1),
                        first: read.first,
                        last: read.last,
                        words: read.words.clone(),
                        amount: None,
                        as_before: false,
                        words_only: false,
                        first_month: None,
                        last_month: None,
                        lanes: read.lanes.max(1),
                    }
                }));
            }
        }
        made.push(shown);
    }
    made.extend(before);
    node.lanes.retain(|lane| lane.schedule != schedule);
    node.lanes.extend(made);
    crate::schedule::shorten_spans(node);
}

/// Writes the planning of a year as typing does: words that only say that it is as in the year
/// before become the mark, unless there is no planning they could go back to; then they stay words.
fn plan_year(node: &mut Node, year: FiscalYear, words: &str) {
    let before = year.previous().map_or("", |before| node.planned_in(before)).to_owned();
    if let Some(record) = node.records.iter_mut().find(|record| record.year == year) {
        if says_same_as_before(words) && !before.is_empty() {
            record.say_same(&before);
        } else {
            record.plan(words.to_owned(), &before);
        }
    }
    let planned = node.record(year).map_or_else(String::new, |record| record.planned.clone());
    if let Some(next) = node.records.iter_mut().find(|record| Some(record.year) == year.next()) {
        next.unmark_other(&planned);
    }
}

/// A text of the table replaces what was there; an empty cell of the table erases nothing. The
/// planning is written apart from these.
fn merge(known: &mut YearRecord, read: &YearRecord) {
    let pairs = [
        (&mut known.target, &read.target),
        (&mut known.previous_state, &read.previous_state),
        (&mut known.actual, &read.actual),
        (&mut known.issues, &read.issues),
        (&mut known.note, &read.note),
    ];
    for (before, now) in pairs {
        if !now.is_empty() {
            before.clone_from(now);
        }
    }
    known.cumulative |= read.cumulative;
}
