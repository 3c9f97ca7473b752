//! Years outside the plan they belong to.

use std::collections::HashMap;

use super::{Case, Fact, Finding, Look, Spot, title};
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
            found.push(Finding { case: Case::PlanBackwards, at: Spot::Plan(plan.id), title: plan.name.clone(), facts });
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
        for year in indicator.targets.iter().filter_map(|target| target.year.as_ref()) {
            if year.meaning.is_some_and(|year| year < *first) {
                let facts = vec![("what", Fact::Text(year.text.clone()))];
                let at = Spot::Indicator(indicator.id);
                found.push(Finding { case: Case::TargetOutside, at, title: indicator.name.clone(), facts });
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
                found.push(Finding { case: Case::PaperOutside, at: Spot::Paper(paper.id), title, facts });
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
            found.push(Finding { case: Case::RecordOutside, at, title: title(node), facts });
        }
        for lane in &node.lanes {
            let Some(schedule) = schedules.get(&lane.schedule) else { continue };
            for bar in lane.bars.iter().filter(|bar| bar.first < schedule.first || bar.last > schedule.last) {
                let facts = vec![
                    ("what", Fact::Text(lane.title.clone())),
                    ("first", Fact::Year(bar.first)),
                    ("last", Fact::Year(bar.last)),
                ];
                found.push(Finding { case: Case::BarOutside, at: Spot::Schedule(node.id), title: title(node), facts });
            }
        }
        if let Some(year) = node.life_cycle.year.as_ref().filter(|year| year.meaning.is_some_and(outside)) {
            let facts = vec![("what", Fact::Text(year.text.clone()))];
            found.push(Finding { case: Case::LifeCycleOutside, at: Spot::Node(node.id), title: title(node), facts });
        }
    }
}
