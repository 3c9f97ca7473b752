//! Fiscal indicators and indicators of the plan: figures, targets, definitions.

use domain::programme::{
    Indicator, IndicatorId, IndicatorScope, IndicatorTarget, Observation, Part, Slot, Stage, TargetId,
};
use domain::value::figure::{Figure, ValueKind};
use domain::value::fiscal_year::FiscalYear;
use domain::value::quantity::Unit;
use domain::value::reckoning::Reckoning;
use domain::value::target::Target;
use domain::value::written::Written;
use serde::{Deserialize, Serialize};
use store::{Outcome, Table, Write};
use ts_rs::TS;

use crate::error::Thing;
use crate::file::Found;
use crate::op::Op;
use crate::{By, Result, Workbench, WorkbenchError, words};

/// One cell of the table of series with its new text and kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FigureEdit {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Which part.
    #[serde(default)]
    pub part: u8,
    /// The fiscal year.
    pub year: FiscalYear,
    /// Row of actual or of planned figures.
    #[serde(default)]
    pub slot: Slot,
    /// The text as typed: 94.6%, ▲1,200, —, or "" for a value that is not there yet.
    pub text: String,
    /// Kind of the value; without it the kind the cell had, or the usual one of the row.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<ValueKind>,
}

/// Sets figures as one step. What is not understood is kept as written, without a value.
pub fn set(workbench: &mut Workbench, by: &By, edits: &[FigureEdit]) -> Result<Outcome<()>> {
    let first = edits.first().ok_or(WorkbenchError::NothingToShow)?;
    let op = if edits.len() > 1 {
        Op::SetFigures { count: edits.len() }
    } else {
        let indicator = read(&workbench.read(), first.indicator)?.name;
        // The city's finances belong to no plan.
        Op::SetFigure { indicator, year: Reckoning::USUAL.of(first.year) }
    };
    workbench.transact(by, &op, |w| edits.iter().try_for_each(|edit| set_one(w, edit)))
}

pub(crate) fn read(r: &store::Read<'_>, id: IndicatorId) -> Result<Indicator> {
    store::indicator::read(r, id)?.found(Thing::Indicator, id.0)
}

fn set_one(w: &Write<'_>, edit: &FigureEdit) -> Result<()> {
    let mut indicator = read(w, edit.indicator)?;
    put_figure(&mut indicator, edit)?;
    Ok(store::indicator::save(w, &indicator)?)
}

/// Puts a figure into its cell. A cell that becomes empty is gone, unless its year has a comment.
pub(crate) fn put_figure(indicator: &mut Indicator, edit: &FigureEdit) -> Result<()> {
    let part = indicator.parts.get(usize::from(edit.part)).found(Thing::Indicator, edit.indicator.0)?.clone();
    let text = words::text(&edit.text)?;
    let at =
        indicator.observations.iter().position(|o| o.year == edit.year && o.part == edit.part && o.slot == edit.slot);
    let before = at.map(|at| indicator.observations.remove(at));
    let kind = edit.kind.or_else(|| before.as_ref().and_then(kind_of)).unwrap_or(usual_kind(indicator, edit.slot));
    let comment = before.map(|before| before.comment).unwrap_or_default();
    if text.is_empty() && comment.is_empty() {
        return Ok(());
    }
    indicator.observations.push(Observation {
        year: edit.year,
        part: edit.part,
        slot: edit.slot,
        figure: read_figure(&text, &part, kind, edit.year),
        comment,
    });
    indicator.observations.sort_by_key(|o| (o.year, o.part, o.slot));
    Ok(())
}

/// What a value is whose words do not say: the accounts of a city are settled, other things counted.
fn usual_kind(indicator: &Indicator, slot: Slot) -> ValueKind {
    match (slot, indicator.scope) {
        (Slot::Plan, _) => ValueKind::Planned,
        (Slot::Actual, IndicatorScope::Fiscal) => ValueKind::Settled,
        (Slot::Actual, _) => ValueKind::Actual,
    }
}

/// Reads a cell in the unit of its part.
pub(crate) fn read_figure(text: &str, part: &Part, kind: ValueKind, year: FiscalYear) -> Figure {
    Figure::read(text, &Unit::new(&part.unit), kind, Some(year))
}

pub(crate) fn kind_of(observation: &Observation) -> Option<ValueKind> {
    match observation.figure.value {
        Some(domain::value::figure::Value::Known { kind, .. }) => Some(kind),
        _ => None,
    }
}

/// What a person says of a new indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewIndicator {
    /// Whose it is: the city's finances, a plan or a node.
    pub scope: IndicatorScope,
    /// Name as printed.
    pub name: String,
    /// Unit as printed.
    pub unit: String,
    /// Digits after the point in print.
    pub decimals: u8,
    /// 目指す方向 as printed; "" where it is not said.
    pub good: String,
}

/// Adds indicators without figures as one step, each last among its own, and answers their identities.
pub fn add(workbench: &mut Workbench, by: &By, new: &[NewIndicator]) -> Result<Outcome<Vec<IndicatorId>>> {
    let first = new.first().ok_or(WorkbenchError::NothingToShow)?;
    let op = match new.len() {
        1 => Op::AddIndicator { indicator: words::name(&first.name)? },
        count => Op::AddIndicators { count },
    };
    workbench.transact(by, &op, |w| new.iter().map(|one| add_one(w, one)).collect())
}

fn add_one(w: &Write<'_>, new: &NewIndicator) -> Result<IndicatorId> {
    check_scope(w, new.scope)?;
    let good = words::text(&new.good)?;
    let id = IndicatorId(store::next_id(w, Table::Indicator)?);
    let mut indicator = blank(id, words::name(&new.name)?, words::text(&new.unit)?, new.decimals);
    indicator.scope = new.scope;
    indicator.good = (!good.is_empty()).then(|| Written::read(good));
    store::indicator::save(w, &indicator)?;
    Ok(id)
}

/// The plan or node an indicator is to be of has to be there.
pub(crate) fn check_scope(r: &store::Read<'_>, scope: IndicatorScope) -> Result<()> {
    match scope {
        IndicatorScope::Fiscal => Ok(()),
        IndicatorScope::Plan { plan } => store::plan::header(r, plan)?.found(Thing::Plan, plan.0).map(drop),
        IndicatorScope::Node { node } => store::node::title(r, node)?.found(Thing::Node, node.0).map(drop),
    }
}

/// A fiscal indicator of one part without figures.
pub(crate) fn blank(id: IndicatorId, name: String, unit: String, decimals: u8) -> Indicator {
    Indicator {
        id,
        name,
        markers: Vec::new(),
        scope: IndicatorScope::Fiscal,
        account: String::new(),
        definition: String::new(),
        parts: vec![Part { name: String::new(), unit, decimals }],
        good: None,
        survey: false,
        cumulative: false,
        source: String::new(),
        note: String::new(),
        baseline: None,
        targets: Vec::new(),
        observations: Vec::new(),
    }
}

/// Sets the final target of a part in its words (95.0%以下) for a year in its words; an empty
/// text takes the target away.
pub fn set_target(
    workbench: &mut Workbench,
    by: &By,
    id: IndicatorId,
    part: u8,
    year: &str,
    target: &str,
) -> Result<Outcome<()>> {
    let name = read(&workbench.read(), id)?.name;
    let (year, target) = (words::text(year)?, words::text(target)?);
    workbench.transact(by, &Op::EditIndicator { indicator: name }, |w| {
        let mut indicator = read(w, id)?;
        indicator.parts.get(usize::from(part)).found(Thing::Indicator, id.0)?;
        let next = TargetId(store::next_id(w, Table::Target)?);
        let at = indicator.targets.iter().position(|t| t.part == part && t.stage == Stage::Final);
        let before = at.map(|at| indicator.targets.remove(at));
        if !target.is_empty() {
            let made = IndicatorTarget {
                id: before.as_ref().map_or(next, |before| before.id),
                part,
                year: (!year.is_empty()).then(|| Written::read(year.clone())),
                stage: Stage::Final,
                target: read_target(&target, &indicator.parts[usize::from(part)]),
                as_of: before.and_then(|before| before.as_of),
            };
            indicator.targets.insert(at.unwrap_or(indicator.targets.len()), made);
        }
        Ok(store::indicator::save(w, &indicator)?)
    })
}

/// Reads the words of a target in the unit of its part.
pub(crate) fn read_target(text: &str, part: &Part) -> Written<Target> {
    Written::with_meaning(text, Target::read_with(text, &Unit::new(&part.unit)))
}

/// Renames an indicator.
pub fn rename(workbench: &mut Workbench, by: &By, id: IndicatorId, name: &str) -> Result<Outcome<()>> {
    let name = words::name(name)?;
    let before = read(&workbench.read(), id)?.name;
    workbench.transact(by, &Op::EditIndicator { indicator: before }, |w| {
        let mut indicator = read(w, id)?;
        indicator.name = name.clone();
        Ok(store::indicator::save(w, &indicator)?)
    })
}

/// Removes an indicator, and its series from the charts that show it.
pub fn remove(workbench: &mut Workbench, by: &By, id: IndicatorId) -> Result<Outcome<()>> {
    let name = read(&workbench.read(), id)?.name;
    workbench.transact(by, &Op::RemoveIndicator { indicator: name }, |w| {
        leave_charts(w, |shown| shown == id)?;
        Ok(store::indicator::remove(w, id)?)
    })
}

/// Takes indicators out of the charts; a chart that shows nothing else goes with them.
pub(crate) fn leave_charts(w: &Write<'_>, gone: impl Fn(IndicatorId) -> bool) -> Result<()> {
    for mut chart in store::chart::all(w)? {
        let before = chart.series.len();
        chart.series.retain(|series| !gone(series.indicator));
        if chart.series.is_empty() && before > 0 {
            store::chart::remove(w, chart.id)?;
        } else if chart.series.len() < before {
            store::chart::save(w, &chart)?;
        }
    }
    Ok(())
}
