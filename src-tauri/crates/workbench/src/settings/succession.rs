//! A plan that continues another (前の計画を引き継いで作る).

use std::collections::HashMap;

use domain::programme::{
    Assignment, BarId, EvaluatorId, GroupId, LaneId, LifeCycle, LifeCycleKind, LifeEvent, LifeEventId, Node, NodeId,
    Plan, PlanId, RateId, Schedule, ScheduleId, SectionId, TermId, VocabularyId,
};
use domain::value::fiscal_year::FiscalYear;
use serde::{Deserialize, Serialize};
use store::{Outcome, Read, Table};
use ts_rs::TS;

use super::{Setting, fiscal_year, step};
use crate::error::Thing;
use crate::file::Found;
use crate::{By, Result, Workbench, WorkbenchError, words};

/// What a person says of a plan that continues another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Succession {
    /// The plan continued.
    pub former: PlanId,
    /// Name as printed.
    pub name: String,
    /// First year in words.
    pub first: String,
    /// Last year in words.
    pub last: String,
    /// The items are taken over, each continuing the one of the former plan; else only levels,
    /// groups, words of evaluation and formulas are.
    pub items: bool,
    /// With their texts.
    pub texts: bool,
    /// With their offices.
    pub offices: bool,
    /// With their lanes, and the bars as far as they reach into the new years.
    pub lanes: bool,
}

/// Makes the plan as one step. Items that ended in the former plan are left behind; one that was
/// merged into another is continued by what continues that other.
pub fn make(workbench: &mut Workbench, by: &By, wanted: &Succession) -> Result<Outcome<PlanId>> {
    let name = words::name(&wanted.name)?;
    let former = store::plan::read(&workbench.read(), wanted.former)?.found(Thing::Plan, wanted.former.0)?;
    let plan = next_plan(&workbench.read(), &former, wanted, name.clone())?;
    workbench.transact(by, &step(Setting::ContinuePlan, name), |w| {
        store::plan::save(w, &plan)?;
        for node in &plan.nodes {
            store::node::save(w, plan.id, node)?;
        }
        Ok(plan.id)
    })
}

fn next_plan(r: &Read<'_>, former: &Plan, wanted: &Succession, name: String) -> Result<Plan> {
    let ((first, from), (last, to)) = (fiscal_year(&wanted.first)?, fiscal_year(&wanted.last)?);
    if from > to {
        return Err(WorkbenchError::YearsOutOfRange { first: from.year(), last: to.year() });
    }
    let mut plan = Plan {
        id: PlanId(store::next_id(r, Table::Plan)?),
        name,
        first,
        last,
        predecessors: vec![former.id],
        nodes: Vec::new(),
        ..former.clone()
    };
    take_words(r, &mut plan, former)?;
    let mut groups = HashMap::new();
    for (group, id) in plan.groups.iter_mut().zip(store::next_id(r, Table::Group)?..) {
        groups.insert(group.id, GroupId(id));
        group.id = GroupId(id);
    }
    let schedule = ScheduleId(store::next_id(r, Table::Schedule)?);
    plan.schedules = former
        .schedule()
        .map(|one| Schedule {
            id: schedule,
            name: one.name.clone(),
            as_of: None,
            first: from,
            last: to,
            unit: one.unit.clone(),
        })
        .into_iter()
        .collect();
    if wanted.items {
        let copying = Copying { wanted, groups, schedule, former_schedule: former.schedule().map(|one| one.id) };
        plan.nodes = copying.nodes(r, former, (from, to))?;
    }
    Ok(plan)
}

/// The words in force at the end of the former plan, its evaluators and formulas, as the new plan's own.
fn take_words(r: &Read<'_>, plan: &mut Plan, former: &Plan) -> Result<()> {
    if let Some(end) = former.last.meaning {
        plan.vocabularies.retain(|vocabulary| vocabulary.covers(end));
    }
    let mut term = store::next_id(r, Table::Term)?;
    let mut terms = HashMap::new();
    for (vocabulary, id) in plan.vocabularies.iter_mut().zip(store::next_id(r, Table::Vocabulary)?..) {
        vocabulary.id = VocabularyId(id);
        (vocabulary.since, vocabulary.until) = (None, None);
        for own in &mut vocabulary.terms {
            terms.insert(own.id, TermId(term));
            own.id = TermId(term);
            term += 1;
        }
    }
    let mut evaluators = HashMap::new();
    for (evaluator, id) in plan.evaluators.iter_mut().zip(store::next_id(r, Table::Evaluator)?..) {
        evaluators.insert(evaluator.id, EvaluatorId(id));
        evaluator.id = EvaluatorId(id);
    }
    for (rate, id) in plan.rates.iter_mut().zip(store::next_id(r, Table::Rate)?..) {
        rate.id = RateId(id);
        rate.evaluator = rate.evaluator.and_then(|own| evaluators.get(&own).copied());
        for list in [&mut rate.numerator, &mut rate.denominator] {
            *list = list.iter().filter_map(|own| terms.get(own).copied()).collect();
        }
    }
    Ok(())
}

struct Copying<'a> {
    wanted: &'a Succession,
    groups: HashMap<GroupId, GroupId>,
    schedule: ScheduleId,
    former_schedule: Option<ScheduleId>,
}

/// Identities that are given out one after the other.
struct Numbers {
    node: i64,
    life_event: i64,
    section: i64,
    lane: i64,
    bar: i64,
}

fn take(next: &mut i64) -> i64 {
    *next += 1;
    *next - 1
}

impl Copying<'_> {
    fn nodes(&self, r: &Read<'_>, former: &Plan, years: (FiscalYear, FiscalYear)) -> Result<Vec<Node>> {
        let mut numbers = Numbers {
            node: store::next_id(r, Table::Node)?,
            life_event: store::next_id(r, Table::LifeEvent)?,
            section: store::next_id(r, Table::Section)?,
            lane: store::next_id(r, Table::Lane)?,
            bar: store::next_id(r, Table::Bar)?,
        };
        let mut taken: HashMap<NodeId, NodeId> = HashMap::new();
        let mut nodes = Vec::new();
        for old in &former.nodes {
            let over = old.life_cycle.last_kind().ends() || old.life_cycle.last_year().is_some();
            let parent = old.parent.map(|parent| taken.get(&parent).copied());
            // What hangs below a node that is left behind is left behind with it.
            if over || parent == Some(None) {
                continue;
            }
            let id = NodeId(take(&mut numbers.node));
            taken.insert(old.id, id);
            nodes.push(self.node(old, id, parent.flatten(), years, &mut numbers));
        }
        let carried = taken.iter().filter_map(|(old, new)| Some((*new, former.node(*old)?)));
        let lives: HashMap<NodeId, &LifeCycle> = carried.map(|(new, old)| (new, &old.life_cycle)).collect();
        for node in &mut nodes {
            let Some(life) = lives.get(&node.id).filter(|life| life.has(LifeCycleKind::Relisted)) else { continue };
            node.life_cycle.uncounted = life.uncounted;
            for event in life.events.iter().filter(|event| event.kind == LifeCycleKind::Relisted) {
                node.life_cycle.events.push(LifeEvent {
                    id: LifeEventId(take(&mut numbers.life_event)),
                    kind: LifeCycleKind::Relisted,
                    words: event.words.clone(),
                    // A second listing refers to the first one of its own plan.
                    other: event.other.and_then(|other| taken.get(&other).copied()),
                    year: None,
                });
            }
        }
        for old in former.nodes.iter().filter(|old| !taken.contains_key(&old.id)) {
            let into = merged_into(former, old).and_then(|into| taken.get(&into));
            if let Some(node) = nodes.iter_mut().find(|node| Some(&node.id) == into) {
                node.continues.push(old.id);
            }
        }
        Ok(nodes)
    }

    fn node(
        &self,
        old: &Node,
        id: NodeId,
        parent: Option<NodeId>,
        (from, to): (FiscalYear, FiscalYear),
        numbers: &mut Numbers,
    ) -> Node {
        let mut node = Node::new(id, parent, old.level, old.title.clone());
        node.label.clone_from(&old.label);
        node.markers.clone_from(&old.markers);
        node.group = old.group.and_then(|group| self.groups.get(&group).copied());
        node.continues = vec![old.id];
        if self.wanted.offices {
            // Whoever answers for the item as the new plan begins does so from its beginning.
            let own = old.offices_in(Some(from));
            node.offices = own.map(|own| Assignment { since: None, ..own.clone() }).collect();
        }
        if self.wanted.texts {
            node.sections.clone_from(&old.sections);
            node.sections.iter_mut().for_each(|section| section.id = SectionId(take(&mut numbers.section)));
        }
        if let Some(former) = self.former_schedule.filter(|_| self.wanted.lanes) {
            for mut lane in old.lanes_of(former).cloned() {
                lane.id = LaneId(take(&mut numbers.lane));
                lane.schedule = self.schedule;
                lane.bars.retain(|bar| bar.last >= from && bar.first <= to);
                for bar in &mut lane.bars {
                    bar.id = BarId(take(&mut numbers.bar));
                    if bar.first < from {
                        (bar.first, bar.first_month) = (from, None);
                    }
                    if bar.last > to {
                        (bar.last, bar.last_month) = (to, None);
                    }
                }
                node.lanes.push(lane);
            }
        }
        node
    }
}

/// The item that one which was merged (集約・統合) became part of in the end, where it is said.
fn merged_into(plan: &Plan, item: &Node) -> Option<NodeId> {
    let into = |item: &Node| {
        let mut merged = item.life_cycle.events.iter().filter(|event| event.kind == LifeCycleKind::Merged);
        merged.find_map(|event| event.other)
    };
    let mut found = into(item)?;
    // A file made elsewhere may go in a circle.
    for _ in 0..plan.nodes.len() {
        match plan.node(found).and_then(into) {
            Some(next) => found = next,
            None => break,
        }
    }
    Some(found)
}
