//! Numbers in texts that differ from the data: 実績 says 95.3% where the indicator has 93.5%.
//!
//! A false alarm costs more than a miss, because it teaches people to look away. So a number is
//! only compared when the text names the indicator right before it, and nothing around it says
//! that another year, a target, a bound or a change is meant ([`clause`]); or when the whole text
//! is one number.

mod clause;

use std::collections::HashMap;

use super::{Case, Cell, Column, Fact, Finding, Look, Spot, blank, title};
use crate::programme::{Indicator, IndicatorScope, Node, NodeId, Part, Slot, YearRecord};
use crate::value::figure::{Measure, Value};
use crate::value::fiscal_year::FiscalYear;
use crate::value::fold::fold;
use crate::value::quantity::{Quantity, Unit};
use crate::value::target::Target;
use clause::{Names, Said};

pub(super) fn look(look: &Look<'_>, found: &mut Vec<Finding>) {
    let mut of_node: HashMap<NodeId, Vec<Series<'_>>> = HashMap::new();
    let mut general: Vec<Series<'_>> = Vec::new();
    for indicator in &look.programme.indicators {
        let series = indicator.parts.iter().enumerate().filter_map(|(at, part)| Series::of(indicator, part, at));
        match indicator.scope {
            IndicatorScope::Node { node } => of_node.entry(node).or_default().extend(series),
            _ => general.extend(series),
        }
    }
    for own in of_node.values_mut() {
        only_unlike(own);
    }
    only_unlike(&mut general);
    let mut general_by_head: HashMap<char, Vec<Series<'_>>> = HashMap::new();
    for series in general {
        if let Some(head) = series.name.chars().next() {
            general_by_head.entry(head).or_default().push(series);
        }
    }
    for node in look.programme.plans.iter().flat_map(|plan| &plan.nodes) {
        let own = of_node.get(&node.id).map(Vec::as_slice).unwrap_or_default();
        for record in &node.records {
            of_record(node, record, own, &general_by_head, found);
        }
    }
}

/// Leaves out series that share their name: 市債残高 of two accounts cannot be told apart in a text.
fn only_unlike(series: &mut Vec<Series<'_>>) {
    let mut names: HashMap<String, usize> = HashMap::new();
    for one in series.iter() {
        *names.entry(fold(&one.name)).or_default() += 1;
    }
    series.retain(|one| names.get(&fold(&one.name)) == Some(&1));
}

/// One value of an indicator with the names a text may call it by.
struct Series<'a> {
    indicator: &'a Indicator,
    part: u8,
    unit: Unit,
    /// The name as written, without what stands in brackets.
    name: String,
    names: Names,
}

impl<'a> Series<'a> {
    /// None for what a sentence about one year cannot state: cumulated values and means.
    fn of(indicator: &'a Indicator, part: &'a Part, at: usize) -> Option<Self> {
        let several = indicator.parts.len() > 1;
        let called = if several && !part.name.is_empty() { &part.name } else { &indicator.name };
        let over_years = ["累計", "累積", "平均", "期間"]
            .iter()
            .any(|word| indicator.name.contains(word) || part.name.contains(word));
        let name = clause::without_brackets(called);
        if indicator.cumulative || over_years || part.unit.is_empty() || name.chars().count() < 2 {
            return None;
        }
        let names = Names::of(&name, &indicator.name, &part.unit);
        Some(Self { indicator, part: u8::try_from(at).ok()?, unit: Unit::new(&part.unit), name, names })
    }

    fn value(&self, year: FiscalYear) -> Option<&'a Value> {
        self.indicator.observation(year, self.part, Slot::Actual)?.figure.value.as_ref()
    }

    /// Whether a text says another number than the data of a year: neither that of this part nor
    /// that of another one (経常収支比率, 臨時財政対策債を除く).
    fn differs(&self, said: &Said, year: FiscalYear) -> bool {
        let parts = self.indicator.observations.iter().filter(|o| o.year == year && o.slot == Slot::Actual);
        let mut same = parts.filter_map(|o| o.figure.value.as_ref());
        self.value(year).is_some_and(|value| differs(said, value)) && same.all(|value| differs_or_other(said, value))
    }
}

fn of_record(
    node: &Node,
    record: &YearRecord,
    own: &[Series<'_>],
    general: &HashMap<char, Vec<Series<'_>>>,
    found: &mut Vec<Finding>,
) {
    let mut add = |case, column, series: &Series<'_>, year, said: String, data: String| {
        let facts = vec![
            ("year", Fact::Year(year)),
            ("indicator", Fact::Text(series.name.clone())),
            ("what", Fact::Text(said)),
            ("data", Fact::Text(data)),
        ];
        let (at, cell) = (Spot::Record(node.id, record.year), Cell::Text(column));
        found.push(Finding { case, at, cell, title: title(node), facts });
    };
    if !blank(&record.actual) {
        for series in own {
            let Some(value) = series.value(record.year) else { continue };
            let said =
                whole(&record.actual, series, own).filter(|said| series.differs(said, record.year)).or_else(|| {
                    clause::differing(&record.actual, &series.names, record.year, &|said| {
                        series.differs(said, record.year)
                    })
                });
            if let (Some(said), Some(data)) = (said, shown(value)) {
                add(Case::NumberActual, Column::Actual, series, record.year, said.to_string(), data);
            }
        }
        for series in named(&record.actual, general) {
            let Some(value) = series.value(record.year) else { continue };
            let said = clause::differing(&record.actual, &series.names.only_full(), record.year, &|said| {
                series.differs(said, record.year)
            });
            if let (Some(said), Some(data)) = (said, shown(value)) {
                add(Case::NumberActual, Column::Actual, series, record.year, said.to_string(), data);
            }
        }
    }
    if let Some(before) = record.year.previous().filter(|_| !blank(&record.previous_state)) {
        for series in own {
            let Some(value) = series.value(before) else { continue };
            // A bare count is of this indicator only when the target it stands behind names it.
            if series.unit.as_str() != "%" && !series.names.stand_in(&record.target) {
                continue;
            }
            let said = whole(&record.previous_state, series, own).filter(|said| series.differs(said, before));
            if let (Some(said), Some(data)) = (said, shown(value)) {
                add(Case::NumberBefore, Column::PreviousState, series, before, said.to_string(), data);
            }
        }
    }
    if !blank(&record.target) {
        for series in own {
            let Some(bound) = target_of(series, record.year) else { continue };
            let said = clause::differing_target(&record.target, &series.names, record.year, &|said| {
                said.quantity(&bound.unit).compare(bound).is_some_and(|order| order.is_ne())
            });
            if let Some(said) = said {
                add(Case::NumberTarget, Column::Target, series, record.year, said.to_string(), bound.to_string());
            }
        }
    }
}

/// The series of the whole programme that a text names.
fn named<'s, 'a>(text: &str, general: &'s HashMap<char, Vec<Series<'a>>>) -> Vec<&'s Series<'a>> {
    let mut named: Vec<&Series<'a>> = Vec::new();
    for (at, c) in text.char_indices() {
        for series in general.get(&c).into_iter().flatten() {
            let here = text.get(at..).is_some_and(|rest| rest.starts_with(&series.name));
            if here && !named.iter().any(|other| std::ptr::eq(*other, series)) {
                named.push(series);
            }
        }
    }
    named
}

/// A text that is one number in the unit of this series, and of no other of the item.
fn whole(text: &str, series: &Series<'_>, own: &[Series<'_>]) -> Option<Said> {
    let said = Said::whole(text)?;
    let only = own.iter().filter(|other| said.is_in(&other.unit)).count() == 1;
    (only && series.indicator.parts.len() == 1 && said.is_in(&series.unit)).then_some(said)
}

/// Whether a text says another number than the data. The text may round (95% for 95.3%), and may
/// name a second value of the same cell.
fn differs(said: &Said, value: &Value) -> bool {
    let Value::Known { measure, beside, .. } = value else { return false };
    let numbers: Vec<&Quantity> = [measure]
        .into_iter()
        .chain(beside)
        .filter_map(|measure| match measure {
            Measure::Number { quantity } => Some(quantity),
            Measure::Rank { .. } => None,
        })
        .collect();
    !numbers.is_empty() && numbers.iter().all(|data| said.differs_from(data))
}

/// Like [`differs`], and true for a value of another unit.
fn differs_or_other(said: &Said, value: &Value) -> bool {
    differs(said, value) || value.quantity().is_none_or(|data| !said.is_in(&data.unit))
}

fn shown(value: &Value) -> Option<String> {
    value.quantity().map(ToString::to_string)
}

/// The number the target of a year sets, where it sets exactly one.
fn target_of<'a>(series: &Series<'a>, year: FiscalYear) -> Option<&'a Quantity> {
    let mut of_year = series.indicator.targets.iter().filter(|target| {
        target.part == series.part && target.year.as_ref().and_then(|written| written.meaning) == Some(year)
    });
    let (target, more) = (of_year.next()?, of_year.next());
    match (target.target.meaning.as_ref()?, more) {
        (Target::AtLeast { limit, .. } | Target::AtMost { limit, .. }, None) => Some(limit),
        (Target::Exactly { at }, None) => Some(at),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
