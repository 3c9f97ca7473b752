//! Indicators: baseline, targets, observations.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ids::{IndicatorId, NodeId, PlanId, TargetId};
use crate::value::figure::Figure;
use crate::value::fiscal_year::FiscalYear;
use crate::value::target::{Target, Trend};
use crate::value::written::Written;
use crate::value::written_date::AsOf;

/// An indicator (指標): of a plan's node, or a fiscal indicator of the city.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Identity within the file.
    pub id: IndicatorId,
    /// Name as printed: 経常収支比率.
    pub name: String,
    /// Markers printed with the name: 健康指標, 重点.
    #[serde(default)]
    pub markers: Vec<String>,
    /// Whose indicator it is.
    pub scope: IndicatorScope,
    /// Account (会計) it describes: 一般会計, 普通会計, 下水道事業会計; "" where it does not matter.
    #[serde(default)]
    pub account: String,
    /// Definition or formula, as printed.
    #[serde(default)]
    pub definition: String,
    /// Its values: usually one; 72団体 7,306人 1,266回 has three.
    pub parts: Vec<Part>,
    /// 目指す方向: where good lies. Never guessed; none where the plan does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub good: Option<Written<Trend>>,
    /// Measured by a survey, in some years only (アンケート).
    #[serde(default)]
    pub survey: bool,
    /// Counts from a first year on (累計).
    #[serde(default)]
    pub cumulative: bool,
    /// Source (出典), as printed.
    #[serde(default)]
    pub source: String,
    /// Note (注), as printed.
    #[serde(default)]
    pub note: String,
    /// 基準値・現状値 with its own year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub baseline: Option<Baseline>,
    /// Targets (目標値) in the order of print.
    #[serde(default)]
    pub targets: Vec<IndicatorTarget>,
    /// Observations, oldest first.
    #[serde(default)]
    pub observations: Vec<Observation>,
}

impl Indicator {
    /// The observation of a year in a slot, for one part.
    pub fn observation(&self, year: FiscalYear, part: u8, slot: Slot) -> Option<&Observation> {
        self.observations.iter().find(|o| o.year == year && o.part == part && o.slot == slot)
    }
}

/// Whose indicator it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum IndicatorScope {
    /// A fiscal indicator of the city (財政指標).
    Fiscal,
    /// An indicator of a plan as a whole.
    Plan {
        /// The plan.
        plan: PlanId,
    },
    /// An indicator of one node of a plan (成果指標).
    Node {
        /// The node.
        node: NodeId,
    },
}

/// One value of an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Name where there are several: 団体, 臨時財政対策債を除く.
    #[serde(default)]
    pub name: String,
    /// Unit as printed: %, 億円, 人.
    pub unit: String,
    /// Digits after the point in print.
    pub decimals: u8,
}

/// The value a plan starts from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// Its year, which may differ from row to row.
    pub year: Written<FiscalYear>,
    /// One figure per part.
    pub figures: Vec<Figure>,
}

/// A target value (目標値) of one part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct IndicatorTarget {
    /// Identity within the file.
    pub id: TargetId,
    /// Which part.
    #[serde(default)]
    pub part: u8,
    /// The year it is for; none when it holds for the whole period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub year: Option<Written<FiscalYear>>,
    /// Of one year, on the way, or at the end.
    #[serde(default)]
    pub stage: Stage,
    /// The words of the plan and what was understood of them: 95.0%以下.
    pub target: Written<Target>,
    /// As-of as printed: 27年度末.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub as_of: Option<Written<AsOf>>,
}

/// What a target is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 各年度の目標.
    Yearly,
    /// 中間目標.
    Interim,
    /// 最終目標.
    #[default]
    Final,
}

/// A figure observed, or foreseen, for one fiscal year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// The fiscal year of the column, which may differ from the as-of of the figure.
    pub year: FiscalYear,
    /// Which part.
    #[serde(default)]
    pub part: u8,
    /// Actual row or plan row of the table.
    #[serde(default)]
    pub slot: Slot,
    /// The figure as written and understood, with its kind (決算, 見込 …).
    pub figure: Figure,
    /// Analysis of the year.
    #[serde(default)]
    pub comment: String,
}

/// Which of the two rows of an indicator's table a figure stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Slot {
    /// 実績 (決算, 決算見込, 実績).
    #[default]
    Actual,
    /// 計画 (予算, 計画, 見通し).
    Plan,
}
