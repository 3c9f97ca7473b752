//! Years outside the plan they belong to.

use std::collections::HashMap;

use super::{Case, Cell, Fact, Finding, Look, Spot, title};
use crate::programme::{IndicatorScope, NodeId, Plan, PlanId, Schedule, ScheduleId};
use crate::value::fiscal_year::FiscalYear;

pub(super) fn look(look: &Look<'_>, found: &mut Vec<Finding>) {
    let mut periods: HashMap<PlanId, (FiscalYear, FiscalYear)> = HashMap::new();
    let mut plan_of: HashMap<NodeId, PlanId> = HashMap::new();
    for plan in &look.programme.plans {
        plan_of.extend(plan.nodes.iter().map(|node| (node.id, plan.id)));
        let (Some(first), Some(last)) = (plan.first.meaning, plan.last.meaning) else { continue };
        if last < first {
            let what = format!("{}～{}", plan.first.text, plan.last.text);
            let facts = vec![("what", Fact::Text(what))];
            let (at, title) = (Spot::Plan(plan.id), plan.name.clone());
            found.push(Finding { case: Case::PlanBackwards, at, cell: Cell::Whole, title, facts });
            continue;
        }
        periods.insert(plan.id, (first, last));
        of_plan(plan, first, last, found);
    }
    for indicator in &look.programme.indicators {
        let plan = match indicator.scope {
            IndicatorScope::Fiscal => None,
            IndicatorScope::Plan { plan } => Some(plan),
            IndicatorScope::Node { node } => plan_of.get(&node).copied(),
        };
        let Some((first, _)) = plan.and_then(|plan| periods.get(&plan)) else { continue };
        for (goal, year) in indicator.targets.iter().filter_map(|target| Some((target.id, target.year.as_ref()?))) {
            if year.meaning.is_some_and(|year| year < *first) {
                let facts = vec![("what", Fact::Text(year.text.clone()))];
                let at = Spot::Indicator(indicator.id);
                let (cell, title) = (Cell::Goal(goal), indicator.name.clone());
                found.push(Finding { case: Case::TargetOutside, at, cell, title, facts });
            }
        }
    }
    for meeting in &look.programme.meetings {
        for paper in &meeting.papers {
            let Some((first, last)) = periods.get(&paper.plan) else { continue };
            // A paper tells the results of two years before: of a plan's last year, two years after it.
            if paper.year < *first || paper.year.year() > last.year() + 2 {
                let title = format!("{} {}", meeting.number, paper.doc_no).trim().to_owned();
                let facts = vec![("year", Fact::Year(paper.year))];
                let at = Spot::Paper(paper.id);
                found.push(Finding { case: Case::PaperOutside, at, cell: Cell::Whole, title, facts });
            }
        }
    }
}

fn of_plan(plan: &Plan, first: FiscalYear, last: FiscalYear, found: &mut Vec<Finding>) {
    let schedules: HashMap<ScheduleId, &Schedule> = plan.schedules.iter().map(|s| (s.id, s)).collect();
    let outside = |year: FiscalYear| year < first || year > last;
    for node in &plan.nodes {
        for record in node.records.iter().filter(|record| outside(record.year)) {
            let facts = vec![("year", Fact::Year(record.year))];
            let at = Spot::Record(node.id, record.year);
            found.push(Finding { case: Case::RecordOutside, at, cell: Cell::Whole, title: title(node), facts });
        }
        for lane in &node.lanes {
            let Some(schedule) = schedules.get(&lane.schedule) else { continue };
            for bar in lane.bars.iter().filter(|bar| bar.first < schedule.first || bar.last > schedule.last) {
                let facts = vec![
                    ("what", Fact::Text(lane.title.clone())),
                    ("first", Fact::Year(bar.first)),
                    ("last", Fact::Year(bar.last)),
                ];
                let (at, cell) = (Spot::Schedule(node.id), Cell::Bar(bar.id));
                found.push(Finding { case: Case::BarOutside, at, cell, title: title(node), facts });
            }
        }
        for event in node.life_cycle.events.iter().filter(|event| event.understood().is_some_and(outside)) {
            let year = event.year.as_ref().map(|year| year.text.clone()).unwrap_or_default();
            let facts = vec![("what", Fact::Text(year))];
            let (at, cell) = (Spot::Node(node.id), Cell::Life(event.id));
            found.push(Finding { case: Case::LifeCycleOutside, at, cell, title: title(node), facts });
        }
    }
}
