//! 財政: the table of series, one row per indicator, part and slot.

use domain::programme::{ChartDefinition, Indicator, IndicatorId, IndicatorScope, Slot, Stage};
use domain::value::figure::{Absence, CellContext, Figure, FigureError, Value, ValueKind};
use domain::value::fiscal_year::FiscalYear;
use domain::value::quantity::{QuantityError, Unit};
use domain::value::reckoning::Reckoning;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::YearHead;
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
    /// Why it was not.
    #[serde(default)]
    #[ts(optional)]
    pub doubt: Option<Doubt>,
}

/// Why the words of a cell are not understood as a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Doubt {
    /// No number where one is expected, or something else beside it.
    NotANumber,
    /// Grouping commas where they do not belong: 1,23.
    Grouping,
    /// A unit that looks like a misprint: 4憶.
    Unit {
        /// The unit as written.
        unit: String,
    },
    /// A unit that does not convert into that of the table: 5人 among 千円.
    OtherUnit {
        /// The unit as written.
        unit: String,
    },
    /// An amount in brackets: a misprint, 内数, 外数 or a negative.
    Bracketed,
    /// More digits than an exact amount can hold.
    TooManyDigits,
    /// Words in brackets that are neither a time, a kind nor a rank.
    Remark {
        /// The words.
        text: String,
    },
    /// A rank that cannot be: 28/27団体.
    Rank,
}

impl From<FigureError> for Doubt {
    fn from(error: FigureError) -> Self {
        match error {
            FigureError::Amount { reason } => match reason {
                QuantityError::Empty | QuantityError::Unreadable { .. } => Self::NotANumber,
                QuantityError::Grouping { .. } => Self::Grouping,
                QuantityError::SuspiciousUnit { unit } => Self::Unit { unit },
                QuantityError::Bracketed { .. } => Self::Bracketed,
                QuantityError::TooManyDigits { .. } => Self::TooManyDigits,
            },
            FigureError::Remark { text } => Self::Remark { text },
            FigureError::Rank { .. } => Self::Rank,
        }
    }
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

/// The fiscal indicators of the city. `this_year` is where an empty table ends; `from` lets the
/// columns begin earlier than the first figure, so that older ones can be typed in.
pub fn fiscal(workbench: &Workbench, this_year: FiscalYear, from: Option<FiscalYear>) -> Result<FiscalView> {
    let read = workbench.read();
    let mut indicators = store::indicator::all(&read)?;
    indicators.retain(|indicator| indicator.scope == IndicatorScope::Fiscal);
    let observed = || indicators.iter().flat_map(|indicator| indicator.observations.iter().map(|o| o.year));
    let (first, last) = match (observed().min(), observed().max()) {
        (Some(first), Some(last)) => (first, last.next().unwrap_or(last)),
        _ => (FiscalYear::new(this_year.year() - 4).unwrap_or(this_year), this_year),
    };
    let years = YearHead::run(Reckoning::USUAL, from.map_or(first, |from| from.min(first)), last);
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
    let figure = indicator.observation(year, part, slot).map(|observation| &observation.figure);
    figure_cell(indicator, part, figure, Some(year))
}

/// A figure of a part as a cell; `hint` is the year of its column.
pub(super) fn figure_cell(
    indicator: &Indicator,
    part: u8,
    figure: Option<&Figure>,
    hint: Option<FiscalYear>,
) -> FiscalCell {
    let Some(figure) = figure else {
        return FiscalCell {
            text: String::new(),
            number: None,
            kind: None,
            absent: None,
            understood: true,
            doubt: None,
        };
    };
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
        doubt: figure.value.is_none().then(|| doubt(indicator, &figure.text, hint, part)),
    }
}

/// Reads the words of a cell once more, for the reason why they were not understood.
fn doubt(indicator: &Indicator, text: &str, hint: Option<FiscalYear>, part: u8) -> Doubt {
    let unit = indicator.parts.get(usize::from(part)).map_or_else(Unit::none, |part| Unit::new(&part.unit));
    let context = CellContext { unit: &unit, kind: ValueKind::Settled, hint };
    Value::understand(text, &context).err().map_or(Doubt::NotANumber, Doubt::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_fault_of_a_published_table_has_its_reason() {
        let indicator = crate::fiscal::blank(IndicatorId(1), String::new(), "億円".to_owned(), 1);
        let year = FiscalYear::new(2023).unwrap_or_else(|| panic!("a year of this century"));
        let reason = |text: &str| doubt(&indicator, text, Some(year), 0);
        assert_eq!(reason("4憶"), Doubt::Unit { unit: "憶".to_owned() });
        assert_eq!(reason("(9500)"), Doubt::Bracketed);
        assert_eq!(reason("1,23"), Doubt::Grouping);
        assert_eq!(reason("検討中の額"), Doubt::NotANumber);
    }
}
