//! Whether a programme that came from outside hangs together: every identity once, every
//! reference answered, every node below its parent.

use std::collections::{HashMap, HashSet};

use super::indicator::IndicatorScope;
use super::{Node, NodeId, OfficeId, Plan, Programme, ScheduleId};

/// A fault in the references of a programme. `place` is the path in its JSON: `plans[0].nodes[3].parent`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reference {
    /// Two things of one kind carry the same identity.
    Twice {
        /// Where the second one stands.
        place: String,
        /// The identity.
        id: i64,
    },
    /// Something refers to an identity that nothing has.
    Missing {
        /// Where the reference stands.
        place: String,
        /// The identity.
        id: i64,
    },
    /// A number is outside what its place allows: a level the plan has not, a parent on a wrong
    /// level or after its child, an empty list of parts, a bar that ends before it begins.
    OutOfPlace {
        /// Where it stands.
        place: String,
        /// The number found.
        found: i64,
    },
}

/// All faults in the references of a programme; an empty list means that it can be stored.
pub fn broken_references(programme: &Programme) -> Vec<Reference> {
    let mut check = Check::default();
    let offices = check.once("offices", programme.offices.iter().map(|office| office.id.0));
    check.once("office_changes", programme.office_changes.iter().map(|change| change.id.0));
    for (i, change) in programme.office_changes.iter().enumerate() {
        for office in change.before.iter().chain(&change.after) {
            check.known(&offices, office.0, || format!("office_changes[{i}]"));
        }
    }
    let plans = check.once("plans", programme.plans.iter().map(|plan| plan.id.0));
    let nodes = check.once_across(programme, "nodes", |plan| plan.nodes.iter().map(|node| node.id.0).collect());
    check.once_across(programme, "groups", |plan| plan.groups.iter().map(|group| group.id.0).collect());
    check.once_across(programme, "schedules", |plan| plan.schedules.iter().map(|s| s.id.0).collect());
    check.once_across(programme, "vocabularies", |plan| plan.vocabularies.iter().map(|v| v.id.0).collect());
    check.once_across(programme, "evaluators", |plan| plan.evaluators.iter().map(|e| e.id.0).collect());
    check.once_across(programme, "rates", |plan| plan.rates.iter().map(|rate| rate.id.0).collect());
    check.once_across(programme, "terms", |plan| {
        plan.vocabularies.iter().flat_map(|v| v.terms.iter().map(|term| term.id.0)).collect()
    });
    check.once_across(programme, "life_events", |plan| {
        plan.nodes.iter().flat_map(|node| node.life_cycle.events.iter().map(|event| event.id.0)).collect()
    });
    check.once_across(programme, "sections", |plan| {
        plan.nodes.iter().flat_map(|node| node.sections.iter().map(|section| section.id.0)).collect()
    });
    check.once_across(programme, "projects", |plan| {
        plan.nodes.iter().flat_map(|node| node.projects.iter().map(|project| project.id.0)).collect()
    });
    check.once_across(programme, "lanes", |plan| {
        plan.nodes.iter().flat_map(|node| node.lanes.iter().map(|lane| lane.id.0)).collect()
    });
    check.once_across(programme, "bars", |plan| {
        let lanes = plan.nodes.iter().flat_map(|node| node.lanes.iter());
        lanes.flat_map(|lane| lane.bars.iter().map(|bar| bar.id.0)).collect()
    });
    for (p, plan) in programme.plans.iter().enumerate() {
        check.plan(p, plan, &plans, &nodes, &offices);
    }
    check.indicators(programme, &plans, &nodes);
    check.rest(programme, &plans, &nodes);
    check.once("acceptances", programme.acceptances.iter().map(|acceptance| acceptance.id.0));
    check.faults
}

#[derive(Default)]
struct Check {
    faults: Vec<Reference>,
}

impl Check {
    fn once(&mut self, place: &str, ids: impl Iterator<Item = i64>) -> HashSet<i64> {
        let mut seen = HashSet::new();
        for (i, id) in ids.enumerate() {
            if !seen.insert(id) {
                self.faults.push(Reference::Twice { place: format!("{place}[{i}]"), id });
            }
        }
        seen
    }

    /// Identities are unique over all plans, so that one table can hold them.
    fn once_across(&mut self, programme: &Programme, place: &str, ids: impl Fn(&Plan) -> Vec<i64>) -> HashSet<i64> {
        let all: Vec<i64> = programme.plans.iter().flat_map(ids).collect();
        self.once(&format!("plans[].{place}"), all.into_iter())
    }

    fn known(&mut self, known: &HashSet<i64>, id: i64, place: impl Fn() -> String) {
        if !known.contains(&id) {
            self.faults.push(Reference::Missing { place: place(), id });
        }
    }

    fn within(&mut self, fine: bool, found: i64, place: impl Fn() -> String) {
        if !fine {
            self.faults.push(Reference::OutOfPlace { place: place(), found });
        }
    }

    fn plan(&mut self, p: usize, plan: &Plan, plans: &HashSet<i64>, nodes: &HashSet<i64>, offices: &HashSet<i64>) {
        let at = |rest: String| format!("plans[{p}].{rest}");
        for former in &plan.predecessors {
            self.known(plans, former.0, || at("predecessors".into()));
        }
        self.within(Plan::LEVELS.contains(&plan.levels.len()), plan.levels.len() as i64, || at("levels".into()));
        self.within(
            usize::from(plan.evaluation_level) < plan.levels.len().max(1),
            plan.evaluation_level.into(),
            || at("evaluation_level".into()),
        );
        for (s, schedule) in plan.schedules.iter().enumerate() {
            self.within(schedule.first <= schedule.last, schedule.last.year().into(), || {
                at(format!("schedules[{s}].last"))
            });
        }
        let terms: HashSet<i64> = plan.vocabularies.iter().flat_map(|v| v.terms.iter().map(|t| t.id.0)).collect();
        let evaluators: HashSet<i64> = plan.evaluators.iter().map(|evaluator| evaluator.id.0).collect();
        for (r, rate) in plan.rates.iter().enumerate() {
            for (side, counted) in [("numerator", &rate.numerator), ("denominator", &rate.denominator)] {
                let place = || at(format!("rates[{r}].{side}"));
                self.once(&place(), counted.iter().map(|term| term.0));
                for term in counted {
                    self.known(&terms, term.0, place);
                }
            }
            if let Some(evaluator) = rate.evaluator {
                self.known(&evaluators, evaluator.0, || at(format!("rates[{r}].evaluator")));
            }
        }
        let groups: HashSet<i64> = plan.groups.iter().map(|group| group.id.0).collect();
        let schedules: HashSet<ScheduleId> = plan.schedules.iter().map(|s| s.id).collect();
        let mut levels_so_far: HashMap<NodeId, u8> = HashMap::new();
        for (n, node) in plan.nodes.iter().enumerate() {
            let here = |rest: &str| at(format!("nodes[{n}].{rest}"));
            self.within(usize::from(node.level) < plan.levels.len(), node.level.into(), || here("level"));
            match node.parent {
                // An item may hang under no direction (an ended one in a progress table does).
                None => {}
                Some(parent) => match levels_so_far.get(&parent) {
                    None => self.faults.push(Reference::Missing { place: here("parent"), id: parent.0 }),
                    Some(above) => self.within(above + 1 == node.level, node.level.into(), || here("level")),
                },
            }
            levels_so_far.insert(node.id, node.level);
            if let Some(group) = node.group {
                self.known(&groups, group.0, || here("group"));
            }
            self.once(&here("continues"), node.continues.iter().map(|former| former.0));
            let named = node.life_cycle.events.iter().filter_map(|event| event.other.as_ref());
            for other in node.continues.iter().chain(named) {
                self.known(nodes, other.0, || here("continues / life_cycle.events"));
            }
            self.node(node, plan, &schedules, offices, &here);
        }
    }

    fn node(
        &mut self,
        node: &Node,
        plan: &Plan,
        schedules: &HashSet<ScheduleId>,
        offices: &HashSet<i64>,
        here: &dyn Fn(&str) -> String,
    ) {
        let assigned: Vec<OfficeId> = node.offices.iter().map(|assignment| assignment.office).collect();
        self.once(&here("offices"), assigned.iter().map(|office| office.0));
        for office in assigned.iter().chain(node.projects.iter().flat_map(|project| &project.offices)) {
            self.known(offices, office.0, || here("offices"));
        }
        for (l, lane) in node.lanes.iter().enumerate() {
            if !schedules.contains(&lane.schedule) {
                self.faults
                    .push(Reference::Missing { place: here(&format!("lanes[{l}].schedule")), id: lane.schedule.0 });
            }
            let below = node.lanes[l..].iter().filter(|other| other.schedule == lane.schedule).count();
            for (b, bar) in lane.bars.iter().enumerate() {
                self.within(bar.first <= bar.last, bar.last.year().into(), || {
                    here(&format!("lanes[{l}].bars[{b}].last"))
                });
                self.within((1..=below).contains(&usize::from(bar.lanes)), bar.lanes.into(), || {
                    here(&format!("lanes[{l}].bars[{b}].lanes"))
                });
                for month in bar.first_month.iter().chain(&bar.last_month) {
                    self.within((1..=12).contains(month), (*month).into(), || here(&format!("lanes[{l}].bars[{b}]")));
                }
            }
        }
        self.once(&here("records"), node.records.iter().map(|record| i64::from(record.year.year())));
        for (r, record) in node.records.iter().enumerate() {
            let mut axes = HashSet::new();
            for (e, evaluation) in record.evaluations.iter().enumerate() {
                let place = || here(&format!("records[{r}].evaluations[{e}]"));
                let vocabulary = plan.vocabularies.iter().find(|v| v.id == evaluation.vocabulary);
                match (vocabulary, evaluation.term) {
                    (None, _) => self.faults.push(Reference::Missing { place: place(), id: evaluation.vocabulary.0 }),
                    (Some(vocabulary), Some(term)) if vocabulary.terms.iter().all(|t| t.id != term) => {
                        self.faults.push(Reference::Missing { place: place(), id: term.0 });
                    }
                    _ => {}
                }
                if plan.evaluators.iter().all(|evaluator| evaluator.id != evaluation.evaluator) {
                    self.faults.push(Reference::Missing { place: place(), id: evaluation.evaluator.0 });
                }
                if !axes.insert((evaluation.vocabulary, evaluation.evaluator)) {
                    self.faults.push(Reference::Twice { place: place(), id: evaluation.vocabulary.0 });
                }
            }
        }
    }

    fn indicators(&mut self, programme: &Programme, plans: &HashSet<i64>, nodes: &HashSet<i64>) {
        self.once("indicators", programme.indicators.iter().map(|indicator| indicator.id.0));
        let targets = programme.indicators.iter().flat_map(|i| i.targets.iter().map(|target| target.id.0));
        self.once("indicators[].targets", targets.collect::<Vec<_>>().into_iter());
        for (i, indicator) in programme.indicators.iter().enumerate() {
            let at = |rest: &str| format!("indicators[{i}].{rest}");
            match indicator.scope {
                IndicatorScope::Fiscal => {}
                IndicatorScope::Plan { plan } => self.known(plans, plan.0, || at("scope")),
                IndicatorScope::Node { node } => self.known(nodes, node.0, || at("scope")),
            }
            let parts = indicator.parts.len();
            self.within((1..=20).contains(&parts), parts as i64, || at("parts"));
            let mut rows = HashSet::new();
            for (o, observation) in indicator.observations.iter().enumerate() {
                self.within(usize::from(observation.part) < parts, observation.part.into(), || {
                    at(&format!("observations[{o}].part"))
                });
                if !rows.insert((observation.year, observation.part, observation.slot)) {
                    self.faults.push(Reference::Twice {
                        place: at(&format!("observations[{o}]")),
                        id: observation.year.year().into(),
                    });
                }
            }
            for (t, target) in indicator.targets.iter().enumerate() {
                self.within(usize::from(target.part) < parts, target.part.into(), || at(&format!("targets[{t}].part")));
            }
        }
    }

    fn rest(&mut self, programme: &Programme, plans: &HashSet<i64>, nodes: &HashSet<i64>) {
        self.once("effects", programme.effects.iter().map(|table| table.id.0));
        let rows: Vec<i64> = programme.effects.iter().flat_map(|t| t.rows.iter().map(|row| row.id.0)).collect();
        self.once("effects[].rows", rows.into_iter());
        for (t, table) in programme.effects.iter().enumerate() {
            self.known(plans, table.plan.0, || format!("effects[{t}].plan"));
            for (r, row) in table.rows.iter().enumerate() {
                if let Some(node) = row.node {
                    self.known(nodes, node.0, || format!("effects[{t}].rows[{r}].node"));
                }
                let mut cells = HashSet::new();
                for cell in &row.cells {
                    if !cells.insert((cell.year, cell.basis)) {
                        self.faults.push(Reference::Twice {
                            place: format!("effects[{t}].rows[{r}].cells"),
                            id: cell.year.year().into(),
                        });
                    }
                }
            }
        }
        self.once("charts", programme.charts.iter().map(|chart| chart.id.0));
        for (c, chart) in programme.charts.iter().enumerate() {
            for (s, series) in chart.series.iter().enumerate() {
                let place = || format!("charts[{c}].series[{s}]");
                match programme.indicators.iter().find(|indicator| indicator.id == series.indicator) {
                    None => self.faults.push(Reference::Missing { place: place(), id: series.indicator.0 }),
                    Some(indicator) => {
                        self.within(usize::from(series.part) < indicator.parts.len(), series.part.into(), place);
                    }
                }
            }
        }
        self.once("meetings", programme.meetings.iter().map(|meeting| meeting.id.0));
        let papers: Vec<i64> =
            programme.meetings.iter().flat_map(|m| m.papers.iter().map(|paper| paper.id.0)).collect();
        self.once("meetings[].papers", papers.into_iter());
        for (m, meeting) in programme.meetings.iter().enumerate() {
            for (p, paper) in meeting.papers.iter().enumerate() {
                self.known(plans, paper.plan.0, || format!("meetings[{m}].papers[{p}].plan"));
            }
        }
    }
}
