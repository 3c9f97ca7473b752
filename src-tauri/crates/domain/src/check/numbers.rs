//! Numbers in texts that differ from the data: 実績 says 95.3% where the indicator has 93.5%.
//!
//! A false alarm costs more than a miss, because it teaches people to look away. So a number is
//! only compared when the text names the indicator right before it, and nothing around it says
//! that another year, a target, a bound or a change is meant ([`clause`]); or when the whole text
//! is one number.

mod clause;

use std::collections::{BTreeSet, HashMap};

use super::{Case, Cell, Column, Fact, Finding, Look, Spot, blank, title};
use crate::programme::{Bar, Indicator, IndicatorScope, Node, NodeId, Part, Slot, YearRecord};
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
    for plan in &look.programme.plans {
        let schedule = plan.schedule().map(|schedule| schedule.id);
        for node in &plan.nodes {
            let known =
                Known { own: of_node.get(&node.id).map(Vec::as_slice).unwrap_or_default(), general: &general_by_head };
            for record in &node.records {
                of_record(node, record, &known, found);
            }
            of_sections(node, &known, found);
            for bar in schedule.iter().flat_map(|id| node.lanes_of(*id)).flat_map(|lane| &lane.bars) {
                of_bar(node, bar, &known, found);
            }
        }
    }
}

/// The series a text of a node may tell of.
struct Known<'s, 'a> {
    /// Those of the node, by any of their names.
    own: &'s [Series<'a>],
    /// Those of the plan and the city, by their whole names and the letters these begin with.
    general: &'s HashMap<char, Vec<Series<'a>>>,
}

impl<'s, 'a> Known<'s, 'a> {
    /// What a text about a year states otherwise than the data: which series, what, and the data.
    fn otherwise(&self, text: &str, year: FiscalYear, dated: bool) -> Vec<(&'s Series<'a>, Said, String)> {
        let mut found = Vec::new();
        if blank(text) {
            return found;
        }
        let own = self.own.iter().map(|series| (series, None));
        let general = named(text, self.general).into_iter().map(|series| (series, Some(series.names.only_full())));
        for (series, full) in own.chain(general) {
            let Some(value) = series.value(year) else { continue };
            let names = full.as_ref().unwrap_or(&series.names);
            let said = clause::differing(text, names, year, dated, &|said| series.differs(said, year));
            if let (Some(said), Some(data)) = (said, shown(value)) {
                found.push((series, said, data));
            }
        }
        found
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

/// A finding about a number.
fn differing(
    (case, at, cell): (Case, Spot, Cell),
    node: &Node,
    series: &Series<'_>,
    year: FiscalYear,
    (said, data): (&Said, String),
) -> Finding {
    let facts = vec![
        ("year", Fact::Year(year)),
        ("indicator", Fact::Text(series.name.clone())),
        ("what", Fact::Text(said.to_string())),
        ("data", Fact::Text(data)),
    ];
    Finding { case, at, cell, title: title(node), facts }
}

fn of_record(node: &Node, record: &YearRecord, known: &Known<'_, '_>, found: &mut Vec<Finding>) {
    let at = Spot::Record(node.id, record.year);
    let mut add = |case, cell, series: &Series<'_>, year, said: &Said, data: String| {
        found.push(differing((case, at, cell), node, series, year, (said, data)));
    };
    let column = Cell::Text(Column::Actual);
    let mut told: Vec<*const Series<'_>> = Vec::new();
    for series in known.own {
        let Some(value) = series.value(record.year) else { continue };
        let said = whole(&record.actual, series, known.own).filter(|said| series.differs(said, record.year));
        if let (Some(said), Some(data)) = (said, shown(value)) {
            add(Case::NumberActual, column, series, record.year, &said, data);
            told.push(series);
        }
    }
    for (series, said, data) in known.otherwise(&record.actual, record.year, false) {
        if !told.contains(&std::ptr::from_ref(series)) {
            add(Case::NumberActual, column, series, record.year, &said, data);
        }
    }
    for evaluation in &record.evaluations {
        let cell = Cell::Judged(evaluation.vocabulary, evaluation.evaluator, Column::Reason);
        for (series, said, data) in known.otherwise(&evaluation.reason, record.year, false) {
            add(Case::NumberReason, cell, series, record.year, &said, data);
        }
    }
    if let Some(before) = record.year.previous().filter(|_| !blank(&record.previous_state)) {
        for series in known.own {
            let Some(value) = series.value(before) else { continue };
            // A bare count is of this indicator only when the target it stands behind names it.
            if series.unit.as_str() != "%" && !series.names.stand_in(&record.target) {
                continue;
            }
            let said = whole(&record.previous_state, series, known.own).filter(|said| series.differs(said, before));
            if let (Some(said), Some(data)) = (said, shown(value)) {
                add(Case::NumberBefore, Cell::Text(Column::PreviousState), series, before, &said, data);
            }
        }
    }
    for (series, said, bound) in against_target(&record.target, record.year, known) {
        add(Case::NumberTarget, Cell::Text(Column::Target), series, record.year, &said, bound.to_string());
    }
}

/// Sections tell of many years: only a number whose year stands before it is compared.
fn of_sections(node: &Node, known: &Known<'_, '_>, found: &mut Vec<Finding>) {
    for section in node.sections.iter().filter(|section| section.text.contains('年')) {
        let of_node = known.own.iter().chain(named(&section.text, known.general));
        let years: BTreeSet<FiscalYear> =
            of_node.flat_map(|series| &series.indicator.observations).map(|observation| observation.year).collect();
        for year in years {
            for (series, said, data) in known.otherwise(&section.text, year, true) {
                let place = (Case::NumberSection, Spot::Node(node.id), Cell::Section(section.id));
                found.push(differing(place, node, series, year, (&said, data)));
            }
        }
    }
}

/// A bar of one year that sets a target in words: 「電子決裁率85%以上」.
fn of_bar(node: &Node, bar: &Bar, known: &Known<'_, '_>, found: &mut Vec<Finding>) {
    if bar.first != bar.last {
        return;
    }
    for (series, said, bound) in against_target(&bar.words, bar.first, known) {
        let place = (Case::NumberBar, Spot::Schedule(node.id), Cell::Bar(bar.id));
        found.push(differing(place, node, series, bar.first, (&said, bound.to_string())));
    }
}

/// Targets a text sets otherwise than the indicators of the node do for that year.
fn against_target<'s, 'a>(
    text: &str,
    year: FiscalYear,
    known: &Known<'s, 'a>,
) -> Vec<(&'s Series<'a>, Said, &'a Quantity)> {
    let mut found = Vec::new();
    for series in known.own.iter().filter(|_| !blank(text)) {
        let Some(bound) = target_of(series, year) else { continue };
        let said = clause::differing_target(text, &series.names, year, &|said| {
            said.quantity(&bound.unit).compare(bound).is_some_and(|order| order.is_ne())
        });
        found.extend(said.map(|said| (series, said, bound)));
    }
    found
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
