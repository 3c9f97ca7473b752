//! Charts (図): from the definition in the file to the model that is drawn, and their upkeep.

use std::collections::BTreeSet;

use charts::{Category, Chart, Point, Series, Side, Target as TargetMark, TargetBound, Theme};
use domain::programme::{
    Axis, ChartDefinition, ChartId, ChartSeries, City, Indicator, Mark, Part, SecondLine, Slot, Stage,
};
use domain::value::figure::{Absence, Measure, Value, ValueKind};
use domain::value::fiscal_year::{FiscalYear, YearStyle};
use domain::value::quantity::{Quantity, Unit};
use domain::value::target::Target;
use store::{Outcome, Table};

use crate::error::Thing;
use crate::file::Found;
use crate::op::Op;
use crate::texts::{Texts, args, keys};
use crate::{By, Result, Workbench, WorkbenchError, words};

/// Composes the chart of a definition from the figures of the programme.
///
/// Every number on it is the number of the file: its label is printed from the figure, and so is
/// its place. `width_mm` overrides the width of the definition; the height follows in proportion.
pub fn compose(
    texts: &Texts,
    city: &City,
    indicators: &[Indicator],
    definition: &ChartDefinition,
    theme: Theme,
    width_mm: Option<u32>,
) -> Result<Chart> {
    let drawn: Vec<Drawn<'_>> =
        definition.series.iter().map(|series| Drawn::of(series, indicators)).collect::<Result<_>>()?;
    let years = years(definition, &drawn);
    if years.is_empty() {
        return Err(WorkbenchError::NothingToShow);
    }
    let left_unit = unit_of(&drawn, Axis::Left);
    let right_unit = unit_of(&drawn, Axis::Right);
    let names = names(texts, &drawn);
    let series: Vec<Series> = drawn
        .iter()
        .zip(&names)
        .map(|(drawn, name)| Series {
            name: name.clone(),
            mark: match drawn.series.mark {
                Mark::Line => charts::Mark::Line,
                Mark::Bar => charts::Mark::Bar,
                Mark::Stacked => charts::Mark::StackedBar,
            },
            axis: side(drawn.series.axis),
            points: years
                .iter()
                .map(|year| {
                    let unit = if drawn.series.axis == Axis::Left { &left_unit } else { &right_unit };
                    point(city, drawn, *year, unit.as_ref())
                })
                .collect(),
        })
        .collect();
    let targets = if definition.targets { targets(texts, &drawn, &left_unit, &right_unit) } else { Vec::new() };
    let height_mm = width_mm
        .map_or(definition.height_mm, |width| (definition.height_mm * width).div_ceil(definition.width_mm.max(1)));
    let mut chart = Chart {
        title: definition.title.clone(),
        width_mm: width_mm.unwrap_or(definition.width_mm),
        height_mm,
        theme,
        categories: years.iter().map(|year| category(texts, definition, &drawn, *year)).collect(),
        series,
        totals: totals(city, &drawn, &years, left_unit.as_ref()),
        targets,
        left: axis(texts, &drawn, Axis::Left, left_unit.as_ref()),
        right: right_unit.as_ref().map(|unit| axis(texts, &drawn, Axis::Right, Some(unit))),
        source: (!definition.source.is_empty()).then(|| definition.source.clone()),
        notes: definition.note.lines().map(str::to_owned).collect(),
        alt: String::new(),
    };
    chart.alt = alternative(texts, &chart);
    Ok(chart)
}

/// The theme for the screen and colour print, or for monochrome copying.
pub fn theme(mono: bool) -> Theme {
    if mono { Theme::Mono } else { Theme::Colour }
}

/// A series of the definition with what it shows.
struct Drawn<'a> {
    series: &'a ChartSeries,
    indicator: &'a Indicator,
    part: &'a Part,
}

impl<'a> Drawn<'a> {
    fn of(series: &'a ChartSeries, indicators: &'a [Indicator]) -> Result<Self> {
        let indicator = indicators
            .iter()
            .find(|indicator| indicator.id == series.indicator)
            .found(Thing::Indicator, series.indicator.0)?;
        let part = indicator.parts.get(usize::from(series.part)).found(Thing::Indicator, series.indicator.0)?;
        Ok(Self { series, indicator, part })
    }

    fn value(&self, year: FiscalYear) -> Option<&Value> {
        self.indicator.observation(year, self.series.part, Slot::Actual)?.figure.value.as_ref()
    }
}

fn side(axis: Axis) -> Side {
    match axis {
        Axis::Left => Side::Left,
        Axis::Right => Side::Right,
    }
}

/// The years between the first and the last figure, or those of the definition.
fn years(definition: &ChartDefinition, drawn: &[Drawn<'_>]) -> Vec<FiscalYear> {
    let found: BTreeSet<FiscalYear> = drawn
        .iter()
        .flat_map(|drawn| {
            let part = drawn.series.part;
            let own = drawn.indicator.observations.iter().filter(move |o| o.part == part && o.slot == Slot::Actual);
            own.map(|o| o.year)
        })
        .collect();
    let (Some(first), Some(last)) =
        (definition.first.or_else(|| found.first().copied()), definition.last.or_else(|| found.last().copied()))
    else {
        return Vec::new();
    };
    std::iter::successors(Some(first), |year| year.next()).take_while(|year| *year <= last).collect()
}

/// The unit of an axis: that of its first series.
fn unit_of(drawn: &[Drawn<'_>], axis: Axis) -> Option<Unit> {
    drawn.iter().find(|drawn| drawn.series.axis == axis).map(|drawn| Unit::new(&drawn.part.unit))
}

fn axis(texts: &Texts, drawn: &[Drawn<'_>], axis: Axis, unit: Option<&Unit>) -> charts::Axis {
    let bars = drawn.iter().any(|drawn| drawn.series.axis == axis && drawn.series.mark != Mark::Line);
    let unit = unit.map(Unit::as_str).unwrap_or_default();
    charts::Axis {
        unit: if unit.is_empty() {
            String::new()
        } else {
            texts.with(keys::CHART_UNIT, &args([("unit", unit.to_owned())]))
        },
        name: None,
        min: None,
        max: None,
        zero_based: bars.then_some(true),
        decimals: None,
    }
}

/// Names of the series; a part is named with its indicator where only that tells it apart.
fn names(texts: &Texts, drawn: &[Drawn<'_>]) -> Vec<String> {
    let two_axes = drawn.iter().any(|drawn| drawn.series.axis == Axis::Right);
    drawn
        .iter()
        .map(|drawn| {
            let name = if drawn.part.name.is_empty() {
                drawn.indicator.name.clone()
            } else {
                let parts = args([("indicator", drawn.indicator.name.clone()), ("part", drawn.part.name.clone())]);
                texts.with(keys::CHART_PART_NAME, &parts)
            };
            match (two_axes, drawn.series.axis) {
                (false, _) => name,
                (true, Axis::Left) => texts.with(keys::CHART_AXIS_LEFT, &args([("name", name)])),
                (true, Axis::Right) => texts.with(keys::CHART_AXIS_RIGHT, &args([("name", name)])),
            }
        })
        .collect()
}

/// The number as it is printed on charts and tables: the digits as written, the unit only when
/// it is a percentage, because other units stand above the axis.
fn printed(city: &City, quantity: &Quantity) -> String {
    let bare = Quantity::new(
        quantity.amount,
        if quantity.unit.as_str() == "%" { quantity.unit.clone() } else { Unit::none() },
    );
    bare.format(city.negative)
}

fn point(city: &City, drawn: &Drawn<'_>, year: FiscalYear, unit: Option<&Unit>) -> Point {
    match drawn.value(year) {
        Some(Value::Known { measure: Measure::Number { quantity }, kind, .. }) => {
            let shown = unit.and_then(|unit| quantity.convert_to(unit)).unwrap_or_else(|| quantity.clone());
            Point::Value {
                value: shown.amount,
                label: printed(city, &shown),
                firm: matches!(kind, ValueKind::Settled | ValueKind::Actual),
            }
        }
        Some(Value::Known { measure: Measure::Rank { place, .. }, .. }) => {
            Point::Value { value: (*place).into(), label: place.to_string(), firm: true }
        }
        Some(Value::Absent { reason: Absence::NotYet }) | None => Point::Gap,
        Some(Value::Absent { .. }) => Point::Dash("—".to_owned()),
    }
}

/// Totals above stacked bars; a year in which a part is missing has none.
fn totals(city: &City, drawn: &[Drawn<'_>], years: &[FiscalYear], unit: Option<&Unit>) -> Vec<Option<String>> {
    let stacked: Vec<&Drawn<'_>> = drawn.iter().filter(|drawn| drawn.series.mark == Mark::Stacked).collect();
    if stacked.len() < 2 {
        return Vec::new();
    }
    years
        .iter()
        .map(|year| {
            let mut sum: Option<Quantity> = None;
            for drawn in &stacked {
                let Some(Value::Known { measure: Measure::Number { quantity }, .. }) = drawn.value(*year) else {
                    return None;
                };
                let shown = unit.and_then(|unit| quantity.convert_to(unit)).unwrap_or_else(|| quantity.clone());
                sum = Some(match sum {
                    None => shown,
                    Some(sum) => Quantity::new(sum.amount.checked_add(shown.amount)?, sum.unit),
                });
            }
            sum.map(|sum| printed(city, &sum))
        })
        .collect()
}

fn category(texts: &Texts, definition: &ChartDefinition, drawn: &[Drawn<'_>], year: FiscalYear) -> Category {
    let second = match definition.second_line {
        SecondLine::Nothing => None,
        SecondLine::Western => Some(format!("({})", year.year())),
        SecondLine::Kind => drawn.iter().find_map(|drawn| match drawn.value(year) {
            Some(Value::Known { kind, .. }) => Some(texts.get(kind_key(*kind))),
            _ => None,
        }),
    };
    Category { label: year.format(YearStyle::Long), second }
}

/// The word for a kind of value.
pub fn kind_key(kind: ValueKind) -> crate::texts::Key {
    match kind {
        ValueKind::Settled => keys::VALUE_KIND_SETTLED,
        ValueKind::Provisional => keys::VALUE_KIND_PROVISIONAL,
        ValueKind::Budget => keys::VALUE_KIND_BUDGET,
        ValueKind::Planned => keys::VALUE_KIND_PLANNED,
        ValueKind::Outlook => keys::VALUE_KIND_OUTLOOK,
        ValueKind::Actual => keys::VALUE_KIND_ACTUAL,
    }
}

/// The final targets that set a bound, with the words of the plan.
fn targets(texts: &Texts, drawn: &[Drawn<'_>], left: &Option<Unit>, right: &Option<Unit>) -> Vec<TargetMark> {
    let mut marks = Vec::new();
    for drawn in drawn {
        let unit = if drawn.series.axis == Axis::Left { left } else { right };
        let own = drawn.indicator.targets.iter().filter(|t| t.part == drawn.series.part && t.stage == Stage::Final);
        for target in own {
            let Some(bound) = target.target.meaning.as_ref().and_then(|meaning| bound(meaning, unit.as_ref())) else {
                continue;
            };
            let words = target.target.text.lines().next().unwrap_or_default().to_owned();
            marks.push(TargetMark {
                axis: side(drawn.series.axis),
                from: None,
                to: None,
                bound,
                label: texts.with(keys::CHART_TARGET, &args([("target", words)])),
            });
        }
    }
    marks
}

fn bound(target: &Target, unit: Option<&Unit>) -> Option<TargetBound> {
    let shown = |quantity: &Quantity| match unit {
        Some(unit) if quantity.unit.is_none() || quantity.unit == *unit => Some(quantity.amount),
        Some(unit) => quantity.convert_to(unit).map(|quantity| quantity.amount),
        None => Some(quantity.amount),
    };
    match target {
        Target::AtMost { limit, .. } => Some(TargetBound::AtMost(shown(limit)?)),
        Target::AtLeast { limit, .. } => Some(TargetBound::AtLeast(shown(limit)?)),
        Target::Around { at } | Target::Exactly { at } => Some(TargetBound::Line(shown(at)?)),
        Target::Band { from, to } => Some(TargetBound::Between(shown(from)?, shown(to)?)),
        _ => None,
    }
}

/// The text alternative: what a person who cannot see the chart is told.
fn alternative(texts: &Texts, chart: &Chart) -> String {
    let mut sentences: Vec<String> = chart
        .series
        .iter()
        .map(|series| {
            let points = chart.categories.iter().zip(&series.points).filter_map(|(category, point)| {
                let value = match point {
                    Point::Value { label, .. } => label.clone(),
                    Point::Dash(mark) => mark.clone(),
                    Point::Gap => return None,
                };
                // A western year stands in brackets already.
                let second = category.second.as_deref().map(|second| second.trim_matches(['(', ')']));
                let kind = second.map(|second| format!("({second})")).unwrap_or_default();
                let told = args([("year", category.label.clone()), ("kind", kind), ("value", value)]);
                Some(texts.with(keys::CHART_ALT_POINT, &told))
            });
            let points = points.collect::<Vec<_>>().join("、");
            texts.with(keys::CHART_ALT_SERIES, &args([("name", series.name.clone()), ("points", points)]))
        })
        .collect();
    for target in &chart.targets {
        let words = target.label.lines().last().unwrap_or_default().to_owned();
        sentences.push(texts.with(keys::CHART_ALT_TARGET, &args([("target", words)])));
    }
    texts.with(keys::CHART_ALT, &args([("title", chart.title.clone()), ("series", sentences.concat())]))
}

/// The chart of a definition in the file, ready to be drawn.
pub fn of_file(
    workbench: &Workbench,
    texts: &Texts,
    id: ChartId,
    theme: Theme,
    width_mm: Option<u32>,
) -> Result<Chart> {
    let read = workbench.read();
    let definition = store::chart::all(&read)?.into_iter().find(|chart| chart.id == id).found(Thing::Chart, id.0)?;
    let indicators = store::indicator::all(&read)?;
    compose(texts, &store::city::read(&read)?, &indicators, &definition, theme, width_mm)
}

/// The charts whose title is the name given, or all of them.
pub fn named(workbench: &Workbench, name: Option<&str>) -> Result<Vec<ChartDefinition>> {
    let mut charts = store::chart::all(&workbench.read())?;
    if let Some(name) = name {
        charts.retain(|chart| chart.title == name);
        if charts.is_empty() {
            return Err(WorkbenchError::NoChartNamed { name: name.to_owned() });
        }
    }
    Ok(charts)
}

/// Saves a chart's definition; an identity of 0 makes a new one. Returns the identity.
pub fn save(workbench: &mut Workbench, by: &By, definition: &ChartDefinition) -> Result<Outcome<ChartId>> {
    let title = words::name(&definition.title)?;
    workbench.transact(by, &Op::SaveChart { chart: title.clone() }, |w| {
        let id = match definition.id.0 {
            0 => ChartId(store::next_id(w, Table::Chart)?),
            id => store::chart::all(w)?.iter().find(|chart| chart.id.0 == id).found(Thing::Chart, id)?.id,
        };
        let indicators = store::indicator::all(w)?;
        for series in &definition.series {
            Drawn::of(series, &indicators)?;
        }
        store::chart::save(w, &ChartDefinition { id, title: title.clone(), ..definition.clone() })?;
        Ok(id)
    })
}

/// Removes a chart.
pub fn remove(workbench: &mut Workbench, by: &By, id: ChartId) -> Result<Outcome<()>> {
    let charts = store::chart::all(&workbench.read())?;
    let chart = charts.into_iter().find(|chart| chart.id == id).found(Thing::Chart, id.0)?;
    workbench.transact(by, &Op::RemoveChart { chart: chart.title }, |w| Ok(store::chart::remove(w, id)?))
}
