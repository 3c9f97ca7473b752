//! Charts as the city defines them; the drawing is made elsewhere.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ids::{ChartId, IndicatorId};
use crate::value::fiscal_year::FiscalYear;

/// A chart (図) of one or more series, as it stands in council documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ChartDefinition {
    /// Identity within the file.
    pub id: ChartId,
    /// Title as printed; also the name it is called by.
    pub title: String,
    /// Series in the order of the legend.
    pub series: Vec<ChartSeries>,
    /// First year shown; none means from the first figure on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub first: Option<FiscalYear>,
    /// Last year shown; none means up to the last figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub last: Option<FiscalYear>,
    /// Draw the targets of the series.
    #[serde(default)]
    pub targets: bool,
    /// Second line below the era year.
    #[serde(default)]
    pub second_line: SecondLine,
    /// Width on paper in mm.
    pub width_mm: u32,
    /// Height on paper in mm.
    pub height_mm: u32,
    /// Source (出典) as printed; "" leaves it out.
    #[serde(default)]
    pub source: String,
    /// Note (※) as printed; "" leaves it out.
    #[serde(default)]
    pub note: String,
}

/// One series of a chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ChartSeries {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Which part of it.
    #[serde(default)]
    pub part: u8,
    /// Which axis.
    #[serde(default)]
    pub axis: Axis,
    /// How it is drawn.
    #[serde(default)]
    pub mark: Mark,
}

/// The value axis a series is read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Axis {
    /// 左軸.
    #[default]
    Left,
    /// 右軸.
    Right,
}

/// How a series is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// 折れ線.
    #[default]
    Line,
    /// 棒.
    Bar,
    /// 積上げ棒.
    Stacked,
}

/// What stands below the era year on the category axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum SecondLine {
    /// The kind of the figures: 決算, 見込.
    #[default]
    Kind,
    /// The western year: (2024).
    Western,
    /// Nothing.
    Nothing,
}
