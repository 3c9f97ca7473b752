//! Indicators: targets against the direction of good, judgements against the targets, targets
//! whose year is past, and one indicator with two baselines.

use std::collections::{BTreeMap, HashMap};

use super::{Case, Cell, Fact, Finding, Look, Spot, each_or_most, records, title};
use crate::attainment::{self, Verdict};
use crate::programme::{Baseline, Indicator, IndicatorScope, IndicatorTarget, Node, NodeId, Plan, PlanId, Slot};
use crate::value::figure::{Absence, Value};
use crate::value::fiscal_year::FiscalYear;
use crate::value::fold::fold;
use crate::value::quantity::Quantity;
use crate::value::target::{Target, Trend};

pub(super) fn look(look: &Look<'_>, found: &mut Vec<Finding>) {
    let mut nodes: HashMap<NodeId, (&Plan, &Node)> = HashMap::new();
    for plan in &look.programme.plans {
        nodes.extend(plan.nodes.iter().map(|node| (node.id, (plan, node))));
    }
    let mut of_node: BTreeMap<NodeId, Vec<&Indicator>> = BTreeMap::new();
    for indicator in &look.programme.indicators {
        against_good(indicator, found);
        if let IndicatorScope::Node { node } = indicator.scope {
            of_node.entry(node).or_default().push(indicator);
        }
    }
    for (id, indicators) in &of_node {
        if let Some((plan, node)) = nodes.get(id) {
            judgements(plan, node, indicators, found);
        }
    }
    past(look, &nodes, found);
    baselines(&look.programme.indicators, &nodes, found);
}

/// A target that bounds the side nobody aims at: ↗ with 以下. What is said without a bound, and →,
/// contradicts nothing.
fn against_good(indicator: &Indicator, found: &mut Vec<Finding>) {
    let Some(good) = &indicator.good else { return };
    let Some(up) = good.meaning.and_then(upwards) else { return };
    for target in &indicator.targets {
        if target.target.meaning.as_ref().and_then(demands).is_some_and(|wanted| wanted != up) {
            let facts = vec![("good", Fact::Text(good.text.clone())), ("what", Fact::Text(target.target.text.clone()))];
            let at = Spot::Indicator(indicator.id);
            let (cell, title) = (Cell::Goal(target.id), indicator.name.clone());
            found.push(Finding { case: Case::TargetAgainstGood, at, cell, title, facts });
        }
    }
}

fn upwards(trend: Trend) -> Option<bool> {
    match trend {
        Trend::Up | Trend::FlatOrUp => Some(true),
        Trend::Down | Trend::FlatOrDown => Some(false),
        Trend::Flat => None,
    }
}

/// The side a target demands: `true` for more.
fn demands(target: &Target) -> Option<bool> {
    match target {
        Target::AtLeast { .. } => Some(true),
        Target::AtMost { .. } => Some(false),
        Target::NotWorseThanLastYear { direction } | Target::Toward { direction } => upwards(*direction),
        Target::Change { by, .. } if !by.amount.is_zero() => Some(by.amount.is_sign_positive()),
        // 「3,200,000千円 / 縮減率10%」: a rate of reduction is written as a share of its own, so
        // only a side that all forms share is a side.
        Target::Several { targets } => {
            let sides: Vec<bool> = targets.iter().filter_map(demands).collect();
            sides.first().copied().filter(|first| sides.iter().all(|side| side == first))
        }
        _ => None,
    }
}

/// The judgements of a node against the targets its indicators had for that year.
fn judgements(plan: &Plan, node: &Node, indicators: &[&Indicator], found: &mut Vec<Finding>) {
    for record in &node.records {
        let terms: Vec<_> = records::official(plan, record).into_iter().filter(|term| term.counted).collect();
        if terms.is_empty() {
            continue;
        }
        let met: Vec<(bool, &Indicator, &IndicatorTarget, &Quantity)> = indicators
            .iter()
            .flat_map(|indicator| indicator.targets.iter().map(move |target| (*indicator, target)))
            .filter(|(_, target)| target.year.as_ref().and_then(|written| written.meaning) == Some(record.year))
            .filter_map(|(indicator, target)| {
                let actual = indicator.observation(record.year, target.part, Slot::Actual)?.figure.quantity()?;
                let met = match attainment::judge(indicator, target, record.year).verdict {
                    Verdict::Met => true,
                    Verdict::Missed => false,
                    Verdict::Open => return None,
                };
                Some((met, indicator, target, actual))
            })
            .collect();
        let missed = met.iter().find(|(met, ..)| !met);
        let case = match missed {
            Some(_) if terms.iter().all(|term| term.achieved) => Case::MissedButAchieved,
            None if !met.is_empty() && terms.iter().all(|term| !term.achieved) => Case::MetButNotAchieved,
            _ => continue,
        };
        let Some((_, indicator, target, actual)) = missed.or(met.first()) else { continue };
        let words: Vec<&str> = terms.iter().map(|term| term.label.as_str()).collect();
        let facts = vec![
            ("year", Fact::Year(record.year)),
            ("term", Fact::Text(words.join("、"))),
            ("indicator", Fact::Text(indicator.name.clone())),
            ("what", Fact::Text(target.target.text.clone())),
            ("actual", Fact::Text(actual.to_string())),
        ];
        let cell = records::judged(record, terms.first().map(|term| term.id));
        found.push(Finding { case, at: Spot::Record(node.id, record.year), cell, title: title(node), facts });
    }
}

/// Targets whose year is over while the actual is still to come. A dash is an answer.
fn past(look: &Look<'_>, nodes: &HashMap<NodeId, (&Plan, &Node)>, found: &mut Vec<Finding>) {
    /// Of one plan and year: how many have a target, and which of them have no actual.
    type Due<'a> = (usize, Vec<&'a Indicator>);
    let mut due: BTreeMap<(Option<PlanId>, FiscalYear), Due<'_>> = BTreeMap::new();
    for indicator in &look.programme.indicators {
        let plan = match indicator.scope {
            IndicatorScope::Fiscal => None,
            IndicatorScope::Plan { plan } => Some(plan),
            IndicatorScope::Node { node } => nodes.get(&node).map(|(plan, _)| plan.id),
        };
        let mut years: BTreeMap<FiscalYear, bool> = BTreeMap::new();
        for target in &indicator.targets {
            let Some(year) = target.year.as_ref().and_then(|written| written.meaning).filter(|y| look.ended(*y)) else {
                continue;
            };
            let there = indicator
                .observation(year, target.part, Slot::Actual)
                .is_some_and(|observation| observation.figure.value != Some(Value::absent(Absence::NotYet)));
            *years.entry(year).or_insert(true) &= there;
        }
        for (year, there) in years {
            let (all, missing) = due.entry((plan, year)).or_default();
            *all += 1;
            if !there {
                missing.push(indicator);
            }
        }
    }
    let names: HashMap<PlanId, &str> = look.programme.plans.iter().map(|plan| (plan.id, plan.name.as_str())).collect();
    for ((plan, year), (all, missing)) in due {
        let one = |indicator: &Indicator| Finding {
            case: Case::GoalPast,
            at: Spot::Indicator(indicator.id),
            cell: Cell::Figure(year, 0, Slot::Actual),
            title: indicator.name.clone(),
            facts: vec![("year", Fact::Year(year))],
        };
        match plan {
            None => found.extend(missing.into_iter().map(one)),
            Some(plan) => {
                let name = names.get(&plan).copied().unwrap_or_default();
                let first = missing.first().map_or(Spot::Year(plan, year), |indicator| Spot::Indicator(indicator.id));
                found.extend(each_or_most(
                    missing,
                    all,
                    one,
                    (Case::GoalPastMost, first, Cell::Figure(year, 0, Slot::Actual), name, year),
                ));
            }
        }
    }
}

/// The plan of an indicator, and what it starts from.
type Started<'a> = (Option<PlanId>, &'a Baseline);

/// Indicators of one name and account with two baselines: of one plan, whatever differs; of two
/// plans, two figures for the same year. A plan that starts from a year of its own contradicts none.
fn baselines(indicators: &[Indicator], nodes: &HashMap<NodeId, (&Plan, &Node)>, found: &mut Vec<Finding>) {
    let mut known: HashMap<(String, String), Vec<Started<'_>>> = HashMap::new();
    for indicator in indicators {
        let Some(baseline) = &indicator.baseline else { continue };
        let plan = match indicator.scope {
            IndicatorScope::Fiscal => None,
            IndicatorScope::Plan { plan } => Some(plan),
            IndicatorScope::Node { node } => nodes.get(&node).map(|(plan, _)| plan.id),
        };
        let others = known.entry((fold(&indicator.name), fold(&indicator.account))).or_default();
        let contradicted = others.iter().find(|(of, other)| {
            let (year, figures) = (same_year(baseline, other), same_figures(baseline, other));
            if *of == plan { !(year && figures) } else { year && !figures }
        });
        match contradicted {
            Some((_, other)) => {
                let facts = vec![("what", Fact::Text(shown(baseline))), ("other", Fact::Text(shown(other)))];
                let at = Spot::Indicator(indicator.id);
                let (cell, title) = (Cell::Baseline(0), indicator.name.clone());
                found.push(Finding { case: Case::Baseline, at, cell, title, facts });
            }
            None => others.push((plan, baseline)),
        }
    }
}

fn same_year(one: &Baseline, other: &Baseline) -> bool {
    match (one.year.meaning, other.year.meaning) {
        (Some(one), Some(other)) => one == other,
        _ => fold(&one.year.text) == fold(&other.year.text),
    }
}

fn same_figures(one: &Baseline, other: &Baseline) -> bool {
    one.figures.len() == other.figures.len()
        && one.figures.iter().zip(&other.figures).all(|(one, other)| match (one.quantity(), other.quantity()) {
            (Some(a), Some(b)) => a.compare(b) == Some(std::cmp::Ordering::Equal),
            _ => fold(&one.text) == fold(&other.text),
        })
}

fn shown(baseline: &Baseline) -> String {
    let figures: Vec<&str> = baseline.figures.iter().map(|figure| figure.text.as_str()).collect();
    format!("{} {}", baseline.year.text, figures.join("、")).trim().to_owned()
}
