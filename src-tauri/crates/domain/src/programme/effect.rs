//! Financial effects (財政効果, 効果額).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ids::{EffectRowId, EffectTableId, NodeId, PlanId};
use crate::value::fiscal_year::FiscalYear;
use crate::value::quantity::Quantity;
use crate::value::written::Written;

/// A table of financial effects: category or item × fiscal year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct EffectTable {
    /// Identity within the file.
    pub id: EffectTableId,
    /// The plan it belongs to.
    pub plan: PlanId,
    /// Name as printed.
    pub name: String,
    /// Unit of the table: 円, 千円, 百万円, 億円.
    pub unit: String,
    /// How a saving is printed in this table.
    #[serde(default)]
    pub saving: SavingSign,
    /// What brackets mean in this table.
    #[serde(default)]
    pub brackets: BracketMeaning,
    /// Note as printed below it.
    #[serde(default)]
    pub note: String,
    /// Rows in order of print.
    #[serde(default)]
    pub rows: Vec<EffectRow>,
}

/// Sign of a saving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum SavingSign {
    /// A saving is a positive number.
    #[default]
    Positive,
    /// A saving is printed with △ and is good.
    Negative,
}

/// What a number in brackets is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum BracketMeaning {
    /// The table has none.
    #[default]
    Unused,
    /// 外数: beside the total.
    Outside,
    /// 内数: part of the total.
    Inside,
}

/// A row of the table: a category, or an item of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct EffectRow {
    /// Identity within the file.
    pub id: EffectRowId,
    /// Name as printed.
    pub title: String,
    /// The item whose effect it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub node: Option<NodeId>,
    /// Revenue or expenditure.
    #[serde(default)]
    pub side: EffectSide,
    /// Account (会計) as printed.
    #[serde(default)]
    pub account: String,
    /// Of one year, continuing, or cumulated.
    #[serde(default)]
    pub span: EffectSpan,
    /// A printed total of the rows above it, down from the total before: its amounts are compared
    /// with theirs and never added.
    #[serde(default)]
    pub total: bool,
    /// Cells by year and basis.
    #[serde(default)]
    pub cells: Vec<EffectCell>,
}

impl EffectRow {
    /// The cell of a year and basis.
    pub fn cell(&self, year: FiscalYear, basis: Basis) -> Option<&EffectCell> {
        self.cells.iter().find(|cell| cell.year == year && cell.basis == basis)
    }
}

/// Which side of the budget an effect is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum EffectSide {
    /// Not told apart.
    #[default]
    Unsaid,
    /// 歳入.
    Revenue,
    /// 歳出.
    Expenditure,
}

/// Over which time an effect is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum EffectSpan {
    /// 単年度効果.
    #[default]
    SingleYear,
    /// 継続効果.
    Continuing,
    /// 累計効果.
    Cumulative,
}

/// One amount of the table, as written; an empty text is a year that is not closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct EffectCell {
    /// The fiscal year.
    pub year: FiscalYear,
    /// Expected or actual.
    pub basis: Basis,
    /// The amount in the unit of the table.
    pub amount: Written<Quantity>,
}

/// Expected or actual effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// 見込・計画.
    Expected,
    /// 実績.
    Actual,
}
