//! 財政: the table of series, one row per indicator, part and slot.

use domain::programme::{ChartDefinition, Indicator, IndicatorId, IndicatorScope, Slot, Stage};
use domain::value::figure::{Absence, Value, ValueKind};
use domain::value::fiscal_year::FiscalYear;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{YearHead, year_heads};
use crate::{Result, Workbench};

/// One figure of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FiscalCell {
    /// Text as written; "" where there is none.
    pub text: String,
    /// The number it means, as decimal digits, when it is one.
    #[serde(default)]
    #[ts(optional)]
    pub number: Option<String>,
    /// Kind of the value (決算, 見込 …).
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<ValueKind>,
    /// Why there is no value.
    #[serde(default)]
    #[ts(optional)]
    pub absent: Option<Absence>,
    /// Whether the text was understood; a blank cell is.
    pub understood: bool,
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FiscalRow {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Which part.
    pub part: u8,
    /// Actual or plan row.
    pub slot: Slot,
    /// Name of the indicator.
    pub name: String,
    /// Name of the part; "" where there is one only.
    pub part_name: String,
    /// Account (会計).
    pub account: String,
    /// Unit as printed.
    pub unit: String,
    /// Final target in words.
    pub target: String,
    /// Year of the target in words.
    pub target_year: String,
    /// Figures by year column.
    pub cells: Vec<FiscalCell>,
}

/// The table of fiscal series with the charts drawn of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FiscalView {
    /// Year columns, up to one year after the last figure.
    pub years: Vec<YearHead>,
    /// Rows in the order of the indicators.
    pub rows: Vec<FiscalRow>,
    /// Charts of the file.
    pub charts: Vec<ChartDefinition>,
}

/// The fiscal indicators of the city. `this_year` is where an empty table begins.
pub fn fiscal(workbench: &Workbench, this_year: FiscalYear) -> Result<FiscalView> {
    let read = workbench.read();
    let mut indicators = store::indicator::all(&read)?;
    indicators.retain(|indicator| indicator.scope == IndicatorScope::Fiscal);
    let observed = || indicators.iter().flat_map(|indicator| indicator.observations.iter().map(|o| o.year));
    let (first, last) = match (observed().min(), observed().max()) {
        (Some(first), Some(last)) => (first, last.next().unwrap_or(last)),
        _ => (FiscalYear::new(this_year.year() - 4).unwrap_or(this_year), this_year),
    };
    let years = year_heads(first, last);
    let rows = indicators.iter().flat_map(|indicator| rows(indicator, &years)).collect();
    Ok(FiscalView { years, rows, charts: store::chart::all(&read)? })
}

fn rows(indicator: &Indicator, years: &[YearHead]) -> Vec<FiscalRow> {
    let mut rows = Vec::new();
    for (part, described) in (0u8..).zip(&indicator.parts) {
        for slot in [Slot::Actual, Slot::Plan] {
            let used = indicator.observations.iter().any(|o| o.part == part && o.slot == slot);
            if slot == Slot::Plan && !used {
                continue;
            }
            let target = indicator.targets.iter().find(|t| t.part == part && t.stage == Stage::Final);
            rows.push(FiscalRow {
                indicator: indicator.id,
                part,
                slot,
                name: indicator.name.clone(),
                part_name: described.name.clone(),
                account: indicator.account.clone(),
                unit: described.unit.clone(),
                target: target.map(|target| target.target.text.clone()).unwrap_or_default(),
                target_year: target
                    .and_then(|target| target.year.as_ref())
                    .map(|year| year.text.clone())
                    .unwrap_or_default(),
                cells: years.iter().map(|head| cell(indicator, head.year, part, slot)).collect(),
            });
        }
    }
    rows
}

fn cell(indicator: &Indicator, year: FiscalYear, part: u8, slot: Slot) -> FiscalCell {
    let Some(observation) = indicator.observation(year, part, slot) else {
        return FiscalCell { text: String::new(), number: None, kind: None, absent: None, understood: true };
    };
    let figure = &observation.figure;
    let (kind, absent) = match &figure.value {
        Some(Value::Known { kind, .. }) => (Some(*kind), None),
        Some(Value::Absent { reason }) => (None, Some(*reason)),
        None => (None, None),
    };
    FiscalCell {
        text: figure.text.clone(),
        number: figure.quantity().map(|quantity| quantity.amount.to_string()),
        kind,
        absent,
        understood: figure.value.is_some(),
    }
}
