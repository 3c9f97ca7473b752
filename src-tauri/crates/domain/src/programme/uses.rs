//! Where the settings of a programme are used: what nobody may take away unasked.

use super::effect::EffectTable;
use super::indicator::{Indicator, IndicatorScope};
use super::meeting::Meeting;
use super::office::OfficeChange;
use super::plan::Plan;
use super::record::Evaluation;
use super::vocabulary::Vocabulary;
use super::{EvaluatorId, GroupId, IndicatorId, OfficeId, ScheduleId, TermId};
use crate::value::fiscal_year::FiscalYear;

/// What uses something, in the order in which it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Use {
    /// Nodes of a plan (項目).
    Items,
    /// Projects (事業).
    Projects,
    /// Yearly records (年度の記録).
    Records,
    /// Evaluations (評価).
    Evaluations,
    /// Formulas of 達成率・進捗率.
    Rates,
    /// Lanes (取組項目).
    Lanes,
    /// Bars (工程).
    Bars,
    /// Vocabularies (評価の言葉).
    Vocabularies,
    /// Schedules (工程の時点).
    Schedules,
    /// Reorganisations (組織改正).
    Reorganisations,
    /// Indicators (指標).
    Indicators,
    /// Tables of financial effects (効果額の表).
    Effects,
    /// Papers (会議資料).
    Papers,
    /// Plans that continue the plan (引き継いだ計画).
    Successors,
}

/// How often something is used, by kind of use; empty when it is free.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Uses(Vec<(Use, usize)>);

impl Uses {
    /// The uses that there are, of those counted.
    pub fn of<const N: usize>(counted: [(Use, usize); N]) -> Self {
        Self(counted.into_iter().filter(|(_, count)| *count > 0).collect())
    }

    /// Whether nothing uses it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many places there are in all.
    pub fn total(&self) -> usize {
        self.0.iter().map(|(_, count)| count).sum()
    }

    /// The uses with their counts.
    pub fn iter(&self) -> impl Iterator<Item = (Use, usize)> + '_ {
        self.0.iter().copied()
    }
}

fn evaluations(plan: &Plan) -> impl Iterator<Item = &Evaluation> {
    plan.nodes.iter().flat_map(|node| &node.records).flat_map(|record| &record.evaluations)
}

/// What stands on a level.
pub fn level_uses(plan: &Plan, level: u8) -> Uses {
    let on_it = || plan.nodes.iter().filter(|node| node.level == level);
    Uses::of([(Use::Items, on_it().count()), (Use::Records, on_it().map(|node| node.records.len()).sum())])
}

/// Which items are in a group.
pub fn group_uses(plan: &Plan, group: GroupId) -> Uses {
    Uses::of([(Use::Items, plan.nodes.iter().filter(|node| node.group == Some(group)).count())])
}

/// Which evaluations chose a term, and which formulas count it.
pub fn term_uses(plan: &Plan, term: TermId) -> Uses {
    let chosen = evaluations(plan).filter(|evaluation| evaluation.term == Some(term)).count();
    let rates = plan.rates.iter().filter(|rate| rate.numerator.contains(&term) || rate.denominator.contains(&term));
    Uses::of([(Use::Evaluations, chosen), (Use::Rates, rates.count())])
}

/// Which evaluations were made on an axis, and which formulas count a term of it.
pub fn vocabulary_uses(plan: &Plan, vocabulary: &Vocabulary) -> Uses {
    let made = evaluations(plan).filter(|evaluation| evaluation.vocabulary == vocabulary.id).count();
    let own = |term: &TermId| vocabulary.terms.iter().any(|known| known.id == *term);
    let rates = plan.rates.iter().filter(|rate| rate.numerator.iter().chain(&rate.denominator).any(own));
    Uses::of([(Use::Evaluations, made), (Use::Rates, rates.count())])
}

/// The evaluations on an axis in years it does not cover.
pub fn evaluations_outside(plan: &Plan, vocabulary: &Vocabulary) -> Uses {
    let outside = plan.nodes.iter().flat_map(|node| &node.records).filter(|record| !vocabulary.covers(record.year));
    let made = outside.flat_map(|record| &record.evaluations).filter(|made| made.vocabulary == vocabulary.id);
    Uses::of([(Use::Evaluations, made.count())])
}

/// What an evaluator judged, and which formulas take the judgement of that one.
pub fn evaluator_uses(plan: &Plan, evaluator: EvaluatorId) -> Uses {
    let made = evaluations(plan).filter(|evaluation| evaluation.evaluator == evaluator).count();
    let rates = plan.rates.iter().filter(|rate| rate.evaluator == Some(evaluator)).count();
    Uses::of([(Use::Evaluations, made), (Use::Rates, rates)])
}

/// What is drawn on a schedule.
pub fn schedule_uses(plan: &Plan, schedule: ScheduleId) -> Uses {
    let lanes = || plan.nodes.iter().flat_map(|node| node.lanes_of(schedule));
    Uses::of([(Use::Lanes, lanes().count()), (Use::Bars, lanes().map(|lane| lane.bars.len()).sum())])
}

/// The bars of a schedule that do not lie within the years given.
pub fn bars_outside(plan: &Plan, schedule: ScheduleId, first: FiscalYear, last: FiscalYear) -> Uses {
    let bars = plan.nodes.iter().flat_map(|node| node.lanes_of(schedule)).flat_map(|lane| &lane.bars);
    Uses::of([(Use::Bars, bars.filter(|bar| bar.first < first || bar.last > last).count())])
}

/// What of a plan does not lie within its years.
pub fn outside_period(plan: &Plan) -> Uses {
    let years = plan.nodes.iter().flat_map(|node| &node.records).filter(|record| !plan.runs_in(record.year));
    let words = plan.vocabularies.iter().filter(|one| one.since.iter().chain(&one.until).any(|y| !plan.runs_in(*y)));
    let schedules = plan.schedules.iter().filter(|one| !plan.runs_in(one.first) || !plan.runs_in(one.last));
    Uses::of([(Use::Records, years.count()), (Use::Vocabularies, words.count()), (Use::Schedules, schedules.count())])
}

fn is_of(plan: &Plan, indicator: &Indicator) -> bool {
    match indicator.scope {
        IndicatorScope::Fiscal => false,
        IndicatorScope::Plan { plan: owner } => owner == plan.id,
        IndicatorScope::Node { node } => plan.node(node).is_some(),
    }
}

/// Whether an indicator is one of a plan or of its nodes, and goes with it.
pub fn belongs(plan: &Plan, indicators: &[Indicator], id: IndicatorId) -> bool {
    indicators.iter().any(|indicator| indicator.id == id && is_of(plan, indicator))
}

/// What goes with a plan, or refers to it.
pub fn plan_uses(
    plan: &Plan,
    others: &[Plan],
    indicators: &[Indicator],
    effects: &[EffectTable],
    meetings: &[Meeting],
) -> Uses {
    let papers = meetings.iter().flat_map(|meeting| &meeting.papers).filter(|paper| paper.plan == plan.id);
    Uses::of([
        (Use::Items, plan.nodes.len()),
        (Use::Records, plan.nodes.iter().map(|node| node.records.len()).sum()),
        (Use::Indicators, indicators.iter().filter(|one| is_of(plan, one)).count()),
        (Use::Effects, effects.iter().filter(|table| table.plan == plan.id).count()),
        (Use::Papers, papers.count()),
        (Use::Successors, others.iter().filter(|other| other.predecessors.contains(&plan.id)).count()),
    ])
}

/// Where an office stands: nodes, projects, reorganisations.
pub fn office_uses(plans: &[Plan], changes: &[OfficeChange], office: OfficeId) -> Uses {
    let nodes = || plans.iter().flat_map(|plan| &plan.nodes);
    let items = nodes().filter(|node| node.offices.iter().any(|assigned| assigned.office == office));
    let projects = nodes().flat_map(|node| &node.projects).filter(|project| project.offices.contains(&office));
    let changes = changes.iter().filter(|change| change.before.iter().chain(&change.after).any(|id| *id == office));
    Uses::of([(Use::Items, items.count()), (Use::Projects, projects.count()), (Use::Reorganisations, changes.count())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_used_is_not_told() {
        let uses = Uses::of([(Use::Items, 3), (Use::Projects, 0), (Use::Rates, 1)]);
        assert_eq!(uses.iter().collect::<Vec<_>>(), [(Use::Items, 3), (Use::Rates, 1)]);
        assert_eq!(uses.total(), 4);
        assert!(Uses::of([(Use::Items, 0)]).is_empty());
    }
}
